"""Lines that stand in the wrong column, or lack the dash or the colon that gives them their place.

YAML only says that it can go no further, often a line too late. Here the lines around are mended in each way that
people get wrong, and the mend with which the text makes sense tells what the mistake was.
"""

import re
from collections.abc import Iterator, Mapping

from handouts.content.decoding import SourceText
from handouts.content.lines.columns import columns_around, groups_from, moved, twin
from handouts.content.lines.source_rows import Row, extent, row_above, row_of
from handouts.content.lines.trouble import Mistake, Trouble
from handouts.content.mends.interrupted import pasted_amid, pasted_from
from handouts.content.mends.left_edge import at_left_edge
from handouts.content.mends.mends import Mend, best_mend
from handouts.content.mends.missing_colons import no_colon
from handouts.content.mends.names_in_quotes import name_in_quotes
from handouts.content.mends.omissions import (
    ONE_WORD,
    above_its_heading,
    dash_before_part,
    half_commented,
    is_remark,
    no_comment_sign,
    no_dash_like_above,
    no_dash_of_item,
    no_language_before,
    no_name_above,
    no_name_before,
    no_second_dash,
    stray_dash,
)
from handouts.content.mends.other_signs import list_within_text, other_sign
from handouts.content.names.suggestions import in_full, move, spaces, to_type
from handouts.content.names.vocabulary import known_names, names_of

_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_PROSE = re.compile(r"\s|[^a-z_]")  # what a text has, and a name has not
_MOST_SHIFT = 8  # columns
_FAR = 60  # columns
_MOST_ROWS = 3  # above the trouble
_MOST_LINES_OF_ITEM = 40


def misplaced(trouble: Trouble) -> Mistake | None:
    """Find the line that keeps YAML from going on, by mending the lines around."""
    if not any(sign in trouble.what for sign in ("expected", "mapping values", "did not find", "token")):
        return None
    return best_mend(trouble, _mends(trouble))


def _mends(trouble: Trouble) -> Iterator[Mend]:
    """Yield ways to mend the lines around a trouble, from the smallest to the largest change."""
    source = trouble.source
    rows = _rows(trouble)
    for row in rows:
        yield from name_in_quotes(source, row)
    for row in rows:
        yield from other_sign(source, row)
        yield from no_colon(source, row)
        yield from _no_indent(source, row)
        yield from _deep_beginning(source, row)
        yield from stray_dash(source, row)
        yield from list_within_text(source, row)
        yield from no_dash_like_above(source, row)
        yield from no_comment_sign(source, row)
        yield from dash_before_part(source, row)
        yield from above_its_heading(source, row)
        yield from half_commented(source, row)
        yield from no_language_before(source, row)
        yield from no_name_before(source, row)
        yield from no_second_dash(source, row)
    yield from at_left_edge(source, trouble.row)
    for row in _first_rows(trouble):
        yield from _no_dash(source, row)
    if _is_line_of_yaml(trouble.row):
        yield from sorted((mend for row in rows for mend in _shifts(source, row)), key=lambda mend: mend.cost)
        for row in rows:
            yield from no_dash_of_item(source, row)
        yield from no_name_above(source, trouble.row)
        yield from pasted_amid(source, trouble.row)
        yield from pasted_from(source, trouble.row)


def _rows(trouble: Trouble) -> list[Row]:
    """Return the lines that may be to blame: that of the trouble, those above it, and where its group began."""
    rows = [trouble.row]
    for _ in range(_MOST_ROWS):
        rows.append(row_above(trouble.source, rows[-1]))
    rows += [trouble.since] if trouble.since else []
    rows += _first_of_group(trouble)
    return list({row.number: row for row in rows}.values())


def _first_of_group(trouble: Trouble) -> list[Row]:
    """Return the first part of the group that a part is in, if that stands further in: it may have been moved whole."""
    source, head = trouble.source, trouble.row
    while head.indent >= trouble.row.indent and head.number > 1:
        head = row_above(source, head)
    below = (row_of(source, number) for number in range(head.number + 1, trouble.row.number))
    first = next((row for row in below if row.is_read), None)
    return [first] if first and first.is_heading and first.indent > trouble.row.indent else []


def _first_rows(trouble: Trouble) -> list[Row]:
    """Return the first lines of the groups that the trouble is in, from the innermost; one may lack its dash."""
    rows: list[Row] = []
    row = trouble.row
    for _ in range(_MOST_LINES_OF_ITEM):
        above = row_above(trouble.source, row)
        if above.name and not above.value and not row.dashes:
            rows.append(row)
        row = above
    return rows


