"""Blocks of running words: the message, paragraphs, boxes, questions, tables."""

from typing import Literal

from pydantic import Field, model_validator

from handouts.model.base import Items, Located, Text, UnfitError
from handouts.model.blocks.any_block import AnyBlock

KeyIcon = Literal["hand", "drop", "phone", "sun", "check", "cross", "clock", "info"]


class MainMessage(Located):
    """The one thing to remember: one to three sentences, boxed, first. Every edition prints it.

    Attributes:
        text: The one thing to remember, in one to three sentences.
    """

    block: Literal["main_message"]
    text: Text


class KeyPoint(Located):
    """A few words with an icon.

    Attributes:
        icon: The picture beside the words.
        text: A few words, about 30 characters at most.
    """

    icon: KeyIcon
    text: Text


class KeyPoints(Located):
    """The three to five actions that matter most; they stand in the box of the main message.

    Attributes:
        items: Two to five of them, each an icon and a few words.
    """

    block: Literal["key_points"]
    items: tuple[KeyPoint, ...] = Field(min_length=2, max_length=5)


class Paragraph(AnyBlock):
    """Running text; a blank line in it starts a new paragraph.

    Attributes:
        text: Running text; a blank line in it begins a new paragraph.
        short: The same, shorter; one-sheet editions print it in place of the text.
    """

    block: Literal["paragraph"]
    text: Text
    short: Text | None = None


class Callout(AnyBlock):
    """A text set apart in a tinted box.

    Attributes:
        title: A few words above the text, in bold.
        text: The text in the box.
        short: The same, shorter; one-sheet editions print it in place of the text.
    """

    block: Literal["callout"]
    title: Text | None = None
    text: Text
    short: Text | None = None


class Question(AnyBlock):
    """A question that patients ask, and its answer.

    Attributes:
        question: The question, as a patient would ask it.
        answer: The answer.
        short: The answer, shorter; one-sheet editions print it in place of the answer.
    """

    block: Literal["question"]
    question: Text
    answer: Text
    short: Text | None = None


class Table(AnyBlock):
    """A table with a head row; its first column heads the rows.

    Attributes:
        lead: A sentence before the table that says what it shows.
        columns: The head row: two to four texts.
        rows: The other rows, each with as many texts as the head row.
    """

    block: Literal["table"]
    lead: Text | None = None
    columns: Items = Field(min_length=2, max_length=4)
    rows: tuple[Items, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _rows_match_the_head(self) -> "Table":
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                message = f"row {number} has {len(row)} cells, the head has {len(self.columns)}"
                hint = "give each row one cell a column: its first line begins with two dashes, the others with one"
                way = f"rows.{number - 1}"
                if len(row) > len(self.columns):
                    way += f".{len(self.columns)}"  # the first that is too many
                raise UnfitError(message, hint, way)
        return self
