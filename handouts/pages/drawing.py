"""Composed pages on paper: running content, blocks, cut marks; and where headings come to stand."""

from collections.abc import Sequence
from dataclasses import replace

from handouts.body import Bookmark
from handouts.editions import print_code
from handouts.flowables.base import Flowable, Row
from handouts.pages.compose import Page
from handouts.pages.running import Running
from handouts.pages.voice import Place, Voice
from handouts.paper import Box
from handouts.pen import Pen
from handouts.sheet import Sheet

_CROP, _CROP_EDGE = 18.0, 14.0  # the length of a cut mark, and how far from the edge it begins


def code_of(sheet: Sheet, voices: Sequence[Voice]) -> str:
    """Return the print code of pages on which some languages stand."""
    languages = [voice.language for voice in voices]
    return print_code(sheet.handout, sheet.edition.layout, languages, sheet.fingerprint)


class Drawing:
    """Puts composed pages on paper, with running content, and notes where headings come to stand."""

    def __init__(self, sheet: Sheet, pen: Pen, running: Running, voices: list[Voice]) -> None:
        self._sheet, self._pen = sheet, pen
        self._layout, self._running, self._voices = running.layout, running, voices
        self._headings: list[list[Bookmark]] = [[] for _ in self._voices]

    def draw(self, pages: list[list[Page]]) -> None:
        """Draw the pages of all languages."""
        total = sum(map(len, pages))
        if self._layout.arrangement == "cards":
            self._draw_cards([faces[0] for faces in pages])
            return
        number = 0
        for language, faces in enumerate(pages):
            for page in faces:
                number += 1
                voices = self._voices if self._layout.arrangement == "rows" else [self._voices[language]]
                self._pen.start_page(self._layout.paper)
                place = Place(number, total, code_of(self._sheet, voices), first=page is faces[0])
                self._running.draw(self._pen, voices, place, self._layout.flow.left, page.space.top)
                if self._layout.arrangement == "rows":
                    self._draw_rows(page)
                else:
                    self._draw_blocks(page, language, 0.0)

    def _draw_blocks(self, page: Page, language: int, shift: float) -> None:
        for placed in page.placed:
            box = replace(placed.box, left=placed.box.left + shift)
            for flowable in placed.flowable.parts if isinstance(placed.flowable, Row) else (placed.flowable,):
                self._note(flowable, language, box)
            placed.flowable.draw(self._pen, box, page.space)

    def _draw_rows(self, page: Page) -> None:
        """Draw one language after the other, so that a page's own order of text is also theirs."""
        flow = self._layout.flow
        first = page.placed[0].box.top
        middle = flow.left + flow.width / 2
        self._pen.rule(middle, first - 4, middle, flow.bottom, width=0.5, color=self._sheet.look.palette.hairline)
        for column in range(len(self._voices)):
            for placed in page.placed:
                row = placed.flowable
                assert isinstance(row, Row)  # noqa: S101 (a page of rows holds rows)
                self._note(row.parts[column], column, placed.box)
                row.draw_part(column, self._pen, placed.box, page.space)

    def _draw_cards(self, faces: Sequence[Page]) -> None:
        lefts = self._layout.cards
        for index, page in enumerate(faces):
            card = index % len(lefts)
            if card == 0:
                self._pen.start_page(self._layout.paper)
                self._draw_cut_marks()
            voices = [self._voices[index]]
            place = Place(index + 1, len(faces), code_of(self._sheet, voices), first=True)
            self._running.draw(self._pen, voices, place, lefts[card], page.space.top)
            self._draw_blocks(page, index, lefts[card] - self._layout.flow.left)

    def _draw_cut_marks(self) -> None:
        paper, count = self._layout.paper, len(self._layout.cards)
        for cut in range(1, count):
            x = paper.width * cut / count
            foot = paper.height - _CROP_EDGE
            self._pen.rule(x, _CROP_EDGE, x, _CROP_EDGE + _CROP, width=0.5, color="#000000")
            self._pen.rule(x, foot - _CROP, x, foot, width=0.5, color="#000000")
            hairline = self._sheet.look.palette.hairline
            self._pen.rule(x, _CROP_EDGE + _CROP, x, foot - _CROP, width=0.5, color=hairline, dash=(3, 4))

    def _note(self, flowable: Flowable, language: int, box: Box) -> None:
        if flowable.bookmark:
            top = self._pen.height_above_foot(box.top)
            self._headings[language].append(Bookmark(flowable.bookmark, self._pen.page, top))

    def outline(self) -> tuple[Bookmark, ...]:
        """Return the headings, under their title; with several languages, under the title of each."""
        return tuple(replace(headings[0], children=tuple(headings[1:])) for headings in self._headings if headings)
