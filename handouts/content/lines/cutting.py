"""A part of a file that cannot be read, taken out of it so that everything else can."""

from handouts.content.decoding import SourceText
from handouts.content.lines.drafts import with_lines
from handouts.content.lines.source_rows import Row, row_of
from handouts.content.ownership import GROUPS, Owner


def part_around(source: SourceText, line: int) -> tuple[Owner, range] | None:
    """Return the clinic, handout or other part that a line is in, and the lines of it; None outside of all parts."""
    heading = next((row for row in _rows_up(source, line) if row.name and not row.indent), None)
    if heading is None or heading.name not in GROUPS or heading.value:
        return None
    first = next((row for row in _rows_down(source, heading.number) if row.text.strip()), None)
    if first is None or not first.indent:
        return None
    above = (row for row in _rows_up(source, line) if row.number > heading.number)
    start = next((row for row in above if row.indent == first.indent and row.is_heading), None)
    if start is None or start.name is None:
        return None
    ends = (row.number for row in _rows_down(source, start.number) if row.text.strip() and row.indent <= first.indent)
    return (heading.name, start.name), range(start.number, next(ends, source.lines + 1))


def without_part(source: SourceText, owner: Owner, lines: range) -> str:
    """Return the text with an empty group for a part; every other line stays where it was."""
    indent = " " * row_of(source, lines[0]).indent
    return with_lines(source, {**dict.fromkeys(lines, ""), lines[0]: f"{indent}{owner[1]}: {{}}"})


def _rows_up(source: SourceText, line: int) -> "list[Row]":
    return [row_of(source, number) for number in range(min(line, source.lines), 0, -1)]


def _rows_down(source: SourceText, line: int) -> "list[Row]":
    rows = [row_of(source, number) for number in range(line + 1, source.lines + 1)]
    return [row for row in rows if not row.text.lstrip().startswith("#")]
