"""Measures in the units of two systems that come to about the same: `5 kg`, and `10 pounds`."""

from decimal import Decimal
from typing import Final

from handouts.checks.figures.quantities import Quantities, Quantity
from handouts.checks.figures.units import imperial

_ROUNDED: Final = Decimal("0.15")
"""How far apart two measures may be for one to be the other in round figures."""


def is_converted(figure: Quantity, there: Quantities) -> bool:
    """Whether the other language says about the same in the units of the other system."""
    return any(_are_about_the_same(figure, other) for other in (*there.figures, *there.spelled))


def _are_about_the_same(one: Quantity, other: Quantity) -> bool:
    (size, unit), (twin, twin_unit) = (_parted(each.value) for each in (one, other))
    if unit != twin_unit or one.found.endswith(imperial()) == other.found.endswith(imperial()):
        return False
    return abs(size - twin) <= _ROUNDED * max(size, twin)


def _parted(value: str) -> tuple[Decimal, str]:
    size, _, unit = value.partition(" ")
    return (Decimal(size), unit) if unit in {"mg", "mm"} else (Decimal(0), "")
