"""What a picture file holds, told by its content and never by its name: an SVG, PNG or JPEG, or why not."""

import re

from handouts.errors import AssetError, Problem
from handouts.pictures.raster import JPEG_SIGNATURE, PNG_SIGNATURE, Raster, all_white, read_raster
from handouts.pictures.svg import read_svg
from handouts.pictures.vector import Drawing

_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+)?html", re.IGNORECASE)
_HEIC = re.compile(rb".{4}ftyp(?:heic|heix|mif1|avif)", re.DOTALL)
_WHITE = "#FFFFFF"
_WIDE_MARKUP = (b"\xff\xfe<\x00", b"\xfe\xff\x00<")
_KNOWN = (
    (b"%PDF-", "a PDF", "export it as SVG"),
    (b"\x1f\x8b", "a compressed SVG (svgz) or another archive", "export it as plain SVG"),
    (b"GIF8", "a GIF", "export it as PNG"),
    (b"RIFF", "a WebP picture", "export it as PNG or JPEG"),
    (b"II*\x00", "a TIFF picture", "export it as PNG or JPEG"),
    (b"MM\x00*", "a TIFF picture", "export it as PNG or JPEG"),
    (b"BM", "a BMP picture", "export it as PNG"),
    (b"%!PS", "an EPS or PostScript file", "export it as SVG"),
    (b"8BPS", "a Photoshop file", "export it as PNG"),
    (b"\xd7\xcd\xc6\x9a", "a Windows metafile", "export it as SVG or PNG"),
    (b"\x00\x00\x01\x00", "an icon file", "export it as PNG"),
    (b"\xd0\xcf\x11\xe0", "an office document", "export the picture in it as SVG or PNG"),
    (b"PK\x03\x04", "an archive or an office document", "export the picture in it as SVG or PNG"),
)


def read_content(data: bytes, name: str) -> Drawing | Raster:
    """Return the picture in the bytes of a file; `name` is what messages call it.

    Raises:
        AssetError: It cannot be used (E512 to E518); the message says what to export.
    """
    if data.startswith((PNG_SIGNATURE, JPEG_SIGNATURE)):
        return read_raster(data, name)
    if data.startswith(_WIDE_MARKUP) or (_MARKUP.match(data) and not _PAGE.match(data)):
        drawing = read_svg(data, name)
        if {paint for path in drawing.paths for paint in (path.fill, path.stroke)} <= {None, _WHITE}:
            raise all_white(name)
        return drawing
    what, hint = _described(data)
    raise AssetError(Problem("E513", f"{name} is {what}, not an SVG, PNG or JPEG", None, hint))


def _described(data: bytes) -> tuple[str, str]:
    """Return what a file is, and what to do about it."""
    if not data.strip(b"\x00 \t\r\n"):
        return "empty", "export it again"
    if _PAGE.match(data):
        return "a web page", "download the picture itself, not the page that shows it"
    if _HEIC.match(data):
        return "a photograph in a format of telephones (HEIC or AVIF)", "export it as JPEG"
    known = ((what, hint) for start, what, hint in _KNOWN if data.startswith(start))
    return next(known, ("of a kind that is not known", "export it as SVG or PNG"))
