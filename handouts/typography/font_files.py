"""Font files, read with suspicion: checked, and written anew by HarfBuzz without what a sheet of paper needs none of.

A brand's fonts come from wherever its logo came from. They are read in the process apart (`handouts.worker`); only
what was written anew there is opened in this one.
"""

import struct
from collections.abc import Iterator
from io import BytesIO
from itertools import islice, pairwise

import uharfbuzz
from reportlab.pdfbase.ttfonts import TTFontFace

from handouts.errors import AssetError, Problem

_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"OTTO", "an OpenType font with PostScript outlines (.otf)"),
    (b"ttcf", "a collection of fonts (.ttc)"),
    (b"wOFF", "a font for web pages (.woff)"),
    (b"wOF2", "a font for web pages (.woff2)"),
    (b"%!PS-AdobeFont", "a Type 1 font"),
    (b"%!FontType1", "a Type 1 font"),
    (b"\x80\x01", "a Type 1 font"),
    (b"typ1", "a Type 1 font"),
    (b"\x00\x00\x01\x00", "a font of old Macs"),
    (b"PK\x03\x04", "a zip file"),
    (b"%PDF-", "a PDF"),
    (b"<", "a web page or drawing"),
)
_NEEDED = frozenset({"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name"})
_MOST_TABLES = 64
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_DEEPEST = 8  # letters drawn from letters; a font that means well needs two
_MOST_PARTS = 64  # of one letter
_LEAST_ROOM = 0.5  # of its own width, that each letter has in a line; in slanted fonts they reach over it
_MOST_ROOM = 3  # ems
_STATIC = "use a static TrueType font (.ttf)"
_UNZIP = "unpack it, and name the static TrueType font (.ttf) of each weight"

_WORDS, _SCALE, _BOTH_SCALES, _MATRIX, _MORE = 0x0001, 0x0008, 0x0040, 0x0080, 0x0020
"""Flags of a part of a composite glyph (OpenType 1.9, `glyf`)."""


def clean_font(data: bytes, name: str) -> bytes:
    """Check a font file and write it anew, without instructions for coarse screens.

    Args:
        data: The file.
        name: What messages call it.

    Raises:
        AssetError: It is no static TrueType font that can be printed whole (E521, E522).
    """
    tables = _tables(data, name)
    _check_parts(data, tables, name)
    try:
        face = uharfbuzz.Face(uharfbuzz.Blob(data))
        cleaned = unhinted(face)
        _check_letters(uharfbuzz.Face(uharfbuzz.Blob(cleaned)), name)
        drawn = TTFontFace(BytesIO(cleaned))
        drawn.makeSubset(sorted(drawn.charToGlyph)[:256])
    except AssetError:
        raise
    except Exception as error:
        raise _unusable(name, "it is damaged: its parts do not fit together") from error
    return cleaned


def unhinted(face: uharfbuzz.Face) -> bytes:
    """Return a font without its instructions for coarse screens: paper needs none, and they are a fifth of a sheet."""
    kept = uharfbuzz.SubsetInput()
    kept.unicode_set.invert()
    kept.flags = (
        uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE | uharfbuzz.SubsetFlags.NAME_LEGACY
    )
    return bytes(uharfbuzz.subset(face, kept).blob.data)


def _unusable(name: str, why: str, hint: str = _STATIC) -> AssetError:
    return AssetError(Problem("E521", f"the font {name} cannot be used: {why}", None, hint))


