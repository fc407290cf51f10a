"""Where lines begin: the columns that a line could have meant, and the lines that may have been moved with it."""

from collections.abc import Iterator

from handouts.content.decoding import SourceText
from handouts.content.lines.source_rows import Row, row_above, row_of

_FAR = 1000  # columns
_PART = 2  # blanks before the name of a part: a clinic, a handout
_MOST_LINES_OF_PART = 1500
_MOST_LINES_MOVED = 8  # of a group that was moved in part


def columns_around(source: SourceText, row: Row) -> list[int]:
    """Return the indents of the lines around a line, and one step further in."""
    found = {0}
    above, least = row, _FAR
    while above.number > 1 and least > _PART:
        above = row_above(source, above)
        if above.indent < least or above.number == row.number - 1:
            least = min(least, above.indent)
            found |= {above.indent, above.indent + len(above.dashes)}
            if above.name and not above.value:
                found.add(above.indent + len(above.dashes) + 2)
    found |= {row_of(source, n).indent for n in range(row.number + 1, row.number + 4) if source.line(n).strip()}
    return sorted(found, reverse=True)


def groups_from(source: SourceText, row: Row) -> Iterator[tuple[int, ...]]:
    """Yield the lines that may have been moved together: one, several, all that is inside it, all that are like it."""
    yield (row.number,)
    inside, like, number = [row.number], [row.number], row.number + 1
    while number <= source.lines and len(like) < _MOST_LINES_OF_PART:
        line = source.line(number)
        below = row_of(source, number)
        if line.strip() and below.indent < row.indent:
            break
        like += [number] if line.strip() else []
        inside += [number] if line.strip() and below.indent > row.indent and len(inside) == len(like) - 1 else []
        number += 1
    some = {tuple(inside[:length]) for length in range(2, min(len(inside), _MOST_LINES_MOVED) + 1)}
    if number == row.number + 1:  # the line under it stands further left: a run of lines was moved, not a group
        some |= {tuple(range(row.number, row.number + length)) for length in range(3, _MOST_LINES_MOVED + 1)}
    groups = {(row.number, row.number + 1), *some, tuple(inside), tuple(like)} - {(row.number,)}
    yield from sorted(groups, key=lambda group: (len(group), group))


def moved(line: str, shift: int) -> str | None:
    """Return a line with more blanks before it, or fewer; None when it has not as many."""
    if shift >= 0:
        return " " * shift + line
    return line[-shift:] if not line[:-shift].strip() else None


def twin(source: SourceText, row: Row, column: int) -> int | None:
    """Return the nearest line above that begins in a column, of the same kind: an item, or a name."""
    above = row
    while above.number > max(1, row.number - _MOST_LINES_OF_PART):
        above = row_above(source, above)
        if above.indent == column and bool(above.dashes) == bool(row.dashes):
            return above.number
        if above.indent + len(above.dashes) == column and above.dashes and not row.dashes:
            return None
        if above.indent < column:
            return None
    return None
