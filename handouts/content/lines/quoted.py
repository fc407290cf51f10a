"""How to put a text into quotes, which may go on over several lines."""

import re

from handouts.content.decoding import SourceText
from handouts.content.lines.source_rows import Row, row_of, without_value
from handouts.content.names.suggestions import in_quotes

_CURLY = re.compile(r"[“„‟«‹‘″´`](?P<inside>[^“”„‟«»‹›‘″\"]*)[”“»›’″´`\"]")
_LINK = re.compile(r"\[[^\]]*\] ?\((\S+)\)")


def into_quotes(source: SourceText, row: Row) -> str:
    """Write the text after a name, or a dash, in quotes."""
    if row.name in {"website", "booking", "url"} and (found := _LINK.fullmatch(row.value)):
        return f"write the address alone: {row.name}: {found[1]}"
    if (end := _last_line(source, row)) > row.number:
        return f'put the whole text in quotes: one " before “{row.value.split()[0]}”, one " at the end of line {end}'
    name = f"{row.name}: " if row.name else "- " if row.dashes else ""
    return f"put the text in quotes: {name}{in_quotes(without_curly_quotes(row.value))}"


def without_text(source: SourceText, row: Row) -> str:
    """Put a harmless text for that after a name, and for the lines that go on with it, even right under the name."""
    return without_value(source, row, 1 if row.name else None)


def without_curly_quotes(text: str) -> str:
    """Return what stands inside curly quotes or guillemets that are put around a whole text; or the text itself."""
    found = _CURLY.fullmatch(text)
    return found["inside"].strip() if found else text


def _last_line(source: SourceText, row: Row) -> int:
    number = row.number
    while number < source.lines and (below := row_of(source, number + 1)).goes_on and below.indent and below.is_read:
        number += 1
    return number
