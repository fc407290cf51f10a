"""What YAML's scanner stumbled over, and what comes of it."""

from dataclasses import dataclass

from handouts.content.decoding import SourceText
from handouts.content.lines.source_rows import Row
from handouts.errors import Problem, Span


@dataclass(frozen=True, slots=True)
class Mistake:
    """A place where YAML cannot be read.

    Attributes:
        problem: The same in words.
        line: Where, counted from 1.
        repaired: The text of the file without it, every other character where it was; None when reading
            on would only mislead.
        sound: Whether the repaired text has the same names as the file was meant to have.
    """

    problem: Problem
    line: int
    repaired: str | None = None
    sound: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """What the scanner said: `what` is wrong at offset `at` in `row`, `while_` it was at `since`."""

    source: SourceText
    what: str
    at: int
    row: Row
    while_: str
    since: Row | None
    since_at: int


def mistake_at(
    code: str, message: str, hint: str, at: Span, repaired: str | None = None, *, sound: bool = False
) -> Mistake:
    """Make a mistake whose line is that of its place."""
    return Mistake(Problem(code, message, at, hint), at.line, repaired, sound)
