"""The art of generated covers, in colour and grey."""

from typing import get_args

import pytest

from handouts.model.brand import Colors
from handouts.paper import Box, Size
from handouts.pictures.cover_art import ArtKind, draw_art
from tests.pictures import color_at, drawn, ink

COLORS = Colors(brand="#0B4F5C", brand_mid="#B7D6DA", brand_tint="#E6F1F2")


@pytest.mark.parametrize("kind", ["bars", "waves"])
@pytest.mark.parametrize("box", [Box(36, 96, 540, 330), Box(20, 30, 300, 260), Box(400, 20, 200, 500)])
def test_cover_art_fills_its_box_from_side_to_side_and_never_passes_it(kind: ArtKind, box: Box) -> None:
    page = drawn(lambda pen: draw_art(pen, kind, box, COLORS), Size(640, 560), dpi=144)
    mask = page.convert("L").point(lambda level: 255 if level < 250 else 0)
    left, top, right, bottom = (edge / 2 for edge in mask.getbbox() or (0, 0, 0, 0))
    assert abs(left - box.left) <= 0.5
    assert abs(right - box.right) <= 0.5
    assert top >= box.top
    assert bottom <= box.bottom
    assert bottom - top > 0.6 * box.height


@pytest.mark.parametrize("kind", ["bars", "waves"])
def test_cover_art_uses_the_three_colours_and_little_toner(kind: ArtKind) -> None:
    page = drawn(lambda pen: draw_art(pen, kind, Box(36, 96, 540, 330), COLORS), Size(612, 792))
    assert all(ink(page, color) > 5000 for color in ("#0B4F5C", "#B7D6DA", "#E6F1F2"))
    dark = sum(page.convert("L").histogram()[:110])
    assert dark < 0.09 * 612 * 792


@pytest.mark.parametrize("kind", ["bars", "waves"])
def test_light_shapes_keep_an_outline_when_a_worn_printer_drops_the_tint(kind: ArtKind) -> None:
    pale = COLORS.model_copy(update={"brand_tint": "#FFFFFF", "brand_mid": "#FFFFFF"})
    box, size = Box(0, 0, 540, 330), Size(540, 330)
    tinted = drawn(lambda pen: draw_art(pen, kind, box, COLORS), size, dpi=200)
    worn = drawn(lambda pen: draw_art(pen, kind, box, pale), size, dpi=200)
    rows = [y for y in range(tinted.height) if color_at(tinted, 20, y) == COLORS.brand_tint]
    assert len(rows) > 50
    inner = [y for y in rows if y - 15 in rows and y + 15 in rows]
    assert all(color_at(worn, 1, y) == COLORS.brand for y in inner)


def test_a_brand_without_art_has_a_quiet_cover() -> None:
    page = drawn(lambda pen: draw_art(pen, "none", Box(0, 0, 100, 100), COLORS))
    assert ink(page, "#FFFFFF") == 100 * 100
    assert set(get_args(ArtKind)) == {"bars", "waves", "none"}
