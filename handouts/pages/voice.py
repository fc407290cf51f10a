"""What running content says: in which language, of which sheet, on which page."""

from collections.abc import Iterator
from dataclasses import dataclass

from handouts.editions import Edition, file_name
from handouts.languages import LANGUAGES, Language
from handouts.sheet import Sheet
from handouts.wording.resolve import Wording

DOT = " · "


@dataclass(frozen=True, slots=True)
class Voice:
    """What running content says in one language.

    Attributes:
        short_dates: `dates` with days in figures (CAN/CSA-Z234.4-89), for where the words do not fit.
    """

    language: Language
    wordmark: str
    tagline: str
    clinic: str
    under_clinic: str
    title: str
    version: str
    reviewed: str
    next_review: str
    short_dates: str
    pointer: str

    @property
    def dates(self) -> str:
        """Version, day of review and of the next."""
        return DOT.join((self.version, self.reviewed, self.next_review))

    def folio(self, page: int, pages: int) -> str:
        """Return the page number."""
        return self.language.labels.folio.format(page=page, pages=pages)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: its number of how many, from 1; its print code; whether it is the first of its language."""

    page: int
    pages: int
    code: str
    first: bool


def voice_of(sheet: Sheet, language: Language) -> Voice:
    """Return what running content says in a language."""
    wording, labels, handout, clinic = sheet.wording(language), language.labels, sheet.handout, sheet.clinic
    address = clinic.address
    parts = (f"{address.number}, {address.street}", address.unit, address.city)
    street = language.typeset(", ".join(part for part in parts if part))
    large = sheet.edition.layout.footer == "stack"
    return Voice(
        language=language,
        wordmark=wording.plain(sheet.brand.name),
        tagline=wording.plain(sheet.brand.tagline) if sheet.brand.tagline else "",
        clinic=wording.plain(clinic.name),
        under_clinic=wording.clinic_fact("phone") if large else street,
        title=wording.plain(handout.title),
        version=wording.label(labels.version, version=handout.version),
        reviewed=wording.label(labels.reviewed, date=language.date(handout.reviewed)),
        next_review=wording.label(labels.next_review, date=language.date(handout.review_due)),
        short_dates=DOT.join(_figures(sheet, wording)),
        pointer=_pointer(sheet, language),
    )


def _figures(sheet: Sheet, wording: Wording) -> Iterator[str]:
    """Yield version, day of review and of the next, dates in figures."""
    labels, handout = wording.language.labels, sheet.handout
    yield wording.label(labels.version, version=handout.version)
    yield wording.label(labels.reviewed, date=handout.reviewed.isoformat())
    yield wording.label(labels.next_review, date=handout.review_due.isoformat())


def _pointer(sheet: Sheet, language: Language) -> str:
    """Return where the other language is, said in that language."""
    edition = sheet.edition
    if edition.layout.arrangement == "rows":
        return language.typeset(language.labels.in_this_column)
    others = [LANGUAGES[code] for code in sheet.content.languages if code != language.code]
    if not others:
        return ""
    other = others[0]
    if edition.layout.arrangement == "cards":
        return other.typeset(other.labels.in_this_column)
    if edition.layout.bilingual:
        return other.typeset(other.labels.on_other_side)
    name = file_name(sheet.handout, Edition(edition.layout, (other,)))
    return other.typeset(other.labels.in_other_file.format(file=name))
