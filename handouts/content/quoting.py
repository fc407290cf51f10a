"""Texts that YAML cannot read without quotes, or whose quotes are wrong."""

import re

from handouts.content.drafts import with_lines
from handouts.content.source_rows import Row, extent, row_above, row_of, with_filling, without_line, without_value
from handouts.content.suggestions import in_quotes
from handouts.content.trials import Trial
from handouts.content.trouble import Mistake, Trouble, mistake_at

_QUOTED = {"'": re.compile(r"'(?:[^']|'')*'"), '"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)}
_BLOCK_HEADER = re.compile(r"[|>][+-]?\d?[+-]?\s*(?:#.*)?")
_FIELD = re.compile(r"[a-z][a-z0-9_]*")
_CLOSING = {"{": "}", "[": "]"}


def escape(trouble: Trouble) -> Mistake | None:
    """Find a backslash that stands for no character."""
    if not any(word in trouble.what for word in ("escape", "hexdecimal", "hexadecimal")) or not trouble.since:
        return None
    backslash = max(trouble.source.text.rfind("\\", 0, trouble.at + 1), 0)
    at = trouble.source.span(backslash, backslash + 1)
    hint = r"write \\ for a backslash, or put the text in 'single quotes'"
    message = "a backslash inside double quotes has a meaning of its own"
    return mistake_at("E165", message, hint, at, with_filling(trouble.source, at, "x"), sound=True)


def open_quote(trouble: Trouble) -> Mistake | None:
    """Find the quote that was never closed, or that another text's quote closed by accident."""
    text = trouble.source.text
    if "quoted scalar" in trouble.while_ and "end of stream" in trouble.what:
        at: int | None = trouble.since_at
    else:
        at = _opened_above(trouble, text[trouble.at - 1 : trouble.at])
    if at is None:
        return None
    span = trouble.source.span(at, at + 1)
    hint = f'put {text[at]} at the end of the text; a text that begins with an apostrophe needs " around it'
    row = row_of(trouble.source, span.line)
    mended = {row.number: row.text.rstrip() + text[at]}
    closed = text[at] not in row.text[at + 1 - row.start :] and Trial(trouble.source, row.number).outcome(mended, 1)
    repaired = with_lines(trouble.source, mended) if closed else None
    return mistake_at("E163", "this quote is never closed", hint, span, repaired, sound=repaired is not None)


def _opened_above(trouble: Trouble, quote: str) -> int | None:
    """Return where the quoted text that ends right before the trouble began, if on an earlier line."""
    for number in range(trouble.row.number - 1, 0, -1) if quote in _QUOTED else ():
        above = row_of(trouble.source, number)
        if above.value.startswith(quote):
            found = _QUOTED[quote].match(trouble.source.text, above.value_start)
            return above.value_start if found and found.end() == trouble.at else None
    return None


def special_sign(trouble: Trouble) -> Mistake | None:
    """Find a text whose first character means something in YAML, or that goes on after its closing quote."""
    row = trouble.row
    if not row.value or trouble.at < row.value_start or (row.goes_on and row.indent):
        return None
    first = row.value[0]
    if first in _QUOTED:
        return _early_quote(trouble, first)
    if first in _CLOSING and (_CLOSING[first] not in row.value or row.value.endswith(_CLOSING[first])):
        return _between(trouble, first)
    block = first in "|>" and not _BLOCK_HEADER.fullmatch(row.value)
    if not (first in "%@`*&!,]}{[" or block or row.value.startswith(("- ", "? "))):
        return None
    at = trouble.source.span(row.value_start, row.value_start + 1)
    message = f"a text cannot begin with “{first}” in YAML, unless it stands in quotes"
    repaired = without_value(trouble.source, row)
    return mistake_at("E160", message, _quotes_hint(row), at, repaired, sound=True)


def _between(trouble: Trouble, opening: str) -> Mistake | None:
    """Find what cannot stand in a list or group that is written on one line."""
    closing = _CLOSING[opening]
    if not trouble.row.value.endswith(closing) or "simple key" in trouble.while_:
        return None
    message = f"what stands between “{opening}” and “{closing}” cannot be read from here on"
    hint = "check its commas and colons; a text with such signs in it needs quotes"
    at = trouble.source.span(trouble.at, trouble.at + 1)
    return mistake_at("E160", message, hint, at, without_value(trouble.source, trouble.row), sound=True)


def _early_quote(trouble: Trouble, quote: str) -> Mistake | None:
    found = _QUOTED[quote].match(trouble.row.value)
    rest = trouble.row.value[found.end() :] if found else ""
    if not found or not rest.strip() or rest.lstrip().startswith("#"):
        return None
    start = trouble.row.value_start + found.end()
    at = trouble.source.span(start - 1, start)
    name = "apostrophe" if quote == "'" else "quote"
    twice = "''" if quote == "'" else r"\""
    hint = f"write each {name} inside the text as {twice}, or as ’, “ or ”"
    message = f"this {name} closes the text, and the text goes on after it"
    return mistake_at("E163", message, hint, at, without_value(trouble.source, trouble.row), sound=True)


_CUT = re.compile(r"(?<=[ \t])(?P<color>#[0-9A-Fa-f]{3,8}\b)|(?<=[ \t])#[^,}\]]*")
_MOST_LINES = 8  # of a group in braces


def comment_in_braces(trouble: Trouble) -> Mistake | None:
    """Find what YAML takes for a comment in a group in braces, so that it never sees the closing brace."""
    if "while parsing a flow" not in trouble.while_ or trouble.since is None:
        return None
    source, since = trouble.source, trouble.since.number
    above = (n for n in range(since, max(since - _MOST_LINES, 0), -1) if "{" in source.line(n))
    first = since if source.text[trouble.since_at : trouble.since_at + 1] in _CLOSING else next(above, since)
    lines = {n: _unquoted(source.line(n)) for n in range(first, first + _MOST_LINES)}
    last = next((n for n, line in lines.items() if "}" in line or "]" in line), first)
    cuts = [(n, cut) for n in range(first, last + 1) for cut in _CUT.finditer(lines[n])]
    if not cuts:
        return None
    number, cut = cuts[0]
    mended = {n: _CUT.sub(_in_quotes, source.line(n)) for n, _ in cuts}
    at = source.span(source.start(number) + cut.start(), source.start(number) + cut.end())
    repaired = with_lines(source, mended) if Trial(source, first).outcome(mended, 1) else None
    if not cut["color"]:
        message = f"YAML takes “{cut[0].strip()}” for a comment and drops it, and all that follows on the line"
        return mistake_at("E158", message, "put the whole text in quotes", at, repaired, sound=repaired is not None)
    hint = f'put the colour in quotes: "{cut[0]}"'
    if len(cuts) > 1:
        hint = f'put the colour in quotes, and the other colours too: "{cut[0]}"'
    return mistake_at("E159", "YAML takes this colour for a comment", hint, at, repaired, sound=repaired is not None)


def _unquoted(line: str) -> str:
    """Return a line with blanks for what stands in quotes."""
    return re.sub(r'"[^"]*"|\'[^\']*\'', lambda found: "x" * len(found[0]), line)


def _in_quotes(cut: re.Match[str]) -> str:
    return f'"{cut[0].strip()}"'


def bracket(trouble: Trouble) -> Mistake | None:
    """Find a list or group on one line that is never closed."""
    if "while parsing a flow" not in trouble.while_ or trouble.since is None:
        return None
    opening = trouble.source.text[trouble.since_at : trouble.since_at + 1]
    if opening not in _CLOSING:
        return None
    row = trouble.since
    closing = _CLOSING[opening]
    at = trouble.source.span(trouble.since_at, trouble.since_at + 1)
    hint = f"close it with “{closing}”, or if it begins a text, put the text in quotes"
    message = f"what begins with “{opening}” here cannot be read up to a closing “{closing}”"
    repaired = without_value(trouble.source, row) if row.value.startswith(opening) else None
    return mistake_at("E160", message, hint, at, repaired, sound=True)


_COLON = "a colon followed by a space ends a name in YAML, unless the text stands in quotes"


def colon_in_text(trouble: Trouble) -> Mistake | None:
    """Find a colon inside a text that stands right after its name."""
    row = trouble.row
    if "mapping values" not in trouble.what or trouble.at < row.value_start or row.goes_on:
        return None
    at = trouble.source.span(trouble.at, trouble.at + 1)
    return mistake_at("E160", _COLON, _quotes_hint(row), at, without_value(trouble.source, row), sound=True)


def colon(trouble: Trouble) -> Mistake | None:
    """Tell a colon inside a text that goes on from a name that is indented too far."""
    row = trouble.row
    if "mapping values" not in trouble.what:
        return None
    message = _COLON
    at = trouble.source.span(trouble.at, trouble.at + 1)
    if row.goes_on or row.french_colon or not _FIELD.fullmatch(row.name or ""):
        line = row_above(trouble.source, trouble.row).number
        hint = f"put the whole text in quotes, from its beginning on line {line} or above"
        return mistake_at("E160", message, hint, at, without_line(trouble.source, row, row.indent), sound=True)
    message = "this line stands further in than the line above, which has its value already"
    hint = "let both names begin in the same column; if this line goes on a text, put the whole text in quotes"
    whole = extent(trouble.source, row)
    return mistake_at("E164", message, hint, whole, without_line(trouble.source, row, row.indent))


_CURLY = re.compile(r"[“„«‘](?P<inside>[^“”„«»‘]*)[”“»’]")


def without_curly_quotes(text: str) -> str:
    """Return what stands inside curly quotes or guillemets that are put around a whole text; or the text itself."""
    found = _CURLY.fullmatch(text)
    return found["inside"].strip() if found else text


def _quotes_hint(row: Row) -> str:
    name = f"{row.name}: " if row.name else "- " if row.dashes else ""
    return f"put the text in quotes: {name}{in_quotes(without_curly_quotes(row.value))}"
