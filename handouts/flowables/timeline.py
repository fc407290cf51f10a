"""What to expect, stage by stage: a line of arrows, or rows where the column is narrow."""

from collections.abc import Iterator
from dataclasses import dataclass

from handouts.flowables.base import Flowable, draw_lines, line_of, plain, text_height
from handouts.outline import Command
from handouts.paper import Box
from handouts.pen import Pen
from handouts.pictures.icons import IconName, draw_icon
from handouts.space import Space
from handouts.tagging import Node
from handouts.typography.paragraph import Line, TextStyle, set_lines
from handouts.typography.styles import Look, colored
from handouts.wording.inline import Run

_ARROW, _NOTCH, _GAP, _MAX_RADIUS = 24.0, 9.0, 1.5, 8.0
_FIRST, _AFTER, _ICON, _ICON_GAP = 10.0, 18.0, 14.0, 6.0
_NARROW_ICON = 13.0


@dataclass(frozen=True, kw_only=True)
class StageText:
    """A stage as it is printed: when, and what to expect then."""

    label: str
    label_node: Node
    runs: tuple[Run, ...]
    node: Node
    icon: IconName | None


def stage_fills(look: Look, count: int) -> list[str]:
    """Return the ground of each stage, from the brand colour to white as the skin settles."""
    palette = look.palette
    ladder = [palette.brand, palette.mid, palette.tint, "#FFFFFF"]
    kept = {2: (0, 3), 3: (0, 1, 3), 4: (0, 1, 2, 3)}.get(count, (0, 1, 1, 2, 3))
    return [ladder[step] for step in kept]


def _on(fill: str, look: Look) -> tuple[str, str]:
    """Return the colours of label and icon on a stage's ground."""
    if fill == look.palette.brand:
        return "#FFFFFF", "#FFFFFF"
    # brand on the middle tone is short of 7:1, so large print sets the icon in ink
    return look.palette.ink, look.palette.ink if fill == look.palette.mid else look.palette.brand


@dataclass(frozen=True, kw_only=True)
class TimelineHead(Flowable):
    """The heading, and at the right edge on the same baseline what day 0 is; under it where both do not fit.

    Attributes:
        open: Whether a gap belongs to it, for rows that follow without one of their own.
    """

    look: Look
    heading: str
    heading_node: Node
    note: tuple[Run, ...]
    note_node: Node
    open: bool = False

    def _note_fits(self, width: float) -> bool:
        styles = self.look.styles
        head = line_of(self.heading, styles.heading).width
        return not self.note or len(set_lines(self.note, styles.body, max(width - head - 12, 1))) == 1

    def height(self, width: float, space: Space) -> float:
        """Return the height of the heading, of the note where it stands under it, and of the gap."""
        styles = self.look.styles
        head = text_height(set_lines(plain(self.heading), styles.heading, width), styles.heading)
        note = 0 if self._note_fits(width) else text_height(set_lines(self.note, styles.body, width), styles.body)
        return head + note + (space.between("item") if self.open else 0)

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw both."""
        del space
        styles = self.look.styles
        head = set_lines(plain(self.heading), styles.heading, box.width)
        draw_lines(pen, head, box, styles.heading, self.heading_node)
        if not self.note:
            return
        fits = self._note_fits(box.width)
        note = set_lines(self.note, styles.body, box.width)
        drop = styles.heading.baseline - styles.body.baseline if fits else text_height(head, styles.heading)
        place = Box(box.left, box.top + drop, box.width, box.height)
        draw_lines(pen, note, place, styles.body, self.note_node, align="right" if fits else "left")


@dataclass(frozen=True, kw_only=True)
class Timeline(Flowable):
    """Arrows from left to right, what to expect under each. Never divided."""

    look: Look
    stages: tuple[StageText, ...]

    def _columns(self, width: float) -> Iterator[tuple[StageText, float, float, float]]:
        """Yield each stage with the x of its arrow, of its text, and the measure of its text."""
        step = width / len(self.stages)
        for index, stage in enumerate(self.stages):
            inset = _AFTER if index else _FIRST
            # the next text starts further in than its arrow, so this one may reach up to the arrow
            end = step if index == len(self.stages) - 1 else step + _FIRST
            yield stage, index * step, index * step + inset, end - inset

    def _texts(self, width: float) -> list[tuple[Line, ...]]:
        body = self.look.styles.body
        return [set_lines(stage.runs, body, measure) for stage, _, _, measure in self._columns(width)]

    def fits(self, width: float) -> bool:
        """Whether every label fits on its arrow."""
        step = width / len(self.stages)
        return all(
            line_of(stage.label, self.look.styles.stage).width
            + _AFTER + _NOTCH + (_ICON + _ICON_GAP if stage.icon else 0) <= step
            for stage in self.stages
        )  # fmt: skip

    def height(self, width: float, space: Space) -> float:
        """Return the height of the arrows and of the longest text."""
        del space
        return _ARROW + 4 + max(text_height(lines, self.look.styles.body) for lines in self._texts(width))

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw arrows, labels and texts, stage by stage."""
        del space
        fills = stage_fills(self.look, len(self.stages))
        texts = self._texts(box.width)
        for index, (stage, start, x, _) in enumerate(self._columns(box.width)):
            label_color, icon_color = _on(fills[index], self.look)
            pen.path(
                self._arrow(box.left + start, box.top, box.width, index),
                fill=fills[index], stroke=self.look.palette.brand, width=1,
            )  # fmt: skip
            left = box.left + x
            if stage.icon:
                draw_icon(pen, stage.icon, left, box.top + (_ARROW - _ICON) / 2, _ICON, icon_color, fills[index])
            style = colored(self.look.styles.stage, label_color)
            label = Box(left + (_ICON + _ICON_GAP if stage.icon else 0), box.top + (_ARROW - style.leading) / 2, 0, 0)
            draw_lines(pen, [line_of(stage.label, style)], label, style, stage.label_node)
            under = Box(left, box.top + _ARROW + 4, 0, 0)
            draw_lines(pen, texts[index], under, self.look.styles.body, stage.node)

    def _arrow(self, x: float, top: float, width: float, index: int) -> list[Command]:
        step, last = width / len(self.stages), index == len(self.stages) - 1
        end, middle, foot = x + step - (0 if last else _GAP), top + _ARROW / 2, top + _ARROW
        radius = min(self.look.radius, _MAX_RADIUS)
        if last:
            right = _round_right(end, top, foot, radius)
        else:
            right = [("L", end - _NOTCH, top), ("L", end, middle), ("L", end - _NOTCH, foot)]
        if index:
            return [("M", x, top), *right, ("L", x, foot), ("L", x + _NOTCH, middle), ("Z",)]
        bend = radius * 0.4477  # the rest of a quarter circle's Bézier arm
        return [
            ("M", x + radius, top), *right, ("L", x + radius, foot),
            ("C", x + bend, foot, x, foot - bend, x, foot - radius), ("L", x, top + radius),
            ("C", x, top + bend, x + bend, top, x + radius, top), ("Z",),
        ]  # fmt: skip


