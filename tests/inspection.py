"""A finished PDF as a reader would see it: text where it stands, pages as pictures, fonts, codes."""

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject
from pypdfium2 import raw

from tests.readers import Element, read, struct_text, tree_pdfium, tree_pdfjs, tree_poppler

__all__ = [
    "Element", "Run", "embedded_fonts", "page_count", "page_text", "qr_codes", "read", "render",
    "struct_text", "text_runs", "tree_pdfium", "tree_pdfjs", "tree_poppler", "words",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font on one line.

    `x` and `y` say where its baseline starts, in points from the lower left corner of page `page` (from 0).
    `size` is the size on paper in points, `font` the font's name without its subset tag.
    """

    text: str
    font: str
    size: float
    x: float
    y: float
    page: int


def words(text: str) -> list[str]:
    """The words of a text: composed characters (NFC), no-break spaces as spaces."""
    return unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\u202f", " ").split()


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    with pdfium.PdfDocument(pdf) as document:
        return len(document)


def page_text(pdf: bytes, page: int | None = None) -> str:
    """The text of one page, or of all, in the order of the content stream: what copying the page gives."""
    with pdfium.PdfDocument(pdf) as document:
        pages = range(len(document)) if page is None else [page]
        return "\n".join(document[index].get_textpage().get_text_range() for index in pages)


def text_runs(pdf: bytes) -> list[Run]:
    """Every run of text, page by page, in the order of the content stream."""
    with pdfium.PdfDocument(pdf) as document:
        return [run for index in range(len(document)) for run in page_runs(document[index], index)]


def page_runs(page: pdfium.PdfPage, index: int) -> Iterator[Run]:
    """The runs of one page, those inside form XObjects too."""
    for shape in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), textpage=page.get_textpage()):
        matrix = on_page(shape)
        size = shape.get_font_size() * (matrix.c**2 + matrix.d**2) ** 0.5
        font = shape.get_font().get_base_name().rpartition("+")[2]
        yield Run(shape.extract(), font, round(size, 3), round(matrix.e, 3), round(matrix.f, 3), index)


def on_page(shape: pdfium.PdfObject) -> pdfium.PdfMatrix:
    """The matrix from an object's own space to its page's, through all the forms that it stands in."""
    matrix: pdfium.PdfMatrix = shape.get_matrix()
    while (shape := shape.container) is not None:
        matrix = matrix.multiply(shape.get_matrix())
    return matrix


def render(pdf: bytes, page: int = 0, dpi: float = 100) -> Image.Image:
    """One page as a picture, fields and annotations included."""
    with pdfium.PdfDocument(pdf) as document:
        document.init_forms()
        picture: Image.Image = document[page].render(scale=dpi / 72).to_pil()
        return picture


def qr_codes(picture: Image.Image) -> list[str]:
    """What a phone reads from the QR codes of a picture, in no certain order."""
    return [code.text for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.barcode_formats_from_str("QRCode"))]


def embedded_fonts(pdf: bytes) -> dict[str, bool]:
    """Every font that the file can use, by name with subset tag, and whether its program is in the file."""
    found: dict[str, bool] = {}
    for thing in reachable(PdfReader(io.BytesIO(pdf)).trailer["/Root"]):
        if thing.get("/Type") == "/Font" and not str(thing.get("/Subtype")).startswith("/CIDFont"):
            name = str(thing.get("/BaseFont", thing.get("/Name", "Type 3"))).removeprefix("/")
            found[name] = found.get(name, True) and is_embedded(thing)
    return found


def reachable(root: PdfObject) -> Iterator[DictionaryObject]:
    """Every dictionary that can be reached from an object, each once."""
    stack, seen = [root], set[int]()
    while stack:
        thing = stack.pop().get_object()
        if thing is None or id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, DictionaryObject):
            yield thing
            stack.extend(thing.values())
        elif isinstance(thing, ArrayObject):
            stack.extend(thing)


def is_embedded(font: DictionaryObject) -> bool:
    """Whether a font's program is in the file; that of a Type 3 font always is."""
    if font.get("/Subtype") == "/Type3":
        return True
    descendants = font.get("/DescendantFonts")
    described = descendants.get_object()[0].get_object() if descendants is not None else font
    descriptor = described.get("/FontDescriptor")
    return descriptor is not None and any(key.startswith("/FontFile") for key in descriptor.get_object())
