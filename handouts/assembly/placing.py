"""Putting a page of a clinic's own PDF on an empty page: as large as it fits, in the middle, undistorted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO

from pypdf import PdfReader, apply_configuration
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from handouts.body import Link, Rect, Slot
from handouts.pdf.objects import Objects, Value, entry, stream
from handouts.prepared import PreparedPage
from handouts.tagging import AnnotationRef, MarkedContent, Node


@dataclass(frozen=True, slots=True)
class Placed:
    """What placing changes: the entries of the page, the nodes instead of the slot's own, links to make live.

    The links of a tagged page belong to nodes that hold their annotation already; they are to be made in
    this order.
    """

    entries: dict[str, Value]
    nodes: Sequence[Node]
    links: Sequence[Link]
    bound: bool


def place(slot: Slot, size: tuple[float, float], objects: Objects) -> Placed:
    """Place a prepared page.

    Args:
        slot: Where it goes; `slot.node` is its Figure, with the alternative text that the content gives.
        size: Width and height of the page it goes on, in points.
        objects: Where new objects go.
    """
    page = slot.prepared.pages[slot.source_page]
    source = _leaf(slot.prepared.pdf, slot.source_page)
    fit = _Fit.into(page, size)
    content = _content(source)
    way = f"q {fit.scale:.6f} 0 0 {fit.scale:.6f} {fit.left:.4f} {fit.bottom:.4f} cm\n".encode() + content + b"\nQ"
    if page.way != "tagged":
        way = b"/Figure <</MCID 0>> BDC\n" + way + b"\nEMC"
    entries: dict[str, Value] = {"/Contents": objects.add(stream(way)), "/Resources": source["/Resources"]}
    if "/Group" in source:
        entries["/Group"] = source["/Group"]
    rects = [fit.rect(link.rect) for link in page.links]
    if page.tree is not None:
        tree = _moved(page.tree, slot.page)
        links = [
            Link(slot.page, rect, link.uri, tree, link.contents) for rect, link in zip(rects, page.links, strict=True)
        ]
        return Placed(entries, [tree], links, bound=True)
    edges = (fit.left, fit.bottom, fit.left + page.width * fit.scale, fit.bottom + page.height * fit.scale)
    figure = replace(slot.node, bbox=edges, kids=[MarkedContent(slot.page, 0)])
    named = [Node("Link", alt=link.contents) for link in page.links]
    links = [
        Link(slot.page, rect, link.uri, node, link.contents)
        for rect, link, node in zip(rects, page.links, named, strict=True)
    ]
    paragraph = [Node("P", kids=list(named))] if named else []
    return Placed(entries, [figure, *paragraph], links, bound=False)


@dataclass(frozen=True, slots=True)
class _Fit:
    scale: float
    left: float
    bottom: float

    @classmethod
    def into(cls, page: PreparedPage, size: tuple[float, float]) -> "_Fit":
        scale = min(size[0] / page.width, size[1] / page.height)
        return cls(scale, (size[0] - page.width * scale) / 2, (size[1] - page.height * scale) / 2)

    def rect(self, rect: Rect) -> Rect:
        left, bottom, right, top = (edge * self.scale for edge in rect)
        return left + self.left, bottom + self.bottom, right + self.left, top + self.bottom


def _moved(node: Node, page: int) -> Node:
    """A copy of a tree, bound to another page; its names change too, since a cover may be placed twice."""
    kids: list[Node | MarkedContent | AnnotationRef] = [
        _moved(kid, page) if isinstance(kid, Node) else replace(kid, page=page) for kid in node.kids
    ]
    ident = f"{page}-{node.ident}" if node.ident else None
    return replace(node, kids=kids, ident=ident, headers=tuple(f"{page}-{header}" for header in node.headers))


@lru_cache(maxsize=16)
def _reader(pdf: bytes) -> PdfReader:
    """Readers of prepared files are shared: their objects are written into many files and never changed."""
    with apply_configuration(disable_legacy_handling=True):
        return PdfReader(BytesIO(pdf))


def _leaf(pdf: bytes, index: int) -> DictionaryObject:
    kids = entry(entry(_reader(pdf).root_object, "/Pages"), "/Kids")
    page: PdfObject | None = kids[index].get_object() if isinstance(kids, ArrayObject) else None
    if not isinstance(page, DictionaryObject):
        raise TypeError("a prepared file has pages")
    return page


def _content(page: DictionaryObject) -> bytes:
    contents = entry(page, "/Contents")
    if not isinstance(contents, StreamObject):
        raise TypeError("a prepared page has content")
    return contents.get_data()
