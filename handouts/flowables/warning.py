"""When to call, and whom: one box for each level, told apart by number, shape, tone and colour."""

from dataclasses import dataclass

from handouts.flowables.base import Flowable, draw_lines, line_of, plain, text_height
from handouts.model.blocks import Level
from handouts.paper import Box
from handouts.pen import Pen
from handouts.pictures.icons import IconName, draw_icon
from handouts.space import Space
from handouts.tagging import Node
from handouts.typography.paragraph import Line, TextStyle, set_lines
from handouts.typography.styles import Look, colored
from handouts.wording.inline import Run

_FRAME, _INSET, _ICON_GAP, _TIGHT_GAP = 1.25, 7.0, 7.0, 3.5
_PAD_Y, _BULLET, _COLUMN_GAP = 4.0, 0.7, 10.0  # the bullet: in sizes of the body
_ICONS: dict[Level, IconName] = {"emergency": "octagon", "same_day": "triangle", "clinic": "phone"}


@dataclass(frozen=True, kw_only=True)
class LevelHead:
    """Whom to call: a number and a line under it. Number and line are one heading element."""

    level: Level
    number: tuple[Run, ...]
    label: str
    node: Node


def level_colors(level: Level, look: Look) -> tuple[str, str, str]:
    """Return the frame, the ground and the text colour of a level."""
    palette = look.palette
    return {
        "emergency": (palette.emergency, palette.emergency, "#FFFFFF"),
        "same_day": (palette.ink, palette.same_day, "#000000"),
        "clinic": (palette.brand, "#FFFFFF", palette.brand),
    }[level]


def _number_style(look: Look, level: Level) -> TextStyle:
    return look.styles.emergency if level == "emergency" else look.styles.level


@dataclass(frozen=True, kw_only=True)
class LevelCell:
    """The coloured cell at the left of a level's box."""

    look: Look
    head: LevelHead
    width: float

    @property
    def _icon(self) -> float:
        return max(15.0, _number_style(self.look, self.head.level).size * 0.85)

    def _number(self) -> Line:
        """Return the number on one line: digits to dial are never divided."""
        (line,) = set_lines(self.head.number, _number_style(self.look, self.head.level), float("inf"))
        return line

    @property
    def least_width(self) -> float:
        """The width that the number needs."""
        return _INSET + self._icon + _TIGHT_GAP + self._number().width + _TIGHT_GAP + 1

    @property
    def _icon_gap(self) -> float:
        # a long number has as much more room on its right as on its left
        spare = max(self.width - self.least_width, 0.0)
        return min(_ICON_GAP, _TIGHT_GAP + spare / 2)

    def _label(self) -> tuple[Line, ...]:
        return (
            set_lines(plain(self.head.label), self.look.styles.label, self.width - 2 * _INSET + 4)
            if self.head.label
            else ()
        )

    @property
    def height(self) -> float:
        """Height of number and label with their padding."""
        number = _number_style(self.look, self.head.level).leading
        return number + text_height(self._label(), self.look.styles.label) + 2 * _PAD_Y

    @property
    def baseline(self) -> float:
        """How far below its top the number stands."""
        return _PAD_Y + _number_style(self.look, self.head.level).baseline

    def draw_framed(self, pen: Pen, box: Box, *, joined: bool = False, centered: bool = False) -> Box:
        """Draw a box with the cell at its left, and return what is left of it at the right.

        Args:
            pen: What draws.
            box: Where.
            joined: Whether what follows continues the frame.
            centered: Whether icon, number and label are centred in the height.
        """
        frame, ground, _ = level_colors(self.head.level, self.look)
        half, radius = _FRAME / 2, self.look.radius
        height = box.height - (half if joined else _FRAME)
        outer = Box(box.left + half, box.top + half, box.width - _FRAME, height)
        foot = 0.0 if joined else radius
        cell = Box(outer.left, outer.top, self.width, outer.height)
        pen.box(cell, fill=ground, radii=(radius, 0, 0, foot))
        pen.rule(cell.right, outer.top, cell.right, outer.bottom, width=_FRAME, color=frame)
        pen.box(outer, stroke=frame, width=_FRAME, radii=(radius, radius, foot, foot))
        self._draw_texts(pen, cell, centered=centered)
        return Box(cell.right, outer.top, outer.right - cell.right, outer.height)

    def _draw_texts(self, pen: Pen, box: Box, *, centered: bool) -> None:
        """Draw icon, number and label from the top of the cell, or centred in its height."""
        _, ground, color = level_colors(self.head.level, self.look)
        style = colored(_number_style(self.look, self.head.level), color)
        top = box.top + ((box.height - self.height) / 2 if centered else 0) + _PAD_Y
        left = box.left + _INSET
        # the icon stands on the middle of the capitals of the number
        middle = top + style.baseline - style.face.cap_height * style.size / 2
        draw_icon(pen, _ICONS[self.head.level], left, middle - self._icon / 2, self._icon, color, ground)
        beside = Box(left + self._icon + self._icon_gap, top, 0, 0)
        draw_lines(pen, [self._number()], beside, style, self.head.node, goes_on=bool(self.head.label))
        under = Box(left, top + style.leading, 0, 0)
        draw_lines(pen, self._label(), under, colored(self.look.styles.label, color), self.head.node)


