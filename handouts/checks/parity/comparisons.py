"""More in one language and less in the other, of the same: `plus enflé`, and `less swollen`."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from handouts.checks.lists.lexicon import tokens
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.concepts import meanings, stem
from handouts.checks.parity.differing import says_else
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import side_by_side
from handouts.errors import Problem

_LISTS: Final = ("deeds", "glossary", "everyday", "everyday_too", "qualities", "qualities_too")
_PATTERNS: Final = {"more": ("more", "does_more"), "less": ("less", "does_less")}
_AFTER: Final = 2  # words after `more`, of which one says of what


class _Compared(NamedTuple):
    found: str
    start: int
    of: frozenset[str]


def comparisons(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find what is more in one language, and less in the other."""
    for one, two in side_by_side(*(manuscript.words(piece, language) for language in (first, other))):
        for up, down in (("more", "less"), ("less", "more")):
            ours, theirs = _compared(one, first, up), _compared(two, other, down)
            if not (ours and theirs):
                continue
            too = [*_compared(one, first, down), *_compared(two, other, up)]
            for here in ours:
                there = next((each for each in theirs if each.of & here.of), None)
                if there and not any(each.of & here.of for each in too):
                    before = manuscript.words(piece, other)
                    before = before[: max(0, before.find(two)) + there.start]
                    yield says_else(manuscript, piece, {first: here.found, other: there.found}, before)
                    return


@cache
def _compared(sentence: str, language: str, name: str) -> Sequence[_Compared]:
    """Return what a sentence says is more, or less; and of what, in terms that languages share."""
    found: list[_Compared] = []
    refused = [each.span() for each in pattern(language, "negated").finditer(sentence)]  # `ne … plus` is no more
    compared = (pattern(language, each).finditer(sentence) for each in _PATTERNS[name])
    for each in chain.from_iterable(compared):
        if any(start <= each.start() < end for start, end in refused):
            continue
        following = [token for token in tokens(sentence) if token.start >= each.start("of")][:_AFTER]
        if following:
            words = sentence[each.start("of") : following[-1].end]
            known = frozenset().union(*meanings(words, language, _LISTS).values()) - {""}
            said = sentence[each.start() : max(each.end(), following[0].end)]
            found.append(_Compared(said, each.start(), known | {stem(following[0].word)}))
    return found
