"""A translation of another text: nothing that either language speaks of is named by the other."""

from collections.abc import Iterator, Mapping
from typing import Final

from handouts.checks.meaning.concepts import concepts, meanings
from handouts.checks.parity.translation import excerpt
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem
from handouts.languages import name_of

_FIELDS: Final = frozenset({"text", "items", "short", "reason", "signs", "answer", "rows", "caption"})
"""What is translated closely; headings and questions are often said anew."""

_LISTS: Final = ("deeds", "glossary", "qualities", "qualities_too")
_KNOWN: Final = 3
"""Words of each language that must be known: of one alone, the other may well have a synonym that is not."""


def unlike(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a text of whose known words none is answered, though each language has some."""
    if piece.field not in _FIELDS or concepts(manuscript, piece, first) & concepts(manuscript, piece, other):
        return
    here, there = (meanings(manuscript.words(piece, language), language, _LISTS) for language in (first, other))
    if min(len(here), len(there)) < _KNOWN or not _all(here).isdisjoint(_all(there)):
        return
    told, twin = (excerpt(manuscript.words(piece, language)) for language in (other, first))
    message = f"“{told}” seems to say something else than “{twin}”"
    hint = f"see whether the {name_of(other)} says what the {name_of(first)} says"
    yield Problem("W208", message, manuscript.at(piece, other), hint)


def _all(known: Mapping[int, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*known.values())
