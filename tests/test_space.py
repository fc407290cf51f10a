"""Spaces: which give first, how far, and how far they grow."""

from dataclasses import fields

import pytest

from handouts.layout import Gap, Layout, Spacing
from handouts.space import IDEAL, LOOSEST, TIGHTEST, Between, Space
from layouts import LAYOUTS

GAPS: tuple[Between, ...] = ("title", "message", "section", "side_head", "warnings", "levels", "block", "item")
SPACING = Spacing()


def at(tightness: float) -> Space:
    return Space(SPACING, tightness)


def test_at_tightness_0_every_space_is_what_the_layout_would_like() -> None:
    space = at(IDEAL)
    assert [space.between(gap) for gap in GAPS] == [getattr(SPACING, gap).ideal for gap in GAPS]
    assert (space.row, space.padding, space.top) == (2.75, 9, 27)


def test_all_gaps_give_first_and_by_the_same_fraction() -> None:
    space = at(0.5)
    for name in GAPS:
        gap: Gap = getattr(SPACING, name)
        assert space.between(name) == pytest.approx((gap.ideal + gap.least) / 2)
    assert (space.row, space.padding, space.top) == (2.75, 9, 27)


def test_rows_give_after_the_gaps_then_boxes_then_the_top_margin() -> None:
    assert (at(1).row, at(2).row) == (2.75, 2.25)
    assert (at(2).padding, at(3).padding) == (9, 7)
    assert (at(3).top, at(4).top) == (27, 25)
    assert (at(2).top, at(1).padding) == (27, 9)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_no_space_is_ever_less_than_its_least_or_more_than_half_as_much_again(layout: Layout) -> None:
    spacing: Spacing = layout.spacing
    for step in range(int(LOOSEST * 10), int(TIGHTEST * 10) + 20):
        space = Space(spacing, step / 10)
        found: dict[str, float] = {name: space.between(name) for name in GAPS}
        found |= {"row": space.row, "padding": space.padding, "top": space.top}
        for name, length in found.items():
            gap: Gap = getattr(spacing, name)
            assert gap.least - 1e-9 <= length <= gap.ideal * 1.5 + 1e-9, name


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_the_least_of_a_space_is_never_more_than_its_ideal(layout: Layout) -> None:
    spacing: Spacing = layout.spacing
    for field in fields(spacing):
        gap: Gap = getattr(spacing, field.name)
        assert 0 < gap.least <= gap.ideal, field.name


def test_short_text_loosens_gaps_but_neither_boxes_nor_the_top_margin() -> None:
    loose = at(LOOSEST)
    assert loose.between("section") == pytest.approx(13 * 1.5)
    assert loose.row == pytest.approx(2.75 * 1.5)
    assert (loose.padding, loose.top) == (9, 27)


def test_between_nothing_and_its_follower_there_is_no_gap() -> None:
    assert at(LOOSEST).between("none") == at(TIGHTEST).between("none") == 0
