"""Copying a font that has been checked (ISO 32000-1, 9.6 to 9.8)."""

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from handouts.pdf.objects import Objects, Value, entry
from handouts.supplied.plain import decoded, kept, packed

_FONT = [
    "Subtype",
    "BaseFont",
    "FirstChar",
    "LastChar",
    "Widths",
    "Encoding",
    "DW",
    "W",
    "DW2",
    "W2",
    "CIDSystemInfo",
]
# CharSet and CIDSet are left out: they may be left out, and are wrong more often than right.
_DESCRIPTOR = [
    "FontName",
    "FontFamily",
    "FontStretch",
    "FontWeight",
    "Flags",
    "FontBBox",
    "ItalicAngle",
    "Ascent",
    "Descent",
    "Leading",
    "CapHeight",
    "XHeight",
    "StemV",
    "StemH",
    "AvgWidth",
    "MaxWidth",
    "MissingWidth",
]


def copy_font(source: PdfObject, objects: Objects) -> dict[str, Value]:
    """Copy a font with its program."""
    entries: dict[str, Value] = {"/Type": "/Font", **kept(source, _FONT)}
    for key in ("/ToUnicode", "/CIDToGIDMap"):
        mapping = entry(source, key)
        if isinstance(mapping, StreamObject):
            entries[key] = objects.add(packed(decoded(mapping), {}))
        elif mapping is not None and key == "/CIDToGIDMap":
            entries[key] = mapping
    descendants = entry(source, "/DescendantFonts")
    if isinstance(descendants, ArrayObject):
        entries["/DescendantFonts"] = [objects.add(copy_font(descendants[0].get_object(), objects))]
    descriptor = entry(source, "/FontDescriptor")
    if isinstance(descriptor, DictionaryObject):
        entries["/FontDescriptor"] = objects.add(_descriptor(descriptor, objects))
    return entries


def _descriptor(source: DictionaryObject, objects: Objects) -> dict[str, Value]:
    entries: dict[str, Value] = {"/Type": "/FontDescriptor", **kept(source, _DESCRIPTOR)}
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        file = entry(source, key)
        if isinstance(file, StreamObject):
            lengths = kept(file, ["Length1", "Length2", "Length3", "Subtype"])
            entries[key] = objects.add(packed(decoded(file), lengths))
    return entries
