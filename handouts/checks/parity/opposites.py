"""Words of one kind that do not mean the same in two languages: `avant` and `after`, `tiède` and `cold`."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from handouts.checks.figures.quantities import quantities
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.senses import Sense, Senses, senses_of, unmatched
from handouts.checks.meaning.unanswered import meant
from handouts.checks.parity.differing import says_else
from handouts.checks.text.clauses import clauses_of
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import Sentence, sentences_of
from handouts.errors import Problem

_COUNTED: Final = frozenset({"unit", "mass", "distance", "place"})
"""Kinds that are compared with their figures, where a text has some."""

_NAMED: Final = ("act of the body", "symptom", "condition", "pastime", "stuff on a list", "worn")
"""Kinds of things of which a text may leave some out, but not name others."""

_NOT_TURNED: Final = ("day named", "side", "time of day", "readiness")
"""Kinds of which a refusal does not make the contrary: not today is not tomorrow."""


def opposites(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find words of one kind that do not mean the same: `avant` and `after`, `tiède` and `cold`."""
    texts = {language: manuscript.words(piece, language) for language in (first, other)}
    here, there = (_compared(words, language) for language, words in texts.items())
    for kind in filter(there.__contains__, here):
        ours, theirs = _alone_in_its_sentence(texts, here[kind], there[kind])
        if not (ours and theirs):
            ours, theirs = unmatched(here[kind], there[kind]), unmatched(there[kind], here[kind])
            if len(here[kind]) == len(there[kind]):  # `fast …, slow`, and `fast …, fast`
                ours, theirs = ours or _left(here[kind], there[kind]), theirs or _left(there[kind], here[kind])
        counted = kind in _COUNTED and _counts(manuscript, piece, first, other)
        if not (ours and theirs) or counted:
            continue
        if kind == "order" and (_one_waits(texts) or _are_the_other_way_round(texts, ours[0], theirs[0])):
            continue
        if not _is_in_one_sentence(manuscript, piece, {first: ours[0], other: theirs[0]}):
            continue
        if kind in _NOT_TURNED or not one_is_refused(manuscript, piece, {first: ours[0].start, other: theirs[0].start}):
            before = texts[other][: theirs[0].start]
            yield says_else(manuscript, piece, {first: ours[0].found, other: theirs[0].found}, before)


def _alone_in_its_sentence(
    texts: Mapping[str, str], here: Sequence[Sense], there: Sequence[Sense]
) -> tuple[list[Sense], list[Sense]]:
    """Return the only word of a kind in a sentence of each text, where they differ.

    Another sentence may say what the other language says here; but not where one text has no word for it at all.
    """
    parts = [sentences_of(words) for words in texts.values()]
    if len({len(found) for found in parts}) == 1 and len(parts[0]) > 1:
        for one, two in zip(*parts, strict=True):
            ours, theirs = _within(here, one), _within(there, two)
            lone = unmatched(ours, there) or unmatched(theirs, here)
            if len(ours) == len(theirs) == 1 and lone and unmatched(ours, theirs):
                return ours, theirs
    return [], []


def _within(senses: Sequence[Sense], sentence: Sentence) -> list[Sense]:
    return [each for each in senses if sentence.start <= each.start < sentence.start + len(sentence.text)]


def _left(here: Sequence[Sense], there: Sequence[Sense]) -> list[Sense]:
    """Return the words of one text that are left where each word of the other, taken once, has answered one."""
    left = list(here)
    for sense in there:
        answer = next((each for each in left if each.meanings & sense.meanings), None)
        left = [each for each in left if each is not answer]
    return left


def _is_in_one_sentence(manuscript: Manuscript, piece: Piece, senses: Mapping[str, Sense]) -> bool:
    """Whether two words stand in the same sentence, counted from the start, where both texts have as many."""
    parts = {language: sentences_of(manuscript.words(piece, language)) for language in senses}
    turns = {sum(part.start <= senses[language].start for part in found) for language, found in parts.items()}
    return len({len(found) for found in parts.values()}) > 1 or len(turns) == 1


@cache
def _compared(words: str, language: str) -> Senses:
    """Return the words of a text of which those of the other language must not mean something else."""
    named = senses_of(words, language, "things")
    return {**senses_of(words, language), **{kind: named[kind] for kind in _NAMED if kind in named}}


def one_is_refused(manuscript: Manuscript, piece: Piece, places: Mapping[str, int]) -> bool:
    """Whether just one language says no to the word at its place: `do not get it wet` is `gardez-le sec`."""
    refused = set[bool]()
    for language, at in places.items():
        words = manuscript.words(piece, language)
        start = max((end.end() for end in pattern(language, "clause_end").finditer(words, 0, at)), default=0)
        sentence = max(words.rfind(end, 0, at) for end in ".!?") + 1
        looked_for = pattern(language, "looked_for").search(words, sentence, at)  # what should not be there
        refused.add(bool(pattern(language, "refusing").search(words, start, at) or looked_for))
    return len(refused) > 1


def _one_waits(texts: Mapping[str, str]) -> bool:
    """Whether just one language waits before what the other does after: `attendez 1 h avant de boire`, `drink after 1 h`."""
    waits_before = any(pattern(language, "waits_before").search(words) for language, words in texts.items())
    return waits_before and not all(pattern(language, "wait").search(words) for language, words in texts.items())


def _are_the_other_way_round(texts: Mapping[str, str], ours: Sense, theirs: Sense) -> bool:
    """Whether what stands before the word in one language stands after it in the other: `B after A`, `A before B`."""
    sides = list[tuple[frozenset[str], frozenset[str]]]()
    for (language, words), sense in zip(texts.items(), (ours, theirs), strict=True):
        sentence = next(each for each in reversed(sentences_of(words)) if each.start <= sense.start)
        at = sense.start - sentence.start
        following = clauses_of(sentence.text[at + len(sense.found) :], language, ("clause_end", "both"))
        before, after = meant(sentence.text[:at], language), meant(next(iter(following), ""), language)
        sides.append((before - after, after - before))
    (before, after), (twin_before, twin_after) = sides
    return bool(before & twin_after and after & twin_before) and not (before & twin_before or after & twin_after)


def _counts(manuscript: Manuscript, piece: Piece, *languages: str) -> bool:
    """Whether a text has figures, or durations in words, which are compared with their units."""
    counted = [quantities(manuscript.words(piece, language), language) for language in languages]
    return any(each.figures for each in counted) or all(each.spelled for each in counted)
