"""Tables drawn with strokes, as they come from an email, a chat or another program."""

import re

from handouts.content.lines.drafts import with_lines
from handouts.content.lines.source_rows import Row, extent, row_above, row_of
from handouts.content.lines.trouble import Mistake, Trouble, mistake_at
from handouts.content.names.suggestions import in_quotes
from handouts.model.base import DEFAULT_LANGUAGES

_DRAWN = re.compile(r"\s*(?:-\s+)?[|│][^|│]*(?:[|│][^|│]*)+[|│]\s*")


def drawn_table(trouble: Trouble) -> Mistake | None:
    """Find the rows of a table whose cells are parted by strokes; nothing is read of them."""
    source = trouble.source
    found = next((row for row in (trouble.row, row_above(source, trouble.row)) if _DRAWN.fullmatch(row.text)), None)
    if found is None:
        return None
    first = last = found.number
    while first > 1 and _DRAWN.fullmatch(source.line(first - 1)):
        first -= 1
    while last < source.lines and _DRAWN.fullmatch(source.line(last + 1)):
        last += 1
    message = "a table is not drawn with strokes: each of its rows is a list, of texts in each language"
    draft = with_lines(source, dict.fromkeys(range(first, last + 1), ""))
    at = extent(source, row_of(source, first))
    return mistake_at("E166", message, f"write the first row   {_as_list(found)}", at, draft)


def _as_list(row: Row) -> str:
    """Write a row as the content has it, on one line."""
    cells = [cell.strip() for cell in re.split(r"[|│]", row.text.strip().strip("|│-").strip())]
    first, *others = DEFAULT_LANGUAGES
    rest = "".join(f', {other}: "…"' for other in others)
    return "- [" + ", ".join(f"{{{first}: {in_quotes(cell)}{rest}}}" for cell in cells if cell) + "]"
