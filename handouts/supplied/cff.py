"""Reading glyph widths out of CFF font programs (Adobe Technical Notes 5176 and 5177)."""

# ruff: noqa: PLR2004 (the numbers are those of the file format)

import struct
from collections.abc import Iterable, Sequence
from itertools import count, pairwise

from handouts.supplied.cff_strings import STANDARD_STRINGS
from handouts.supplied.font_programs import BadFontError, FontProgram, charstring_number

_CHARSET, _ENCODING, _CHARSTRINGS, _PRIVATE, _SUBROUTINES = 15, 16, 17, 18, 19
_DEFAULT_WIDTH, _NOMINAL_WIDTH = 20, 21
_MATRIX, _ROS, _FD_ARRAY, _FD_SELECT = 0x0C07, 0x0C1E, 0x0C24, 0x0C25
_OPERANDS = {1: 0, 3: 0, 18: 0, 23: 0, 19: 0, 20: 0, 14: 0, 21: 2, 4: 1, 22: 1}
"""Operators that clear the stack first: how many operands they have; one more is the width. Stems take
pairs."""

_PAIRED = frozenset({1, 3, 18, 23, 19, 20})
_ENDCHAR, _CALL, _CALL_GLOBAL, _RETURN = 14, 10, 29, 11
_DEEPEST = 10

Dict = dict[int, list[float]]


def read_cff(data: bytes) -> FontProgram:
    """Read a CFF program, or the one in an OpenType font.

    Raises:
        BadFontError: It is damaged, or has one of the predefined expert charsets.
    """
    try:
        return _read(_cff_table(data) if data.startswith(b"OTTO") else data)
    except (struct.error, IndexError, KeyError, ZeroDivisionError) as error:
        raise BadFontError("a damaged CFF font") from error


def _cff_table(data: bytes) -> bytes:
    (tables,) = struct.unpack_from(">H", data, 4)
    for index in range(tables):
        tag, _, offset, length = struct.unpack_from(">4s3L", data, 12 + 16 * index)
        if tag == b"CFF ":
            return data[offset : offset + length]
    raise BadFontError("an OpenType font without outlines")


def _read(data: bytes) -> FontProgram:
    _, position = _index(data, data[2])
    tops, position = _index(data, position)
    strings, position = _index(data, position)
    shared, _ = _index(data, position)
    top = _dict(tops[0])
    programs, _ = _index(data, int(top[_CHARSTRINGS][0]))
    names = [*STANDARD_STRINGS, *(string.decode("latin-1") for string in strings)]
    if _ROS in top:
        descriptors = [_dict(part) for part in _index(data, int(top[_FD_ARRAY][0]))[0]]
        select = _select(data, int(top[_FD_SELECT][0]), len(programs))
    else:
        descriptors, select = [top], [0] * len(programs)
    widths_of = [_Widths(data, descriptor, shared) for descriptor in descriptors]
    scale = 1000 * top[_MATRIX][0] if _MATRIX in top else 1.0
    if _ROS in top and _MATRIX not in top and _MATRIX in descriptors[0]:
        scale = 1000 * descriptors[0][_MATRIX][0]
    widths = [widths_of[select[glyph]].width(program) * scale for glyph, program in enumerate(programs)]
    charset = _charset(data, int(top.get(_CHARSET, [0])[0]), len(programs))
    doubt = max(font.fraction for font in widths_of) * scale
    if _ROS in top:
        return FontProgram(widths, cids={cid: glyph for glyph, cid in enumerate(charset)}, doubt=doubt)
    glyph_names = [names[sid] for sid in charset]
    return FontProgram(
        widths,
        names={glyph: index for index, glyph in enumerate(glyph_names)},
        encoding=_encoding(data, int(top.get(_ENCODING, [0])[0]), glyph_names),
        doubt=doubt,
    )


def _index(data: bytes, position: int) -> tuple[list[bytes], int]:
    (entries,) = struct.unpack_from(">H", data, position)
    if not entries:
        return [], position + 2
    size = data[position + 2]
    start = position + 3
    offsets = [int.from_bytes(data[start + size * at : start + size * (at + 1)], "big") for at in range(entries + 1)]
    base = start + size * (entries + 1) - 1
    return [data[base + a : base + b] for a, b in pairwise(offsets)], base + offsets[-1]


