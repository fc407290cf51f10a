"""The expressions of what a text counts, made of the words that every language has for it; each is made when first used."""

import re
from functools import cache

from handouts.checks.figures.numerals import written
from handouts.checks.figures.units import DAY, measures, times
from handouts.checks.lists.lexicon import any_of, entries_of_all

_GAP = "[ \u00a0]?"
_NUMBER = r"\d{1,3}(?:[ \u00a0]\d{3}(?!\d))+|\d+(?:[.,]\d+)*"


@cache
def phone() -> re.Pattern[str]:
    """Return what finds a telephone number, however it is written."""
    return re.compile(r"(?<!\d)(?:1[ \u00a0.-])?(?:\([2-9]\d{2}\)|[2-9]\d{2}\)?)[ \u00a0.-]\d{3}[ \u00a0.-]\d{4}(?!\d)")


@cache
def emergency() -> re.Pattern[str]:
    """Return what finds the number of an emergency line whose digits are set apart: `8-1-1`."""
    return re.compile(r"(?<![\d-])[89]-1-1(?![\d-])")


@cache
def clock() -> re.Pattern[str]:
    """Return what finds an hour of the day: `13 h 30`, `1:30 p.m.`."""
    return re.compile(
        rf"(?<![\d.,])(?P<hour>\d{{1,2}})(?:{_GAP}h{_GAP}(?P<after_h>\d{{2}})|:(?P<after_colon>\d{{2}}))?"
        rf"{_GAP}(?P<half>(?i:[ap]\.?m)\.?(?!\w))?(?!\w)"
    )


@cache
def named_stretch() -> re.Pattern[str]:
    """Return what finds a stretch of time that has a name of its own: `half an hour`."""
    names = any_of(entries_of_all("named_stretches")).replace("'", "['’]")
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)


@cache
def duration() -> re.Pattern[str]:
    """Return what finds a stretch of time: `24 heures`, `two or three days`."""
    between = any_of(entries_of_all("before_units"))
    return re.compile(
        rf"(?<![\w.,]){_range()}(?:[ \u00a0](?:{between}))?[ \u00a0-]?(?P<unit>{any_of(times())})(?!\w)", re.IGNORECASE
    )


@cache
def day_number() -> re.Pattern[str]:
    """Return what finds `Day 2`, which the other language may call `après 2 jours`."""
    return re.compile(
        rf"(?<!\w)(?P<unit>{_day()})[ \u00a0](?P<first>{_NUMBER})(?:{_GAP}(?:{_to()}){_GAP}(?P<last>{_NUMBER}))?"
        rf"(?![\w.,]*\w|[ \u00a0-](?:{any_of(times())})(?!\w))",
        re.IGNORECASE,
    )


@cache
def day_ordinal() -> re.Pattern[str]:
    """Return what finds days by their ordinals: `2e jour`, `entre le 10e et le 14e jour`."""
    ending = any_of(entries_of_all("ordinal_endings"))
    last = rf"[ \u00a0](?:{_to()})[ \u00a0](?:\w{{2,3}}[ \u00a0])?(?P<last>\d+)(?:{ending})"
    return re.compile(
        rf"(?<![\w.,])(?P<first>\d+)(?:{ending})(?:{last})?[ \u00a0](?P<unit>{_day()})(?!\w)", re.IGNORECASE
    )


@cache
def temperature() -> re.Pattern[str]:
    """Return what finds a temperature: `38 °C`."""
    degrees = any_of(entries_of_all("degrees"))
    return re.compile(rf"(?P<number>{_NUMBER}){_GAP}(?:°|{degrees}){_GAP}(?P<scale>[CF])?(?!\w)")


@cache
def measure() -> re.Pattern[str]:
    """Return what finds a measure: `5 cm`."""
    return re.compile(rf"(?<![\w.,]){_range()}[ \u00a0-]?(?P<unit>{any_of(measures())})(?![\w'’])")


@cache
def plain_number() -> re.Pattern[str]:
    """Return what finds any number in digits."""
    ending = any_of(entries_of_all("ordinal_endings"))
    return re.compile(rf"(?<![\w.,])(?:{_NUMBER})(?=(?:{ending})?(?!\w))")


@cache
def before_an_hour() -> re.Pattern[str]:
    """Return what finds the word before an hour of the day, at the end of a text: `à` 9 h."""
    words = any_of(entries_of_all("before_hours"))
    return re.compile(rf"\b(?:{words}) \Z", re.IGNORECASE)


def _range() -> str:
    return rf"(?P<first>{_NUMBER}|{written()})(?:{_GAP}(?:{_to()}){_GAP}(?P<last>{_NUMBER}|{written()}))?"


def _to() -> str:
    return any_of(entries_of_all("in_ranges")) + "|-|–"


def _day() -> str:
    return any_of(unit for unit, value in times().items() if value == DAY)
