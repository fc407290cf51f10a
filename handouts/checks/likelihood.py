"""Figures that are likely a slip of the unit: 24 to 48 days, a fever of 83 degrees, 7 hours where the source says a week."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from handouts.checks.figures.quantities import quantities
from handouts.checks.figures.units import multiplied, times
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

_OF_A_BODY: Final = (Decimal(36), Decimal(42))
"""Degrees that a body has, and nothing else of care that is called a fever."""

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
    warmth = _FEVER.search(ident) and all(_OF_A_BODY[0] <= value <= _OF_A_BODY[1] for value in values)
    if any(not least <= value <= most for value in values) or (warmth and unit != "celsius"):
        message = f"{ident} is {_said(values)} `{unit}`, which is not likely"
        yield Problem("W456", message, duration.at.of("unit"), "see whether the figure or its unit is a slip")
    elif unit == "days" and set(values) <= _HOURS:
        message = f"{ident} is {_said(values)} `{unit}`: such figures are most often hours"
        yield Problem("W456", message, duration.at.of("unit"), "see whether the figure or its unit is a slip")
    elif _is_elsewhere(duration):
        message = f"{ident} may be {_said([duration.min, duration.max])} `{unit}`, and its source names no such time"
        hint = "see whether the figure, its unit or what stands under `source:` is a slip"
        yield Problem("W456", message, duration.at.of("unit"), hint)


def _is_elsewhere(duration: Duration) -> bool:
    """Whether all times that the source names are below the limits, or all above: 3 to 28 hours, from `72 h to 4 weeks`."""
    size = times().get(duration.unit)
    if size is None:
        return False
    (least, kind), (most, _) = (multiplied(limit, size).split() for limit in (duration.min, duration.max))
    named = [value.split() for value in quantities(duration.source, "en").values]
    said = [Decimal(each[0]) for each in named if each[1:] == [kind]]
    return bool(said) and (max(said) < Decimal(least) or min(said) > Decimal(most))


def _said(values: list[Decimal]) -> str:
    return " – ".join(f"{value.normalize():f}" for value in values)