def _no_dash(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find the first item of a list that has no dash."""
    above = row_above(source, row)
    if row.dashes or above.name is None or above.value or row.indent < 2:  # noqa: PLR2004 (the room of a dash)
        return
    rest = row.text[row.indent :]
    message = f"the list of `{above.name}:` begins here without a dash"
    hint = f"write   - {to_type(rest)}   {row.indent - 2} spaces in"
    is_list = above.name in names_of("list")
    if above.name == "sections" and not row.value and row.name not in {None, "id"}:  # its id, in place of `id:`
        hint = f"write   - id: {row.name}   and let the lines under it begin under the i of `id`"
    for column in (row.indent - 2, row.indent) if is_list else (row.indent - 2,):  # the dash went alone, or its blanks
        yield Mend({row.number: " " * column + "- " + rest}, 3, "E168", message, hint, extent(source, row))


def _no_indent(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find a text that goes on without standing further in than its name."""
    above = row_above(source, row)
    head = _name_of_text(source, row)
    if not row.goes_on or head is None or row.indent > head.indent + len(head.dashes):
        return
    if is_remark(row) or head.name in ONE_WORD:
        return
    if not _PROSE.search(row.value) and row.value in known_names():
        return
    column = above.indent if above.goes_on else head.indent + len(head.dashes) + 2
    lines: dict[int, str] = {}
    number = row.number
    while number <= source.lines and (each := row_of(source, number)).goes_on and each.value and each.indent < column:
        lines[number] = " " * column + each.text.strip()
        number += 1
    missing = max(column - row.indent, 1)
    hint = in_full(move(missing), len(lines) - 1, None)
    message = f"this line goes on with the text of `{head.name}`, and must stand further in than that name"
    yield Mend(lines, 3, "E164", message, hint, extent(source, row))


_LONG_TEXT = re.compile("[|>][+-]?")


def _deep_beginning(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find a long text whose first line stands further in than a line under it, which YAML then leaves out."""
    head = _name_of_text(source, row)
    if head is None or not _LONG_TEXT.fullmatch(head.value) or row.indent <= head.indent + len(head.dashes):
        return
    above = [row_of(source, number) for number in range(head.number + 1, row.number)]
    deep = [each for each in above if each.text.strip() and each.indent > row.indent]
    if not row.goes_on or not deep:
        return
    first, shift = deep[0], row.indent - deep[0].indent
    lines = {each.number: each.text[-shift:] for each in deep}
    many = spaces(-shift)
    message = f"this line begins {many} too far to the right"
    do = in_full(move(shift), len(deep) - 1, None)
    hint = f"{do}: the lines of one text begin in the same column"
    yield Mend(lines, 2, "E164", message, hint, extent(source, first))


def _name_of_text(source: SourceText, row: Row) -> Row | None:
    """Return the line with the name whose text a line may go on with, or begin."""
    above = row_above(source, row)
    for step in range(_MOST_LINES_OF_ITEM):
        if not above.goes_on:
            return above if above.name and (above.value or not step) else None
        above = row_above(source, above)
    return None


def _shifts(source: SourceText, row: Row) -> Iterator[Mend]:
    """Yield the moves of a line, alone or with lines around it, to the columns of other lines."""
    if not _is_line_of_yaml(row):
        return
    for column in _columns(source, row):
        shift = column - row.indent
        for numbers in groups_from(source, row):
            shifted = {n: moved(source.line(n), shift) for n in numbers}
            if all(line is not None for line in shifted.values()):
                lines = {n: line for n, line in shifted.items() if line is not None}
                yield _shift(source, row, lines, column)


def _is_line_of_yaml(row: Row) -> bool:
    """Whether a line has a dash or a name, and is no prose that goes on and happens to hold a colon."""
    is_name = row.name is None or (not row.french_colon and _NAME.fullmatch(row.name) is not None)
    return not row.goes_on and is_name and "\t" not in row.text[: row.indent]


def _shift(source: SourceText, row: Row, lines: Mapping[int, str], column: int) -> Mend:
    shift = column - row.indent
    many, more = spaces(abs(shift)), len(lines) - 1
    left, right = f"this line begins {many} too far to the left", f"this line begins {many} too far to the right"
    hint = in_full(move(shift), more, twin(source, row, column))
    message = left if shift > 0 else right
    return Mend(lines, 10 * abs(shift) + 3 * more, "E164", message, hint, extent(source, row))


def _columns(source: SourceText, row: Row) -> list[int]:
    """Return the indents that a line could have meant, and that are not far."""
    most = _MOST_SHIFT if row.indent else _FAR  # what lost all its blanks may have had many
    return [column for column in columns_around(source, row) if 0 < abs(column - row.indent) <= most]
