"""A story -> the blocks of each page: what stays together, what is divided, what a last page holds at least."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil
from types import MappingProxyType
from typing import Literal

from handouts.flowables.base import Flowable
from handouts.layout import Layout
from handouts.space import Space

FITS = 0.01  # points
_LEAST_LAST_PAGE = 0.25  # of the room of a page: what the last one of several holds

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


def body_top(layout: Layout, space: Space, *, first: bool) -> float:
    """Return where blocks begin on a page."""
    return space.top + layout.head_height(first=first) + space.between("title")


def room_of(layout: Layout, space: Space, *, first: bool) -> float:
    """Return the height that a page has for blocks."""
    return layout.flow.bottom - body_top(layout, space, first=first)


def total(story: Story, heights: Sequence[float], space: Space) -> float:
    """Return the height of blocks with the gaps between them."""
    gaps = sum(space.between(flowable.between) for flowable in story[1:])
    return sum(heights) + gaps


def heights_of(layout: Layout, story: Story, space: Space) -> list[float]:
    """Return the height of each block."""
    return [flowable.height(layout.flow.width, space) for flowable in story]


def divide(
    layout: Layout, story: Story, space: Space, *, spared: Mapping[int, float] = MappingProxyType({})
) -> list[list[Flowable]]:
    """Divide a story into pages: a page is filled until the next block, with what it keeps to, does not fit.

    `spared` are the points that pages (from 1) leave white at their foot.
    """
    pages: list[list[Flowable]] = [[]]
    waiting = list(story)
    while waiting:
        chain, waiting = _chain(waiting)
        page = pages[-1]
        room = room_of(layout, space, first=len(pages) == 1) - used_by(layout, page, space)
        room -= spared.get(len(pages), 0.0)
        if chain[0].starts_page and page:
            pages.append([])
            waiting = [_without_break(chain[0]), *chain[1:], *waiting]
        elif _chain_height(layout, page, chain, space) <= room + FITS:
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
            limit: Limit = "first page" if any(part.kind in layout.first_page for part in chain) else "page"
            raise Overflow(ceil(over / layout.scale.body.leading), chain[-1].name, limit=limit)
    return pages


def _without_break(flowable: Flowable) -> Flowable:
    return replace(flowable, starts_page=False)


def _chain(waiting: list[Flowable]) -> tuple[list[Flowable], list[Flowable]]:
    end = 1
    while end < len(waiting) and waiting[end - 1].keep_with_next:
        end += 1
    return waiting[:end], waiting[end:]


def used_by(layout: Layout, page: Story, space: Space) -> float:
    """Return the height that the blocks of a page take."""
    return total(page, heights_of(layout, page, space), space) if page else 0.0


def _chain_height(layout: Layout, page: Story, chain: Story, space: Space) -> float:
    gap = space.between(chain[0].between) if page else 0.0
    return gap + total(chain, heights_of(layout, chain, space), space)


def _split_last(
    layout: Layout, page: Story, chain: list[Flowable], room: float, space: Space
) -> tuple[list[Flowable], Flowable] | None:
    """Divide the last block of a chain so that its first part ends the page."""
    *before, last = chain
    used = _chain_height(layout, page, before, space) if before else 0.0
    gap = space.between(last.between) if page or before else 0.0
    halves = last.split(layout.flow.width, room - used - gap, space)
    return ([*before, halves[0]], halves[1]) if halves else None


def first_page_is_whole(layout: Layout, parts: Sequence[Story]) -> bool:
    """Whether nothing that must stand on the first page stands on a later one."""
    later = {flowable.kind for part in parts[1:] for flowable in part}
    return not later & layout.first_page


def is_scant(layout: Layout, part: Story, space: Space) -> bool:
    """Whether a page holds but a few lines."""
    return used_by(layout, part, space) < _LEAST_LAST_PAGE * room_of(layout, space, first=False)


def divide_evenly(layout: Layout, story: Story, space: Space) -> list[list[Flowable]]:
    """Divide a story into pages; where the last would hold but a few lines, the one before gives it some of its own."""
    parts = divide(layout, story, space)
    if layout.max_pages is not None or len(parts) == 1:
        return parts
    for spare in _spares(layout, space):
        if not is_scant(layout, parts[-1], space):
            break
        try:
            shorter = divide(layout, story, space, spared={len(parts) - 1: spare})
        except Overflow:  # what the page before holds needs all of it
            break
        if len(shorter) != len(parts) or not first_page_is_whole(layout, shorter):
            break
        parts = shorter
    return parts


def _spares(layout: Layout, space: Space) -> Iterator[float]:
    """Yield what a page can give to the last one, line by line."""
    leading = layout.scale.body.leading
    most = _LEAST_LAST_PAGE * room_of(layout, space, first=False)
    yield from (lines * leading for lines in range(1, ceil(most / leading) + 1))
