"""A finished file, opened for checking."""

from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from handouts.pdf.objects import entry


class Finished:
    """Its catalog, its pages, the elements of its tree in reading order."""

    def __init__(self, reader: PdfReader) -> None:
        self.root: DictionaryObject = reader.root_object
        self.trailer: DictionaryObject = reader.trailer
        self.pages = list(_pages(entry(self.root, "/Pages")))
        self.page_number = {id(page): index for index, page in enumerate(self.pages)}
        self.tree = entry(self.root, "/StructTreeRoot")
        self.elements = list(_elements(self.tree))

    def annotations(self) -> Iterator[tuple[int, DictionaryObject]]:
        """Yield every annotation with the number of its page."""
        for index, page in enumerate(self.pages):
            for annotation in items(entry(page, "/Annots")):
                if isinstance(annotation, DictionaryObject):
                    yield index, annotation

    def parent_tree(self) -> dict[int, PdfObject]:
        """Return the parent tree by number (ISO 32000-1, 14.7.4.4); ours is one level deep."""
        parts = items(entry(entry(self.tree, "/ParentTree"), "/Nums"))
        return {int(str(key)): value for key, value in zip(parts[::2], parts[1::2], strict=True)}

    def dictionaries(self) -> Iterator[DictionaryObject]:
        """Yield every dictionary that the catalog leads to, once."""
        waiting: list[PdfObject] = [self.root]
        seen: set[int] = set()
        while waiting:
            value = waiting.pop()
            if isinstance(value, IndirectObject):
                if value.idnum in seen:
                    continue
                seen.add(value.idnum)
                value = value.get_object() or value
            if isinstance(value, DictionaryObject):
                yield value
                waiting += dict.values(value)
            elif isinstance(value, ArrayObject):
                waiting += list.__iter__(value)


def items(value: PdfObject | None) -> list[PdfObject]:
    """Return the parts of an array, references followed; none of anything else."""
    if not isinstance(value, ArrayObject):
        return []
    return [found for part in list.__iter__(value) if (found := part.get_object()) is not None]


def kids(node: PdfObject | None) -> list[PdfObject]:
    """Return the kids of a structure element (14.7.2)."""
    found = entry(node, "/K")
    return items(found) if isinstance(found, ArrayObject) else [found] if found is not None else []


def role(element: PdfObject | None) -> str:
    """Return the structure type of an element."""
    return str(entry(element, "/S")).removeprefix("/")


def is_element(value: PdfObject | None) -> bool:
    """Whether a kid is a structure element."""
    return isinstance(value, DictionaryObject) and "/S" in value


def data_of(value: PdfObject | None) -> bytes:
    """Return the data of a stream; nothing of anything else."""
    return value.get_data() if isinstance(value, StreamObject) else b""


def said(value: PdfObject | None) -> str | None:
    """Return a text, however it is encoded."""
    if isinstance(value, bytes):
        return value.decode("utf-16") if value[:2] == b"\xfe\xff" else value.decode("latin-1")
    return None if value is None else str(value)


def _pages(node: PdfObject | None) -> Iterator[DictionaryObject]:
    below = entry(node, "/Kids")
    if isinstance(below, ArrayObject):
        for kid in items(below):
            yield from _pages(kid)
    elif isinstance(node, DictionaryObject):
        yield node


def _elements(node: PdfObject | None) -> Iterator[DictionaryObject]:
    for kid in kids(node):
        if isinstance(kid, DictionaryObject) and is_element(kid):
            yield kid
            yield from _elements(kid)
