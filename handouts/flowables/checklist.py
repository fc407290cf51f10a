"""Boxes to tick, day by day: the head of a group of rows, and groups side by side where the page is wide."""

from dataclasses import dataclass

from handouts.flowables.base import Flowable, draw_tagged_or_running, plain, text_height
from handouts.paper import Box
from handouts.pen import Pen
from handouts.space import Space
from handouts.tagging import Node
from handouts.typography.paragraph import Line, set_lines
from handouts.typography.styles import Look

_PAD_X, _PAD_Y = 6.0, 2.0


@dataclass(frozen=True, kw_only=True)
class DayBand(Flowable):
    """The days of a group on a tinted band; without a node it is running content."""

    look: Look
    text: str
    node: Node | None

    def _lines(self, width: float) -> tuple[Line, ...]:
        return set_lines(plain(self.text), self.look.styles.stage, width - 2 * _PAD_X)

    def height(self, width: float, space: Space) -> float:
        """Return the height of the band."""
        del space
        return text_height(self._lines(width), self.look.styles.stage) + 2 * _PAD_Y

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw band and days."""
        palette = self.look.palette
        pen.box(Box(box.left, box.top, box.width, self.height(box.width, space)), fill=palette.tint)
        pen.rule(box.left, box.top, box.right, box.top, width=0.75, color=palette.brand)
        place = Box(box.left + _PAD_X, box.top + _PAD_Y, 0, 0)
        draw_tagged_or_running(pen, self._lines(box.width), place, self.look.styles.stage, self.node)