def _tables(data: bytes, name: str) -> dict[str, tuple[int, int]]:
    """Return where each table stands, offset and length, when all that a font needs is there, whole."""
    if not data:
        raise _unusable(name, "it is empty")
    if not data.startswith(_TRUETYPE):
        kind = next((kind for signature, kind in _KINDS if data.startswith(signature)), "no font")
        raise _unusable(name, f"it is {kind}", _UNZIP if kind == "a zip file" else _STATIC)
    count = int.from_bytes(data[4:6], "big")
    if count > _MOST_TABLES or len(data) < 12 + 16 * count:
        raise _unusable(name, "it is damaged or incomplete")
    records = (struct.unpack_from(">4s3L", data, 12 + 16 * index) for index in range(count))
    tables = {tag.decode("latin-1").strip(): (offset, length) for tag, _, offset, length in records}
    if "fvar" in tables:
        # ReportLab loads a variable font without a word and prints its default master
        hint = "use the static font of each weight instead"
        raise AssetError(Problem("E522", f"{name} is a variable font", None, hint))
    if any(offset + length > len(data) for offset, length in tables.values()):
        raise _unusable(name, "it is incomplete: the end of the file is missing")
    if missing := sorted(_NEEDED - tables.keys()):
        raise _unusable(name, f"it lacks what a TrueType font has ({', '.join(missing)})")
    return tables


# letters that are drawn from other letters


def _check_parts(data: bytes, tables: dict[str, tuple[int, int]], name: str) -> None:
    """Refuse a font in which a letter is drawn from itself, or from letters without end: readers would hang."""
    try:
        parts = dict(_composites(data, tables))
        depth: dict[int, int] = {}
        deep = any(_depth(glyph, parts, depth, ()) > _DEEPEST for glyph in parts)
    except (struct.error, IndexError) as error:
        raise _unusable(name, "it is damaged: its letters have no shapes") from error
    if deep or any(len(each) > _MOST_PARTS for each in parts.values()):
        raise _unusable(name, "it is damaged: a letter in it is drawn from itself")


def _composites(data: bytes, tables: dict[str, tuple[int, int]]) -> Iterator[tuple[int, list[int]]]:
    """Yield each glyph that is drawn from others, with those."""
    (glyphs,) = struct.unpack_from(">H", data, tables["maxp"][0] + 4)
    (wide,) = struct.unpack_from(">h", data, tables["head"][0] + 50)
    start, length = tables["glyf"]
    kind, unit = ("L", 1) if wide else ("H", 2)
    places = [place * unit for place in struct.unpack_from(f">{glyphs + 1}{kind}", data, tables["loca"][0])]
    if any(after < before for before, after in pairwise(places)) or places[-1] > length:
        raise struct.error("letters overlap")
    for glyph in range(glyphs):
        if places[glyph] < places[glyph + 1] and data[start + places[glyph]] & 0x80:
            yield glyph, list(islice(_parts(data, start + places[glyph] + 10), _MOST_PARTS + 1))


def _parts(data: bytes, place: int) -> Iterator[int]:
    flags = _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">HH", data, place)
        place += 4 + (4 if flags & _WORDS else 2)
        place += 2 if flags & _SCALE else 4 if flags & _BOTH_SCALES else 8 if flags & _MATRIX else 0
        yield glyph


def _depth(glyph: int, parts: dict[int, list[int]], known: dict[int, int], under: tuple[int, ...]) -> int:
    if glyph not in parts:
        return 0
    if glyph in under or len(under) > _DEEPEST:
        return _DEEPEST + 1
    if glyph not in known:
        known[glyph] = 1 + max(_depth(part, parts, known, (*under, glyph)) for part in parts[glyph][:_MOST_PARTS])
    return known[glyph]


def _check_letters(face: uharfbuzz.Face, name: str) -> None:
    """Refuse a font whose letters show nothing, or would be set on top of each other or far apart."""
    font = uharfbuzz.Font(face)
    glyphs = [glyph for letter in _LETTERS if (glyph := font.get_nominal_glyph(ord(letter)))]
    shapes = [font.get_glyph_extents(glyph) for glyph in glyphs]
    if any(shape is None or not (shape.width and shape.height) for shape in shapes):
        raise _unusable(name, "it is damaged: some of its letters show nothing")
    room = [font.get_glyph_h_advance(glyph) for glyph in glyphs]
    least = [shape.width * _LEAST_ROOM for shape in shapes if shape]
    if any(not need < given < _MOST_ROOM * face.upem for need, given in zip(least, room, strict=True)):
        raise _unusable(name, "it is damaged: its letters have no proper width")
