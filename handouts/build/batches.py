"""Batches: sheets that print alike, which are tried as one."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from handouts.build.plan import Form, Job, Offer, Sheets
from handouts.model import Clinic
from handouts.status import Status, status_of


@dataclass(frozen=True, slots=True)
class Batch:
    """The sheets of one handout in one edition, for clinics that differ only in names, addresses, hours and covers."""

    form: Form
    clinics: tuple[str, ...]

    def jobs(self) -> Iterator[Job]:
        """Yield the sheets by their names."""
        return (Job(clinic, self.form) for clinic in self.clinics)

    def without(self, jobs: Collection[Job]) -> "Batch":
        """Return the batch without some of its sheets."""
        return replace(self, clinics=tuple(job.clinic for job in self.jobs() if job not in jobs)) if jobs else self


class _Kind(NamedTuple):
    """What clinics have in common whose sheets are in the same batches."""

    printed: tuple[object, ...]
    is_settled: bool
    handouts: tuple[str, ...]
    editions: tuple[str, ...]


def batches_of(sheets: Sheets) -> list[Batch]:
    """Part sheets into batches."""
    shop = sheets.shop
    batches: defaultdict[tuple[Form, Status, object], list[str]] = defaultdict(list)
    for kind, offers in _alike(sheets).items():
        first, clinics = offers[0], [offer.clinic for offer in offers]
        for ident in first.handouts:
            settled = shop.is_settled(ident, first.clinic)
            status = status_of(shop.content.handouts[ident], shop.today, settled=settled)
            for edition in first.editions:
                batches[Form.of(ident, edition), status, kind.printed] += clinics
    return [Batch(form, tuple(clinics)) for (form, *_), clinics in batches.items()]


def _alike(sheets: Sheets) -> Mapping[_Kind, list[Offer]]:
    """Return what clinics give out that print alike, and give out the same."""
    shop = sheets.shop
    alike: defaultdict[_Kind, list[Offer]] = defaultdict(list)
    for offer in sheets.offers:
        editions = tuple(edition.id for edition in offer.editions)
        is_settled = ("clinics", offer.clinic) not in shop.standing.unsettled
        alike[_Kind(_printed(shop.content.clinics[offer.clinic]), is_settled, offer.handouts, editions)].append(offer)
    return alike


def _printed(clinic: Clinic) -> tuple[object, ...]:
    """Return what a clinic prints besides its texts."""
    figures = tuple((name, figure.value, figure.to) for name, figure in sorted(clinic.overrides.items()))
    return clinic.brand, figures, clinic.booking is None, clinic.extension is None
