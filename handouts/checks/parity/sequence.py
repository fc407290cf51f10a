"""What is done first, and what then: `breathe in through your nose, then out through your mouth` is not the other way round.

Nor is what is meant, and what is not: `lift with your legs, not with your back`.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import Final

from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.concepts import meanings
from handouts.checks.meaning.senses import Sense, senses_of
from handouts.checks.meaning.unanswered import known_words
from handouts.checks.parity.differing import says_else
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import side_by_side
from handouts.errors import Problem

_LISTS: Final = ("deeds", "glossary", "everyday", "everyday_too", "qualities", "ways")

_SURE: Final = 2
"""Things said crosswise, with none said straight, that make it sure."""

_Halves = tuple[str, str]


def sequence(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find two parts of a sentence, around `then`, `before` or `not`, that the other language has in another order."""
    for one, two in side_by_side(*(manuscript.words(piece, language) for language in (first, other))):
        turned = (_turned(*halves, first, other) for halves in product(_in_time(one, first), _in_time(two, other)))
        told = next(filter(None, turned), None) or _contrasted(one, two, first, other)
        if told is not None:
            yield says_else(manuscript, piece, {first: told[0].strip(), other: told[1].strip()})
            return
        steps = _exchanged_steps(_steps(one, first), _steps(two, other), first, other)
        if steps is not None:
            yield says_else(manuscript, piece, {first: steps[0].strip(), other: steps[1].strip()})
            return


def _steps(sentence: str, language: str) -> list[str]:
    return [part for part in pattern(language, "then").split(sentence) if part.strip()]


def _exchanged_steps(here: Sequence[str], there: Sequence[str], first: str, other: str) -> _Halves | None:
    """Return the first of two steps that stand in another order in each language, of as many."""
    if len(here) != len(there) or len(here) <= _SURE:
        return None
    ours, theirs = ([_things_of(part, each) for part in parts] for parts, each in ((here, first), (there, other)))
    for (one, two), (twin_one, twin_two) in zip(pairwise(ours), pairwise(theirs), strict=True):
        if _cross([one, two], [twin_one, twin_two]):
            turn = ours.index(one)
            return here[turn], there[turn]
    return None


def _things_of(words: str, language: str) -> frozenset[str]:
    return frozenset().union(*(word.told for word in known_words(words, language) if word.classes == {"thing"}))


def _turned(here: _Halves, there: _Halves, first: str, other: str) -> _Halves | None:
    """Return what shows that two halves stand in another order in each language."""
    ours, theirs = ([_spoken_of(part, each) for part in parts] for parts, each in ((here, first), (there, other)))
    return _crossed_kind(here, there, first, other) or ((here[0], there[0]) if _cross(ours, theirs) else None)


def _contrasted(one: str, two: str, first: str, other: str) -> _Halves | None:
    """Return what shows that one language means what the other says not to mean."""
    here, there = _halves(one, first, "contrast"), _halves(two, other, "contrast")
    if here is None or there is None:
        return None
    ours, theirs = ([_spoken_of(part, each) for part in parts] for parts, each in ((here, first), (there, other)))
    crosswise = _is_contrasted_crosswise(ours, theirs)
    return _turned(here, there, first, other) or ((here[0], there[0]) if crosswise else None)


def _in_time(sentence: str, language: str) -> Iterator[_Halves]:
    """Yield what a sentence says to do first, and what next, whichever it names first: `before you eat, wash`."""
    led = pattern(language, "led_by_before").match(sentence)
    if led:
        yield led["first"], led["next"]
    if then := _halves(sentence, language, "then"):
        yield then
    before = _halves(sentence, language, "pivot_before")
    if before and not pattern(language, "plain_no").search(before[0]):  # `do not eat before …`
        yield before[0], pattern(language, "clause_end").split(before[1])[0]


def _halves(sentence: str, language: str, link: str) -> _Halves | None:
    """Return what stands before and after the one link of a sentence."""
    parts = pattern(language, link).split(sentence)
    return (parts[0], parts[1]) if len(parts) == 2 and all(map(str.strip, parts)) else None  # noqa: PLR2004


def _spoken_of(words: str, language: str) -> frozenset[str]:
    return frozenset().union(*meanings(words, language, _LISTS).values()) - {"", ": "}


def _cross(ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> bool:
    """Whether each half speaks of what the other half of the other language does, and of nothing that its own does."""
    (one, two), (twin_one, twin_two) = _apart(ours), _apart(theirs)
    across = len(one & twin_two), len(two & twin_one)
    return all(across) and sum(across) >= _SURE and not (one & twin_one or two & twin_two)


def _is_contrasted_crosswise(ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> bool:
    """Whether what one language says not to mean is what the other means, both ways: `on the skin, never on the pad`."""
    (one, two), (twin_one, twin_two) = _apart(ours), _apart(theirs)
    return bool(two & twin_one and twin_two & one and not two & twin_two)


def _apart(halves: Sequence[frozenset[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """Leave out what both halves speak of."""
    return halves[0] - halves[1], halves[1] - halves[0]


def _crossed_kind(here: _Halves, there: _Halves, first: str, other: str) -> tuple[str, str] | None:
    """Return a word of the first half in each language, where two of one kind stand crosswise."""
    ours, theirs = (
        [senses_of(part, language) for part in parts] for parts, language in ((here, first), (there, other))
    )
    for kind in ours[0]:
        one, two, twin_one, twin_two = (_only(each, kind) for each in (*ours, *theirs))
        if one and two and twin_one and twin_two and not one.meanings & two.meanings:
            straight = one.meanings & twin_one.meanings or two.meanings & twin_two.meanings
            if not straight and one.meanings & twin_two.meanings and two.meanings & twin_one.meanings:
                return one.found, twin_one.found
    return None


def _only(senses: Mapping[str, Sequence[Sense]], kind: str) -> Sense | None:
    """Return the word of a kind, if there is just one."""
    found = senses.get(kind, ())
    return found[0] if len(found) == 1 else None
