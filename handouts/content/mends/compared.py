"""Lines that were copied from a comparison of two versions: a minus before the old ones, a plus before the new ones.

A comparison sets a blank before each line that did not change, and headers of its own above.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handouts.content.decoding import SourceText
from handouts.content.lines.drafts import with_lines
from handouts.errors import Problem

_SIGNED = re.compile(r"[+-](?:  ){2,}(?=\S).*")
"""A sign before a line as it stood: one before an odd number of blanks was typed in the place of a blank."""

_HEADER = re.compile(
    r"@@ -\d.*|diff --git .*|index [0-9a-f]{4,}\.\..*|--- (?:a/|/dev/null).*|\+{3} (?:b/|/dev/null).*|\\ No newline.*"
)
_BESIDE = re.compile(r"[ +-](?:  )*\S.*|[+-]")
"""A line as it stood, with a sign or a blank before it; only beside lines that are told by themselves."""

_NAMED = 8  # lines in one message


@dataclass(frozen=True, slots=True)
class _Copied:
    """The lines of one comparison, by number."""

    lines: dict[int, str]

    @property
    def is_whole(self) -> bool:
        """Whether it has headers, or lines that did not change: each line then has a character too many."""
        return any(line.startswith(" ") or _HEADER.fullmatch(line) for line in self.lines.values())

    def having(self, sign: str) -> list[int]:
        """Return the lines that have a sign before them."""
        return [n for n, line in self.lines.items() if line.startswith(sign) and not _HEADER.fullmatch(line)]


def without_comparison(source: SourceText) -> tuple[SourceText, tuple[Problem, ...]]:
    """Read the new lines without their signs and the old ones not at all, and tell all of them at the first."""
    if not any(sign in source.text for sign in ("\n-   ", "\n+   ", "\n@@ -")):
        return source, ()
    found = list(_copied(source))
    loose = _Copied({n: line for each in found if not each.is_whole for n, line in each.lines.items()})
    kept, problems = dict[int, str](), list[Problem]()
    for each in [*(each for each in found if each.is_whole), *([loose] if loose.lines else [])]:
        new = each.having("+") or ([] if each.is_whole else each.having("-"))
        kept |= dict.fromkeys(each.lines, "") | {n: each.lines[n][1:] for n in [*new, *each.having(" ")]}
        problems.append(_problem(source, each))
    return SourceText.of(source.file, with_lines(source, kept)), tuple(problems)


def _copied(source: SourceText) -> Iterator[_Copied]:
    """Yield the runs of lines around those that nothing but a comparison has."""
    number = 1
    while number <= source.lines:
        if not _is_told(source.line(number)):
            number += 1
            continue
        first = last = number
        while _goes_on(source, first - 1):
            first -= 1
        while _goes_on(source, last + 1):
            last += 1
        lines = {n: line for n in range(first, last + 1) if (line := source.line(n)).strip()}
        yield _Copied(lines)
        number = last + 1


def _is_told(line: str) -> bool:
    return bool(_SIGNED.fullmatch(line) or _HEADER.fullmatch(line))


def _goes_on(source: SourceText, number: int) -> bool:
    line = source.line(number)
    return bool(_is_told(line) or _BESIDE.fullmatch(line))


def _problem(source: SourceText, copied: _Copied) -> Problem:
    kept = [n for n, line in copied.lines.items() if not _HEADER.fullmatch(line)]
    first, last = min(kept, default=0), max(kept, default=0)
    old, new = copied.having("-"), copied.having("+")
    told = next(n for n, line in copied.lines.items() if _is_told(line))
    line = copied.lines[told]
    sign = line.split()[0] if _HEADER.fullmatch(line) else line[:1]
    at = source.span(source.start(told), source.start(told) + len(sign))
    message = f"“{sign}” at the left edge comes from a comparison of two versions, and is no part of the content"
    gone = [n for n in copied.lines if n not in new and n not in copied.having(" ")]
    if copied.is_whole and gone == [*copied.lines]:
        hint = f"delete line {_named(gone)}"
    elif copied.is_whole and gone:
        hint = (
            f"delete line {_named(gone)}, and the first character, a blank or “+”, of each other line "
            f"from {first} to {last}"
        )
    elif copied.is_whole:
        hint = f"delete the first character, a blank or “+”, of each line from {first} to {last}"
    elif old and new:
        hint = f"delete what is old, line {_named(old)}, and the “+” before what is new, line {_named(new)}"
    else:
        hint = f"delete that sign, and nothing else, on line {_named(new or old)}"
    return Problem("E169", message, at, hint)


def _named(numbers: Sequence[int]) -> str:
    return ", ".join([*map(str, numbers[:_NAMED]), *(["…"] if len(numbers) > _NAMED else [])])
