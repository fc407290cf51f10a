"""A topic: its heading in a column of its own at the left, its text beside it; in narrow columns, above it."""

from dataclasses import dataclass, replace

from handouts.flowables.base import Flowable, Stack, draw_tagged_or_running, plain, raised, text_height
from handouts.paper import Box
from handouts.pen import Pen
from handouts.space import Space
from handouts.tagging import Node
from handouts.typography.paragraph import Line, set_lines
from handouts.typography.styles import Look

_RULE, _UNDER_RULE, _COLUMN_GAP = 2.0, 5.0, 8.0
_BESIDE = 142.0  # the side column; warning labels share it, so that the page has one inner axis
_WIDEST = 385.0  # of the text beside: a measure of at most 75 characters
_KEPT = 2  # lines that stay under a heading, and lines that go on under a repeated one


def _divided(body: Stack, width: float, room: float, leading: float, space: Space) -> tuple[Stack, Stack] | None:
    """Divide what stands under a heading, with two lines of it on each side at least."""
    halves = body.split(width, room, space)
    if halves and halves[1].height(width, space) < _KEPT * leading:
        halves = body.split(width, halves[0].height(width, space) - 1, space)
    if halves is None or any(half.height(width, space) < _KEPT * leading for half in halves):
        return None
    return halves


@dataclass(frozen=True, kw_only=True)
class SideHead(Flowable):
    """A heading under a rule and the blocks that it heads."""

    look: Look
    heading: str
    continued: str
    node: Node
    body: Stack
    goes_on: bool = False

    def _lines(self) -> tuple[Line, ...]:
        text = self.continued if self.goes_on else self.heading
        return set_lines(plain(text), self.look.styles.heading, _BESIDE - _COLUMN_GAP)

    def _measure(self, width: float) -> float:
        return min(width - _BESIDE, _WIDEST)

    def height(self, width: float, space: Space) -> float:
        """Return the height of rule and the taller of heading and text."""
        head = text_height(self._lines(), self.look.styles.heading)
        return _RULE + _UNDER_RULE + max(head, self.body.height(self._measure(width), space) + self._drop)

    @property
    def _drop(self) -> float:
        """How far the text starts below the heading, so that their first baselines meet."""
        return max(0.0, self.look.styles.heading.baseline - self.look.styles.body.baseline)

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw rule, heading and text. Where a topic goes on, its heading is running content."""
        look = self.look
        y = box.top + _RULE / 2
        if not self.at_top:  # the rule of the header stands right above
            pen.rule(box.left, y, box.right, y, width=_RULE, color=look.palette.brand)
        top = box.top + _RULE + _UNDER_RULE
        place = Box(box.left, top, _BESIDE - _COLUMN_GAP, 0)
        node = None if self.goes_on else self.node
        draw_tagged_or_running(pen, self._lines(), place, look.styles.heading, node)
        measure = self._measure(box.width)
        inner = Box(box.left + _BESIDE, top + self._drop, measure, self.body.height(measure, space))
        self.body.draw(pen, inner, space)

    def split(self, width: float, room: float, space: Space) -> "tuple[SideHead, SideHead] | None":
        """Divide the text; the heading is repeated, and says so."""
        used = _RULE + _UNDER_RULE + self._drop
        leading = self.look.styles.body.leading
        halves = _divided(self.body, self._measure(width), room - used, leading, space)
        if halves is None or room < used + text_height(self._lines(), self.look.styles.heading):
            return None
        rest = replace(self, body=halves[1], goes_on=True, bookmark=None)
        return replace(self, body=halves[0]), rest


@dataclass(frozen=True, kw_only=True)
class TopHead(Flowable):
    """A heading above the blocks that it heads; `again` is the heading where they go on."""

    head: Flowable
    again: Flowable
    body: Stack
    leading: float

    def _used(self, width: float, space: Space) -> float:
        return self.head.height(width, space) + space.between(self.body.between)

    def height(self, width: float, space: Space) -> float:
        """Return the height of heading and text."""
        return self._used(width, space) + self.body.height(width, space)

    def draw(self, pen: Pen, box: Box, space: Space) -> None:
        """Draw the heading, then the text."""
        used = self._used(box.width, space)
        raised(self.head, self.at_top).draw(pen, box, space)
        self.body.draw(pen, Box(box.left, box.top + used, box.width, box.height - used), space)

    def split(self, width: float, room: float, space: Space) -> "tuple[TopHead, TopHead] | None":
        """Divide the text; the heading is repeated, and says so."""
        halves = _divided(self.body, width, room - self._used(width, space), self.leading, space)
        if halves is None:
            return None
        return replace(self, body=halves[0]), replace(self, head=self.again, body=halves[1], bookmark=None)
