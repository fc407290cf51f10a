"""Writing a PDF file, small and always the same: with object streams (ISO 32000-1, 7.5.7 and 7.5.8).

pypdf writes neither, and a structure tree is hundreds of small dictionaries: packed, they take a tenth of
the room. Only what can be reached from the catalog is written, numbered in the order in which it is reached,
so that equal input gives equal bytes.
"""

import base64
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_OBJECTS_IN_A_STREAM = 250
_DELIMITERS = frozenset(b"/([<>])")
_Key = tuple[int, int]


def write_file(catalog: IndirectObject, info: IndirectObject, identifier: bytes) -> bytes:
    """Return a PDF 1.7 file of everything that the catalog and the document information lead to.

    Args:
        catalog: The document catalog; its graph may mix objects of several readers.
        info: The document information dictionary.
        identifier: 16 bytes for `/ID` (14.4).
    """
    numbered = _Numbered((catalog, info))
    file = _File()
    small: list[tuple[int, bytes]] = []
    for number, value in enumerate(numbered.objects, start=1):
        if isinstance(value, StreamObject):
            file.stream(number, *_stream(value, numbered))
        else:
            small.append((number, _written(value, numbered)))
    number = len(numbered.objects)
    for start in range(0, len(small), _OBJECTS_IN_A_STREAM):
        number += 1
        file.object_stream(number, small[start : start + _OBJECTS_IN_A_STREAM])
    trailer = b"/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (
        numbered.number(catalog), numbered.number(info), identifier.hex().encode(), identifier.hex().encode(),
    )  # fmt: skip
    return file.finish(number + 1, trailer)


class _Numbered:
    """Every object that can be reached, in that order; its place plus one is its number."""

    def __init__(self, roots: Sequence[IndirectObject]) -> None:
        self.objects: list[PdfObject] = []
        self._numbers: dict[_Key, int] = {}
        waiting: list[PdfObject] = list(reversed(roots))
        while waiting:
            value = waiting.pop()
            if isinstance(value, IndirectObject):
                key = (id(value.pdf), value.idnum)
                if key in self._numbers:
                    continue
                found = value.get_object()
                value = NullObject() if found is None else found
                self.objects.append(value)
                self._numbers[key] = len(self.objects)
            waiting.extend(reversed(_parts(value)))

    def number(self, reference: IndirectObject) -> int:
        return self._numbers[id(reference.pdf), reference.idnum]


def _parts(value: PdfObject) -> list[PdfObject]:
    """What of an array or dictionary can lead on to other objects."""
    parts: Iterable[PdfObject] = ()
    if isinstance(value, DictionaryObject):
        parts = dict.values(value)  # pypdf's own `values` follows references
    elif isinstance(value, ArrayObject):
        parts = list.__iter__(value)
    return [part for part in parts if isinstance(part, IndirectObject | DictionaryObject | ArrayObject)]


def _stream(value: StreamObject, numbered: _Numbered) -> tuple[bytes, bytes]:
    """The dictionary and the data of a stream; data without a filter is compressed, except metadata.

    PDF/A-1 readers look for metadata in plain text, so it stays so (ISO 19005-1, 6.7.2).
    """
    data = value._data  # noqa: SLF001 (the data as the file has it; the public way decodes it)
    entries = {key: part for key, part in dict.items(value) if key != "/Length"}
    if entries.get("/Filter") == ["/ASCII85Decode", "/FlateDecode"] and "/DecodeParms" not in entries:
        # ReportLab's own habit: a quarter more bytes, so that the file is plain text.
        data = base64.a85decode(data.strip().removesuffix(b"~>"))
        entries[NameObject("/Filter")] = NameObject("/FlateDecode")
    extra = b""
    if "/Filter" not in entries and entries.get("/Type") != "/Metadata":
        data, extra = zlib.compress(data, 9), b"/Filter/FlateDecode"
    written = _written(DictionaryObject(entries), numbered)
    return written[:-2] + extra + b"/Length %d>>" % len(data), data


