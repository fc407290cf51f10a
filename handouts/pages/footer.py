"""The footer of a page: where the other language is, version and dates, print code and folio.

Dates are written in figures where words do not fit; what is still too wide takes a line more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handouts.flowables.base import draw_lines, plain
from handouts.layout import Layout
from handouts.pages.voice import DOT, Place, Voice
from handouts.paper import Box
from handouts.pen import Pen
from handouts.typography.paragraph import Line, set_lines
from handouts.typography.styles import Look
from handouts.wording.inline import Run

_HAIRLINE_GAP, _APART = 3.0, 9.0

_Cells = tuple[tuple[Run, ...], tuple[Run, ...], tuple[Run, ...]]
"""What a line of a footer says at the left, in the middle and at the right."""

_Row = tuple[Sequence[Line], Sequence[Line], Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Footer:
    """The footer of one layout.

    Attributes:
        figures: Whether its dates are in figures.
        parted: Rows, from 0, whose texts do not fit beside each other and stand on two lines, in every language.
    """

    layout: Layout
    look: Look
    marks: tuple[str, ...]
    figures: bool = False
    parted: frozenset[int] = frozenset()

    def too_wide(self, voices: Sequence[Voice], place: Place) -> frozenset[int]:
        """Return the rows whose texts do not fit beside each other."""
        rows = enumerate(self._cells(voices, place))
        return frozenset(number for number, cells in rows if not self._fits(cells))

    def rows(self, voices: Sequence[Voice], place: Place) -> int:
        """Return how many lines it takes."""
        return sum(map(_lines, self._rows(voices, place)))

    def draw(self, pen: Pen, voices: Sequence[Voice], place: Place, left: float) -> None:
        """Draw it at the foot of a page, or of a card whose left edge is `left`."""
        style, width = self.look.styles.footer, self.layout.flow.width
        rows = list(self._rows(voices, place))
        top = self.layout.paper.height - self.layout.footer_bottom - sum(map(_lines, rows)) * style.leading
        if self.layout.footer != "card":
            y = top - _HAIRLINE_GAP
            pen.rule(left, y, left + width, y, width=0.5, color=self.look.palette.hairline)
        for row in rows:
            at_left, between, at_right = row
            box = Box(left, top, width, style.leading)
            draw_lines(pen, at_left, box, style, None)
            draw_lines(pen, at_right, box, style, None, align="right")
            free_from, free_to = left + _width(at_left), left + width - _width(at_right)
            draw_lines(pen, between, Box(free_from, top, free_to - free_from, 0), style, None, align="center")
            top += _lines(row) * style.leading

    def _set(self, runs: tuple[Run, ...]) -> tuple[Line, ...]:
        return set_lines(runs, self.look.styles.footer, self.layout.flow.width) if runs else ()

    def _fits(self, cells: _Cells) -> bool:
        lines = [set_lines(runs, self.look.styles.footer, float("inf")) for runs in cells if runs]
        return sum(map(_width, lines)) + (len(lines) - 1) * _APART <= self.layout.flow.width

    def _rows(self, voices: Sequence[Voice], place: Place) -> Iterator[_Row]:
        for number, cells in enumerate(self._cells(voices, place)):
            at_left, between, at_right = map(self._set, cells)
            if number not in self.parted:
                yield at_left, between, at_right
                continue
            yield at_left, (), ()
            yield between, (), at_right

    def _dates(self, voice: Voice) -> str:
        return voice.short_dates if self.figures else voice.dates

    def _cells(self, voices: Sequence[Voice], place: Place) -> list[_Cells]:
        voice = voices[0]
        dates, folio = plain(self._dates(voice)), voice.folio(place.page, place.pages)
        match self.layout.footer:
            case "line":
                return [(_bold(voice.pointer), dates, plain(f"{place.code}{DOT}{folio}"))]
            case "columns" if len(voices) > 1:
                return self._two_columns(voices, place)
            case "columns":
                return [(dates, (), plain(folio)), (_bold(voice.pointer), (), plain(place.code))]
            case "stack":
                reviewed = plain(f"{voice.version}{DOT}{voice.reviewed}")
                mark = _bold(" / ".join(self.marks))
                return [
                    (mark, (), ()),
                    (reviewed, (), plain(folio)),
                    (plain(voice.next_review), (), plain(place.code)),
                ]
            case "card":
                return [(plain(voice.clinic), (), plain(place.code)), (dates, (), _bold(voice.pointer))]

    def _two_columns(self, voices: Sequence[Voice], place: Place) -> list[_Cells]:
        first, last = voices[0], voices[-1]
        folios = DOT.join(voice.folio(place.page, place.pages) for voice in (first, last))
        return [
            (
                (*_bold(first.pointer), Run(DOT + self._dates(first))),
                (),
                (Run(self._dates(last) + DOT), *_bold(last.pointer)),
            ),
            (plain(place.code), (), plain(folios)),
        ]


def _bold(text: str) -> tuple[Run, ...]:
    return (Run(text, bold=True),) if text else ()


def _width(lines: Sequence[Line]) -> float:
    return max((line.width for line in lines), default=0.0)


def _lines(row: _Row) -> int:
    return max(map(len, row))
