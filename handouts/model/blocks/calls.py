"""Blocks that say when to call, and whom, with lines to fill by hand."""

from typing import Literal

from pydantic import Field

from handouts.model.base import Items, Located, Text
from handouts.model.blocks.any_block import AnyBlock
from handouts.model.figures import Whole

Level = Literal["emergency", "same_day", "clinic"]
WriteIn = Literal["treatment_date", "next_visit", "notes"]


class Warning(Located):  # noqa: A001 (the field's word; the built-in is never used here)
    """Signs that call for help, at one of three levels. Every edition prints it whole.

    Attributes:
        level: Whom to call, and how soon.
        signs: What the patient would see or feel, one sign a line.
    """

    block: Literal["warning"]
    level: Level
    signs: Items = Field(min_length=1)


class Contact(Located):
    """The clinic's hours, after-hours line and page, with a QR code and lines to fill by hand.

    Every edition prints it.

    Attributes:
        link: The page of this handout: an address in each language. The QR code leads there.
        write_in: The lines to fill by hand.
    """

    block: Literal["contact"]
    link: Text
    write_in: tuple[WriteIn, ...] = ("treatment_date", "next_visit")


class WriteInLines(AnyBlock):
    """Lines to fill by hand: dates and notes, never names.

    Attributes:
        lines: What the lines are for.
        note_lines: How many lines for notes.
    """

    block: Literal["write_in"]
    lines: tuple[WriteIn, ...] = Field(min_length=1)
    note_lines: Whole = Field(default=3, ge=1, le=12)
