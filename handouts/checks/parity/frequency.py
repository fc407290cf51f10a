"""How often, and how long: `toutes les 2 heures` is not `for 2 hours`, whatever the figure.

Nor is `10 times, three times a day` the same as `three times, ten times a day`.
"""

import re
from collections.abc import Iterator, Mapping

from handouts.checks.figures.numerals import value_of
from handouts.checks.figures.quantities import Quantity, quantities
from handouts.checks.lists.patterns import pattern
from handouts.checks.parity.differing import says_else
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem

_TIMES = (" min", " months")

_Said = Mapping[str, tuple[str, str]]
"""How often or how long something is, by its value: its words, and those before them."""


def frequency(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a stretch of time after which only one language does something again, or another number of times a day."""
    words = {language: manuscript.words(piece, language) for language in (first, other)}
    for often, once in ((first, other), (other, first)):
        again, spans = (_said(words[often], often, "again_after"), _said(words[once], once, "stretch_of"))
        too = {*_said(words[once], once, "again_after"), *_said(words[often], often, "stretch_of")}
        for value in (each for each in again if each in spans and each not in too):
            found = {often: again[value], once: spans[value]}
            said = {language: found[language][0] for language in (first, other)}
            yield says_else(manuscript, piece, said, found[other][1])
            return
    each_day = {language: list(pattern(language, "times_a_day").finditer(words[language])) for language in words}
    for often, once in ((first, other), (other, first)):
        span = _span_for_a_rate(words, each_day, often, once)
        if span is not None:
            said = {often: each_day[often][0][0], once: span.found}
            yield says_else(manuscript, piece, {each: said[each] for each in (first, other)})
            return
    if all(len(matches) == 1 for matches in each_day.values()):
        one, two = each_day[first][0], each_day[other][0]
        turned = {_number(one), _number(two)}
        if len(turned) > 1 and all(turned <= quantities(words[each], each).values for each in words):
            yield says_else(manuscript, piece, {first: one[0], other: two[0]}, words[other][: two.start()])


def _span_for_a_rate(
    words: Mapping[str, str], each_day: Mapping[str, list[re.Match[str]]], often: str, once: str
) -> Quantity | None:
    """Return how long something is done in one language, where the other does it as many times a day."""
    if len(each_day[often]) != 1 or each_day[once]:
        return None
    times, known = _number(each_day[often][0]), quantities(words[often], often).values
    spans = (each for each in quantities(words[once], once).spelled if each.value.endswith(_TIMES))
    alike = (each for each in spans if times != "1" and str(value_of(each.found.split()[0])) == times)
    return next((each for each in alike if each.value not in known), None)


def _number(found: re.Match[str]) -> str:
    return str(value_of(found["number"]) or found["number"])


def _said(words: str, language: str, before: str) -> _Said:
    """Return the durations of a text that follow some words, by their value."""
    counted = quantities(words, language)
    found: dict[str, tuple[str, str]] = {}
    for each in (*counted.figures, *counted.spelled):
        if each.value.endswith(_TIMES):
            told = pattern(language, before).search(words, 0, each.start)
            if told:
                found[each.value] = (words[told.start() : each.start + len(each.found)], words[: told.start()])
    return found
