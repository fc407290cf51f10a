"""A clinic: who hands the sheet out, and how to reach it."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from handouts.model.base import (
    AssetPath,
    BrandId,
    DurationId,
    Editions,
    Line,
    Located,
    Services,
    Text,
    UnfitError,
    without_spans,
)
from handouts.model.facts import Override
from handouts.model.figures import Hour

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

PHONE = r"^(1 )?[2-9][0-9]{2} [2-9][0-9]{2}-[0-9]{4}\z"
Phone = Annotated[str, StringConstraints(pattern=PHONE)]
"""`418 555-0134`, as OQLF has it: no brackets, no dots, one hyphen."""


EXTENSION = r"^[0-9]{1,6}\z"
Extension = Annotated[str, StringConstraints(pattern=EXTENSION)]
"""What is dialled after the number has answered: `204`."""


_SCHEME = re.compile(r"^(?:[A-Za-z]{4,6}:?/+|[A-Za-z]{4,6}:|:?/+)")
_SCHEMES = re.compile(rf"{_SCHEME.pattern}(?:https?:?/+)*")
_TWICE = re.compile(r"https://(?:https?:?/|/)")
_INSIDE = re.compile(r"""[\[(<"']\s*((?:https?://|www\.)[^\s<>()\[\]"']+)""")  # as a message or a web page has it
_DOI = re.compile(r"^doi:\s*(?:https?://doi\.org/)?", re.IGNORECASE)
_ADDRESS = re.compile(rf"(?:{_SCHEME.pattern})?([\w-]+(?:\.[\w-]+)+(?:/\S*)?)")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_BETWEEN_ADDRESSES = re.compile(r"[,;]?\s+|[,;]+(?=https?:|www\.)")


def _whole_address(url: str) -> str:
    """Write the address that was meant."""
    if "@" in url:
        return "this is an email address; write the address of the website"
    bare = found[1] if (found := _INSIDE.search(url)) else "".join(url.split())
    bare = _SCHEMES.sub("", _DOI.sub("https://doi.org/", bare))
    if not _HOST.match(bare):
        return "write the whole address, as in https://clinic.example"
    return f"write https://{bare}"


def _addresses(url: str) -> list[str]:
    """Return the addresses that something parts; none where nothing does."""
    parts = _BETWEEN_ADDRESSES.split(url)
    return [found[1] for part in parts if (found := _ADDRESS.fullmatch(part))] if len(parts) > 1 else []


def _https(url: str) -> str:
    if len(several := _addresses(url)) > 1:
        first = several[0]
        hint = f"write one address, and nothing else: https://{first}"
        raise UnfitError("several web addresses stand here, and only one can be printed", hint)
    if not url.startswith("https://") or _TWICE.match(url) or url.split() != [url] or len(url) < len("https://a.b"):
        raise UnfitError("a web address must begin with https:// and hold no spaces", _whole_address(url))
    return url.rstrip("/")


WebAddress = Annotated[str, StringConstraints(max_length=300), AfterValidator(_https)]


POSTAL_CODE = r"^[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] [0-9][ABCEGHJ-NPRSTV-Z][0-9]\z"


class Address(Located):
    """A civic address in parts (OQLF and Canada Post order): 12, rue des Sapins, bureau 3.

    Attributes:
        number: The number in the street.
        street: The street with its kind, small letters first: `rue des Pins`.
        unit: The office or suite: `bureau 3`.
        city: The city or town.
        province: The province; left out, Québec.
        postal_code: As in `G1R 2S5`: capital letters, a space in the middle.
    """

    number: Line
    street: Line
    unit: Line | None = None
    city: Line
    province: Line = "Québec"
    postal_code: Annotated[str, StringConstraints(pattern=POSTAL_CODE)]


_NOON = 12
_OPENING, _CLOSING = 7, 15  # hours: no clinic opens before, and none that opens by then closes earlier


class Hours(Located):
    """The same opening hours on one day, or from one day to another.

    Attributes:
        first: The day, or the first of several.
        last: The last day, when these hours are for several.
        opens: When the clinic opens: `9:00`.
        closes: When it closes: `17:00`.
    """

    first: Weekday
    last: Weekday | None = None
    opens: Hour
    closes: Hour

    @model_validator(mode="after")
    def _closes_after_it_opens(self) -> "Hours":
        if self.closes <= self.opens:
            message = f"`closes` ({self.closes:%H:%M}) must be later than `opens` ({self.opens:%H:%M})"
            hint = "see whether the two are the wrong way round; write 13:00 for one in the afternoon"
            if _OPENING <= self.closes.hour < _NOON and self.opens.hour >= _CLOSING:
                early, late = f"{self.closes:%H:%M}", f"{self.opens:%H:%M}"
                hint = f'the two are the wrong way round: write   opens: "{early}", closes: "{late}"'
            elif (
                self.closes.hour < _NOON and (later := self.closes.replace(hour=self.closes.hour + _NOON)) > self.opens
            ):
                hint = f"write {later:%H:%M} for the afternoon; or see whether the two are the wrong way round"
            raise UnfitError(message, hint)
        return self


class Cover(Located):
    """The pages in front of a handout.

    Attributes:
        kind: `generated` from the brand, the clinic's own PDF `file`, or `none`.
        file: The clinic's own cover: a path under `assets/`, to a PDF. Only with the kind `file`.
        alt: What the clinic's own cover shows and says, for those who cannot see it.
        notes: The clinic's own pages (PDF under `assets/`) after the cover.
    """

    kind: Literal["generated", "file", "none"] = "none"
    file: AssetPath | None = None
    alt: Text | None = None
    notes: tuple["NotePages", ...] = ()

    @model_validator(mode="after")
    def _a_file_has_a_description(self) -> "Cover":
        if (self.kind == "file") != (self.file is not None):
            hint = "write the path after `file:`, or take `file:` out and say `kind: generated` or `kind: none`"
            raise UnfitError("a cover of kind `file` needs `file:`, and no other kind has it", hint, "kind")
        if self.file is not None and self.alt is None:
            hint = 'add   alt: { fr: "…", en: "…" }   beside `file:`'
            raise UnfitError("a cover file needs `alt:`, what it shows, for those who cannot see it", hint, "file")
        return self


class NotePages(Located):
    """A PDF of the clinic's own, put after its cover.

    Attributes:
        file: The PDF: a path under `assets/`.
        alt: What the pages show and say, for those who cannot see them.
    """

    file: AssetPath
    alt: Text


class Clinic(Located):
    """A clinic and what it wants of each handout: covers, editions, its own figures.

    Attributes:
        brand: How its sheets look: the id of a brand.
        name: What the clinic is called.
        address: Where it is, in parts.
        phone: As Quebec writes it: `418 555-0100`.
        extension: What is dialled after it, digits only: `204`; left out, none.
        after_hours: Whom to call when the clinic is closed.
        hours: When it is open, one line for each stretch of days.
        website: Its website, beginning with `https://`.
        booking: Its page for appointments, beginning with `https://`.
        services: What it offers, by id: the handouts of these services are made for it.
        cover: The pages in front of a handout; left out, none.
        editions: Which editions it wants; left out, the two-sided sheet and the one-language files.
        overrides: Its own figures in place of shared ones, by the name of the figure; inside `min` and `max`.
    """

    brand: BrandId
    name: Text
    address: Address
    phone: Phone
    extension: Extension | None = None
    after_hours: Text
    hours: tuple[Hours, ...] = Field(min_length=1)
    website: WebAddress
    booking: WebAddress | None = None
    services: Services = Field(min_length=1)
    cover: Cover = Cover()
    editions: Editions = ("two_sided", "single")
    overrides: Annotated[dict[DurationId, Override], BeforeValidator(without_spans)] = Field(default_factory=dict)
