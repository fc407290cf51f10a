"""What the pen draws, as pictures: one page, drawn by a test."""

from collections.abc import Callable

from PIL import Image

from handouts.paper import Size
from handouts.pen import Pen
from handouts.typography.fonts import bundled_family
from tests.inspection import render

SQUARE = Size(100, 100)


def drawn(draw: Callable[[Pen], None], size: Size = SQUARE, dpi: float = 72) -> Image.Image:
    """A page of its own size with what `draw` draws on it; a pixel is a point at 72 dpi."""
    return render(drawn_pdf(draw, size), dpi=dpi).convert("RGB")


def drawn_pdf(draw: Callable[[Pen], None], size: Size = SQUARE) -> bytes:
    """The same as a PDF."""
    pen = Pen(bundled_family().regular.name)
    pen.start_page(size)
    draw(pen)
    return pen.finish()


def color_at(picture: Image.Image, x: int, y: int) -> str:
    """The colour of a pixel as #RRGGBB."""
    red, green, blue = picture.getpixel((x, y))  # type: ignore[misc]
    return f"#{red:02X}{green:02X}{blue:02X}"


def ink(picture: Image.Image, color: str) -> int:
    """How many pixels have exactly one colour."""
    wanted = tuple(int(color[i : i + 2], 16) for i in (1, 3, 5))
    return sum(count for count, found in picture.getcolors(1 << 24) or () if found == wanted)
