"""Flowables -> pages: spaces are fitted before anything else gives, then blocks are placed.

Where a layout allows a set number of pages, each is filled evenly: gaps grow or shrink, never type. The two faces of a
sheet take the same gaps, and the same heights where they can, so that a block stands at the same place on both.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from handouts.flowables.base import Flowable, raised
from handouts.layout import Layout
from handouts.paper import Box
from handouts.space import IDEAL, LOOSEST, TIGHTEST, Space

_STEPS = 14  # halvings of a tightness: closer than a hundredth of a point
_FITS = 0.01  # points

Story = Sequence[Flowable]
Limit = Literal["page", "first page", "pages"]
"""What text has outgrown: a whole page with one block, the page that must hold it, or the pages of the layout."""


class Overflow(Exception):  # noqa: N818 (not an error until someone says in which sheet)
    """Text needs more room than there is: by how many lines of the body, in which block, and against which limit.

    `story` is the number of the language that is too long, where only one is.
    """

    def __init__(self, lines: int, block: str, *, limit: Limit = "pages", story: int = 0) -> None:
        super().__init__(lines, block, limit, story)
        self.lines, self.block, self.limit, self.story = lines, block, limit, story


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


def body_top(layout: Layout, space: Space, *, first: bool) -> float:
    """Return where blocks begin on a page."""
    return space.top + layout.head_height(first=first) + space.between("title")


def _room(layout: Layout, space: Space, *, first: bool) -> float:
    return layout.flow.bottom - body_top(layout, space, first=first)


# one page


def _total(story: Story, heights: Sequence[float], space: Space) -> float:
    gaps = sum(space.between(flowable.between) for flowable in story[1:])
    return sum(heights) + gaps


def _place(layout: Layout, story: Story, heights: Sequence[float], space: Space, *, first: bool) -> Page:
    top, placed = body_top(layout, space, first=first), []
    for index, (flowable, height) in enumerate(zip(story, heights, strict=True)):
        top += space.between(flowable.between) if index else 0.0
        box = Box(layout.flow.left, top, layout.flow.width, height)
        placed.append(Placed(raised(flowable, at_top=index == 0 and not first), box))
        top += height
    return Page(tuple(placed), space)


def _heights(layout: Layout, story: Story, space: Space) -> list[float]:
    return [flowable.height(layout.flow.width, space) for flowable in story]


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
        each = [_heights(layout, story, space) for story in stories]
        return [[max(heights) for heights in zip(*each, strict=True)]] * len(stories) if twins else each

    def own(space: Space) -> list[list[float]]:
        return [_heights(layout, story, space) for story in stories]

    for measure in (shared, own):

        def fits(tightness: float, measure: Callable[[Space], list[list[float]]] = measure) -> bool:
            space = Space(layout.spacing, tightness)
            room = _room(layout, space, first=True)
            pairs = zip(stories, measure(space), strict=True)
            return all(_total(story, heights, space) <= room + _FITS for story, heights in pairs)

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
    if _needed(layout, stories[longest]) > _room(layout, Space(layout.spacing, TIGHTEST), first=True) + _FITS:
        raise _overflow(layout, stories[longest], longest)


def _needed(layout: Layout, story: Story) -> float:
    space = Space(layout.spacing, TIGHTEST)
    return _total(story, _heights(layout, story, space), space)


def _overflow(layout: Layout, story: Story, number: int) -> Overflow:
    space = Space(layout.spacing, TIGHTEST)
    page = _place(layout, story, _heights(layout, story, space), space, first=True)
    over = page.placed[-1].box.bottom - layout.flow.bottom
    block = next(p.flowable.name for p in page.placed if p.box.bottom > layout.flow.bottom + _FITS)
    return Overflow(ceil(over / layout.scale.body.leading), block, story=number)


# several pages


def compose_pages(layout: Layout, story: Story) -> list[Page]:
    """Set one story on as many pages as the layout allows.

    Raises:
        Overflow: It needs more pages, or what must stand on the first page does not.
    """
    tightness = _chosen_tightness(layout, story)
    space = Space(layout.spacing, tightness)
    parts = _divide(layout, story, space)
    if layout.max_pages is None and len(parts) > 1:
        return [_place(layout, p, _heights(layout, p, space), space, first=n == 0) for n, p in enumerate(parts)]
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
        return _total(story, _heights(layout, story, space), space) <= _room(layout, space, first=first) + _FITS

    space = Space(layout.spacing, tightness if (loosest := _loosest(fits, tightness)) is None else loosest)
    return _place(layout, story, _heights(layout, story, space), space, first=first)


def _chosen_tightness(layout: Layout, story: Story) -> float:
    """Return the ideal, or the least tightness that saves pages or keeps the first page whole."""

    def pages(tightness: float) -> int:
        return len(_divide(layout, story, Space(layout.spacing, tightness)))

    check_pages(layout, story)
    fewest = pages(1.0)
    for tightness in (IDEAL, 0.25, 0.5, 0.75, 1.0):
        if _holds(layout, story, tightness) and pages(tightness) == fewest:
            return tightness
    return next(t for t in (1.0, 2.0, 3.0, TIGHTEST) if _holds(layout, story, t))


def _holds(layout: Layout, story: Story, tightness: float) -> bool:
    parts = _divide(layout, story, Space(layout.spacing, tightness))
    allowed = layout.max_pages is None or len(parts) <= layout.max_pages
    return allowed and _first_page_is_whole(layout, parts)


def _first_page_is_whole(layout: Layout, parts: Sequence[Story]) -> bool:
    later = {flowable.kind for part in parts[1:] for flowable in part}
    return not later & layout.first_page


def _pages_overflow(layout: Layout, story: Story) -> Overflow:
    """Say what does not fit: what the first page must hold comes before what is beyond the last."""
    space = Space(layout.spacing, TIGHTEST)
    parts = _divide(layout, story, space)
    moved = [flowable for part in parts[1:] for flowable in part if flowable.kind in layout.first_page]
    beyond = moved or [flowable for part in parts[layout.max_pages :] for flowable in part]
    last = 1 if moved else layout.max_pages or 1
    over = _used(layout, [*parts[last - 1], *beyond], space) - _room(layout, space, first=last == 1)
    lines = max(ceil(over / layout.scale.body.leading), 1)
    return Overflow(lines, beyond[0].name, limit="first page" if moved else "pages")


def _divide(layout: Layout, story: Story, space: Space) -> list[list[Flowable]]:
    """Divide a story into pages: a page is filled until the next block, with what it keeps to, does not fit."""
    pages: list[list[Flowable]] = [[]]
    waiting = list(story)
    while waiting:
        chain, waiting = _chain(waiting)
        page = pages[-1]
        room = _room(layout, space, first=len(pages) == 1) - _used(layout, page, space)
        if chain[0].starts_page and page:
            pages.append([])
            waiting = [_without_break(chain[0]), *chain[1:], *waiting]
        elif _chain_height(layout, page, chain, space) <= room + _FITS:
            page.extend(chain)
        elif (halves := _split_last(layout, page, chain, room, space)) is not None:
            page.extend(halves[0])
            pages.append([])
            waiting = [halves[1], *waiting]
        elif page:
            pages.append([])
            waiting = [*chain, *waiting]
        else:
            over = _chain_height(layout, page, chain, space) - room
            raise Overflow(ceil(over / layout.scale.body.leading), chain[-1].name, limit="page")
    return pages


def _without_break(flowable: Flowable) -> Flowable:
    return replace(flowable, starts_page=False)


def _chain(waiting: list[Flowable]) -> tuple[list[Flowable], list[Flowable]]:
    end = 1
    while end < len(waiting) and waiting[end - 1].keep_with_next:
        end += 1
    return waiting[:end], waiting[end:]


def _used(layout: Layout, page: Story, space: Space) -> float:
    return _total(page, _heights(layout, page, space), space) if page else 0.0


def _chain_height(layout: Layout, page: Story, chain: Story, space: Space) -> float:
    gap = space.between(chain[0].between) if page else 0.0
    return gap + _total(chain, _heights(layout, chain, space), space)


def _split_last(
    layout: Layout, page: Story, chain: list[Flowable], room: float, space: Space
) -> tuple[list[Flowable], Flowable] | None:
    """Divide the last block of a chain so that its first part ends the page."""
    *before, last = chain
    used = _chain_height(layout, page, before, space) if before else 0.0
    gap = space.between(last.between) if page or before else 0.0
    halves = last.split(layout.flow.width, room - used - gap, space)
    return ([*before, halves[0]], halves[1]) if halves else None
