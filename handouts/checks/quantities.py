"""What a text counts: durations, hours, temperatures, measures and other numbers, as values that languages can be compared by.

`24 heures`, `24 hours` and `1 day` are one value; so are `13 h 30` and `1:30 p.m.`, `0,5` and `0.5`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from handouts.checks.numerals import WRITTEN, numerals, value_of
from handouts.checks.units import HOUR, MEASURES, MINUTES, MONTHS, TWO_OF

_HOURS_BY_NAME = {"midi": "720 min", "noon": "720 min", "minuit": "0 min", "midnight": "0 min"}

_NBSP = "\u00a0"
_NUMBER = r"\d{1,3}(?:[ \u00a0]\d{3}(?!\d))+|\d+(?:[.,]\d+)*"
_PHONE = re.compile(r"(?<!\d)(?:1[ \u00a0.-])?\(?[2-9]\d{2}\)?[ \u00a0.-]\d{3}[ \u00a0.-]\d{4}(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d.,])(?P<hour>\d{1,2})(?:[ \u00a0]?h[ \u00a0]?(?P<french>\d{2})|:(?P<english>\d{2}))?"
    r"[ \u00a0]?(?P<half>[ap]\.?m\.?(?!\w))?(?!\w)"
)
_UNITS = "|".join(sorted((*MINUTES, *MONTHS), key=len, reverse=True))
_DURATION = re.compile(
    rf"(?<![\w.,])(?P<first>{_NUMBER}|{WRITTEN})"
    rf"(?:[ \u00a0]?(?:to|or|and|à|ou|et|-|–)[ \u00a0]?(?P<last>{_NUMBER}|{WRITTEN}))?"
    rf"(?:[ \u00a0](?:premi|derni|prochain)\w+)?[ \u00a0-]?(?P<unit>{_UNITS})(?!\w)",
    re.IGNORECASE,
)
_DAY_NUMBER = re.compile(
    rf"(?<!\w)(?P<unit>jours?|days?)[ \u00a0](?P<first>{_NUMBER})"
    rf"(?:[ \u00a0]?(?:to|or|and|à|au|ou|et|-|–)[ \u00a0]?(?P<last>{_NUMBER}))?(?![\w.,]*\w|[ \u00a0-](?:{_UNITS})(?!\w))",
    re.IGNORECASE,
)
_DAY_ORDINAL = re.compile(
    r"(?<![\w.,])(?P<first>\d+)(?:er|e|st|nd|rd|th)[ \u00a0](?P<unit>jour|day)(?!\w)", re.IGNORECASE
)
"""`Day 2`, which the other language may call `après 2 jours`."""

_TEMPERATURE = re.compile(rf"(?P<number>{_NUMBER})[ \u00a0]?(?:°|degr(?:é|ee)s?)[ \u00a0]?(?P<scale>[CF])?(?!\w)")
_MEASURE = re.compile(
    rf"(?<![\w.,])(?P<first>{_NUMBER}|{WRITTEN})(?:[ \u00a0]?(?:to|or|and|à|ou|et|-|–)[ \u00a0]?(?P<last>{_NUMBER}|{WRITTEN}))?"
    rf"[ \u00a0-]?(?P<unit>{'|'.join(sorted(MEASURES, key=len, reverse=True))})(?![\w'’])"
)
_PLAIN = re.compile(rf"(?<![\w.,])(?:{_NUMBER})(?=(?:er|re|e|es|st|nd|rd|th)?(?!\w))")
_EVENING, _FREEZING, _TO_CELSIUS = 12, 32, Decimal(5) / 9


_ALTERNATE = re.compile(
    r"\b(?:every (?:other|second) |une? (?=\w+ sur (?:deux|2)\b))(?P<unit>day|week|month|jour|semaine|mois)\b",
    re.IGNORECASE,
)
"""What comes every two days, weeks or months, in other words."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something counted.

    Attributes:
        value: What it comes to: `1440 min`, `38 °C`, `250 mL`, `tel 4185550134`, `30`.
        found: As it stands in the text.
        start: Where it begins.
    """

    value: str
    found: str
    start: int


@dataclass(frozen=True, slots=True)
class Quantities:
    """What a text counts.

    Attributes:
        figures: In digits.
        values: Of these, and of what it says in words.
        spelled: Durations in words: `deux semaines`.
    """

    figures: tuple[Quantity, ...]
    values: frozenset[str]
    spelled: tuple[Quantity, ...] = ()


@cache
def quantities(words: str, language: str) -> Quantities:
    """Return what a text counts."""
    found: list[Quantity] = []
    told: list[Quantity] = []
    rest = words
    for pattern, read in _READERS:
        for match in pattern.finditer(rest):
            values = list(read(match, language))
            if any(c.isdigit() for c in match[0]):
                found += (Quantity(value, match[0], match.start()) for value in values)
            else:
                told += (Quantity(value, match[0], match.start()) for value in values)
            if values:
                rest = rest[: match.start()] + "\n" * len(match[0]) + rest[match.end() :]
    found += (Quantity(_plain(_value(each[0], language)), each[0], each.start()) for each in _PLAIN.finditer(rest))
    spelled = {quantity.value for quantity in told}
    spelled |= {_plain(Decimal(number.value)) for number in numerals(words, language)}
    spelled |= {value for found in _ALTERNATE.finditer(words) for value in ("2", TWO_OF[found["unit"].casefold()])}
    spelled |= {value for name, value in _HOURS_BY_NAME.items() if name in words.casefold()}
    figures = tuple(sorted(found, key=lambda each: each.start))
    return Quantities(figures, frozenset(each.value for each in figures) | spelled, tuple(told))


def is_phone(quantity: Quantity) -> bool:
    """Whether it is a telephone number."""
    return quantity.value.startswith("tel ")


def phones(words: str) -> Iterator[re.Match[str]]:
    """Yield each telephone number of a text, however it is written."""
    return _PHONE.finditer(words)


def durations(words: str) -> Iterator[re.Match[str]]:
    """Yield each stretch of time of a text that has a figure in digits; `à 9 h` is none, but an hour of the day."""
    for found in _DURATION.finditer(words):
        if any(c.isdigit() for c in found[0]) and not (found["unit"] in {"h", "H"} and _is_clock(words, found)):
            yield found


def _is_clock(words: str, found: re.Match[str]) -> bool:
    return bool(_CLOCK_BEFORE.search(words, 0, found.start()) or _MINUTES_AFTER.match(words, found.end()))


_CLOCK_BEFORE = re.compile(r"(?:\bà|\bvers|\bdès|\bentre|\bavant|\bet) \Z", re.IGNORECASE)
_MINUTES_AFTER = re.compile(r"[ \u00a0]?\d")


def digits_of(phone: str) -> str:
    """Return the ten digits of a telephone number."""
    return re.sub(r"\D", "", phone)[-10:]


def _phone(match: re.Match[str], _: str) -> Iterator[str]:
    yield f"tel {digits_of(match[0])}"


def _temperature(match: re.Match[str], language: str) -> Iterator[str]:
    degrees = _value(match["number"], language)
    if match["scale"] == "F":
        degrees = round((degrees - _FREEZING) * _TO_CELSIUS, 1)
    yield f"{_plain(degrees)} °C"


def _duration(match: re.Match[str], language: str) -> Iterator[str]:
    unit = match["unit"].casefold()
    for number in (match["first"], match.groupdict().get("last")):
        value = None if number is None else _value(number, language)
        if value is not None and unit in MINUTES:
            yield f"{_plain(value * MINUTES[unit])} min"
        elif value is not None:
            yield f"{_plain(value * MONTHS[unit])} months"


def _measure(match: re.Match[str], language: str) -> Iterator[str]:
    size, unit = MEASURES[match["unit"]]
    for number in (match["first"], match["last"]):
        if number is not None:
            yield f"{_plain(_value(number, language) * Decimal(size))} {unit}"


def _clock(match: re.Match[str], _: str) -> Iterator[str]:
    """Read an hour of the day; on the hour it is the same as so many hours, which French writes alike (`9 h`)."""
    minutes = match["french"] or match["english"]
    if not (minutes or match["half"]):
        return
    hour = int(match["hour"])
    if match["half"] and hour != _EVENING:
        hour += _EVENING if match["half"][0] == "p" else 0
    elif match["half"] and match["half"][0] == "a":
        hour = 0
    yield f"{hour * HOUR + int(minutes or 0)} min"


_READERS = (
    (_PHONE, _phone),
    (_TEMPERATURE, _temperature),
    (_CLOCK, _clock),
    (_DAY_NUMBER, _duration),
    (_DAY_ORDINAL, _duration),
    (_DURATION, _duration),
    (_MEASURE, _measure),
)


def _value(number: str, language: str) -> Decimal:
    """Return a number in digits or in a word of either language."""
    if (written := value_of(number)) is not None:
        return Decimal(written)
    digits = number.replace(" ", "").replace(_NBSP, "")
    decimal, thousands = (",", ".") if language == "fr" else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+", digits):
        return Decimal(digits.replace(thousands, ""))
    plain = digits.replace(decimal, ".", 1).replace(thousands, ".", 1)
    return Decimal(plain) if plain.count(".") <= 1 else Decimal(re.sub(r"\D", "", digits))


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
