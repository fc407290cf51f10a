"""What is over in one language and goes on in the other: `ne suinte plus`, and `still oozes`; `until`, and `tant que`."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.concepts import meanings
from handouts.checks.parity.differing import says_else
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import sentences_of, side_by_side
from handouts.errors import Problem

_DEEDS: Final = ("deeds", "glossary", "everyday", "everyday_too")
_LISTS: Final = ("glossary", "everyday", "everyday_too", "qualities", "qualities_too")


def until(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find what ends once something is so in one language, and as long as it is so in the other."""
    texts = [manuscript.words(piece, language) for language in (first, other)]
    for one, two in side_by_side(*texts):
        for said in (("until", "during"), ("during", "until")):
            ours, theirs = pattern(first, said[0]).search(one), pattern(other, said[1]).search(two)
            if ours and theirs and _spoken_of(one, ours.end(), first) & _spoken_of(two, theirs.end(), other):
                yield says_else(manuscript, piece, {first: ours[0], other: theirs[0]})
                return
        for said in (("up_to", "from_then"), ("from_then", "up_to")):
            ours, theirs = pattern(first, said[0]).search(one), pattern(other, said[1]).search(two)
            if ours and theirs and _is_of_one_deed(ours, theirs, first, other):
                yield says_else(manuscript, piece, {first: ours[0], other: theirs[0]})
                return


def _is_of_one_deed(ours: re.Match[str], theirs: re.Match[str], first: str, other: str) -> bool:
    """Whether two sentences tell of the same deed, refused in both or in none, around the same event."""
    said = ((ours.string, first), (theirs.string, other))
    if any(all(pattern(each, name).search(words) for name in ("up_to", "from_then")) for words, each in said):
        return False  # `up to 14 days after`
    if any(pattern(each, "only_once").search(words) for words, each in said):
        return False  # `ne conduisez qu'une fois que`, and `do not drive until`
    before = {first: ours.string[: ours.start()], other: theirs.string[: theirs.start()]}
    refused = {pattern(language, "negative").search(words) is not None for language, words in before.items()}
    here, there = (frozenset().union(*meanings(words, each, _DEEDS).values()) for each, words in before.items())
    event = _spoken_of(ours.string, ours.end(), first) & _spoken_of(theirs.string, theirs.end(), other)
    return len(refused) == 1 and bool(event) and bool(here & there)


def _spoken_of(words: str, start: int, language: str) -> frozenset[str]:
    """Return what is said after a word, to the end of its clause."""
    end = pattern(language, "clause_end").search(words, start)
    known = meanings(words[start : end.start() if end else None], language, _LISTS)
    return frozenset().union(*known.values())


def lasting(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find `no longer` in one language where the other says `still`."""
    words = {language: manuscript.words(piece, language) for language in (first, other)}
    if any(len(sentences_of(text)) > 1 for text in words.values()):
        return
    for over, on in ((first, other), (other, first)):
        ended, goes_on = pattern(over, "over").search(words[over]), pattern(on, "goes_on").search(words[on])
        too = pattern(on, "over").search(words[on]) or pattern(over, "goes_on").search(words[over])
        too = too or pattern(on, "during").search(words[on])  # `as long as it still …`, and `until it no longer …`
        denied = ended and pattern(over, "refusing").search(words[over], 0, ended.start())
        if ended and goes_on and not too and not denied:
            said = {over: ended[0], on: goes_on[0]}
            yield says_else(manuscript, piece, {first: said[first], other: said[other]})
            return
