"""Logos and figures as they are printed."""

import os
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from handouts.errors import AssetError, Problem
from handouts.limits import PICTURE_PIXELS
from handouts.paper import Box, Size
from handouts.pictures.logo import load_picture, read_picture
from handouts.pictures.raster import Raster
from handouts.pictures.reading import read_content
from tests.pictures import color_at, drawn, drawn_pdf, ink

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="red"/></svg>'
ASSETS = Path(__file__).parent.parent / "assets"


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """The bytes of a picture file."""
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def raster(data: bytes) -> Image.Image:
    """What is printed of a PNG or JPEG."""
    content = read_picture(data, "logo.png").content
    assert isinstance(content, Raster)
    return Image.open(BytesIO(content.file))


def problem(data: bytes) -> Problem:
    """Why a file is refused."""
    with pytest.raises(AssetError) as refusal:
        read_picture(data, "logo.png")
    (only,) = refusal.value.problems
    assert only.hint, "a designer is told what to do"
    return only


def problems(data: bytes) -> tuple[Problem, ...]:
    """What is said about a file, nothing if it is taken."""
    try:
        read_picture(data, "logo")
    except AssetError as refusal:
        return refusal.problems
    return ()


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_header(width: int, height: int) -> bytes:
    """A PNG that says how large it is and holds nothing."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


# how it is placed


@pytest.mark.parametrize("data", [SVG, saved(Image.new("RGB", (400, 200), "red"))])
def test_a_picture_is_never_stretched_in_a_box_of_another_shape(data: bytes) -> None:
    picture = read_picture(data, "logo")
    assert picture.aspect == 2
    assert picture.fitted(Box(10, 10, 80, 80)) == Box(10, 30, 80, 40)
    assert picture.fitted(Box(0, 0, 100, 20)) == Box(0, 0, 40, 20)
    page = drawn(lambda pen: picture.draw(pen, Box(10, 10, 80, 80)))
    assert ink(page, "#FF0000") == 80 * 40


@pytest.mark.parametrize(("place", "left"), [("left", 0), ("center", 30)])
def test_logos_stand_at_the_left_of_their_box_and_figures_in_its_middle(place: str, left: int) -> None:
    assert read_picture(SVG, "logo").fitted(Box(0, 0, 100, 20), place).left == left  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "colors"), [("boreale", {"#0B4F5C", "#B7D6DA"}), ("rivage", {"#6B2A4A", "#FFFFFF"})])
def test_the_logos_of_the_sample_brands_fill_a_square_with_their_colours(name: str, colors: set[str]) -> None:
    picture = load_picture(ASSETS / f"{name}.svg")
    assert picture.aspect == 1
    page = drawn(lambda pen: picture.draw(pen, Box(0, 0, 100, 100)))
    assert all(ink(page, color) > 500 for color in colors)


def test_a_file_is_known_by_what_it_holds_and_not_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"\xef\xbb\xbf\n " + SVG)
    assert load_picture(tmp_path / "logo.png").aspect == 2


def test_a_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(SVG)
    first = load_picture(path)
    assert load_picture(path) is first
    path.write_bytes(SVG.replace(b'"0 0 40 20"', b'"0 0 80 20"'))
    os.utime(path, ns=(1, 1))
    assert load_picture(path).aspect == 4


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(AssetError, match=r"E510.*none\.svg"):
        load_picture(tmp_path / "none.svg")


# what is refused


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\x00" * 900, "empty"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"GIF89a", "a GIF"),
        (b"\x1f\x8b\x08", "svgz"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"<html>", "web page"),
        (b"8BPS", "Photoshop"),
        (b"PK\x03\x04", "archive"),
        (b"hello", "not known"),
        (b"<?xml version='1.0'?><rss/>", "begins with <rss>"),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_name(data: bytes, words: str) -> None:
    found = problem(data)
    assert found.code == "E513"
    assert words in found.message


@pytest.mark.parametrize("size", [(5001, 5000), (60_000, 60_000), (2**31 - 1, 2**31 - 1), (PICTURE_PIXELS + 1, 1)])
def test_too_many_pixels_are_refused_before_they_are_decoded(size: tuple[int, int]) -> None:
    assert problem(png_header(*size)).code == "E517"


def test_a_picture_of_as_many_pixels_as_are_allowed_is_taken() -> None:
    picture = read_picture(saved(Image.new("1", (5000, 5000))), "logo.png")
    assert isinstance(picture.content, Raster)
    assert picture.content.pixels == Size(5000, 5000)


def test_a_file_of_too_many_bytes_is_refused() -> None:
    assert problem(saved(Image.new("RGB", (9, 9))) + b"x" * 10_000_000).code == "E512"


@pytest.mark.parametrize("cut", [20, 60, -30])
def test_a_file_that_stops_early_is_called_damaged(cut: int) -> None:
    noise = Image.effect_noise((64, 64), 90)
    assert problem(saved(noise)[:cut]).code == "E514"


def test_a_jpeg_for_a_printing_press_is_refused() -> None:
    found = problem(saved(Image.new("CMYK", (40, 40)), "JPEG"))
    assert found.code == "E518"
    assert "RGB" in found.hint


@given(st.binary(max_size=40), st.integers(0, 120), st.integers(0, 20))
def test_any_damage_to_a_picture_is_refused_in_words_or_harmless(junk: bytes, place: int, cut: int) -> None:
    for kind in ("PNG", "JPEG"):
        whole = saved(Image.new("RGB", (9, 9), "red"), kind)
        assert all(found.code.startswith("E51") for found in problems(whole[:place] + junk + whole[place + cut :]))


# how it is taken


def test_transparency_is_flattened_on_white() -> None:
    picture = Image.new("RGBA", (40, 40), (255, 0, 0, 0))
    picture.paste((255, 0, 0, 128), (0, 0, 20, 40))
    flat = raster(saved(picture))
    assert flat.mode == "RGB"
    assert (flat.getpixel((30, 20)), flat.getpixel((10, 20))) == ((255, 255, 255), (255, 127, 127))


def test_a_palette_with_a_transparent_colour_is_flattened_too() -> None:
    picture = Image.new("P", (10, 10), 3)
    picture.putpalette([0, 0, 0] * 3 + [0, 128, 0])
    picture.putpixel((0, 0), 0)
    assert raster(saved(picture, transparency=3)).getpixel((5, 5)) == (255, 255, 255)
    assert raster(saved(picture)).getpixel((5, 5)) == (0, 128, 0)


@pytest.mark.parametrize("colours", [b"", b"\x00\x80\x00\x00"])
def test_a_palette_without_colours_is_damaged_and_no_shade_is_made_up(colours: bytes) -> None:
    picture = Image.new("P", (10, 10), 1)
    picture.putpalette([0, 0, 0, 0, 128, 0])
    whole = saved(picture)
    at = whole.index(b"PLTE") - 4
    after = at + 12 + int.from_bytes(whole[at : at + 4], "big")
    part = b"PLTE" + colours
    changed = len(colours).to_bytes(4, "big") + part + zlib.crc32(part).to_bytes(4, "big")
    assert isinstance(read_content(whole, "logo.png"), Raster)
    for data in (whole[:at] + whole[after:], whole[:at] + changed + whole[after:]):
        with pytest.raises(AssetError, match=r"E514.*damaged"):
            read_content(data, "logo.png")


@pytest.mark.parametrize(("level", "shade"), [(0, 0), (32_896, 128), (65_535, 255)])
def test_sixteen_bit_grey_keeps_its_shades(level: int, shade: int) -> None:
    picture = Image.new("I;16", (9, 9), level)
    picture.putpixel((0, 0), 0)
    assert raster(saved(picture)).getpixel((5, 5)) == (shade, shade, shade)


WHITE_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#fff" d="M0 0h9v9z"/></svg>'


@pytest.mark.parametrize(
    "data",
    [
        saved(Image.new("RGBA", (9, 9))),
        saved(Image.new("LA", (9, 9), (255, 90))),
        saved(Image.new("L", (9, 9), 255), "JPEG"),
        WHITE_SVG,
    ],
    ids=["transparent", "white on nothing", "white", "drawn in white"],
)
def test_a_picture_for_dark_grounds_is_refused_because_paper_would_show_none_of_it(data: bytes) -> None:
    refused = problem(data)
    assert refused.code == "E514"
    assert "on white paper all of it is white" in refused.message


def test_a_photograph_taken_sideways_is_turned_upright_and_does_not_tell_where() -> None:
    picture = Image.new("RGB", (80, 40), "red")
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter to the right
    exif[0x010E] = "taken at 46.8139, -71.2080"
    data = saved(picture, "JPEG", exif=exif)
    assert b"46.8139" in data
    content = read_picture(data, "photo.jpg").content
    assert isinstance(content, Raster)
    assert content.pixels == Size(40, 80)
    assert b"46.8139" not in content.file


def test_a_huge_picture_is_made_as_fine_as_print_needs_and_not_finer() -> None:
    assert raster(saved(Image.new("L", (4800, 1200)))).size == (2400, 600)


def test_a_jpeg_stays_a_jpeg_in_the_sheet() -> None:
    picture = read_picture(saved(Image.effect_noise((600, 400), 60).convert("RGB"), "JPEG"), "photo.jpg")
    pdf = PdfReader(BytesIO(drawn_pdf(lambda pen: picture.draw(pen, Box(0, 0, 90, 60)))))
    (image,) = pdf.pages[0]["/Resources"]["/XObject"].values()  # type: ignore[index]
    assert "/DCTDecode" in str(image.get_object()["/Filter"])


def test_what_the_process_apart_answers_is_drawn_under_the_same_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = read_picture(saved(Image.new("RGB", (301, 300), "#0B4F5C")), "logo.png")
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", None)
    drawn(lambda pen: picture.draw(pen, Box(0, 0, 100, 100)))
    assert Image.MAX_IMAGE_PIXELS == PICTURE_PIXELS


def test_a_raster_picture_keeps_its_colours_on_the_page() -> None:
    picture = read_picture(saved(Image.new("RGB", (300, 300), "#0B4F5C")), "logo.png")
    assert color_at(drawn(lambda pen: picture.draw(pen, Box(0, 0, 100, 100))), 50, 50) == "#0B4F5C"


def test_a_picture_too_coarse_for_its_size_is_warned_about_with_the_width_that_it_needs() -> None:
    picture = read_picture(saved(Image.new("RGB", (149, 50))), "logo.png")
    warning = picture.coarse_at(72)
    assert warning is not None
    assert warning.code == "W510"
    assert "logo.png" in warning.message
    assert not warning.is_error
    assert "149 dots per inch" in warning.message
    assert "150 pixels" in warning.hint
    assert picture.coarse_at(71) is None


def test_a_drawing_is_never_too_coarse() -> None:
    assert read_picture(SVG, "logo.svg").coarse_at(10_000) is None
