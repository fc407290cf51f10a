"""Icons at the sizes that they are printed in."""

from itertools import combinations
from typing import get_args

import pytest
from PIL import Image, ImageChops

from handouts.model.blocks import KeyIcon, StageIcon
from handouts.paper import Size
from handouts.pen import Pen
from handouts.pictures.icons import ICONS, IconName, draw_icon
from tests.inspection import page_text
from tests.pictures import color_at, drawn, drawn_pdf, ink

BRAND, GROUND = "#0B4F5C", "#E6F1F2"


def icon(name: IconName, size: float = 96, dpi: float = 72, color: str = BRAND) -> Image.Image:
    """An icon alone on a white page of its own size."""
    return drawn(lambda pen: draw_icon(pen, name, 0, 0, size, color), Size(size, size), dpi)


@pytest.mark.parametrize("name", [*get_args(KeyIcon), *get_args(StageIcon)])
def test_every_icon_that_content_can_name_is_drawn(name: IconName) -> None:
    assert ink(icon(name), BRAND) > 200


@pytest.mark.parametrize("name", ICONS)
def test_no_icon_passes_its_square(name: IconName) -> None:
    picture = drawn(lambda pen: draw_icon(pen, name, 24, 24, 96, BRAND), Size(144, 144))
    left, top, right, bottom = ImageChops.invert(picture.convert("L")).getbbox() or (0, 0, 0, 0)
    assert (left >= 24, top >= 24, right <= 120, bottom <= 120) == (True, True, True, True)


@pytest.mark.parametrize("name", sorted(set(ICONS) - {"fade"}))
def test_every_icon_fills_most_of_its_square_and_stands_in_its_middle(name: IconName) -> None:
    left, top, right, bottom = ImageChops.invert(icon(name).convert("L")).getbbox() or (0, 0, 0, 0)
    assert max(right - left, bottom - top) > 70
    assert abs((left + right) / 2 - 48) < 6
    assert abs((top + bottom) / 2 - 48) < 6


@pytest.mark.parametrize(("one", "other"), list(combinations(sorted(ICONS), 2)))
def test_any_two_icons_are_told_apart_on_a_grey_copy_at_print_size(one: IconName, other: IconName) -> None:
    pictures = [icon(name, 14, 150).convert("L") for name in (one, other)]
    changed = ImageChops.difference(*pictures).histogram()
    assert sum(changed[128:]) > 0.04 * 29 * 29


@pytest.mark.parametrize("name", ["check", "drop", "clock", "info", "octagon", "triangle"])
def test_what_is_cut_out_of_an_icon_has_the_colour_of_its_ground(name: IconName) -> None:
    picture = drawn(lambda pen: draw_icon(pen, name, 0, 0, 96, BRAND, "#FF0000"), Size(96, 96))
    assert ink(picture, "#FF0000") > 50


def test_the_level_of_911_is_an_octagon_with_an_exclamation_mark() -> None:
    picture = drawn(lambda pen: draw_icon(pen, "octagon", 0, 0, 96, "#FFFFFF", "#9E1B22"), Size(96, 96))
    assert color_at(picture, 48, 35) == "#9E1B22"
    assert color_at(picture, 48, 70) == "#9E1B22"
    assert color_at(picture, 30, 48) == "#FFFFFF"


def test_an_icon_is_drawn_where_and_as_large_as_it_is_asked_for() -> None:
    picture = drawn(lambda pen: draw_icon(pen, "check", 10, 20, 48, BRAND))
    assert ImageChops.invert(picture.convert("L")).getbbox() == (12, 22, 56, 66)


def test_icons_are_artifacts_without_text() -> None:
    def draw(pen: Pen) -> None:
        for name in ICONS:
            draw_icon(pen, name, 0, 0, 14, BRAND, GROUND)

    assert page_text(drawn_pdf(draw)).strip() == ""
