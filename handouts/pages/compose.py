"""Flowables -> pages: spaces are fitted before anything else gives, then blocks are placed.

Where a layout allows a set number of pages, each is filled evenly: gaps grow or shrink, never type. The two faces of a
sheet take the same gaps, and the same heights where they can, so that a block stands at the same place on both.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from handouts.flowables.base import Flowable, raised
from handouts.layout import Layout
from handouts.pages.division import (
    FITS,
    Overflow,
    Story,
    body_top,
    divide,
    divide_evenly,
    first_page_is_whole,
    heights_of,
    is_scant,
    room_of,
    total,
    used_by,
)
from handouts.paper import Box
from handouts.space import IDEAL, LOOSEST, TIGHTEST, Space

_STEPS = 14  # halvings of a tightness: closer than a hundredth of a point
_TIGHTEST_ROWS = 2.0  # the tightness where gaps and rows are at their least: it may save a last page of a few lines


@dataclass(frozen=True, slots=True)
class Placed:
    """A flowable at its place."""

    flowable: Flowable
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page, and the spaces that it is drawn with."""

    placed: tuple[Placed, ...]
    space: Space


# one page


def _place(layout: Layout, story: Story, heights: Sequence[float], space: Space, *, first: bool) -> Page:
    top, placed = body_top(layout, space, first=first), []
    for index, (flowable, height) in enumerate(zip(story, heights, strict=True)):
        top += space.between(flowable.between) if index else 0.0
        box = Box(layout.flow.left, top, layout.flow.width, height)
        placed.append(Placed(raised(flowable, at_top=index == 0 and not first), box))
        top += height
    return Page(tuple(placed), space)


def _loosest(fits: Callable[[float], bool], tightest: float = TIGHTEST) -> float | None:
    """Return the least tightness at which something fits; None when it never does."""
    if not fits(tightest):
        return None
    if fits(LOOSEST):
        return LOOSEST
    low, high = LOOSEST, tightest
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high


def compose_faces(layout: Layout, stories: Sequence[Story]) -> list[list[Page]]:
    """Set each language on one page, all with the same spaces.

    Raises:
        Overflow: A language does not fit, even at the tightest.
    """
    twins = len({len(story) for story in stories}) == 1

    def shared(space: Space) -> list[list[float]]:
        each = [heights_of(layout, story, space) for story in stories]
        return [[max(heights) for heights in zip(*each, strict=True)]] * len(stories) if twins else each

    def own(space: Space) -> list[list[float]]:
        return [heights_of(layout, story, space) for story in stories]

    for measure in (shared, own):

        def fits(tightness: float, measure: Callable[[Space], list[list[float]]] = measure) -> bool:
            space = Space(layout.spacing, tightness)
            room = room_of(layout, space, first=True)
            pairs = zip(stories, measure(space), strict=True)
            return all(total(story, heights, space) <= room + FITS for story, heights in pairs)

        tightness = _loosest(fits)
        if tightness is not None:
            space = Space(layout.spacing, tightness)
            pairs = zip(stories, measure(space), strict=True)
            return [[_place(layout, story, heights, space, first=True)] for story, heights in pairs]
    longest = max(range(len(stories)), key=lambda index: _needed(layout, stories[index]))
    raise _overflow(layout, stories[longest], longest)


def check_faces(layout: Layout, stories: Sequence[Story]) -> None:
    """Find out whether each language fits on one page, at the tightest.

    Raises:
        Overflow: As `compose_faces` does.
    """
    longest = max(range(len(stories)), key=lambda index: _needed(layout, stories[index]))
    if _needed(layout, stories[longest]) > room_of(layout, Space(layout.spacing, TIGHTEST), first=True) + FITS:
        raise _overflow(layout, stories[longest], longest)


def _needed(layout: Layout, story: Story) -> float:
    space = Space(layout.spacing, TIGHTEST)
    return total(story, heights_of(layout, story, space), space)


