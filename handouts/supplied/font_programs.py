"""Reading the widths of glyphs out of embedded font programs: TrueType, CFF and Type 1.

PDF/A wants the widths in the file to agree with those in the font program (ISO 19005-2, 6.2.11.5), and every
glyph that is shown to be in it (6.2.11.4.1). Widths are in thousandths of the type size.
"""

# ruff: noqa: PLR2004 (the numbers are those of the file formats)

import re
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


class BadFontError(ValueError):
    """The font program cannot be read."""


@dataclass(frozen=True, slots=True)
class FontProgram:
    """A font program: its glyphs' widths, and the ways that lead to a glyph.

    Attributes:
        widths: Width of each glyph, in the order of the program.
        names: Glyph by name (Type 1 and CFF).
        cids: Glyph by CID (CFF with CIDs).
        cmaps: Glyph by code, for each (platform, encoding) of a TrueType font.
        encoding: Glyph name by code, the program's own (Type 1).
        doubt: By how much a reader takes widths for less that drops the fraction of what they are counted from (CFF).
    """

    widths: Sequence[float]
    names: Mapping[str, int] = field(default_factory=dict)
    cids: Mapping[int, int] = field(default_factory=dict)
    cmaps: Mapping[tuple[int, int], Mapping[int, int]] = field(default_factory=dict)
    encoding: Mapping[int, str] = field(default_factory=dict)
    doubt: float = 0.0

    def is_as_wide(self, glyph: int, stated: float) -> bool:
        """Whether every reader finds a glyph as wide as is stated, within one (ISO 19005-2, 6.2.11.5)."""
        return all(abs(width - stated) <= 1 for width in (self.widths[glyph], self.widths[glyph] - self.doubt))


def read_truetype(data: bytes) -> FontProgram:
    """Read a TrueType program.

    Raises:
        BadFontError: It is damaged.
    """
    try:
        tables = _tables(data)
        (upem,) = struct.unpack_from(">H", tables["head"], 18)
        (glyphs,) = struct.unpack_from(">H", tables["maxp"], 4)
        (measured,) = struct.unpack_from(">H", tables["hhea"], 34)
        advances = [struct.unpack_from(">H", tables["hmtx"], 4 * index)[0] for index in range(min(measured, glyphs))]
        advances += advances[-1:] * (glyphs - len(advances))
        cmaps = _cmaps(tables["cmap"]) if "cmap" in tables else {}
        return FontProgram([advance * 1000 / upem for advance in advances], cmaps=cmaps)
    except (struct.error, KeyError, IndexError, ZeroDivisionError) as error:
        raise BadFontError("a damaged TrueType font") from error


def _tables(data: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4s3L", data, 12 + 16 * index) for index in range(count))
    return {tag.decode("latin-1"): data[offset : offset + length] for tag, _, offset, length in records}


def _cmaps(table: bytes) -> dict[tuple[int, int], dict[int, int]]:
    (count,) = struct.unpack_from(">H", table, 2)
    records = (struct.unpack_from(">2HL", table, 4 + 8 * index) for index in range(count))
    maps = {(platform, encoding): table[offset:] for platform, encoding, offset in records}
    # format 12 is for (3, 10) alone; some readers see nothing in a (3, 1) of that format
    return {place: _cmap(data) for place, data in maps.items() if place != (3, 1) or data[:2] != b"\x00\x0c"}


def _cmap(table: bytes) -> dict[int, int]:
    """Read one subtable: formats 0, 4, 6 and 12 are those that fonts in PDF files have."""
    (kind,) = struct.unpack_from(">H", table)
    if kind == 0:
        return {code: glyph for code, glyph in enumerate(table[6:262]) if glyph}
    if kind == 4:
        return _segments(table)
    if kind == 6:
        first, count = struct.unpack_from(">2H", table, 6)
        return dict(enumerate(struct.unpack_from(f">{count}H", table, 10), start=first))
    if kind == 12:
        (count,) = struct.unpack_from(">L", table, 12)
        groups = (struct.unpack_from(">3L", table, 16 + 12 * index) for index in range(count))
        return {
            code: glyph + code - first
            for first, last, glyph in groups
            for code in range(first, min(last, first + 65535) + 1)
        }
    return {}


def _segments(table: bytes) -> dict[int, int]:
    (double,) = struct.unpack_from(">H", table, 6)
    count, codes = double // 2, {}
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", table, 14 + double * row + (2 if row else 0)) for row in range(4)
    )
    for index in range(count):
        for code in range(starts[index], min(ends[index], 0xFFFE) + 1):
            glyph = code
            if offsets[index]:
                place = 16 + 3 * double + 2 * index + offsets[index] + 2 * (code - starts[index])
                (glyph,) = struct.unpack_from(">H", table, place)
                if not glyph:
                    continue
            codes[code] = (glyph + deltas[index]) & 0xFFFF
    return codes


