"""A common thing or deed that nothing in the other language answers, and another in its place: `le trou`, `the tongue`."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from handouts.checks.lexicon import Hit, lexicon
from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.sentences import side_by_side
from handouts.errors import Problem
from handouts.languages import name_of

_TOLD: Final = "everyday"
_ANSWERED: Final = ("everyday", "everyday_too")
_SAID_ANEW: Final = frozenset({"heading", "link", "alt"})
"""What is not translated word by word."""


def misnamed(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a sentence of which each language names something that the other does not name, of all that is known."""
    if piece.section is None or piece.field in _SAID_ANEW:
        return
    texts = {language: manuscript.words(piece, language) for language in (first, other)}
    for one, two in side_by_side(texts[first], texts[other]):
        ours, theirs = _lone(one, texts[other], first, other), _lone(two, texts[first], other, first)
        if ours and theirs:
            twin, found = ours[0].found, theirs[0].found
            message = f"{name_of(first)} says “{twin}”, {name_of(other)} “{found}”"
            before = texts[other][: texts[other].find(two) + theirs[0].start]
            at = manuscript.at(piece, other, found, before)
            yield Problem("W204", message, at, "one of the two says something else than the other")
            return


def _lone(words: str, twin: str, language: str, other: str) -> list[Hit]:
    """Return the words of a sentence of which nothing in the whole other text can be the translation."""
    known = _named(twin, other)
    hits = lexicon(language, _TOLD).find(words)
    return [hit for hit in hits if hit.advice and known.isdisjoint(hit.advice.split("; "))]


@cache
def _named(words: str, language: str) -> frozenset[str]:
    hits = (hit for name in _ANSWERED for hit in lexicon(language, name).find(words))
    return frozenset(meaning for hit in hits for meaning in hit.advice.split("; "))
