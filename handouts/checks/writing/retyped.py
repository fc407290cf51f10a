"""What to type in place of a mistake of writing: the same hour, number or date, as its language writes it."""

import re
from collections.abc import Callable, Mapping
from datetime import time
from decimal import Decimal
from typing import Final

from handouts.languages import LANGUAGES
from handouts.languages.base import Language

_HALF_A_DAY, _HOURS, _MINUTES = 12, 24, 60
_FREEZING, _TO_CELSIUS, _FEVER_AT_LEAST, _FEVER_AT_MOST = 32, Decimal(5) / 9, 36, 45
_HOUR = re.compile(r"(?P<hour>\d{1,2})(?:\s*[h:]\s*(?P<minute>\d{2})?)?\s*(?P<half>[ap])?", re.IGNORECASE)
_MONTH = re.compile(r"[^\W\d_]{3,}(?<!the)")
_SPACES = str.maketrans("\u00a0\u202f", "  ")
_LOCAL, _LONG = 10, 11  # digits of a telephone number


def retyped(found: str, way: str, language: str) -> str:
    """Return what is meant by what stands there, typed plainly.

    Args:
        found: What stands there.
        way: Which of the ways below tells what it is, as the table of mistakes names it.
        language: Whose text it is.
    """
    return _WAYS[way](found, LANGUAGES[language]).translate(_SPACES)


def _hour(found: str, language: Language) -> str:
    read = _HOUR.match(found)
    hour, minute = (int(read["hour"]), int(read["minute"] or 0)) if read else (_HOURS, 0)
    half = ((read["half"] if read else "") or "").casefold()
    if half and hour <= _HALF_A_DAY:
        hour = hour % _HALF_A_DAY + (_HALF_A_DAY if half == "p" else 0)
    return language.time(time(hour, minute) if hour < _HOURS and minute < _MINUTES else time(13, 30))


def _number(found: str, language: Language) -> str:
    """Write a number whose decimal mark is of another language."""
    return language.number(Decimal(found.replace(",", ".")))


def _thousands_in_french(found: str, _: Language) -> str:
    """Write a number whose thousands are parted as in another language."""
    return " ".join(re.findall(r"\d{1,3}(?=(?:\d{3})*$)", re.sub(r"\D", "", found)))


def _celsius(found: str, language: Language) -> str:
    """Write degrees; those that no fever has are taken for Fahrenheit's, and those of a fever for Celsius', whatever is typed."""
    degrees = Decimal((re.match(r"\d+(?:[.,]\d+)?", found) or [found])[0].replace(",", "."))
    of_a_fever = _FEVER_AT_LEAST <= degrees <= _FEVER_AT_MOST  # `38 °F` is a slip: nobody measures that
    if degrees > _FEVER_AT_MOST or ("F" in found and not of_a_fever):
        degrees = round((degrees - _FREEZING) * _TO_CELSIUS, 1)
    return f"{language.number(degrees.normalize() if degrees % 1 else degrees.to_integral_value())} °C"


def _phone(found: str, _: Language) -> str:
    digits = re.sub(r"\D", "", found)
    before = "1 " if len(digits) == _LONG else ""
    area, exchange, rest = digits[-_LOCAL:-7], digits[-7:-4], digits[-4:]
    return f"{before}{area} {exchange}-{rest}"


def _day_in_french(found: str, _: Language) -> str:
    day, month, year = _parts_of_day(found)
    first = "1er" if day == "1" else day
    return " ".join(filter(None, (first, month, year))) if day and month else found


def _day_in_english(found: str, _: Language) -> str:
    day, month, year = _parts_of_day(found)
    return f"{month} {day}" + (f", {year}" if year else "") if day and month else found


def _parts_of_day(found: str) -> tuple[str, ...]:
    """Return the day, the month and the year that stand there, in whatever order; nothing for what does not."""
    parts = (re.search(r"\d{1,2}(?!\d)", found), _MONTH.search(found), re.search(r"\d{4}", found))
    return tuple(part[0].lstrip("0") if part else "" for part in parts)


def _range_in_french(found: str, _: Language) -> str:
    return " à ".join(re.findall(r"\d+", found))


def _ordinal_in_french(found: str, _: Language) -> str:
    number, several = int((re.match(r"\d+", found) or ["2"])[0]), "s" if found.endswith("s") else ""
    ending = "e" if number > 1 else "re" if found.rstrip("s").endswith("e") else "er"
    return f"{number}{ending}{several}"


def _price_in_french(found: str, _: Language) -> str:
    return f"{_amount(found).replace('.', ',')} $"


def _price_in_english(found: str, _: Language) -> str:
    return f"${_amount(found)}"


def _amount(found: str) -> str:
    return re.sub(r"[\s\u00a0$]", "", found)


_WAYS: Final[Mapping[str, Callable[[str, Language], str]]] = {
    "hour": _hour,
    "number": _number,
    "thousands_in_french": _thousands_in_french,
    "celsius": _celsius,
    "degrees": lambda found, _: f"°{found[-1]}",
    "phone": _phone,
    "day_in_french": _day_in_french,
    "day_in_english": _day_in_english,
    "range_in_french": _range_in_french,
    "ordinal_in_french": _ordinal_in_french,
    "price_in_french": _price_in_french,
    "price_in_english": _price_in_english,
    "hyphens": lambda found, _: found.replace(" ", "-"),
    "no_hyphens": lambda found, _: found.replace("-", ""),
    "no_period": lambda found, _: found.rstrip("."),
    "capital": lambda found, _: found.capitalize(),
}
