"""One sheet -> a drawn body with its structure, and what the finished file says of itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from handouts.body import Body, Details, PageLabel
from handouts.covers.front import Front, check_cover, draw_front, draw_own_pages
from handouts.editions import print_code
from handouts.errors import DoesNotFit, Problem
from handouts.flowables.base import Flowable, Row
from handouts.flowables.contact import WriteIn
from handouts.languages import Language
from handouts.layout import Layout
from handouts.pages.coarse import coarse_pictures
from handouts.pages.compose import Page, check_faces, check_pages, compose_faces, compose_pages
from handouts.pages.division import Overflow
from handouts.pages.drawing import Drawing, code_of
from handouts.pages.running import Running
from handouts.pages.voice import Place, Voice, voice_of
from handouts.pen import Pen
from handouts.sheet import Sheet
from handouts.story import Telling, tell
from handouts.tagging import Node

_MOST_PAGES = 99  # running content is set for folios as wide as this


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn sheet: its body, and what the file says of itself.

    Attributes:
        notes: What was changed in the clinic's own pages, and which pictures will look coarse.
        faces: What stands on each page after the front, or on each card: a language after the other.
    """

    body: Body
    details: Details
    pages: int
    notes: tuple[Problem, ...]
    faces: tuple[Page, ...] = ()


def render(sheet: Sheet) -> Drawn:
    """Draw a sheet.

    Raises:
        DoesNotFit: The text needs more room than the layout has; says by how much, and where.
        ContentError: The text cannot be printed.
        AssetError: A logo, figure, font or cover cannot be used.
    """
    draft = _draft(sheet)
    pen = draft.pen
    try:
        pages = _composed(draft.running.layout, draft.stories)
    except Overflow as overflow:
        raise _does_not_fit(sheet, overflow) from overflow
    drawing = Drawing(sheet, pen, draft.running, draft.voices)
    drawing.draw(pages)
    pdf = pen.finish()
    body = Body(
        pdf, draft.document, tuple(pen.slots), tuple(pen.links), tuple(pen.fields), drawing.outline(),
    )  # fmt: skip
    faces = tuple(page for language in pages for page in language)
    return Drawn(
        body, _details(sheet, draft.front.pages), pen.page + 1, (*draft.front.notes, *coarse_pictures(sheet)), faces
    )


def prove(sheet: Sheet) -> tuple[Problem, ...]:
    """Find out whether a sheet can be drawn, without drawing it: its spaces are at their least, and nothing is fitted.

    Returns:
        What is changed in the clinic's own pages, and which pictures will look coarse.

    Raises:
        HandoutsError: As `render` does.
    """
    sheet = replace(sheet, tried=True)
    check_cover(sheet)
    notes = prove_own_pages(sheet)
    stories, voices = _told(sheet, Node("Document"))
    try:
        _check_fit(_running(sheet, voices).layout, stories)
    except Overflow as overflow:
        raise _does_not_fit(sheet, overflow) from overflow
    _details(sheet, 0)
    return (*notes, *coarse_pictures(sheet))


def prove_own_pages(sheet: Sheet) -> tuple[Problem, ...]:
    """Find out whether the clinic's own PDFs can be drawn; returns and raises what `prove` does."""
    return draw_own_pages(Pen(sheet.family.regular.name), sheet, Node("Document"))


