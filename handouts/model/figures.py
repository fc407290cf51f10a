"""Numbers, dates and hours as people write them. The loader gives text; what could be misread is refused.

Pydantic alone would read `900` as a quarter past midnight, `20260502` as a day in 1970 and `1_0` as ten.
"""

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

NUMBER = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,6})?")
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_HOUR = re.compile(r"([0-9]{1,2}):([0-9]{2})")


def _text_as(kind: str, pattern: re.Pattern[str], convert: Callable[[re.Match[str]], Any]) -> Callable[[Any], Any]:
    """Return a validator that turns text of exactly this shape into its value; other types pass."""

    def read(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        match = pattern.fullmatch(value)
        try:
            return convert(match) if match else _refuse(kind)
        except ValueError:  # the thirtieth of February, half past twenty-five
            return _refuse(kind)

    return read


def _refuse(kind: str) -> None:
    raise PydanticCustomError(kind, "not written as this kind of figure")


Number = Annotated[Decimal, BeforeValidator(_text_as("figure_number", NUMBER, lambda found: Decimal(found[0])))]
"""A number with a decimal point: `24`, `1.5`."""

Points = Annotated[float, BeforeValidator(_text_as("figure_number", NUMBER, lambda found: float(found[0])))]
"""A length in points, 1/72 inch."""

Whole = Annotated[int, BeforeValidator(_text_as("figure_whole", _WHOLE, lambda found: int(found[0])))]
"""A number without decimals."""

Day = Annotated[
    date,
    BeforeValidator(_text_as("figure_date", _DATE, lambda found: date(int(found[1]), int(found[2]), int(found[3])))),
]
"""A date, `2026-05-02` (ISO 8601, and CAN/CSA-Z234.4-89 in Canada)."""

Hour = Annotated[
    time, BeforeValidator(_text_as("figure_hour", _HOUR, lambda found: time(int(found[1]), int(found[2]))))
]
"""An hour of the day, `9:00` or `09:00`."""
