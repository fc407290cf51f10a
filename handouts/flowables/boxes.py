"""Blocks that stand apart from the text: callouts, figures, QR codes."""

from dataclasses import dataclass

from handouts.flowables.base import Flowable, Stack, draw_lines, text_height
from handouts.paper import Box
from handouts.pen import Pen
from handouts.pictures.logo import Picture
from handouts.pictures.qr import draw_qr, least_side
from handouts.space import Space
from handouts.tagging import Node
from handouts.typography.paragraph import Line, set_lines
from handouts.typography.styles import Look
from handouts.wording.inline import Run

_QR_SIDE, _QR_GAP, _CAPTION_GAP, _TALLEST_FIGURE = 56.0, 10.0, 6.0, 300.0


def figure_size(picture: Picture, width: float) -> tuple[float, float]:
    """Return width and height of a picture over a measure, all in points."""
    height = min(width / picture.aspect, _TALLEST_FIGURE)
    return height * picture.aspect, height


@dataclass(frozen=True, kw_only=True)
class CalloutBox(Flowable):
    """Text in a tinted, framed box. Never divided."""

    look: Look
    body: Stack
    sides: float = 12.0

    def height(self, width: float, space: Space) -> float:
        """Return the height of the text with its padding."""
        return self.body.height(width - 2 * self.sides, space) + 2 * space.padding

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw box and text."""
        palette, height = self.look.palette, self.height(box.width, space)
        frame = Box(box.left, box.top, box.width, height)
        pen.box(frame, fill=palette.tint, stroke=palette.brand, width=0.75, radii=(self.look.radius,) * 4)
        inner = Box(box.left + self.sides, box.top + space.padding, box.width - 2 * self.sides, height)
        self.body.draw(pen, inner, space)


@dataclass(frozen=True, kw_only=True)
class FigureBlock(Flowable):
    """A picture over the measure and its caption. Never divided."""

    look: Look
    picture: Picture
    node: Node
    caption: tuple[Run, ...]
    caption_node: Node

    def _lines(self, width: float) -> tuple[Line, ...]:
        return set_lines(self.caption, self.look.styles.body, width)

    def height(self, width: float, space: Space) -> float:
        """Return the height of picture and caption."""
        del space
        return (
            figure_size(self.picture, width)[1] + _CAPTION_GAP + text_height(self._lines(width), self.look.styles.body)
        )

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw the picture as one figure, then its caption."""
        del space
        width, height = figure_size(self.picture, box.width)
        frame = Box(box.left, box.top, width, height)
        self.node.bbox = pen.rect(frame)
        with pen.whole(self.node):
            self.picture.draw(pen, frame)
        under = Box(box.left, frame.bottom + _CAPTION_GAP, box.width, 0)
        draw_lines(pen, self._lines(box.width), under, self.look.styles.body, self.caption_node)


@dataclass(frozen=True, kw_only=True)
class QrBlock(Flowable):
    """A QR code and, beside it, what it leads to and its address. Never divided."""

    look: Look
    uri: str
    node: Node
    body: Stack

    @property
    def _code(self) -> float:
        return max(_QR_SIDE, least_side(self.uri))

    def _measure(self, width: float) -> float:
        return width - self._code - _QR_GAP

    def height(self, width: float, space: Space) -> float:
        """Return the height of the taller of code and text."""
        return max(self._code, self.body.height(self._measure(width), space))

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw code and text, centred on each other."""
        height = self.height(box.width, space)
        side = self._code
        square = Box(box.left, box.top + (height - side) / 2, side, side)
        self.node.bbox = pen.rect(square)
        with pen.whole(self.node):
            draw_qr(pen, self.uri, square)
        measure = self._measure(box.width)
        text = self.body.height(measure, space)
        self.body.draw(pen, Box(box.left + side + _QR_GAP, box.top + (height - text) / 2, measure, text), space)
