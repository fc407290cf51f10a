"""Pages: what gives when text is long, what stays together, what is said when nothing helps."""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from handouts.flowables.base import Flowable
from handouts.layout import Layout
from handouts.pages.compose import Page, compose_faces, compose_pages
from handouts.pages.division import Overflow, body_top
from handouts.paper import Box
from handouts.pen import Pen
from handouts.space import LOOSEST, Space
from tests.sample_sheets import layout

LINE = 15.0
SHEET = layout("two_sided")
LONG = replace(SHEET, max_pages=None, first_page=frozenset())


@dataclass(frozen=True, kw_only=True)
class Lines(Flowable):
    """So many lines, and boxes that can give; with `least` it can be divided, so many lines on each side."""

    count: int
    least: int = 0
    padded: bool = False
    rows: int = 0

    def height(self, width: float, space: Space) -> float:
        """Return the height of its lines, and of what can give."""
        del width
        return self.count * LINE + (2 * space.padding if self.padded else 0) + 2 * space.row * self.rows

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Refuse: composing draws nothing."""
        raise NotImplementedError

    def split(self, width: float, room: float, space: Space) -> tuple[Flowable, Flowable] | None:
        """Divide it between lines."""
        del width, space
        fitting = min(int(room / LINE), self.count - self.least)
        if not self.least or fitting < self.least:
            return None
        return replace(self, count=fitting), replace(self, count=self.count - fitting)


def block(count: int, name: str = "bloc", **more: Any) -> Lines:
    return Lines(count=count, name=name, **more)


def capacity(tightness: float, gaps: int) -> float:
    """Points for lines on a first page with so many gaps between blocks."""
    space = Space(SHEET.spacing, tightness)
    return SHEET.flow.bottom - body_top(SHEET, space, first=True) - gaps * space.between("block")


def tops(page: Page) -> list[float]:
    return [placed.box.top for placed in page.placed]


def names(pages: list[Page]) -> list[list[str]]:
    return [[placed.flowable.name for placed in page.placed] for page in pages]


# the faces of a sheet


def test_a_block_stands_at_the_same_height_on_recto_and_verso() -> None:
    (recto,), (verso,) = compose_faces(SHEET, [[block(3), block(9), block(4)], [block(3), block(7), block(5)]])
    assert tops(recto) == tops(verso)
    assert recto.space == verso.space


def test_both_faces_take_the_spaces_of_the_longer_one_where_heights_cannot_be_shared() -> None:
    full = int(capacity(1, 1) / LINE)
    long, short = [block(full - 2), block(2)], [block(2), block(full - 2)]
    (recto,), (verso,) = compose_faces(SHEET, [long, short])
    assert recto.space == verso.space
    assert tops(recto)[0] == tops(verso)[0]
    assert tops(recto)[1] != tops(verso)[1]


def test_faces_with_different_numbers_of_blocks_still_share_their_spaces() -> None:
    (recto,), (verso,) = compose_faces(SHEET, [[block(3), block(9)], [block(12)]])
    assert recto.space == verso.space


def test_blocks_are_placed_under_each_other_with_their_gaps() -> None:
    (page,), _ = compose_faces(SHEET, [[block(3), block(9, between="section")], [block(1)]])
    first, second = (placed.box for placed in page.placed)
    assert second.top == pytest.approx(first.bottom + page.space.between("section"))
    assert (first.left, first.width) == (SHEET.flow.left, SHEET.flow.width)


def test_short_text_loosens_the_gaps_and_leaves_the_rest_white() -> None:
    (page,), _ = compose_faces(SHEET, [[block(3), block(3)], [block(3), block(3)]])
    assert page.space.between("block") == pytest.approx(1.5 * SHEET.spacing.block.ideal)
    assert page.placed[-1].box.bottom < SHEET.flow.bottom / 2


def test_long_text_takes_its_room_from_the_gaps_and_ends_at_the_foot() -> None:
    needed = int(capacity(0.9, 4) / LINE)
    story = [block(needed - 4), *(block(1) for _ in range(4))]
    (page,), _ = compose_faces(SHEET, [story, story])
    assert page.placed[-1].box.bottom == pytest.approx(SHEET.flow.bottom, abs=LINE)
    assert page.placed[-1].box.bottom <= SHEET.flow.bottom + 0.01


def test_boxes_give_only_when_gaps_and_rows_have_given_all() -> None:
    between = [block(1, between="message", padded=True) for _ in range(9)]  # 18 paddings of 9 to 7: more than a line
    room = capacity(3, 0) - 9 * Space(SHEET.spacing, 3).between("message") - 18 * SHEET.spacing.padding.least
    story = [block(int(room / LINE) - 9), *between]
    (page,), _ = compose_faces(SHEET, [story, story])
    assert page.space.padding < SHEET.spacing.padding.ideal
    assert page.space.between("message") == pytest.approx(SHEET.spacing.message.least)
    assert page.space.row == pytest.approx(SHEET.spacing.row.least)
    assert page.space.top == SHEET.spacing.top.ideal
    assert page.placed[-1].box.bottom <= SHEET.flow.bottom + 0.01


def test_text_that_does_not_fit_at_the_tightest_says_by_how_many_lines_and_where() -> None:
    fits = int(capacity(4, 1) / LINE)
    with pytest.raises(Overflow) as caught:
        compose_faces(SHEET, [[block(2)], [block(4, "début"), block(fits - 4 + 3, "signes")]])
    assert (caught.value.lines, caught.value.block, caught.value.story) == (3, "signes", 1)


@pytest.mark.parametrize("over", [0, 1])
def test_the_last_line_that_fits_is_the_last_one_taken(over: int) -> None:
    fits = int(capacity(4, 0) / LINE)
    story = [block(fits + over)]
    if over:
        with pytest.raises(Overflow):
            compose_faces(SHEET, [story, story])
    else:
        (page,), _ = compose_faces(SHEET, [story, story])
        assert page.placed[0].box.bottom <= SHEET.flow.bottom + 0.01


# several pages


def test_text_goes_on_over_as_many_pages_as_it_needs() -> None:
    pages = compose_pages(LONG, [block(20, str(n)) for n in range(7)])
    assert [name for page in names(pages) for name in page] == [str(n) for n in range(7)]
    assert len(pages) == 4
    assert all(placed.box.bottom <= LONG.flow.bottom + 0.01 for page in pages for placed in page.placed)


def test_later_pages_begin_under_their_lower_header() -> None:
    first, second = compose_pages(LONG, [block(30), block(30)])
    assert tops(second)[0] < tops(first)[0]


def test_a_heading_goes_to_the_next_page_with_what_it_heads() -> None:
    heading = block(1, "titre", keep_with_next=True)
    pages = compose_pages(LONG, [block(40, "texte"), heading, block(20, "suite")])
    assert names(pages) == [["texte"], ["titre", "suite"]]


def test_a_chain_of_blocks_that_keep_together_is_never_parted() -> None:
    chain = [block(10, name, keep_with_next=name != "811") for name in ("titre", "911", "811")]
    assert names(compose_pages(LONG, [block(20, "texte"), *chain])) == [["texte"], ["titre", "911", "811"]]


def test_a_block_that_can_be_divided_fills_the_page() -> None:
    pages = compose_pages(LONG, [block(30, "texte"), block(40, "liste", least=2)])
    assert names(pages) == [["texte", "liste"], ["liste"]]
    counts = [page.placed[-1].flowable for page in pages]
    assert sum(part.count for part in counts if isinstance(part, Lines)) == 40


def test_a_heading_stays_with_the_first_part_of_a_divided_block() -> None:
    heading = block(1, "titre", keep_with_next=True)
    pages = compose_pages(LONG, [block(30, "texte"), heading, block(40, "liste", least=2)])
    assert names(pages) == [["texte", "titre", "liste"], ["liste"]]


def test_a_block_can_ask_for_a_page_of_its_own() -> None:
    pages = compose_pages(LONG, [block(2, "un"), block(2, "deux", starts_page=True), block(2, "trois")])
    assert names(pages) == [["un"], ["deux", "trois"]]


def test_the_first_block_of_a_later_page_knows_that_a_rule_stands_above_it() -> None:
    first, second = compose_pages(LONG, [block(40, "un"), block(40, "deux")])
    assert not first.placed[0].flowable.at_top
    assert second.placed[0].flowable.at_top


def test_spaces_tighten_to_save_a_page() -> None:
    ideal, least = (Space(SHEET.spacing, tightness) for tightness in (0, 1))
    free = LONG.flow.bottom - body_top(LONG, least, first=True)
    count = 20
    lines = int((free - (count - 1) * least.between("section")) / LINE)
    story = [block(lines - count + 1), *(block(1, between="section") for _ in range(count - 1))]
    assert lines * LINE + (count - 1) * ideal.between("section") > free
    assert len(compose_pages(LONG, story)) == 1


def least_on_the_last_page() -> float:
    """A quarter of what a later page holds, in points."""
    space = Space(LONG.spacing)
    return (LONG.flow.bottom - body_top(LONG, space, first=False)) / 4


def height_of(page: Page) -> float:
    return page.placed[-1].box.bottom - page.placed[0].box.top


@pytest.mark.parametrize("beyond", range(2, 12))
def test_a_last_page_never_holds_but_a_few_lines(beyond: int) -> None:
    """Where the text can be divided, the page before gives it some of its own."""
    full = int(capacity(1, 0) / LINE)
    pages = compose_pages(LONG, [block(full + beyond, "sources", least=2)])
    assert len(pages) == 2
    assert height_of(pages[-1]) >= least_on_the_last_page()


def test_a_last_page_that_holds_enough_takes_nothing_from_the_page_before() -> None:
    full = int(capacity(0, 0) / LINE)
    first, last = compose_pages(LONG, [block(full + 20, "texte", least=2)])
    assert height_of(first) == full * LINE
    assert height_of(last) == 20 * LINE


def test_rows_stand_closer_where_that_saves_a_last_page_of_a_few_lines() -> None:
    count = int((capacity(2, 0) - 20 * 2 * Space(SHEET.spacing, 2).row) / LINE)
    assert count * LINE + 20 * 2 * Space(SHEET.spacing, 1).row > capacity(1, 0)
    assert len(compose_pages(LONG, [block(count - 2, "liste", rows=20), block(2, "fin", between="none")])) == 1


def test_what_keeps_together_stays_together_even_before_a_last_page_of_a_few_lines() -> None:
    chain = [block(20, "911", keep_with_next=True), block(20, "811")]
    assert names(compose_pages(LONG, [*chain, block(9, "fin")])) == [["911", "811"], ["fin"]]


def test_what_must_stand_on_the_first_page_is_said_when_it_cannot() -> None:
    strict = replace(LONG, first_page=frozenset({"warning"}))
    with pytest.raises(Overflow) as caught:
        compose_pages(strict, [block(40, "texte"), block(12, "911", kind="warning")])
    assert (caught.value.block, caught.value.lines, caught.value.limit) == ("911", 7, "first page")


def test_more_pages_than_a_layout_has_are_refused() -> None:
    with pytest.raises(Overflow) as caught:
        compose_pages(replace(LONG, max_pages=2), [block(30, str(n)) for n in range(4)])
    assert (caught.value.block, caught.value.limit) == ("2", "pages")


def test_a_block_taller_than_a_page_is_refused_and_not_dropped() -> None:
    with pytest.raises(Overflow) as caught:
        compose_pages(LONG, [block(80, "figure")])
    assert (caught.value.block, caught.value.limit) == ("figure", "page")
    assert 0 < caught.value.lines < 80


def test_the_gaps_of_a_set_number_of_pages_grow_as_far_as_they_may() -> None:
    two = replace(LONG, max_pages=2)
    pages = compose_pages(two, [block(10, str(n), between="section") for n in range(6)])
    assert [page.space.tightness for page in pages] == [LOOSEST, LOOSEST]


def test_an_open_number_of_pages_keeps_one_rhythm() -> None:
    pages = compose_pages(LONG, [block(20, str(n)) for n in range(7)])
    assert len({page.space for page in pages}) == 1


def test_the_rest_of_a_divided_block_has_no_gap_above_it() -> None:
    pages = compose_pages(LONG, [block(70, "liste", least=2)])
    top = body_top(LONG, pages[1].space, first=False)
    assert tops(pages[1]) == [pytest.approx(top)]


def test_pages_of_a_layout_that_grows_its_header_hold_less() -> None:
    def hold(design: Layout) -> int:
        return len(compose_pages(design, [block(1) for _ in range(90)])[0].placed)

    assert hold(replace(LONG, head=56)) < hold(LONG)
