"""SVG path data as the pen's commands (SVG 1.1, 8.3).

Stricter than a browser, which draws a path up to its first mistake: here a mistake refuses the file, since
half a logo would be printed in silence.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from handouts.outline import Command

LARGEST = 1e6
"""No coordinate of a picture may be larger; an artboard is thousands of units at most."""

Point = tuple[float, float]

_NUMBER = re.compile(r"\s*+,?+\s*+([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?)")
_FLAG = re.compile(r"\s*+,?+\s*+([01])")
_LETTER = re.compile(r"\s*([MmLlHhVvCcSsQqTtAaZz])")
_END = re.compile(r"\s*\Z")
_OPERANDS = {
    "M": "nn",
    "L": "nn",
    "H": "n",
    "V": "n",
    "C": "nnnnnn",
    "S": "nnnn",
    "Q": "nnnn",
    "T": "nn",
    "A": "nnnffnn",
}


class NotAPath(ValueError):  # noqa: N818 (says what it is, not that it is one)
    """Path data, a list of numbers or a transform that breaks its grammar."""


def numbers(text: str) -> list[float]:
    """Return the numbers of a list with spaces or commas between them.

    Raises:
        NotAPath: There is something else in it, or a number is too large.
    """
    found, place = [], 0
    while not _END.match(text, place):
        value, place = _scan(_NUMBER, text, place)
        found.append(value)
    return found


def _scan(pattern: re.Pattern[str], text: str, place: int) -> tuple[float, int]:
    match = pattern.match(text, place)
    if match is None:
        raise NotAPath(f"not a number: “{text[place : place + 12].strip()}”")
    value = float(match[1])
    if abs(value) > LARGEST:
        raise NotAPath(f"a number that is too large: {match[1][:24]}")
    return value, match.end()


def path_commands(data: str) -> tuple[Command, ...]:
    """Return path data as absolute moves, lines, cubic curves and closings.

    Raises:
        NotAPath: The data breaks the grammar of SVG 1.1, 8.3.9.
    """
    tracer = _Tracer()
    for letter, operands in _segments(data):
        tracer.follow(letter, operands)
    return tuple(tracer.commands)


def _segments(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each letter with its operands; a letter stands for all that its operands repeat."""
    place = 0
    while not _END.match(data, place):
        match = _LETTER.match(data, place)
        if match is None:
            raise NotAPath(f"not a path command: “{data[place : place + 12].strip()}”")
        letter, place = match[1], match.end()
        kinds = _OPERANDS.get(letter.upper(), "")
        while True:
            operands = []
            for kind in kinds:
                value, place = _scan(_NUMBER if kind == "n" else _FLAG, data, place)
                operands.append(value)
            yield letter, operands
            if not kinds or not _NUMBER.match(data, place):
                break
            letter = {"M": "L", "m": "l"}.get(letter, letter)


@dataclass
class _Tracer:
    """Where the path has come to: its current point, the start of its subpath, its last control point."""

    commands: list[Command] = field(default_factory=list)
    at: Point = (0.0, 0.0)
    start: Point = (0.0, 0.0)
    control: Point | None = None
    curve: str = ""

    def follow(self, letter: str, operands: Sequence[float]) -> None:
        """Add one segment."""
        kind = letter.upper()
        if not self.commands and kind != "M":
            raise NotAPath(f"a path that starts with “{letter}” and not with a move")
        step: Callable[..., None] = getattr(self, f"_{kind.lower()}")
        step(*self._absolute(kind, operands, relative=letter.islower()))
        if kind not in "CSQT":
            self.control = None
        self.curve = kind

    def _absolute(self, kind: str, operands: Sequence[float], *, relative: bool) -> list[float]:
        """Return operands with relative points made absolute, and single coordinates made points."""
        x, y = self.at if relative else (0.0, 0.0)
        if kind == "H":
            return [operands[0] + x, self.at[1]]
        if kind == "V":
            return [self.at[0], operands[0] + y]
        fixed = 5 if kind == "A" else 0  # radii, rotation and flags are no points
        moved = [value + (y if index % 2 else x) for index, value in enumerate(operands[fixed:])]
        return [*operands[:fixed], *moved]

    def _m(self, x: float, y: float) -> None:
        self.commands.append(("M", x, y))
        self.at = self.start = (x, y)

    def _l(self, x: float, y: float) -> None:
        self.commands.append(("L", x, y))
        self.at = (x, y)

    _h = _v = _l

    def _c(self, *points: float) -> None:
        self.commands.append(("C", *points))
        self.at, self.control = (points[4], points[5]), (points[2], points[3])

    def _s(self, x2: float, y2: float, x: float, y: float) -> None:
        self._c(*self._mirrored("CS"), x2, y2, x, y)

    def _q(self, x1: float, y1: float, x: float, y: float) -> None:
        x0, y0 = self.at
        self._c((x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3, (x + 2 * x1) / 3, (y + 2 * y1) / 3, x, y)
        self.control = (x1, y1)

    def _t(self, x: float, y: float) -> None:
        self._q(*self._mirrored("QT"), x, y)

    def _mirrored(self, kinds: str) -> Point:
        """Return the last control point mirrored at the current point, after a curve of the same kind."""
        if self.control is None or self.curve not in kinds:
            return self.at
        return 2 * self.at[0] - self.control[0], 2 * self.at[1] - self.control[1]

    def _a(self, *operands: float) -> None:
        rx, ry, turn, large, sweep, x, y = operands
        if not rx or not ry or self.at == (x, y):
            self._l(x, y)
            return
        for curve in _arc(self.at, (x, y), abs(rx), abs(ry), math.radians(turn), large=bool(large), sweep=bool(sweep)):
            self._c(*curve)

    def _z(self) -> None:
        self.commands.append(("Z",))
        self.at = self.start


def _arc(
    start: Point, end: Point, rx: float, ry: float, turn: float, *, large: bool, sweep: bool
) -> Iterator[tuple[float, float, float, float, float, float]]:
    """Yield an elliptical arc as cubic curves of at most a quarter turn (SVG 1.1, F.6.5 and F.6.6)."""
    cos, sin = math.cos(turn), math.sin(turn)
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    px, py = cos * half_x + sin * half_y, cos * half_y - sin * half_x
    grow = max(1.0, math.hypot(px / rx, py / ry))  # radii too small to reach the end grow until they do
    rx, ry = rx * grow, ry * grow
    reach = (px / rx) ** 2 + (py / ry) ** 2
    off = math.sqrt(max(0.0, 1 / reach - 1)) * (1 if large != sweep else -1)
    cx, cy = off * rx * py / ry, -off * ry * px / rx
    first = math.atan2((py - cy) / ry, (px - cx) / rx)
    swept = (math.atan2((-py - cy) / ry, (-px - cx) / rx) - first) % math.tau
    if not sweep:
        swept -= math.tau
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2

    def place(x: float, y: float) -> Point:
        x, y = rx * x + cx, ry * y + cy
        return cos * x - sin * y + middle[0], sin * x + cos * y + middle[1]

    count = max(1, math.ceil(abs(swept) / (math.pi / 2) - 1e-9))
    step = swept / count
    k = 4 / 3 * math.tan(step / 4)
    for index in range(count):
        a, b = first + index * step, first + (index + 1) * step
        last = end if index == count - 1 else place(math.cos(b), math.sin(b))
        near = place(math.cos(a) - k * math.sin(a), math.sin(a) + k * math.cos(a))
        yield *near, *place(math.cos(b) + k * math.sin(b), math.sin(b) - k * math.cos(b)), *last
