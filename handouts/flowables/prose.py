"""Running text: headings, paragraphs, lists, questions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from handouts.flowables.base import Align, Flowable, draw_lines, line_of, text_height
from handouts.paper import Box
from handouts.pen import Pen
from handouts.space import Space
from handouts.tagging import Node
from handouts.typography.paragraph import Line, TextStyle, set_lines
from handouts.wording.inline import Run


@dataclass(frozen=True, kw_only=True)
class Prose(Flowable):
    """A paragraph. It is divided with at least two lines on each side."""

    runs: tuple[Run, ...]
    style: TextStyle
    node: Node
    align: Align = "left"
    measure: float = float("inf")
    first: int = 0
    last: int | None = None

    WIDOW: ClassVar[int] = 2

    def lines(self, width: float) -> Sequence[Line]:
        """Return the lines that this part of the paragraph prints."""
        return set_lines(self.runs, self.style, min(width, self.measure))[self.first : self.last]

    def height(self, width: float, space: Space) -> float:
        """Return the height of the lines."""
        del space
        return text_height(self.lines(width), self.style)

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw the lines."""
        del space
        lines = self.lines(box.width)
        draw_lines(pen, lines, box, self.style, self.node, align=self.align, goes_on=self.last is not None)

    def split(self, width: float, room: float, space: Space) -> "tuple[Prose, Prose] | None":
        """Divide between lines, with no widow and no orphan."""
        del space
        total = len(self.lines(width))
        fitting = min(int(room / self.style.leading + 1e-6), total - self.WIDOW)
        if fitting < self.WIDOW:
            return None
        cut = self.first + fitting
        return replace(self, last=cut), replace(self, first=cut, between="none", bookmark=None)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What stands before an item of a list: a bullet or a number, with its Lbl element."""

    text: str
    node: Node


@dataclass(frozen=True, kw_only=True)
class Item(Flowable):
    """An item of a list: its mark in the margin, its text indented."""

    mark: Mark
    body: Prose
    indent: float

    def height(self, width: float, space: Space) -> float:
        """Return the height of the text."""
        return self.body.height(width - self.indent, space)

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw the mark, then the text."""
        style = self.body.style
        if not self.body.first:
            draw_lines(pen, [line_of(self.mark.text, style)], box, style, self.mark.node, goes_on=True)
        inner = Box(box.left + self.indent, box.top, box.width - self.indent, box.height)
        self.body.draw(pen, inner, space)

    def split(self, width: float, room: float, space: Space) -> "tuple[Item, Item] | None":
        """Divide the text."""
        halves = self.body.split(width - self.indent, room, space)
        if halves is None:
            return None
        return replace(self, body=halves[0]), replace(self, body=halves[1], between="none")


def kept_in_twos(items: Sequence[Item]) -> list[Flowable]:
    """Return items such that a page never ends with the first of them alone, nor begins with the last alone."""
    twos = {0, len(items) - 2}
    return [replace(item, keep_with_next=n in twos and n < len(items) - 1) for n, item in enumerate(items)]
