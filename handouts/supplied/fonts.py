"""Checking the fonts of a clinic's PDF: embedded, complete, as wide as they say, readable as text.

These are the rules of ISO 19005-2, 6.2.11 that covers break in practice. A font that cannot be checked isn't
trusted: the page then becomes a picture, which is always right.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from unicodedata import category

from pypdf._codecs.adobe_glyphs import adobe_glyphs
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, PdfObject, StreamObject
from reportlab.pdfbase import _fontdata  # type: ignore[attr-defined]
from reportlab.pdfbase._glyphlist import _glyphname2unicode  # type: ignore[import-not-found]

from handouts.pdf.objects import entry
from handouts.supplied.cff import read_cff
from handouts.supplied.font_programs import BadFontError, FontProgram, read_truetype, read_type1
from handouts.supplied.unicode_maps import unicode_map
from handouts.supplied.unpacking import unpacked
from handouts.supplied.verdicts import NotCleanError

_SYMBOLIC = 4
_LATIN = frozenset({"/WinAnsiEncoding", "/MacRomanEncoding"})
_UNREADABLE = frozenset({"Cc", "Cn", "Co", "Cs"})
"""Categories of characters that stand for nothing (ISO 19005-2, 6.2.11.7.2 and 6.2.11.7.3)."""

_READABLE_SPACES = frozenset("\t\n\r")
_PROGRAMS = {
    "/FontFile": {"/Type1", "/MMType1"},
    "/FontFile2": {"/TrueType", "/CIDFontType2"},
    "/Type1C": {"/Type1", "/MMType1"},
    "/CIDFontType0C": {"/CIDFontType0"},
    "/OpenType": {"/Type1", "/MMType1", "/TrueType", "/CIDFontType0", "/CIDFontType2"},
}
"""Which kinds of fonts each kind of font program is for (ISO 32000-1, table 126)."""

_OPENTYPE = frozenset({b"OTTO", b"true", b"\x00\x01\x00\x00"})
_NOTDEF = ".notdef"
_KNOWN_NAMES = frozenset(_glyphname2unicode)
"""Names of glyphs that every reader takes for the same letters: the Adobe Glyph List, without later additions."""


def check_font(font: PdfObject, shown: Iterable[bytes]) -> None:
    """Check a font against the strings that are shown in it.

    Raises:
        NotCleanError: It breaks a rule, or cannot be checked.
    """
    if not isinstance(font, DictionaryObject):
        raise NotCleanError("a typeface in it is missing")
    label = _label(font)
    try:
        reading = _composite(font, shown) if font.get("/Subtype") == "/Type0" else _simple(font, shown)
        for code, glyph, stated in reading.glyphs:
            _check_glyph(reading, code, glyph, stated, label)
    except (BadFontError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise NotCleanError(f"its typeface {label} cannot be checked") from error


def _label(font: DictionaryObject) -> str:
    return str(font.get("/BaseFont", "/without a name")).removeprefix("/").split("+")[-1]


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a font is read: for each code shown its glyph and the width that the file states; its texts."""

    program: FontProgram
    glyphs: list[tuple[int, int, float]]
    texts: Mapping[int, str]


def _check_glyph(reading: _Reading, code: int, glyph: int, stated: float, label: str) -> None:
    if not 0 < glyph < len(reading.program.widths):
        raise NotCleanError(f"its typeface {label} lacks a character that is used")
    if not reading.program.is_as_wide(glyph, stated):
        raise NotCleanError(f"its typeface {label} is not as wide as it says")
    text = reading.texts.get(code, "")
    if not text or any(category(letter) in _UNREADABLE and letter not in _READABLE_SPACES for letter in text):
        raise NotCleanError(f"its typeface {label} does not say which letters it shows")


def _program(font: DictionaryObject, label: str) -> tuple[FontProgram, str]:
    """Read the embedded font program."""
    for key, read in (("/FontFile2", read_truetype), ("/FontFile", read_type1), ("/FontFile3", read_cff)):
        file = entry(entry(font, "/FontDescriptor"), key)
        if isinstance(file, StreamObject):
            data = unpacked(file)
            kind = str(entry(file, "/Subtype")) if key == "/FontFile3" else key
            wrapped = key == "/FontFile3" and data[:4] in _OPENTYPE
            if font.get("/Subtype") not in _PROGRAMS.get(kind, ()) or wrapped != (kind == "/OpenType"):
                raise BadFontError("a font program of another kind")
            if key == "/FontFile3" and data[:4] in {b"\x00\x01\x00\x00", b"true"}:
                return read_truetype(data), "/FontFile2"
            return read(data), key
    raise NotCleanError(f"its typeface {label} is not embedded")


# composite fonts (9.7)


def _composite(font: DictionaryObject, shown: Iterable[bytes]) -> _Reading:
    if font.get("/Encoding") != "/Identity-H":
        raise BadFontError("an unusual encoding")
    descendants = font["/DescendantFonts"]
    cid_font = descendants[0].get_object() if isinstance(descendants, ArrayObject) else None
    if not isinstance(cid_font, DictionaryObject):
        raise BadFontError("no descendant font")
    program, kind = _program(cid_font, _label(font))
    codes = sorted({
        int.from_bytes(string[place : place + 2], "big") for string in shown for place in range(0, len(string), 2)
    })  # fmt: skip
    widths, default = _cid_widths(cid_font), float(cid_font.get("/DW", 1000))
    glyph_of = _cid_to_glyph(cid_font, program, kind)
    glyphs = [(code, glyph_of(code), widths.get(code, default)) for code in codes]
    return _Reading(program, glyphs, unicode_map(entry(font, "/ToUnicode")))


