"""How much work a page asks of a reader: a small file can draw a billion times, or unpack to gigabytes.

Measured before anything is rendered, so that PDFium never meets such a page.
"""

import re
from collections import Counter
from collections.abc import Iterator

from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, NumberObject, PdfObject, StreamObject

from handouts.errors import AssetError
from handouts.limits import PDF_NESTED, PDF_PIXELS, PDF_STEPS, PDF_UNPACKED
from handouts.pdf.objects import entries, entry
from handouts.supplied.unpacking import unpacked
from handouts.supplied.verdicts import DAMAGE, endless, refused

# estimates, on the safe side: words in strings count as operators, which costs nothing but a little accuracy
_USES = re.compile(rb"(/[^\x00\t\n\f\r ()<>\[\]{}/%]+)[\x00\t\n\f\r ]+(?:Do|scn|SCN|gs)(?![\w*])")
_MOST_PARTS = 1000  # that the content of one page is cut into
_WORDS = re.compile(rb"(?<![/\w#.])[A-Za-z'\"]+[*01]?")


def check_cost(page: DictionaryObject, resources: PdfObject | None) -> None:
    """Check that a page can be drawn in reasonable time and memory.

    Raises:
        AssetError: E550, it cannot.
    """
    try:
        content = content_of(page)
    except LimitReachedError as error:
        raise endless() from error
    except DAMAGE:  # readers may draw some of it all the same; the limits of the process hold for that
        content = b""
    if _Cost().of(content, resources) > PDF_STEPS:
        raise _too_many_steps()


def _too_many_steps() -> AssetError:
    return refused("E550", "the file takes too many steps to be drawn", "ask the designer for a simpler file")


class _Cost:
    def __init__(self) -> None:
        self._known: dict[int, int] = {}
        self._open: list[int] = []
        self._images: set[int] = set()
        self._pixels = 0

    def of(self, content: bytes, resources: PdfObject | None) -> int:
        """Count the operators that a stream runs, those of what it draws as often as it draws it."""
        drawn = Counter(name.decode("latin-1") for name in _USES.findall(content))
        total = sum(1 for _ in _WORDS.finditer(content))
        for category, name, part in drawable(resources):
            if category != "/Font" and not drawn[name] and id(part) in self._open:
                continue  # listed within itself, and never drawn there
            total += max(drawn[name], 1) * self._part(part)
        return total

    def _part(self, part: StreamObject) -> int:
        key = id(part)
        if key in self._known:
            return self._known[key]
        if key in self._open or len(self._open) > PDF_NESTED:
            raise refused("E550", "the drawing in the file contains itself", "ask the designer for a new export")
        if part.get("/Subtype") == "/Image":
            self._image(part)
            return 1
        self._open.append(key)
        try:
            self._known[key] = self.of(unpacked(part), entry(part, "/Resources"))
        except LimitReachedError as error:
            raise endless() from error
        except DAMAGE:
            self._known[key] = 1
        self._open.pop()
        return self._known[key]

    def _image(self, image: StreamObject) -> None:
        if id(image) in self._images:
            return
        self._images.add(id(image))
        edges = [edge for key in ("/Width", "/Height") if isinstance(edge := entry(image, key), NumberObject)]
        self._pixels += edges[0] * edges[1] if len(edges) == 2 else 0  # noqa: PLR2004
        if self._pixels > PDF_PIXELS:
            raise refused(
                "E550", "the images in the file are too large", "ask the designer to export images at 300 dpi"
            )
        mask = entry(image, "/SMask")
        if isinstance(mask, StreamObject):
            self._image(mask)


def drawable(resources: PdfObject | None) -> Iterator[tuple[str, str, StreamObject]]:
    """Yield what a resource dictionary can draw: forms, images, patterns, soft masks, drawn letters.

    Each with the category of resources that it stands in, and its name there (7.8.3).
    """
    for category in ("/XObject", "/Pattern"):
        for name, part in entries(entry(resources, category)):
            if isinstance(part, StreamObject):
                yield category, name, part
    for name, state in entries(entry(resources, "/ExtGState")):
        if isinstance(part := entry(entry(state, "/SMask"), "/G"), StreamObject):
            yield "/ExtGState", name, part
    for _, font in entries(entry(resources, "/Font")):
        for letter, part in entries(entry(font, "/CharProcs")):
            if isinstance(part, StreamObject):
                yield "/Font", letter, part


def content_of(page: DictionaryObject) -> bytes:
    """Return the decoded content of a page; its parts are joined by a space (7.7.3.3).

    Raises:
        AssetError: It has no end (E550).
    """
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    parts = [part.get_object() for part in contents] if isinstance(contents, ArrayObject) else [contents]
    if len(parts) > _MOST_PARTS:
        raise _too_many_steps()
    unpacking, size = [], 0
    for part in parts:
        if isinstance(part, StreamObject):
            unpacking.append(unpacked(part))
            size += len(unpacking[-1])
            if size > PDF_UNPACKED:
                raise endless()
    return b"\n".join(unpacking)
