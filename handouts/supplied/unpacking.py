"""Unpacking the streams of a clinic's PDF as readers do: they know the short names of filters everywhere.

ISO 32000-1 has the short names for inline images alone (8.9.7); programs write them for other streams too, and
pypdf takes them for damage.
"""

from pypdf.generic import ArrayObject, NameObject, StreamObject

from handouts.pdf.objects import entry

_SHORT_NAMES = {
    "/AHx": "/ASCIIHexDecode",
    "/A85": "/ASCII85Decode",
    "/LZW": "/LZWDecode",
    "/Fl": "/FlateDecode",
    "/RL": "/RunLengthDecode",
    "/CCF": "/CCITTFaxDecode",
    "/DCT": "/DCTDecode",
}


def unpacked(source: StreamObject) -> bytes:
    """Return the data of a stream, through all its filters.

    Raises:
        LimitReachedError: It has no end.
        Exception: It is damaged, one of `verdicts.DAMAGE`.
    """
    spell_filters(source)
    return source.get_data()


def spell_filters(source: StreamObject) -> None:
    """Write the names of a stream's filters in full."""
    names = entry(source, "/Filter")
    if isinstance(names, ArrayObject):
        source[NameObject("/Filter")] = ArrayObject([_full(name.get_object()) for name in names])
    elif names in _SHORT_NAMES:
        source[NameObject("/Filter")] = _full(names)


def _full(name: object) -> NameObject:
    return NameObject(_SHORT_NAMES.get(str(name), str(name)))
