"""Finishing a file: the body, the clinic's own pages and the details become one tagged PDF.

Everything that merging would lose is written here, once, at the end: the structure tree, language, title,
metadata, page labels, bookmarks and links. The result keeps PDF/UA-1 and PDF/A-2a; `handouts.invariants`
checks what can be checked without other programs.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from io import BytesIO

from pypdf import PdfReader, apply_configuration
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from handouts.assembly.annotations import interactive_form, link_annotation, widget
from handouts.assembly.metadata import information, output_intent, xmp
from handouts.assembly.navigation import outline, page_labels, viewer_preferences
from handouts.assembly.structure import Kid, Page, completed, write_structure
from handouts.body import Body, Details, Field, Link, Slot
from handouts.pdf.object_streams import write_file
from handouts.pdf.objects import Objects, Value, dictionary, entry, text
from handouts.tagging import AnnotationRef, Node

_DROPPED_FROM_PAGES = ("/Trans", "/Rotate", "/Annots")


def assemble(body: Body, details: Details) -> bytes:
    """Finish a drawn document; equal input gives equal bytes.

    Args:
        body: Pages with marked content, the tree they are bound to, and what is still to be put on them.
        details: What the file says of itself.

    Returns:
        The file.

    Raises:
        ValueError: A link leads somewhere other than the web, a mailbox or a telephone.
    """
    with apply_configuration(disable_legacy_handling=True):
        file = _File(PdfReader(BytesIO(body.pdf)))
        file.place(body.slots)
        file.link(body.links)
        fields = file.make_fillable(body.fields)
        catalog = file.catalog(body, details) | fields
        info = file.objects.add(information(details))
        identifier = hashlib.sha256(details.fingerprint.encode()).digest()[:16]
        return write_file(file.objects.add(catalog), info, identifier)


class _File:
    """A file in the making: its pages, and what was added to them and to the tree."""

    def __init__(self, reader: PdfReader) -> None:
        self.objects = Objects()
        self._page_tree = reader.root_object.raw_get("/Pages")
        self._pages = list(_page_references(self._page_tree))
        self._annotations: list[list[IndirectObject]] = [[] for _ in self._pages]
        self._added: defaultdict[Node, list[Kid]] = defaultdict(list)
        self._replaced: dict[Node, Sequence[Node]] = {}
        for page in self._pages:
            for key in _DROPPED_FROM_PAGES:
                _dictionary(page).pop(key, None)

    def place(self, slots: Sequence[Slot]) -> None:
        """Put the clinic's own pages where they belong, with their live links."""
        if not slots:
            return
        from handouts.assembly.placing import place  # noqa: PLC0415 (most sheets have no such page)

        for slot in slots:
            page = _dictionary(self._pages[slot.page])
            placed = place(slot, _size(page), self.objects)
            page.update(dictionary(placed.entries))
            self._replaced[slot.node] = placed.nodes
            for link in placed.links:
                annotation = link_annotation(link, self._pages[slot.page])
                self._annotate(slot.page, None if placed.bound else link.node, annotation)

    def link(self, links: Sequence[Link]) -> None:
        """Make links live."""
        for link in links:
            self._annotate(link.page, link.node, link_annotation(link, self._pages[link.page]))

    def make_fillable(self, fields: Sequence[Field]) -> dict[str, Value]:
        """Make lines to type on and return the catalog's entry for them."""
        if not fields:
            return {}
        from handouts.assembly.form_font import form_font  # noqa: PLC0415 (only sheets made for the screen have fields)

        font = form_font(self.objects)
        widgets = [
            self._annotate(field.page, field.node, widget(field, self._pages[field.page], font, self.objects))
            for field in fields
        ]
        return {"/AcroForm": interactive_form(widgets, font)}

    def _annotate(self, page: int, node: Node | None, annotation: DictionaryObject) -> IndirectObject:
        """Put an annotation on a page and at the end of its structure element, where that lacks it."""
        reference = self.objects.add(annotation)
        if node is not None:
            self._added[node].append(AnnotationRef(page, len(self._annotations[page])))
        self._annotations[page].append(reference)
        return reference

    def catalog(self, body: Body, details: Details) -> dict[str, Value]:
        """Write everything that stands for the whole file and return the entries of its catalog (7.7.2)."""
        for reference, annotations in zip(self._pages, self._annotations, strict=True):
            if annotations:
                _dictionary(reference).update(dictionary({"/Annots": annotations}))
        entries: dict[str, Value] = {
            "/Type": "/Catalog",
            "/Pages": self._page_tree,
            "/Lang": text(details.language),
            "/MarkInfo": {"/Marked": True},
            "/Metadata": self.objects.add(xmp(details)),
            "/OutputIntents": [output_intent(self.objects)],
            "/ViewerPreferences": viewer_preferences(duplex=details.duplex),
            "/PageLabels": page_labels(details.page_labels),
        }
        if body.bookmarks:
            entries["/Outlines"] = outline(body.bookmarks, self._pages, self.objects)
        tree = completed(body.document, self._added, self._replaced)
        if tree is not None:
            pages = [Page(*page) for page in zip(self._pages, self._annotations, strict=True)]
            entries["/StructTreeRoot"] = write_structure(tree, pages, self.objects)
        return entries


def _page_references(node: PdfObject) -> Iterator[IndirectObject]:
    """Yield the pages under a node of the page tree (7.7.3), in order."""
    kids = entry(node, "/Kids")
    if isinstance(kids, ArrayObject):
        for kid in list.__iter__(kids):
            yield from _page_references(kid)
    elif isinstance(node, IndirectObject):
        yield node


def _size(page: DictionaryObject) -> tuple[float, float]:
    left, bottom, right, top = (float(edge) for edge in page["/MediaBox"])  # type: ignore[attr-defined]
    return right - left, top - bottom


def _dictionary(reference: IndirectObject) -> DictionaryObject:
    found = reference.get_object()
    if not isinstance(found, DictionaryObject):
        raise TypeError("a page is a dictionary")
    return found
