"""Common things and deeds that nothing in the other language answers: `le trou` and `the tongue`."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

from handouts.checks.differing import says_else
from handouts.checks.lexicon import Hit, lexicon
from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.sentences import side_by_side
from handouts.errors import Problem

_TOLD: Final = "everyday"
_ANSWERED: Final = ("everyday", "everyday_too")
_SAID_ANEW: Final = frozenset({"heading", "link", "alt"})
"""What is not translated word by word."""


def misnamed(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a sentence of which each language names a thing that the other does not name.

    Two of one kind are taken for each other, or two that end the sentence: elsewhere, other words may say the same.
    """
    if piece.section is None or piece.field in _SAID_ANEW:
        return
    texts = {language: manuscript.words(piece, language) for language in (first, other)}
    for one, two in side_by_side(texts[first], texts[other]):
        ours, theirs = _lone(one, texts[other], first, other), _lone(two, texts[first], other, first)
        for sense, twin in product(theirs, ours):
            if _are_of_a_kind(sense, twin) or (_is_last(sense, two) and _is_last(twin, one)):
                before = texts[other][: texts[other].find(two) + sense.start]
                yield says_else(manuscript, piece, {first: twin.found, other: sense.found}, before)
                return


def _are_of_a_kind(one: Hit, another: Hit) -> bool:
    kinds = [{meaning.partition(": ")[0] for meaning in hit.advice.split("; ")} for hit in (one, another)]
    return not kinds[0].isdisjoint(kinds[1])


def _is_last(hit: Hit, words: str) -> bool:
    return not any(map(str.isalnum, words[hit.end :]))


def _lone(words: str, twin: str, language: str, other: str) -> list[Hit]:
    """Return the words of a sentence of which nothing in the whole other text can be the translation."""
    known = _named(twin, other)
    hits = lexicon(language, _TOLD).find(words)
    return [hit for hit in hits if hit.advice and known.isdisjoint(hit.advice.split("; "))]


@cache
def _named(words: str, language: str) -> frozenset[str]:
    hits = (hit for name in _ANSWERED for hit in lexicon(language, name).find(words))
    return frozenset(meaning for hit in hits for meaning in hit.advice.split("; "))
