"""A brand's fonts come from anyone: each is written anew or refused in words, in time, apart from this process."""

import random
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from handouts.errors import AssetError
from handouts.limits import FONT_BYTES
from handouts.typography.fonts import BUNDLED, brand_family, brand_font
from tests.sample_content import LOGO, edit, generate, write_content

REGULAR = (BUNDLED / "SourceSans3-Regular.ttf").read_bytes()


def tables_in(font: bytes) -> dict[str, tuple[int, int, int]]:
    """The tables of a font: where the record, offset and length of each stand (OpenType 1.9, table directory)."""
    (count,) = struct.unpack_from(">H", font, 4)
    records = ((12 + 16 * index, struct.unpack_from(">4s3L", font, 12 + 16 * index)) for index in range(count))
    return {tag.decode(): (place, offset, length) for place, (tag, _, offset, length) in records}


def renamed(table: str, name: bytes) -> bytes:
    """A font one of whose tables has another name."""
    place, _, _ = tables_in(REGULAR)[table]
    return REGULAR[:place] + name + REGULAR[place + 4 :]


def written(table: str, at: int, data: bytes) -> bytes:
    """A font with other bytes in a table."""
    _, offset, _ = tables_in(REGULAR)[table]
    return REGULAR[: offset + at] + data + REGULAR[offset + at + len(data) :]


def glyph(letter: int) -> tuple[int, int]:
    """Where the outline of a glyph stands in `glyf`, and its length."""
    _, loca, _ = tables_in(REGULAR)["loca"]
    _, head, _ = tables_in(REGULAR)["head"]
    kind, unit = ("L", 1) if struct.unpack_from(">h", REGULAR, head + 50)[0] else ("H", 2)
    size = struct.calcsize(f">{kind}")
    first, after = struct.unpack_from(f">2{kind}", REGULAR, loca + size * letter)
    return first * unit, (after - first) * unit


def composite(parts: list[int]) -> bytes:
    """The outline of a glyph that is drawn from others."""
    data = struct.pack(">5h", -1, 0, 0, 500, 500)
    for number, part in enumerate(parts):
        data += struct.pack(">2H2b", 0x0002 | (0x0020 if number < len(parts) - 1 else 0), part, 0, 0)
    return data


def drawn_from(letters: dict[int, list[int]]) -> bytes:
    """A font in which some glyphs are drawn from others."""
    font = REGULAR
    _, offset, _ = tables_in(REGULAR)["glyf"]
    for letter, parts in letters.items():
        place, room = glyph(letter)
        data = composite(parts)
        assert len(data) <= room
        font = font[: offset + place] + data + font[offset + place + len(data) :]
    return font


def spaces_only() -> bytes:
    """A font all of whose letters are as empty as its space."""
    _, offset, length = tables_in(REGULAR)["loca"]
    return REGULAR[:offset] + bytes(length) + REGULAR[offset + length :]


def rubbish() -> bytes:
    """A font whose every shape says that one more part follows."""
    _, start, length = tables_in(REGULAR)["glyf"]
    return REGULAR[:start] + b"\xff" * length + REGULAR[start + length :]


def web_font() -> bytes:
    """A font for web pages."""
    return b"wOFF" + struct.pack(">2L", 0x00010000, len(REGULAR)) + zlib.compress(REGULAR)


LARGE = [number for number in range(40, 400) if glyph(number)[1] > 150][:20]
"""Glyphs with outlines long enough to be written over."""

BROKEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "it is empty"),
    "text": (lambda: b"not a font", "it is no font"),
    "web page": (lambda: b"<!doctype html>", "it is a web page or drawing"),
    "wrong magic": (lambda: b"\x00\x02\x00\x00" + REGULAR[4:], "it is no font"),
    "PostScript outlines": (lambda: b"OTTO" + REGULAR[4:], "an OpenType font with PostScript outlines (.otf)"),
    "collection": (lambda: b"ttcf\x00\x01\x00\x00\x00\x00\x00\x01" + REGULAR, "a collection of fonts (.ttc)"),
    "woff": (web_font, "a font for web pages (.woff)"),
    "woff2": (lambda: b"wOF2" + REGULAR[4:], "a font for web pages (.woff2)"),
    "type 1": (lambda: b"%!PS-AdobeFont-1.0: Aurore", "a Type 1 font"),
    "binary type 1": (lambda: b"\x80\x01\x10\x00\x00\x00%!PS-AdobeFont", "a Type 1 font"),
    "zip": (lambda: b"PK\x03\x04....", "a zip file"),
    "half": (lambda: REGULAR[: len(REGULAR) // 2], "it is incomplete"),
    "one byte short": (lambda: REGULAR[:-1], "it is incomplete"),
    "header only": (lambda: REGULAR[:12], "it is damaged or incomplete"),
    "65,535 tables": (lambda: REGULAR[:4] + b"\xff\xff" + REGULAR[6:], "it is damaged or incomplete"),
    "no tables": (lambda: REGULAR[:4] + b"\x00\x00" + REGULAR[6:], "it lacks what a TrueType font has"),
    "no outlines": (lambda: renamed("glyf", b"xxxx"), "it lacks what a TrueType font has (glyf)"),
    "no characters": (lambda: renamed("cmap", b"xxxx"), "it lacks what a TrueType font has (cmap)"),
    "table beyond the end": (
        lambda: REGULAR.replace(REGULAR[20:24], b"\xff\xff\xff\xf0", 1),
        "it is incomplete",
    ),
    "more glyphs than there are": (lambda: written("maxp", 4, b"\xff\xff"), "it is damaged"),
    "no size": (lambda: written("head", 18, b"\x00\x00"), ""),
    "a letter of itself": (lambda: drawn_from({LARGE[0]: [LARGE[0]]}), "a letter in it is drawn from itself"),
    "letters in a ring": (
        lambda: drawn_from({LARGE[0]: [LARGE[1]], LARGE[1]: [LARGE[2]], LARGE[2]: [LARGE[0]]}),
        "a letter in it is drawn from itself",
    ),
    "letters without end": (
        lambda: drawn_from({LARGE[n]: [LARGE[n + 1]] * 12 for n in range(19)}),
        "a letter in it is drawn from itself",
    ),
    "shapes of rubbish": (rubbish, "a letter in it is drawn from itself"),
    "letters on top of each other": (lambda: written("hmtx", 0, bytes(2000)), "its letters have no proper width"),
    "letters a page apart": (lambda: written("hmtx", 0, b"\xff" * 2000), "its letters have no proper width"),
    "no widths at all": (lambda: written("hhea", 34, b"\x00\x00"), "its letters have no proper width"),
    "nothing to see": (spaces_only, "some of its letters show nothing"),
    "outlines outside": (lambda: written("loca", 40, b"\x7f\xff\xff\xff"), "it is damaged"),
}


@pytest.mark.parametrize(("make", "words"), BROKEN.values(), ids=BROKEN)
def test_a_font_that_cannot_be_used_is_refused_in_words_and_in_time(
    tmp_path: Path, make: Callable[[], bytes], words: str
) -> None:
    file = tmp_path / "broken.ttf"
    file.write_bytes(make())
    began = time.monotonic()
    with pytest.raises(AssetError) as refusal:
        brand_font(file)
    assert time.monotonic() - began < 10
    (problem,) = refusal.value.problems
    assert problem.code == "E521"
    assert problem.message.startswith("the font broken.ttf cannot be used: ")
    assert words in problem.message
    assert "static TrueType font (.ttf)" in problem.hint


def test_a_variable_font_is_refused(tmp_path: Path) -> None:
    """ReportLab would print its default master: every weight the same."""
    variable = tmp_path / "Brand[wght].ttf"
    variable.write_bytes(renamed("GDEF", b"fvar"))
    with pytest.raises(AssetError, match=r"Brand\[wght\]\.ttf is a variable font") as caught:
        brand_font(variable)
    assert (caught.value.problems[0].code, caught.value.problems[0].hint) == (
        "E522",
        "use the static font of each weight instead",
    )


def test_a_font_larger_than_the_limit_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.ttf"
    with file.open("wb") as huge:
        huge.write(REGULAR)
        huge.truncate(FONT_BYTES + 1)
    with pytest.raises(AssetError, match=r"huge\.ttf cannot be used: it is larger than 10 MB"):
        brand_font(file)


def test_a_font_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    file = tmp_path / "own.ttf"
    file.write_bytes(REGULAR)
    monkeypatch.setattr("handouts.typography.fonts.Path.read_bytes", denied)
    with pytest.raises(AssetError, match=r"E510.*own\.ttf cannot be read: Permission denied"):
        brand_font(file)


def test_a_font_is_read_again_when_it_has_changed(tmp_path: Path) -> None:
    file = tmp_path / "own.ttf"
    file.write_bytes(REGULAR)
    first = brand_font(file)
    assert brand_font(file) is first
    file.write_bytes((BUNDLED / "SourceSans3-Bold.ttf").read_bytes())
    assert brand_font(file) != first


def damaged(chance: random.Random) -> bytes:
    """A font with some bytes of a table changed."""
    data = bytearray(REGULAR)
    table = chance.choice(["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "OS/2", "post", "GPOS"])
    _, offset, length = tables_in(REGULAR)[table]
    for _ in range(chance.choice((1, 8, 60))):
        data[offset + chance.randrange(min(length, 4000))] = chance.randrange(256)
    return bytes(data)


def width_in(file: Path) -> float | str:
    """The width of a word in a font, or the code of its refusal."""
    try:
        family = brand_family(file.stem, dict.fromkeys(("regular", "semibold", "bold"), file))
    except AssetError as error:
        return error.problems[0].code
    return family.regular.word("Après l’injection").width


def test_a_font_that_was_damaged_at_random_is_refused_or_measures_words(tmp_path: Path) -> None:
    seed = 20261123
    chance = random.Random(seed)  # noqa: S311 (no secret)
    widths = []
    for number in range(120):
        file = tmp_path / f"damaged-{seed}-{number}.ttf"
        file.write_bytes(damaged(chance))
        widths.append(width_in(file))
    assert {width for width in widths if isinstance(width, str)} == {"E521"}
    assert all(width < 100_000 for width in widths if not isinstance(width, str))
    assert 60 < sum(not isinstance(width, str) for width in widths) < 115


def test_a_font_is_read_in_a_process_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> bytes:
        raise AssertionError("read here")

    monkeypatch.setattr("handouts.typography.font_files.clean_font", never)
    file = tmp_path / "own.ttf"
    file.write_bytes(REGULAR)
    assert brand_font(file).startswith(b"\x00\x01\x00\x00")


def test_a_broken_font_is_told_at_its_line_and_stops_only_its_brand(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    (tmp_path / "assets" / "good.ttf").write_bytes(REGULAR)
    (tmp_path / "assets" / "half.ttf").write_bytes(REGULAR[:100_000])
    (tmp_path / "assets" / "pine.svg").write_text(LOGO)
    fonts = "    fonts:\n      regular: assets/good.ttf\n      semibold: assets/half.ttf\n      bold: assets/good.ttf\n"
    text = content.read_text()
    brand = text[text.index("  pine:\n") : text.index("clinics:\n")]
    edit(content, "clinics:\n", brand.replace("  pine:", "  fir:") + fonts + "clinics:\n", count=1)
    edit(content, "  sud:\n    brand: pine", "  sud:\n    brand: fir")
    ran = generate(content)
    assert ran.code == 3
    line = content.read_text().splitlines().index("      semibold: assets/half.ttf") + 1
    assert f":{line}:17: error[E521]: the font half.ttf cannot be used: it is incomplete" in ran.err
    assert "nord: 3 made" in ran.out
    assert "3 made, 0 unchanged, 2 failed" in ran.out


def test_a_brand_with_one_file_for_several_weights_is_printed(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    for name, weight in (("text", "Regular"), ("heavy", "Bold")):
        (tmp_path / "assets" / f"{name}.ttf").write_bytes((BUNDLED / f"SourceSans3-{weight}.ttf").read_bytes())
    edit(
        content,
        "    logo: assets/pine.svg\n",
        "    logo: assets/pine.svg\n"
        "    fonts: {regular: assets/text.ttf, semibold: assets/heavy.ttf, bold: assets/heavy.ttf}\n",
    )
    ran = generate(content)
    assert (ran.code, "5 made" in ran.out) == (0, True), ran.err
