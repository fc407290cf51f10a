"""Lines that were copied from a comparison of two versions: a minus before the old ones, a plus before the new ones."""

import re
from collections.abc import Sequence

from handouts.content.decoding import SourceText
from handouts.content.drafts import with_lines
from handouts.errors import Problem

_COMPARED = re.compile(r"^(?P<sign>[+-])(?:  ){2,}(?=\S)[^\r\n]*", re.MULTILINE)
"""A sign before a line as it stood: one before an odd number of blanks was typed in the place of a blank."""

_NAMED = 8  # lines in one message


def without_comparison(source: SourceText) -> tuple[SourceText, tuple[Problem, ...]]:
    """Read the new lines without their signs and the old ones not at all, and tell all of them at the first."""
    signed = "\n-   " in source.text or "\n+   " in source.text
    found = list(_COMPARED.finditer(source.text)) if signed else []
    if not found:
        return source, ()
    signs = {source.span(each.start(), each.end()).line: each["sign"] for each in found}
    old, new = ([number for number in signs if signs[number] == sign] for sign in "-+")
    kept = new or old
    lines = {number: source.line(number)[1:] if number in kept else "" for number in signs}
    at = source.span(found[0].start("sign"), found[0].end("sign"))
    sign = found[0]["sign"]
    message = f"“{sign}” at the left edge comes from a comparison of two versions, and is no part of the content"
    hint = f"delete that sign, and nothing else, on line {_named(kept)}"
    if old and new:
        hint = f"delete what is old, line {_named(old)}, and the “+” before what is new, line {_named(new)}"
    return SourceText.of(source.file, with_lines(source, lines)), (Problem("E169", message, at, hint),)


def _named(numbers: Sequence[int]) -> str:
    return ", ".join([*map(str, numbers[:_NAMED]), *(["…"] if len(numbers) > _NAMED else [])])
