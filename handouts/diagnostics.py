"""Problems as text: place, what is wrong, the line with a mark under the exact place, what to do."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from handouts.content.decoding import UNPRINTABLE
from handouts.content.reading.source import Sources
from handouts.errors import Problem, Span
from handouts.messages import ENGLISH, Messages

WIDTH = 100  # columns of a report
_TAB = 4
_NUMBER = 5  # columns of a line number
_MARGIN = 12  # columns kept in view on each side of a mark, where there is room
_ZERO_WIDTH = {"Mn", "Me", "Cf"}
_MORE, _MOST_LINES = "…", 12


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem in pieces, for whoever wants to colour them.

    Attributes:
        place: `content.yaml:14:12`; empty when no file is to blame.
        kind: `error` or `warning`.
        code: `E104`.
        message: What is wrong.
        number: Of the line that is shown; 0 when none is.
        line: The line, or the part of it that fits.
        carets: Spaces and `^` under the exact place.
        hint: What to do.
        label: What stands between place and message: `error[E104]:`, `erreur[E104] :`.
        help: What stands before the hint: `help:`, `aide :`.
    """

    place: str
    kind: str
    code: str
    message: str
    number: int
    line: str
    carets: str
    hint: str
    label: str
    help: str

    def __str__(self) -> str:
        head = f"{self.place}: " if self.place else ""
        rows = [f"{head}{self.label} {self.message}"]
        if self.number:
            rows += [f"{self.number:>{_NUMBER}} | {self.line}", f"{'':>{_NUMBER}} | {self.carets}"]
        if self.hint:
            rows.append(f"{self.help} {self.hint}")
        return "\n".join(rows)


def diagnose(
    problem: Problem,
    sources: Sources,
    width: int = WIDTH,
    messages: Messages = ENGLISH,
    *,
    sheets: int = 0,
    also: Sequence[Span] = (),
) -> Diagnostic:
    """Take a problem apart, find its line and say it in a language.

    Args:
        problem: To be told.
        sources: The text of the files.
        width: Columns of the report.
        messages: The language.
        sheets: How many the problem came up in.
        also: Where else it stands.
    """
    at, told, kind = problem.at, messages.problem(problem), "error" if problem.is_error else "warning"
    many = messages(f" (in {sheets} sheets)") if sheets > 1 else ""
    many = (messages(_also(also, at)) if also else "") + many
    line = sources.line(at) if at else ""
    number, shown, carets = 0, "", ""
    if at and line.strip():
        room = width - max(_NUMBER, len(str(at.line))) - len(" | ")
        number = at.line
        shown, carets = _excerpt(line, at.column - 1, at.end - at.start, room)
    return Diagnostic(
        place=str(at) if at else "",
        kind=kind,
        code=problem.code,
        message=_harmless(told.message + many),
        number=number,
        line=shown,
        carets=carets,
        hint=_harmless(told.hint),
        label=f"{messages(kind)}[{problem.code}]{messages(':')}",
        help=messages("help:"),
    )


def _also(places: Sequence[Span], first: Span | None) -> str:
    """Say on which other lines a problem stands, or how often on its own."""
    elsewhere = [at for at in places if not (first and (at.file, at.line) == (first.file, first.line))]
    if not elsewhere:
        return f" ({len(places) + 1} times on this line)"
    files = "" if first is None else first.file
    lines = dict.fromkeys(str(at.line) if at.file == files else f"{at.file}:{at.line}" for at in elsewhere)
    shown, more = ", ".join([*lines][:_MOST_LINES]), len(lines) - _MOST_LINES
    if more > 0:
        return f" (also on lines {shown}, and {more} more)"
    return f" (also on lines {shown})" if len(lines) > 1 else f" (also on line {shown})"


def format_problem(problem: Problem, sources: Sources, width: int = WIDTH) -> str:
    """Write one problem as plain text; the line and the mark under it fit `width` columns."""
    return str(diagnose(problem, sources, width))


def count(problems: Iterable[Problem], messages: Messages = ENGLISH) -> str:
    """Say how many there are: `2 errors, 1 warning`."""
    kinds = [problem.is_error for problem in problems]
    errors, warnings = kinds.count(True), kinds.count(False)
    words = [
        *([messages("1 error" if errors == 1 else f"{errors} errors")] if errors else []),
        *([messages("1 warning" if warnings == 1 else f"{warnings} warnings")] if warnings else []),
    ]
    return ", ".join(words) or messages("no problems")


def as_json(problems: Iterable[Problem], messages: Messages = ENGLISH) -> list[dict[str, str | int | None]]:
    """Turn problems into what `json.dumps` takes; places count from 1, offsets from 0, in characters."""
    return [
        {
            "code": problem.code,
            "severity": "error" if problem.is_error else "warning",
            "message": problem.message,
            "hint": problem.hint or None,
            "file": problem.at.file if problem.at else None,
            "line": problem.at.line if problem.at else None,
            "column": problem.at.column if problem.at else None,
            "start": problem.at.start if problem.at else None,
            "end": problem.at.end if problem.at else None,
        }
        for problem in map(messages.problem, problems)
    ]


def _excerpt(line: str, start: int, length: int, room: int) -> tuple[str, str]:
    """Return as much of a line as fits around what starts at character `start`, and the mark under it."""
    cells = _cells(line)
    last = min(max(start + length, start + 1), max(len(line.rstrip()), start + 1))
    before = sum(len_ for _, len_ in cells[:start])
    marked = sum(len_ for _, len_ in cells[start:last]) or 1
    total = sum(len_ for _, len_ in cells)
    if max(total, before + marked) <= room:
        return "".join(shown for shown, _ in cells).rstrip(), " " * before + "^" * marked
    return _window(cells, before, marked, room)


def _window(cells: list[tuple[str, int]], before: int, marked: int, room: int) -> tuple[str, str]:
    """Cut a line that is too long: a run of it around the mark, with `…` where something is left out."""
    first = max(0, before - max(_MARGIN, (room - marked) // 2)) if before + marked > room - _MARGIN else 0
    text, column, left, used = "", 0, 0, 1 if first else 0
    for shown, width in cells:
        if column < first:
            left = column + width
        elif used + width > room - 1:
            text += _MORE
            break
        else:
            text += shown
            used += width
        column += width
    shift = before - left + (1 if first else 0)
    carets = " " * shift + "^" * max(1, min(marked, room - 1 - shift))
    return (_MORE if first else "") + text.rstrip(), carets


def _cells(line: str) -> list[tuple[str, int]]:
    """Return each character as a terminal shows it, and how many columns it takes there."""
    cells: list[tuple[str, int]] = []
    column = 0
    for character in line:
        cell = _cell(character) if character != "\t" else _tab(column)
        cells.append(cell)
        column += cell[1]
    return cells


def _tab(column: int) -> tuple[str, int]:
    width = _TAB - column % _TAB
    return " " * width, width


@cache
def _cell(character: str) -> tuple[str, int]:
    if UNPRINTABLE.match(character):
        return "\ufffd", 1
    if unicodedata.category(character) in _ZERO_WIDTH:
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _harmless(text: str) -> str:
    """Keep what a terminal would obey, instead of show, out of a message."""
    return UNPRINTABLE.sub("\ufffd", text)
