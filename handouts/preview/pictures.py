"""Pages of a PDF as pictures, by PDFium."""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO

_GLANCE = 0.75  # pixels a point: enough to tell two pages from each other
_MAX_PIXELS = 30_000_000  # of one picture
_QUICK = 1  # how hard PNG tries; the picture travels nowhere


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page before it is drawn: its size in points, and an id that is the same for pages that look the same."""

    id: str
    width: float
    height: float


def page_pictures(pdf: bytes) -> Iterator[PagePicture]:
    """Yield the pages of a file."""
    import pypdfium2  # noqa: PLC0415 (only the worker draws)

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            width, height = page.get_size()
            glance = page.render(scale=_GLANCE, grayscale=False)
            look = hashlib.sha256(f"{width:g} {height:g} ".encode() + bytes(glance.buffer)).hexdigest()
            yield PagePicture(look[:32], width, height)


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