def read_type1(data: bytes) -> FontProgram:
    """Read a Type 1 program.

    Raises:
        BadFontError: It is damaged or encoded in hexadecimal.
    """
    clear, found, hidden = data.partition(b"eexec")
    if not found:
        raise BadFontError("a damaged Type 1 font")
    private = _decrypted(hidden.lstrip(b" \t\r\n"), 55665, 4)
    skip = int(match[1]) if (match := re.search(rb"/lenIV\s+(\d+)", private)) else 4
    scale = 1000 * float(match[1]) if (match := re.search(rb"/FontMatrix\s*\[\s*([\d.eE+-]+)", clear)) else 1.0
    names: dict[str, int] = {}
    widths: list[float] = []
    for match in re.finditer(rb"/([^\s/{}\[\]()<>]+)\s+(\d+)\s+(?:RD|-\|)\s", private):
        program = _decrypted(private[match.end() : match.end() + int(match[2])], 4330, skip)
        if (width := _side_bearing_width(program)) is not None:
            names[match[1].decode("latin-1")] = len(widths)
            widths.append(width * scale)
    encoding = {int(code): glyph.decode("latin-1") for code, glyph in re.findall(rb"dup\s+(\d+)\s*/(\S+)\s+put", clear)}
    return FontProgram(widths, names=names, encoding=encoding)


def _decrypted(data: bytes, key: int, skip: int) -> bytes:
    """Undo the encryption of Adobe Type 1 Font Format, chapter 7."""
    plain = bytearray()
    for cipher in data:
        plain.append(cipher ^ (key >> 8))
        key = ((cipher + key) * 52845 + 22719) & 0xFFFF
    return bytes(plain[skip:])


def _side_bearing_width(program: bytes) -> float | None:
    """The width that `hsbw` or `sbw` sets, which is the first thing a charstring does (chapter 6.4)."""
    stack: list[float] = []
    position = 0
    while position < len(program):
        byte = program[position]
        if byte >= 32:
            number, position = charstring_number(program, position)
            stack.append(number)
        elif byte == 13 and len(stack) >= 2:
            return stack[1]
        elif program[position : position + 2] == b"\x0c\x07" and len(stack) >= 4:
            return stack[2]
        elif program[position : position + 2] == b"\x0c\x0c" and len(stack) >= 2:
            stack[-2:] = [stack[-2] / stack[-1] if stack[-1] else 0]
            position += 2
        else:
            return None
    return None


def charstring_number(program: bytes, position: int, *, type2: bool = False) -> tuple[float, int]:
    """Read the number at a place of a charstring and return it with the place behind it."""
    byte = program[position]
    if byte <= 246:
        return byte - 139, position + 1
    if byte <= 250:
        return (byte - 247) * 256 + program[position + 1] + 108, position + 2
    if byte <= 254:
        return -(byte - 251) * 256 - program[position + 1] - 108, position + 2
    (number,) = struct.unpack_from(">l", program, position + 1)
    return number / 65536 if type2 else number, position + 5
