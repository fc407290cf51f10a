"""Icons: flat drawings in a square of 24 by 24, y down.

An icon is decoration: its meaning is always in the words beside it, so it is drawn as an artifact. Do and
avoid, and the three levels of warning, differ in shape and not only in colour, for readers of a grey copy.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from handouts.model.blocks import KeyIcon, StageIcon
from handouts.outline import Command
from handouts.pen import Pen

LevelIcon = Literal["octagon", "triangle"]
IconName = KeyIcon | StageIcon | LevelIcon

GRID = 24.0
_KAPPA = 0.5522847498  # a quarter circle as one Bézier curve

Commands = tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A path in the colour of the icon, or in that of its ground; filled, or stroked when it has a width."""

    commands: Commands
    width: float | None = None
    round_ends: bool = False
    cut_out: bool = False


def draw_icon(pen: Pen, name: IconName, x: float, top: float, size: float, color: str, ground: str = "#FFFFFF") -> None:
    """Draw an icon in a square of `size` points; what is cut out of it takes the colour of its ground."""
    for shape in ICONS[name]:
        ink = ground if shape.cut_out else color
        pen.path(
            shape.commands,
            at=(x, top),
            scale=size / GRID,
            fill=None if shape.width else ink,
            stroke=ink if shape.width else None,
            width=shape.width or 0.0,
            round_ends=shape.round_ends,
        )


def _disc(x: float, y: float, radius: float) -> Commands:
    k = radius * _KAPPA
    return (
        ("M", x, y - radius),
        ("C", x + k, y - radius, x + radius, y - k, x + radius, y),
        ("C", x + radius, y + k, x + k, y + radius, x, y + radius),
        ("C", x - k, y + radius, x - radius, y + k, x - radius, y),
        ("C", x - radius, y - k, x - k, y - radius, x, y - radius),
        ("Z",),
    )


def _line(*points: tuple[float, float]) -> Commands:
    return (("M", *points[0]), *(("L", *point) for point in points[1:]))


def _polygon(*points: tuple[float, float]) -> Commands:
    return (*_line(*points), ("Z",))


def _joined(paths: Iterable[Commands]) -> Commands:
    return tuple(chain.from_iterable(paths))


def _flame(x: float) -> Commands:
    """A wave of rising heat: one S from bottom to top."""
    return (
        ("M", x - 0.7, 21.4),
        ("C", x - 3.1, 16.8, x - 1.6, 14.6, x, 12.0),
        ("C", x + 1.6, 9.4, x + 3.1, 7.2, x + 0.7, 2.6),
    )


def _exclamation(top: float, foot: float, dot: float, weight: float) -> Shape:
    """A bar that tapers towards its foot, and a dot, in the colour of the ground."""
    half = weight / 2
    bar = _polygon((12 - half, top), (12 + half, top), (12 + half * 0.74, foot), (12 - half * 0.74, foot))
    return Shape(bar + _disc(12, dot, half * 1.12), cut_out=True)


_PALM: Commands = (
    ("M", 3.65, 11.0),
    ("L", 17.15, 11.0),
    ("L", 17.15, 15.1),
    ("L", 19.05, 11.5),
    ("C", 19.5, 10.7, 20.4, 10.4, 21.1, 10.8),
    ("C", 21.9, 11.2, 22.1, 12.1, 21.7, 12.9),
    ("L", 17.6, 19.4),
    ("C", 16.2, 21.7, 13.7, 23.0, 10.6, 23.0),
    ("C", 6.4, 23.0, 3.65, 20.0, 3.65, 16.1),
    ("Z",),
)
_FINGERS = ((4.925, 6.5), (8.575, 3.2), (12.225, 2.8), (15.875, 4.8))