def _cid_to_glyph(cid_font: DictionaryObject, program: FontProgram, kind: str) -> Callable[[int], int]:
    mapping = cid_font.get("/CIDToGIDMap")
    if kind == "/FontFile2":
        if isinstance(mapping, StreamObject):
            table = unpacked(mapping)
            return lambda cid: int.from_bytes(table[2 * cid : 2 * cid + 2], "big")
        if mapping != "/Identity":
            raise BadFontError("no way from characters to glyphs")
        return lambda cid: cid
    return (lambda cid: program.cids.get(cid, 0)) if program.cids else (lambda cid: cid)


def _cid_widths(cid_font: DictionaryObject) -> dict[int, float]:
    """The widths of a CIDFont's `/W` (9.7.4.3)."""
    parts = list(entry(cid_font, "/W") or [])
    widths: dict[int, float] = {}
    while len(parts) > 1:
        first, second = int(parts.pop(0)), parts.pop(0).get_object()
        if isinstance(second, ArrayObject):
            widths |= {first + place: float(width) for place, width in enumerate(second)}
        else:
            width = float(parts.pop(0))
            widths |= dict.fromkeys(range(first, min(int(second), first + 65535) + 1), width)
    return widths


# simple fonts (9.6)


def _simple(font: DictionaryObject, shown: Iterable[bytes]) -> _Reading:
    label, descriptor = _label(font), entry(font, "/FontDescriptor")
    if font.get("/Subtype") not in {"/Type1", "/MMType1", "/TrueType"}:
        raise BadFontError("a typeface drawn by hand")
    program, kind = _program(font, label)
    codes = sorted(set(b"".join(shown)))
    first, widths = int(entry(font, "/FirstChar")), [float(width) for width in entry(font, "/Widths")]
    missing = float(entry(descriptor, "/MissingWidth") or 0)
    stated = {code: widths[code - first] if 0 <= code - first < len(widths) else missing for code in codes}
    names = _names(font, program, kind)
    flags = entry(descriptor, "/Flags")
    symbolic = kind == "/FontFile2" and bool(isinstance(flags, NumberObject) and flags & _SYMBOLIC)
    if kind == "/FontFile2":
        glyph_of = _symbolic(font, program) if symbolic else _nonsymbolic(font, program, names)
    else:
        glyph_of = {code: program.names.get(glyph, 0) for code, glyph in names.items()}
    texts = unicode_map(entry(font, "/ToUnicode"))
    if not texts and not symbolic:
        texts = {code: _text(glyph) for code, glyph in names.items() if glyph in _KNOWN_NAMES}
    return _Reading(program, [(code, glyph_of.get(code, 0), stated[code]) for code in codes], texts)


def _text(glyph: str) -> str:
    return adobe_glyphs.get("/" + glyph, "")


def _names(font: DictionaryObject, program: FontProgram, kind: str) -> dict[int, str]:
    """The glyph name of every code (9.6.6)."""
    encoding = entry(font, "/Encoding")
    base = entry(encoding, "/BaseEncoding") if isinstance(encoding, DictionaryObject) else encoding
    if isinstance(base, NameObject):
        names = dict(_encoding(base))
    elif kind != "/FontFile2" and program.encoding:
        names = dict(program.encoding)
    else:
        names = dict(_encoding("/StandardEncoding"))
    code = 0
    for part in entry(encoding, "/Differences") or []:
        if isinstance(part, NameObject):
            names[code] = part.removeprefix("/")
            code += 1
        else:
            code = int(part)
    return names


def _encoding(name: str) -> Iterator[tuple[int, str]]:
    if name.removeprefix("/") not in _fontdata.encodings:
        raise BadFontError("an unknown encoding")
    for code, glyph in enumerate(_fontdata.encodings[name.removeprefix("/")]):
        if glyph and glyph != _NOTDEF:
            yield code, glyph


def _nonsymbolic(font: DictionaryObject, program: FontProgram, names: Mapping[int, str]) -> dict[int, int]:
    """The glyphs of a nonsymbolic TrueType font, by way of names (9.6.6.4; ISO 19005-2, 6.2.11.6)."""
    encoding = entry(font, "/Encoding")
    base = entry(encoding, "/BaseEncoding") if isinstance(encoding, DictionaryObject) else encoding
    if base not in _LATIN or (3, 1) not in program.cmaps:
        raise BadFontError("a TrueType font without a plain encoding")
    cmap = program.cmaps[3, 1]
    return {code: cmap.get(ord(text), 0) for code, glyph in names.items() if len(text := _text(glyph)) == 1}


def _symbolic(font: DictionaryObject, program: FontProgram) -> dict[int, int]:
    if "/Encoding" in font:
        raise BadFontError("a symbol font with an encoding")
    if (3, 0) in program.cmaps:
        return {code & 0xFF: glyph for code, glyph in program.cmaps[3, 0].items()}
    if len(program.cmaps) != 1 or (1, 0) not in program.cmaps:
        raise BadFontError("a symbol font with several encodings")
    return dict(program.cmaps[1, 0])
