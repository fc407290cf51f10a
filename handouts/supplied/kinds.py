"""Telling what a file is by its first bytes, in words that whoever named it `.pdf` knows."""

import re

from handouts.errors import AssetError, Problem
from handouts.limits import PDF_BYTES

_SEARCHED = 1024  # a header may stand anywhere in here (ISO 32000-1, annex H, note 13)
_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "a Rich Text document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"BM", "a BMP image"),
    (b"8BPS", "a Photoshop file"),
    (b"%!PS", "a PostScript or Illustrator file"),
    (b"\xc5\xd0\xd3\xc6", "an EPS file"),
    (b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5", "an InDesign file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
)
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"xl/", "an Excel workbook"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "a LibreOffice document"),
    (b"mimetypeapplication/epub", "an e-book"),
    (b"Index/", "a Pages or Keynote document"),
)
"""Names that stand unpacked in a zip file (they are its table of contents), and what has them."""

_STORED: tuple[tuple[str, str], ...] = (
    ("WordDocument", "an old Word document"),
    ("PowerPoint Document", "an old PowerPoint presentation"),
    ("Workbook", "an old Excel workbook"),
    ("Quill", "a Publisher document"),
)
_WEBP = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
_COREL = re.compile(rb"RIFF.{4}(CDR|cdr)", re.DOTALL)
_HEIC = re.compile(rb".{4}ftyp(heic|heix|mif1|avif)", re.DOTALL)
_WEB_PAGE = re.compile(rb"\s*(<!--.*?-->\s*)*<(!doctype html|html|head|body)", re.IGNORECASE | re.DOTALL)
_DRAWING = re.compile(rb"\s*(<\?xml|<svg)", re.IGNORECASE)
_BYTE_ORDER = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_LOCK = re.compile(rb"/Encrypt\s*(\d+\s+\d+\s+R|<<)")  # of a trailer: it is never packed (ISO 32000-1, 7.5.5 and 7.5.8)
_SAVE_AS = "save or export it as PDF and name that file; a new name alone does not make it one"


def check_bytes(data: bytes) -> None:
    """Check that a file may be a PDF, without reading it.

    Raises:
        AssetError: It is empty or something else (E540), or too large (E548).
    """
    if not data.strip(b"\x00\t\n\f\r "):
        raise AssetError(Problem("E540", "the file is empty", None, "export it again"))
    if len(data) > PDF_BYTES:
        message = f"the file is too large to be emailed ({len(data) / 1_000_000:.0f} MB)"
        raise AssetError(Problem("E548", message, None, "export it with images at 300 dpi or less"))
    if b"%PDF-" not in data[:_SEARCHED] or data.startswith((_ZIP, _OLE)):  # such files may hold a PDF, unpacked
        raise AssetError(Problem("E540", f"this is {kind_of(data)}, not a PDF", None, _SAVE_AS))


def seems_locked(data: bytes) -> bool:
    """Whether a password or permissions seem to protect a PDF, without reading it."""
    return bool(_LOCK.search(data))


def kind_of(data: bytes) -> str:
    """Return what a file is that is no PDF."""
    if data.startswith(_ZIP):
        return next((kind for name, kind in _ZIPPED if name in data), "a zip file")
    if data.startswith(_OLE):
        return next((kind for name, kind in _STORED if name.encode("utf-16-le") in data), "an old Office document")
    found = next((kind for signature, kind in _KINDS if data.startswith(signature)), "")
    return found or _told_by_text(data[:_SEARCHED])


def _told_by_text(head: bytes) -> str:
    if _WEBP.match(head):
        return "a WebP image"
    if _COREL.match(head):
        return "a CorelDRAW file"
    if _HEIC.match(head):
        return "a HEIC or AVIF photograph"
    if _WEB_PAGE.match(head.removeprefix(_BYTE_ORDER[0])):
        return "a web page"
    if _DRAWING.match(head.removeprefix(_BYTE_ORDER[0])):
        return "an SVG drawing or XML file"
    return "a text file" if _is_text(head) else "something else"


def _is_text(head: bytes) -> bool:
    if head.startswith(_BYTE_ORDER):
        return True
    return b"\x00" not in head and sum(byte < 32 and byte not in b"\t\n\f\r" for byte in head) == 0  # noqa: PLR2004
