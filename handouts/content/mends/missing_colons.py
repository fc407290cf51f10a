"""Names whose colon was forgotten, or typed as another sign: on one line, or on several one under the other."""

import re
from collections.abc import Iterator

from handouts.content.decoding import SourceText
from handouts.content.lines.source_rows import Row, row_of
from handouts.content.mends.mends import Mend
from handouts.content.names.suggestions import to_type
from handouts.content.names.vocabulary import known_names

_NO_COLON = re.compile(
    r"(?P<before>\s*(?:- +)*(?P<name>[a-z][a-z0-9_-]*))"
    r"(?:(?P<gap>[ \t]*)(?P<sign>[;=：﹕∶]|(?<=[ \t])(?:[-=]>|[-–—→])(?=[ \t]))(?P<after>.*)|(?P<rest>\s*|\s+\S.*))"
)


def no_colon(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find a name whose colon was forgotten."""
    found = _NO_COLON.fullmatch(row.text)
    if found is None or row.name is not None:
        return
    name, rest = found["name"], (found["after"] or found["rest"] or "").strip()
    is_heading = not rest and row.number < source.lines and row_of(source, row.number + 1).indent > row.indent
    if name not in known_names() and not is_heading:
        return
    end = row.start + found.end("name")
    hint = f"write   {name}: {to_type(rest)}".rstrip()
    message = f"there is no colon after `{name}`"
    at = source.span(end, end + 1)
    if found["sign"]:
        message = f"after a name stands a colon, not “{found['sign']}”"
        at = source.span(row.start + found.start("sign"), row.start + found.end("sign"))
        yield from _no_colons(source, row, message)
    yield Mend({row.number: f"{found['before']}: {rest}"}, 2, "E166", message, hint, at)


def _no_colons(source: SourceText, row: Row, message: str) -> Iterator[Mend]:
    """Find several lines, one under the other, with another sign in place of a colon; they are told together."""
    first = last = row.number
    while first > 1 and _NO_COLON.fullmatch(source.line(first - 1)):
        first -= 1
    while last < source.lines and _NO_COLON.fullmatch(source.line(last + 1)):
        last += 1
    found = {number: _NO_COLON.fullmatch(source.line(number)) for number in range(first, last + 1)}
    told = {number: each for number, each in found.items() if each and each["sign"] and each["name"] in known_names()}
    if len(told) < 2 or len(told) < len(found):  # noqa: PLR2004 (one alone is told as such)
        return
    lines = {number: f"{each['before']}: {each['after'].strip()}" for number, each in told.items()}
    each = told[first]
    rest = to_type(each["after"].strip())
    start = source.start(first)
    hint = f"write   {each['name']}: {rest}   and a colon in the next line too"
    if last > first + 1:
        hint = f"write   {each['name']}: {rest}   and a colon in lines {first + 1} to {last} too"
    at = source.span(start + each.start("sign"), start + each.end("sign"))
    yield Mend(lines, 2, "E166", message, hint, at)
