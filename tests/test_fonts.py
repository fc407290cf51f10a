"""Fonts: what a word measures, what can be printed, what files are refused."""

import io
import struct
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from handouts.errors import AssetError
from handouts.pen import Pen
from handouts.tagging import Node
from handouts.typography.fonts import BUNDLED, Family, _tell_apart, brand_family, bundled_family
from handouts.typography.paragraph import TextStyle, set_lines
from handouts.wording.inline import Run
from tests.inspection import embedded_fonts, reachable
from tests.pictures import drawn_pdf

REGULAR = BUNDLED / "SourceSans3-Regular.ttf"
FAMILY = bundled_family()


def tables_of(font: bytes) -> set[str]:
    count = struct.unpack(">H", font[4:6])[0]
    return {font[12 + 16 * n : 16 + 16 * n].decode().strip() for n in range(count)}


@pytest.mark.parametrize("pair", ["AV", "To", "Té", "L’", "Va", "P."])
def test_kerning_brings_letters_that_leave_a_gap_nearer(pair: str) -> None:
    first, second = (FAMILY.bold.word(letter).width for letter in pair)
    word = FAMILY.bold.word(pair)
    assert word.width < first + second
    assert word.kerns[0] == pytest.approx(word.width - first - second)
    assert word.kerns[1] == 0


@pytest.mark.parametrize("letters", ["fi", "ffl", "fj", "tt", "Th", "cœur"])
def test_letters_are_never_joined_to_ligatures(letters: str) -> None:
    word = FAMILY.regular.word(letters)
    alone = sum(FAMILY.regular.word(letter).width for letter in letters)
    assert len(word.kerns) == len(letters)
    assert word.width == pytest.approx(alone + sum(word.kerns))


def test_a_no_break_space_is_as_wide_as_a_space() -> None:
    assert FAMILY.regular.word("\u00a0").width == FAMILY.regular.word(" ").width > 100


def test_a_combining_accent_is_measured_without_failing() -> None:
    assert FAMILY.regular.word("e\u0301").width >= FAMILY.regular.word("e").width


def test_heavier_text_is_wider() -> None:
    widths = [face.word("microperforation").width for face in FAMILY.faces]
    assert widths == sorted(widths)
    assert len(set(widths)) == 3


def test_every_character_of_french_and_english_can_be_printed() -> None:
    assert FAMILY.missing("àâæçéèêëîïôœùûüÿ ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ «\u00a0»“”‘’ –—…•·°±×÷½ €$%&@#/ 0123456789\n") == ""


def test_characters_that_cannot_be_printed_are_named_once_each() -> None:
    assert FAMILY.missing("un 🩹 et 漢 puis 🩹") == "🩹漢"
    assert not FAMILY.regular.has("漢")


def test_every_file_holds_its_fonts() -> None:
    """No standard font such as Helvetica is left for the reader's machine to find."""

    def draw(pen: Pen) -> None:
        style = TextStyle(FAMILY.regular, FAMILY.bold, 12, 15, "#000000")
        runs = (Run("Élan "), Run("vital", bold=True))
        pen.text(set_lines(runs, style, 90)[0], 5, 20, style, Node("P"))

    fonts = embedded_fonts(drawn_pdf(draw))
    assert set(fonts.values()) == {True}
    assert {name.partition("+")[2] for name in fonts} == {"SourceSans3-Regular", "SourceSans3-Bold"}


def test_fonts_are_embedded_without_their_instructions_for_screens() -> None:
    def draw(pen: Pen) -> None:
        style = TextStyle(FAMILY.regular, FAMILY.bold, 12, 15, "#000000")
        pen.text(set_lines((Run("Élan"),), style, 90)[0], 5, 20, style, Node("P"))

    objects = list(reachable(PdfReader(io.BytesIO(drawn_pdf(draw))).trailer["/Root"]))
    files = [thing["/FontFile2"].get_object() for thing in objects if "/FontFile2" in thing]
    programs = [file.get_data() for file in files if isinstance(file, StreamObject)]
    assert programs
    assert {"fpgm", "prep", "cvt"} <= tables_of(REGULAR.read_bytes())
    for program in programs:
        assert tables_of(program).isdisjoint({"fpgm", "prep", "cvt"})


def test_a_font_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    files = dict.fromkeys(("regular", "semibold", "bold"), tmp_path / "absent.ttf")
    with pytest.raises(AssetError, match=r"absent\.ttf"):
        brand_family("nobody", files)


def test_a_brand_can_bring_its_own_family() -> None:
    weights = {"regular": "Regular", "semibold": "Semibold", "bold": "Bold"}
    family = brand_family("own", {weight: BUNDLED / f"SourceSans3-{name}.ttf" for weight, name in weights.items()})
    assert family.bold.word("Boréale").width == FAMILY.bold.word("Boréale").width
    assert family.regular.name != FAMILY.regular.name


def drawn_in(family: Family) -> bytes:
    """A line in all weights of a family."""

    def draw(pen: Pen) -> None:
        for number, face in enumerate(family.faces):
            style = TextStyle(face, family.bold, 12, 15, "#000000")
            pen.text(set_lines((Run("Élan"),), style, 90)[0], 5, 20 + 20 * number, style, Node("P"))

    return drawn_pdf(draw)


def test_a_brand_can_have_one_file_for_several_weights() -> None:
    family = brand_family("thrifty", dict.fromkeys(("regular", "semibold", "bold"), REGULAR))
    pdf = drawn_in(family)
    assert [name.partition("+")[2] for name in embedded_fonts(pdf)] == ["SourceSans3-Regular"]
    assert PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split() == ["Élan"] * 3


def test_two_weights_can_have_the_same_name_inside_their_files() -> None:
    light = BUNDLED / "SourceSans3-Regular.ttf"
    family = brand_family("twins", {"regular": light, "semibold": light, "bold": BUNDLED / "SourceSans3-Bold.ttf"})
    family.bold.font.face.name = family.regular.font.face.name
    _tell_apart([family.regular, family.bold])
    pdf = drawn_in(family)
    assert len(embedded_fonts(pdf)) == 2
    assert PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split() == ["Élan"] * 3


@pytest.mark.parametrize("weight", ["Regular", "Semibold", "Bold"])
def test_a_font_that_was_read_apart_measures_and_prints_as_one_of_ours(weight: str) -> None:
    own = brand_family(
        f"own-{weight}", dict.fromkeys(("regular", "semibold", "bold"), BUNDLED / f"SourceSans3-{weight}.ttf")
    )
    ours = getattr(FAMILY, weight.lower())
    for text in ("Après l’injection, AVTo P.", "418 555-0134", "e\u0301"):
        assert own.regular.word(text) == ours.word(text)
