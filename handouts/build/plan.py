"""What is to be made: every handout that a clinic offers, in every edition that it wants, in a stable order."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from handouts.content import Loaded
from handouts.content.decoding import SourceText
from handouts.editions import Edition, editions_of
from handouts.errors import Problem
from handouts.languages import LANGUAGES
from handouts.layout import Layout
from handouts.model import Content
from handouts.sheet import Sheet
from handouts.standing import Standing, parts_of, standing_of


@dataclass(frozen=True)
class Workshop:
    """What all sheets are made from: sent once to each process that makes them.

    Attributes:
        root: The folder of the content, which asset paths start from.
        today: The day on which reviews are or are not overdue.
        sources: The text of each file of the content.
        standing: Which texts are behind in a language.
    """

    content: Content
    root: Path
    layouts: tuple[Layout, ...]
    today: date
    sources: Mapping[str, SourceText] = field(default_factory=dict, repr=False)
    standing: Standing = field(default_factory=Standing, repr=False)

    def sheet(self, job: "Job") -> Sheet:
        """Return the sheet that a job is to make."""
        form = job.form
        layout = next(layout for layout in self.layouts if layout.id == form.layout)
        edition = Edition(layout, tuple(LANGUAGES[code] for code in form.languages))
        return self.sheet_of(form.handout, job.clinic, edition)

    def sheet_of(self, handout: str, clinic: str, edition: Edition, *, proof: bool = False) -> Sheet:
        """Return the sheet of a handout for a clinic; a proof is only looked at."""
        return next(self.sheets_of(handout, clinic, (edition,), proof=proof))

    def sheets_of(
        self, handout: str, clinic: str, editions: Iterable[Edition], *, proof: bool = False
    ) -> Iterator[Sheet]:
        """Yield the sheets of a handout for a clinic, one an edition."""
        settled = self.is_settled(handout, clinic)
        for edition in editions:
            yield Sheet(self.content, self.root, handout, clinic, edition, self.today, self.sources, settled, proof)

    def is_settled(self, handout: str, clinic: str) -> bool:
        """Whether a handout can be given out by a clinic as it is, as far as its languages and approval go."""
        return self.standing.is_settled(parts_of(self.content, handout, clinic)) if self.standing.unsettled else True

    @cached_property
    def editions(self) -> Mapping[str, tuple[Edition, ...]]:
        """The editions of each layout, by its id."""
        return {layout.id: tuple(editions_of(layout, self.content)) for layout in self.layouts}


def open_shop(loaded: Loaded, file: Path, layouts: Sequence[Layout], today: date) -> Workshop:
    """Return what all sheets of a content are made from; `file` is the first that it is in."""
    root, standing = file.parent.absolute(), standing_of(loaded, file)
    return Workshop(loaded.content, root, tuple(layouts), today, loaded.sources.files, standing)


@dataclass(frozen=True, slots=True)
class Form:
    """A handout in an edition, by names alone: what clinics have in common."""

    handout: str
    layout: str
    languages: tuple[str, ...]

    @classmethod
    def of(cls, handout: str, edition: Edition) -> "Form":
        """Name a handout in an edition."""
        return cls(handout, edition.layout.id, tuple(language.code for language in edition.languages))


@dataclass(frozen=True, slots=True)
class Job:
    """A sheet by its names alone, small enough to be sent to another process."""

    clinic: str
    form: Form

    @classmethod
    def of(cls, sheet: Sheet) -> "Job":
        """Name a sheet."""
        return cls(sheet.clinic_id, Form.of(sheet.handout_id, sheet.edition))


@dataclass(frozen=True, slots=True)
class Offer:
    """What a clinic gives out: each of these handouts in each of these editions."""

    clinic: str
    handouts: tuple[str, ...]
    editions: tuple[Edition, ...]

    def __len__(self) -> int:
        """How many sheets that is."""
        return len(self.handouts) * len(self.editions)


class Sheets(Collection[Sheet]):
    """Sheets of a content: clinic by clinic, handout by handout, as the content has them, then layout by layout.

    Each is made once somebody looks at it: of hundreds of thousands, a check looks at few.

    Attributes:
        shop: What they are made from.
        offers: What they are, by their names.
    """

    def __init__(self, shop: Workshop, offers: Iterable[Offer]) -> None:
        self.shop = shop
        self.offers = tuple(filter(len, offers))

    def __len__(self) -> int:
        return sum(map(len, self.offers))

    def __iter__(self) -> Iterator[Sheet]:
        return iter(self._made)

    def __contains__(self, sheet: object) -> bool:
        return sheet in self._made

    @cached_property
    def _made(self) -> tuple[Sheet, ...]:
        sheets_of = self.shop.sheets_of
        return tuple(
            sheet
            for offer in self.offers
            for handout in offer.handouts
            for sheet in sheets_of(handout, offer.clinic, offer.editions)
        )

    def of(self, *, clinics: Collection[str] = (), handouts: Collection[str] = ()) -> "Sheets":
        """Return those of these clinics, and those of these handouts."""
        offers = (
            offer
            if offer.clinic in clinics
            else replace(offer, handouts=tuple(ident for ident in offer.handouts if ident in handouts))
            for offer in self.offers
        )
        return Sheets(self.shop, offers)

    def place(self) -> Callable[[Sheet], tuple[int, ...]]:
        """Return what sorts sheets into the order that they have here."""
        clinics = {offer.clinic: number for number, offer in enumerate(self.offers)}
        handouts = {ident: number for number, ident in enumerate(self.shop.content.handouts)}
        every = [edition.id for editions in self.shop.editions.values() for edition in editions]
        return lambda sheet: (clinics[sheet.clinic_id], handouts[sheet.handout_id], every.index(sheet.edition.id))


def all_sheets(shop: Workshop) -> Sheets:
    """Return every sheet that a content asks for."""
    return Sheets(shop, _offers(shop))


def _offers(shop: Workshop) -> Iterator[Offer]:
    for ident, clinic in shop.content.clinics.items():
        wanted = [edition for layout, group in shop.editions.items() if layout in clinic.editions for edition in group]
        given = (name for name, handout in shop.content.handouts.items() if handout.service in clinic.services)
        yield Offer(ident, tuple(given), tuple(wanted))


def collisions(sheets: Sheets) -> dict[Job, Problem]:
    """Find sheets that would have the same file, on systems that take `A.pdf` for `a.pdf` too."""
    found: dict[Job, Problem] = {}
    known: dict[tuple[tuple[str, ...], ...], list[list[Sheet]]] = {}  # many clinics give out the same handouts
    for offer in sheets.offers:
        made_of = offer.handouts, tuple(edition.id for edition in offer.editions)
        if made_of not in known:
            known[made_of] = _alike(Sheets(sheets.shop, [offer]))
        for alike in known[made_of]:
            same = [replace(sheet, clinic_id=offer.clinic) for sheet in alike]
            found |= {Job.of(sheet): _collision(same) for sheet in same}
    return found


def _alike(sheets: Sheets) -> list[list[Sheet]]:
    """Return sheets that would have the same file, together."""
    named: defaultdict[str, list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        named[sheet.path.casefold()].append(sheet)
    return [same for same in named.values() if len(same) > 1]


def _collision(same: Sequence[Sheet]) -> Problem:
    which = ", ".join(f"{sheet.handout_id} ({sheet.edition.id})" for sheet in same)
    last = same[-1]
    at = last.handout.slug.span(last.edition.languages[0].code)
    return Problem("E129", f"{which} would have the same file, {last.path}", at, "give one of them another slug")
