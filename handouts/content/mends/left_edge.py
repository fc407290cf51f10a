"""What stands at the left edge of a file and is no heading of it: a part that was moved there, or a line of words."""

from collections.abc import Iterator

from handouts.content.decoding import SourceText
from handouts.content.lines.source_rows import Row, extent, row_above, row_of
from handouts.content.mends.mends import Mend
from handouts.content.mends.omissions import IF_COMMENT
from handouts.content.names.vocabulary import known_names, names_at
from handouts.content.ownership import GROUPS

PART = 2  # blanks before the name of a part: a clinic, a handout
INNER = 5  # the column from which on lines of a part can begin


def at_left_edge(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find the name at the left edge under which a line stands, where it is none of the headings of a file."""
    edge = row if _is_at_edge(row) else _edge_above(source, row)
    heading = _edge_above(source, edge) if edge else None
    pasted = [edge] if edge else []
    while heading and heading.name not in names_at(()):
        pasted += [heading] if heading.value or heading.name is None else []
        heading = _edge_above(source, heading)
    if edge is None or heading is None or edge.name in {*names_at(()), *known_names()}:
        return
    if heading.name in GROUPS and not edge.value and edge.name:
        yield _part(source, edge, heading)
    first, hint = pasted[-1], IF_COMMENT
    if len(pasted) > 1:
        hint = f"delete lines {first.number} to {edge.number}, or begin each with #: a comment is not printed"
    lines = dict.fromkeys((each.number for each in pasted), "")
    name = first.name or first.text.strip().rstrip(": \u00a0")
    yield Mend(lines, 4, "E101", no_heading(name), hint, extent(source, first))


def no_heading(name: str) -> str:
    """Say that a name at the left edge is none of those that can stand there."""
    return f"`{name}:` is not a heading that can stand at the left edge of a content"


def too_far_left(part: str, heading: str) -> str:
    """Say that a part of the content stands in the column of its heading."""
    return f"`{part}` stands too far left: it belongs under `{heading}:`"


def how_to_move(first_column: int) -> str:
    """Say how a part comes under its heading.

    Args:
        first_column: Where the lines that belong to it begin; too far left as well, perhaps.
    """
    if first_column < INNER:
        return "put 2 spaces before it, and before each line that belongs to it"
    return "put 2 spaces before it"


def _part(source: SourceText, edge: Row, heading: Row) -> Mend:
    below = row_of(source, edge.number + 1)
    at = source.span(edge.start, edge.start + len(edge.name or ""))
    message, hint = too_far_left(edge.name or "", heading.name or ""), how_to_move(below.indent + 1)
    return Mend({edge.number: " " * PART + edge.text}, 3, "E101", message, hint, at)


def _edge_above(source: SourceText, row: Row) -> Row | None:
    while row.number > 1:
        row = row_above(source, row)
        if _is_at_edge(row):
            return row
    return None


def _is_at_edge(row: Row) -> bool:
    is_named = row.name is not None or row.text.rstrip().endswith(":")  # YAML takes words before a colon for a name
    return not row.indent and not row.dashes and is_named and row.is_read
