"""Live parts of a page: links, and lines to type on (ISO 32000-1, 12.5.6.5 and 12.7).

Neither carries a script. A field names a typeface of its own, because PDF/A wants the typeface of typed text
embedded (ISO 19005-2, 6.2.11.4) and the page's own has only the characters that the page uses.
"""

from collections.abc import Sequence
from urllib.parse import quote

from pypdf.generic import ByteStringObject, DictionaryObject, IndirectObject

from handouts.body import SCHEMES, Field, Link
from handouts.pdf.objects import Objects, Value, dictionary, stream, text

_PRINT = 4  # the flag that PDF/A asks of every annotation (ISO 19005-2, 6.3.2)
_FONT_NAME = "/Typed"
_URI_CHARACTERS = ";/?:@&=+$,-_.!~*'()#%[]"


def link_annotation(link: Link, page: IndirectObject) -> DictionaryObject:
    """Return the annotation of a link.

    Raises:
        ValueError: The link leads somewhere other than the web, a mailbox or a telephone.
    """
    if not link.uri.startswith(SCHEMES):
        raise ValueError(f"a link may not lead to {link.uri}")
    uri = ByteStringObject(quote(link.uri, safe=_URI_CHARACTERS).encode("ascii"))
    return dictionary({
        "/Type": "/Annot",
        "/Subtype": "/Link",
        "/Rect": _rectangle(link.rect),
        "/P": page,
        "/F": _PRINT,
        "/Border": [0, 0, 0],
        "/Contents": text(link.contents),
        "/A": {"/Type": "/Action", "/S": "/URI", "/URI": uri},
    })  # fmt: skip


def widget(field: Field, page: IndirectObject, font: IndirectObject, objects: Objects) -> DictionaryObject:
    """Return the annotation of a text field, which is the field itself; it is empty."""
    left, bottom, right, top = field.rect
    form: dict[str, Value] = {
        "/Type": "/XObject",
        "/Subtype": "/Form",
        "/BBox": [0, 0, round(right - left, 3), round(top - bottom, 3)],
        "/Resources": {"/Font": {_FONT_NAME: font}},
    }
    appearance = objects.add(stream(b"/Tx BMC EMC", form))
    entries: dict[str, Value] = {
        "/Type": "/Annot",
        "/Subtype": "/Widget",
        "/FT": "/Tx",
        "/T": text(field.name),
        "/TU": text(field.tooltip),
        "/Rect": _rectangle(field.rect),
        "/P": page,
        "/F": _PRINT,
        "/DA": _default_appearance(field.size),
        "/AP": {"/N": appearance},
    }
    return dictionary(entries)


def interactive_form(fields: Sequence[IndirectObject], font: IndirectObject) -> Value:
    """Return the form dictionary of the catalog (12.7.2)."""
    fonts: Value = {"/Font": {_FONT_NAME: font}}
    return {"/Fields": fields, "/DR": fonts, "/DA": _default_appearance(11)}


def _default_appearance(size: float) -> ByteStringObject:
    return text(f"{_FONT_NAME} {size:g} Tf 0 g")


def _rectangle(rect: Sequence[float]) -> list[Value]:
    return [round(edge, 3) for edge in rect]
