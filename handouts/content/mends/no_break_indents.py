"""No-break spaces before the names and dashes of a file, as text copied from a web page has.

YAML takes such a line for more of the text above it, and says nothing.
"""

import re

from handouts.content.decoding import SourceText
from handouts.content.names.vocabulary import known_names
from handouts.errors import Problem

_NO_BREAK = "\u00a0\u2007\u202f"
_INDENT = re.compile(
    rf"^(?P<indent>[ \t]*[{_NO_BREAK}][ \t{_NO_BREAK}]*)(?:-[ \t]|(?P<name>[a-z][a-z0-9_]*):[ \t\r\n])", re.MULTILINE
)
_SPACES = str.maketrans(dict.fromkeys(_NO_BREAK, " "))


def without_no_break_indents(source: SourceText) -> tuple[SourceText, tuple[Problem, ...]]:
    """Put spaces for the no-break spaces that lines begin with, and tell all of them at the first."""
    if not any(sign in source.text for sign in _NO_BREAK):
        return source, ()
    found = [each for each in _INDENT.finditer(source.text) if not each["name"] or each["name"] in known_names()]
    if not found:
        return source, ()
    text = source.text
    for each in found:
        text = text[: each.start()] + each["indent"].translate(_SPACES) + text[each.end("indent") :]
    first = next(n for n, sign in enumerate(found[0]["indent"], found[0].start()) if sign in _NO_BREAK)
    at = source.span(first, first + 1)
    message, hint = "this is a no-break space, which is not taken for a space here", "type an ordinary space instead"
    if len(found) > 1:
        last = source.span(found[-1].start(), found[-1].end()).line
        hint = f"type ordinary spaces before each of the {len(found)} lines down to line {last} that begin so"
    return SourceText.of(source.file, text), (Problem("E162", message, at, hint),)
