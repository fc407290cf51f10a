"""The live links of a clinic's PDF that are kept: to the web, a mailbox or a telephone."""

import re

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    FloatObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from handouts.body import SCHEMES, Rect
from handouts.pdf.objects import entry
from handouts.prepared import SuppliedLink
from handouts.supplied.intake import SourcePage

_MOST_LINKS = 200
_LONGEST = 2000
_PLAIN = re.compile(r"[\x21-\x7e]+")


def kept_links(source: SourcePage) -> dict[int, SuppliedLink]:
    """Return the links of a page that are kept, by the identity of their annotation."""
    annotations = entry(source.dictionary, "/Annots")
    found = {}
    for annotation in list(annotations)[:_MOST_LINKS] if isinstance(annotations, ArrayObject) else ():
        holder = annotation.get_object()
        if (link := _link(holder, source)) is not None:
            found[id(holder)] = link
    return found


def is_kept_address(uri: str) -> bool:
    """Whether a link may lead there: the web, a mailbox or a telephone, and nothing that reads as two addresses."""
    return uri.startswith(SCHEMES) and _PLAIN.fullmatch(uri) is not None and len(uri) <= _LONGEST


def _link(annotation: PdfObject | None, source: SourcePage) -> SuppliedLink | None:
    action, corners = entry(annotation, "/A"), entry(annotation, "/Rect")
    if entry(annotation, "/Subtype") != "/Link" or entry(action, "/S") != "/URI":
        return None
    uri = _text(entry(action, "/URI"))
    if not is_kept_address(uri):
        return None
    if not isinstance(corners, ArrayObject) or len(corners) != 4:  # noqa: PLR2004 (a rectangle)
        return None
    numbers = [float(corner) for corner in corners if isinstance(corner, NumberObject | FloatObject)]
    if len(numbers) != 4:  # noqa: PLR2004
        return None
    contents = _text(entry(annotation, "/Contents")).strip() or re.sub(r"^(https://|mailto:|tel:)", "", uri)
    return SuppliedLink(_upright(numbers, source), uri, contents)


def _text(value: PdfObject | None) -> str:
    if isinstance(value, ByteStringObject):
        return value.decode("latin-1")
    return str(value) if isinstance(value, TextStringObject) else ""


def _upright(numbers: list[float], source: SourcePage) -> Rect:
    a, b, c, d, e, f = source.matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in (numbers[:2], numbers[2:])]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
