"""What a value that is not written as it must be was meant to be, where that is beyond doubt.

Each function gives the words of a hint, or nothing: a guess that might be wrong is worse than an example.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from handouts.accents import without_accents
from handouts.content.values.closed_days import LEAVE_OUT, means_closed
from handouts.model.base import ID
from handouts.model.brand import COLOR
from handouts.model.clinic import PHONE, POSTAL_CODE
from handouts.model.handout import CODE, VERSION

_NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
_RANGE = re.compile(rf"({_NUMBER})\s*(?:-|–|—|à|a|to|au|et|/)\s*({_NUMBER})\s*(\D*)")
WITH_UNIT = re.compile(rf"({_NUMBER})\s*([^\W\d_]+|%|°\s*C)\.?")
"""A figure, and what it counts, as they are typed together."""

_WITH_UNIT_BESIDE = {"value", "to", "min", "max"}
_NAMED_HOURS = {"midi": '"12:00"', "noon": '"12:00"'}
_DAY_ENDS = {"minuit", "midnight", "24:00", "24h", "24h00", "0:00", "00:00"}
_BARE_HOUR = re.compile(r"([0-9]{1,2})([0-9]{2})")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_LIKE_DIGITS = str.maketrans("OoIl", "0011")
_RGB = re.compile(r"(?:rgb)?\s*\(?\s*([0-9]{1,3})\s*[, ]\s*([0-9]{1,3})\s*[, ]\s*([0-9]{1,3})\s*\)?", re.IGNORECASE)
_HOUR = re.compile(r"([0-9]{1,2})\s*(?:[:hH.]\s*([0-9]{2})?)?\s*(?:([aApP])\.?\s*[mM]\.?)?")
_TO = re.compile(r"\s*[-–—/]\s*|\s+(?:à|a|to|au|et|and)\s+")
_EXTENSION = re.compile(r"(?:\b(?:poste|post|local|ext(?:ension)?|x)|[#x])\W{0,3}([0-9]{1,6})\W*\Z", re.IGNORECASE)
_MONTHS = {
    name: number
    for names in (
        "janv fevr mars avr mai juin juil aout sept oct nov dec",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for number, name in enumerate(names.split(), 1)
}
_DAY_IN_WORDS = re.compile(r"(?:le\s+)?([0-9]{1,2})(?:er|st|nd|rd|th)?\s+([^\W\d_]{3,})\.?,?\s+([0-9]{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})(?:[T ].*)?")
_MONTH_ALONE = re.compile(r"([^\W\d_]{3,})\.?,?\s+([0-9]{4})")
_NO_DAY = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_NOON, _MONTHS_OF_YEAR = 12, 12
_LOCAL_DIGITS, _DIGITS = 7, 10
_MOST_OF_A_COLOR = 255
_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


def correction(form: str, given: str, name: str = "") -> str:
    """Return what to write in place of `given`; empty when that is not sure.

    Args:
        form: The pattern that it does not keep, or the kind of figure that it is not.
        given: The value as it was typed.
        name: That it stands after; a measure of its own has no unit beside it.
    """
    if form == "figure_number" and name not in _WITH_UNIT_BESIDE and WITH_UNIT.fullmatch(given.strip()):
        return _whole(given.strip())
    return _CORRECTIONS[form](given.strip()) if form in _CORRECTIONS else ""


def _phone(given: str) -> str:
    if {*re.findall(r"[^\W\d_]", given)} <= {*"OoIl"}:  # typed for the digits that they look like
        given = given.translate(_LIKE_DIGITS)
    digits = re.sub(r"\D", "", given)
    if keyed := _by_keys(given):
        return f"write the digits that are on the keys of these letters: {keyed}"
    end = _DIGITS + (digits[:1] == "1")
    if len(digits) > end and (first := _phone(digits[:end]).removeprefix("write ")):
        if found := _EXTENSION.search(given):
            return f'write only the number, {first}, and on a line of its own under it:   extension: "{found[1]}"'
        return f"write one number, and nothing else: {first}"
    if len(digits) == _LOCAL_DIGITS:
        return f"write the area code too, as in 418 {digits[:3]}-{digits[3:]}"
    toll_free = len(digits) == _DIGITS + 1 and digits[0] == "1"
    if len(digits) != _DIGITS and not toll_free:
        return f"a phone number has 10 digits, with its area code; here are {len(digits)}" if digits else ""
    number = digits[-_DIGITS:]
    spaced = f"{number[:3]} {number[3:6]}-{number[6:]}"
    return f"write {spaced}" if re.fullmatch(PHONE.replace(r"\z", r"\Z"), spaced) else ""


def _by_keys(given: str) -> str:
    """Return what is dialled for a number that ends in a word (`1 800 FLOWERS`); keys past its end do nothing."""
    ends_in_word = re.fullmatch(r"[(+]?[0-9][0-9\W]{2,}[A-Z][A-Z\W]+", given)
    digits = re.sub(r"\W", "", given).translate(_KEYS).removeprefix("1")
    return _phone(digits[:_DIGITS]).removeprefix("write ") if ends_in_word and len(digits) >= _DIGITS else ""


def _postal_code(given: str) -> str:
    letters = re.sub(r"[^0-9A-Za-z]", "", given).upper()
    if len(letters) != 6:  # noqa: PLR2004 (of any postal code)
        return ""
    signs = [
        sign.replace("O", "0").replace("I", "1") if place % 2 else sign.replace("0", "O")
        for place, sign in enumerate(letters)
    ]
    code = "".join([*signs[:3], " ", *signs[3:]])
    return f"write {code}" if re.fullmatch(POSTAL_CODE.replace(r"\z", r"\Z"), code) else ""


def _color(given: str) -> str:
    digits = given.lstrip("#").translate(_LIKE_DIGITS)
    if (found := _RGB.fullmatch(given)) and max(parts := [int(part) for part in found.groups()]) <= _MOST_OF_A_COLOR:
        digits = bytes(parts).hex().upper()
    elif re.fullmatch("[0-9A-Fa-f]{3}", digits):
        digits = "".join(digit * 2 for digit in digits)
    found = re.fullmatch("([0-9A-Fa-f]{6})([0-9A-Fa-f]{2})?", digits)  # the last two are how opaque it is
    return f'write "#{found[1]}"' if found else ""


def _version(given: str) -> str:
    found = re.fullmatch(r"[vV.]*\s*([0-9]{1,3})(?:[.,]([0-9]{1,3}))?", given)
    return f'write "{int(found[1])}.{int(found[2] or 0)}"' if found else ""


def _code(given: str) -> str:
    letters = without_accents(given).upper()
    return f"write {letters}" if re.fullmatch("[A-Z]{3}", letters) else ""


def _id(given: str) -> str:
    plain = re.sub(r"[^a-z0-9_]+", "-", without_accents(given).lower()).strip("-_")[:48]
    return f"write {plain}: small letters without accents, digits, hyphens" if plain else ""


def _number(given: str) -> str:
    if found := _RANGE.fullmatch(given):
        return f"write a range as two: value: {_point(found[1])}, and under it to: {_point(found[2])}"
    if found := WITH_UNIT.fullmatch(given):
        return f"write the number alone, value: {_point(found[1])}, and what is counted under `unit:`"
    if found := re.fullmatch(r"(?:([0-9]+)\s+)?(1)\s*/\s*(2)|([0-9]*)\s*(½)", given):
        return f"write {found[1] or found[4] or 0}.5"
    number = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)", "", given.strip(" ±+~≈<>≤≥"))
    return f"write {_point(number)}" if re.fullmatch(_NUMBER, number) else ""


def _whole(given: str) -> str:
    if found := _RANGE.fullmatch(given):
        return f"write the first alone, {found[1]}, and the other on the next line:   last: {found[2]}"
    found = WITH_UNIT.fullmatch(given)
    if found := found or re.fullmatch(r"[^\W\d_]+\s*([0-9]+)", given):
        return f"write the number alone: {found[1]}"
    return ""


def stretch_of_days(given: str) -> str:
    """Write the first and the last of some days after the names that they have, where they were typed as one."""
    if found := _RANGE.fullmatch(given):
        return f"write   first: {found[1]}   and under it   last: {found[2]}"
    return f"write   first: {given}" if given.isdigit() else ""


def _point(number: str) -> str:
    return number.replace(",", ".")


def _hour(given: str) -> str:
    if given.casefold() in _DAY_ENDS:
        return 'write "23:59": the hours of a day end before midnight'
    if hour := one_hour(given):
        return f"write {hour}"
    if means_closed(given):
        return LEAVE_OUT
    hours = [one_hour(part) for part in _TO.split(given)]
    if len(hours) < 2 or not all(hours):  # noqa: PLR2004 (from one to the other)
        return ""
    opens, closes = hours[:2]
    return (
        f"write   opens: {opens}, closes: {closes}   and hours after a break on a line of their own, with the same days"
    )


def one_hour(given: str) -> str:
    """Write an hour as the content has it, in quotes; nothing where it is none."""
    found = _HOUR.fullmatch(given) or _BARE_HOUR.fullmatch(given)
    return _NAMED_HOURS.get(given.casefold(), "") or (_on_the_clock(found) if found else "")


def _on_the_clock(found: re.Match[str]) -> str:
    """Write an hour as the content has it; nothing where no clock shows it."""
    hour = int(found[1])
    half = found[3] if found.re is _HOUR else None
    if half and 0 < hour <= _NOON:
        hour = hour % _NOON + (_NOON if half in "pP" else 0)
    minutes = found[2] or "00"
    return f'"{hour}:{minutes}"' if hour < 2 * _NOON and int(minutes) < 60 else ""  # noqa: PLR2004


def _date(given: str) -> str:
    given = _DASHES.sub("-", given)
    if found := _YEAR_FIRST.fullmatch(given):
        return _day(found[1], int(found[2]), found[3])
    if found := _DAY_IN_WORDS.fullmatch(given):
        return _day(found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST.fullmatch(given):
        return _day(found[3], _month(found[1]), found[2])
    if found := _YEAR_LAST.fullmatch(given):
        return _of_numbers(found[3], int(found[1]), int(found[2]))
    found = _MONTH_ALONE.fullmatch(given)
    year, month = (found[2], _month(found[1])) if found else (given[:4], 0)
    if found := _NO_DAY.fullmatch(given):
        month = int(found[2])
    return f"write the day too: {year}-{month:02}-01" if 0 < month <= _MONTHS_OF_YEAR else ""


def _of_numbers(year: str, first: int, second: int) -> str:
    """Read two numbers before a year; the day comes first in most French, the month in most English."""
    if first > _MONTHS_OF_YEAR or first == second:
        return _day(year, second, str(first))
    if second > _MONTHS_OF_YEAR:
        return _day(year, first, str(second))
    days = [_day(year, month, str(day)).removeprefix("write ") for month, day in ((second, first), (first, second))]
    return f"write {days[0]} if the day comes first, {days[1]} if the month does" if min(first, second) else ""


def _month(name: str) -> int:
    plain = without_accents(name).casefold()
    return next((number for start, number in _MONTHS.items() if plain.startswith(start)), 0)


def _day(year: str, month: int, day: str) -> str:
    try:
        return f"write {date(int(year), month, int(day)).isoformat()}"
    except ValueError:
        return "look it up: no calendar has such a day"


_CORRECTIONS: Mapping[str, Callable[[str], str]] = {
    PHONE: _phone,
    POSTAL_CODE: _postal_code,
    COLOR: _color,
    VERSION: _version,
    CODE: _code,
    ID: _id,
    "figure_number": _number,
    "figure_whole": _whole,
    "figure_hour": _hour,
    "figure_date": _date,
}
