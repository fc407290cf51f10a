"""What a flowable is, and the ways to put several together."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from handouts.paper import Box
from handouts.pen import Pen
from handouts.space import Between, Space
from handouts.tagging import Node
from handouts.typography.paragraph import Line, TextStyle, set_lines
from handouts.wording.inline import Run

Align = Literal["left", "center", "right"]
_KEPT_ROWS = 2


@dataclass(frozen=True, kw_only=True)
class Flowable(ABC):
    """A piece of a page. Widths, heights and rooms are points.

    Attributes:
        between: The gap before it, by name; there is none at the top of a page.
        keep_with_next: Whether it must stand on the page of what follows.
        name: What to call it in a message to an editor.
        kind: The kind of block or section that it comes from, for rules about the first page.
        bookmark: The heading that it begins, for the outline.
        starts_page: Whether it begins a new page.
        at_top: Whether it stands at the top of a page, right under the rule of the header.
    """

    between: Between = "block"
    keep_with_next: bool = False
    name: str = ""
    kind: str = ""
    bookmark: str | None = None
    starts_page: bool = False
    at_top: bool = False

    @abstractmethod
    def height(self, width: float, space: Space) -> float:
        """Return the height that it takes in a width."""

    @abstractmethod
    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw it from the top of a box, which may be higher than it asked for."""

    def split(self, width: float, room: float, space: Space) -> "tuple[Flowable, Flowable] | None":
        """Return what fits in the room and the rest; None when it cannot be divided there."""
        del width, room, space
        return None


def text_height(lines: Sequence[Line], style: TextStyle) -> float:
    """Return the height of lines."""
    return len(lines) * style.leading


def draw_lines(
    pen: Pen,
    lines: Sequence[Line],
    box: Box,
    style: TextStyle,
    node: Node | None,
    *,
    align: Align = "left",
    goes_on: bool = False,
) -> None:
    """Draw lines from the top of a box; `goes_on` when more text of the same element follows them."""
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
    for index, line in enumerate(lines):
        x = box.left + share * (box.width - line.width)
        more = (index < len(lines) - 1 or goes_on) and not line.joined
        pen.text(line, x, box.top + index * style.leading + style.baseline, style, node, more=more)


def draw_tagged_or_running(pen: Pen, lines: Sequence[Line], box: Box, style: TextStyle, node: Node | None) -> None:
    """Draw lines for a node, or as running content where a heading is only repeated."""
    if node is not None:
        draw_lines(pen, lines, box, style, node)
        return
    with pen.running("Header"):
        draw_lines(pen, lines, box, style, None)


def raised(flowable: Flowable, at_top: bool) -> Flowable:
    """Return a flowable that knows whether it stands at the top of a page."""
    return replace(flowable, at_top=True) if at_top else flowable


def plain(text: str) -> tuple[Run, ...]:
    """Return text without markup as runs."""
    return (Run(text),)


def line_of(text: str, style: TextStyle) -> Line:
    """Return text as one line, however long."""
    lines = set_lines(plain(text), style, float("inf"))
    return lines[0]


@dataclass(frozen=True, kw_only=True)
class Stack(Flowable):
    """Flowables one under the other; divided between them, or inside one of them."""

    parts: tuple[Flowable, ...]

    def _places(self, width: float, space: Space) -> Iterator[tuple[Flowable, float, float]]:
        top = 0.0
        for index, part in enumerate(self.parts):
            top += space.between(part.between) if index else 0.0
            height = part.height(width, space)
            yield part, top, height
            top += height

    def height(self, width: float, space: Space) -> float:
        """Return the height of all parts with the gaps between them."""
        return max((top + height for _, top, height in self._places(width, space)), default=0.0)

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw the parts."""
        for part, top, height in self._places(box.width, space):
            raised(part, self.at_top and top == 0).draw(pen, Box(box.left, box.top + top, box.width, height), space)

    def split(self, width: float, room: float, space: Space) -> "tuple[Stack, Stack] | None":
        """Divide after the last part that fits, never right after one that keeps with the next."""
        parts = self.parts
        for index, (part, top, height) in enumerate(self._places(width, space)):
            if top + height <= room:
                continue
            halves = part.split(width, room - top, space)
            if halves:
                return self._of(*parts[:index], halves[0]), self._of(halves[1], *parts[index + 1 :])
            while index and parts[index - 1].keep_with_next:
                index -= 1  # noqa: PLW2901 (a heading goes along with what it heads)
            return (self._of(*parts[:index]), self._of(*parts[index:])) if index else None
        return None

    def _of(self, *parts: Flowable) -> "Stack":
        return replace(self, parts=parts)


@dataclass(frozen=True, kw_only=True)
class Row(Flowable):
    """Flowables side by side in equal columns, tops aligned; each gets the height of the tallest.

    Divided only where `divisible` says so, and every part can be divided at that height.
    """

    parts: tuple[Flowable, ...]
    gutter: float
    divisible: bool = False

    def _width(self, width: float) -> float:
        return (width - (len(self.parts) - 1) * self.gutter) / len(self.parts)

    def height(self, width: float, space: Space) -> float:
        """Return the height of the tallest part."""
        inner = self._width(width)
        return max(part.height(inner, space) for part in self.parts)

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw the parts from left to right."""
        for column in range(len(self.parts)):
            self.draw_part(column, pen, box, space)

    def draw_part(self, column: int, pen: Pen, box: Box, space: Space) -> None:
        """Draw the part of one column."""
        inner = self._width(box.width)
        left = box.left + column * (inner + self.gutter)
        raised(self.parts[column], self.at_top).draw(pen, Box(left, box.top, inner, box.height), space)

    def split(self, width: float, room: float, space: Space) -> "tuple[Row, Row] | None":
        """Divide every part at one height."""
        if not self.divisible:
            return None
        halves = [half for part in self.parts if (half := part.split(self._width(width), room, space))]
        if len(halves) < len(self.parts):
            return None
        above, below = zip(*halves, strict=True)
        return replace(self, parts=above), replace(self, parts=below, bookmark=None)


@dataclass(frozen=True, kw_only=True)
class Listing(Flowable):
    """A head and its rows. Divided between rows, two on each side at least, the head repeated as `again`.

    `whole` is never divided.
    """

    head: Flowable
    again: Flowable
    rows: tuple[Flowable, ...]
    whole: bool = False

    def height(self, width: float, space: Space) -> float:
        """Return the height of head and rows."""
        return self.head.height(width, space) + sum(row.height(width, space) for row in self.rows)

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw head and rows."""
        top = box.top
        for part in (raised(self.head, self.at_top), *self.rows):
            height = part.height(box.width, space)
            part.draw(pen, Box(box.left, top, box.width, height), space)
            top += height

    def split(self, width: float, room: float, space: Space) -> "tuple[Listing, Listing] | None":
        """Divide between rows."""
        used, cut = self.head.height(width, space), 0
        for row in self.rows:
            used += row.height(width, space)
            if used > room:
                break
            cut += 1
        cut = min(cut, len(self.rows) - _KEPT_ROWS)
        if cut < _KEPT_ROWS or self.whole:
            return None
        rest = replace(self, head=self.again, rows=self.rows[cut:], bookmark=None)
        return replace(self, rows=self.rows[:cut]), rest
