"""Facts that stand once and are named in text as `{makeup_wait}`."""

from decimal import Decimal
from typing import Literal

from pydantic import model_validator

from handouts.model.base import Line, Located, Text, UnfitError
from handouts.model.figures import Number

Unit = Literal[
    "seconds", "minutes", "hours", "days", "weeks", "months", "years", "times", "celsius", "percent", "millimetres"
]  # fmt: skip


class Duration(Located):
    """A clinic-approved figure: how long, or how much.

    Attributes:
        value: What is printed; with `to`, a range is printed.
        to: The end of a range.
        unit: What is counted.
        min: The least that the sources allow.
        max: The most that the sources allow.
        source: Where the figure comes from.
        approved_by: The clinician who approved the figure.
    """

    value: Number
    to: Number | None = None
    unit: Unit
    min: Number
    max: Number
    source: Line
    approved_by: Line

    @model_validator(mode="after")
    def _stays_in_its_range(self) -> "Duration":
        _check_range(self.value, self.to, self.min, self.max)
        return self


class Override(Located):
    """A clinic's own figure in place of a shared one, with the reason for it.

    Attributes:
        value: The clinic's own figure; with `to`, a range.
        to: The end of a range.
        reason: Why the clinic has a figure of its own.
    """

    value: Number
    to: Number | None = None
    reason: Text


def _check_range(value: Decimal, to: Decimal | None, least: Decimal, most: Decimal) -> None:
    if to is not None and to <= value:
        hint = "put the smaller figure after `value:`, or take `to:` out"
        raise UnfitError(f"`to` ({to}) must be more than `value` ({value})", hint)
    if least > most:
        raise UnfitError(f"`min` ({least}) is more than `max` ({most})", "put the smaller figure after `min:`", "min")
    if not (least <= value and (to or value) <= most):
        limits = f"{least} to {most}"
        message = f"{value} to {to} is outside what its source allows ({limits})"
        if to is None:
            message = f"{value} is outside what its source allows ({limits})"
        hint = "keep to that range; `min:` and `max:` change only with the source"
        raise UnfitError(message, hint, "value" if not least <= value <= most else "to")
