"""Layouts: what one must be before any text is set in it."""

from dataclasses import replace

import pytest

from handouts.languages import LANGUAGES
from handouts.layout import Layout, Type
from handouts.paper import Box, Size
from layouts import LAYOUTS
from tests.sample_sheets import layout

EVERY = pytest.mark.parametrize("design", LAYOUTS, ids=lambda design: design.id)
PRINTER_MARGIN = 14  # points that an office printer leaves white


def test_a_layout_with_body_text_under_12_points_is_refused() -> None:
    design = layout("two_sided")
    with pytest.raises(ValueError, match="two_sided: the body is at least 12 pt"):
        replace(design, scale=replace(design.scale, body=Type(11.5, 15)))


def test_a_layout_with_a_footer_under_9_points_is_refused() -> None:
    design = layout("pocket_card")
    with pytest.raises(ValueError, match="the footer 9 pt"):
        replace(design, scale=replace(design.scale, footer=Type(8.5, 10)))


def test_large_print_is_at_least_18_points_and_its_small_print_14() -> None:
    scale = layout("large_print").scale
    assert (scale.body.size, scale.footer.size) == (18, 14)
    assert layout("large_print").contrast == 7


@EVERY
def test_text_stays_clear_of_what_a_printer_cannot_print(design: Layout) -> None:
    lefts = design.cards or (design.flow.left,)
    assert min(lefts) >= PRINTER_MARGIN
    assert max(lefts) + design.flow.width <= design.paper.width - PRINTER_MARGIN
    assert design.spacing.top.least >= PRINTER_MARGIN
    assert design.footer_bottom >= PRINTER_MARGIN


@EVERY
def test_blocks_end_above_the_footer(design: Layout) -> None:
    rows = {"line": 1, "columns": 2, "stack": 3, "card": 2}[design.footer]
    footer = design.paper.height - design.footer_bottom - rows * design.scale.footer.leading
    assert design.flow.bottom < footer - 3


@EVERY
def test_a_layout_is_named_in_every_language(design: Layout) -> None:
    assert design.names.keys() == design.file_words.keys() == LANGUAGES.keys()
    assert len(set(design.file_words.values())) == len(LANGUAGES)


@EVERY
def test_sections_that_an_order_does_not_name_have_a_place_in_it(design: Layout) -> None:
    assert design.order.count("...") == 1


@EVERY
def test_no_layout_leaves_out_the_message_the_warnings_or_the_contact(design: Layout) -> None:
    assert all(design.prints(kind) for kind in ("main_message", "warning", "contact"))


def test_a_layout_that_names_its_blocks_prints_no_others() -> None:
    assert not layout("pocket_card").prints("timeline")
    assert layout("two_sided").prints("timeline")


def test_the_five_layouts_are_on_letter_paper() -> None:
    papers = {design.id: design.paper for design in LAYOUTS}
    portrait, landscape = Size(612, 792), Size(792, 612)
    assert papers == {
        "two_sided": portrait, "side_by_side": landscape, "single": portrait, "large_print": portrait,
        "pocket_card": landscape,
    }  # fmt: skip


def test_a_pocket_card_cut_in_two_gives_halves_with_equal_margins() -> None:
    design = layout("pocket_card")
    half = design.paper.width / 2
    for left in design.cards:
        edge = left // half * half
        assert left - edge == edge + half - (left + design.flow.width)


def test_a_header_is_as_high_as_its_logo_or_as_its_texts_ask_for() -> None:
    design = layout("two_sided")
    assert design.head_height(first=True) == pytest.approx(29 + 7 + 1.5)
    assert replace(design, head=56).head_height(first=True) == pytest.approx(56 + 8.5)
    assert replace(design, head=10).head_height(first=True) == pytest.approx(29 + 8.5)
    assert design.head_height(first=False) == pytest.approx(18 + 8.5)


def test_a_box_knows_its_far_edges() -> None:
    box = Box(10, 20, 30, 40)
    assert (box.right, box.bottom) == (40, 60)
