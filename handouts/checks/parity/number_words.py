"""Figures that stand in words, and differ: `deux semaines`, and `three weeks`."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from handouts.checks.figures.numerals import Numeral, numerals, value_of
from handouts.checks.figures.quantities import Quantities, quantities
from handouts.checks.lists.patterns import pattern
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem
from handouts.languages import name_of

_TENS: Final = frozenset(range(10, 100, 10))
_ROUND: Final = _TENS | {1, 15}
_SMALL: Final = frozenset({2, 3, 4, 5})
"""Numbers that are lost unseen; `neuf` is new as well."""

_TIMES: Final = (" min", " months")
_RATES: Final = frozenset({"a", "par", "per", "every", "each", "chaque"})
"""Words before a unit of time that make a rate of it."""

_FIFTEEN_DAYS, _TWO_WEEKS = "21600" + _TIMES[0], "20160" + _TIMES[0]


def number_words(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a number in words that the other language says as another."""
    words = {language: manuscript.words(piece, language) for language in (first, other)}
    said = {language: quantities(words[language], language) for language in (first, other)}
    here, there = (_lone(words[one], one, said[two]) for one, two in ((first, other), (other, first)))
    once = all(_come_once(words[language], said[language], language) for language in (first, other))
    pair = _pair(here, there, said[first], said[other], comparable=once) or _tens(words, said)
    pair = pair or (_in_turn(words, said) if here or there else None)
    if pair:
        twin, found = pair
        message = f"{name_of(first)} says “{twin}”, {name_of(other)} “{found}”"
        yield Problem("E201", message, manuscript.at(piece, other, found), "give both languages the same figure")
        return
    for longer, shorter in ((first, other), (other, first)):
        hit = _alone(words[longer], longer, words[shorter], shorter) if piece.section is not None else None
        if hit:
            message = f"{name_of(longer)} says “{hit.found}” here, and nothing in {name_of(shorter)} does"
            hint = f"see whether {name_of(shorter)} says all that {name_of(longer)} says"
            yield Problem("W206", message, manuscript.at(piece, shorter), hint)
            return


def _alone(words: str, language: str, twin: str, missing: str) -> Numeral | None:
    """Return the first small number in words of a text whose twin counts nothing, and names no pair either."""
    there = quantities(twin, missing)
    if there.figures or pattern(missing, "counts").search(twin):
        return None
    small = (each for each in _exact(words, language, there) if each.value in _SMALL)
    small = (each for each in small if not _is_about(words, each.found, language))
    return next((each for each in small if str(each.value) not in there.values), None)


def _is_about(words: str, number: str, language: str) -> bool:
    """Whether a number only says about how many: `a small bruise or two`."""
    return any(words[each.end() :].lstrip().startswith(number) for each in pattern(language, "either").finditer(words))


def _lone(words: str, language: str, there: Quantities) -> list[str]:
    """Return the numbers in words that the other language lacks."""
    return [each.found for each in _exact(words, language, there) if str(each.value) not in _plain(there)]


def _exact(words: str, language: str, there: Quantities) -> Iterator[Numeral]:
    """Yield the numbers in words that are not round (`dix` and `quinze minutes` may be about).

    Those of a duration that the other language says in another unit are left out: `two days`, and 48 hours.
    """
    same = [each.found for each in quantities(words, language).spelled if each.value in _meant(there)]
    for each in numerals(words, language):
        if each.counts and each.value not in _ROUND and not any(each.found in duration for duration in same):
            yield each


def _plain(there: Quantities) -> frozenset[str]:
    """Return every number of a text, also of its durations: `2 days` has a 2, and 48 hours."""
    return there.values | {each.found.split()[0] for each in there.figures}


def _pair(
    here: list[str], there: list[str], ours: Quantities, theirs: Quantities, *, comparable: bool
) -> tuple[str, str] | None:
    """Return what stands for the same figure in each language, and differs; `comparable` if no duration is a rate."""
    if here and there:
        return here[0], there[0]
    alone = ours.spelled and theirs.spelled and _same_figures((ours, theirs))
    if comparable and alone and (pair := _first_that_differs(ours, theirs)):
        return pair
    for lone, known, other, swapped in ((here, ours, theirs, False), (there, theirs, ours, True)):
        counted = [each for each in known.spelled if lone and lone[0].casefold() in each.found.casefold().split()]
        times = [each for each in (*other.spelled, *other.figures) if each.value.endswith(_TIMES)]
        if counted and times and all(each.value not in _meant(other) for each in counted):
            found = counted[0].found, times[0].found
            return (found[1], found[0]) if swapped else found
    return None


def _tens(words: Mapping[str, str], said: Mapping[str, Quantities]) -> tuple[str, ...] | None:
    """Return the only numbers in words of both texts, where they are tens that differ: `dix fois`, and `twenty times`."""
    if any(each.spelled for each in said.values()) or not _same_figures(said.values()):
        return None
    counted = [[each for each in numerals(text, language) if each.counts] for language, text in words.items()]
    one, two = (each[0] if len(each) == 1 and each[0].value in _TENS else None for each in counted)
    return (one.found, two.found) if one and two and one.value != two.value else None


def _in_turn(words: Mapping[str, str], said: Mapping[str, Quantities]) -> tuple[str, str] | None:
    """Return the only number in words that differs, of as many in both texts: `six à huit`, and `six to ten`."""
    if not _same_figures(said.values()):
        return None
    one, two = (list(_counted(text, language, said[language])) for language, text in words.items())
    differ = [(here.found, there.found) for here, there in zip(one, two, strict=False) if here.value != there.value]
    is_told = len(one) == len(two) and len(differ) == 1 and all(value_of(number) != 1 for number in differ[0])
    return differ[0] if is_told else None


def _counted(words: str, language: str, said: Quantities) -> Iterator[Numeral]:
    """Yield the numbers in words but for those of a duration, which are compared with their unit."""
    for each in numerals(words, language):
        if each.counts and not any(each.found in duration.found for duration in said.spelled):
            yield each


def _come_once(words: str, said: Quantities, language: str) -> bool:
    """Whether no duration in words of a text is a rate: how often something is done is compared by its words."""
    rates = (each for each in said.spelled if each.found.split()[0].casefold() in _RATES)
    return all(
        pattern(language, "stretch_of").search(words, 0, each.start)
        or pattern(language, "no_rate").match(words, each.start + len(each.found))
        for each in rates
    )


def _first_that_differs(ours: Quantities, theirs: Quantities) -> tuple[str, str] | None:
    """Return what stands for one duration in words, and is another one: `la première semaine`, and `the first month`.

    Where both texts have several, all but one are the same in turn.
    """
    here, there = (each.spelled for each in (ours, theirs))
    if all(each.value not in _meant(ours) & _meant(theirs) for each in (*here, *there)):
        return here[0].found, there[0].found
    if len(here) != len(there):
        return None
    lone = [(one, two) for one, two in zip(here, there, strict=True) if one.value != two.value]
    told = len(lone) == 1 and lone[0][0].value not in _meant(theirs) and lone[0][1].value not in _meant(ours)
    return (lone[0][0].found, lone[0][1].found) if told else None


def _same_figures(said: Iterable[Quantities]) -> bool:
    """Whether what texts have in digits is the same, so that what they say in words can be compared alone."""
    return len({frozenset(figure.value for figure in each.figures) for each in said}) == 1


def _meant(other: Quantities) -> frozenset[str]:
    """Return the values of a text; `quinze jours` is what French calls two weeks."""
    return other.values | ({_TWO_WEEKS} if _FIFTEEN_DAYS in other.values else frozenset())
