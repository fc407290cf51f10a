"""Lines that were left under a group or list in braces or brackets, when it was written anew on one line."""

import re

from handouts.content.lines.drafts import with_lines
from handouts.content.lines.source_rows import Row, extent, row_above, row_of
from handouts.content.lines.trouble import Mistake, Trouble, mistake_at
from handouts.content.mends.brackets import CLOSING

_NAMES = re.compile(r"(?:^\{|,)\s*([\w-]+)\s*:")


def remains(trouble: Trouble) -> Mistake | None:
    """Find the lines that stand under a group or list which its line closes already."""
    source, row = trouble.source, trouble.row
    head = row_above(source, row)
    column = head.indent + (len(head.dashes) if head.name else 0)
    opening = head.value[:1]
    if row.goes_on or opening not in CLOSING or not head.value.endswith(CLOSING[opening]) or row.indent <= column:
        return None
    if opening == "[" and row.name and not row.dashes:
        return None  # no list of words had that name: its own heading is missing, perhaps
    numbers = [row.number]
    while numbers[-1] < source.lines and _is_left(row_of(source, numbers[-1] + 1), column):
        numbers.append(numbers[-1] + 1)
    repaired = with_lines(source, dict.fromkeys(numbers, ""))
    code, message, hint = _told(head, row, len(numbers))
    return mistake_at(code, message, hint, extent(source, row), repaired, sound=True)


def _is_left(row: Row, column: int) -> bool:
    return bool(row.text.strip()) and row.indent > column


def _told(head: Row, row: Row, many: int) -> tuple[str, str, str]:
    """Say what is wrong with lines that are left under `head`, of which `row` is the first, and what to do."""
    which = "this line" if many == 1 else f"these {many} lines"
    if row.name in _NAMES.findall(head.value):
        message = f"`{row.name}` stands here twice, first between the braces of line {head.number}"
        return "E154", message, f"delete {which}, if what stands between the braces is right"
    message = f"line {head.number} is closed by its “{head.value[-1]}”, so nothing can stand under it"
    return "E164", message, f"put what stands on {which} before the “{head.value[-1]}”, or delete {which}"
