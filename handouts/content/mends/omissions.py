"""A line or a dash that is missing above a line or before it, or a dash too many: ways to mend them, to be tried."""

import re
from collections.abc import Iterator

from handouts.content.decoding import SourceText
from handouts.content.lines.columns import columns_around
from handouts.content.lines.source_rows import Row, extent, row_above, row_of
from handouts.content.mends.mends import Mend
from handouts.content.names.suggestions import to_type
from handouts.content.names.vocabulary import Shape, names_of, needed_beside
from handouts.content.ownership import GROUPS
from handouts.model.base import DEFAULT_LANGUAGES

NEITHER = "this line is neither a name with a colon nor an item with a dash"
IF_COMMENT = "if it is a comment, begin it with #: a comment is not printed"
_DASH = 2  # columns
_NEAREST = 2  # columns for a name that is missing


def stray_dash(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find a dash between two names of one item, or of one text in two languages."""
    if not row.dashes or row.name is None:
        return
    above = row_above(source, row)
    is_pair = {row.name, above.name} <= {*DEFAULT_LANGUAGES} and row.name != above.name
    sibling = above if is_pair and not above.dashes else _name_in_column(source, row)
    if sibling is None:
        return
    rest = row.text[row.indent + len(row.dashes) :]
    at = source.span(row.start + row.indent, row.start + row.indent + 1)
    message = f"this dash begins a new item, but `{row.name}` belongs to the lines above"
    line = " " * (sibling.indent + len(sibling.dashes)) + rest
    yield Mend({row.number: line}, 2, "E168", message, f"take the dash away:   {to_type(rest)}", at)


def _name_in_column(source: SourceText, row: Row) -> Row | None:
    """Return the nearest line above whose name, and not its dash, begins in the column of a line's dash."""
    above = row
    while above.number > 1:
        above = row_above(source, above)
        if above.name and above.indent + len(above.dashes) == row.indent:
            return above
        if above.indent <= row.indent:
            return None
    return None


def no_dash_like_above(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find an item in braces or quotes that lacks the dash which the item above has."""
    above = row_above(source, row)
    opens = row.value[:1] in {"{", '"'} and row.value[:1] == above.value[:1]
    if not row.goes_on or not above.dashes or above.name or not opens:
        return
    rest = row.text.strip()
    message = "there is no dash before this item"
    line = " " * above.indent + above.dashes + rest
    yield Mend({row.number: line}, 2, "E168", message, f"write   - {to_type(rest)}", extent(source, row))


def no_dash_of_item(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find the first line of an item that lost its dash and stands where the dash stood."""
    above = row
    while above.number > 1 and (above is row or above.indent > row.indent):
        above = row_above(source, above)
    if row.dashes or not row.name or not above.dashes or above.indent != row.indent:
        return
    rest = row.text[row.indent :]
    message = "there is no dash before this item"
    hint = f"write   - {to_type(rest)}"
    yield Mend({row.number: " " * row.indent + "- " + rest}, 3, "E168", message, hint, extent(source, row))


def dash_before_part(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find a dash before the name of a clinic, a handout or another part."""
    if not row.dashes or not row.name or row.value or row_above(source, row).name not in GROUPS:
        return
    rest = row.text[row.indent + len(row.dashes) :]
    at = source.span(row.start + row.indent, row.start + row.indent + 1)
    message = f"the name of a part, `{row.name}:`, takes no dash"
    yield Mend({row.number: " " * row.indent + rest}, 2, "E168", message, f"take the dash away:   {to_type(rest)}", at)


def above_its_heading(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find a line that changed places with the heading above it, as a key of many editors does by accident."""
    below, heading = row_of(source, row.number + 1), row_above(source, row)
    is_first = heading.is_heading and heading.indent < below.indent < row.indent
    if not (is_first and row.name and row.value and below.is_heading and row.number < source.lines):
        return
    lines = {row.number: below.text, below.number: row.text}
    message = f"this line stands above `{below.name}:`, which it belongs to"
    hint = f"move it under line {below.number}"
    yield Mend(lines, 3, "E164", message, hint, extent(source, row))


_SIGNS = r"\s*(?://|--|<!--|\*{2,}(?=\s)|={3,}|/\*|>{2,}"
_OF_REMARK = re.compile(_SIGNS + ")")
REMARK = re.compile(_SIGNS + "|[A-Z0-9][A-Z0-9 .,:'’-]+$)")
_PROSE = re.compile(r"(?:\w|//|--|<!--|\*\*|==|/\*|>>|\[[0-9]|\().*\s\S.*")
_CLOSED = "\"'[{"  # what begins a value that nothing goes on with once it is closed


ONE_WORD = {
    "phone", "duration", "icon", "level", "service", "brand", "unit", "status", "code", "version", "postal_code",
    "number", "extension", "opens", "closes", "reviewed", "review_due", "value", "to", "min", "max", "first", "last",
}  # fmt: skip
"""Names after which stands a word or a number, which no line goes on with."""


def is_remark(row: Row) -> bool:
    """Whether a line begins as remarks do elsewhere: `// …`, `<!-- …`, `*** …`."""
    return _OF_REMARK.match(row.text) is not None


def no_comment_sign(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find comments without their sign: lines of words that no text above them goes on with."""
    if not _is_comment(source, row):
        return
    first = last = row
    alone = _is_in_long_text(source, row)
    while not alone and first.number > 1 and _is_comment(source, above := row_of(source, first.number - 1)):
        first = above
    while not alone and last.number < source.lines and _is_comment(source, below := row_of(source, last.number + 1)):
        last = below
    cut, hint = dict.fromkeys(range(first.number, last.number + 1), ""), IF_COMMENT
    if len(cut) > 1:
        hint = f"if lines {first.number} to {last.number} are a comment, begin each with #: a comment is not printed"
    yield Mend(cut, 2, "E166", NEITHER, hint, extent(source, first))


def _is_comment(source: SourceText, row: Row) -> bool:
    is_words = (REMARK.match(row.text) is not None or row.goes_on) and _PROSE.match(row.text.strip()) is not None
    return is_words and not _can_go_on(source, row)


def _is_in_long_text(source: SourceText, row: Row) -> bool:
    above = row_above(source, row)
    while above.goes_on and above.number > 1:
        above = row_above(source, above)
    return above.value[:1] in {"|", ">"}


def _can_go_on(source: SourceText, row: Row) -> bool:
    """Whether a text above can go on on a line."""
    above = row_above(source, row)
    while above.goes_on and above.number > 1:
        above = row_above(source, above)
    column = above.indent + (len(above.dashes) if above.name else 0)
    return bool(above.value) and above.value[0] not in _CLOSED and row.indent > column


def no_language_before(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find an item that begins with its text, and names a language only for the other one, under it."""
    above = row_above(source, row)
    others = [language for language in DEFAULT_LANGUAGES if language != row.name]
    if len(others) == len(DEFAULT_LANGUAGES) or above.name or not above.dashes or not above.value:
        return
    line = f"{above.dashes}{others[0]}: {above.value}"
    message = f"there is no `{others[0]}:` before this text"
    at = source.span(above.value_start, above.value_start + len(above.value))
    hint = f"write   {to_type(line)}"
    yield Mend({above.number: " " * above.indent + line}, 2, "E102", message, hint, at)


def no_name_before(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find an item that begins with its first value, and has names only for the others, under it."""
    above = row_above(source, row)
    if row.name is None or row.dashes or above.name or not above.dashes or not above.value:
        return
    for name in needed_beside(row.name):
        line = f"{above.dashes}{name}: {above.value}"
        at = source.span(above.value_start, above.value_start + len(above.value))
        message = f"there is no `{name}:` before this"
        lines = {above.number: " " * above.indent + line}
        lines |= {row.number: " " * (above.indent + len(above.dashes)) + row.text.lstrip()}
        yield Mend(lines, 2, "E102", message, f"write   {to_type(line)}", at)


def no_second_dash(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find the first cell of a row, whose second dash was forgotten, above a line that stands as far in as with it."""
    below = row_of(source, row.number + 1)
    if row.name is None or len(row.dashes) != _DASH or below.indent != row.indent + 2 * _DASH or not below.name:
        return
    rest = row.text.lstrip()
    message = "the first line of a row begins with two dashes: one for the row, one for its cell"
    yield Mend(
        {row.number: f"{' ' * row.indent}- {rest}"},
        2,
        "E168",
        message,
        f"write   - {to_type(rest)}",
        extent(source, row),
    )


def half_commented(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find the lines of an item that became comments, while the lines under them did not."""
    numbers: list[int] = []
    while source.line(number := row.number - 1 - len(numbers)).lstrip().startswith("#") and number > 1:
        numbers.append(number)
    if not numbers:
        return
    first = row_of(source, numbers[-1])
    message = "these lines are comments, and what belongs to them under them is not"
    if len(numbers) == 1:
        message = "this line is a comment, and what belongs to it under it is not"
    hint = f"take the # away, or put one before line {row.number} and each line that belongs to it too"
    for sign in ("#", "# "):
        lines = {number: source.line(number).replace(sign, "", 1) for number in numbers}
        if all((bare := row_of(SourceText.of("", line), 1)).name or bare.dashes for line in lines.values()):
            yield Mend(lines, 3, "E158", message, hint, extent(source, first))


def no_name_above(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find a list or a group whose name, on a line of its own, is missing above it."""
    shape: Shape = "list" if row.dashes else "text" if row.name in DEFAULT_LANGUAGES else "group"
    columns = [column for column in columns_around(source, row) if column < row.indent]
    for column in columns[:_NEAREST]:
        for name in names_of(shape):
            head = " " * column + f"{name}:"
            yield Mend(
                {row.number: f"{head}\n{row.text}"},
                4,
                "E102",
                f"the line `{name}:` is missing above this line",
                f"write it there, {column} spaces in:   {name}:",
                extent(source, row),
                {row.number: f"{head} x", **_blanks(source, row)},
            )


def _blanks(source: SourceText, row: Row) -> dict[int, str]:
    """Return nothing in place of the lines under a line that stand as far in or further."""
    lines: dict[int, str] = {}
    for number in range(row.number + 1, source.lines + 1):
        below = row_of(source, number)
        if below.text.strip() and below.indent < row.indent:
            break
        lines[number] = ""
    return lines
