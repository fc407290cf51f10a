"""Taking over the tags of a clinic's PDF, where they are good enough to be read aloud.

The rules are those of ISO 14289-1, 7 that covers break; where one is broken, the page becomes a figure
instead, with the alternative text that the content gives.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from handouts.pdf.objects import entry
from handouts.pdf.structure_rules import ROLES, is_known_language
from handouts.tagging import AnnotationRef, MarkedContent, Node, Role

_NUMBERINGS = frozenset(
    ["None", "Disc", "Circle", "Square", "Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"]
)
_DEEPEST, _MOST_ELEMENTS = 60, 20_000


class BadTagsError(Exception):
    """The tags cannot be taken over; the message says why."""


def is_tagged(root: DictionaryObject) -> bool:
    """Whether a file says that it is tagged."""
    marked = entry(entry(root, "/MarkInfo"), "/Marked")
    return bool(getattr(marked, "value", False)) and entry(root, "/StructTreeRoot") is not None


def read_tree(
    root: DictionaryObject, pages: Sequence[DictionaryObject], links: Sequence[Mapping[int, int]], prefix: str
) -> Node:
    """Read the structure tree of a file.

    Args:
        root: Its catalog.
        pages: Its pages; marked content names them by their index here.
        links: For each page, the place of each kept link by the number of its annotation object.
        prefix: What makes the identifiers in it different from everybody else's.

    Returns:
        A Part with everything in it.

    Raises:
        BadTagsError: It breaks a rule.
    """
    tree = entry(root, "/StructTreeRoot")
    reading = _Reading(tree, pages, links, prefix)
    part = Node("Part", lang=_language(entry(root, "/Lang")))
    if part.lang is None:
        raise BadTagsError("they don't say which language the text is in")
    part.kids += reading.kids(entry(tree, "/K"), None, 0)
    return part


class _Reading:
    def __init__(
        self,
        tree: PdfObject | None,
        pages: Sequence[DictionaryObject],
        links: Sequence[Mapping[int, int]],
        prefix: str,
    ) -> None:
        self._roles = entry(tree, "/RoleMap")
        self._classes = entry(tree, "/ClassMap")
        self._page_of = {id(page): index for index, page in enumerate(pages)}
        self._links = links
        self._prefix = prefix
        self._count = 0

    def kids(
        self, value: PdfObject | None, home: int | None, depth: int
    ) -> list["Node | MarkedContent | AnnotationRef"]:
        self._count += 1
        if depth > _DEEPEST or self._count > _MOST_ELEMENTS:
            raise BadTagsError("there are too many of them")
        value = value.get_object() if value is not None else None
        match value:
            case None:
                return []
            case ArrayObject():
                return [kid for part in list.__iter__(value) for kid in self.kids(part, home, depth)]
            case NumberObject():
                return [self._marked(home, value)]
            case DictionaryObject() if entry(value, "/Type") == "/MCR":
                if "/Stm" in value:
                    raise BadTagsError("they reach into parts of a drawing")
                number = entry(value, "/MCID")
                return [self._marked(self._page(value, home), number)]
            case DictionaryObject() if entry(value, "/Type") == "/OBJR":
                return self._object(value, home)
            case DictionaryObject():
                return self._element(value, home, depth)
        raise BadTagsError("they are damaged")

    def _marked(self, page: int | None, number: PdfObject | None) -> MarkedContent:
        if page is None or not isinstance(number, NumberObject):
            raise BadTagsError("they are damaged")
        return MarkedContent(page, int(number))

    def _page(self, value: DictionaryObject, home: int | None) -> int | None:
        page = entry(value, "/Pg")
        return home if page is None else self._page_of.get(id(page))

    def _object(self, value: DictionaryObject, home: int | None) -> list["Node | MarkedContent | AnnotationRef"]:
        page, annotation = self._page(value, home), entry(value, "/Obj")
        if page is None or annotation is None:
            return []
        place = self._links[page].get(id(annotation))
        return [] if place is None else [AnnotationRef(page, place)]

    def _element(
        self, value: DictionaryObject, home: int | None, depth: int
    ) -> list["Node | MarkedContent | AnnotationRef"]:
        role = self._role(entry(value, "/S"))
        home = self._page(value, home)
        kids = self.kids(value.raw_get("/K") if "/K" in value else None, home, depth + 1)
        if role == "NonStruct":
            return kids
        if role == "Link" and not any(isinstance(kid, AnnotationRef) for kid in kids):
            role = "Span"  # its link isn't one of those that are kept
        node = Node(
            cast("Role", "Div" if role in {"Document", "Form"} else role),
            lang=_language(entry(value, "/Lang")),
            alt=_text(entry(value, "/Alt")),
            ident=self._ident(entry(value, "/ID")),
            actual_text=_text(entry(value, "/ActualText")),
            kids=kids,
        )
        for attributes in self._attributes(value):
            self._apply(attributes, node)
        if role == "TR":
            _scope_headers(node)
        return [node]

    def _role(self, name: PdfObject | None) -> str:
        for _ in range(10):
            if not isinstance(name, NameObject):
                break
            if name[1:] in ROLES:
                return str(name[1:])
            name = entry(self._roles, name)
        raise BadTagsError("they use names that no reader knows")

    def _ident(self, value: PdfObject | None) -> str | None:
        text = _text(value)
        return None if text is None else self._prefix + text

    def _attributes(self, value: DictionaryObject) -> Iterator[DictionaryObject]:
        """Yield the attribute objects of an element, those of its classes first (14.7.5)."""
        for holder in (self._of_classes(entry(value, "/C")), entry(value, "/A")):
            for attributes in holder if isinstance(holder, ArrayObject | list) else [holder]:
                found = attributes.get_object() if attributes is not None else None
                if isinstance(found, DictionaryObject):
                    yield found

    def _of_classes(self, names: PdfObject | None) -> list[PdfObject | None]:
        several = names if isinstance(names, ArrayObject) else [names]
        found = [entry(self._classes, name) for name in several if isinstance(name, NameObject)]
        return [part for one in found for part in (one if isinstance(one, ArrayObject) else [one])]

    def _apply(self, attributes: DictionaryObject, node: Node) -> None:
        """Take over the attributes that a reader of the text needs; those of the look are of no use here."""
        scope, numbering = entry(attributes, "/Scope"), entry(attributes, "/ListNumbering")
        if scope in {"/Column", "/Row"}:
            node.scope = "Column" if scope == "/Column" else "Row"
        if isinstance(numbering, NameObject) and numbering[1:] in _NUMBERINGS:
            node.numbering = numbering[1:]  # type: ignore[assignment]
        spans = [entry(attributes, key) for key in ("/RowSpan", "/ColSpan")]
        rows, columns = (int(span) if isinstance(span, NumberObject) else 1 for span in spans)
        if (rows, columns) != (1, 1):
            node.span = rows, columns
        headers = entry(attributes, "/Headers")
        if isinstance(headers, ArrayObject):
            node.headers = tuple(self._prefix + text for part in headers if (text := _text(part)) is not None)


def _scope_headers(row: Node) -> None:
    """Let headers that don't say what they head, head what they obviously do: a row of headers its columns."""
    cells = [kid for kid in row.kids if isinstance(kid, Node)]
    headers = [cell for cell in cells if cell.role == "TH"]
    for header in headers:
        if header.scope is None and not header.headers:
            header.scope = "Column" if len(headers) == len(cells) else "Row"


def _language(value: PdfObject | None) -> str | None:
    text = _text(value)
    if text is not None and not is_known_language(text):
        raise BadTagsError("they name a language that handouts do not have")
    return text


def _text(value: PdfObject | None) -> str | None:
    if isinstance(value, ByteStringObject):
        return value.decode("latin-1")
    return str(value) if isinstance(value, TextStringObject) and value else None
