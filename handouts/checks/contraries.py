"""Words of which one language says the contrary of the other: a lost `not`, `avant` for `after`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from handouts.checks.differing import says_else
from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.patterns import pattern
from handouts.checks.quantities import quantities
from handouts.checks.senses import Sense, Senses, senses_of, unmatched
from handouts.checks.sentences import side_by_side
from handouts.checks.translation import excerpt
from handouts.errors import Problem
from handouts.languages import name_of

_COUNTED: Final = frozenset({"unit", "mass", "distance"})
"""Kinds that are compared with their figures, where a text has some."""

_NAMED: Final = ("act of the body", "symptom", "condition", "pastime", "stuff on a list", "worn")
"""Kinds of things of which a text may leave some out, but not name others."""

_NOT_TURNED: Final = ("day named", "side", "time of day")
"""Kinds of which a refusal does not make the contrary: not today is not tomorrow."""

_SAY_NO: Final = ("stop", "wait")
"""Deeds whose names alone say no to something."""

_NEAR = 12  # characters after `do not` in which its verb begins


def negation(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find `do not` in one language where nothing in the other says no in any way."""
    for language, missing in ((first, other), (other, first)):
        negated = _lost(manuscript.words(piece, language), manuscript.words(piece, missing), language, missing)
        if negated:
            message = f"{name_of(language)} says “{excerpt(negated[0])}”, and nothing in {name_of(missing)} says no"
            hint = "see whether one language says to do what the other says not to do"
            yield Problem("W203", message, manuscript.at(piece, missing), hint)


def _lost(words: str, twin: str, language: str, missing: str) -> re.Match[str] | None:
    """Return the first `do not` of a text that its twin lacks.

    Sentence by sentence where both have as many, unless as many of them say no: their order may differ.
    """
    pairs = side_by_side(words, twin)
    ours = sum(pattern(language, "negative").search(one) is not None for one, _ in pairs)
    theirs = sum(
        _answers(another, missing, pattern(language, "negated").search(one), language) for one, another in pairs
    )
    for one, another in pairs if ours > theirs else [(words, twin)]:
        here, there = _without_pairs({language: one, missing: another})
        negated = pattern(language, "negated").search(here)
        is_alone = negated and pattern(language, "alone").match(here, negated.end())
        if negated and not is_alone and not _says_no(there, missing, negated, language):
            return negated
    return None


def _without_pairs(texts: Mapping[str, str]) -> Iterable[str]:
    """Leave out `sans` and `without` where both texts have one: neither stands for the `not` of the other."""
    if all(pattern(language, "without").search(words) for language, words in texts.items()):
        return [pattern(language, "without").sub("", words, count=1) for language, words in texts.items()]
    return texts.values()


def _answers(words: str, language: str, negated: re.Match[str] | None, other: str) -> bool:
    """Whether a sentence says no, as what its twin refuses asks for."""
    if negated is None:
        return pattern(language, "negative").search(words) is not None
    return _says_no(words, language, negated, other)


def _says_no(words: str, language: str, negated: re.Match[str], other: str) -> bool:
    """Whether a text says no; `stop` and `wait` do, but not where the other language says not to stop or to wait."""
    around = negated.string[negated.start() : negated.end() + _NEAR]
    for name in _SAY_NO:
        if pattern(other, name).search(around):
            words = pattern(language, name).sub("", words)
    return pattern(language, "negative").search(words) is not None


def possible(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find what cannot be in one language, and can be in the other: `ne peut pas`, and `can`."""
    for one, two in side_by_side(*(manuscript.words(piece, language) for language in (first, other))):
        for language, missing, words, twin in ((first, other, one, two), (other, first, two, one)):
            negated, found = pattern(language, "cannot").search(words), pattern(missing, "can").search(twin)
            too = pattern(language, "can").search(words) or pattern(missing, "unable").search(twin)
            if negated and found and not too:
                message = f"{name_of(language)} says “{excerpt(negated[0])}”, and nothing in {name_of(missing)} says no"
                hint = "see whether one language says to do what the other says not to do"
                yield Problem("W203", message, manuscript.at(piece, missing, found[0]), hint)
                return


def opposites(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find words of one kind that do not mean the same: `avant` and `after`, `tiède` and `cold`."""
    here, there = (_compared(manuscript.words(piece, language), language) for language in (first, other))
    for kind in filter(there.__contains__, here):
        ours, theirs = unmatched(here[kind], there[kind]), unmatched(there[kind], here[kind])
        counted = kind in _COUNTED and _counts(manuscript, piece, first, other)
        if not (ours and theirs) or counted:
            continue
        if kind in _NOT_TURNED or not _one_is_refused(manuscript, piece, {first: ours[0], other: theirs[0]}):
            before = manuscript.words(piece, other)[: theirs[0].start]
            yield says_else(manuscript, piece, {first: ours[0].found, other: theirs[0].found}, before)


@cache
def _compared(words: str, language: str) -> Senses:
    """Return the words of a text of which those of the other language must not mean something else."""
    named = senses_of(words, language, "things")
    return {**senses_of(words, language), **{kind: named[kind] for kind in _NAMED if kind in named}}


def _one_is_refused(manuscript: Manuscript, piece: Piece, senses: Mapping[str, Sense]) -> bool:
    """Whether just one language says no to its word: `do not get it wet` is `gardez-le sec`."""
    refused = set[bool]()
    for language, sense in senses.items():
        words = manuscript.words(piece, language)
        start = max((end.end() for end in pattern(language, "clause_end").finditer(words, 0, sense.start)), default=0)
        refused.add(pattern(language, "refusing").search(words, start, sense.start) is not None)
    return len(refused) > 1


def joined(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a sign of which one language asks for both parts, and the other for either: `pus ou odeur`, `pus and smell`."""
    if piece.field != "signs":
        return
    words = {language: manuscript.words(piece, language) for language in (first, other)}
    for either, both in ((first, other), (other, first)):
        one, two = pattern(either, "either").findall(words[either]), pattern(both, "both").findall(words[both])
        if (
            len(one) == len(two) == 1
            and not pattern(either, "both").search(words[either])
            and not pattern(both, "either").search(words[both])
        ):
            twin, found = (one[0], two[0]) if either == first else (two[0], one[0])
            message = f"{name_of(first)} says “{twin}”, {name_of(other)} “{found}”"
            hint = "see whether one of the two is enough to call"
            yield Problem("W204", message, manuscript.at(piece, other, found), hint)


def _counts(manuscript: Manuscript, piece: Piece, *languages: str) -> bool:
    """Whether a text has figures, or durations in words, which are compared with their units."""
    counted = [quantities(manuscript.words(piece, language), language) for language in languages]
    return any(each.figures for each in counted) or all(each.spelled for each in counted)