@dataclass(frozen=True, kw_only=True)
class Sign:
    """A sign to watch for, with its elements: the item, the bullet and the text."""

    runs: tuple[Run, ...]
    bullet: Node
    body: Node


@dataclass(frozen=True, slots=True)
class SignSpaces:
    """Spaces round the signs of a level: above and below them, between them, at their left and right."""

    around: float
    between: float
    left: float
    right: float


@dataclass(frozen=True, kw_only=True)
class LevelBox(Flowable):
    """A level of warning and its signs. Never divided; `joined` when the contact panel continues its frame."""

    look: Look
    head: LevelHead
    signs: tuple[Sign, ...]
    label_width: float
    columns: int
    spaces: SignSpaces
    joined: bool = False

    @property
    def _cell(self) -> LevelCell:
        return LevelCell(look=self.look, head=self.head, width=self.label_width)

    @property
    def _bullet(self) -> float:
        return self.look.styles.body.size * _BULLET

    def _measure(self, width: float) -> float:
        inner = width - self.label_width - _FRAME - self.spaces.left - self.spaces.right
        columns = min(self.columns, len(self.signs))  # one sign alone takes the whole width
        return (inner - (columns - 1) * _COLUMN_GAP) / columns - self._bullet

    def _columns(self, width: float) -> list[list[tuple[Sign, tuple[Line, ...]]]]:
        """Return the signs column by column, balanced by lines."""
        lines = [(sign, set_lines(sign.runs, self.look.styles.body, self._measure(width))) for sign in self.signs]
        if self.columns == 1:
            return [lines]
        total = sum(len(text) for _, text in lines)
        cuts = range(1, len(lines) + 1)
        counts = [sum(len(text) for _, text in lines[:cut]) for cut in cuts]
        best = min(cuts, key=lambda cut: (max(counts[cut - 1], total - counts[cut - 1]), -cut))
        return [lines[:best], lines[best:]]

    def _column_height(self, column: list[tuple[Sign, tuple[Line, ...]]]) -> float:
        body = self.look.styles.body
        return sum(text_height(lines, body) + self.spaces.between for _, lines in column) - self.spaces.between

    def height(self, width: float, space: Space) -> float:
        """Return the height of the taller of label and signs."""
        del space
        return max(self._cell.height, self._signs_height(width)) + _FRAME

    def _signs_height(self, width: float) -> float:
        columns = [self._column_height(column) for column in self._columns(width) if column]
        return max(columns) + 2 * self.spaces.around

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw frame, label and signs over the whole height of the box."""
        del space
        beside = self._cell.draw_framed(pen, box, joined=self.joined)
        place = Box(beside.left + self.spaces.left, self._signs_top(beside, box.width), 0, 0)
        self._draw_signs(pen, place, box.width)

    def _signs_top(self, room: Box, width: float) -> float:
        """Where the signs begin: at the top, or, where they are few, with the first on the line of the number."""
        top = room.top + self.spaces.around - 0.5
        spare = room.height - self._signs_height(width)
        level = room.top + self._cell.baseline - self.look.styles.body.baseline
        return max(top, min(level, top + spare))

    def _draw_signs(self, pen: Pen, place: Box, width: float) -> None:
        body, step = self.look.styles.body, self._measure(width) + self._bullet + _COLUMN_GAP
        for index, column in enumerate(self._columns(width)):
            left, top = place.left + index * step, place.top
            for sign, lines in column:
                draw_lines(pen, [line_of("•", body)], Box(left, top, 0, 0), body, sign.bullet, goes_on=True)
                draw_lines(pen, lines, Box(left + self._bullet, top, 0, 0), body, sign.body)
                top += text_height(lines, body) + self.spaces.between


@dataclass(frozen=True, kw_only=True)
class LevelSummary(Flowable):
    """A level on the first page of a large-print sheet: the number, and when to call it."""

    look: Look
    head: LevelHead
    runs: tuple[Run, ...]
    node: Node
    label_width: float

    @property
    def _cell(self) -> LevelCell:
        return LevelCell(look=self.look, head=self.head, width=self.label_width)

    def _lines(self, width: float) -> tuple[Line, ...]:
        return set_lines(self.runs, self.look.styles.label, width - self.label_width - 24)

    def height(self, width: float, space: Space) -> float:
        """Return the height of the taller of number and sentence."""
        text = text_height(self._lines(width), self.look.styles.label) + 2 * space.padding
        return max(self._cell.height + 2 * _PAD_Y, text)

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw frame, number and sentence, both centred in the height."""
        del space
        beside = self._cell.draw_framed(pen, box, centered=True)
        lines, style = self._lines(box.width), self.look.styles.label
        top = box.top + (box.height - text_height(lines, style)) / 2
        draw_lines(pen, lines, Box(beside.left + 12, top, 0, 0), style, self.node)
