"""Blocks that go day by day: what to expect, what to tick."""

from typing import Literal

from pydantic import Field, model_validator

from handouts.model.base import Items, Located, Text, UnfitError
from handouts.model.blocks.any_block import AnyBlock
from handouts.model.figures import Whole

StageIcon = Literal["warm", "fade", "bumps", "clear"]


class Stage(Located):
    """A stretch of days: `first` alone is one day, with `last` a range; `after` is from then on.

    `label` replaces the words that the days give, where days do not fit ("2 weeks before").

    Attributes:
        first: The first day of the stage; day 0 is the day of the treatment.
        last: The last day, when the stage has several.
        after: The day from which on this holds.
        label: Words in place of the days, where days do not fit.
        icon: The picture above the words.
        text: What to expect.
    """

    first: Whole | None = Field(default=None, ge=0, le=365)
    last: Whole | None = Field(default=None, ge=1, le=365)
    after: Whole | None = Field(default=None, ge=1, le=365)
    label: Text | None = None
    icon: StageIcon | None = None
    text: Text

    @model_validator(mode="after")
    def _has_a_time(self) -> "Stage":
        if sum(time is not None for time in (self.first, self.after, self.label)) != 1:
            hint = "keep one of them: `first: 1` and `last: 3` for days, `after: 7`, or words under `label:`"
            raise UnfitError("a stage needs one of `first:` (with or without `last:`), `after:` or `label:`", hint)
        if self.last is not None and (self.first is None or self.last <= self.first):
            hint = "write the earlier day after `first:` and the later one after `last:`"
            raise UnfitError("`last` must come with `first` and be a later day", hint)
        return self


class Timeline(AnyBlock):
    """What to expect, stage by stage, as a picture and in words.

    Attributes:
        note: A sentence under the timeline, such as what day 0 is.
        stages: Two to five stages, in their order.
    """

    block: Literal["timeline"]
    note: Text | None = None
    stages: tuple[Stage, ...] = Field(min_length=2, max_length=5)


class ChecklistDay(Located):
    """The boxes to tick in one stretch of days.

    Attributes:
        first: The first day; day 0 is the day of the treatment.
        last: The last day, when the boxes are for several.
        label: Words in place of the days, where days do not fit.
        items: What to tick.
    """

    first: Whole | None = Field(default=None, ge=0, le=365)
    last: Whole | None = Field(default=None, ge=1, le=365)
    label: Text | None = None
    items: Items = Field(min_length=1)

    @model_validator(mode="after")
    def _has_a_time(self) -> "ChecklistDay":
        if (self.first is None) == (self.label is None):
            hint = "keep one of them: `first: 1` and `last: 3` for days, or words under `label:`"
            raise UnfitError("a day of a checklist needs `first:` (with or without `last:`) or `label:`", hint)
        return self


class Checklist(AnyBlock):
    """Boxes to tick, day by day.

    Attributes:
        days: The days or stretches of days, each with its boxes.
    """

    block: Literal["checklist"]
    days: tuple[ChecklistDay, ...] = Field(min_length=1)