def _dict(data: bytes) -> Dict:
    entries: Dict = {}
    operands: list[float] = []
    position = 0
    while position < len(data):
        byte = data[position]
        if byte <= 21:
            operator = byte
            if byte == 12:
                position += 1
                operator = 0x0C00 + data[position]
            entries[operator] = operands
            operands, position = [], position + 1
        elif byte == 28:
            operands.append(struct.unpack_from(">h", data, position + 1)[0])
            position += 3
        elif byte == 29:
            operands.append(struct.unpack_from(">l", data, position + 1)[0])
            position += 5
        elif byte == 30:
            number, position = _real(data, position + 1)
            operands.append(number)
        else:
            number, position = charstring_number(data, position)
            operands.append(number)
    return entries


def _real(data: bytes, position: int) -> tuple[float, int]:
    digits = ""
    for place in count(position):
        for nibble in (data[place] >> 4, data[place] & 15):
            if nibble == 15:
                return float(digits or 0), place + 1
            digits += "0123456789.EE -"[nibble] + ("-" if nibble == 12 else "")
    raise BadFontError("a number does not end")


def _select(data: bytes, position: int, glyphs: int) -> Sequence[int]:
    if data[position] == 0:
        return data[position + 1 : position + 1 + glyphs]
    (ranges,) = struct.unpack_from(">H", data, position + 1)
    select: list[int] = []
    for index in range(ranges):
        first, descriptor, after = struct.unpack_from(">HBH", data, position + 3 + 3 * index)
        select += [descriptor] * (after - first)
    return select


def _charset(data: bytes, position: int, glyphs: int) -> list[int]:
    """The SID or CID of every glyph (5176, 13)."""
    if position == 0:
        return list(range(glyphs))
    if position <= 2:
        raise BadFontError("an expert charset")
    kind, charset, place = data[position], [0], position + 1
    while len(charset) < glyphs:
        (first,) = struct.unpack_from(">H", data, place)
        left = 0 if kind == 0 else int.from_bytes(data[place + 2 : place + 2 + kind], "big")
        charset += range(first, first + left + 1)
        place += 2 + (kind or 0)
    return charset[:glyphs]


def _encoding(data: bytes, position: int, names: Sequence[str]) -> dict[int, str]:
    """The glyph name of every code, the program's own (5176, 12); empty for the predefined ones."""
    if position <= 1:
        return {}
    kind, entries = data[position] & 127, data[position + 1]
    if kind == 0:
        codes: Iterable[int] = data[position + 2 : position + 2 + entries]
    else:
        ranges = [(data[position + 2 + 2 * at], data[position + 3 + 2 * at]) for at in range(entries)]
        codes = [code for first, left in ranges for code in range(first, first + left + 1)]
    return dict(zip(codes, names[1:], strict=False))


class _Widths:
    """How the glyphs of one font dictionary say their width: in their first operands (5177, 3.1)."""

    def __init__(self, data: bytes, descriptor: Dict, shared: Sequence[bytes]) -> None:
        size, offset = (int(number) for number in descriptor.get(_PRIVATE, [0, 0]))
        private = _dict(data[offset : offset + size])
        self._default = private.get(_DEFAULT_WIDTH, [0])[0]
        self._nominal = private.get(_NOMINAL_WIDTH, [0])[0]
        self.fraction = self._nominal % 1
        own = _index(data, offset + int(private[_SUBROUTINES][0]))[0] if _SUBROUTINES in private else []
        self._subroutines = {_CALL: own, _CALL_GLOBAL: shared}

    def width(self, program: bytes) -> float:
        """The width of a glyph from its charstring."""
        stack: list[float] = []
        operator = self._first_operator(program, stack, 0)
        extra = len(stack) % 2 if operator in _PAIRED else len(stack) - _OPERANDS.get(operator, len(stack))
        if operator == _ENDCHAR:
            extra = len(stack) in {1, 5}
        return self._nominal + stack[0] if extra > 0 else self._default

    def _first_operator(self, program: bytes, stack: list[float], depth: int) -> int:
        """Run up to the first operator that clears the stack; -1 when there is none."""
        position = 0
        while position < len(program) and depth < _DEEPEST:
            byte = program[position]
            if byte == 28:
                stack.append(struct.unpack_from(">h", program, position + 1)[0])
                position += 3
            elif byte >= 32:
                number, position = charstring_number(program, position, type2=True)
                stack.append(number)
            elif byte in self._subroutines:
                subroutines = self._subroutines[byte]
                bias = 107 if len(subroutines) < 1240 else 1131 if len(subroutines) < 33900 else 32768
                found = self._first_operator(subroutines[int(stack.pop()) + bias], stack, depth + 1)
                if found != -1:
                    return found
                position += 1
            elif byte == _RETURN:
                return -1
            else:
                return byte
        return -1
