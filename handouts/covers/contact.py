"""How to reach the clinic, at the foot of a cover: in columns that are as low as they can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from handouts.flowables.base import draw_lines, plain, text_height
from handouts.paper import Box
from handouts.pen import Pen
from handouts.tagging import Node
from handouts.typography.paragraph import Line, TextStyle, set_lines

CONTACT_RULE_GAP = 11.0
"""From the rule above the contact to its first line."""

_COLUMN_GAP = 16.0
_WIDTH_STEP, _MOST_LINES = 2.0, 12  # points by which a column is tried wider; beyond, it is no column

Styles = tuple[TextStyle, TextStyle]
"""Of the first line of a column, and of those under it."""

_Column = tuple[tuple[tuple[Line, ...], TextStyle], ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """The columns of a contact, set: the lines of each and its width, in points."""

    columns: tuple[tuple[_Column, float], ...]

    @property
    def height(self) -> float:
        """The height of the highest column, in points."""
        return max(sum(text_height(lines, style) for lines, style in column) for column, _ in self.columns)


@lru_cache(maxsize=256)
def set_contact(contact: tuple[tuple[str, ...], ...], styles: Styles, width: float) -> Contact:
    """Set the columns of the contact, each as wide as its text where all fit, else all as low as they can be."""
    room = width - (len(contact) - 1) * _COLUMN_GAP
    widths = [_widest(column, styles) for column in contact]
    if sum(widths) > room + 1:
        widths = _lowest(contact, styles, room) or _narrowed(widths, room)
    columns = zip(contact, widths, strict=True)
    return Contact(tuple((tuple(_column(column, styles, w + 0.01)), w) for column, w in columns))


def _widest(texts: Sequence[str], styles: Styles) -> float:
    return max(lines[0].width for lines, _ in _column(texts, styles, float("inf")))


def _narrowed(widths: list[float], room: float) -> list[float]:
    """Take what is too much from the widest column, until it is no wider than the next."""
    while sum(widths) > room + 1:
        first, second = sorted({*widths, 0.0}, reverse=True)[:2]
        least = max(second, first - (sum(widths) - room) / widths.count(first))
        widths = [least if w == first else w for w in widths]
    return widths


def _lowest(contact: Sequence[Sequence[str]], styles: Styles, room: float) -> list[float] | None:
    """Return the widths at which the columns need the fewest lines; None where a word would have to be divided."""
    for lines in range(max(map(len, contact)), _MOST_LINES):
        widths = [_width_for(lines, column, styles) for column in contact]
        if sum(widths) <= room:
            for index, column in enumerate(contact):  # what is left goes to the first column that gains by it
                spare = room - sum(widths) + widths[index]
                wider = (_width_for(fewer, column, styles) for fewer in range(len(column), lines))
                widths[index] = next((width for width in wider if width <= spare), widths[index])
            return widths
    return None


def _width_for(lines: int, texts: Sequence[str], styles: Styles) -> float:
    """Return the least width at which a column has so many lines or fewer, no word divided."""
    measure = max(_widest(text.split(" "), styles) for text in texts)
    widest = _widest(texts, styles)
    while measure < widest and sum(len(set_) for set_, _ in _column(texts, styles, measure + 0.01)) > lines:
        measure += _WIDTH_STEP
    return min(measure, widest)


def _column(texts: Sequence[str], styles: Styles, measure: float) -> Iterator[tuple[tuple[Line, ...], TextStyle]]:
    head, under = styles
    for index, text in enumerate(texts):
        style = under if index else head
        yield set_lines(plain(text), style, measure), style


def draw_contact(pen: Pen, contact: Contact, color: str, box: Box, part: Node) -> None:
    """Draw the columns under a rule: the first at the left edge, the last at the right, the others between."""
    y = box.top - CONTACT_RULE_GAP
    pen.rule(box.left, y, box.right, y, width=0.75, color=color)
    spare = (box.width - sum(width for _, width in contact.columns)) / max(len(contact.columns) - 1, 1)
    left = box.left
    for column, width in contact.columns:
        top = box.top
        for lines, style in column:
            draw_lines(pen, lines, Box(left, top, 0, 0), style, part.add("P"))
            top += text_height(lines, style)
        left += width + spare
