"""Units of time and measure in every language, and what each comes to in the smallest of its kind."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from handouts.checks.lists.lexicon import entries_of_all

HOUR: Final = 60  # minutes
DAY: Final = "1440 min"
"""The value of a day."""

_OTHER_SYSTEM: Final = frozenset({"453592 mg", "25.4 mm"})  # a pound, an inch


@cache
def times() -> Mapping[str, str]:
    """Return units of time, in small letters, and what each comes to in minutes, or in months, which are of no fixed length."""
    return entries_of_all("times")


@cache
def measures() -> Mapping[str, str]:
    """Return units of measure, whose capitals count, and what each comes to in the smallest of its kind."""
    return entries_of_all("measures")


@cache
def imperial() -> tuple[str, ...]:
    """Return the units that the other language may give as metric ones, in round figures."""
    return tuple(form for form, value in measures().items() if value in _OTHER_SYSTEM)


def multiplied(number: Decimal, value: str) -> str:
    """Return what so many of a unit come to: 2 and `1440 min` are `2880 min`."""
    size, unit = value.split()
    return f"{plain(number * Decimal(size))} {unit}"


def plain(value: Decimal) -> str:
    """Return a number as it is compared: 30, not 3E+1 or 30.0."""
    return f"{value.normalize():f}"
