"""The typeface of typed text: one embedded font with every character that people here type.

A plain TrueType font with the Windows encoding, because viewers type in no other one reliably.
"""

import struct
from functools import cache
from pathlib import Path

import uharfbuzz
from pypdf.generic import IndirectObject

from handouts.pdf.objects import Objects, stream

_FILE = Path(__file__).parents[1] / "fonts" / "source-sans-3" / "SourceSans3-Regular.ttf"
_NAME = "/HNDOUT+SourceSans3-Regular"
_FIRST, _LAST = 32, 255
_NONSYMBOLIC = 32
_DROPPED = (b"GSUB", b"GPOS", b"GDEF", b"BASE", b"DSIG", b"STAT", b"name")
_TYPED = "ÀÂÇÈÉÊËÎÏÔÙÛÜàâçèéêëîïôùûüŒœ«»“”‘’–—…€°½¼¾×±\u00a0"


def form_font(objects: Objects) -> IndirectObject:
    """Write the font and return a reference to it."""
    program, widths, metrics = _program()
    file = objects.add(stream(program, {"/Length1": len(program)}))
    descriptor = objects.add({
        "/Type": "/FontDescriptor",
        "/FontName": _NAME,
        "/Flags": _NONSYMBOLIC,
        "/ItalicAngle": 0,
        "/StemV": 84,
        "/FontFile2": file,
        **metrics,
    })  # fmt: skip
    return objects.add({
        "/Type": "/Font",
        "/Subtype": "/TrueType",
        "/BaseFont": _NAME,
        "/FirstChar": _FIRST,
        "/LastChar": _LAST,
        "/Widths": widths,
        "/Encoding": "/WinAnsiEncoding",
        "/FontDescriptor": descriptor,
    })  # fmt: skip


@cache
def _program() -> tuple[bytes, list[int], dict[str, int | list[int]]]:
    """The font program with the typed characters only, their widths by code, and the metrics of the face."""
    characters = {code: _character(code) for code in range(_FIRST, _LAST + 1)}
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(ord(character) for character in characters.values() if character)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _DROPPED)
    face = uharfbuzz.subset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(_FILE))), wanted)
    font, scale = uharfbuzz.Font(face), 1000 / face.upem
    widths = [round(font.get_glyph_h_advance(_glyph(font, characters[code])) * scale) for code in characters]
    return bytes(face.blob.data), widths, _metrics(face, scale)


def _character(code: int) -> str:
    character = bytes((code,)).decode("cp1252", "ignore")
    return character if character.isascii() or character in _TYPED else ""


def _glyph(font: uharfbuzz.Font, character: str) -> int:
    return (font.get_nominal_glyph(ord(character)) if character else None) or 0


def _metrics(face: uharfbuzz.Face, scale: float) -> dict[str, int | list[int]]:
    box = struct.unpack(">4h", face.reference_table("head").data[36:44])
    ascent, descent = struct.unpack(">2h", face.reference_table("hhea").data[4:8])
    (cap_height,) = struct.unpack(">h", face.reference_table("OS/2").data[88:90])
    return {
        "/FontBBox": [round(edge * scale) for edge in box],
        "/Ascent": round(ascent * scale),
        "/Descent": round(descent * scale),
        "/CapHeight": round(cap_height * scale),
    }
