"""What a typesetter's eye looks for on a finished page: texts that collide, that leave their box, that stand alone."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import pypdfium2 as pdfium
from pypdfium2 import raw

from handouts.tagging import MarkedContent, Node
from tests.inspection import on_page

_TOUCH = 0.6  # points: bounds of glyphs are rounded outwards
_SLACK = 1.0  # points: round characters and strokes reach over their box a little
_THIN = 3.0  # points: a shape no thicker is a rule
_SAME_LINE = 2.0  # points between baselines


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def overlap(self, other: "Area") -> tuple[float, float]:
        """How far two areas reach into each other, across and down; negative where they are apart."""
        return (
            min(self.right, other.right) - max(self.left, other.left),
            min(self.top, other.top) - max(self.bottom, other.bottom),
        )

    def holds(self, other: "Area") -> bool:
        """Whether another area lies inside this one."""
        return (
            self.left - _SLACK <= other.left
            and other.right <= self.right + _SLACK
            and self.bottom - _SLACK <= other.bottom
            and other.top <= self.top + _SLACK
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """A stretch of text as it stands on page `page` (from 0); `mcid` is None in running content and other artifacts."""

    text: str
    font: str
    size: float
    color: str
    x: float
    baseline: float
    area: Area
    page: int
    mcid: int | None


@dataclass(frozen=True, slots=True)
class PageContent:
    """Everything on a page: its size, its texts, the areas of its shapes."""

    width: float
    height: float
    texts: tuple[Shown, ...]
    shapes: tuple[Area, ...]


def read_pages(pdf: bytes) -> list[PageContent]:
    """Read every page of a file."""
    with pdfium.PdfDocument(pdf) as document:
        return [_read(document[index], index) for index in range(len(document))]


def _read(page: pdfium.PdfPage, index: int) -> PageContent:
    texts, shapes = [], []
    reader = page.get_textpage()
    for thing in page.get_objects(textpage=reader):
        if thing.type == raw.FPDF_PAGEOBJ_TEXT:
            texts.append(_shown(thing, index))
        elif thing.type == raw.FPDF_PAGEOBJ_PATH:
            shapes.append(Area(*thing.get_bounds()))
    width, height = page.get_size()
    return PageContent(width, height, tuple(texts), tuple(shapes))


def _shown(thing: pdfium.PdfObject, page: int) -> Shown:
    matrix, text = on_page(thing), thing.extract()
    size = thing.get_font_size() * (matrix.c**2 + matrix.d**2) ** 0.5
    left, bottom, right, top = thing.get_bounds()
    right -= size * 0.2 * (len(text) - len(text.rstrip()))
    mcid = raw.FPDFPageObj_GetMarkedContentID(thing)
    font = thing.get_font().get_base_name().rpartition("+")[2]
    place = round(matrix.e, 2), round(matrix.f, 2), Area(left, bottom, right, top)
    return Shown(text, font, round(size, 2), _color(thing), *place, page, mcid if mcid >= 0 else None)


def _color(thing: pdfium.PdfObject) -> str:
    channels = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(thing, *(ctypes.byref(channel) for channel in channels))
    return "#" + "".join(f"{channel.value:02X}" for channel in channels[:3])


# faults


def colliding(page: PageContent) -> Iterator[str]:
    """Yield the texts that overlap."""
    for one, other in combinations((t for t in page.texts if t.text.strip()), 2):
        across, down = one.area.overlap(other.area)
        if across > _TOUCH and down > _TOUCH:
            yield f"page {one.page + 1}: “{one.text}” and “{other.text}” overlap"


def leaving(page: PageContent) -> Iterator[str]:
    """Yield the texts that a rule strikes, or that stand half inside a box or an icon and half outside."""
    for text in page.texts:
        for shape in page.shapes if text.text.strip() else ():
            across, down = text.area.overlap(shape)
            meet = across > _reach(shape.left, shape.right) and down > _reach(shape.bottom, shape.top)
            if meet and not shape.holds(text.area):
                yield f"page {text.page + 1}: “{text.text}” crosses the edge of {shape}"


def _reach(start: float, end: float) -> float:
    return 0.0 if end - start < _THIN else _SLACK


def beyond(page: PageContent, left: float, right: float) -> Iterator[str]:
    """Yield the texts that reach beyond the text block."""
    for text in page.texts:
        if text.area.left < left - _SLACK or text.area.right > right + _SLACK:
            yield f"page {text.page + 1}: “{text.text}” reaches beyond the measure"


# marked content


def texts_of(node: Node, pages: list[PageContent]) -> list[Shown]:
    """The texts of an element and of all under it, in reading order."""
    found: dict[tuple[int, int], list[Shown]] = defaultdict(list)
    for page in pages:
        for text in page.texts:
            if text.mcid is not None:
                found[text.page, text.mcid].append(text)
    return [text for mark in marks(node) for text in found[mark.page, mark.mcid]]


def marks(node: Node) -> Iterator[MarkedContent]:
    """Yield the marked content of an element and of all under it, in reading order."""
    for kid in node.kids:
        if isinstance(kid, MarkedContent):
            yield kid
        elif isinstance(kid, Node):
            yield from marks(kid)


def text_of(node: Node, pages: list[PageContent]) -> str:
    """What an element says: its texts joined as they are, no-break spaces as spaces."""
    return "".join(text.text for text in texts_of(node, pages)).replace("\u00a0", " ").strip()


def lines_of(texts: list[Shown]) -> dict[int, list[float]]:
    """The baselines of texts, each once, by page."""
    lines: dict[int, list[float]] = defaultdict(list)
    for text in texts:
        if all(abs(text.baseline - line) > _SAME_LINE for line in lines[text.page]):
            lines[text.page].append(text.baseline)
    return lines


def stranded(document: Node, pages: list[PageContent]) -> Iterator[str]:
    """Yield paragraphs that leave one line alone on a page, and headings with fewer than two lines after them."""
    for node in document.walk():
        if node.role in {"P", "LBody", "H1", "H2", "H3"}:
            lines = lines_of(texts_of(node, pages))
            if len(lines) > 1 and min(map(len, lines.values())) < 2:
                yield f"“{text_of(node, pages)[:40]}…” leaves a line alone on a page"
    for node in (node for node in document.walk() if node.role == "Sect"):
        headings = [kid for kid in node.kids if isinstance(kid, Node) and kid.role in {"H2", "H3"}]
        if headings:
            yield from _short_after(node, headings[0], pages)


def _short_after(sect: Node, heading: Node, pages: list[PageContent]) -> Iterator[str]:
    head = texts_of(heading, pages)
    if not head:
        return
    under = lines_of([text for text in texts_of(sect, pages) if text not in head])
    page = max(text.page for text in head)
    if sum(map(len, under.values())) > len(under[page]) < 2:
        yield f"the heading “{text_of(heading, pages)}” has {len(under[page])} lines under it at the foot of a page"
