"""Checking and copying the colour spaces of a clinic's PDF (ISO 32000-1, 8.6; ISO 19005-2, 6.2.4)."""

import math
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, PdfObject, StreamObject

from handouts.pdf.objects import Objects, Value, entry
from handouts.supplied.plain import decoded, kept, packed, plain
from handouts.supplied.verdicts import NotCleanError

CMYK = "its colours are made for a printing press (CMYK)"
"""Why a page of CMYK colours becomes a picture: our output intent is sRGB, and these have no other
meaning."""

_FREE = frozenset({"/DeviceGray", "/DeviceRGB", "/Pattern", "/CalGray", "/CalRGB", "/Lab", "/G", "/RGB"})
_SIGNATURES = {1: b"GRAY", 3: b"RGB "}
_CLASSES = frozenset({b"scnr", b"mntr", b"prtr", b"spac"})
_HEADER = 128
_NEWEST_PROFILE = 4
_DEEPEST = 8
_FUNCTION = [
    "FunctionType",
    "Domain",
    "Range",
    "Size",
    "BitsPerSample",
    "Order",
    "Encode",
    "Decode",
    "C0",
    "C1",
    "N",
    "Bounds",
]


def copy_color_space(source: PdfObject, objects: Objects, depth: int = 0) -> Value:
    """Copy a colour space that means the same colours everywhere.

    Raises:
        NotCleanError: It doesn't, because it is a press's own or its profile is broken.
    """
    space: Any = source.get_object()
    parts: list[Any] = [part.get_object() for part in space] if isinstance(space, ArrayObject) else [space]
    family = parts[0] if parts else None
    if depth > _DEEPEST or not isinstance(family, NameObject):
        raise NotCleanError("its colours are described wrongly")
    if family in {"/DeviceCMYK", "/CMYK", "/CalCMYK"}:
        raise NotCleanError(CMYK)
    if family == "/DeviceN":
        raise NotCleanError("it mixes spot colours of a printing press")
    match family, parts[1:]:
        case "/ICCBased", [StreamObject() as profile]:
            return ["/ICCBased", objects.add(_profile(profile))]
        case (("/Indexed" | "/I"), [under, last, table]):
            lookup = objects.add(packed(decoded(table), {})) if isinstance(table, StreamObject) else table
            return ["/Indexed", copy_color_space(under, objects, depth + 1), last, lookup]
        case "/Separation", [name, under, tint]:
            return [family, name, copy_color_space(under, objects, depth + 1), copy_function(tint, objects)]
        case "/Pattern", [under]:
            return [family, copy_color_space(under, objects, depth + 1)]
        case _ if family in _FREE:
            return plain(space) if space is not None else family
    raise NotCleanError("its colours are described wrongly")


def _profile(profile: StreamObject) -> StreamObject:
    data, components = decoded(profile), entry(profile, "/N")
    if len(data) < _HEADER or data[36:40] != b"acsp" or data[8] > _NEWEST_PROFILE:
        raise NotCleanError("its colour profile is damaged")
    if data[16:20] == b"CMYK":
        raise NotCleanError(CMYK)
    if (
        not isinstance(components, int)
        or data[16:20] != _SIGNATURES.get(int(components))
        or data[12:16] not in _CLASSES
    ):
        raise NotCleanError("its colour profile is of the wrong kind")
    return packed(data, kept(profile, ["N", "Range"]))


def copy_function(source: PdfObject, objects: Objects, depth: int = 0) -> Value:
    """Copy a function, or a list of them (7.10).

    Raises:
        NotCleanError: It is damaged.
    """
    source = source.get_object() or NullObject()
    if depth > _DEEPEST:
        raise NotCleanError("a part of it is of the wrong kind")
    if isinstance(source, NameObject):
        return source
    if isinstance(source, ArrayObject):
        return [copy_function(part, objects, depth + 1) for part in source]
    if not isinstance(source, DictionaryObject):
        raise NotCleanError("a part of it is missing")
    entries = kept(source, _FUNCTION)
    if (parts := entry(source, "/Functions")) is not None:
        entries["/Functions"] = copy_function(parts, objects, depth + 1)
    if not isinstance(source, StreamObject):
        return entries
    data = decoded(source)
    _check_table(source, len(data))
    return objects.add(packed(data, entries))


def _check_table(function: StreamObject, length: int) -> None:
    """Refuse a table (7.10.2) that is smaller than it says: readers reserve room for all of it."""
    sizes, ranges, bits = (entry(function, key) for key in ("/Size", "/Range", "/BitsPerSample"))
    if entry(function, "/FunctionType") != 0:
        return
    if not (isinstance(sizes, ArrayObject) and isinstance(ranges, ArrayObject) and isinstance(bits, int)):
        raise NotCleanError("a part of it is missing")
    if math.prod(int(size) for size in sizes) * (len(ranges) // 2) * bits > length * 8:
        raise NotCleanError("a table of colours in it is incomplete")
