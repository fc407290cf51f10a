"""Figures that are likely a slip of the unit: 24 to 48 days, a fever of 83 degrees."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from handouts.errors import Problem
from handouts.model import Content
from handouts.model.facts import Duration

_LEAST: Final[Mapping[str, Decimal]] = {"celsius": Decimal(4)}
_MOST: Final[Mapping[str, Decimal]] = {
    "celsius": Decimal(60),
    "seconds": Decimal(120),
    "minutes": Decimal(180),
    "hours": Decimal(168),
    "days": Decimal(120),
    "weeks": Decimal(52),
    "months": Decimal(36),
    "percent": Decimal(100),
    "times": Decimal(20),
    "millimetres": Decimal(300),
}
"""More than what a sheet of care says in a unit, and would be said in the next larger one."""

_FEVER: Final = re.compile(r"f[ie]+v", re.IGNORECASE)
_FEVERS: Final = (Decimal("37.5"), Decimal(40))
"""Between which a fever begins."""

_HOURS: Final = frozenset(map(Decimal, (24, 48, 72, 96)))


def check_likelihood(content: Content) -> Iterator[Problem]:
    """Read the value of each shared figure, and of a clinic's own."""
    for ident, duration in content.durations.items():
        yield from _figure(ident, duration)


def _figure(ident: str, duration: Duration) -> Iterator[Problem]:
    values = [value for value in (duration.value, duration.to) if value is not None]
    unit = duration.unit
    least, most = _LEAST.get(unit, values[0]), _MOST.get(unit, values[-1])
    if unit == "celsius" and _FEVER.search(ident):
        least, most = _FEVERS
    if any(not least <= value <= most for value in values):
        message = f"{ident} is {_said(values)} `{unit}`, which is not likely"
        yield Problem("W456", message, duration.at.of("unit"), "see whether the figure or its unit is a slip")
    elif unit == "days" and set(values) <= _HOURS:
        message = f"{ident} is {_said(values)} `{unit}`: such figures are most often hours"
        yield Problem("W456", message, duration.at.of("unit"), "see whether the figure or its unit is a slip")


def _said(values: list[Decimal]) -> str:
    return " – ".join(f"{value.normalize():f}" for value in values)
