"""The header of a page: logo, wordmark, status and clinic on the first; title, status and clinic on the others.

Texts wrap where they do not fit beside each other, and the header grows with them: nothing is cut or overprinted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handouts.flowables.base import Align, draw_lines, line_of, plain
from handouts.layout import Layout
from handouts.pages.voice import DOT, Voice
from handouts.paper import Box
from handouts.pen import Pen
from handouts.pictures.logo import Picture
from handouts.typography.paragraph import Line, TextStyle, set_lines
from handouts.typography.styles import Look

_LOGO_GAP, _MARK, _MARK_PAD, _APART, _TWO_LINES = 8.0, 152.0, 8.0, 10.0, 27.0

_Texts = Sequence[tuple[str, TextStyle]]


@dataclass(frozen=True, slots=True)
class _Column:
    """Lines under each other, each in its own style."""

    lines: tuple[tuple[Line, TextStyle], ...] = ()

    @property
    def width(self) -> float:
        return max((line.width for line, _ in self.lines), default=0.0)

    @property
    def height(self) -> float:
        return sum(style.leading for _, style in self.lines)

    def draw(self, pen: Pen, box: Box, align: Align) -> None:
        """Draw the lines, centred in the height of a box."""
        top = box.top + (box.height - self.height) / 2
        for line, style in self.lines:
            draw_lines(pen, [line], Box(box.left, top, box.width, 0), style, None, align=align)
            top += style.leading


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a header holds from left to right; `mark_box` is the least width and height of the frame of the mark."""

    left: _Column
    mark: _Column
    right: _Column
    inset: float
    mark_box: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Header:
    """The header of one layout. `marks` are the status in every language, each on its line."""

    layout: Layout
    look: Look
    logo: Picture
    marks: tuple[str, ...]

    def height(self, voices: Sequence[Voice], *, first: bool) -> float:
        """Return the height that the texts need, at least that of the layout."""
        parts = self._parts(voices, first=first)
        least = self.layout.logo if first else self.layout.continued
        return max(least, parts.left.height, parts.right.height, parts.mark_box[1])

    def draw(self, pen: Pen, voices: Sequence[Voice], box: Box, *, first: bool) -> None:
        """Draw the header over a box."""
        parts = self._parts(voices, first=first)
        if first:
            side = self.layout.logo
            self.logo.draw(pen, Box(box.left, box.top + (box.height - side) / 2, side, side))
        inner = replace(box, left=box.left + parts.inset, width=box.width - parts.inset)
        parts.left.draw(pen, inner, "left")
        parts.right.draw(pen, box, "right")
        if parts.mark.lines:
            self._draw_mark(pen, parts, box)

    def _draw_mark(self, pen: Pen, parts: _Parts, box: Box) -> None:
        """Draw the status in its frame: in the middle where that is free, at the right edge of a card."""
        width, height = parts.mark_box
        free_from = box.left + parts.inset + parts.left.width + _APART
        free_to = box.right - (parts.right.width + _APART if parts.right.lines else 0.0)
        middle = box.left + (box.width - width) / 2
        x = free_to - width if self.layout.arrangement == "cards" else min(max(middle, free_from), free_to - width)
        frame = Box(x, box.top + (box.height - height) / 2, width, height)
        pen.box(frame, fill="#FFFFFF", stroke=self.look.palette.ink, width=1)
        parts.mark.draw(pen, frame, "center")

    def _parts(self, voices: Sequence[Voice], *, first: bool) -> _Parts:
        layout, styles = self.layout, self.look.styles
        if first:
            inset = layout.logo * min(self.logo.aspect, 1.0) + _LOGO_GAP
            taglines = DOT.join(dict.fromkeys(voice.tagline for voice in voices if voice.tagline))
            left = [(voices[0].wordmark, styles.wordmark), (taglines, styles.tagline)]
            right = [(voices[0].clinic, styles.clinic), (voices[0].under_clinic, styles.address)]
            return self._set(left, [] if layout.arrangement == "cards" else right, self._mark(first=True), inset)
        style = styles.clinic._replace(color=self.look.palette.brand)
        other = voices[-1].title if len(voices) > 1 else voices[0].clinic
        return self._set([(voices[0].title, style)], [(other, style)], self._mark(first=False), 0.0)

    def _mark(self, *, first: bool) -> tuple[_Column, tuple[float, float]]:
        """Return the status and the size of its frame."""
        style, layout = self.look.styles.mark, self.layout
        if not self.marks or layout.footer == "stack":
            return _Column(), (0.0, 0.0)
        tall = first or layout.continued >= _TWO_LINES
        lines = self.marks if tall else (" / ".join(self.marks),)
        mark = _Column(tuple((line_of(text, style), style) for text in lines))
        width = max(_MARK if first and layout.arrangement != "cards" else 0.0, mark.width + 2 * _MARK_PAD)
        least = layout.logo if first else layout.continued
        return mark, (width, max(least, mark.height + (4 if first else 0)))

    def _set(self, left: _Texts, right: _Texts, mark: tuple[_Column, tuple[float, float]], inset: float) -> _Parts:
        """Set the texts in what room the others leave them: the longer side wraps first."""
        column, frame = mark
        taken = frame[0] + _APART if column.lines else 0.0
        room = self.layout.flow.width - inset - taken - (_APART if right else 0.0)
        widths = _shared(_column(left).width, _column(right).width, room)
        return _Parts(_column(left, widths[0]), column, _column(right, widths[1]), inset, frame)


def _column(texts: _Texts, measure: float = float("inf")) -> _Column:
    set_ = ((line, style) for text, style in texts if text for line in set_lines(plain(text), style, measure))
    return _Column(tuple(set_))


def _shared(left: float, right: float, room: float) -> tuple[float, float]:
    """Share a room between two texts: each what it wants if both fit, else the longer gives first."""
    if left + right <= room:
        return left, right
    half = room / 2
    return min(left, max(half, room - right)), min(right, max(half, room - left))
