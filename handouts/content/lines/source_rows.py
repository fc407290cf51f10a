"""The lines of a YAML file taken apart without a parser, for the time when the parser has given up."""

import re
from dataclasses import dataclass

from handouts.content.decoding import SourceText
from handouts.errors import Span

_ROW = re.compile(
    r"""(?P<indent>\s*)
        (?P<dashes>(?:-[ \t]+)*)
        (?:(?P<name>"[^"]*"|'[^']*'|[\w.-]+)(?P<gap>[ \t\u00a0]*):(?=[ \t]|$)[ \t]*)?
        (?P<value>.*)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line taken apart: indent, dashes, a name with its colon, a value.

    Attributes:
        number: Of the line, counted from 1.
        text: The whole line.
        start: The offset of the line.
        indent: How many blanks it begins with.
        dashes: `- `, perhaps more than once.
        name: What stands before the first colon that a blank follows.
        french_colon: Whether a blank stands before that colon, as French has it.
        value: The rest, without blanks at its end.
        value_start: The offset of the rest.
    """

    number: int
    text: str
    start: int
    indent: int
    dashes: str
    name: str | None
    french_colon: bool
    value: str
    value_start: int

    @property
    def goes_on(self) -> bool:
        """Whether the line has no name and no dash: it can only go on with a text from above."""
        return self.name is None and not self.dashes

    @property
    def is_heading(self) -> bool:
        """Whether the line is a name with nothing after it: what belongs to it stands below."""
        return self.name is not None and not self.dashes and not self.value

    @property
    def is_read(self) -> bool:
        """Whether YAML reads anything on the line: it is not empty, and no comment."""
        return bool(self.text.strip()) and not self.text.lstrip().startswith("#")


def row_of(source: SourceText, number: int) -> Row:
    """Take line `number` apart; the last line when there are fewer."""
    number = min(number, source.lines)
    text, start = source.line(number), source.start(number)
    found = _ROW.fullmatch(text)
    assert found is not None  # noqa: S101 (every part of the pattern may be empty)
    return Row(
        number,
        text,
        start,
        len(found["indent"]),
        found["dashes"],
        found["name"],
        bool(found["gap"]),
        found["value"].rstrip(),
        start + found.start("value"),
    )


def row_above(source: SourceText, row: Row) -> Row:
    """Return the nearest line above that is neither blank nor a comment, or else the first line."""
    number = row.number - 1
    while number > 1 and (not (text := source.line(number).strip()) or text.startswith("#")):
        number -= 1
    return row_of(source, max(number, 1))


def last_of_text(source: SourceText, row: Row) -> Row:
    """Return the last of the lines under a name that only go on with its text; its own line when none does."""
    last = row
    for number in range(row.number + 1, source.lines + 1):
        below = row_of(source, number)
        if not below.text.strip() or not below.goes_on or below.indent <= row.indent:
            break
        last = below
    return last


def extent(source: SourceText, row: Row) -> Span:
    """Return the place of a line without the blanks around it."""
    return source.span(row.start + row.indent, row.start + max(row.indent, len(row.text.rstrip())))


def with_filling(source: SourceText, at: Span, filling: str) -> str:
    """Put `filling` for what stands at `at`; it must be as long, so that all places stay what they are."""
    return source.text[: at.start] + filling + source.text[at.end :]


def without_value(source: SourceText, row: Row, indent: int | None = None) -> str:
    """Put a harmless text for the value of a line and of the lines that go on with it, from a given indent on."""
    length = len(row.value)
    filling = '"' + "x" * (length - 2) + '"' if length > 1 else "x" * length
    value = source.span(row.value_start, row.value_start + length)
    deeper = indent or row.indent + 1 + (len(row.dashes) if row.name else 0)
    return _blank_rest(SourceText.of(source.file, with_filling(source, value, filling)), row.number + 1, deeper)


def without_line(source: SourceText, row: Row, indent: int) -> str:
    """Blank a line, and the lines under it that stand at least `indent` in and only go on with a text."""
    line = source.span(row.start, row.start + len(row.text))
    blank = with_filling(source, line, " " * len(row.text))
    return _blank_rest(SourceText.of(source.file, blank), row.number + 1, indent)


def _blank_rest(source: SourceText, number: int, indent: int) -> str:
    text = source.text
    for line in range(number, source.lines + 1):
        row = row_of(source, line)
        if row.text.strip() and not (row.goes_on and row.indent >= indent):
            break
        text = text[: row.start] + " " * len(row.text) + text[row.start + len(row.text) :]
    return text
