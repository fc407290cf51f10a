"""Coverage in words: as a table, on a terminal in colour, as plain lines, and as data."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from handouts.coverage import GAPS, Coverage, Row

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


def heads(covered: Coverage) -> tuple[str, ...]:
    """Return the heads of the table's columns."""
    return ("clinic", "service", "handout", "layouts", *covered.languages, "status", "review", "files")


def cells(row: Row, languages: Sequence[str]) -> tuple[str, ...]:
    """Return a row of the table, in words: nothing is said by colour alone."""
    if not row.handout:
        what = "NO HANDOUT" if "missing" in row.gaps else "CANNOT BE READ"
        return (row.clinic, row.service, what, *[""] * (len(languages) + 4))
    if "unreadable" in row.gaps:
        return (row.clinic, row.service, row.handout, "CANNOT BE READ", *[""] * (len(languages) + 3))
    words = (_loud(row.languages.get(code, ""), {"stale"}) for code in languages)
    status = _loud(row.status or "", {"overdue"})
    files = _loud(row.files or "", {"not made", "out of date"})
    return (row.clinic, row.service, row.handout, ", ".join(row.layouts), *words, status, _review(row), files)


def _loud(word: str, wrong: Collection[str]) -> str:
    return word.upper() if word in wrong else word


def _review(row: Row) -> str:
    days = row.review_in or 0
    if days < 0:
        return f"{_days(-days).upper()} LATE"
    return "today" if days == 0 else f"in {_days(days)}"


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"


def summary(covered: Coverage) -> str:
    """Say in one line how much is covered and what is not."""
    clinics = len({row.clinic for row in covered.rows})
    told = [f"{count} {gap}" for gap in GAPS if (count := covered.gaps[gap])]
    told += [f"offered nowhere: {', '.join(covered.nowhere)}"] if covered.nowhere else []
    head = f"{clinics} clinic{'' if clinics == 1 else 's'}, {len(covered.offered)} times a handout is offered"
    return f"{head}: {', '.join(told) or 'all of it is in order'}"


def lines(covered: Coverage) -> Iterator[str]:
    """Yield the table as plain lines, of what clinics offer, and the summary."""
    table = [tuple(head.upper() for head in heads(covered))]
    table += [cells(row, covered.languages) for row in covered.offered]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield ""
    yield summary(covered)


def rich_table(covered: Coverage) -> "Table":
    """Return the table for a terminal: the same words, those in capitals in colour."""
    from rich.table import Table  # noqa: PLC0415 (only a terminal needs it)
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, header_style="bold", pad_edge=False)
    for head in heads(covered):
        table.add_column(head)
    before = ""
    for row in covered.offered:
        first, *others = cells(row, covered.languages)
        shown = [Text(cell, style="bold red" if cell.isupper() else "") for cell in others]
        table.add_row("" if first == before else first, *shown)
        before = first
    return table
