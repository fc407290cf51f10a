"""What a text counts in a roundabout way: `a day or two`, the seventh or the tenth day, every other day, noon, `24 heures sur 24`."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from handouts.checks.figures.numerals import numerals, value_of
from handouts.checks.figures.units import DAY, multiplied, plain, times
from handouts.checks.lists.lexicon import entries_of_all
from handouts.checks.lists.patterns import all_in_any_language

_ALL_HOURS: Final = (DAY, multiplied(Decimal(7), DAY))
"""What `24 hours a day, 7 days a week` comes to, and every phrase that stands for it."""


def said_otherwise(words: str, language: str) -> Iterator[str]:
    """Yield values that words say: numbers, names of hours, what comes every other day, one or two of something."""
    yield from (plain(Decimal(number.value)) for number in numerals(words, language))
    for found in all_in_any_language("every_other", words):
        yield from ("2", multiplied(Decimal(2), times()[found["unit"].casefold()]))
    for found in all_in_any_language("one_or_two", words):
        yield from (multiplied(Decimal(number), times()[found["unit"].casefold()]) for number in (1, 2))
    for found in all_in_any_language("so_many", words):
        number = value_of(found["number"])
        if number is not None:
            yield multiplied(Decimal(number), times()[found["unit"].casefold()])
    for found in all_in_any_language("ordinal_days", words):
        named = (value_of(found[group]) for group in ("first", "last"))
        yield from (multiplied(Decimal(number), DAY) for number in named if number is not None)
    if all_in_any_language("at_all_hours", words):
        yield from _ALL_HOURS
    plainly = words.casefold().replace("’", "'")
    yield from (value for name, value in entries_of_all("hours").items() if name in plainly)


def without_all_hours(words: str) -> str:
    """Blank out what says that something goes on day and night: it counts nothing (`24 heures sur 24`)."""
    for found in all_in_any_language("at_all_hours", words):
        words = words[: found.start()] + "\n" * len(found[0]) + words[found.end() :]
    return words
