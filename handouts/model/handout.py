"""A handout: what it says, who answers for it, and until when."""

from calendar import monthrange
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationInfo, field_validator, model_validator

from handouts.model.base import Editions, Id, Line, Located, ServiceId, Text, UnfitError
from handouts.model.blocks import Block
from handouts.model.clinic import WebAddress
from handouts.model.figures import Day

MAX_REVIEW_MONTHS = 36  # PIF TICK: reviewed at least every three years


CODE = r"^[A-Z]{3}\z"
VERSION = r"^[0-9]{1,3}\.[0-9]{1,3}\z"


def _months_later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class Source(Located):
    """Where a fact comes from.

    Attributes:
        title: Who says so: author, title, or the name of the site.
        url: Its address, beginning with `https://`.
    """

    title: Line
    url: WebAddress | None = None


class Approval(Located):
    """Whether a clinician answers for the text: `sample` and `draft` are marked on every page.

    Attributes:
        status: Whether a clinician answers for the text.
        by: Who approved it: the name of the clinician.
        role: What that person is.
        on: The date of the approval: `2026-05-02`.
    """

    status: Literal["sample", "draft", "approved"]
    by: Line | None = None
    role: Text | None = None
    on: Day | None = None

    @model_validator(mode="after")
    def _an_approval_names_who_and_when(self) -> "Approval":
        if self.status == "approved" and not (self.by and self.role and self.on):
            missing = [f"`{name}:`" for name in ("by", "role", "on") if not getattr(self, name)]
            hint = f"add {', '.join(missing)} under `approval:`, or set `status: draft` until a clinician approves it"
            raise UnfitError("an approved handout needs `by:` (who), `role:` and `on:` (the date)", hint, "status")
        return self


class Section(Located):
    """A heading and its blocks; `editions` names the only editions that print it.

    Attributes:
        id: A name for the section, its own in the handout.
        heading: The words above the section.
        editions: The only editions that print this section; left out, all of them do.
        blocks: What the section holds, in its order.
    """

    id: Id
    heading: Text | None = None
    editions: Editions = ()
    blocks: tuple[Block, ...] = Field(min_length=1)


class Handout(Located):
    """A handout in every language.

    Attributes:
        code: Three capital letters, on every page: `PIM`.
        version: Two numbers and a point: `1.0`. Raise it with every change that a patient could notice.
        service: What the handout is about: the id of a service. Clinics that offer it get the handout.
        title: The title of the sheet.
        subtitle: The line under the title, on covers.
        slug: What the files are called: small letters without accents, digits and hyphens.
        purpose: What the handout is for, in one sentence.
        reviewed: The day of the last review: `2026-05-02`.
        review_due: The day by which it must be reviewed again, at most 36 months later.
        author_role: Who wrote it, by profession.
        approver_role: Who answers for it, by profession.
        approval: Whether a clinician has approved it. Until then every page says so.
        sources: Where the facts come from.
        conflicts: What the authors could gain from, or that there is nothing.
        sections: What the handout says. The first section holds the main message.
    """

    code: Annotated[str, StringConstraints(pattern=CODE)]
    version: Annotated[str, StringConstraints(pattern=VERSION)]
    service: ServiceId
    title: Text
    subtitle: Text
    slug: Text
    purpose: Text
    reviewed: Day
    review_due: Day
    author_role: Text
    approver_role: Text
    approval: Approval
    sources: tuple[Source, ...] = Field(min_length=1)
    conflicts: Text
    sections: tuple[Section, ...] = Field(min_length=1)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of all sections, in their order."""
        return tuple(block for section in self.sections for block in section.blocks)

    @property
    def figures(self) -> tuple[str, ...]:
        """The files of the pictures that its blocks show, each once."""
        return tuple(dict.fromkeys(block.file for block in self.blocks if block.block == "figure"))

    @field_validator("review_due")
    @classmethod
    def _is_reviewed_in_time(cls, due: date, info: ValidationInfo) -> date:
        """Compare the two days as soon as they are read, whatever else of the handout is amiss."""
        reviewed = info.data.get("reviewed")
        if reviewed is not None:
            months = (due.year - reviewed.year) * 12 + due.month - reviewed.month
            late = months > MAX_REVIEW_MONTHS or (months == MAX_REVIEW_MONTHS and due.day > reviewed.day)
            if due <= reviewed or late:
                message = f"`review_due` must be later than `reviewed`, by at most {MAX_REVIEW_MONTHS} months"
                hint = f"write a day after {reviewed} and not after {_months_later(reviewed, MAX_REVIEW_MONTHS)}"
                raise UnfitError(message, hint)
        return due
