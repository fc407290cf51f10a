"""SVG transforms as matrices (SVG 1.1, 7.6)."""

import math
import re
from dataclasses import dataclass

from handouts.outline import Command
from handouts.pictures.svg_path import NotAPath, Point, numbers


@dataclass(frozen=True, slots=True)
class Matrix:
    """A transform: x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def after(self, first: "Matrix") -> "Matrix":
        """Return the transform that applies `first` and then this one."""
        a, b = self.a * first.a + self.c * first.b, self.b * first.a + self.d * first.b
        c, d = self.a * first.c + self.c * first.d, self.b * first.c + self.d * first.d
        return Matrix(a, b, c, d, *self.point(first.e, first.f))

    def point(self, x: float, y: float) -> Point:
        """Return where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def command(self, command: Command) -> Command:
        """Return where a step of a path goes."""
        name, *values = command
        moved = [self.point(x, y) for x, y in zip(values[::2], values[1::2], strict=True)]
        return (name, *(value for point in moved for value in point))

    @property
    def scale(self) -> float | None:
        """How much it enlarges; None when it does so by different amounts in different directions."""
        one, other = math.hypot(self.a, self.b), math.hypot(self.c, self.d)
        level = self.a * self.c + self.b * self.d
        return one if math.isclose(one, other, rel_tol=1e-3) and abs(level) <= 1e-3 * one * other else None


_TRANSFORM = re.compile(r"\s*+,?+\s*+([A-Za-z]+)\s*\(([^()]*)\)")


def transform(text: str) -> Matrix:
    """Return the matrix of a `transform` attribute.

    Raises:
        NotAPath: It is not a list of the transforms of SVG 1.1, 7.6.
    """
    matrix, place = Matrix(), 0
    while text[place:].strip():
        match = _TRANSFORM.match(text, place)
        if match is None:
            raise NotAPath(f"not a transform: “{text[place : place + 24].strip()}”")
        matrix, place = matrix.after(_step(match[1], numbers(match[2]))), match.end()
    return matrix


def _step(name: str, values: list[float]) -> Matrix:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) <= 1:
            return Matrix(e=x, f=rest[0] if rest else 0.0)
        case "scale", [x, *rest] if len(rest) <= 1:
            return Matrix(a=x, d=rest[0] if rest else x)
        case "rotate", [angle, *about] if len(about) in {0, 2}:
            x, y = about or (0.0, 0.0)
            return Matrix(e=x, f=y).after(_rotation(angle)).after(Matrix(e=-x, f=-y))
        case "skewX", [angle]:
            return Matrix(c=math.tan(math.radians(angle)))
        case "skewY", [angle]:
            return Matrix(b=math.tan(math.radians(angle)))
    raise NotAPath(f"not a transform: {name} with {len(values)} numbers")


def _rotation(angle: float) -> Matrix:
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return Matrix(cos, sin, -sin, cos)
