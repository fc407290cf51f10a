"""Tabs that indent, which YAML refuses: the spaces that must stand in their place."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations, islice

from handouts.content.lines.columns import columns_around
from handouts.content.lines.source_rows import row_of
from handouts.content.lines.trouble import Mistake, Trouble, mistake_at
from handouts.content.mends.mends import Mend, best_mend
from handouts.errors import Span

_MOST_WAYS = 60
_FEW_LINES = 6  # that are told one by one
_OPEN = re.compile(r'\s*(?:- +)*[a-z]+: +"[^"]*\Z')
_TAB = "a tab cannot indent a line"
_TAB_HINT = "replace it by spaces (most editors can do so in the whole file)"


def tab(trouble: Trouble) -> Mistake | None:
    """Find lines that tabs indent, and how far in each belongs."""
    here = trouble.source.text.startswith("\t", trouble.at)
    if "tab character" not in trouble.what and not here:
        return None
    at = trouble.at if here else trouble.row.start + max(trouble.row.text.find("\t"), 0)
    place = trouble.source.span(at, at + 1)
    return best_mend(trouble, _without_tabs(trouble, place)) or mistake_at("E161", _TAB, _TAB_HINT, place)


def _without_tabs(trouble: Trouble, at: Span) -> Iterator[Mend]:
    """Yield spaces in place of the tabs: as wide as editors show them, or as far in as the lines around."""
    source = trouble.source
    rows = [row_of(source, number) for number in range(1, source.lines + 1) if "\t" in _indent(source.line(number))]
    if not rows:  # it stands after a sign of YAML's
        return
    for width in (2, 4, 8, 3, 5, 6, 7, 9):
        lines = {row.number: _indent(row.text).expandtabs(width) + row.text.lstrip() for row in rows}
        yield from _mends(lines, width, at)
    depths = sorted({_indent(row.text) for row in rows}, key=len)
    ways = combinations(sorted(columns_around(source, trouble.row)), len(depths))
    for columns in islice(ways, _MOST_WAYS):
        spaces = {depth: " " * column for depth, column in zip(depths, columns, strict=True)}
        lines = {row.number: spaces[_indent(row.text)] + row.text.lstrip() for row in rows}
        yield from _mends(lines, 10 + columns[-1], at)


def _mends(lines: Mapping[int, str], cost: int, at: Span) -> Iterator[Mend]:
    """Yield the mend of some lines; first as it is once a quote that is left open on one of them is closed."""
    hint = _begin_with({number: len(_indent(line)) for number, line in lines.items()})
    closed = {number: _OPEN.sub(r'\g<0>"', line) for number, line in lines.items()}
    if closed != lines:
        yield Mend(closed, cost, "E161", _TAB, hint, at, lines)
    yield Mend(lines, cost, "E161", _TAB, hint, at)


def _begin_with(widths: Mapping[int, int]) -> str:
    width, *more = map(str, widths.values())
    if not more:
        return f"begin the line with {width} spaces and no tab, so that it stands under those of its group"
    if len(more) > _FEW_LINES:
        return _TAB_HINT
    lines = ", ".join(map(str, [*widths][1:]))
    if len(more) == 1:
        return f"begin the line with {width} spaces and no tab; line {lines} begins with {more[0]}"
    return f"begin the line with {width} spaces and no tab; lines {lines} begin with {', '.join(more)}"


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]
