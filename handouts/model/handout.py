"""A handout: what it says, who answers for it, and until when."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from handouts.model.base import Editions, Id, Line, Located, ServiceId, Text
from handouts.model.blocks import Block
from handouts.model.clinic import WebAddress
from handouts.model.figures import Day

MAX_REVIEW_MONTHS = 36  # PIF TICK: reviewed at least every three years


CODE = r"^[A-Z]{3}\z"
VERSION = r"^[0-9]{1,3}\.[0-9]{1,3}\z"


class Source(Located):
    """Where a fact comes from."""

    title: Line
    url: WebAddress | None = None


class Approval(Located):
    """Whether a clinician answers for the text: `sample` and `draft` are marked on every page."""

    status: Literal["sample", "draft", "approved"]
    by: Line | None = None
    role: Text | None = None
    on: Day | None = None

    @model_validator(mode="after")
    def _an_approval_names_who_and_when(self) -> "Approval":
        if self.status == "approved" and not (self.by and self.role and self.on):
            raise ValueError("an approved handout needs `by:` (who), `role:` and `on:` (the date)")
        return self


class Section(Located):
    """A heading and its blocks; `editions` names the only editions that print it."""

    id: Id
    heading: Text | None = None
    editions: Editions = ()
    blocks: tuple[Block, ...] = Field(min_length=1)


class Handout(Located):
    """A handout in every language."""

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

    @model_validator(mode="after")
    def _is_reviewed_in_time(self) -> "Handout":
        months = (
            (self.review_due.year - self.reviewed.year) * 12 + self.review_due.month - self.reviewed.month
        )
        late = months > MAX_REVIEW_MONTHS or (
            months == MAX_REVIEW_MONTHS and self.review_due.day > self.reviewed.day
        )
        if self.review_due <= self.reviewed or late:
            raise ValueError(
                f"`review_due` must be later than `reviewed`, by at most {MAX_REVIEW_MONTHS} months"
            )
        return self
