"""What the pages paint: marks around everything, colours that mean something, typefaces that can be read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from handouts.errors import AssetError
from handouts.invariants.finished import Finished, data_of
from handouts.pdf.objects import entries, entry
from handouts.supplied.content_streams import Operation, operations
from handouts.supplied.fonts import check_font
from handouts.supplied.survey import survey
from handouts.supplied.verdicts import NotCleanError

_PAINTING = frozenset(b"f F f* B B* b b* s S sh Do BI Tj TJ ' \"".split())
_ARTIFACT, _OTHER = -1, -2


@dataclass(slots=True)
class Painted:
    """The numbers of marked content as they are painted, and what is wrong with the marks."""

    marks: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def painted_content(page: DictionaryObject) -> Painted:
    """Go through the marks of a page."""
    painted = Painted()
    around: list[int] = []
    bare = 0
    for operation in operations(content_of(page)):
        if operation.operator in {b"BDC", b"BMC"}:
            _begin(operation, around, painted)
        elif operation.operator == b"EMC":
            if not around:
                painted.faults.append("a mark ends that never began")
            around = around[:-1]
        elif operation.operator in _PAINTING and not any(mark != _OTHER for mark in around):
            bare += 1
    if around:
        painted.faults.append("a mark does not end")
    if bare:
        painted.faults.append(f"parts are painted that are neither in the tree nor artifacts: {bare}")
    return painted


def _begin(operation: Operation, around: list[int], painted: Painted) -> None:
    mark = _ARTIFACT if operation.operands[:1] == (b"/Artifact",) else _OTHER
    for key, value in pairwise(operation.operands):
        if key == b"/MCID" and value.isdigit():
            mark = int(value)
            painted.marks.append(mark)
    if mark != _OTHER and any(outer != _OTHER for outer in around):
        painted.faults.append("marked content stands inside of other marked content")
    around.append(mark)


def content_of(page: DictionaryObject) -> bytes:
    """Return the decoded content of a page (ISO 32000-1, 7.7.3.3)."""
    contents = entry(page, "/Contents")
    parts = list(contents) if isinstance(contents, ArrayObject) else [contents]
    return b"\n".join(data_of(part.get_object()) for part in parts if part is not None)


def check_painting(file: Finished) -> Iterator[str]:
    """Check colours and typefaces of every page and of every drawing on it (ISO 19005-2, 6.2)."""
    seen: set[int] = set()
    for index, page in enumerate(file.pages):
        for content, resources in _contents(content_of(page), entry(page, "/Resources"), seen):
            fault = _fault(content, resources)
            if fault:
                yield f"page {index + 1} cannot be archived: {fault}"


def _contents(content: bytes, resources: PdfObject | None, seen: set[int]) -> Iterator[tuple[bytes, PdfObject | None]]:
    """Yield a content stream with its resources, then those of the forms in them, each once."""
    yield content, resources
    for _, form in entries(entry(resources, "/XObject")):
        if isinstance(form, StreamObject) and form.get("/Subtype") == "/Form" and id(form) not in seen:
            seen.add(id(form))
            yield from _contents(form.get_data(), entry(form, "/Resources"), seen)


def _fault(content: bytes, resources: PdfObject | None) -> str:
    try:
        for name, shown in survey(content).shown.items():
            check_font(entry(entry(resources, "/Font"), name), shown)
    except NotCleanError as error:
        return str(error)
    except AssetError as error:
        return error.problems[0].message
    return ""
