"""QR codes: a phone reads them from bad paper."""

import pypdfium2 as pdfium
import pytest
import zxingcpp
from PIL import Image
from pypdfium2 import raw

from handouts.errors import ContentError
from handouts.paper import Box, Size
from handouts.pen import Pen
from handouts.pictures.qr import LEAST_SYMBOL, MODULE, draw_qr, least_side
from tests.inspection import qr_codes
from tests.pictures import color_at, drawn, drawn_pdf

ADDRESS = "https://boreale.example/boutons"


def panel(uri: str, side: float, dpi: float = 200, ground: str = "#B7D6DA") -> Image.Image:
    """A code on a coloured page, 10 points of it on every side."""

    def draw(pen: Pen) -> None:
        pen.box(Box(0, 0, side + 20, side + 20), fill=ground)
        draw_qr(pen, uri, Box(10, 10, side, side))

    return drawn(draw, Size(side + 20, side + 20), dpi)


@pytest.mark.parametrize("dpi", [110, 200])
@pytest.mark.parametrize("uri", [ADDRESS, "tel:+1-418-555-0134", "mailto:info@boreale.example"])
def test_a_code_is_read_at_its_smallest_from_a_coloured_panel(uri: str, dpi: float) -> None:
    assert qr_codes(panel(uri, least_side(uri), dpi)) == [uri]


@pytest.mark.parametrize("dpi", [110, 200])
def test_a_code_is_read_from_a_black_and_white_copy(dpi: float) -> None:
    copy = panel(ADDRESS, least_side(ADDRESS), dpi).convert("1", dither=Image.Dither.NONE)
    assert qr_codes(copy.convert("L")) == [ADDRESS]


def test_a_code_corrects_errors_at_level_m() -> None:
    (code,) = zxingcpp.read_barcodes(panel(ADDRESS, 56))
    assert code.ec_level == "M"


def test_a_code_still_reads_with_a_thumb_print_on_it() -> None:
    picture = panel(ADDRESS, 56)
    size = picture.width // 10
    picture.paste(
        "#888888",
        (picture.width // 2, picture.height // 2, picture.width // 2 + size, picture.height // 2 + size),
    )
    assert qr_codes(picture) == [ADDRESS]


def test_four_modules_of_white_stand_on_each_side() -> None:
    side = (29 + 8) * 2.0
    picture = panel(ADDRESS, side, 72)
    assert color_at(picture, 10 + 7, 10 + 7) == "#FFFFFF"
    assert color_at(picture, 10 + 8, 10 + 8) == "#000000"
    assert color_at(picture, 10 + int(side) - 1, 40) == "#FFFFFF"
    assert color_at(picture, 9, 40) == "#B7D6DA"


def test_a_code_in_a_wide_box_is_square_and_in_its_middle() -> None:
    picture = drawn(lambda pen: draw_qr(pen, ADDRESS, Box(0, 0, 200, 74)), Size(200, 74))
    assert color_at(picture, 63 + 8, 8) == "#000000"
    assert color_at(picture, 63 + 6, 8) == "#FFFFFF"


def test_all_modules_are_one_path_with_a_rectangle_for_each_dark_run() -> None:
    with pdfium.PdfDocument(drawn_pdf(lambda pen: draw_qr(pen, ADDRESS, Box(0, 0, 74, 74)))) as document:
        paths = list(document[0].get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,)))
        steps = raw.FPDFPath_CountSegments(paths[-1])
    assert len(paths) == 2  # the white ground and the code
    assert steps < 29 * 29 * 4 / 2


def test_modules_too_small_for_a_phone_are_refused_in_words() -> None:
    side = least_side(ADDRESS)
    with pytest.raises(ContentError, match=r"E519.*too long for a QR code of this size"):
        panel(ADDRESS + "/une-page-dont-l-adresse-est-vraiment-trop-longue", side)


def test_the_smallest_box_has_the_least_module_and_the_least_symbol() -> None:
    for uri in (ADDRESS, "tel:911", ADDRESS * 4):
        modules = len_of_symbol(uri)
        module = least_side(uri) / (modules + 8)
        assert module >= MODULE - 1e-9
        assert module * modules >= LEAST_SYMBOL - 1e-9


def len_of_symbol(uri: str) -> int:
    """How many modules a side has, measured on the picture by the seven of a finder pattern."""
    picture = panel(uri, 400, 72)
    row = [color_at(picture, x, 410 - quiet_of(picture) - 1) for x in range(10, 410)]
    first = row.index("#000000")
    finder = row.index("#FFFFFF", first) - first
    return round((400 - 2 * first) / (finder / 7))


def quiet_of(picture: Image.Image) -> int:
    """How many pixels of white stand under the code, seen in the middle of its lower left finder pattern."""
    column = [color_at(picture, 400 // 5, y) for y in range(409, 9, -1)]
    return column.index("#000000")


@pytest.mark.parametrize(
    "uri",
    [
        "http://boreale.example",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://a b.example",
        "https://é.example",
        "",
        "https://a.example\n",
    ],
)
def test_only_addresses_that_a_phone_opens_safely_become_codes(uri: str) -> None:
    with pytest.raises(ContentError, match="E519"):
        least_side(uri)


def test_an_address_longer_than_any_code_is_refused_in_words() -> None:
    with pytest.raises(ContentError, match=r"E519.*too long"):
        least_side("https://boreale.example/" + "x" * 3000)