def _overflow(layout: Layout, story: Story, number: int) -> Overflow:
    space = Space(layout.spacing, TIGHTEST)
    page = _place(layout, story, heights_of(layout, story, space), space, first=True)
    over = page.placed[-1].box.bottom - layout.flow.bottom
    block = next(p.flowable.name for p in page.placed if p.box.bottom > layout.flow.bottom + FITS)
    return Overflow(ceil(over / layout.scale.body.leading), block, story=number)


# several pages


def compose_pages(layout: Layout, story: Story) -> list[Page]:
    """Set one story on as many pages as the layout allows.

    Raises:
        Overflow: It needs more pages, or what must stand on the first page does not.
    """
    tightness = _chosen_tightness(layout, story)
    space = Space(layout.spacing, tightness)
    parts = divide_evenly(layout, story, space)
    if layout.max_pages is None and len(parts) > 1:
        return [_place(layout, p, heights_of(layout, p, space), space, first=n == 0) for n, p in enumerate(parts)]
    return [_filled(layout, part, tightness, first=number == 0) for number, part in enumerate(parts)]


def check_pages(layout: Layout, story: Story) -> None:
    """Find out whether one story fits on as many pages as the layout allows, at the tightest.

    Raises:
        Overflow: As `compose_pages` does.
    """
    if not _holds(layout, story, TIGHTEST):
        raise _pages_overflow(layout, story)


def _filled(layout: Layout, story: Story, tightness: float, *, first: bool) -> Page:
    """Let the spaces of one page grow until they fill it, as far as they may."""

    def fits(tight: float) -> bool:
        space = Space(layout.spacing, tight)
        return total(story, heights_of(layout, story, space), space) <= room_of(layout, space, first=first) + FITS

    space = Space(layout.spacing, tightness if (loosest := _loosest(fits, tightness)) is None else loosest)
    return _place(layout, story, heights_of(layout, story, space), space, first=first)


def _chosen_tightness(layout: Layout, story: Story) -> float:
    """Return the ideal, or the least tightness that saves pages or keeps the first page whole."""

    def pages(tightness: float) -> int:
        return len(divide(layout, story, Space(layout.spacing, tightness)))

    check_pages(layout, story)
    fewest = pages(_TIGHTEST_ROWS if _ends_scantily(layout, story) else 1.0)
    for tightness in (IDEAL, 0.25, 0.5, 0.75, 1.0, 1.5, _TIGHTEST_ROWS):
        if _holds(layout, story, tightness) and pages(tightness) == fewest:
            return tightness
    return next(t for t in (1.0, 2.0, 3.0, TIGHTEST) if _holds(layout, story, t))


def _ends_scantily(layout: Layout, story: Story) -> bool:
    """Whether, with gaps at their least, a few lines would still have a last page to themselves."""
    space = Space(layout.spacing, 1.0)
    parts = divide(layout, story, space)
    return layout.max_pages is None and len(parts) > 1 and is_scant(layout, parts[-1], space)


def _holds(layout: Layout, story: Story, tightness: float) -> bool:
    parts = divide(layout, story, Space(layout.spacing, tightness))
    allowed = layout.max_pages is None or len(parts) <= layout.max_pages
    return allowed and first_page_is_whole(layout, parts)


def _pages_overflow(layout: Layout, story: Story) -> Overflow:
    """Say what does not fit: what the first page must hold comes before what is beyond the last."""
    space = Space(layout.spacing, TIGHTEST)
    parts = divide(layout, story, space)
    moved = [flowable for part in parts[1:] for flowable in part if flowable.kind in layout.first_page]
    beyond = moved or [flowable for part in parts[layout.max_pages :] for flowable in part]
    last = 1 if moved else layout.max_pages or 1
    over = used_by(layout, [*parts[last - 1], *beyond], space) - room_of(layout, space, first=last == 1)
    lines = max(ceil(over / layout.scale.body.leading), 1)
    return Overflow(lines, beyond[0].name, limit="first page" if moved else "pages")
