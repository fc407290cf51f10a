"""The basic shapes of SVG as paths (SVG 1.1, 9)."""

import re
from collections.abc import Callable, Iterator, Mapping

from handouts.errors import AssetError, Problem
from handouts.outline import Command
from handouts.paper import Box
from handouts.pictures.svg_path import LARGEST, NotAPath, numbers, path_commands
from handouts.pictures.svg_tree import Element

Path = tuple[Command, ...]

_KAPPA = 0.5522847498  # a quarter circle as one Bézier curve

_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?)(px|pt|pc|mm|cm|in)?")
_UNITS = {None: 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


def length(element: Element, name: str, value: str | None = None) -> float:
    """Return a length in user units: the attribute `name`, 0 without it, or else `value`.

    Raises:
        AssetError: It is no number with an absolute unit, or too large (E514).
    """
    text = (value or element.attributes.get(name) or "0").strip()
    match = _LENGTH.fullmatch(text)
    units = float(match[1]) * _UNITS[match[2]] if match else LARGEST + 1
    if abs(units) > LARGEST:
        message = f"the SVG has a length that cannot be used ({name}: {text[:24]})"
        raise AssetError(Problem("E514", message, element.at, "use plain numbers or px, pt, mm, cm, in"))
    return units


def outline(element: Element) -> Path:
    """Return the outline of a shape; nothing for a group.

    Raises:
        NotAPath: Its data cannot be read.
        AssetError: A length cannot be used (E514).
    """
    shape = _SHAPES.get(element.name)
    return shape(element) if shape else ()


def _path(element: Element) -> Path:
    return path_commands(element.attributes.get("d", ""))


def _line(element: Element) -> Path:
    x1, y1, x2, y2 = (length(element, name) for name in ("x1", "y1", "x2", "y2"))
    return ("M", x1, y1), ("L", x2, y2)


def _corners(element: Element) -> Path:
    values = numbers(element.attributes.get("points", ""))
    if len(values) % 2:
        raise NotAPath("a point without its second number")
    corners = zip(values[::2], values[1::2], strict=True)
    steps = tuple(("M" if index == 0 else "L", x, y) for index, (x, y) in enumerate(corners))
    return (*steps, ("Z",)) if steps and element.name == "polygon" else steps


def _circle(element: Element) -> Path:
    radius = length(element, "r")
    return _oval(element, radius, radius)


def _ellipse(element: Element) -> Path:
    return _oval(element, length(element, "rx"), length(element, "ry"))


def _oval(element: Element, rx: float, ry: float) -> Path:
    if rx <= 0 or ry <= 0:
        return ()
    x, y = length(element, "cx"), length(element, "cy")
    return _round_box(Box(x - rx, y - ry, 2 * rx, 2 * ry), rx, ry)


def _rectangle(element: Element) -> Path:
    box = Box(*(length(element, name) for name in ("x", "y", "width", "height")))
    if box.width <= 0 or box.height <= 0:
        return ()
    given = element.attributes
    rx = length(element, "rx" if "rx" in given else "ry")
    ry = length(element, "ry" if "ry" in given else "rx")
    return _round_box(box, min(rx, box.width / 2), min(ry, box.height / 2))


def _round_box(box: Box, rx: float, ry: float) -> Path:
    """Return a rectangle whose corners are quarters of an ellipse."""
    x, y, right, foot = box.left, box.top, box.right, box.bottom
    if rx <= 0 or ry <= 0:
        return ("M", x, y), ("L", right, y), ("L", right, foot), ("L", x, foot), ("Z",)
    bx, by = rx * (1 - _KAPPA), ry * (1 - _KAPPA)
    return (
        ("M", x + rx, y),
        ("L", right - rx, y),
        ("C", right - bx, y, right, y + by, right, y + ry),
        ("L", right, foot - ry),
        ("C", right, foot - by, right - bx, foot, right - rx, foot),
        ("L", x + rx, foot),
        ("C", x + bx, foot, x, foot - by, x, foot - ry),
        ("L", x, y + ry),
        ("C", x, y + by, x + bx, y, x + rx, y),
        ("Z",),
    )


_SHAPES: Mapping[str, Callable[[Element], Path]] = {
    "path": _path, "line": _line, "polyline": _corners, "polygon": _corners,
    "circle": _circle, "ellipse": _ellipse, "rect": _rectangle,
}  # fmt: skip


def places(commands: Path) -> Iterator[tuple[float, float]]:
    """Yield points of a path: ends of lines, and places along curves, whose control points lie outside."""
    x0 = y0 = 0.0
    for name, *values in commands:
        if name == "C":
            x1, y1, x2, y2, x, y = values
            for t in (0.25, 0.5, 0.75):
                weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
                yield (
                    sum(w * v for w, v in zip(weights, (x0, x1, x2, x), strict=True)),
                    sum(w * v for w, v in zip(weights, (y0, y1, y2, y), strict=True)),
                )
        if values:
            x0, y0 = values[-2:]
            yield x0, y0
