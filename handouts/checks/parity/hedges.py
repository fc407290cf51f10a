"""What one language says can happen, and the other says happens: a lost `peut`, `usually`, `most often`."""

from collections.abc import Iterator
from typing import Final

from handouts.checks.lists.patterns import pattern
from handouts.checks.parity.differing import sentence_at
from handouts.checks.plain.orders import begins_as_order
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import side_by_side
from handouts.errors import Problem
from handouts.languages import name_of

_TOLD: Final = frozenset({"main_message", "paragraph", "timeline", "question", "callout", "bullets", "table", "qr"})
"""Kinds of blocks that say what happens; of things to do and to avoid, the reasons do."""


def hedges(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a careful word of one language where the other has none of any kind; a question says nothing for certain."""
    if piece.kind not in _TOLD and piece.field != "reason":
        return
    for careful, sure in ((first, other), (other, first)):
        for one, another in side_by_side(*(manuscript.words(piece, language) for language in (careful, sure))):
            found = None if _promises_nothing(one, another, sure) else pattern(careful, "careful").search(one)
            if found and not _answers(one, another, careful, sure) and not _is_moved(manuscript, piece, careful, sure):
                message = f"{name_of(careful)} says “{found[0]}”, and {name_of(sure)} says it for certain"
                hint = "say in both languages that it can happen, or happens most often: nobody can promise it"
                yield Problem("W207", message, sentence_at(manuscript, piece, sure, another), hint)
                return


def _promises_nothing(one: str, another: str, sure: str) -> bool:
    """Whether one of two sentences is a question, of any kind, or the one that sounds sure tells the reader to do something."""
    return one.rstrip().endswith("?") or another.rstrip().endswith("?") or begins_as_order(another, sure)


def _is_moved(manuscript: Manuscript, piece: Piece, careful: str, sure: str) -> bool:
    """Whether the whole of both texts leaves as much open: one only puts it into another sentence."""
    ours = pattern(careful, "careful").findall(manuscript.words(piece, careful))
    theirs = pattern(sure, "guarded").findall(manuscript.words(piece, sure))
    return len(theirs) >= len(ours)


def _answers(words: str, twin: str, language: str, other: str) -> bool:
    """Whether a text leaves something open: by a careful word of its own, or by as many `if` and `or` as its twin."""
    if pattern(other, "guarded").search(twin):
        return True
    left_open = pattern(other, "uncertain").findall(twin)
    return bool(left_open) and len(left_open) >= len(pattern(language, "uncertain").findall(words))
