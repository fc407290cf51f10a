"""Running content: header and footer of every page. Artifacts all, for nothing in them is said here alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.flowables.base import draw_lines, line_of, plain
from handouts.languages import Language
from handouts.layout import UNDER_LOGO, Layout
from handouts.paper import Box
from handouts.paragraph import Line, TextStyle, set_lines
from handouts.pen import Pen
from handouts.pictures.logo import Picture
from handouts.typography import Look
from handouts.wording.inline import Run

_LOGO_GAP, _MARK, _MARK_PAD, _APART, _HAIRLINE_GAP, _TWO_LINES = 8.0, 152.0, 8.0, 10.0, 3.0, 27.0
_DOT = " · "

_Cells = tuple[tuple[Run, ...], tuple[Run, ...], tuple[Run, ...]]
"""What a line of a footer says at the left, in the middle and at the right."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What running content says in one language."""

    language: Language
    wordmark: str
    tagline: str
    clinic: str
    under_clinic: str
    title: str
    version: str
    reviewed: str
    next_review: str
    pointer: str

    def folio(self, page: int, pages: int) -> str:
        """Return the page number."""
        return self.language.labels.folio.format(page=page, pages=pages)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: its number of how many, from 1; its print code; whether it is the first of its language."""

    page: int
    pages: int
    code: str
    first: bool


@dataclass(frozen=True, slots=True)
class Running:
    """Header and footer of one layout. `marks` are the status in every language, each on its line."""

    layout: Layout
    look: Look
    logo: Picture
    marks: tuple[str, ...]

    def draw(self, pen: Pen, voices: Sequence[Voice], place: Place, left: float, top: float) -> None:
        """Draw both for a page, or for a card whose left edge is `left`; `top` is where the header begins."""
        with pen.running("Header"):
            if place.first:
                self._first_header(pen, voices, left, top)
            else:
                self._later_header(pen, voices, left, top)
        with pen.running("Footer"):
            self._footer(pen, voices, place, left)

    # header

    def _first_header(self, pen: Pen, voices: Sequence[Voice], left: float, top: float) -> None:
        layout, styles, height = self.layout, self.look.styles, self.layout.logo
        voice = voices[0]
        self.logo.draw(pen, Box(left, top, height, height))
        x = left + height * min(self.logo.aspect, 1.0) + _LOGO_GAP
        tagline = _DOT.join(dict.fromkeys(voice.tagline for voice in voices if voice.tagline))
        words = styles.wordmark.leading + (styles.tagline.leading if tagline else 0)
        above = top + (height - words) / 2
        _put(pen, voice.wordmark, x, above, styles.wordmark)
        if tagline:
            _put(pen, tagline, x, above + styles.wordmark.leading, styles.tagline)
        free = max(
            line_of(t, s).width for t, s in ((voice.wordmark, styles.wordmark), (tagline or " ", styles.tagline))
        )
        right = left + layout.flow.width
        clinic = 0.0
        if layout.arrangement != "cards":
            clinic = self._clinic(pen, voice, right, top)
        if layout.footer != "stack":
            self._mark(pen, x + free, right - clinic, left, top)
        self._rule(pen, left, top + height + UNDER_LOGO)

    def _clinic(self, pen: Pen, voice: Voice, right: float, top: float) -> float:
        """Draw the clinic at the right edge and return how wide it is."""
        styles = self.look.styles
        above = top + (self.layout.logo - 2 * styles.clinic.leading) / 2
        name, under = line_of(voice.clinic, styles.clinic), line_of(voice.under_clinic, styles.address)
        draw_lines(pen, [name], Box(right, above, 0, 0), styles.clinic, None, align="right")
        draw_lines(pen, [under], Box(right, above + styles.clinic.leading, 0, 0), styles.address, None, align="right")
        return max(name.width, under.width)

    def _mark(self, pen: Pen, free_from: float, free_to: float, left: float, top: float) -> None:
        """Draw the status mark: in the middle of the header where it is free, at the right edge of a card."""
        if not self.marks:
            return
        style, layout = self.look.styles.mark, self.layout
        lines = [line_of(mark, style) for mark in self.marks]
        width = max(_MARK if layout.arrangement != "cards" else 0.0, max(line.width for line in lines) + 2 * _MARK_PAD)
        middle = left + (layout.flow.width - width) / 2
        x = min(max(middle, free_from + _APART), free_to - _APART - width)
        if layout.arrangement == "cards":
            x = left + layout.flow.width - width
        height = max(layout.logo, len(lines) * style.leading + 4)
        box = Box(x, top + (layout.logo - height) / 2, width, height)
        self._framed(pen, box, lines, style)

    def _framed(self, pen: Pen, box: Box, lines: Sequence[Line], style: TextStyle) -> None:
        pen.box(box, fill="#FFFFFF", stroke=self.look.palette.ink, width=1)
        text = Box(box.left, box.top + (box.height - len(lines) * style.leading) / 2, box.width, 0)
        draw_lines(pen, lines, text, style, None, align="center")

    def _later_header(self, pen: Pen, voices: Sequence[Voice], left: float, top: float) -> None:
        styles, width, height = self.look.styles, self.layout.flow.width, self.layout.continued
        clinic = styles.clinic
        style = TextStyle(clinic.face, clinic.bold, clinic.size, height, self.look.palette.brand)
        at_left = line_of(voices[0].title, style)
        at_right = line_of(voices[-1].title if len(voices) > 1 else voices[0].clinic, style)
        draw_lines(pen, [at_left], Box(left, top, 0, 0), style, None)
        draw_lines(pen, [at_right], Box(left, top, width, 0), style, None, align="right")
        if self.marks and self.layout.footer != "stack":
            tall = height >= _TWO_LINES
            lines = [line_of(mark, styles.mark) for mark in (self.marks if tall else (" / ".join(self.marks),))]
            room = max(line.width for line in lines) + 2 * _MARK_PAD
            free_from, free_to = left + at_left.width + _APART, left + width - at_right.width - _APART
            x = min(max(left + (width - room) / 2, free_from), free_to - room)
            self._framed(pen, Box(x, top, room, height), lines, styles.mark)
        self._rule(pen, left, top + height + UNDER_LOGO)

    def _rule(self, pen: Pen, left: float, y: float) -> None:
        pen.rule(left, y, left + self.layout.flow.width, y, width=1.5, color=self.look.palette.brand)

    # footer

    def _footer(self, pen: Pen, voices: Sequence[Voice], place: Place, left: float) -> None:
        rows = self._footer_rows(voices, place)
        style, width = self.look.styles.footer, self.layout.flow.width
        top = self.layout.paper.height - self.layout.footer_bottom - len(rows) * style.leading
        if self.layout.footer != "card":
            y = top - _HAIRLINE_GAP
            pen.rule(left, y, left + width, y, width=0.5, color=self.look.palette.hairline)
        for cells in rows:
            at_left, between, at_right = (set_lines(runs, style, float("inf")) if runs else () for runs in cells)
            row = Box(left, top, width, style.leading)
            draw_lines(pen, at_left, row, style, None)
            draw_lines(pen, at_right, row, style, None, align="right")
            free_from = left + sum(line.width for line in at_left)
            free = width - sum(line.width for line in (*at_left, *at_right))
            draw_lines(pen, between, Box(free_from, top, free, 0), style, None, align="center")
            top += style.leading

    def _footer_rows(self, voices: Sequence[Voice], place: Place) -> list[_Cells]:
        voice = voices[0]
        dates = _DOT.join((voice.version, voice.reviewed, voice.next_review))
        folio = voice.folio(place.page, place.pages)
        match self.layout.footer:
            case "line":
                return [(_bold(voice.pointer), plain(dates), plain(f"{place.code}{_DOT}{folio}"))]
            case "columns" if len(voices) > 1:
                return self._two_columns(voices, place)
            case "columns":
                return [(plain(dates), (), plain(folio)), (_bold(voice.pointer), (), plain(place.code))]
            case "stack":
                reviewed = plain(f"{voice.version}{_DOT}{voice.reviewed}")
                mark = _bold(" / ".join(self.marks))
                return [
                    (mark, (), ()),
                    (reviewed, (), plain(folio)),
                    (plain(voice.next_review), (), plain(place.code)),
                ]
            case "card":
                return [(plain(voice.clinic), (), plain(place.code)), (plain(dates), (), _bold(voice.pointer))]

    def _two_columns(self, voices: Sequence[Voice], place: Place) -> list[_Cells]:
        first, last = voices[0], voices[-1]
        one = _DOT.join((first.version, first.reviewed, first.next_review))
        other = _DOT.join((last.version, last.reviewed, last.next_review))
        folios = _DOT.join(voice.folio(place.page, place.pages) for voice in (first, last))
        return [
            ((*_bold(first.pointer), Run(_DOT + one)), (), (Run(other + _DOT), *_bold(last.pointer))),
            (plain(place.code), (), plain(folios)),
        ]


def _bold(text: str) -> tuple[Run, ...]:
    return (Run(text, bold=True),) if text else ()


def _put(pen: Pen, text: str, x: float, top: float, style: TextStyle) -> None:
    draw_lines(pen, [line_of(text, style)], Box(x, top, 0, 0), style, None)
