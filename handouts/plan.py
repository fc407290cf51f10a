"""What is to be made: every handout that a clinic offers, in every edition that it wants, in a stable order."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from handouts.content import Loaded
from handouts.content.decoding import SourceText
from handouts.content.ownership import Owner
from handouts.content.suggestions import did_you_mean
from handouts.editions import Edition, editions_of
from handouts.errors import Problem, UsageError
from handouts.languages import LANGUAGES
from handouts.layout import Layout
from handouts.model import Content
from handouts.sheet import Sheet
from handouts.standing import Standing, parts_of, standing_of


@dataclass(frozen=True, slots=True)
class Selection:
    """A part of all sheets; what names nothing leaves everything in.

    Attributes:
        editions: Layouts (`single`) or editions (`single-fr`).
        languages: A file is in when all its languages are.
    """

    clinics: tuple[str, ...] = ()
    handouts: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def has(self, sheet: Sheet) -> bool:
        """Whether a sheet is in this part."""
        edition = sheet.edition
        return (
            _is_in(self.clinics, sheet.clinic_id)
            and _is_in(self.handouts, sheet.handout_id)
            and _is_in(self.editions, edition.id, edition.layout.id)
            and all(_is_in(self.languages, language.code) for language in edition.languages)
        )


def _is_in(chosen: Collection[str], *names: str) -> bool:
    return not chosen or any(name in chosen for name in names)


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
        layout = next(layout for layout in self.layouts if layout.id == job.layout)
        edition = Edition(layout, tuple(LANGUAGES[code] for code in job.languages))
        return self.sheet_of(job.handout, job.clinic, edition)

    def sheet_of(self, handout: str, clinic: str, edition: Edition, *, proof: bool = False) -> Sheet:
        """Return the sheet of a handout for a clinic; a proof is only looked at."""
        return next(self.sheets_of(handout, clinic, (edition,), proof=proof))

    def sheets_of(
        self, handout: str, clinic: str, editions: Iterable[Edition], *, proof: bool = False
    ) -> Iterator[Sheet]:
        """Yield the sheets of a handout for a clinic, one an edition."""
        standing = self.standing
        settled = not standing.unsettled or standing.is_settled(parts_of(self.content, handout, clinic))
        for edition in editions:
            yield Sheet(self.content, self.root, handout, clinic, edition, self.today, self.sources, settled, proof)


def open_shop(loaded: Loaded, file: Path, layouts: Sequence[Layout], today: date) -> Workshop:
    """Return what all sheets of a content are made from; `file` is the first that it is in."""
    root, standing = file.parent.absolute(), standing_of(loaded, file)
    return Workshop(loaded.content, root, tuple(layouts), today, loaded.sources.files, standing)


@dataclass(frozen=True, slots=True)
class Job:
    """A sheet by its names alone, small enough to be sent to another process."""

    handout: str
    clinic: str
    layout: str
    languages: tuple[str, ...]

    @classmethod
    def of(cls, sheet: Sheet) -> "Job":
        """Name a sheet."""
        edition = sheet.edition
        codes = tuple(language.code for language in edition.languages)
        return cls(sheet.handout_id, sheet.clinic_id, edition.layout.id, codes)


def all_sheets(shop: Workshop) -> tuple[Sheet, ...]:
    """Return every sheet: clinic by clinic, handout by handout, as the content has them, then layout by layout."""
    return tuple(_sheets(shop))


def _sheets(shop: Workshop) -> Iterator[Sheet]:
    every = {layout.id: tuple(editions_of(layout, shop.content)) for layout in shop.layouts}
    for clinic_id, clinic in shop.content.clinics.items():
        wanted = [edition for ident, group in every.items() if ident in clinic.editions for edition in group]
        for handout_id, handout in shop.content.handouts.items():
            if handout.service in clinic.services:
                yield from shop.sheets_of(handout_id, clinic_id, wanted)


def collisions(sheets: Sequence[Sheet]) -> dict[str, Problem]:
    """Find sheets that would have the same file, on systems that take `A.pdf` for `a.pdf` too: a problem by path."""
    found: dict[str, Problem] = {}
    known: dict[tuple[tuple[str, str], ...], list[list[int]]] = {}  # many clinics give out the same handouts
    for _, group in groupby(sheets, key=attrgetter("clinic_id")):  # each has a folder of its own
        own = list(group)
        made_of = tuple((sheet.handout_id, sheet.edition.id) for sheet in own)
        if made_of not in known:
            known[made_of] = _alike(own)
        for numbers in known[made_of]:
            same = [own[number] for number in numbers]
            found |= {sheet.path: _collision(same) for sheet in same}
    return found


def _alike(sheets: Sequence[Sheet]) -> list[list[int]]:
    """Return the places of sheets that would have the same file, together."""
    named: defaultdict[str, list[int]] = defaultdict(list)
    for number, sheet in enumerate(sheets):
        named[sheet.path.casefold()].append(number)
    return [numbers for numbers in named.values() if len(numbers) > 1]


def _collision(same: Sequence[Sheet]) -> Problem:
    which = ", ".join(f"{sheet.handout_id} ({sheet.edition.id})" for sheet in same)
    last = same[-1]
    at = last.handout.slug.span(last.edition.languages[0].code)
    return Problem("E129", f"{which} would have the same file, {last.path}", at, "give one of them another slug")


def selected(
    sheets: Sequence[Sheet], selection: Selection, shop: Workshop, left_out: Collection[Owner] = ()
) -> tuple[Sheet, ...]:
    """Return a part of all sheets; `left_out` are clinics and handouts that have problems, and so no sheets.

    Raises:
        UsageError: A name that nothing has (E902), or names that together leave nothing (E903).
    """
    check_names(selection, shop, left_out)
    chosen = tuple(sheets) if selection == Selection() else tuple(sheet for sheet in sheets if selection.has(sheet))
    if not chosen and not left_out and selection != Selection():
        raise UsageError(
            Problem("E903", "no sheet meets all that was asked for", None, _why_nothing(sheets, selection))
        )
    return chosen


def chosen_handouts(content: Content, selection: Selection) -> tuple[str, ...]:
    """Return the ids of the handouts that were asked for, by their own or by those of clinics that give them out."""
    clinics = [clinic for ident, clinic in content.clinics.items() if _is_in(selection.clinics, ident)]
    offered = {service for clinic in clinics for service in clinic.services}
    return tuple(
        ident
        for ident, handout in content.handouts.items()
        if _is_in(selection.handouts, ident) and (not selection.clinics or handout.service in offered)
    )


def check_names(selection: Selection, shop: Workshop, left_out: Collection[Owner] = ()) -> None:
    """Refuse a selection by names that nothing has.

    Raises:
        UsageError: There is one (E902).
    """
    unknown = list(_unknown(selection, shop, {name for _, name in left_out}))
    if unknown:
        raise UsageError(*unknown)


def _unknown(selection: Selection, shop: Workshop, left_out: Collection[str]) -> Iterator[Problem]:
    content = shop.content
    editions = dict.fromkeys(layout.id for layout in shop.layouts)
    editions |= dict.fromkeys(edition.id for layout in shop.layouts for edition in editions_of(layout, content))
    for what, chosen, known in (
        ("clinic", selection.clinics, content.clinics),
        ("handout", selection.handouts, content.handouts),
        ("edition", selection.editions, editions),
        ("language", selection.languages, content.languages),
    ):
        for name in chosen:
            if name not in known and name not in left_out:
                hint = did_you_mean(name, list(known), "there are: {words}")
                yield Problem("E902", f"there is no {what} “{name}”", None, hint)


def _why_nothing(sheets: Sequence[Sheet], selection: Selection) -> str:
    """Say what there is for the clinics and handouts that were asked for."""
    wide = Selection(clinics=selection.clinics, handouts=selection.handouts)
    there = dict.fromkeys(sheet.edition.id for sheet in sheets if wide.has(sheet))
    if not there:
        return "the clinic does not offer the service of that handout; `list` shows what each clinic has"
    editions = ", ".join(there)
    if selection.languages:
        return f"for these there is: {editions} (`--lang` chooses files that hold no other language)"
    return f"for these there is: {editions}"
