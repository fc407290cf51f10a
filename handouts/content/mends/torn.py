"""Parts whose first lines are gone: the heading is followed by what was in their middle."""

from handouts.content.lines.cutting import part_around
from handouts.content.lines.source_rows import extent, row_of
from handouts.content.lines.trouble import Mistake, Trouble, mistake_at
from handouts.content.names.suggestions import bring_back
from handouts.content.names.vocabulary import names_at


def torn(trouble: Trouble) -> Mistake | None:
    """Find a part whose first line stands further in than lines that follow, and cannot begin it."""
    source = trouble.source
    found = part_around(source, trouble.row.number)
    if found is None:
        return None
    owner, lines = found
    rows = [row_of(source, number) for number in lines[1:]]
    rows = [row for row in rows if row.is_read]
    names = names_at(owner)
    if not rows or not names or rows[0].name in names or all(row.indent >= rows[0].indent for row in rows):
        return None
    message = f"lines are missing between `{owner[1]}:` and this line"
    return mistake_at("E102", message, bring_back(names), extent(source, rows[0]))
