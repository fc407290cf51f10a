"""What a file says of itself, and that it does nothing."""

import re
from collections.abc import Iterator
from html import unescape

from pypdf.generic import DictionaryObject, NameObject, PdfObject

from handouts.invariants.finished import Finished, data_of, items, said
from handouts.pdf.objects import entry

_MARKS = ("pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<")
_AGREEING = {
    "/Title": re.compile(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", re.DOTALL),
    "/Author": re.compile(r"<dc:creator>.*?<rdf:li[^>]*>(.*?)</rdf:li>", re.DOTALL),
    "/Subject": re.compile(r"<dc:description>.*?<rdf:li[^>]*>(.*?)</rdf:li>", re.DOTALL),
    "/Keywords": re.compile(r"<pdf:Keywords>(.*?)</pdf:Keywords>", re.DOTALL),
}
_ACTIVE = frozenset(
    [
        "/JS",
        "/JavaScript",
        "/Launch",
        "/AA",
        "/OpenAction",
        "/EmbeddedFile",
        "/EmbeddedFiles",
        "/XFA",
        "/GoToR",
        "/GoToE",
        "/SubmitForm",
        "/ImportData",
        "/Sound",
        "/Movie",
        "/RichMedia",
        "/Rendition",
        "/FileAttachment",
        "/Screen",
        "/PieceInfo",
        "/AF",
        "/Collection",
    ]
)
_ACTIONS = _ACTIVE | {"/Named", "/Hide", "/SetOCGState", "/Trans", "/GoTo3DView", "/Thread"}


def check_document(file: Finished) -> Iterator[str]:
    """Check the catalog, the metadata and the document information."""
    if not _is_true(entry(entry(file.root, "/ViewerPreferences"), "/DisplayDocTitle")):
        yield "viewers would show the name of the file, not its title"
    marks = entry(file.root, "/MarkInfo")
    if not _is_true(entry(marks, "/Marked")) or _is_true(entry(marks, "/Suspects")):
        yield "the file does not say that it is tagged, or doubts it"
    intents = items(entry(file.root, "/OutputIntents"))
    if not any(data_of(entry(intent, "/DestOutputProfile")) for intent in intents):
        yield "the file does not say what its colours mean"
    if len(items(entry(file.trailer, "/ID"))) != 2:  # noqa: PLR2004
        yield "the file has no identifier"
    xmp = data_of(entry(file.root, "/Metadata")).decode("utf-8", "replace")
    yield from (f"the metadata lacks {mark}" for mark in _MARKS if mark not in xmp)
    yield from _disagreements(entry(file.trailer, "/Info"), xmp)


def _is_true(value: PdfObject | None) -> bool:
    return bool(getattr(value, "value", False))


def _disagreements(info: PdfObject | None, xmp: str) -> Iterator[str]:
    for key, pattern in _AGREEING.items():
        found = pattern.search(xmp)
        there, here = unescape(found[1]) if found else "", said(entry(info, key)) or ""
        if there != here:
            yield f"the metadata and the document information differ in {key[1:]}: “{there}”, “{here}”"
        elif key == "/Title" and not here:
            yield "the file has no title"


def check_safety(file: Finished) -> Iterator[str]:
    """Check that nothing in the file acts, and that the typefaces of its fields are embedded."""
    for value in file.dictionaries():
        acts: set[str] = {str(key) for key in _ACTIVE.intersection(value)}
        kind = entry(value, "/S")
        if isinstance(kind, NameObject) and kind in _ACTIONS:
            acts.add(str(kind))
        yield from (f"the file holds {name}, which acts" for name in sorted(acts))
    fonts = entry(entry(entry(file.root, "/AcroForm"), "/DR"), "/Font")
    used = {words[0] for _, field in file.annotations() if (words := (said(entry(field, "/DA")) or "").split())}
    for name in sorted(used):
        if not _is_embedded(entry(fonts, name)):
            yield f"the typeface {name} of a field is not embedded"


def _is_embedded(font: PdfObject | None) -> bool:
    if not isinstance(font, DictionaryObject):
        return False
    return any(data_of(entry(entry(font, "/FontDescriptor"), key)) for key in ("/FontFile", "/FontFile2", "/FontFile3"))
