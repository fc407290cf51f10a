"""Looking at a clinic's PDF before anything is done with it: what is it, and can it be used at all?

Every refusal says what a designer can do about it.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import count, islice

from pypdf import PdfReader
from pypdf.errors import DependencyError
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NumberObject, PdfObject

from handouts.errors import AssetError
from handouts.limits import PDF_EDGES, PDF_PAGES, PDF_TREE
from handouts.pdf.objects import entry
from handouts.supplied.kinds import check_bytes
from handouts.supplied.verdicts import DAMAGE, DAMAGED, EXPORT_AGAIN, refused

_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page of a clinic's PDF: what of it is seen, in its own units, and how it is turned and scaled."""

    dictionary: DictionaryObject
    resources: PdfObject | None
    box: tuple[float, float, float, float]
    rotation: int
    unit: float
    trimmed: bool

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as it is seen, in points."""
        left, bottom, right, top = self.box
        width, height = (right - left) * self.unit, (top - bottom) * self.unit
        return (height, width) if self.rotation in {90, 270} else (width, height)

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """The way from the page's own space to an upright page whose lower left corner is the origin."""
        left, bottom, right, top = self.box
        a, b, c, d, e, f = {
            0: (1, 0, 0, 1, -left, -bottom),
            90: (0, -1, 1, 0, -bottom, right),
            180: (-1, 0, 0, -1, right, top),
            270: (0, 1, -1, 0, top, -left),
        }[self.rotation]
        return a * self.unit, b * self.unit, c * self.unit, d * self.unit, e * self.unit, f * self.unit


def open_pdf(data: bytes, *, signed: bool = False) -> PdfReader:
    """Open a clinic's PDF; `signed` takes one with a signature, which will be lost.

    Raises:
        AssetError: It cannot be used: E540 no PDF, E541 damaged, E542 protected, E543 signed, E544 a dynamic
        form,
            E545 no page, E546 too many pages, E548 too large, E551 a collection of files.
    """
    check_bytes(data)
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise _protected()
        _check_kind(reader, signed=signed)
        tree = entry(reader.root_object, "/Pages")
        pages = len(list(islice(_leaves(tree), PDF_PAGES + 1)))
    except DependencyError as error:  # modern encryption, which needs another library even to be looked at
        raise _protected() from error
    except DAMAGE as error:
        if b"/Encrypt" in data:  # locked in a way that the reader doesn't know
            raise _protected() from error
        raise refused(DAMAGED, "the file is damaged or incomplete", EXPORT_AGAIN) from error
    if not pages:
        raise refused("E545", "the file has no page", EXPORT_AGAIN)
    if pages > PDF_PAGES:
        said = entry(tree, "/Count")
        raise _too_many_pages(str(said) if isinstance(said, NumberObject) and said >= pages else f"{pages} or more")
    return reader


def _too_many_pages(count: str) -> AssetError:
    hint = f"keep the {PDF_PAGES} pages that belong in front of a handout"
    return refused("E546", f"the file has {count} pages; {PDF_PAGES} is the limit", hint)


def _protected() -> AssetError:
    message = "the file is protected by a password or by permissions"
    return refused("E542", message, "export it again without any security")


def _check_kind(reader: PdfReader, *, signed: bool) -> None:
    root = reader.root_object
    form = entry(root, "/AcroForm")
    if entry(root, "/NeedsRendering") is not None or entry(form, "/XFA") is not None:
        raise refused(
            "E544",
            "the file is a form that only Adobe Reader shows (XFA)",
            "print it to PDF and use that file",
        )
    if entry(root, "/Collection") is not None:
        raise refused("E551", "the file is a collection of files, not a page", "export only the page that is wanted")
    if is_signed(reader) and not signed:
        raise refused(
            "E543",
            "the file is signed, and the signature would be lost",
            "export it again without a signature, or accept the loss with `cover add --drop-signature`",
        )


def is_signed(reader: PdfReader) -> bool:
    """Whether somebody signed the file."""
    form = entry(reader.root_object, "/AcroForm")
    # /SigFlags tells nothing: its first bit is set for a place to sign, signed or not (ISO 32000-1, table 219)
    return any(entry(field, "/V") is not None for field in _signatures(form))


