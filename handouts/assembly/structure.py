"""Writing the logical structure into a file: StructTreeRoot and ParentTree (ISO 32000-1, 14.7).

The tree that a reader walks and the parent tree that leads back from marked content are made from the same
nodes in one pass, so that they cannot disagree. It happens once, after covers are placed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
)

from handouts.pdf.objects import Objects, Value, dictionary, name, pdf, text
from handouts.tagging import AnnotationRef, MarkedContent, Node

Kid = Node | MarkedContent | AnnotationRef

_KEPT_EMPTY = frozenset({"TD", "TH"})
_TYPE, _ROLE, _PARENT, _KIDS = NameObject("/Type"), NameObject("/S"), NameObject("/P"), NameObject("/K")
_PAGE, _CONTENT, _OBJECT = NameObject("/Pg"), NameObject("/MCID"), NameObject("/Obj")
_ELEMENT, _REFERENCE, _OBJECT_REFERENCE = NameObject("/StructElem"), NameObject("/MCR"), NameObject("/OBJR")


@dataclass(frozen=True, slots=True)
class Page:
    """A page that the tree is bound to: a reference to it and to its annotations."""

    reference: IndirectObject
    annotations: Sequence[IndirectObject] = ()


def completed(node: Node, added: Mapping[Node, Iterable[Kid]], replaced: Mapping[Node, Sequence[Node]]) -> Node | None:
    """Return a tree with what was put on its pages afterwards, without the nodes that nothing was drawn for.

    Args:
        node: The tree as drawing left it; it isn't changed.
        added: What follows the kids of a node: the annotation of a link, the marked content of a cover.
        replaced: The nodes that stand in the place of one.
    """
    kids: list[Kid] = []
    for kid in (*node.kids, *added.get(node, ())):
        if isinstance(kid, Node):
            whole = (completed(copy, added, replaced) for copy in replaced.get(kid, (kid,)))
            kids.extend(copy for copy in whole if copy is not None)
        else:
            kids.append(kid)
    if not kids and node.role not in _KEPT_EMPTY:
        return None
    return node if kids == node.kids else replace(node, kids=kids)


def write_structure(document: Node, pages: Sequence[Page], objects: Objects) -> IndirectObject:
    """Write a tree and bind the pages and annotations to it.

    Args:
        document: The tree; every piece of marked content in the pages belongs to one of its nodes.
        pages: The pages of the file. They get `/StructParents` and `/Tabs`, their annotations
            `/StructParent`.
        objects: Where the new objects go.

    Returns:
        The structure tree root.
    """
    writing = _Writing(pages, objects)
    root = DictionaryObject({_TYPE: name("/StructTreeRoot")})
    reference = objects.add(root)
    root[_KIDS] = writing.element(document, reference)
    numbers = writing.parent_tree()
    root[name("/ParentTree")] = objects.add({"/Nums": numbers})
    root[name("/ParentTreeNextKey")] = NumberObject(len(numbers) // 2)
    if writing.idents:
        named = [part for ident in sorted(writing.idents) for part in (text(ident), writing.idents[ident])]
        root[name("/IDTree")] = objects.add({"/Names": named})
    return reference


class _Writing:
    """One pass over a tree; it collects what the parent tree needs."""

    def __init__(self, pages: Sequence[Page], objects: Objects) -> None:
        self._pages = pages
        self._objects = objects
        self._owners: list[dict[int, IndirectObject]] = [{} for _ in pages]
        self._annotated: list[tuple[AnnotationRef, IndirectObject]] = []
        self.idents: dict[str, IndirectObject] = {}

    def element(self, node: Node, parent: IndirectObject) -> IndirectObject:
        """Write a node and everything under it."""
        element = DictionaryObject({_TYPE: _ELEMENT, _ROLE: NameObject("/" + node.role), _PARENT: parent})
        reference = self._objects.add(element)
        dict.update(element, _properties(node))
        if node.ident:
            self.idents[node.ident] = reference
        home = next((kid.page for kid in node.kids if isinstance(kid, MarkedContent)), None)
        if home is not None:
            dict.__setitem__(element, _PAGE, self._pages[home].reference)
        kids = [self._kid(kid, home, reference) for kid in node.kids]
        if kids:
            dict.__setitem__(element, _KIDS, kids[0] if len(kids) == 1 else ArrayObject(kids))
        return reference

    def _kid(self, kid: Kid, home: int | None, owner: IndirectObject) -> PdfObject:
        match kid:
            case Node():
                return self.element(kid, owner)
            case MarkedContent():
                self._owners[kid.page][kid.mcid] = owner
                number = NumberObject(kid.mcid)
                if kid.page == home:
                    return number
                page = self._pages[kid.page].reference
                return DictionaryObject({_TYPE: _REFERENCE, _PAGE: page, _CONTENT: number})
            case AnnotationRef():
                self._annotated.append((kid, owner))
                holder = self._pages[kid.page]
                entries = {_PAGE: holder.reference, _OBJECT: holder.annotations[kid.index]}
                return DictionaryObject({_TYPE: _OBJECT_REFERENCE, **entries})

    def parent_tree(self) -> list[Value]:
        """Number pages and annotations and return the parent tree's `/Nums` (14.7.4.4)."""
        numbers: list[Value] = []
        for index, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            count = max(owners, default=-1) + 1
            numbers += [index, ArrayObject([owners.get(mcid, NullObject()) for mcid in range(count)])]
            _set(page.reference, {"/StructParents": index, "/Tabs": "/S"})
        for index, (kid, owner) in enumerate(self._annotated, start=len(self._pages)):
            numbers += [index, owner]
            _set(self._pages[kid.page].annotations[kid.index], {"/StructParent": index})
        return numbers


def _set(reference: IndirectObject, entries: Mapping[str, Value]) -> None:
    holder = reference.get_object()
    if isinstance(holder, DictionaryObject):
        holder.update(dictionary(entries))


def _properties(node: Node) -> dict[NameObject, PdfObject]:
    """The entries of a structure element other than its place in the tree (Table 323)."""
    texts = {"/Lang": node.lang, "/Alt": node.alt, "/ActualText": node.actual_text, "/ID": node.ident}
    properties: dict[NameObject, PdfObject] = {NameObject(key): text(value) for key, value in texts.items() if value}
    attributes = [pdf(attribute) for attribute in _attributes(node)]
    if attributes:
        properties[NameObject("/A")] = attributes[0] if len(attributes) == 1 else ArrayObject(attributes)
    return properties


def _attributes(node: Node) -> list[dict[str, Value]]:
    """The standard attributes of a node (14.8.5): of a table cell, a list, a figure."""
    attributes: list[dict[str, Value]] = []
    cell: dict[str, Value] = {}
    if node.scope:
        cell["/Scope"] = "/" + node.scope
    if node.headers:
        cell["/Headers"] = [text(ident) for ident in node.headers]
    rows, columns = node.span
    cell |= {"/RowSpan": rows} if rows > 1 else {}
    cell |= {"/ColSpan": columns} if columns > 1 else {}
    if cell:
        attributes.append({"/O": "/Table", **cell})
    if node.numbering:
        attributes.append({"/O": "/List", "/ListNumbering": "/" + node.numbering})
    if node.bbox:
        box = [round(edge, 3) for edge in node.bbox]
        attributes.append({"/O": "/Layout", "/BBox": box, "/Placement": "/Block"})
    return attributes
