"""The live links of a clinic's PDF that are kept: to the web, a mailbox or a telephone."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import unquote

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
_SHOWN = 60  # characters of an address in a message
_PLAIN = re.compile(r"[\x21-\x7e]+")
_SCHEME = re.compile(r"\A[A-Za-z][A-Za-z0-9+.-]*:")
_SHOWN_FIELDS = frozenset({"subject", "body", "to", "cc"})
_TELEPHONE = re.compile(r"\+?(?:[0-9().,-]|%20)+(?:;[\w.=+-]+)*")
"""A number that is called. One with `*` or `#` is a command to the network: `*21*` sends all calls elsewhere."""


def kept_links(source: SourcePage) -> dict[int, SuppliedLink]:
    """Return the links of a page that are kept, by the identity of their annotation."""
    annotations = entry(source.dictionary, "/Annots")
    found = {}
    for annotation in list(annotations)[:_MOST_LINKS] if isinstance(annotations, ArrayObject) else ():
        holder = annotation.get_object()
        if (link := _link(holder, source)) is not None:
            found[id(holder)] = link
    return found


def kept_address(action: PdfObject | None) -> str:
    """Return where an action on an address (12.6.4.7) leads, its scheme in small letters (RFC 3986, 3.1).

    Returns:
        An empty text where no link may lead there: it is neither the web, a mailbox nor a telephone, or reads as two
        addresses, or attaches a file to a message.
    """
    uri = _SCHEME.sub(lambda found: found[0].lower(), _text(entry(action, "/URI")).strip(" "))
    scheme, _, rest = uri.partition(":")
    if f"{scheme}:" not in SCHEMES or not _PLAIN.fullmatch(uri) or len(uri) > _LONGEST:
        return ""
    return uri if _LEADS_WHERE_IT_SAYS[scheme](rest) else ""


def shown_address(action: PdfObject | None) -> str:
    """Return where an action on an address leads, for a message: short, on one line, in signs of ASCII."""
    address = re.sub(r"[^\x21-\x7e]", "?", _text(entry(action, "/URI")).strip())
    return address if len(address) <= _SHOWN else f"{address[: _SHOWN - 1]}…"


def _names_its_host(rest: str) -> bool:
    """Whether all readers see the same host in a web address, and nothing that passes for another (RFC 3986, 3.2)."""
    authority = re.split(r"[/?#]", rest.lstrip("/"), maxsplit=1)[0]
    return rest.startswith("//") and authority != "" and "@" not in authority and "\\" not in rest


def _only_writes(rest: str) -> bool:
    """Whether a link begins a message of words and addressees that show, and attaches no file (RFC 6068)."""
    _, _, fields = rest.partition("?")
    named = {unquote(field.partition("=")[0]).lower() for field in fields.split("&") if field}
    return named <= _SHOWN_FIELDS


_LEADS_WHERE_IT_SAYS: Mapping[str, Callable[[str], bool]] = {
    "https": _names_its_host,
    "mailto": _only_writes,
    "tel": lambda rest: _TELEPHONE.fullmatch(rest) is not None,
}


def _link(annotation: PdfObject | None, source: SourcePage) -> SuppliedLink | None:
    action, corners = entry(annotation, "/A"), entry(annotation, "/Rect")
    if entry(annotation, "/Subtype") != "/Link" or entry(action, "/S") != "/URI":
        return None
    uri = kept_address(action)
    if not uri or not isinstance(corners, ArrayObject) or len(corners) != 4:  # noqa: PLR2004 (a rectangle)
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
