"""Copying plain values and packed data out of a clinic's PDF."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    EncodedStreamObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from handouts.limits import PDF_UNPACKED
from handouts.pdf.objects import Value, entry, pdf, stream
from handouts.supplied.jpeg import BadJpegError, bare_jpeg
from handouts.supplied.unpacking import spell_filters, unpacked
from handouts.supplied.verdicts import NotCleanError, endless

_KEPT_FILTERS = frozenset({"/FlateDecode", "/DCTDecode", "/CCITTFaxDecode"})
_ODD_FILTERS = frozenset({"/JPXDecode", "/JBIG2Decode", "/Crypt"})
_DEEPEST = 40
LARGEST_NUMBER = 2**31 - 1
"""Of whole numbers (ISO 19005-2, 6.1.13)."""

TOO_LARGE = "a number in it is too large"
"""Why a page with a larger one becomes a picture."""

_LONGEST_ROW = 100_000  # pixels


def kept(source: PdfObject | None, keys: Iterable[str]) -> dict[str, Value]:
    """Copy the entries of a dictionary that are named and there."""
    return {f"/{key}": plain(value) for key in keys if (value := entry(source, f"/{key}")) is not None}


def plain(value: PdfObject, depth: int = 0) -> Value:
    """Copy numbers, names, strings and lists of these.

    Raises:
        NotCleanError: There is a stream among them, or no end.
    """
    found = value.get_object() if isinstance(value, IndirectObject) else value
    if depth > _DEEPEST or isinstance(found, StreamObject) or found is None:
        raise NotCleanError("a part of it is of the wrong kind")
    if isinstance(found, ArrayObject):
        return [plain(part, depth + 1) for part in list.__iter__(found)]
    if isinstance(found, DictionaryObject):
        return {str(key): plain(part, depth + 1) for key, part in dict.items(found)}
    if isinstance(found, NumberObject) and abs(found) > LARGEST_NUMBER:
        raise NotCleanError(TOO_LARGE)
    return found


def raw(holder: PdfObject | None, name: str) -> PdfObject:
    """Return an entry of a resource dictionary, its reference kept.

    Raises:
        NotCleanError: There is no such entry.
    """
    if not isinstance(holder, DictionaryObject) or name not in holder:
        raise NotCleanError("its drawing uses something that is not in the file")
    return pdf(holder.raw_get(name))


def as_stream(value: PdfObject) -> StreamObject:
    """Return what must be a stream.

    Raises:
        NotCleanError: It isn't one.
    """
    found = value.get_object()
    if not isinstance(found, StreamObject):
        raise NotCleanError("a part of it is missing")
    return found


def decoded(source: StreamObject) -> bytes:
    """Return the data of a stream, unpacked.

    Raises:
        NotCleanError: It is damaged.
        AssetError: It has no end (E550).
    """
    if "/F" in source:
        raise NotCleanError("a part of it is in another file")
    try:
        return unpacked(source)
    except LimitReachedError as error:
        raise endless() from error
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, NotImplementedError) as error:
        raise NotCleanError("a part of it is damaged") from error


def packed(data: bytes, entries: Mapping[str, Value]) -> StreamObject:
    """Return a stream of our own."""
    return stream(zlib.compress(data, 9), {**entries, "/Filter": "/FlateDecode"})


def _check_packed(data: bytes) -> None:
    """Unpack data piece by piece, without keeping it, to see that it is whole.

    Raises:
        NotCleanError: It is damaged.
        AssetError: It has no end (E550).
    """
    inflating, size, left = zlib.decompressobj(), 0, data
    while left and not inflating.eof:
        try:
            size += len(inflating.decompress(left, 1 << 20))
        except zlib.error as error:
            raise NotCleanError("an image in it is damaged") from error
        left = inflating.unconsumed_tail
        if size > PDF_UNPACKED:
            raise endless()
    if not inflating.eof:
        raise NotCleanError("an image in it is damaged")


def copied_data(source: StreamObject, entries: Mapping[str, Value]) -> StreamObject:
    """Copy the data of an image or mesh as it is packed, or unpack it where readers disagree about that."""
    spell_filters(source)
    chain = _listed(entry(source, "/Filter"))
    if _ODD_FILTERS.intersection(chain):
        raise NotCleanError("an image in it is packed in a way that not every reader knows")
    kept_as = chain[-1] if chain and chain[-1] in _KEPT_FILTERS else None
    if kept_as is None or (kept_as == "/FlateDecode" and len(chain) > 1):
        return packed(decoded(source), entries)
    parameters = _listed(entry(source, "/DecodeParms"))
    data = decoded(_wrapped(source, chain[:-1]))
    if kept_as == "/FlateDecode":
        _check_packed(data)
    elif kept_as == "/DCTDecode":
        data = _bare(data)
    packing: dict[str, Value] = {"/Filter": kept_as}
    if parameters and isinstance(parameters[-1], DictionaryObject):
        _check_rows(parameters[-1])
        packing["/DecodeParms"] = plain(parameters[-1])
    return stream(data, {**entries, **packing})


def _bare(data: bytes) -> bytes:
    try:
        return bare_jpeg(data)
    except BadJpegError as error:
        raise NotCleanError("an image in it is damaged") from error


def _check_rows(parameters: DictionaryObject) -> None:
    """Refuse rows so long that readers reserve gigabytes for one."""
    columns = entry(parameters, "/Columns")
    if isinstance(columns, NumberObject) and not 0 < columns <= _LONGEST_ROW:
        raise NotCleanError("an image in it is packed in rows of an impossible length")


def _wrapped(source: StreamObject, filters: Sequence[PdfObject]) -> StreamObject:
    """The data of a stream as if it had only the outer ones of its filters, such as ASCII85 around a JPEG."""
    outer = EncodedStreamObject() if filters else stream(b"")
    outer._data = source._data  # noqa: SLF001 (as it is packed; the public way unpacks it)
    if filters:
        outer[NameObject("/Filter")] = ArrayObject(filters)
    if "/F" in source:
        outer[NameObject("/F")] = source["/F"]
    return outer


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return [part.get_object() or part for part in value] if isinstance(value, ArrayObject) else [value]
