"""What a text counts: durations, hours, temperatures, measures and other numbers, as values that languages can be compared by.

`24 heures`, `24 hours` and `1 day` are one value; so are `13 h 30` and `1:30 p.m.`, `0,5` and `0.5`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from handouts.checks.figures import quantity_expressions as expressions
from handouts.checks.figures.numerals import value_of
from handouts.checks.figures.roundabout import said_otherwise, without_all_hours
from handouts.checks.figures.units import HOUR, measures, multiplied, plain, times
from handouts.checks.lists.lexicon import entries_of_all
from handouts.languages import LANGUAGES

_NBSP = "\u00a0"
_EVENING, _FREEZING, _TO_CELSIUS = 12, 32, Decimal(5) / 9
_UNDOTTED = str.maketrans("İı", "Ii")
"""Letters that `re` takes for an i whatever its case, and that no table has: a Turkish keyboard types them."""

_UNTIL_AFTERNOON = re.compile(r"(?:[5-9]|1[0-2])[ \u00a0]?h[ \u00a0](?:à|et)[ \u00a0](?:1[3-9]|2[0-2])[ \u00a0]?h\b")
_BEFORE_MINUTES = re.compile(r"\d[ \u00a0]?h[ \u00a0]?\Z")


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
    words = words.translate(_UNDOTTED)
    found: list[Quantity] = []
    told: list[Quantity] = []
    rest = without_all_hours(words)
    for expression, read in _READERS:
        for match in expression().finditer(rest):
            values = list(read(match, language))
            if any(c.isdigit() for c in match[0]):
                found += (Quantity(value, match[0], match.start()) for value in values)
            else:
                told += (Quantity(value, match[0], match.start()) for value in values)
            if values:
                rest = rest[: match.start()] + "\n" * len(match[0]) + rest[match.end() :]
    numbers = expressions.plain_number().finditer(rest)
    found += (Quantity(plain(_value(each[0], language)), each[0], each.start()) for each in numbers)
    figures = tuple(sorted(found, key=lambda each: each.start))
    said = {each.value for each in (*figures, *told)}
    return Quantities(figures, frozenset(said.union(said_otherwise(words, language))), tuple(told))


def is_phone(quantity: Quantity) -> bool:
    """Whether it is a telephone number."""
    return quantity.value.startswith("tel ")


def phones(words: str) -> Iterator[re.Match[str]]:
    """Yield each telephone number of a text, however it is written."""
    return expressions.phone().finditer(words)


def durations(words: str) -> Iterator[re.Match[str]]:
    """Yield each stretch of time of a text that has a figure in digits; `à 9 h` is none, but an hour of the day."""
    words = without_all_hours(words)
    for found in expressions.duration().finditer(words):
        if any(c.isdigit() for c in found[0]) and not (found["unit"] in {"h", "H"} and _is_clock(words, found)):
            yield found


def _is_clock(words: str, found: re.Match[str]) -> bool:
    """Whether what looks like hours is an hour of the day, or begins with its minutes: `8 h 30 et 16 h`."""
    return bool(
        expressions.before_an_hour().search(words, 0, found.start())
        or _BEFORE_MINUTES.search(words, 0, found.start())
        or words[found.end() :].lstrip(" \u00a0")[:1].isdigit()
        or _UNTIL_AFTERNOON.match(words, found.start())
    )


def digits_of(phone: str) -> str:
    """Return the ten digits of a telephone number."""
    return re.sub(r"\D", "", phone)[-10:]


def _phone(match: re.Match[str], _: str) -> Iterator[str]:
    yield f"tel {digits_of(match[0])}"


def _emergency(match: re.Match[str], _: str) -> Iterator[str]:
    yield match[0].replace("-", "")


def _temperature(match: re.Match[str], language: str) -> Iterator[str]:
    degrees = _value(match["number"], language)
    if match["scale"] == "F":
        degrees = round((degrees - _FREEZING) * _TO_CELSIUS, 1)
    yield f"{plain(degrees)} °C"


def _duration(match: re.Match[str], language: str) -> Iterator[str]:
    return _multiples(match, times()[match["unit"].casefold()], language)


def _measure(match: re.Match[str], language: str) -> Iterator[str]:
    return _multiples(match, measures()[match["unit"]], language)


def _named(match: re.Match[str], _: str) -> Iterator[str]:
    yield entries_of_all("named_stretches")[match[0].casefold().replace("’", "'")]


def _multiples(match: re.Match[str], unit: str, language: str) -> Iterator[str]:
    for number in (match["first"], match.groupdict().get("last")):
        if number is not None:
            yield multiplied(_value(number, language), unit)


def _clock(match: re.Match[str], _: str) -> Iterator[str]:
    """Read an hour of the day; on the hour it is the same as so many hours, which French writes alike (`9 h`)."""
    minutes = match["after_h"] or match["after_colon"]
    if not (minutes or match["half"]):
        return
    hour, half = int(match["hour"]), (match["half"] or "").casefold()
    if half and hour != _EVENING:
        hour += _EVENING if half.startswith("p") else 0
    elif half.startswith("a"):
        hour = 0
    yield f"{hour * HOUR + int(minutes or 0)} min"


_READERS = (
    (expressions.phone, _phone),
    (expressions.emergency, _emergency),
    (expressions.temperature, _temperature),
    (expressions.clock, _clock),
    (expressions.named_stretch, _named),
    (expressions.day_number, _duration),
    (expressions.day_ordinal, _duration),
    (expressions.duration, _duration),
    (expressions.measure, _measure),
)


def _value(number: str, language: str) -> Decimal:
    """Return a number in digits or in a word of either language."""
    if (said := value_of(number)) is not None:
        return Decimal(said)
    digits = number.replace(" ", "").replace(_NBSP, "")
    decimal, thousands = _marks(language)
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+", digits):
        return Decimal(digits.replace(thousands, ""))
    plain = digits.replace(decimal, ".", 1).replace(thousands, ".", 1)
    return Decimal(plain) if plain.count(".") <= 1 else Decimal(re.sub(r"\D", "", digits))


@cache
def _marks(language: str) -> tuple[str, str]:
    """Return the decimal mark of a language, and the other mark, which may part thousands."""
    return (",", ".") if "," in LANGUAGES[language].number(Decimal("0.5")) else (".", ",")