def _does_not_fit(sheet: Sheet, overflow: Overflow) -> DoesNotFit:
    from handouts.pages.overfull import does_not_fit  # noqa: PLC0415 (nearly everything fits)

    return does_not_fit(sheet, overflow)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A sheet before its blocks are placed: what is in front of them is on the pen already."""

    pen: Pen
    document: Node
    front: Front
    stories: list[list[Flowable]]
    voices: list[Voice]
    running: Running


def _draft(sheet: Sheet) -> _Draft:
    document = Node("Document")
    pen = Pen(sheet.family.regular.name)
    front = draw_front(pen, sheet, document)
    stories, voices = _told(sheet, document)
    return _Draft(pen, document, front, stories, voices, _running(sheet, voices))


def _told(sheet: Sheet, document: Node) -> tuple[list[list[Flowable]], list[Voice]]:
    """Return what stands on the pages of a sheet, and what on their margins, in each of its languages."""
    languages = sheet.edition.languages
    stories = [tell(_telling(sheet, language), document) for language in languages]
    return stories, [voice_of(sheet, language) for language in languages]


def _telling(sheet: Sheet, language: Language) -> Telling:
    return Telling(
        handout=sheet.handout, clinic=sheet.clinic, language=language, layout=sheet.edition.layout, look=sheet.look,
        wording=sheet.wording(language), picture=sheet.picture,
    )  # fmt: skip


def _composed(layout: Layout, stories: Sequence[Sequence[Flowable]]) -> list[list[Page]]:
    """Return the pages of each language; of all together where they share rows."""
    if layout.arrangement == "rows":
        return [compose_pages(layout, _rows(layout, stories))]
    if layout.max_pages == 1:
        return compose_faces(layout, stories)
    return [compose_pages(layout, story) for story in stories]


def _check_fit(layout: Layout, stories: Sequence[Sequence[Flowable]]) -> None:
    if layout.arrangement == "rows":
        check_pages(layout, _rows(layout, stories))
    elif layout.max_pages == 1:
        check_faces(layout, stories)
    else:
        for story in stories:
            check_pages(layout, story)


def _rows(layout: Layout, stories: Sequence[Sequence[Flowable]]) -> list[Flowable]:
    """Put the languages beside each other, block by block."""
    rows: list[Flowable] = []
    for beside in zip(*stories, strict=True):
        parts, first = _aligned(beside), beside[0]
        rows.append(
            Row(
                parts=parts, gutter=layout.gutter, between=first.between, name=first.name, kind=first.kind,
                keep_with_next=first.keep_with_next, starts_page=first.starts_page,
            )
        )  # fmt: skip
    return rows


def _aligned(parts: tuple[Flowable, ...]) -> tuple[Flowable, ...]:
    """Give lines to fill the wider labels of both languages, so that neither has the shorter line."""
    labels = [part.widest_labels() for part in parts if isinstance(part, WriteIn)]
    widest = tuple(max(column) for column in zip(*labels, strict=True))
    return tuple(replace(part, label_widths=widest) if isinstance(part, WriteIn) else part for part in parts)


def _running(sheet: Sheet, voices: Sequence[Voice]) -> Running:
    """Return running content with the room that its texts need, on any page."""
    layout = sheet.edition.layout
    groups = [list(voices)] if layout.arrangement == "rows" else [[voice] for voice in voices]
    pages = [(group, Place(_MOST_PAGES, _MOST_PAGES, code_of(sheet, group), first=True)) for group in groups]
    return Running(layout, sheet.look, sheet.logo, sheet.marks).fitted(pages)


def _details(sheet: Sheet, front: int) -> Details:
    languages, handout = sheet.edition.languages, sheet.handout
    wordings = [sheet.wording(language) for language in languages]
    # the day of the review, not of the build: the same text gives the same file on any day
    modified = datetime.combine(handout.reviewed, time(), UTC)
    labels = (PageLabel(0, "r"), PageLabel(front, "D")) if front else (PageLabel(0, "D"),)
    return Details(
        title=" / ".join(wording.plain(handout.title) for wording in wordings),
        language=languages[0].tag,
        author=wordings[0].plain(sheet.clinic.name),
        subject=" / ".join(wording.plain(handout.purpose) for wording in wordings),
        modified=modified,
        fingerprint=sheet.fingerprint,
        page_labels=labels,
        duplex=sheet.edition.layout.duplex,
        keywords=(print_code(handout, sheet.edition.layout, languages, sheet.fingerprint),),
    )
