"""How a brand looks: colours that can be read, sizes that are never smaller than the layout's."""

from dataclasses import fields
from typing import Any

import pytest

from handouts.layout import Layout
from handouts.model import Brand
from handouts.typography.color import WHITE, contrast, legible
from handouts.typography.fonts import bundled_family
from handouts.typography.palette import check_colors, palette_of
from handouts.typography.styles import Look, colored, look_of
from layouts import LAYOUTS
from tests.sample_sheets import BRANDS, SHORTEST, both, content, layout

SAID = content(SHORTEST)
EVERY = pytest.mark.parametrize("design", LAYOUTS, ids=lambda design: design.id)


def brand(**changes: Any) -> Brand:
    made = {
        "name": both("Essai"),
        "logo": "assets/boreale.svg",
        "colors": {"brand": "#0B4F5C", "brand_mid": "#B7D6DA", "brand_tint": "#E6F1F2"},
    }
    return Brand.model_validate(made | changes)


def colors(brand_: str = "#0B4F5C", mid: str = "#B7D6DA", tint: str = "#E6F1F2") -> dict[str, str]:
    return {"brand": brand_, "brand_mid": mid, "brand_tint": tint}


def look(design: Layout, made: Brand | None = None) -> Look:
    return look_of(made or brand(), design.scale, bundled_family(), design.contrast)


# colours


@EVERY
@pytest.mark.parametrize("name", BRANDS)
def test_text_can_be_read_on_every_ground_in_color_and_in_grey(design: Layout, name: str) -> None:
    palette, least = look(design, SAID.brands[name]).palette, design.contrast
    pairs = [
        (palette.ink, WHITE), (palette.ink, palette.tint), (palette.ink, palette.mid), (palette.soft, WHITE),
        (palette.brand, WHITE), (palette.brand, palette.tint), (WHITE, palette.brand), (WHITE, palette.emergency),
        ("#000000", palette.same_day),
    ]  # fmt: skip
    assert [pair for pair in pairs if not legible(*pair, least)] == []


@pytest.mark.parametrize("name", BRANDS)
def test_the_designed_brands_print_in_their_own_colors(name: str) -> None:
    made = SAID.brands[name]
    assert palette_of(made, 7).brand == made.colors.brand
    assert check_colors(name, made, 7) == []


def test_a_light_brand_color_prints_darker_and_the_editor_is_told() -> None:
    made = brand(colors=colors("#5FB4C1"))
    (problem,) = check_colors("essai", made, 4.5)
    shade = palette_of(made, 4.5).brand
    assert problem.code == "W301"
    assert "#5FB4C1, the `brand` of essai" in problem.message
    assert problem.message.endswith(f"prints as {shade}")
    assert contrast(shade, WHITE) >= 4.5


def test_large_print_darkens_a_color_further() -> None:
    made = brand(colors=colors("#2E7F8C"))
    assert contrast(palette_of(made, 7).brand, WHITE) >= 7 > contrast(palette_of(made, 4.5).brand, WHITE)


@pytest.mark.parametrize(("changes", "name"), [({"mid": "#444444"}, "brand_mid"), ({"tint": "#606060"}, "brand_tint")])
def test_a_ground_that_ink_cannot_be_read_on_is_refused(changes: dict[str, str], name: str) -> None:
    (problem,) = check_colors("essai", brand(colors=colors(**changes)), 4.5)
    assert problem.code == "E301"
    assert f"`{name}` of essai" in problem.message
    assert problem.hint == f"choose a lighter `{name}`"


def test_links_keep_the_color_of_the_text_on_a_colored_ground() -> None:
    style = look(layout("single")).styles.body
    assert style.link_color is not None
    assert colored(style, "#FFFFFF").link_color is None


# sizes


@pytest.mark.parametrize(
    ("design", "role", "size", "leading", "face"),
    [
        ("two_sided", "title", 26, 29, "B"), ("side_by_side", "title", 20, 22, "B"),
        ("pocket_card", "title", 19, 22, "B"), ("large_print", "title", 33, 37, "B"),
        ("two_sided", "message", 15.5, 20, "S"), ("side_by_side", "message", 14, 17.5, "S"),
        ("large_print", "message", 22, 28, "S"), ("two_sided", "key_point", 13, 16, "B"),
        ("large_print", "key_point", 20, 24, "B"), ("two_sided", "heading", 14.5, 18, "B"),
        ("two_sided", "body", 12, 15, "R"), ("large_print", "body", 18, 24, "R"), ("two_sided", "strong", 12, 15, "B"),
        ("two_sided", "stage", 13, 16, "B"), ("side_by_side", "stage", 12, 15, "B"),
        ("two_sided", "emergency", 21, 20, "B"), ("two_sided", "level", 17, 20, "B"),
        ("side_by_side", "emergency", 20, 18, "B"), ("side_by_side", "level", 14, 18, "B"),
        ("large_print", "emergency", 32, 30, "B"), ("large_print", "level", 25, 30, "B"),
        ("two_sided", "label", 12, 15, "S"), ("two_sided", "wordmark", 17, 17, "B"),
        ("two_sided", "clinic", 11, 14, "B"), ("two_sided", "address", 11, 14, "R"),
        ("pocket_card", "mark", 9.5, 12.5, "B"), ("two_sided", "footer", 9, 11.5, "R"),
        ("large_print", "footer", 14, 18, "R"), ("two_sided", "pointer", 9, 11.5, "B"),
    ],
)  # fmt: skip
def test_every_role_has_the_size_and_weight_of_the_page_design(
    design: str, role: str, size: float, leading: float, face: str
) -> None:
    style = getattr(look(layout(design)).styles, role)
    weights = dict(zip("RSB", bundled_family().faces, strict=True))
    assert (style.size, style.leading, style.face) == (size, leading, weights[face])


def test_a_brand_can_ask_for_larger_type_and_gets_its_leading_with_it() -> None:
    made = brand(type_scale={"title": "32.5"})
    style = look(layout("two_sided"), made).styles.title
    assert style.size == 32.5
    assert style.leading == pytest.approx(29 * 32.5 / 26)


@EVERY
def test_no_brand_can_make_type_smaller(design: Layout) -> None:
    small = look(design, brand(type_scale={"title": "12", "message": "12", "heading": "12"}))
    for role in (field.name for field in fields(small.styles)):
        assert getattr(small.styles, role).size == getattr(look(design).styles, role).size, role


@EVERY
def test_leading_leaves_room_for_accents_and_descenders(design: Layout) -> None:
    """Numbers to dial have neither, and are set tight."""
    styles = look(design).styles
    for role in (field.name for field in fields(styles) if field.name != "emergency"):
        style = getattr(styles, role)
        assert style.leading >= style.size, role
