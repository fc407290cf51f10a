"""Words of which one language says the contrary of the other: a lost `not`, `avant` for `after`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Final

from handouts.checks.figures.quantities import quantities
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.senses import Sense, Senses, senses_of, unmatched
from handouts.checks.meaning.spare import spare, unknown
from handouts.checks.meaning.unanswered import known_words, unanswered
from handouts.checks.parity.differing import says_else, sentence_at
from handouts.checks.parity.translation import excerpt
from handouts.checks.plain.orders import is_order
from handouts.checks.text.clauses import clauses_of, clauses_side_by_side
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import Sentence, sentences_of, side_by_side
from handouts.errors import Problem
from handouts.languages import name_of

_COUNTED: Final = frozenset({"unit", "mass", "distance", "place"})
"""Kinds that are compared with their figures, where a text has some."""

_NAMED: Final = ("act of the body", "symptom", "condition", "pastime", "stuff on a list", "worn")
"""Kinds of things of which a text may leave some out, but not name others."""

_NOT_TURNED: Final = ("day named", "side", "time of day")
"""Kinds of which a refusal does not make the contrary: not today is not tomorrow."""

_SAY_NO: Final = ("stop", "wait", "skip", "prevent", "take_off", "cover")
"""Deeds whose names alone say no to something."""

_NEAR = 12  # characters after `do not` in which its verb begins


def negation(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find `do not` in one language where nothing in the other says no in any way."""
    for language, missing in ((first, other), (other, first)):
        lost = _lost(manuscript.words(piece, language), manuscript.words(piece, missing), language, missing)
        if lost and not _in_other_words(lost[0], lost[1], language, missing):
            negated, twin = lost
            message = f"{name_of(language)} says “{excerpt(negated[0])}”, and nothing in {name_of(missing)} says no"
            hint = "see whether one language says to do what the other says not to do"
            yield Problem("W203", message, sentence_at(manuscript, piece, missing, twin), hint)


def _in_other_words(negated: re.Match[str], twin: str, language: str, other: str) -> bool:
    """Whether a sentence may refuse in words of its own what its twin refuses, other than by the very deed.

    It may if it has more words that no list knows than the twin has to be answered, or if both ask to do something first:
    `take nothing without asking`, and `ask before you take anything`.
    """
    words = negated.string
    if pattern(language, "twice_no").search(words):  # which says yes
        return True
    if pattern(language, "on_condition").search(words) and pattern(other, "on_condition").search(twin):
        return True
    deeds = (word for word in known_words(words, language) if word.end > negated.start() and "deed" in word.classes)
    refused, lone = next(deeds, None), unanswered(words, twin, language, other)
    is_said = refused is not None and refused not in lone
    return not is_said and len(unknown(twin, words, other)) > len(spare(words, twin, language, other))


def _lost(words: str, twin: str, language: str, missing: str) -> tuple[re.Match[str], str] | None:
    """Return the first `do not` of a text that its twin lacks, and the part of the twin that should say it.

    Sentence by sentence where both have as many, unless as many of them say no: their order may differ. So with the
    clauses of a sentence, of which a word like `off` may say no in another clause than the one that lacks it.
    """
    if not pattern(language, "negative").search(words):  # which all that refuses has
        return None
    pairs = side_by_side(words, twin)
    ours = sum(pattern(language, "negative").search(one) is not None for one, _ in pairs)
    theirs = sum(
        _answers(another, missing, pattern(language, "negated").search(one), language) for one, another in pairs
    )
    fewer = _refusals([one for one, _ in pairs], language) > _refusals([one for _, one in pairs], missing)
    for one, another in pairs if ours > theirs or fewer else [(words, twin)]:
        negated = _unanswered(one, another, language, missing) or _of_a_clause(one, another, language, missing)
        if negated:
            return negated, another
    return None


def _of_a_clause(one: str, another: str, language: str, missing: str) -> re.Match[str] | None:
    """Return what a clause refuses, of which the same clause of the other sentence says nothing."""
    for marks in (("clause_end",), ("clause_end", "both")):
        clauses = clauses_side_by_side(one, another, language, missing, marks)
        if _refusals([here for here, _ in clauses], language) > _refusals([there for _, there in clauses], missing):
            for number, (here, there) in enumerate(clauses):
                negated = _unanswered(here, there, language, missing)
                before = clauses[number - 1][1] if number else ""
                is_clause = negated and negated.start() == 0 and not _goes_on(before, there, missing)
                if negated and (len(marks) == 1 or is_clause):  # after `and`, there may be no clause
                    return negated
    return _left_out(one, another, language, missing)


