"""Making PDF objects: short ways to write pypdf's dictionaries, arrays, names and texts.

A file is made from objects of several readers and new ones. Nothing is copied between them: a reference
knows whose object it names, and `handouts.pdf.object_streams` numbers whatever can be reached from the catalog.
"""

import codecs
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
)

Value = PdfObject | str | bool | int | float | Sequence["Value"] | Mapping[str, "Value"]
"""What `pdf` takes; a plain string is a name, written with its slash. Text goes through `text`."""


_NUMBERS: Mapping[type, Callable[[Any], PdfObject]] = {
    bool: BooleanObject,
    int: NumberObject,
    float: FloatObject,
}


class Objects:
    """New indirect objects of a file in the making."""

    def __init__(self) -> None:
        self._objects: list[PdfObject] = []

    def add(self, value: Value) -> IndirectObject:
        """Keep an object and return a reference to it; one that is kept already is not kept again."""
        if isinstance(value, IndirectObject):
            return value
        self._objects.append(pdf(value))
        return IndirectObject(len(self._objects), 0, self)

    def get_object(self, reference: IndirectObject) -> PdfObject:
        """Return what a reference names; pypdf's references call this."""
        return self._objects[reference.idnum - 1]


def pdf(value: Value) -> PdfObject:
    """Return a Python value as a PDF object."""
    if isinstance(value, PdfObject):
        return value
    if isinstance(value, str):
        return name(value)
    if isinstance(value, Mapping):
        return dictionary(value)
    if isinstance(value, Sequence):
        return ArrayObject([pdf(item) for item in value])
    return _NUMBERS[type(value)](value)


def name(value: str) -> NameObject:
    """Return a name.

    Raises:
        ValueError: The slash is missing; the string was meant as a text.
    """
    if not value.startswith("/"):
        raise ValueError(f"a PDF name starts with a slash: {value!r}")
    return NameObject(value)


def text(value: str) -> ByteStringObject:
    """Return a text string (ISO 32000-1, 7.9.2.2): plain where it can be, otherwise UTF-16."""
    if value.isascii() and value.isprintable():
        return ByteStringObject(value.encode("ascii"))
    return ByteStringObject(codecs.BOM_UTF16_BE + value.encode("utf-16-be"))


def dictionary(entries: Mapping[str, Value]) -> DictionaryObject:
    """Return a dictionary."""
    return DictionaryObject({name(key): pdf(value) for key, value in entries.items()})


def stream(data: bytes, entries: Mapping[str, Value] | None = None) -> DecodedStreamObject:
    """Return a stream with `data` as it stands; a `/Filter` among the entries says how it is encoded."""
    made = DecodedStreamObject()
    made.set_data(data)
    made.update(dictionary(entries or {}))
    return made


def entry(holder: PdfObject | None, key: str) -> Any:
    """Return an entry of a dictionary, references followed; None when there is no such dictionary or entry.

    It can be any PDF object: what another program wrote is never of the kind that it should be.
    """
    if isinstance(holder, IndirectObject):
        holder = holder.get_object()
    if not isinstance(holder, DictionaryObject) or key not in holder:
        return None
    return holder[key]


def entries(holder: PdfObject | None) -> Iterator[tuple[str, Any]]:
    """Yield the entries of a dictionary, references followed; none when there is no such dictionary."""
    if isinstance(holder, DictionaryObject):
        yield from ((key, holder[key]) for key in holder)
