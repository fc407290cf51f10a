"""The art of generated covers: flat shapes in a brand's colours, drawn to fill any box.

Light shapes have an outline in the brand's dark colour, so that they hold on a grey copy. Outlines stand
inside the shapes: light and dark ones are equally wide, and nothing passes the box.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Literal

from handouts.model.brand import Colors
from handouts.outline import Command
from handouts.paper import Box, Size
from handouts.pen import Pen

ArtKind = Literal["bars", "waves", "none"]
Shade = Literal["light", "mid", "dark"]

DESIGNED = Size(540.0, 330.0)
"""The box on a Letter cover, which the numbers below are for; another stretches shapes, never outlines."""

_OUTLINE = 0.75
_GAP = 6.0
_BAR_WIDTH, _BAR_RISE = 39.5, 22.0
_BAR_SHADES: tuple[Shade, ...] = (
    "light", "mid", "dark", "mid", "light", "dark", "mid", "light", "dark", "mid", "dark", "light",
)  # fmt: skip
_BANDS = (30.0, 24.0, 56.0, 42.0, 28.0)  # heights, from the top
_BAND_SHADES: tuple[Shade, ...] = ("light", "mid", "dark", "mid", "light")
_SWELL, _RIPPLE = 44.0, 9.0  # amplitudes of a long wave and of a shorter one upon it
_PIECES = 16  # curves along a wave

Path = tuple[Command, ...]


def draw_art(pen: Pen, kind: ArtKind, box: Box, colors: Colors) -> None:
    """Draw the art of a cover over a box; `none` draws nothing."""
    shape, shades = _ART[kind]
    fills = {"light": colors.brand_tint, "mid": colors.brand_mid, "dark": colors.brand}
    for index, shade in enumerate(shades):
        outlined = shade != "dark"
        path = shape(index, box, _OUTLINE / 2 if outlined else 0.0)
        pen.path(path, fill=fills[shade], stroke=colors.brand if outlined else None, width=_OUTLINE)


def _bar(index: int, box: Box, inset: float) -> Path:
    """Return a slanted bar; tops and feet follow two waves of different length."""
    across, down = box.width / DESIGNED.width, box.height / DESIGNED.height
    left = box.left + index * (_BAR_WIDTH + _GAP) * across
    width, rise = _BAR_WIDTH * across, _BAR_RISE * down
    top = box.top + (112 - 82 * math.sin(0.62 * index + 0.35)) * down
    foot = box.top + (236 + 58 * math.sin(0.5 * index - 0.6)) * down
    slope = rise / width
    level = inset * math.hypot(1, slope)  # how far down a slanted edge moves when it moves inwards by the inset

    def at(x: float, right_end: float, inwards: float) -> tuple[float, float]:
        return x, right_end + (left + width - x) * slope + inwards

    start, end = left + inset, left + width - inset
    return (
        ("M", *at(start, top, level)),
        ("L", *at(end, top, level)),
        ("L", *at(end, foot, -level)),
        ("L", *at(start, foot, -level)),
        ("Z",),
    )


def _band(index: int, box: Box, inset: float) -> Path:
    """Return a band between two parallel waves."""
    down = box.height / DESIGNED.height
    above = sum(_BANDS[:index]) + index * _GAP
    slack = DESIGNED.height - sum(_BANDS) - (len(_BANDS) - 1) * _GAP
    top = box.top + (slack / 2 + above) * down
    foot = top + _BANDS[index] * down
    upper = list(_wave(box, top + inset, inset))
    lower = list(_wave(box, foot - inset, inset))
    return (*_forward(upper, "M"), *_forward(lower[::-1], "L"), ("Z",))


def _wave(box: Box, level: float, inset: float) -> Iterator[tuple[float, float, float]]:
    """Yield points of a wave about a level, from left to right: x, y and slope."""
    down = box.height / DESIGNED.height
    for piece in range(_PIECES + 1):
        part = piece / _PIECES
        x = box.left + inset + part * (box.width - 2 * inset)
        long, short = math.tau * 1.15 * part + 3.5, math.tau * 2.3 * part + 0.9
        y = level + down * (_SWELL * math.sin(long) + _RIPPLE * math.sin(short))
        slope = down * math.tau * (1.15 * _SWELL * math.cos(long) + 2.3 * _RIPPLE * math.cos(short)) / box.width
        yield x, y, slope


def _forward(points: list[tuple[float, float, float]], first: str) -> Iterator[Command]:
    """Yield smooth curves through points with known slopes (cubic Hermite interpolation)."""
    yield first, *points[0][:2]
    for (x0, y0, slope0), (x1, y1, slope1) in pairwise(points):
        third = (x1 - x0) / 3
        yield "C", x0 + third, y0 + slope0 * third, x1 - third, y1 - slope1 * third, x1, y1


def _nothing(_index: int, _box: Box, _inset: float) -> Path:
    return ()


_ART: Mapping[ArtKind, tuple[Callable[[int, Box, float], Path], tuple[Shade, ...]]] = {
    "bars": (_bar, _BAR_SHADES),
    "waves": (_band, _BAND_SHADES),
    "none": (_nothing, ()),
}
