"""Pictures of pages, made with PDFium: to see what was supplied, and to place it where nothing else goes."""

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pypdfium2
from PIL import Image, ImageChops

from handouts.errors import AssetError
from handouts.supplied.verdicts import DAMAGED, EXPORT_AGAIN, refused

_POINTS_PER_INCH = 72
_PRINT_RESOLUTIONS = (300, 200)  # dots per inch; the coarser one where the finer makes a heavy file
_WIDEST = 5_000  # pixels
_HEAVY = 1_000_000  # bytes
_QUALITY = 85
_COMPARED_EDGE = 999.5  # pixels; halfway, so that both renderings round it the same way
_SAME_SHAPE = 0.01
_SAME = 24  # of 255: less is the rounding of edges
_PAPER_WHITE = 250
_CATALOG = re.compile(rb"(\d+)\s+(\d+)\s+obj\s*<<[^>]{0,2000}/Type\s*/Catalog")
_MARGIN = 20  # pixels around a page of a preview


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF for rendering, with its form fields.

    Raises:
        AssetError: PDFium cannot read it.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise refused(DAMAGED, "the file is damaged and cannot be shown", EXPORT_AGAIN) from error
    try:
        document.init_forms()
        if document.formenv is not None:
            pypdfium2.raw.FPDF_SetFormFieldHighlightAlpha(document.formenv, 0)  # a viewer's own colour, not the file's
        yield document
    finally:
        document.close()


def render(document: pypdfium2.PdfDocument, page: int, across: float) -> Image.Image:
    """Render a page with everything that a viewer shows; `across` is its width in pixels.

    Raises:
        AssetError: PDFium cannot show the page.
    """
    try:
        loaded = document[page]
        scale = across / loaded.get_width()  # PDFium's own measure, which leaves out the unit of the page
        shown: Image.Image = loaded.render(scale=scale, may_draw_forms=True, draw_annots=True).to_pil()
        loaded.close()
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise refused(DAMAGED, f"page {page + 1} of the file cannot be shown", EXPORT_AGAIN) from error
    return shown.convert("RGB")


def compared_width(width: float, height: float) -> float:
    """Return the width in pixels at which two renderings of a page are compared."""
    return width * min(2.0, _COMPARED_EDGE / max(width, height))


def same_shape(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two pages are as wide for their height, as near as can be seen."""
    return abs(one[0] * other[1] - one[1] * other[0]) <= _SAME_SHAPE * one[0] * other[1]


def is_blank(picture: Image.Image) -> bool:
    """Whether nothing is printed."""
    return not any(picture.convert("L").histogram()[:_PAPER_WHITE])


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that differ, 0 to 1; pictures of different sizes differ wholly."""
    if abs(one.width - other.width) > 1 or abs(one.height - other.height) > 1:
        return 1.0
    shared = (0, 0, min(one.width, other.width), min(one.height, other.height))  # an edge may be rounded up
    one, other = one.crop(shared), other.crop(shared)
    red, green, blue = ImageChops.difference(one, other).split()
    worst = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(worst.histogram()[_SAME:]) / (one.width * one.height)


def packed_picture(data: bytes, page: int, width: float) -> tuple[int, int, bytes, str]:
    """Render a page of a PDF for print; `width` is its width in points.

    Returns:
        Width and height in pixels, the samples and their filter: JPEG or Flate, whichever is smaller.

    Raises:
        AssetError: PDFium cannot show it.
    """
    fine, coarse = (min(width / _POINTS_PER_INCH * resolution, _WIDEST) for resolution in _PRINT_RESOLUTIONS)
    with opened(data) as document:
        packed = _packed(render(document, page, fine))
        return packed if len(packed[2]) <= _HEAVY else _packed(render(document, page, coarse))


def _packed(picture: Image.Image) -> tuple[int, int, bytes, str]:
    photograph = BytesIO()
    picture.save(photograph, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    choices = ((photograph.getvalue(), "/DCTDecode"), (zlib.compress(picture.tobytes(), 6), "/FlateDecode"))
    samples, packing = min(choices, key=lambda choice: len(choice[0]))
    return picture.width, picture.height, samples, packing


def preview(pdf: bytes) -> bytes:
    """Return a PNG of all pages, side by side on grey.

    Raises:
        AssetError: PDFium cannot show them.
    """
    with opened(pdf) as document:
        count = len(document)
        shown = [render(document, page, compared_width(*document[page].get_size())) for page in range(count)]
    width = sum(page.width + _MARGIN for page in shown) + _MARGIN
    sheet = Image.new("RGB", (width, max(page.height for page in shown) + 2 * _MARGIN), "#888888")
    left = _MARGIN
    for page in shown:
        sheet.paste(page, (left, _MARGIN))
        left += page.width + _MARGIN
    file = BytesIO()
    sheet.save(file, "PNG", optimize=True)
    return file.getvalue()


def rewritten(pdf: bytes, damage: AssetError) -> bytes:
    """Let PDFium read a damaged PDF and write it anew.

    Raises:
        AssetError: PDFium cannot read it either; `damage` is raised again.
    """
    try:
        document = pypdfium2.PdfDocument(_with_trailer(pdf))
    except pypdfium2.PdfiumError as error:
        raise damage from error
    mended = BytesIO()
    document.save(mended)
    document.close()
    return mended.getvalue()


def _with_trailer(pdf: bytes) -> bytes:
    """Give a file that lost its end one: PDFium finds every object by itself, but not where to begin."""
    catalog = _CATALOG.search(pdf)
    if b"trailer" in pdf or catalog is None:
        return pdf
    return pdf + b"\ntrailer <</Root %s %s R>>\nstartxref\n0\n%%%%EOF\n" % catalog.groups()
