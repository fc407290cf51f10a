"""A vector picture as plain data: what the process apart makes of an SVG file."""

from dataclasses import dataclass

from handouts.outline import Command
from handouts.paper import Size


@dataclass(frozen=True, slots=True)
class PaintedPath:
    """A path and its paint; colours are #RRGGBB, or None for no paint."""

    commands: tuple[Command, ...]
    fill: str | None
    stroke: str | None
    width: float
    round_ends: bool
    even_odd: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A vector picture, its origin at the top left of its artboard."""

    size: Size
    paths: tuple[PaintedPath, ...]
