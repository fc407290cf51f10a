"""What YAML's scanner stumbles over, in the words of someone who writes text and not YAML."""

import re
from dataclasses import dataclass

import yaml

from handouts.decoding import SourceText
from handouts.errors import Problem, Span
from handouts.source_rows import Row, extent, row_above, row_of, with_filling, without_line, without_value
from handouts.suggestions import in_quotes

_NO_BREAK_SPACE = re.compile(r"[ \t]*(?:[\u00a0\u2007\u202f]|(?:-[ \t]+)*[\w.-]+:[\u00a0\u2007\u202f])")
_TIGHT = re.compile(r"[ \t]*(?:-[ \t]+)*([\w.-]+):(?=[^\s/:])")
_QUOTED = {"'": re.compile(r"'(?:[^']|'')*'"), '"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)}
_BLOCK_HEADER = re.compile(r"[|>][+-]?\d?[+-]?\s*(?:#.*)?")
_FIELD = re.compile(r"[a-z][a-z0-9_]*")
_CLOSING = {"{": "}", "[": "]"}


@dataclass(frozen=True, slots=True)
class Mistake:
    """A place where YAML cannot be read.

    Attributes:
        problem: The same in words.
        line: Where, counted from 1.
        repaired: The text of the file without it, every other character where it was; None when reading
            on would only mislead.
        sound: Whether the repaired text has the same names as the file was meant to have.
    """

    problem: Problem
    line: int
    repaired: str | None = None
    sound: bool = False


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What the scanner said: `what` is wrong at offset `at` in `row`, `while_` it was at `since`."""

    source: SourceText
    what: str
    at: int
    row: Row
    while_: str
    since: Row | None
    since_at: int


def explain(source: SourceText, error: yaml.YAMLError) -> Mistake:
    """Say in plain words what is wrong, and mend the text so that the rest can be read, where possible."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Mistake(Problem("E166", "this file cannot be read as YAML", Span(source.file, 1, 1)), 1)
    since = getattr(error, "context_mark", None)
    trouble = _Trouble(
        source,
        getattr(error, "problem", None) or "",
        mark.index,
        row_of(source, mark.line + 1),
        getattr(error, "context", None) or "",
        row_of(source, since.line + 1) if since else None,
        since.index if since else mark.index,
    )
    for rule in (
        _tab,
        _document,
        _escape,
        _open_quote,
        _spacing,
        _text,
        _bracket,
        _colon,
        _neither,
        _nameless,
        _comment,
    ):
        if mistake := rule(trouble):
            return mistake
    message = "this line does not line up with the lines above it"
    hint = "names of one group begin in the same column; what belongs to a name stands further in"
    return _mistake("E164", message, hint, extent(trouble.source, trouble.row))


def _tab(trouble: _Trouble) -> Mistake | None:
    here = trouble.source.text.startswith("\t", trouble.at)
    if "tab character" not in trouble.what and not here:
        return None
    at = trouble.at if here else trouble.row.start + max(trouble.row.text.find("\t"), 0)
    hint = "replace it by spaces (most editors can do so in the whole file)"
    return _mistake("E161", "a tab cannot indent a line in YAML", hint, trouble.source.span(at, at + 1))


def _document(trouble: _Trouble) -> Mistake | None:
    if "document start" not in trouble.what:
        return None
    hint = "delete the line `...` above, or put what follows in a file of its own"
    at = extent(trouble.source, trouble.row)
    return _mistake("E156", "a second document begins here, and a file holds one", hint, at)


def _escape(trouble: _Trouble) -> Mistake | None:
    if not any(word in trouble.what for word in ("escape", "hexdecimal", "hexadecimal")) or not trouble.since:
        return None
    backslash = max(trouble.source.text.rfind("\\", 0, trouble.at + 1), 0)
    at = trouble.source.span(backslash, backslash + 1)
    hint = r"write \\ for a backslash, or put the text in 'single quotes'"
    message = "a backslash inside double quotes has a meaning of its own"
    return _mistake("E165", message, hint, at, without_value(trouble.source, trouble.since))


def _open_quote(trouble: _Trouble) -> Mistake | None:
    """Find the quote that was never closed, or that another text's quote closed by accident."""
    text = trouble.source.text
    if "quoted scalar" in trouble.while_ and "end of stream" in trouble.what:
        at: int | None = trouble.since_at
    else:
        at = _opened_above(trouble, text[trouble.at - 1 : trouble.at])
    if at is None:
        return None
    hint = f'put {text[at]} at the end of the text; a text that begins with an apostrophe needs " around it'
    return _mistake("E163", "this quote is never closed", hint, trouble.source.span(at, at + 1))


def _opened_above(trouble: _Trouble, quote: str) -> int | None:
    """Return where the quoted text that ends right before the trouble began, if on an earlier line."""
    for number in range(trouble.row.number - 1, 0, -1) if quote in _QUOTED else ():
        above = row_of(trouble.source, number)
        if above.value.startswith(quote):
            found = _QUOTED[quote].match(trouble.source.text, above.value_start)
            return above.value_start if found and found.end() == trouble.at else None
    return None


def _spacing(trouble: _Trouble) -> Mistake | None:
    """Find a name whose colon is not followed by an ordinary space, on the line or on the one above."""
    for row in (
        trouble.since if "simple key" in trouble.while_ else None,
        row_above(trouble.source, trouble.row),
        trouble.row,
    ):
        if row is None:
            continue
        if found := _NO_BREAK_SPACE.match(row.text):
            at = trouble.source.span(row.start + found.end() - 1, row.start + found.end())
            message = "this is a no-break space, which YAML does not take for a space"
            hint = "type an ordinary space instead"
            return _mistake("E162", message, hint, at, with_filling(trouble.source, at, " "), sound=True)
        if (found := _TIGHT.match(row.text)) and _on_its_own(trouble, row):
            at = trouble.source.span(row.start + found.start(1), row.start + found.end())
            hint = f"write `{found[1]}: ` with a space after the colon"
            message = f"there is no space after `{found[1]}:`"
            after = trouble.source.span(row.start + found.end(), row.start + found.end() + 1)
            return _mistake("E167", message, hint, at, with_filling(trouble.source, after, " "), sound=True)
    return None


def _on_its_own(trouble: _Trouble, row: Row) -> bool:
    """Tell whether the scanner's trouble can come from the missing space on `row`."""
    return "mapping values" in trouble.what or "':'" in trouble.what or row.number == trouble.row.number


def _text(trouble: _Trouble) -> Mistake | None:
    """Find a text whose first character means something in YAML, or that goes on after its closing quote."""
    row = trouble.row
    if not row.value or trouble.at < row.value_start or (row.goes_on and row.indent):
        return None
    first = row.value[0]
    if first in _QUOTED:
        return _early_quote(trouble, first)
    if first in _CLOSING and _CLOSING[first] not in row.value:
        return None
    block = first in "|>" and not _BLOCK_HEADER.fullmatch(row.value)
    if not (first in "%@`*&!,]}{[" or block or row.value.startswith(("- ", "? "))):
        return None
    at = trouble.source.span(row.value_start, row.value_start + 1)
    message = f"a text cannot begin with “{first}” in YAML, unless it stands in quotes"
    repaired = without_value(trouble.source, row)
    return _mistake("E160", message, _quotes_hint(row), at, repaired, sound=True)


def _early_quote(trouble: _Trouble, quote: str) -> Mistake | None:
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
    return _mistake("E163", message, hint, at, without_value(trouble.source, trouble.row), sound=True)


def _bracket(trouble: _Trouble) -> Mistake | None:
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
    return _mistake("E160", message, hint, at, repaired, sound=True)


def _colon(trouble: _Trouble) -> Mistake | None:
    """Tell a colon inside a text from a name that is indented too far."""
    row = trouble.row
    if "mapping values" not in trouble.what:
        return None
    message = "a colon followed by a space ends a name in YAML, unless the text stands in quotes"
    at = trouble.source.span(trouble.at, trouble.at + 1)
    if trouble.at >= row.value_start and not row.goes_on:
        repaired = without_value(trouble.source, row)
        return _mistake("E160", message, _quotes_hint(row), at, repaired, sound=True)
    if row.goes_on or row.french_colon or not _FIELD.fullmatch(row.name or ""):
        line = row_above(trouble.source, trouble.row).number
        hint = f"put the whole text in quotes, from its beginning on line {line} or above"
        return _mistake("E160", message, hint, at, without_line(trouble.source, row, row.indent), sound=True)
    message = "this line stands further in than the line above, which has its value already"
    hint = (
        "let both names begin in the same column; if this line goes on a text, put the whole text in quotes"
    )
    whole = extent(trouble.source, row)
    return _mistake("E164", message, hint, whole, without_line(trouble.source, row, row.indent))


def _neither(trouble: _Trouble) -> Mistake | None:
    if "':'" not in trouble.what or trouble.since is None:
        return None
    message = "this line is neither a name with a colon nor an item with a dash"
    hint = "write `name: text` or `- text`; a line that goes on a text stands further in than its name"
    repaired = without_line(trouble.source, trouble.since, trouble.since.indent)
    return _mistake("E166", message, hint, extent(trouble.source, trouble.since), repaired)


def _nameless(trouble: _Trouble) -> Mistake | None:
    if not trouble.row.value.startswith(":"):
        return None
    at = trouble.source.span(trouble.row.value_start, trouble.row.value_start + 1)
    return _mistake(
        "E166", "there is no name before this colon", "write the name, or put the text in quotes", at
    )


def _comment(trouble: _Trouble) -> Mistake | None:
    above = trouble.source.line(trouble.row.number - 1).lstrip()
    if not above.startswith("#") or not trouble.row.goes_on:
        return None
    at = extent(trouble.source, row_of(trouble.source, trouble.row.number - 1))
    hint = "put the comment above the name that the text belongs to, or the whole text in quotes"
    return _mistake("E158", "a comment cuts the text around it in two", hint, at)


def _mistake(
    code: str, message: str, hint: str, at: Span, repaired: str | None = None, *, sound: bool = False
) -> Mistake:
    return Mistake(Problem(code, message, at, hint), at.line, repaired, sound)


def _quotes_hint(row: Row) -> str:
    name = f"{row.name}: " if row.name else "- " if row.dashes else ""
    return f"put the text in quotes: {name}{in_quotes(row.value)}"
