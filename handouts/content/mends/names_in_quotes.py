"""Names that stand between the quotes of their text: `"fr: Gardez la peau propre"`."""

import re
from collections.abc import Iterator

from handouts.content.decoding import SourceText
from handouts.content.lines.source_rows import Row, extent, row_of
from handouts.content.mends.mends import Mend
from handouts.content.names.suggestions import to_type
from handouts.content.names.vocabulary import known_names

_MOST_LINES = 4  # that one hand typed alike, one under the other
_QUOTED = re.compile(
    r"""(?P<before>\s*(?:-\s+)*)(?P<quote>["'])(?P<name>[a-z][a-z0-9_]*)\s*:\s*(?P<text>(?:(?!(?P=quote)).)*)(?P=quote)\s*"""
)


def name_in_quotes(source: SourceText, row: Row) -> Iterator[Mend]:
    """Find a line whose quotes stand around its name too, with those next to it that are typed in the same way."""
    numbers = [row.number]
    while len(numbers) < _MOST_LINES and numbers[0] > 1 and _found(source.line(numbers[0] - 1)):
        numbers.insert(0, numbers[0] - 1)
    while len(numbers) < _MOST_LINES and numbers[-1] < source.lines and _found(source.line(numbers[-1] + 1)):
        numbers.append(numbers[-1] + 1)
    found = {number: _found(source.line(number)) for number in numbers}
    lines = {number: f"{each['before']}{_meant(each)}" for number, each in found.items() if each}
    first = found[numbers[0]]
    if first is None or len(lines) < len(numbers):
        return
    name, meant = first["name"], to_type(_meant(first))
    message = f"these quotes stand around the name `{name}` too, which makes it a part of the text"
    hint = f"write   {meant}   and the line under it in the same way" if len(lines) > 1 else f"write   {meant}"
    yield Mend(lines, len(lines), "E163", message, hint, extent(source, row_of(source, numbers[0])))


def _found(line: str) -> re.Match[str] | None:
    found = _QUOTED.fullmatch(line)
    return found if found and found["name"] in known_names() else None


def _meant(found: re.Match[str]) -> str:
    return f"{found['name']}: {found['quote']}{found['text']}{found['quote']}"
