"""Tables: rules above and below the head, hairlines between rows, columns as wide as their text asks for."""

from dataclasses import dataclass
from functools import lru_cache

from handouts.flowables.base import Flowable, draw_lines, text_height
from handouts.paper import Box
from handouts.pen import Pen
from handouts.space import Space
from handouts.tagging import Node
from handouts.typography.paragraph import Line, TextStyle, set_lines
from handouts.typography.styles import Look
from handouts.wording.inline import Run

_PAD = 8.0

Texts = tuple[tuple[Run, ...], ...]


@dataclass(frozen=True)
class Columns:
    """The texts of a whole table, from which every row takes the same column widths."""

    head: Texts
    rows: tuple[Texts, ...]
    strong: TextStyle
    body: TextStyle

    def widths(self, width: float) -> tuple[float, ...]:
        """Return the widths of the columns: each holds its longest word, the rest is shared by length of text."""
        return _widths(self, width)


@lru_cache(maxsize=512)
def _widths(columns: Columns, width: float) -> tuple[float, ...]:
    least, wanted = [], []
    for index, title in enumerate(columns.head):
        cells = [_extent(title, columns.strong), *(_extent(row[index], columns.body) for row in columns.rows)]
        least.append(max(word for word, _ in cells) + _PAD)
        wanted.append(max(whole for _, whole in cells) + _PAD)
    if sum(wanted) <= width:
        spare = (width - sum(wanted)) / len(wanted)
        return tuple(w + spare for w in wanted)
    if sum(least) >= width:
        return tuple(narrow * width / sum(least) for narrow in least)
    surplus = [w - narrow for w, narrow in zip(wanted, least, strict=True)]
    share = (width - sum(least)) / sum(surplus)
    return tuple(narrow + share * more for narrow, more in zip(least, surplus, strict=True))


def _extent(runs: tuple[Run, ...], style: TextStyle) -> tuple[float, float]:
    """Return the width of the longest word of a text, and of the text on one line."""
    words = (style.bold.word(word).width * style.size / 1000 for run in runs for word in run.text.split(" "))
    return max(words, default=0.0), max(line.width for line in set_lines(runs, style, float("inf")))


@dataclass(frozen=True, kw_only=True)
class TableRow(Flowable):
    """A row of a table. `nodes` are its cells; without nodes it is a repeated head, and running content."""

    look: Look
    columns: Columns
    cells: Texts
    nodes: tuple[Node, ...]
    is_head: bool = False
    ruled: bool = True

    @property
    def _style(self) -> TextStyle:
        return self.columns.strong if self.is_head else self.columns.body

    def _lines(self, width: float) -> list[tuple[Line, ...]]:
        widths = self.columns.widths(width)
        return [set_lines(runs, self._style, column - _PAD) for runs, column in zip(self.cells, widths, strict=True)]

    def height(self, width: float, space: Space) -> float:
        """Return the height of the tallest cell with the padding of a row."""
        return max(text_height(lines, self._style) for lines in self._lines(width)) + 2 * space.row

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw cells and rules."""
        palette = self.look.palette
        if self.nodes:
            self._draw_cells(pen, box, space)
        else:
            with pen.running("Header"):
                self._draw_cells(pen, box, space)
        foot = box.top + self.height(box.width, space)
        if self.is_head:
            pen.rule(box.left, box.top, box.right, box.top, width=0.75, color=palette.brand)
            pen.rule(box.left, foot, box.right, foot, width=0.75, color=palette.brand)
        elif self.ruled:
            pen.rule(box.left, foot, box.right, foot, width=0.5, color=palette.hairline)

    def _draw_cells(self, pen: Pen, box: Box, space: Space) -> None:
        left = box.left
        nodes: tuple[Node | None, ...] = self.nodes or (None,) * len(self.cells)
        for node, lines, width in zip(nodes, self._lines(box.width), self.columns.widths(box.width), strict=True):
            draw_lines(pen, lines, Box(left, box.top + space.row, width, 0), self._style, node)
            left += width
