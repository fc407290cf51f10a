"""The box of the main message, with the key points in it."""

from dataclasses import dataclass

from handouts.flowables.base import Flowable, draw_lines, text_height
from handouts.paper import Box
from handouts.pen import Pen
from handouts.pictures.icons import IconName, draw_icon
from handouts.space import Space
from handouts.tagging import Node
from handouts.typography.paragraph import Line, set_lines
from handouts.typography.styles import Look
from handouts.wording.inline import Run

_ICON_GAP, _POINT_GAP, _RULE_GAP = 7.0, 22.0, 6.0


@dataclass(frozen=True, kw_only=True)
class Point:
    """A key point: an icon and a few words."""

    icon: IconName
    runs: tuple[Run, ...]
    node: Node


@dataclass(frozen=True, kw_only=True)
class MessageBox(Flowable):
    """One message, then three actions, in a tinted box. Never divided.

    The points stand in one row if they fit, else in as many rows as they need; `one_a_line` gives each its own.
    """

    look: Look
    runs: tuple[Run, ...]
    node: Node
    points: tuple[Point, ...]
    sides: float
    icon: float
    one_a_line: bool = False

    def _measure(self, width: float) -> float:
        return width - 2 * self.sides - self.look.bar

    def _lines(self, width: float) -> tuple[Line, ...]:
        return set_lines(self.runs, self.look.styles.message, self._measure(width))

    @property
    def _step(self) -> float:
        style = self.look.styles.key_point
        return max(style.leading, self.icon) + (_ICON_GAP if self.one_a_line else 1)

    def _rows(self, width: float) -> list[list[tuple[Point, float, tuple[Line, ...]]]]:
        """Return the points row by row, each with its x and its lines."""
        measure, style = self._measure(width), self.look.styles.key_point
        rows: list[list[tuple[Point, float, tuple[Line, ...]]]] = []
        x = 0.0
        for point in self.points:
            lines = set_lines(point.runs, style, measure - self.icon - _ICON_GAP)
            needed = self.icon + _ICON_GAP + max(line.width for line in lines)
            if not rows or self.one_a_line or x + needed > measure:
                rows.append([])
                x = 0.0
            rows[-1].append((point, x, lines))
            x += needed + _POINT_GAP
        return rows

    def _row_height(self, row: list[tuple[Point, float, tuple[Line, ...]]]) -> float:
        extra = max(len(lines) for _, _, lines in row) - 1
        return self._step + extra * self.look.styles.key_point.leading

    def height(self, width: float, space: Space) -> float:
        """Return the height of message, rule and points with the padding."""
        text = text_height(self._lines(width), self.look.styles.message)
        points = 2 * _RULE_GAP + sum(self._row_height(row) for row in self._rows(width)) if self.points else 0.0
        return 2 * space.padding + text + points

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw the box, the message and the points."""
        look, palette = self.look, self.look.palette
        radius = look.radius
        box = Box(box.left, box.top, box.width, self.height(box.width, space))
        pen.box(box, fill=palette.tint, stroke=palette.brand, width=0.75, radii=(radius,) * 4)
        if look.bar:
            pen.box(Box(box.left, box.top, look.bar, box.height), fill=palette.brand)
        left = box.left + look.bar + self.sides
        inner = Box(left, box.top + space.padding, self._measure(box.width), box.height)
        lines = self._lines(box.width)
        draw_lines(pen, lines, inner, look.styles.message, self.node)
        if self.points:
            rule = inner.top + text_height(lines, look.styles.message) + _RULE_GAP
            pen.rule(left, rule, left + inner.width, rule, width=0.75, color=palette.brand)
            self._draw_points(pen, left, rule + _RULE_GAP, box.width)

    def _draw_points(self, pen: Pen, left: float, top: float, width: float) -> None:
        style, step = self.look.styles.key_point, self._step
        for row in self._rows(width):
            for point, x, lines in row:
                draw_icon(
                    pen, point.icon, left + x, top + (step - self.icon) / 2, self.icon,
                    self.look.palette.brand, self.look.palette.tint,
                )  # fmt: skip
                text = Box(left + x + self.icon + _ICON_GAP, top + (step - style.leading) / 2, width, step)
                draw_lines(pen, lines, text, style, point.node)
            top += self._row_height(row)