def _signatures(form: PdfObject | None) -> list[PdfObject]:
    waiting, found, seen = [entry(form, "/Fields")], [], 0
    while waiting and seen < 1000:  # noqa: PLR2004 (a form this large is no cover)
        fields = waiting.pop()
        for field in fields if isinstance(fields, ArrayObject) else ():
            seen += 1
            waiting.append(entry(field, "/Kids"))
            if entry(field, "/FT") == "/Sig":
                found.append(field)
    return found


def source_pages(reader: PdfReader) -> list[SourcePage]:
    """Return the pages with everything that they inherit (7.7.3.4).

    Raises:
        AssetError: E549 the size of a page makes no sense.
    """
    leaves = _leaves(entry(reader.root_object, "/Pages"))
    return [_page(number, page, parents) for number, (page, parents) in enumerate(leaves, 1)]


def _leaves(
    node: PdfObject | None, parents: tuple[DictionaryObject, ...] = (), visited: "count[int] | None" = None
) -> Iterator[tuple[DictionaryObject, tuple[DictionaryObject, ...]]]:
    """Yield every page with its ancestors, the nearest first; stop when there are too many branches."""
    visited = visited if visited is not None else count()
    if next(visited) > PDF_TREE:
        raise _too_many_pages(f"more than {PDF_TREE}")
    if not isinstance(node, DictionaryObject) or any(node is parent for parent in parents) or len(parents) > 50:  # noqa: PLR2004
        return
    kids = entry(node, "/Kids")
    if not isinstance(kids, ArrayObject):
        if entry(node, "/Type") in {None, "/Page"}:
            yield node, parents
        return
    if len(kids) > PDF_TREE:
        raise _too_many_pages(str(len(kids)))
    for kid in kids:
        yield from _leaves(kid.get_object(), (node, *parents), visited)


def _page(number: int, page: DictionaryObject, parents: tuple[DictionaryObject, ...]) -> SourcePage:
    def inherited(key: str) -> PdfObject | None:
        return next((found for holder in (page, *parents) if (found := entry(holder, key)) is not None), None)

    media = _box(inherited("/MediaBox"))
    if media is None:
        raise refused("E549", f"page {number} of the file has no size", EXPORT_AGAIN)
    crop = _box(inherited("/CropBox")) or media
    seen = _common(media, crop)
    if seen is None:
        raise refused("E549", f"page {number} of the file is cropped to nothing", EXPORT_AGAIN)
    trim = _common(seen, _box(entry(page, "/TrimBox")) or seen) or seen
    unit = entry(page, "/UserUnit")
    unit = float(unit) if isinstance(unit, NumberObject | FloatObject) and 0 < unit <= 1000 else 1.0  # noqa: PLR2004
    rotation = inherited("/Rotate")
    turn = int(rotation) % 360 if isinstance(rotation, NumberObject | FloatObject) else 0
    if turn % 90:
        raise refused("E549", f"page {number} of the file is turned by an odd angle", EXPORT_AGAIN)
    found = SourcePage(page, inherited("/Resources"), seen, turn, unit, _smaller(trim, seen))
    if not all(PDF_EDGES[0] <= edge <= PDF_EDGES[1] for edge in found.size):
        raise _odd_size(number, *found.size)
    return found


def _odd_size(number: int, *size: float) -> AssetError:
    width, height = (f"{edge / _MM:.1f}" for edge in size)
    message = f"page {number} of the file measures {width} × {height} mm"
    return refused("E549", message, "export it in the size of the paper; Letter measures 216 × 279 mm")


def _box(value: PdfObject | None) -> tuple[float, float, float, float] | None:
    if not isinstance(value, ArrayObject) or len(value) != 4:  # noqa: PLR2004
        return None
    edges = [edge for one in value if isinstance(edge := one.get_object(), NumberObject | FloatObject)]
    if len(edges) != 4 or not all(math.isfinite(edge) for edge in edges):  # noqa: PLR2004
        return None
    (left, right), (bottom, top) = sorted(map(float, edges[::2])), sorted(map(float, edges[1::2]))
    return left, bottom, right, top


_Box = tuple[float, float, float, float]


def _common(one: _Box, other: _Box) -> _Box | None:
    """What two boxes share."""
    shared = (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))
    return shared if shared[0] < shared[2] and shared[1] < shared[3] else None


def _smaller(trim: _Box, seen: _Box) -> bool:
    return any(abs(a - b) > 1 for a, b in zip(trim, seen, strict=True))
