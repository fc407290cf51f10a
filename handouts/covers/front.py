"""The pages in front of a handout: the clinic's cover, generated or its own, and its note pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from handouts.covers.generated import Cover as SetCover
from handouts.covers.generated import draw_cover, set_cover
from handouts.covers.text import CoverOverflow, CoverText, CoverTitle
from handouts.editions import print_code
from handouts.errors import AssetError, DoesNotFit, Problem, Span
from handouts.flowables.base import draw_lines, plain
from handouts.languages import LANGUAGES
from handouts.languages.typesetting import address_lines
from handouts.model import Text
from handouts.model.clinic import Cover
from handouts.paper import Box
from handouts.pen import Pen
from handouts.prepared import Prepared
from handouts.sheet import Sheet, blaming
from handouts.tagging import Node
from handouts.typography.paragraph import set_lines
from handouts.wording.clinic_facts import printed_address
from handouts.wording.resolve import Wording

_STAND_IN = 36.0  # points from the edge of a page that is not there yet


@dataclass(frozen=True, slots=True)
class Front:
    """How many pages come before the body, and what was changed in the clinic's own."""

    pages: int
    notes: tuple[Problem, ...]


def draw_front(pen: Pen, sheet: Sheet, document: Node) -> Front:
    """Draw the pages before the body.

    In an edition that is printed on both sides a blank page follows where the body would begin on a verso.

    Raises:
        AssetError: A file of the clinic's cannot be read or used, or nobody has accepted it.
        DoesNotFit: Title and contact are too long for a generated cover.
    """
    cover, layout = sheet.clinic.cover, sheet.edition.layout
    if not layout.covered:
        return Front(0, ())
    if cover.kind == "generated":
        _draw_generated(pen, sheet, document)
    notes = draw_own_pages(pen, sheet, document)
    if layout.duplex and (pen.page + 1) % 2:
        pen.start_page(layout.paper)
    return Front(pen.page + 1, notes)


def draw_own_pages(pen: Pen, sheet: Sheet, document: Node) -> tuple[Problem, ...]:
    """Draw what comes from the clinic's own PDFs, the same before every handout; return what is changed in it.

    Raises:
        AssetError: As `draw_front` does.
    """
    own_pages = _own_pages(sheet.clinic.cover) if sheet.edition.layout.covered else ()
    return tuple(note for own in own_pages for note in _draw_own(pen, sheet, own, document))


@dataclass(frozen=True, slots=True)
class _Own:
    """A PDF of the clinic's own: where the content names it, what it shows, and whether it is a note."""

    file: str
    alt: Text
    at: Span | None
    note: bool


def _own_pages(cover: Cover) -> Iterator[_Own]:
    if cover.kind == "file" and cover.file and cover.alt:
        yield _Own(cover.file, cover.alt, cover.at.of("file"), note=False)
    for note in cover.notes:
        yield _Own(note.file, note.alt, note.at.of("file"), note=True)


def check_cover(sheet: Sheet) -> None:
    """Find out whether a generated cover has room for its texts, without drawing it.

    Raises:
        DoesNotFit: As `draw_front` does.
    """
    if sheet.edition.layout.covered and sheet.clinic.cover.kind == "generated":
        _set_generated(sheet)


def _draw_generated(pen: Pen, sheet: Sheet, document: Node) -> None:
    draw_cover(pen, _set_generated(sheet), sheet.brand, sheet.look, sheet.logo, document.add("Part"))


def _set_generated(sheet: Sheet) -> SetCover:
    layout = sheet.edition.layout
    try:
        return set_cover(_cover_text(sheet), sheet.look, sheet.logo, layout)
    except CoverOverflow as overflow:
        many = f"{overflow.lines} lines" if overflow.lines > 1 else "1 line"
        message = f"{sheet.clinic_id}, {sheet.handout_id}: {many} too many for the cover of {layout.id}"
        hint = "shorten the title of the handout, or the name and the address of the clinic"
        raise DoesNotFit(Problem("E401", message, sheet.clinic.at.of("cover"), hint)) from overflow


def _draw_own(pen: Pen, sheet: Sheet, own: _Own, document: Node) -> tuple[Problem, ...]:
    """Ask for the pages of a clinic's own PDF, each a figure described in every language of the edition."""
    try:
        prepared = _frozen(sheet, own)
    except AssetError as error:
        if not sheet.proof:
            raise
        _draw_stand_in(pen, sheet, own.file)
        return error.problems
    said = " ".join(sheet.wording(language).plain(own.alt) for language in sheet.edition.languages)
    part = document.add("Part")
    for number in range(len(prepared.pages)):
        pen.start_page(sheet.edition.layout.paper)
        pen.slot(part.add("Figure", alt=said), prepared, number)
    return tuple(replace(note, at=own.at) for note in prepared.notes)


def _frozen(sheet: Sheet, own: _Own) -> Prepared:
    from handouts.frozen import add_command, frozen_pdf  # noqa: PLC0415 (most sheets have no such page)

    command = add_command(own.file, sheet.clinic_id, note=own.note, content=sheet.content_file)
    with blaming(own.at):
        return frozen_pdf(sheet.root, own.file, command)


def _draw_stand_in(pen: Pen, sheet: Sheet, file: str) -> None:
    """Draw the frame of a page that will be there, with the name of its file."""
    layout, style = sheet.edition.layout, sheet.look.styles.body
    frame = Box(layout.flow.left, _STAND_IN, layout.flow.width, layout.paper.height - 2 * _STAND_IN)
    pen.start_page(layout.paper)
    with pen.running("Watermark"):
        pen.box(frame, stroke=sheet.look.palette.hairline, width=1)
        lines = set_lines(plain(file), style, frame.width)
        place = Box(frame.left, frame.top + frame.height / 2, frame.width, 0)
        draw_lines(pen, lines, place, style, None, align="center")


def _cover_text(sheet: Sheet) -> CoverText:
    # French first on every cover, whatever the edition (Charter of the French language, s. 89)
    wordings = [sheet.wording(LANGUAGES[code]) for code in sheet.content.languages]
    first, handout = wordings[0], sheet.handout
    reviewed = [w.label(w.language.labels.reviewed, date=w.language.date(handout.reviewed)) for w in wordings]
    version = first.label(first.language.labels.version, version=handout.version)
    tagline = sheet.brand.tagline
    return CoverText(
        wordmark=first.plain(sheet.brand.name),
        tagline=" · ".join(dict.fromkeys(w.plain(tagline) for w in wordings)) if tagline else "",
        marks=sheet.marks,
        titles=tuple(CoverTitle(w.language.tag, w.plain(handout.title), w.plain(handout.subtitle)) for w in wordings),
        contact=_contact(sheet, wordings),
        colophon=" · ".join((version, *reviewed)),
        code=print_code(handout, sheet.edition.layout, sheet.edition.languages, sheet.fingerprint),
    )


def _contact(sheet: Sheet, wordings: list[Wording]) -> tuple[tuple[str, ...], ...]:
    first, clinic = wordings[0], sheet.clinic

    def every(name: str, **values: str) -> tuple[str, ...]:
        said = (w.label(getattr(w.language.labels, name), **values) for w in wordings)
        return tuple(dict.fromkeys(said))

    extension = every("extension", number=clinic.extension) if clinic.extension else ()
    return (
        (first.plain(clinic.name), *address_lines(clinic.address)),
        (first.language.typeset(clinic.phone), *extension, printed_address(clinic.website)),
        (" ".join(every("closed")), every("closed_line")[0], *every("emergency_line")),
    )
