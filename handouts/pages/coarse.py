"""Pictures that are too coarse for the size at which a sheet prints them."""

from collections.abc import Iterator

from handouts.covers.generated import LOGO_SIDE
from handouts.errors import Problem
from handouts.flowables.boxes import figure_size
from handouts.layout import Layout
from handouts.model import blocks
from handouts.paper import Box
from handouts.sheet import Sheet


def coarse_pictures(sheet: Sheet) -> tuple[Problem, ...]:
    """Return a warning (W510) for the logo and each figure that a sheet prints with too few pixels."""
    found = (_coarse_logo(sheet), *(_coarse_figure(sheet, figure) for figure in _figures(sheet)))
    return tuple(dict.fromkeys(problem for problem in found if problem))


def _coarse_logo(sheet: Sheet) -> Problem | None:
    layout = sheet.edition.layout
    covered = layout.covered and sheet.clinic.cover.kind == "generated"
    side = max(layout.logo, LOGO_SIDE if covered else 0)
    return sheet.logo.coarse_at(sheet.logo.fitted(Box(0, 0, side, side)).width, sheet.brand.at.of("logo"))


def _coarse_figure(sheet: Sheet, figure: blocks.Figure) -> Problem | None:
    picture = sheet.picture(figure.file)
    width, _ = figure_size(picture, _measure(sheet.edition.layout))
    return picture.coarse_at(width, figure.at.of("file"))


def _figures(sheet: Sheet) -> Iterator[blocks.Figure]:
    """Yield the figures that the edition prints."""
    layout = sheet.edition.layout
    for section in sheet.handout.sections if layout.prints("figure") else ():
        figures = (block for block in section.blocks if isinstance(block, blocks.Figure))
        yield from (figure for figure in figures if layout.takes(section.editions) and layout.takes(figure.editions))


def _measure(layout: Layout) -> float:
    """Return the width that a figure has at most, in points."""
    return (layout.flow.width - layout.gutter) / 2 if layout.arrangement == "rows" else layout.flow.width