def _goes_on(before: str, after: str, language: str) -> bool:
    """Whether what follows an `and` is refused by the words before it: `évitez les tampons et les douches`."""
    return pattern(language, "plain_no").search(before) is not None and not is_order(after, language)


def _left_out(one: str, another: str, language: str, missing: str) -> re.Match[str] | None:
    """Return what a clause refuses that the other sentence lacks, whose other clauses say all that says no in it."""
    clauses = clauses_of(one, language)
    if len(clauses) > 1 and not pattern(missing, "plain_no").search(another):
        weak = len(pattern(missing, "negative").findall(another))
        for number, clause in enumerate(clauses):
            plain = pattern(language, "plain_no").search(clause)  # `stay away` is said in many ways
            negated = pattern(language, "negated").search(clause) if plain else None
            rest = ", ".join((*clauses[:number], *clauses[number + 1 :]))
            if negated and weak <= len(pattern(language, "negative").findall(rest)):
                return negated
    return None


def _refusals(parts: Sequence[str], language: str) -> int:
    """Return how many parts of a text say no by a word that does nothing else."""
    return sum(pattern(language, "plain_no").search(part) is not None for part in parts)


def _unanswered(one: str, another: str, language: str, missing: str) -> re.Match[str] | None:
    here, there = _without_pairs({language: one, missing: another})
    negated = pattern(language, "negated").search(here)
    is_alone = negated and pattern(language, "alone").match(here, negated.end())
    return negated if negated and not is_alone and not _says_no(there, missing, negated, language) else None


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
    """Whether a text says no; `stop` and `skip` do, but not where the other language says not to stop or to skip."""
    around = negated.string[negated.start() : negated.end() + _NEAR]
    for name in _SAY_NO:
        is_refused = pattern(other, "plain_no").search(pattern(other, name).sub("", negated[0]))
        if is_refused and pattern(other, name).search(around):
            words = pattern(language, name).sub("", words)
    return pattern(language, "negative").search(words) is not None


_REFUSED_AND_ASKED: Final = (
    ("cannot", "can", "unable"),
    ("needless", "needed", "plain_no"),
    ("not_before", "allowed_until", "plain_no"),
)
"""Patterns of what is refused, of what says the contrary of it, and of what refuses it in other words."""


def possible(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find what cannot or need not be in one language, and can or must be in the other: `ne peut pas`, and `can`."""
    pairs = side_by_side(*(manuscript.words(piece, language) for language in (first, other)))
    for (one, two), (refused, asked, otherwise) in product(pairs, _REFUSED_AND_ASKED):
        for language, missing, words, twin in ((first, other, one, two), (other, first, two, one)):
            negated = pattern(language, refused).search(words)
            found = pattern(missing, asked).search(twin) if negated else None
            too = found and (pattern(language, asked).search(words) or pattern(missing, otherwise).search(twin))
            if negated and found and not too:
                message = f"{name_of(language)} says “{excerpt(negated[0])}”, and nothing in {name_of(missing)} says no"
                hint = "see whether one language says to do what the other says not to do"
                yield Problem("W203", message, manuscript.at(piece, missing, found[0]), hint)
                return


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
        if not _is_in_one_sentence(manuscript, piece, {first: ours[0], other: theirs[0]}):
            continue
        if kind in _NOT_TURNED or not _one_is_refused(manuscript, piece, {first: ours[0], other: theirs[0]}):
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


def _one_is_refused(manuscript: Manuscript, piece: Piece, senses: Mapping[str, Sense]) -> bool:
    """Whether just one language says no to its word: `do not get it wet` is `gardez-le sec`."""
    refused = set[bool]()
    for language, sense in senses.items():
        words = manuscript.words(piece, language)
        start = max((end.end() for end in pattern(language, "clause_end").finditer(words, 0, sense.start)), default=0)
        sentence = max(words.rfind(end, 0, sense.start) for end in ".!?") + 1
        looked_for = pattern(language, "looked_for").search(words, sentence, sense.start)  # what should not be there
        refused.add(bool(pattern(language, "refusing").search(words, start, sense.start) or looked_for))
    return len(refused) > 1


def _counts(manuscript: Manuscript, piece: Piece, *languages: str) -> bool:
    """Whether a text has figures, or durations in words, which are compared with their units."""
    counted = [quantities(manuscript.words(piece, language), language) for language in languages]
    return any(each.figures for each in counted) or all(each.spelled for each in counted)
