"""Quotes that are wrong around a text between braces, where YAML stumbles over what comes after them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handouts.content.lines.drafts import with_lines
from handouts.content.lines.source_rows import Row, row_of
from handouts.content.lines.trouble import Mistake, Trouble, mistake_at
from handouts.content.mends.brackets import CLOSING, MOST_LINES
from handouts.content.mends.quoting import QUOTED, QUOTES
from handouts.content.mends.trials import Trial
from handouts.content.names.suggestions import in_quotes

_NAME = re.compile(r"(?:^|[{\[,])[ ]*(?:-[ ]+)*(?:[{\[][ ]*)*(?P<name>[a-z][a-z0-9_]*):[ ]+")
_NO_COMMA = re.compile(r"[\"'}\]][;.]?[ ]*[a-z][a-z0-9_]*:[ ]")
_COMMENT = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ ]*,?[ ]*#""")
_OPENING = {closing: opening for opening, closing in CLOSING.items()}


@dataclass(frozen=True, slots=True)
class _Slip:
    """A text between braces whose quotes are not a pair.

    Attributes:
        name: That it stands after.
        start: Where it begins on its line.
        typed: What stands there.
        meant: The text without quotes.
    """

    name: str
    start: int
    typed: str
    meant: str

    @property
    def mended(self) -> str:
        """The text in quotes that hold it whole."""
        return "'" + self.meant.replace("'", "''") + "'"

    @property
    def inner(self) -> int:
        """Where on the line a quote closes the text too early; -1 where none does."""
        found = self.typed.find(self.typed[0], 1)
        return self.start + found if found > 0 else -1


def quotes_in_braces(trouble: Trouble) -> Mistake | None:
    """Find a text between braces that is never closed, or closed by a quote inside it."""
    first = trouble.since.number if trouble.since else trouble.row.number
    for number in range(max(first, trouble.row.number - MOST_LINES), trouble.row.number + 1):
        row = row_of(trouble.source, number)
        slips = list(_slips(row.text)) if "{" in row.text or "[" in row.text else []
        if slips and _explains(trouble, row, slips):
            return _told(trouble, row, slips[0])
    return None


def _explains(trouble: Trouble, row: Row, slips: list[_Slip]) -> bool:
    """Tell whether the file can be read on once these texts have their quotes."""
    outcome = Trial(trouble.source, row.number).outcome({row.number: _with(row.text, slips)}, 1)
    return outcome is not None and outcome.is_sound


def _slips(line: str) -> Iterator[_Slip]:
    names = list(_NAME.finditer(line))
    ends = [*(found.start() for found in names), len(line)][1:]
    for found, end in zip(names, ends, strict=True):
        typed = _without_closing(line[found.end() : end])
        if _COMMENT.match(typed):  # nothing after it is read, whatever its quotes
            return
        if typed[:1] in QUOTED and not _NO_COMMA.search(typed) and not QUOTED[typed[0]].fullmatch(typed):
            inside = typed[1:-1] if len(typed) > 1 and typed.endswith(typed[0]) else typed[1:]
            yield _Slip(found["name"], found.end(), typed, inside)


def _without_closing(text: str) -> str:
    """Leave out the comma and the brackets that end a value, but not those that a placeholder ends with."""
    text = text.rstrip()
    while text and (text[-1] == "," or text.count(text[-1]) > text.count(_OPENING.get(text[-1], text[-1]))):
        text = text[:-1].rstrip()
    return text


def _with(line: str, slips: list[_Slip]) -> str:
    for slip in reversed(slips):
        line = line[: slip.start] + slip.mended + line[slip.start + len(slip.typed) :]
    return line


def _told(trouble: Trouble, row: Row, slip: _Slip) -> Mistake:
    early = slip.inner >= 0
    name, _ = QUOTES[slip.typed[0]]
    message = f"this {name} closes the text, and the text goes on after it" if early else "this quote is never closed"
    start = row.start + (slip.inner if early else slip.start)
    at = trouble.source.span(start, start + 1)
    repaired = with_lines(trouble.source, {row.number: _with(row.text, [slip])})
    return mistake_at("E163", message, _hint(slip), at, repaired, sound=True)


def _hint(slip: _Slip) -> str:
    """Say what to type: the whole of it, where it is short enough."""
    shown = in_quotes(slip.meant)
    if "…" not in shown:
        return f"write   {slip.name}: {shown}"
    quote = slip.typed[0]
    if slip.inner < 0:
        return f"put {quote} at the end of the text"
    name, twice = QUOTES[quote]
    return f"write each {name} inside the text as {twice}, or as ’, “ or ”"
