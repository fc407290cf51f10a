"""Coverage in words: as a table that fits a terminal, and as data."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap
from typing import Any

from handouts.messages import ENGLISH, Messages
from handouts.reports.coverage import GAPS, Coverage, Row

_INDENT, _GAP = "  ", "  "
_SHORTEST = 12  # columns that the names of handouts have at least
_BOLD, _ALARM, _PLAIN = "\033[1m", "\033[1;31m", "\033[0m"


def as_data(covered: Coverage) -> dict[str, Any]:
    """Turn it into what `json.dumps` takes."""
    rows = [
        {
            "clinic": row.clinic,
            "service": row.service or None,
            "handout": row.handout or None,
            "offered": row.offered,
            "editions": list(row.editions),
            "languages": {code: row.languages[code] for code in covered.languages if code in row.languages},
            "status": row.status,
            "review_in_days": row.review_in,
            "files": row.files,
            "gaps": list(row.gaps),
        }
        for row in covered.rows
    ]
    return {"rows": rows, "gaps": dict(covered.gaps), "offered_nowhere": list(covered.nowhere)}


def _heads(covered: Coverage, messages: Messages) -> tuple[str, ...]:
    heads = (messages("handout"), *covered.languages, *map(messages, ("status", "review", "files")))
    return tuple(head.upper() for head in heads)


def _cells(row: Row, languages: Sequence[str], messages: Messages) -> tuple[str, ...]:
    """Return a row of the table, in words: nothing is said by colour alone."""
    if not row.handout:
        return (messages("no handout" if "missing" in row.gaps else "cannot be read").upper(),)
    if "unreadable" in row.gaps:
        return (row.handout, messages("cannot be read").upper())
    words = (_loud(row.languages.get(code, ""), {"to write", "stale"}, messages) for code in languages)
    status = _loud(row.status or "", {"overdue"}, messages)
    files = _loud(row.files or "", {"not made", "out of date"}, messages)
    return (row.handout, *words, status, _review(row, messages), files)


def _loud(word: str, wrong: Collection[str], messages: Messages) -> str:
    said = messages(word)
    return said.upper() if word in wrong else said


def _review(row: Row, messages: Messages) -> str:
    days = row.review_in or 0
    if days < 0:
        return messages("1 day late" if days == -1 else f"{-days} days late").upper()
    if days == 0:
        return messages("today")
    return messages("in 1 day" if days == 1 else f"in {days} days")


def summary(covered: Coverage, messages: Messages = ENGLISH) -> str:
    """Say in one line how much is covered and what is not."""
    clinics, offered = len({row.clinic for row in covered.rows}), len(covered.offered)
    told = [f"{count} {messages(gap)}" for gap in GAPS if (count := covered.gaps[gap])]
    told += [messages(f"offered nowhere: {', '.join(covered.nowhere)}")] if covered.nowhere else []
    one = f"1 clinic, {offered} times a handout is offered:"
    head = one if clinics == 1 else f"{clinics} clinics, {offered} times a handout is offered:"
    return f"{messages(head)} {', '.join(told) or messages('all of it is in order')}"


def lines(covered: Coverage, messages: Messages = ENGLISH, columns: int = 80, *, color: bool = False) -> Iterator[str]:
    """Yield the table of what clinics offer, clinic by clinic and service by service, and the summary.

    Clinics of which the same is to be said stand together, at the place of the first.

    Args:
        covered: Who has what.
        messages: The language that it is told in.
        columns: Of the terminal, which the table keeps to.
        color: Whether what is wrong, in capitals as it is, is coloured, too.
    """
    heads = _heads(covered, messages)
    alike: dict[tuple[str, tuple[tuple[str, ...], ...]], list[str]] = {}
    for (clinic, service), rows in ((key, list(rows)) for key, rows in groupby(covered.offered, _group)):
        told = tuple(_cells(row, covered.languages, messages) for row in rows)
        alike.setdefault((_what(service, rows), told), []).append(clinic)
    groups = [(", ".join(clinics) + what, told) for (what, told), clinics in alike.items()]
    table = _Table(_widths([heads, *(cells for _, group in groups for cells in group)], columns), color)
    yield from table.row(heads, _BOLD)
    for title, group in groups:
        yield ""
        yield from (table.painted(line, _BOLD) for line in _wrapped(title, columns))
        for cells in group:
            yield from table.row(cells, _ALARM)
    yield ""
    yield from _wrapped(summary(covered, messages), columns)


def _wrapped(text: str, columns: int) -> list[str]:
    """Break a text into lines, but no name: one that is cut names nothing."""
    return wrap(text, columns, subsequent_indent=_INDENT * 2, break_long_words=False, break_on_hyphens=False)


def _group(row: Row) -> tuple[str, str]:
    return row.clinic, row.service


def _what(service: str, rows: Sequence[Row]) -> str:
    """Name a service, and the layouts that a clinic orders."""
    layouts = ", ".join(rows[0].layouts)
    return (f", {service}" if service else "") + (f" ({layouts})" if layouts else "")


def _widths(rows: Sequence[Sequence[str]], columns: int) -> list[int]:
    """Return how wide each column is; that of the names leaves room for the others."""
    most = max(map(len, rows))
    widths = [max((len(row[at]) for row in rows if len(row) == most), default=0) for at in range(most)]
    room = columns - len(_INDENT) - sum(len(_GAP) + width for width in widths[1:])
    return [min(max(len(row[0]) for row in rows), max(room, _SHORTEST)), *widths[1:]]


@dataclass(frozen=True, slots=True)
class _Table:
    widths: Sequence[int]
    color: bool

    def row(self, cells: Sequence[str], style: str) -> Iterator[str]:
        """Yield a row; a name that is too long for its column has a line of its own."""
        name, others = cells[0], cells[1:]
        if others and len(name) > self.widths[0]:
            yield _INDENT + name
            name = ""
        shown = [name, *others]
        while not shown[-1]:
            shown.pop()
        padded = [text.ljust(width) for text, width in zip(shown[:-1], self.widths, strict=False)]
        parts = (self.painted(text, style) if text.isupper() else text for text in (*padded, shown[-1]))
        yield _INDENT + _GAP.join(parts)

    def painted(self, text: str, style: str) -> str:
        """Colour a text, where there are colours."""
        return f"{style}{text}{_PLAIN}" if self.color else text
