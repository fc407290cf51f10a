"""Where words of a text stand in its file, as they were typed."""

import re

from handouts.content.decoding import SourceText
from handouts.errors import Span


def place_of(source: SourceText, span: Span, found: str, before: str) -> Span:
    """Return where words stand in the file; the whole text when they are not there as such.

    Args:
        source: The file.
        span: The text that they are in.
        found: The words; none for the whole text.
        before: What stands before them, to tell the second of two from the first.
    """
    if not found.strip():
        return _first_line(source, span)
    pattern = _as_typed(found)
    matches = list(pattern.finditer(source.text, span.start, span.end))
    number = sum(1 for _ in pattern.finditer(before))
    match = matches[min(number, len(matches) - 1)] if matches else None
    if match is None:
        first, _, more = found.strip().partition(" ")
        return place_of(source, span, first, before) if more else span
    return source.span(match.start(), match.end())


def _first_line(source: SourceText, span: Span) -> Span:
    """Return the first line of words of a text that begins under its name (`>-`), or else all of it."""
    folded = _FOLDED.match(source.text, span.start, span.end)
    return source.span(folded.start("line"), folded.end("line")) if folded else span


_FOLDED = re.compile(r"[>|][-+0-9]*[ \t]*\r?\n\s*(?P<line>\S[^\r\n]*)")


def _as_typed(words: str) -> re.Pattern[str]:
    """Return what finds words in a file, where they may be bold, on two lines, or have quotes of YAML in them."""
    typed = r"[\s*]+".join(re.escape(word).replace("'", "''?") for word in words.split())
    return re.compile(typed)
