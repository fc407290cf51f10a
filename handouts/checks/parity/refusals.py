"""What one language refuses, and the other does not: a lost `not`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from handouts.checks.lists.lexicon import lexicon
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.senses import Sense, senses_of
from handouts.checks.meaning.spare import spare, unknown
from handouts.checks.meaning.unanswered import Word, known_words, meant, unanswered
from handouts.checks.parity.differing import sentence_at
from handouts.checks.parity.translation import excerpt
from handouts.checks.plain.orders import is_order
from handouts.checks.text.clauses import clauses_of, clauses_side_by_side
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import side_by_side
from handouts.errors import Problem
from handouts.languages import name_of

_SAY_NO: Final = ("stop", "wait", "skip", "prevent", "take_off", "cover")
"""Deeds whose names alone say no to something."""

_ASKS: Final[Mapping[str, str]] = {"wait": "in_time", "stop": "to_the_end"}
"""What says by itself not to do these: `call before …`, not to wait; `finish all of it`, not to stop."""

_EITHER: Final[Mapping[str, frozenset[str]]] = {
    "posture": frozenset({"sitting", "standing"}),
    "water": frozenset({"wet", "dry"}),
    "ascent": frozenset({"stairs", "elevator"}),
}
"""Two words of a kind, of which a sentence that refuses one asks for the other: there is no third way."""

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
    if _are_turned(words, twin, language, other):
        return True
    if pattern(language, "on_condition").search(words) and pattern(other, "on_condition").search(twin):
        return True
    deeds = (word for word in known_words(words, language) if word.end > negated.start() and "deed" in word.classes)
    refused, lone = next(deeds, None), unanswered(words, twin, language, other)
    supposed = pattern(language, "gives_condition").search(words, 0, negated.start())
    if _asks_for_the_other(words[negated.start() :], twin, language, other):
        return True
    if refused is not None and not supposed and _is_supposed(refused, twin, other):
        return True
    is_said = refused is not None and refused not in lone
    return not is_said and len(unknown(twin, words, other)) > len(spare(words, twin, language, other))


def _asks_for_the_other(refused: str, twin: str, language: str, other: str) -> bool:
    """Whether a sentence asks for what is left where its twin refuses the rest: `avoid the stairs`, `prenez l'ascenseur`."""
    here, there = senses_of(refused, language), senses_of(twin, other)
    for kind, either in _EITHER.items():
        ours, theirs = (either & _meant(senses.get(kind, ())) for senses in (here, there))
        if len(ours) == 1 and theirs == either - ours:
            return True
    return False


def _meant(senses: Iterable[Sense]) -> frozenset[str]:
    return frozenset(meaning for sense in senses for meaning in sense.meanings)


def _is_supposed(refused: Word, twin: str, language: str) -> bool:
    """Whether a sentence says what may come of a deed that its twin refuses: `if you scratch, it may bleed`."""
    *before, outcome = clauses_of(twin, language) or [""]
    return pattern(language, "guarded").search(outcome) is not None and any(
        pattern(language, "gives_condition").search(clause) and not refused.meanings.isdisjoint(meant(clause, language))
        for clause in before
    )


def _are_turned(words: str, twin: str, language: str, other: str) -> bool:
    """Whether one text has above what the other has below: `pas plus de vingt minutes`, and `under twenty minutes`."""
    pairs = (("above", "below"), ("below", "above"))
    return any(pattern(language, up).search(words) and pattern(other, down).search(twin) for up, down in pairs)


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
    moved = _count(words, language) <= _count(twin, missing)  # `no`, in a sentence that begins elsewhere
    for one, another in pairs if (ours > theirs and not moved) or fewer else [(words, twin)]:
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
            is_lost = negated and weak <= len(pattern(language, "negative").findall(rest))
            if negated and is_lost and not _is_asked(another, missing, negated, language):
                return negated
    return None


def _count(words: str, language: str) -> int:
    """Return how many times a text says no by a word that does nothing else."""
    return len(pattern(language, "negated").findall(words))


def _refusals(parts: Sequence[str], language: str) -> int:
    """Return how many parts of a text say no by a word that does nothing else."""
    return sum(pattern(language, "plain_no").search(part) is not None for part in parts)


def _unanswered(one: str, another: str, language: str, missing: str) -> re.Match[str] | None:
    here, there = _without_pairs({language: one, missing: another})
    negated = pattern(language, "negated").search(here)
    is_alone = negated and pattern(language, "alone").match(here, negated.end())
    return negated if negated and not is_alone and not _says_no(there, missing, negated, language) else None


def _without_pairs(texts: Mapping[str, str]) -> Iterable[str]:
    """Leave out `sans` and `without`, `nus` and `bare`, where both texts have one: it is no `not` of the other."""
    for name in ("without", "bare"):
        if all(pattern(language, name).search(words) for language, words in texts.items()):
            texts = {language: pattern(language, name).sub("", words, count=1) for language, words in texts.items()}
    return texts.values()


def _answers(words: str, language: str, negated: re.Match[str] | None, other: str) -> bool:
    """Whether a sentence says no, as what its twin refuses asks for."""
    if negated is None:
        return pattern(language, "negative").search(words) is not None
    return _says_no(words, language, negated, other)


def _says_no(words: str, language: str, negated: re.Match[str], other: str) -> bool:
    """Whether a text says no; `stop` and `skip` do, but not where the other language says not to stop or to skip."""
    if _is_asked(words, language, negated, other):
        return True
    around = negated.string[negated.start() : negated.end() + _NEAR]
    for name in _SAY_NO:
        is_refused = pattern(other, "plain_no").search(pattern(other, name).sub("", negated[0]))
        if is_refused and pattern(other, name).search(around):
            words = pattern(language, name).sub("", words)
    if _names(words, language, _refused(negated, other)):
        words = pattern(language, "soft_no").sub("", words)  # `do not blow your nose`, and `blow your nose gently`
    return pattern(language, "negative").search(words) is not None


def _refused(negated: re.Match[str], language: str) -> frozenset[str]:
    """Return the deeds that a `do not` refuses, and not only some way to do them."""
    if pattern(language, "in_this_way").search(negated.string, negated.end(), negated.end() + _NEAR):
        return frozenset()
    near = (
        each for each in known_words(negated.string, language) if negated.start() <= each.start < negated.end() + _NEAR
    )
    listed = lexicon(language, "deeds")  # which `deeds` tells, at the very word
    return frozenset().union(*(each.told for each in near if not listed.find(each.found)))


def _names(words: str, language: str, deeds: frozenset[str]) -> bool:
    """Whether a text names one of some deeds."""
    return any(not deeds.isdisjoint(each.told) for each in known_words(words, language))


def _is_asked(words: str, language: str, negated: re.Match[str], other: str) -> bool:
    """Whether a text asks for what its twin says not to stop, or not to put off, and does not name that itself."""
    around = negated.string[negated.start() : negated.end() + _NEAR]
    return any(
        pattern(other, name).search(around)
        and pattern(language, ask).search(words)
        and not pattern(language, name).search(words)
        for name, ask in _ASKS.items()
    )
