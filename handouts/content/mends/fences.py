"""The marks that a chat sets around lines to be copied: three backticks, which are no part of a content."""

import re

from handouts.content.decoding import SourceText
from handouts.errors import Problem

_FENCE = re.compile(r"^[ \t]*(?P<mark>`{3,}|~{3,})[ \t]*[\w-]*[ \t]*$", re.MULTILINE)
_NAMED = 8  # lines in one message


def without_fences(source: SourceText) -> tuple[SourceText, tuple[Problem, ...]]:
    """Read past such lines, each of which stays as a blank one, and tell all of them at the first."""
    found = list(_FENCE.finditer(source.text)) if "```" in source.text or "~~~" in source.text else []
    if not found:
        return source, ()
    text = _FENCE.sub(lambda mark: " " * len(mark[0]), source.text)
    numbers = [source.span(each.start(), each.end()).line for each in found]
    at = source.span(found[0].start("mark"), found[0].end("mark"))
    message = f"“{found[0]['mark']}” was copied with the lines, and is no part of the content"
    hint = "delete this line"
    if len(numbers) > 1:
        lines = ", ".join([*map(str, numbers[:_NAMED]), *(["…"] if len(numbers) > _NAMED else [])])
        hint = f"delete these lines: {lines}"
    return SourceText.of(source.file, text), (Problem("E166", message, at, hint),)