def _round_right(x: float, top: float, foot: float, radius: float) -> list[Command]:
    bend = radius * 0.4477
    return [
        ("L", x - radius, top), ("C", x - bend, top, x, top + bend, x, top + radius),
        ("L", x, foot - radius), ("C", x, foot - bend, x - bend, foot, x - radius, foot),
    ]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class StageRow(Flowable):
    """One stage as a row: its label in a cell of the stage's ground, then what to expect."""

    look: Look
    stage: StageText
    fill: str
    label_width: float
    ruled: bool

    def _style(self) -> TextStyle:
        return colored(self.look.styles.stage, _on(self.fill, self.look)[0])

    def _parts(self, width: float) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        indent = 10 + (max(_NARROW_ICON, self.look.styles.stage.size) + _ICON_GAP if self.stage.icon else 0)
        label = set_lines(plain(self.stage.label), self._style(), self.label_width - indent - 6)
        return label, set_lines(self.stage.runs, self.look.styles.body, width - self.label_width - 10)

    def height(self, width: float, space: Space) -> float:
        """Return the height of the taller of label and text, with padding."""
        label, text = self._parts(width)
        tallest = max(text_height(label, self._style()), text_height(text, self.look.styles.body))
        return tallest + 2 * max(space.row, 2.25) + 1

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw the cell, its label and the text."""
        label, text = self._parts(box.width)
        height = self.height(box.width, space)
        cell = Box(box.left, box.top, self.label_width, height)
        pen.box(cell, fill=self.fill, stroke=self.look.palette.brand, width=0.75)
        if self.ruled:
            foot = box.top + height
            pen.rule(cell.right, foot, box.right, foot, width=0.5, color=self.look.palette.hairline)
        style = self._style()
        x = box.left + 10
        if self.stage.icon:
            color = _on(self.fill, self.look)[1]
            size = max(_NARROW_ICON, style.size)
            draw_icon(pen, self.stage.icon, x, box.top + (height - size) / 2, size, color, self.fill)
            x += size + _ICON_GAP
        place = Box(x, box.top + (height - text_height(label, style)) / 2, cell.right - x, height)
        draw_lines(pen, label, place, style, self.stage.label_node)
        body = self.look.styles.body
        beside = Box(cell.right + 10, box.top + (height - text_height(text, body)) / 2, 0, height)
        draw_lines(pen, text, beside, body, self.stage.node)
