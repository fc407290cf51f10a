"""Lines that were copied with something before them: the numbers of an editor, the marks of a quoted email."""

import re
from collections.abc import Iterator

from handouts.content.decoding import SourceText
from handouts.content.lines.columns import columns_around
from handouts.content.lines.source_rows import Row, row_above, row_of
from handouts.content.lines.trouble import Mistake, Trouble
from handouts.content.mends.mends import Mend, best_mend

_BEFORE = re.compile(
    r"(?P<before>[ \t]*(?:(?P<number>[0-9]{1,5})(?:[ \t]*[:.|│])?|[|│+]|>(?:[ \t]?>)*))(?=[ \t]|$)(?P<rest>.*)"
)
_NUMBERING = re.compile(r"\s*[0-9]{1,2}[.)]\s")
_LINE_OF_YAML = re.compile(r"\s*(?:-[ \t]|[a-z][a-z0-9_-]*:(?:[ \t]|$)).*")
_MOST_ROWS = 3
_MOST_LINES = 400


def pasted(trouble: Trouble) -> Mistake | None:
    """Find what was copied with the lines around a trouble and stands before each."""
    rows = [trouble.row]
    for _ in range(_MOST_ROWS):
        rows.append(row_above(trouble.source, rows[-1]))
    rows += [trouble.since] if trouble.since else []
    for row in rows:
        found = _BEFORE.fullmatch(row.text)
        if found and _LINE_OF_YAML.fullmatch(found["rest"]) and not _is_numbering(trouble.source, row):
            return best_mend(trouble, _mends(trouble.source, row))
    return None


def _is_numbering(source: SourceText, row: Row) -> bool:
    """Whether a line begins with the number of an item, as `1.` does in place of a dash."""
    return _NUMBERING.match(row.text) is not None and len(_run(source, row.number)) == 1


def _mends(source: SourceText, row: Row) -> Iterator[Mend]:
    """Yield the lines without what stands before them, in each column that the first could begin in."""
    numbers = _run(source, row.number)
    rests = {number: _rest(source.line(number)) for number in numbers}
    first = numbers[0]
    indent = len(rests[first]) - len(rests[first].lstrip())
    before = _BEFORE.fullmatch(source.line(first))
    assert before is not None  # noqa: S101 (each line of the run has it)
    start = source.start(first) + len(before["before"]) - len(before["before"].lstrip())
    at = source.span(start, source.start(first) + before.end("before"))
    shown = before["before"].strip()
    message = f"“{shown}” is no part of the content: it was copied with the line"
    hint = "delete it, and the spaces that came with it"
    if len(numbers) > 1:
        hint = f"delete what stands before the text of each line, from line {first} to line {numbers[-1]}"
    for column in columns_around(source, row_of(source, first)):
        shift = column - indent
        lines = {n: " " * max(len(rest) - len(rest.lstrip()) + shift, 0) + rest.lstrip() for n, rest in rests.items()}
        yield Mend(lines, abs(shift), "E166", message, hint, at)


def _run(source: SourceText, number: int) -> list[int]:
    """Return the lines around a line that have the same sort of thing before them."""
    first = last = number
    is_numbered = _is_numbered(source.line(number))
    while first > 1 and last - first < _MOST_LINES and _is_numbered(source.line(first - 1)) == is_numbered:
        first -= 1
    while last < source.lines and last - first < _MOST_LINES and _is_numbered(source.line(last + 1)) == is_numbered:
        last += 1
    return list(range(first, last + 1))


def _is_numbered(line: str) -> bool | None:
    found = _BEFORE.fullmatch(line)
    return found["number"] is not None if found else None


def _rest(line: str) -> str:
    found = _BEFORE.fullmatch(line)
    return found["rest"] if found else line
