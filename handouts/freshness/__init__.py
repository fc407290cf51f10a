"""Freshness: each text remembers which words its translation was made from.

A side file beside the content holds a line for each text: a short hash of its words in each language, as someone last
said that they say the same. Where a text stands is no part of it, so that texts can be moved, copied and put in another
order. No file, no freshness: nothing is told, and nothing marked.
"""

from handouts.freshness.judging import Freshness, Judged, Verdict, judge
from handouts.freshness.ledger import Ledger, ledger_path, read_ledger, write_ledger
from handouts.freshness.settling import Settled, settle
from handouts.freshness.telling import fresh_problems

__all__ = [
    "Freshness",
    "Judged",
    "Ledger",
    "Settled",
    "Verdict",
    "fresh_problems",
    "judge",
    "ledger_path",
    "read_ledger",
    "settle",
    "write_ledger",
]
