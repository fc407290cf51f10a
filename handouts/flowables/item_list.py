"""Lists of what to do and what to avoid: each thing at the left, how long at the right edge."""

from dataclasses import dataclass

from handouts.flowables.base import Flowable, draw_lines, draw_tagged_or_running, plain, text_height
from handouts.paper import Box
from handouts.pen import Pen
from handouts.pictures.icons import IconName, draw_icon
from handouts.space import Space
from handouts.tagging import Node
from handouts.typography.paragraph import Line, TextStyle, set_lines
from handouts.typography.styles import Look
from handouts.wording.inline import Run

_RULE, _UNDER_RULE, _ICON, _ICON_GAP, _TIME_GAP = 2.0, 4.0, 14.0, 6.0, 8.0
_WIDEST_TIME = 0.45  # of the row; a longer duration takes a line of its own


@dataclass(frozen=True, kw_only=True)
class RuledHead(Flowable):
    """A heading under a rule, with an icon before it where it has one; without a node it is running content."""

    look: Look
    text: str
    node: Node | None
    color: str
    icon: IconName | None = None

    def _inset(self) -> float:
        return max(_ICON, self.look.styles.heading.size * 0.95) + _ICON_GAP if self.icon else 0.0

    def _lines(self, width: float) -> tuple[Line, ...]:
        return set_lines(plain(self.text), self._style(), width - self._inset())

    def _style(self) -> TextStyle:
        heading = self.look.styles.heading
        return TextStyle(heading.face, heading.bold, heading.size, heading.leading, self.color)

    def height(self, width: float, space: Space) -> float:
        """Return the height of rule and heading."""
        del space
        return _RULE + _UNDER_RULE + text_height(self._lines(width), self._style())

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw rule, icon and heading."""
        del space
        y = box.top + _RULE / 2
        if not self.at_top:  # the rule of the header stands right above
            pen.rule(box.left, y, box.right, y, width=_RULE, color=self.color)
        style, top = self._style(), box.top + _RULE + _UNDER_RULE
        if self.icon:
            size = self._inset() - _ICON_GAP
            draw_icon(pen, self.icon, box.left, top + (style.leading - size) / 2, size, self.color)
        inner = Box(box.left + self._inset(), top, box.width, box.height)
        draw_tagged_or_running(pen, self._lines(box.width), inner, style, self.node)


@dataclass(frozen=True, kw_only=True)
class ItemRow(Flowable):
    """A thing, why, and for how long. The duration never wraps; the text does. Never divided."""

    look: Look
    runs: tuple[Run, ...]
    node: Node
    time: tuple[Run, ...]
    ruled: bool
    indent: float = 0.0

    def _time(self, width: float) -> Line | None:
        """Return the duration where it stands beside the text."""
        if not self.time:
            return None
        (line, *others) = set_lines(self.time, self.look.styles.strong, float("inf"))
        return None if others or line.width > width * _WIDEST_TIME else line

    def _under(self, width: float) -> tuple[Line, ...]:
        """Return the duration where it stands under the text."""
        if not self.time or self._time(width):
            return ()
        return set_lines(self.time, self.look.styles.strong, width)

    def _lines(self, width: float) -> tuple[Line, ...]:
        time = self._time(width)
        measure = width - self.indent - (time.width + _TIME_GAP if time else 0)
        return set_lines(self.runs, self.look.styles.body, measure)

    def height(self, width: float, space: Space) -> float:
        """Return the height of the text with the padding of a row."""
        lines = len(self._lines(width)) + len(self._under(width))
        return lines * self.look.styles.body.leading + 2 * space.row

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw the text, the duration at the right edge, and the hairline under the row."""
        body, strong = self.look.styles.body, self.look.styles.strong
        lines, time, under = self._lines(box.width), self._time(box.width), self._under(box.width)
        left, top = box.left + self.indent, box.top + space.row
        if self.indent:
            square = Box(box.left + 0.5, top + body.baseline - 9.4, 10, 10)
            pen.box(square, stroke=self.look.palette.ink, width=1)
        draw_lines(pen, lines, Box(left, top, 0, 0), body, self.node, goes_on=bool(self.time))
        if time:
            draw_lines(pen, [time], Box(box.left, top, box.width, 0), strong, self.node, align="right")
        place = Box(box.left, top + text_height(lines, body), box.width, 0)
        draw_lines(pen, under, place, strong, self.node, align="right")
        if self.ruled:
            foot = box.top + self.height(box.width, space)
            pen.rule(box.left, foot, box.right, foot, width=0.5, color=self.look.palette.hairline)
