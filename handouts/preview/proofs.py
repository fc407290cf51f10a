"""Proofs: trial sheets of what was chosen, as the content stands, and every problem that it has."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from handouts.assembly.assemble import assemble
from handouts.build.inputs import Inputs
from handouts.build.plan import Workshop
from handouts.editions import Edition
from handouts.errors import HandoutsError, Problem
from handouts.layout import Layout
from handouts.preview.choice import Choice, Options, options
from handouts.preview.fullness import by_page
from handouts.preview.pictures import PagePicture, page_pictures
from handouts.preview.reader import Reader
from handouts.render import Drawn, render
from handouts.sheet import Sheet
from handouts.status import Status

_KEPT = 24  # sheets drawn lately


@dataclass(frozen=True, slots=True)
class ProofPage:
    """A page of a proof; `fullness` is None where a page holds no text of ours."""

    picture: PagePicture
    fullness: float | None


@dataclass(frozen=True, slots=True)
class ProofSheet:
    """A trial sheet.

    Attributes:
        edition: Its id.
        languages: Codes, in the order in which they come.
        notes: What was changed in the clinic's own pages.
        limited: Whether its layout has a set number of pages, so that a text can be too long.
        old: Whether the content has problems since, so that this is how it last was.
    """

    edition: str
    languages: tuple[str, ...]
    status: Status
    pages: tuple[ProofPage, ...]
    pdf: bytes = field(repr=False)
    notes: tuple[Problem, ...] = ()
    limited: bool = False
    old: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A problem, and the line that it stands in.

    Attributes:
        here: Whether it is about what is shown; if not, it is about another handout or clinic.
    """

    problem: Problem
    line: str = ""
    here: bool = True


@dataclass(frozen=True, slots=True)
class Proof:
    """What a page of the preview shows.

    Attributes:
        choice: What is shown, settled.
        options: What can be chosen.
        editions: Ids of what was to be drawn; a sheet is missing where it could not be.
        checked: Whether `problems` are all; if not, only those that were found on the way.
    """

    choice: Choice
    options: Options = field(default_factory=Options)
    editions: tuple[str, ...] = ()
    sheets: tuple[ProofSheet, ...] = ()
    problems: tuple[Told, ...] = ()
    checked: bool = True


class Proofs:
    """Makes proofs. Remembers what could be read last, so that pages can be shown while a file is half typed."""

    def __init__(self, content: Path, layouts: Sequence[Layout], today: date) -> None:
        self._layouts = tuple(layouts)
        self._reader = Reader(content, self._layouts, today)
        self._drawn: OrderedDict[str, ProofSheet] = OrderedDict()
        self._edit = -1

    def make(self, choice: Choice, edit: int, *, checked: bool = True) -> Proof:
        """Make a proof.

        Args:
            choice: What is shown.
            edit: A number that grows with each edit: the content is read again when it is a new one.
            checked: Whether every check is run; without, it takes less long.
        """
        reader = self._reader
        if edit != self._edit:
            reader.read()
            self._edit = edit
        if checked:
            reader.check()
        return replace(self._made(choice), checked=reader.checked)

    def _made(self, choice: Choice) -> Proof:
        reader = self._reader
        choice = reader.opened(choice)
        shop, old = reader.shop_for(choice)
        if shop is None:
            return Proof(choice, self._options(choice), problems=self._told(choice, reader.problems))
        settled = choice.settled(shop.content, self._layouts)
        chosen = tuple(settled.editions(shop.content, self._layouts))
        sheets, problems = self._sheets(shop, settled, chosen)
        if old:  # what drawing has to say is out of date as well
            sheets, problems = [replace(sheet, old=True) for sheet in sheets], []
        return Proof(
            settled, self._options(settled), tuple(edition.id for edition in chosen), tuple(sheets),
            self._told(settled, [*reader.problems, *problems]),
        )  # fmt: skip

    def _options(self, choice: Choice) -> Options:
        content, left_out = self._reader.known
        return options(content, self._layouts, choice, left_out, self._reader.ids) if content else Options()

    def _told(self, choice: Choice, problems: Sequence[Problem]) -> tuple[Told, ...]:
        reader, order = self._reader, self._reader.sources.reading_order()
        return tuple(
            Told(problem, reader.sources.line(problem.at) if problem.at else "", reader.is_about(problem, choice))
            for problem in sorted(dict.fromkeys(problems), key=lambda problem: order(problem.at))
        )

    def _sheets(
        self, shop: Workshop, choice: Choice, editions: Sequence[Edition]
    ) -> tuple[list[ProofSheet], list[Problem]]:
        """Return the sheets that can be drawn, and why the others cannot."""
        sheets: list[ProofSheet] = []
        problems: list[Problem] = []
        inputs = Inputs(shop)
        for edition in editions:
            sheet = shop.sheet_of(choice.handout, choice.clinic, edition, proof=True)
            try:
                sheets.append(self._proof(sheet, inputs))
                problems += sheets[-1].notes
            except HandoutsError as error:
                problems += error.problems
            except Exception as error:  # noqa: BLE001 (a fault of ours must not hide the other sheets and problems)
                problems.append(out_of_order(f"{edition.id} could not be drawn: {type(error).__name__}: {error}"))
        return sheets, problems

    def _proof(self, sheet: Sheet, inputs: Inputs) -> ProofSheet:
        key = f"{inputs.of(sheet)} {sheet.handout_id} {sheet.edition.id}"
        found = self._drawn.get(key) or _draw(sheet)
        self._drawn[key] = found
        self._drawn.move_to_end(key)
        while len(self._drawn) > _KEPT:
            self._drawn.popitem(last=False)
        return found


def _draw(sheet: Sheet) -> ProofSheet:
    drawn: Drawn = render(sheet)
    pdf = assemble(drawn.body, drawn.details)
    pictures = list(page_pictures(pdf))
    taken = by_page(sheet.edition.layout, drawn.faces, len(pictures))
    pages = tuple(ProofPage(picture, part) for picture, part in zip(pictures, taken, strict=True))
    limited = sheet.edition.layout.max_pages is not None
    languages = tuple(language.code for language in sheet.edition.languages)
    return ProofSheet(sheet.edition.id, languages, sheet.status, pages, pdf, drawn.notes, limited)


def out_of_order(what: str) -> Problem:
    """Return a problem that is the program's own, not the content's."""
    return Problem("E990", what, None, "save again; if this stays, tell whoever looks after this program")
