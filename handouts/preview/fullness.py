"""How full a page is, so that whoever writes sees the room that is left before the text no longer fits."""

from collections.abc import Sequence
from math import ceil, isclose

from handouts.layout import Layout
from handouts.pages.compose import Page
from handouts.pages.division import body_top
from handouts.space import TIGHTEST, Space


def fullness(layout: Layout, page: Page) -> float:
    """Return how much of a page is taken, from 0 to 1.

    Where a layout has a set number of pages its spaces grow to fill them: there it is what the text needs with the
    spaces at their least, of what there is. Elsewhere it is how far down the text goes.
    """
    top, bottom = page.placed[0].box.top, layout.flow.bottom
    if layout.max_pages is None:
        return (page.placed[-1].box.bottom - top) / (bottom - top)
    least = Space(layout.spacing, TIGHTEST)
    first = isclose(top, body_top(layout, page.space, first=True), abs_tol=0.5)
    flowables = [placed.flowable for placed in page.placed]
    gaps = sum(least.between(flowable.between) for flowable in flowables[1:])
    needed = gaps + sum(flowable.height(layout.flow.width, least) for flowable in flowables)
    return needed / (bottom - body_top(layout, least, first=first))


def by_page(layout: Layout, faces: Sequence[Page], pages: int) -> list[float | None]:
    """Return how full each page of a file is; None for the pages in front, which hold no text of ours.

    Args:
        layout: How it is laid out.
        faces: What stands on the pages after the front, or on its cards.
        pages: How many pages the file has.
    """
    together = max(1, len(layout.cards))
    sheets = [faces[start : start + together] for start in range(0, len(faces), together)]
    taken: list[float | None] = [max(fullness(layout, face) for face in sheet) for sheet in sheets]
    return [None] * (pages - ceil(len(faces) / together)) + taken
