"""Signs that people put before an item of a list in place of its dash: bullets, numbers, other strokes."""

import re
from collections.abc import Iterator
from itertools import takewhile

from handouts.content.decoding import SourceText
from handouts.content.lines.columns import columns_around, moved
from handouts.content.lines.source_rows import Row, row_above, row_of
from handouts.content.mends.mends import Mend
from handouts.content.names.suggestions import in_quotes, to_type
from handouts.model.base import DEFAULT_LANGUAGES

_SIGN = re.compile(
    r"(?P<indent>\s*)(?P<sign>[•·●▪◦‣⁃∙–—−‐‑*+>](?=\s)|[•·●▪◦‣⁃∙–—−‐‑]|(?![“”„«»‘’…])[^\w\s\x00-\x7f]\ufe0f?(?=\s)"
    r"|o(?=\s+[a-z]+:\s)|[0-9]{1,2}[.):](?=\s+(?:[a-z]+:\s|[{\"]))|--+(?=\s)|-(?=[^\s-]))(?P<gap>\s*)(?P<rest>\S.*)"
)

_OPENS = ("", '"', "'", ">", "|", "{", "[")  # what a value begins with that is no text without quotes
_ID = re.compile("[a-z0-9_-]+")


def other_sign(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find another sign for the dash of an item, or a dash without a space."""
    found = _SIGN.fullmatch(row.text)
    if row.is_heading and (row.name or "").isdigit():
        yield _number_as_name(source, row)
    if found is None:
        return
    sign, rest = found["sign"], found["rest"]
    start = row.start + found.start("sign")
    message = (
        "there is no space after this dash"
        if sign == "-"
        else f"an item of a list begins with a hyphen and a space, not with “{sign}”"
    )
    hint = f"write   - {to_type(rest)}"
    if sign == "--":  # of a row and its first cell
        both = f"- - {rest}"
        at = source.span(start, start + len(sign))
        yield Mend({row.number: f"{found['indent']}{both}"}, 1, "E168", message, f"write   {to_type(both)}", at)
    at = source.span(start, start + len(sign))
    below = _as_far_in(source, row, found.start("rest"))
    column = len(found["indent"]) + 2
    if below and column != found.start("rest"):
        shift = column - found.start("rest")
        lines = {row.number: f"{found['indent']}- {rest}"} | {n: moved(source.line(n), shift) or "" for n in below}
        aligned = f"write   - {to_type(rest)}   and let the lines under it begin under its first word"
        yield Mend(lines, 1, "E168", message, aligned, at)
    columns = columns_around(source, row) if not row.indent else []  # it lost its blanks too
    if row_of(SourceText.of("", rest), 1).name is None and not _ID.fullmatch(rest):  # a text, which has two languages
        said = in_quotes(rest)
        each = f"write it in each language:   - fr: {said}   and under it   en: …"
        pairs = ", ".join(f"{language}: {said}" for language in DEFAULT_LANGUAGES)
        for column in columns or [row.indent]:
            yield Mend({row.number: f"{' ' * column}- {{{pairs}}}"}, 1, "E168", message, each, at)
    yield Mend({row.number: f"{found['indent']}- {rest}"}, 1, "E168", message, hint, at)
    for column in columns:
        there = f"write   - {to_type(rest)}   {column} spaces in"
        yield Mend({row.number: f"{' ' * column}- {rest}"}, 3, "E168", message, there, at)


def _number_as_name(source: SourceText, row: Row) -> Mend:
    """Find the number of an item on a line of its own, with a colon, in place of a dash."""
    message = f"an item of a list begins with a hyphen and a space, not with “{row.name}:”"
    at = source.span(row.start + row.indent, row.start + row.indent + len(row.name or "") + 1)
    return Mend({row.number: " " * row.indent + "-"}, 1, "E168", message, "write   -   in its place", at)


def _as_far_in(source: SourceText, row: Row, column: int) -> list[int]:
    """Return the lines right under a line that stand at a column or further in."""
    below = (row_of(source, number) for number in range(row.number + 1, source.lines + 1))
    return [each.number for each in takewhile(lambda each: each.is_read and each.indent >= column, below)]


def list_within_text(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find lines with a dash right under a text without quotes, in the column of its language: it was to list them."""
    first = row
    while first.dashes and first.name is None and first.number > 1:
        first = row_above(source, first)
    column = first.indent + len(first.dashes)
    if first is row or first.name not in DEFAULT_LANGUAGES or first.value[:1] in _OPENS or row.indent != column:
        return
    below = (row_of(source, number) for number in range(first.number + 1, source.lines + 1))
    listed = takewhile(lambda each: not each.is_read or (each.dashes and each.name is None), below)
    lines = {each.number: "  " + each.text for each in listed if each.is_read}
    message = f"this dash begins an item, in the middle of the text of `{first.name}`"
    hint = "write the whole text on one line, in double quotes; what is a list is a `bullets` block, an item a line"
    at = source.span(row_of(source, min(lines)).start + column, row_of(source, min(lines)).start + column + 1)
    yield Mend(lines, 1, "E168", message, hint, at)
