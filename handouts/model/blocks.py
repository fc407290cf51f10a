"""The blocks that a section of a handout is made of.

To add a block type: a class here and in `Block`, its `case` in `handouts.story`.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, model_validator

from handouts.model.base import DEFAULT_LANGUAGES, AssetPath, Editions, Id, Items, Located, Spans, Text, UnfitError
from handouts.model.figures import Whole

KeyIcon = Literal["hand", "drop", "phone", "sun", "check", "cross", "clock", "info"]
StageIcon = Literal["warm", "fade", "bumps", "clear"]
Level = Literal["emergency", "same_day", "clinic"]
WriteIn = Literal["treatment_date", "next_visit", "notes"]


class AnyBlock(Located):
    """What every block may say: the editions it is for (all, when it names none).

    Attributes:
        editions: The only editions that print this block; left out, all of them do.
    """

    editions: Editions = ()


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


class Bullets(AnyBlock):
    """A list whose order does not matter.

    Attributes:
        items: The texts of the list.
        short: The same list, shorter; one-sheet editions print it in place of the items.
    """

    block: Literal["bullets"]
    items: Items = Field(min_length=1)
    short: Items | None = None


class Steps(AnyBlock):
    """A list whose order matters, numbered.

    Attributes:
        items: The texts of the steps, in their order.
        short: The same steps, shorter; one-sheet editions print them in place of the items.
    """

    block: Literal["steps"]
    items: Items = Field(min_length=1)
    short: Items | None = None


class ListItem(Located):
    """A thing to do or to avoid, why, and for how long (a text, or the name of a shared duration).

    Attributes:
        id: A name for this thing, the same in the long list and the short one.
        text: The thing itself.
        reason: Why, in a few words; people keep to what they understand.
        duration: For how long: the name of a figure under `durations:`, or a text.
    """

    id: Id | None = None
    text: Text
    reason: Text | None = None
    duration: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _duration_by_name(cls, value: Any, info: ValidationInfo) -> Any:
        """Take `duration: makeup_wait` for the text `{makeup_wait}` in every language."""
        if not isinstance(value, dict) or not isinstance(value.get("duration"), str):
            return value
        languages = info.context["languages"] if info.context else DEFAULT_LANGUAGES
        span = value.get("@", Spans()).of("duration")
        spans = Spans(span, dict.fromkeys(languages, span) if span else {})
        return value | {"duration": {"@": spans} | dict.fromkeys(languages, "{" + value["duration"] + "}")}


class DoList(AnyBlock):
    """What to do.

    Attributes:
        items: The things to do, each with its reason and for how long.
        short: The same list, shorter; one-sheet editions print it in place of the items.
    """

    block: Literal["do"]
    items: tuple[ListItem, ...] = Field(min_length=1)
    short: tuple[ListItem, ...] | None = None


class AvoidList(AnyBlock):
    """What to leave alone.

    Attributes:
        items: The things to leave alone, each with its reason and for how long.
        short: The same list, shorter; one-sheet editions print it in place of the items.
    """

    block: Literal["avoid"]
    items: tuple[ListItem, ...] = Field(min_length=1)
    short: tuple[ListItem, ...] | None = None


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
                raise UnfitError(message, hint, f"rows.{number - 1}")
        return self


class Figure(AnyBlock):
    """A picture (SVG, PNG or JPEG under `assets/`), what it shows in words, and its caption.

    Attributes:
        file: The picture: a path under `assets/`.
        alt: What the picture shows, for those who cannot see it.
        caption: The words under the picture.
    """

    block: Literal["figure"]
    file: AssetPath
    alt: Text
    caption: Text


class QrCode(AnyBlock):
    """A QR code to a link (https), with its address in print beside it.

    Attributes:
        link: Where the code leads: an https address in each language.
        text: Where it leads, in words.
    """

    block: Literal["qr"]
    link: Text
    text: Text


class WriteInLines(AnyBlock):
    """Lines to fill by hand: dates and notes, never names.

    Attributes:
        lines: What the lines are for.
        note_lines: How many lines for notes.
    """

    block: Literal["write_in"]
    lines: tuple[WriteIn, ...] = Field(min_length=1)
    note_lines: Whole = Field(default=3, ge=1, le=12)


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


Block = Annotated[
    MainMessage | KeyPoints | Paragraph | Bullets | Steps | DoList | AvoidList | Timeline | Warning | Contact
    | Checklist | Callout | Table | Figure | QrCode | WriteInLines | Question,
    Field(discriminator="block"),
]  # fmt: skip
