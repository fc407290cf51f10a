"""How to reach the clinic, and lines to fill by hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.flowables.base import Flowable, draw_lines, line_of, text_height
from handouts.paper import Box
from handouts.pen import Pen
from handouts.pictures.qr import draw_qr, least_side
from handouts.space import Space
from handouts.tagging import Node
from handouts.typography.paragraph import Line, set_lines
from handouts.typography.styles import Look
from handouts.wording.inline import Run

_FRAME, _QR_CELL, _TEXT_X, _PAD, _LABEL_GAP = 0.75, 54.5, 8.0, 5.0, 6.0


@dataclass(frozen=True, kw_only=True)
class WriteInLine:
    """A printed line with its label; on screen, a field with a tooltip. `notes` has a label and empty lines."""

    name: str
    label: str
    node: Node
    field_node: Node | None
    tooltip: str


@dataclass(frozen=True, kw_only=True)
class WriteIn(Flowable):
    """Lines to fill by hand, in columns whose rules are equally long.

    `label_widths`, one for each column, align two languages that stand side by side, so that neither has less to
    write on; in a single column each rule begins after its own label.
    """

    look: Look
    lines: tuple[WriteInLine, ...]
    columns: int
    step: float
    label_widths: tuple[float, ...] = ()
    gutter: float = 12.0

    def _rows(self) -> list[tuple[WriteInLine, ...]]:
        return [self.lines[start : start + self.columns] for start in range(0, len(self.lines), self.columns)]

    def _label(self, line: WriteInLine) -> Line:
        return line_of(line.label, self.look.styles.label)

    def widest_labels(self) -> tuple[float, ...]:
        """Return the width of the widest label of each column."""
        columns = (self.lines[column :: self.columns] for column in range(self.columns))
        return tuple(max((self._label(line).width for line in column if line.label), default=0.0) for column in columns)

    def height(self, width: float, space: Space) -> float:
        """Return the height of all rows; each holds a hand's writing above its rule."""
        del width, space
        return len(self._rows()) * self.step

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw labels and rules."""
        del space
        labels = [width + _LABEL_GAP for width in self.label_widths or self.widest_labels()]
        rule = (box.width - sum(labels) - (self.columns - 1) * self.gutter) / self.columns
        for number, lines in enumerate(self._rows()):
            left = box.left
            for label, line in zip(labels, lines, strict=False):
                place = Box(left, box.top + number * self.step, label + rule, self.step)
                self._draw_line(pen, line, place, label)
                left = place.right + self.gutter

    def _draw_line(self, pen: Pen, line: WriteInLine, box: Box, label: float) -> None:
        style, foot = self.look.styles.label, box.bottom - 2
        left = box.left
        if line.label:
            text = self._label(line)
            draw_lines(pen, [text], Box(box.left, foot - style.baseline - 1.5, 0, 0), style, line.node)
            left += text.width + _LABEL_GAP if self.columns == 1 else label
        pen.rule(left, foot, box.right, foot, width=0.75, color=self.look.palette.ink)
        if line.field_node is not None:
            field = Box(left, box.top + 1, box.right - left, foot - box.top - 1)
            pen.field(field, line.name, line.tooltip, line.field_node, self.look.styles.body.size)


@dataclass(frozen=True, kw_only=True)
class ContactLine:
    """A line of the contact panel."""

    runs: tuple[Run, ...]
    node: Node


@dataclass(frozen=True, kw_only=True)
class ContactPanel(Flowable):
    """QR code, hours, what to do when the clinic is closed, its page, and lines to fill. Never divided.

    Joined under the third level of warning it continues that box's frame.
    """

    look: Look
    lines: tuple[ContactLine, ...]
    uri: str
    qr_node: Node
    write_in: WriteIn | None
    joined: bool

    @property
    def _code(self) -> float:
        """The side of the QR code, quiet zone included."""
        return max(_QR_CELL - 1, least_side(self.uri))

    def _text_width(self, width: float) -> float:
        inner = width - self._code - 1 - 2 * _TEXT_X
        return inner - 12 - self._write_in_width(width) if self.write_in else inner

    def _write_in_width(self, width: float) -> float:
        return width * 0.4

    def _set(self, width: float) -> list[tuple[ContactLine, Sequence[Line]]]:
        measure = self._text_width(width)
        return [(line, set_lines(line.runs, self.look.styles.body, measure)) for line in self.lines]

    def height(self, width: float, space: Space) -> float:
        """Return the height of the taller of code, lines and write-in lines."""
        text = sum(text_height(lines, self.look.styles.body) for _, lines in self._set(width)) + 2 * _PAD
        written = self.write_in.height(self._write_in_width(width), space) + 2 * _PAD if self.write_in else 0.0
        return max(self._code + 1, text, written) + _FRAME

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw the panel over the whole height of the box."""
        palette, radius = self.look.palette, self.look.radius
        frame = 1.25 if self.joined else _FRAME
        half, head = frame / 2, 0.0 if self.joined else radius
        outer = Box(box.left + half, box.top, box.width - frame, box.height - half)
        pen.box(outer, fill=palette.tint, radii=(head, head, radius, radius))
        side = self._code
        cell = Box(outer.left, outer.top, side + 1, outer.height)
        pen.box(cell, fill="#FFFFFF", radii=(head, 0, 0, radius))
        self._draw_lines(pen, box)
        square = Box(cell.left + 0.5, cell.top + (cell.height - side) / 2, side, side)
        self.qr_node.bbox = pen.rect(square)
        with pen.whole(self.qr_node):
            draw_qr(pen, self.uri, square)
        # the quiet zone of the code reaches into a round corner, so the frame comes after it
        pen.box(outer, stroke=palette.brand, width=frame, radii=(head, head, radius, radius))
        if self.joined:
            pen.rule(outer.left, outer.top, outer.right, outer.top, width=_FRAME, color=palette.brand)
        if self.write_in:
            width = self._write_in_width(box.width)
            height = self.write_in.height(width, space)
            place = Box(outer.right - width - 9, box.top + (box.height - height) / 2 - 2, width, height)
            self.write_in.draw(pen, place, space)

    def _draw_lines(self, pen: Pen, box: Box) -> None:
        body = self.look.styles.body
        texts = self._set(box.width)
        height = sum(text_height(lines, body) for _, lines in texts)
        top = box.top + (box.height - height) / 2
        for line, lines in texts:
            draw_lines(pen, lines, Box(box.left + self._code + 1 + _TEXT_X, top, 0, 0), body, line.node)
            top += text_height(lines, body)
