"""A picture as plain values and back: how it comes from the process apart that reads it."""

import math
import re
from dataclasses import asdict
from typing import Any

from handouts.outline import Command
from handouts.paper import Size
from handouts.pictures.raster import Raster
from handouts.pictures.vector import Drawing, PaintedPath

_NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


class BadRecordError(Exception):
    """The values are not those of a picture."""


def record_of(content: Drawing | Raster) -> tuple[dict[str, Any], bytes]:
    """Return a picture as values that JSON can hold, and bytes."""
    if isinstance(content, Raster):
        return {"pixels": asdict(content.pixels)}, content.file
    return asdict(content), b""


def content_of(record: Any, file: bytes) -> Drawing | Raster:
    """Put a picture together again; every value is checked.

    Raises:
        BadRecordError: They aren't what this program wrote.
    """
    try:
        if file:
            return Raster(_size(record["pixels"]), file)
        return Drawing(_size(record["size"]), tuple(_path(path) for path in record["paths"]))
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise BadRecordError(str(error)) from error


def _size(record: Any) -> Size:
    width, height = _number(record["width"]), _number(record["height"])
    if width <= 0 or height <= 0:
        raise ValueError("a picture has a size")
    return Size(width, height)


def _path(record: Any) -> PaintedPath:
    return PaintedPath(
        tuple(_command(command) for command in record["commands"]),
        _color(record["fill"]),
        _color(record["stroke"]),
        _number(record["width"]),
        bool(record["round_ends"]),
        bool(record["even_odd"]),
    )


def _command(record: Any) -> Command:
    name, *numbers = record
    if _NUMBERS[name] != len(numbers):
        raise ValueError("a step of a path has its numbers")
    return (name, *map(_number, numbers))


def _color(value: Any) -> str | None:
    if value is not None and not _COLOR.fullmatch(value):
        raise ValueError("a colour is six digits")
    return None if value is None else str(value)


def _number(value: Any) -> float:
    if not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError("a number is a number")
    return value
