"""Pages of a PDF as pictures, by PDFium."""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO

_GLANCE = 0.75  # pixels a point: enough to tell two pages from each other
_MAX_PIXELS = 30_000_000  # of one picture
_WHITE = b"\xff"
_QUICK = 1  # how hard PNG tries; the picture travels nowhere


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page before it is drawn.

    Attributes:
        id: The same for pages that look the same.
        width: In points.
        height: In points.
        blank: Whether nothing stands on it, as on the back of a cover.
    """

    id: str
    width: float
    height: float
    blank: bool = False


def page_pictures(pdf: bytes) -> Iterator[PagePicture]:
    """Yield the pages of a file."""
    import pypdfium2  # noqa: PLC0415 (only the worker draws)

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            width, height = page.get_size()
            glance = page.render(scale=_GLANCE, grayscale=False)
            seen = bytes(glance.buffer)
            look = hashlib.sha256(f"{width:g} {height:g} ".encode() + seen).hexdigest()
            yield PagePicture(look[:32], width, height, blank=seen.count(_WHITE) == len(seen))


def png(pdf: bytes, number: int, width: int) -> bytes:
    """Return a page as a PNG of about `width` pixels; `number` counts from 0."""
    import pypdfium2  # noqa: PLC0415 (only the worker draws)

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        page = document[number]
        points, height = page.get_size()
        scale = min(width / points, (_MAX_PIXELS / (points * height)) ** 0.5)
        picture = page.render(scale=scale).to_pil()
    file = BytesIO()
    picture.save(file, "PNG", compress_level=_QUICK)
    return file.getvalue()
