"""What there is: clinics, handouts, editions and languages, as tables and as JSON."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from handouts.editions import editions_of
from handouts.languages import LANGUAGES
from handouts.layout import Layout
from handouts.messages import ENGLISH, Messages
from handouts.model import Content
from handouts.standing import Standing
from handouts.status import status_of

Row = dict[str, Any]


def listing(
    content: Content, layouts: Sequence[Layout], today: date, standing: Standing | None = None
) -> dict[str, list[Row]]:
    """Return rows by what they are of: plain data, all of it."""
    first, standing = content.languages[0], standing or Standing()
    return {
        "clinics": [
            {
                "clinic": ident,
                "name": clinic.name[first],
                "brand": clinic.brand,
                "services": list(clinic.services),
                "editions": list(clinic.editions),
            }
            for ident, clinic in content.clinics.items()
        ],
        "handouts": [
            {
                "handout": ident,
                "title": handout.title[first],
                "version": handout.version,
                "service": handout.service,
                "status": status_of(handout, today, settled=standing.is_settled([("handouts", ident)])),
                "review due": handout.review_due.isoformat(),
            }
            for ident, handout in content.handouts.items()
        ],
        "editions": [
            {
                "edition": edition.id,
                "name": layout.names[edition.languages[0].code],
                "languages": [language.code for language in edition.languages],
            }
            for layout in layouts
            for edition in editions_of(layout, content)
        ],
        "languages": [{"language": code, "name": LANGUAGES[code].name} for code in content.languages],
    }


def tables(rows: dict[str, list[Row]], messages: Messages = ENGLISH) -> Iterator[str]:
    """Yield the lines of all tables, one under the other, their heads and states in a language."""
    for number, group in enumerate(rows.values()):
        if number:
            yield ""
        yield from _table(group, messages)


def _table(rows: Sequence[Row], messages: Messages) -> Iterator[str]:
    heads = list(rows[0]) if rows else []
    cells = [[messages(name).upper() for name in heads]]
    cells += ([_cell(name, row[name], messages) for name in heads] for row in rows)
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    for row in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _cell(head: str, value: Any, messages: Messages) -> str:
    if head == "status":
        return messages(str(value))
    return ", ".join(value) if isinstance(value, list) else str(value)
