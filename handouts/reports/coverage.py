"""Who has what: services x clinics x languages x state of review, and what is missing, stale or overdue."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from handouts.build.manifest import Manifest
from handouts.content.ownership import Owner
from handouts.editions import Edition, editions_of, file_name
from handouts.layout import Layout
from handouts.model import Content, Handout
from handouts.standing import Standing, parts_of
from handouts.status import Status, status_of
from handouts.wording.unwritten import unwritten_in

SOON = 90  # days before a review is due in which it is told: a review takes a clinician, and time

Words = Literal["complete", "to write", "stale"]
Files = Literal["made", "not made", "out of date"]
Gap = Literal[
    "missing", "unreadable", "to write", "stale", "overdue", "due soon", "not approved", "not made", "out of date"
]  # fmt: skip

GAPS: tuple[Gap, ...] = (
    "missing", "unreadable", "to write", "stale", "overdue", "due soon", "not approved", "not made", "out of date"
)  # fmt: skip
"""What can be wrong, gravest first."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a clinic has of a handout, or of a service that has none.

    Attributes:
        handout: Its id; empty when no handout is about the service.
        offered: Whether the clinic offers the service.
        editions: That the clinic orders, `single-fr`.
        languages: How complete each language is.
        status: None where there is no text to have one.
        review_in: Days until the review is due; less than none once it is late.
        files: What has become of the files; None when that is not known, or there should be none.
        gaps: What is wrong, gravest first.
    """

    clinic: str
    service: str
    handout: str = ""
    offered: bool = True
    editions: tuple[str, ...] = ()
    languages: Mapping[str, Words] = field(default_factory=dict)
    status: Status | None = None
    review_in: int | None = None
    files: Files | None = None
    gaps: tuple[Gap, ...] = ()

    @property
    def layouts(self) -> tuple[str, ...]:
        """The layouts that the clinic orders."""
        ids = (next((e.removesuffix(f"-{c}") for c in self.languages if e.endswith(f"-{c}")), e) for e in self.editions)
        return tuple(dict.fromkeys(ids))


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every clinic with every handout.

    Attributes:
        rows: Clinic by clinic, service by service, as the content has them.
        languages: Codes.
        nowhere: Handouts that no clinic offers.
    """

    rows: tuple[Row, ...]
    languages: tuple[str, ...]
    nowhere: tuple[str, ...] = ()

    @property
    def offered(self) -> tuple[Row, ...]:
        """The rows of what clinics offer."""
        return tuple(row for row in self.rows if row.offered)

    def part(
        self,
        clinics: Collection[str] = (),
        handouts: Collection[str] = (),
        editions: Collection[str] = (),
        languages: Collection[str] = (),
    ) -> "Coverage":
        """Return the part that is about some clinics, handouts, editions and languages; none named means all."""
        rows = (row for row in self.rows if not clinics or row.clinic in clinics)
        rows = (row for row in rows if not handouts or row.handout in handouts)
        rows = (row for row in rows if not editions or not {*row.editions, *row.layouts}.isdisjoint(editions))
        kept = tuple(code for code in self.languages if not languages or code in languages)
        return replace(self, rows=tuple(rows), languages=kept)

    @property
    def gaps(self) -> Counter[Gap]:
        """How often each thing is wrong with what clinics offer."""
        return Counter(gap for row in self.offered for gap in row.gaps)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the content itself.

    Attributes:
        manifest: Of the finished files; None when there is none.
        inputs: What each file would be made from now, by its path; empty when that is not known.
        standing: Which languages of its texts are behind another.
        left_out: Clinics and handouts that could not be read.
    """

    manifest: Manifest | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    left_out: Collection[Owner] = ()
    standing: Standing = field(default_factory=Standing)


def coverage(content: Content, layouts: Sequence[Layout], today: date, known: Known | None = None) -> Coverage:
    """Find out who has what.

    Args:
        content: The content, as far as it could be read.
        layouts: Every layout that there is.
        today: The day on which reviews are or are not overdue.
        known: What is known beside it.
    """
    survey = _Survey(content, layouts, today, known or Known(), unwritten_in(content))
    offered = {service for clinic in content.clinics.values() for service in clinic.services}
    nowhere = tuple(name for name, handout in content.handouts.items() if handout.service not in offered)
    return Coverage(tuple(survey.rows()), content.languages, nowhere)


@dataclass(frozen=True, slots=True)
class _Survey:
    content: Content
    layouts: Sequence[Layout]
    today: date
    known: Known
    unwritten: Mapping[Owner, frozenset[str]]

    def rows(self) -> Iterator[Row]:
        for clinic in self.content.clinics:
            for service in self.content.services:
                yield from self._about(clinic, service)
            for group, name in sorted(self.known.left_out):
                if group == "handouts":
                    yield Row(clinic, "", name, gaps=("unreadable",))
        for group, name in sorted(self.known.left_out):
            if group == "clinics":
                yield Row(name, "", gaps=("unreadable",))

    def _about(self, clinic: str, service: str) -> Iterator[Row]:
        offered = service in self.content.clinics[clinic].services
        about = [name for name, handout in self.content.handouts.items() if handout.service == service]
        yield from (self._row(clinic, name, offered=offered) for name in about)
        if offered and not about:
            yield Row(clinic, service, gaps=("missing",))

    def _row(self, clinic: str, name: str, *, offered: bool) -> Row:
        handout = self.content.handouts[name]
        parts = parts_of(self.content, name, clinic)
        status = status_of(handout, self.today, settled=self.known.standing.is_settled(parts))
        review_in = (handout.review_due - self.today).days
        if not offered:
            return Row(clinic, handout.service, name, offered=False, status=status, review_in=review_in)
        editions = tuple(self._editions(clinic))
        stale = self.known.standing.behind(parts)
        unwritten = frozenset().union(*(self.unwritten.get(part, frozenset()) for part in parts))
        languages: dict[str, Words] = {
            code: "to write" if code in unwritten else "stale" if code in stale else "complete"
            for code in self.content.languages
        }
        row = Row(
            clinic, handout.service, name, editions=tuple(edition.id for edition in editions), languages=languages,
            status=status, review_in=review_in, files=self._files(clinic, handout, editions),
        )  # fmt: skip
        return _with_gaps(row)

    def _editions(self, clinic: str) -> Iterator[Edition]:
        for layout in self.layouts:
            if layout.id in self.content.clinics[clinic].editions:
                yield from editions_of(layout, self.content)

    def _files(self, clinic: str, handout: Handout, editions: Sequence[Edition]) -> Files | None:
        if self.known.manifest is None:
            return None
        made, inputs = self.known.manifest.files, self.known.inputs
        paths = [f"{clinic}/{file_name(handout, edition)}" for edition in editions]
        if any(path not in made for path in paths):
            return "not made"
        current = all(made[path].inputs == inputs.get(path, made[path].inputs) for path in paths)
        return "made" if current else "out of date"


def _with_gaps(row: Row) -> Row:
    wrong: dict[Gap, bool] = {
        "to write": "to write" in row.languages.values(),
        "stale": "stale" in row.languages.values(),
        "overdue": row.review_in is not None and row.review_in < 0,
        "due soon": row.review_in is not None and 0 <= row.review_in <= SOON,
        "not approved": row.status in {"sample", "draft"},
        "not made": row.files == "not made",
        "out of date": row.files == "out of date",
    }
    return replace(row, gaps=tuple(gap for gap in GAPS if wrong.get(gap)))
