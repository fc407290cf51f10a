"""Coverage in words: as a table, on a terminal in colour, as plain lines, and as data."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from handouts.coverage import GAPS, Coverage, Row
from handouts.messages import ENGLISH, Messages

if TYPE_CHECKING:
    from rich.table import Table


def as_data(covered: Coverage) -> dict[str, Any]:
    """Turn it into what `json.dumps` takes."""
    rows = [
        {
            "clinic": row.clinic,
            "service": row.service or None,
            "handout": row.handout or None,
            "offered": row.offered,
            "editions": list(row.editions),
            "languages": dict(row.languages),
            "status": row.status,
            "review_in_days": row.review_in,
            "files": row.files,
            "gaps": list(row.gaps),
        }
        for row in covered.rows
    ]
    return {"rows": rows, "gaps": dict(covered.gaps), "offered_nowhere": list(covered.nowhere)}


def heads(covered: Coverage, messages: Messages = ENGLISH) -> tuple[str, ...]:
    """Return the heads of the table's columns."""
    before, after = ("clinic", "service", "handout", "layouts"), ("status", "review", "files")
    return (*map(messages, before), *covered.languages, *map(messages, after))


def cells(row: Row, languages: Sequence[str], messages: Messages = ENGLISH) -> tuple[str, ...]:
    """Return a row of the table, in words: nothing is said by colour alone."""
    if not row.handout:
        what = "no handout" if "missing" in row.gaps else "cannot be read"
        return (row.clinic, row.service, messages(what).upper(), *[""] * (len(languages) + 4))
    if "unreadable" in row.gaps:
        what = messages("cannot be read").upper()
        return (row.clinic, row.service, row.handout, what, *[""] * (len(languages) + 3))
    words = (_loud(row.languages.get(code, ""), {"stale"}, messages) for code in languages)
    status = _loud(row.status or "", {"overdue"}, messages)
    files = _loud(row.files or "", {"not made", "out of date"}, messages)
    review = _review(row, messages)
    return (row.clinic, row.service, row.handout, ", ".join(row.layouts), *words, status, review, files)


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


def lines(covered: Coverage, messages: Messages = ENGLISH) -> Iterator[str]:
    """Yield the table as plain lines, of what clinics offer, and the summary."""
    table = [tuple(head.upper() for head in heads(covered, messages))]
    table += [cells(row, covered.languages, messages) for row in covered.offered]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield ""
    yield summary(covered, messages)


def rich_table(covered: Coverage, messages: Messages = ENGLISH) -> "Table":
    """Return the table for a terminal: the same words, those in capitals in colour."""
    from rich.table import Table  # noqa: PLC0415 (only a terminal needs it)
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, header_style="bold", pad_edge=False)
    for head in heads(covered, messages):
        table.add_column(head, overflow="fold")  # a name that is cut short names nothing
    before = ""
    for row in covered.offered:
        first, *others = cells(row, covered.languages, messages)
        shown = [Text(cell, style="bold red" if cell.isupper() else "") for cell in others]
        table.add_row("" if first == before else first, *shown)
        before = first
    return table
