"""A translation of another text: nothing that either language speaks of is named by the other."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from handouts.checks.concepts import concepts
from handouts.checks.lexicon import lexicon
from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.senses import senses_of
from handouts.checks.translation import excerpt
from handouts.errors import Problem
from handouts.languages import name_of

_FIELDS: Final = frozenset({"text", "items", "short", "reason", "signs", "answer", "rows", "caption"})
"""What is translated closely; headings and questions are often said anew."""

_KNOWN: Final = 2
"""Words of each language that must be known: of one alone, the other may well have a synonym that is not."""


def unlike(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a text of whose known words none is answered, though each language has some."""
    if piece.field not in _FIELDS or concepts(manuscript, piece, first) & concepts(manuscript, piece, other):
        return
    here, there = (_known(manuscript.words(piece, language), language) for language in (first, other))
    if min(len(here), len(there)) < _KNOWN or _meanings(here) & _meanings(there):
        return
    told, twin = (excerpt(manuscript.words(piece, language)) for language in (other, first))
    message = f"“{told}” seems to say something else than “{twin}”"
    hint = f"see whether the {name_of(other)} says what the {name_of(first)} says"
    yield Problem("W208", message, manuscript.at(piece, other), hint)


@cache
def _known(words: str, language: str) -> Mapping[int, frozenset[str]]:
    """Return what each known word of a text means, by where it begins."""
    known: dict[int, frozenset[str]] = {}
    for name in ("opposites", "things"):
        for kind, senses in senses_of(words, language, name).items():
            for sense in senses:
                meanings = frozenset(f"{kind}: {meaning}" for meaning in sense.meanings)
                known[sense.start] = known.get(sense.start, frozenset()) | meanings
    for name in ("deeds", "glossary", "qualities", "qualities_too"):
        for hit in lexicon(language, name).find(words):
            known[hit.start] = known.get(hit.start, frozenset()) | frozenset(hit.advice.split("; "))
    return known


def _meanings(known: Mapping[int, frozenset[str]]) -> frozenset[str]:
    return frozenset(meaning for meanings in known.values() for meaning in meanings)