_HANDSET: Commands = (  # symmetrical about the diagonal from top right to bottom left
    ("M", 1.6, 5.2),
    ("C", 1.6, 3.9, 2.4, 3.0, 3.6, 2.7),
    ("L", 7.7, 1.75),
    ("C", 8.5, 1.55, 9.2, 2.0, 9.5, 2.7),
    ("L", 11.2, 6.9),
    ("C", 11.5, 7.6, 11.3, 8.3, 10.7, 8.8),
    ("L", 8.9, 10.2),
    ("C", 10.0, 12.4, 11.6, 14.0, 13.8, 15.1),
    ("L", 15.2, 13.3),
    ("C", 15.7, 12.7, 16.4, 12.5, 17.1, 12.8),
    ("L", 21.3, 14.5),
    ("C", 22.0, 14.8, 22.45, 15.5, 22.25, 16.3),
    ("L", 21.3, 20.4),
    ("C", 21.0, 21.6, 20.1, 22.4, 18.8, 22.4),
    ("C", 9.3, 22.4, 1.6, 14.7, 1.6, 5.2),
    ("Z",),
)

_DROP: Commands = (
    ("M", 12.0, 1.0),
    ("C", 14.4, 5.0, 20.0, 10.3, 20.0, 15.2),
    ("C", 20.0, 19.62, 16.42, 23.2, 12.0, 23.2),
    ("C", 7.58, 23.2, 4.0, 19.62, 4.0, 15.2),
    ("C", 4.0, 10.3, 9.6, 5.0, 12.0, 1.0),
    ("Z",),
)
_SHEEN: Commands = (("M", 7.7, 15.4), ("C", 7.7, 17.8, 9.6, 19.7, 12.0, 19.7))


def _ray(angle: float) -> Commands:
    dx, dy = math.cos(angle), math.sin(angle)
    return _line((12 + 7.9 * dx, 12 + 7.9 * dy), (12 + 10.6 * dx, 12 + 10.6 * dy))


_DOTS = ((4.6, 7.6, 2.6), (13.6, 4.8, 1.9), (19.4, 11.8, 2.6), (9.6, 17.6, 2.3), (17.6, 19.6, 1.7))

ICONS: Mapping[IconName, tuple[Shape, ...]] = {
    "hand": (
        Shape(_PALM),
        Shape(_joined(_line((x, y), (x, 13.0)) for x, y in _FINGERS), 2.55, round_ends=True),
    ),
    "drop": (Shape(_DROP), Shape(_SHEEN, 1.8, round_ends=True, cut_out=True)),
    "phone": (Shape(_HANDSET),),
    "sun": (
        Shape(_disc(12, 12, 5.1)),
        Shape(_joined(_ray(eighth * math.pi / 4) for eighth in range(8)), 2.4, round_ends=True),
    ),
    "check": (
        Shape(_disc(12, 12, 11)),
        Shape(_line((6.5, 12.5), (10.3, 16.3), (17.5, 8.0)), 2.8, cut_out=True),
    ),
    "cross": (Shape(_disc(12, 12, 10), 2.0), Shape(_line((8, 8), (16, 16)) + _line((16, 8), (8, 16)), 2.6)),
    "clock": (
        Shape(_disc(12, 12, 11)),
        Shape(_line((12, 5.4), (12, 12.4), (16.4, 15.2)), 2.4, round_ends=True, cut_out=True),
    ),
    "info": (
        Shape(_disc(12, 12, 11)),
        Shape(
            _disc(12, 6.9, 1.75) + _polygon((10.5, 10.4), (13.5, 10.4), (13.5, 18.2), (10.5, 18.2)),
            cut_out=True,
        ),
    ),
    "warm": (Shape(_flame(5.4) + _flame(12.0) + _flame(18.6), 2.3, round_ends=True),),
    "fade": (Shape(_flame(12.0), 2.3, round_ends=True),),
    "bumps": tuple(Shape(_disc(*dot)) for dot in _DOTS),
    "clear": (Shape(_line((3.4, 12.6), (9.3, 18.5), (20.8, 5.4)), 3.4),),
    "octagon": (
        Shape(_polygon((7.5, 1), (16.5, 1), (23, 7.5), (23, 16.5), (16.5, 23), (7.5, 23), (1, 16.5), (1, 7.5))),
        _exclamation(5.2, 13.9, 17.6, 3.4),
    ),
    "triangle": (Shape(_polygon((12, 1.5), (23.5, 22), (0.5, 22))), _exclamation(8.2, 15.2, 18.6, 2.9)),
}
