"""Sheets and boxes. Lengths are points; y grows downwards from the top edge, as a typesetter measures a page."""

from dataclasses import dataclass

INCH = 72.0


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, from its top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


LETTER = Size(8.5 * INCH, 11 * INCH)
LETTER_LANDSCAPE = Size(11 * INCH, 8.5 * INCH)