class _File:
    """The bytes of a file, and where in it every object is."""

    def __init__(self) -> None:
        self._chunks = [_HEADER]
        self._length = len(_HEADER)
        self._places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}

    def stream(self, number: int, dictionary: bytes, data: bytes) -> None:
        self._places[number] = (1, self._length, 0)
        self._append(b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, dictionary, data))

    def object_stream(self, number: int, members: Sequence[tuple[int, bytes]]) -> None:
        offset, index = 0, []
        for place, (member, written) in enumerate(members):
            self._places[member] = (2, number, place)
            index.append(b"%d %d" % (member, offset))
            offset += len(written) + 1
        head = b" ".join(index) + b"\n"
        data = zlib.compress(head + b"\n".join(written for _, written in members), 9)
        entries = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>"
        self.stream(number, entries % (len(members), len(head), len(data)), data)

    def finish(self, number: int, trailer: bytes) -> bytes:
        start = self._length
        self._places[number] = (1, start, 0)
        width = (start.bit_length() + 7) // 8
        rows = [
            bytes((kind,)) + first.to_bytes(width, "big") + second.to_bytes(2, "big")
            for kind, first, second in (self._places[place] for place in range(number + 1))
        ]
        data = zlib.compress(b"".join(_differences(rows)), 9)
        index = b"/Type/XRef/Size %d/W[1 %d 2]%s" % (number + 1, width, trailer)
        packing = b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>/Length %d" % (width + 3, len(data))
        self.stream(number, b"<<" + index + packing + b">>", data)
        self._append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._chunks)

    def _append(self, chunk: bytes) -> None:
        self._chunks.append(chunk)
        self._length += len(chunk)


def _differences(rows: Sequence[bytes]) -> Iterator[bytes]:
    """The PNG filter Up: a row minus the row above it (7.4.4.4), which leaves little to compress."""
    for above, row in pairwise([bytes(len(rows[0])), *rows]):
        yield b"\x02" + bytes((new - old) & 255 for old, new in zip(above, row, strict=True))


def _written(value: PdfObject, numbered: _Numbered) -> bytes:
    parts: list[bytes] = []
    _write(value, numbered, parts)
    return b"".join(parts)


def _write(value: PdfObject, numbered: _Numbered, parts: list[bytes]) -> None:
    """Append the tokens of a value, with a space only where two would run into one."""
    if isinstance(value, DictionaryObject):
        parts.append(b"<<")
        for key, part in dict.items(value):
            parts.append(_name(key))
            _write(part, numbered, parts)
        parts.append(b">>")
    elif isinstance(value, ArrayObject):
        parts.append(b"[")
        for part in list.__iter__(value):
            _write(part, numbered, parts)
        parts.append(b"]")
    else:
        token = _token(value, numbered)
        if token[0] not in _DELIMITERS and parts and parts[-1][-1] not in b"[]<>()":
            parts.append(b" ")
        parts.append(token)


def _token(value: PdfObject, numbered: _Numbered) -> bytes:  # noqa: PLR0911 (one line a type)
    match value:
        case NameObject():
            return _name(value)
        case IndirectObject():
            return b"%d 0 R" % numbered.number(value)
        case BooleanObject():
            return b"true" if value.value else b"false"
        case NumberObject():
            return b"%d" % value
        case FloatObject():
            return _real(value)
        case ByteStringObject():
            return _string(value)
        case TextStringObject():
            return _string(value.get_encoded_bytes())
        case _:
            return b"null"


@lru_cache(maxsize=4096)
def _name(value: NameObject) -> bytes:
    return value.renumber()


def _real(value: float) -> bytes:
    """A real number without an exponent, which PDF does not know."""
    written = f"{value:.8f}".rstrip("0").rstrip(".")
    return b"0" if written == "-0" else written.encode()


def _string(value: bytes) -> bytes:
    escaped = value.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)").replace(b"\r", rb"\r")
    return b"(%s)" % escaped
