"""Texts that YAML cannot read without quotes, or whose quotes are wrong."""

import html
import re

from handouts.content.lines.drafts import with_lines
from handouts.content.lines.quoted import into_quotes, without_text
from handouts.content.lines.source_rows import (
    extent,
    last_of_text,
    row_above,
    row_of,
    with_filling,
    without_line,
    without_value,
)
from handouts.content.lines.trouble import Mistake, Trouble, mistake_at
from handouts.content.mends.brackets import CLOSING, between
from handouts.content.mends.same_line import after_quote, merged, two_texts
from handouts.content.mends.trials import Trial
from handouts.content.names.suggestions import in_quotes, to_type
from handouts.content.names.vocabulary import known_names, names_of
from handouts.errors import Span
from handouts.model.base import DEFAULT_LANGUAGES

QUOTED = {"'": re.compile(r"'(?:[^']|'')*'"), '"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)}
"""What a text in quotes is, by its quote."""

QUOTES = {"'": ("apostrophe", "''"), '"': ("quote", r"\"")}
"""What each quote is called, and how it is written inside a text that stands in it."""

BLOCK_HEADER = re.compile(r"[|>][+-]?\d?[+-]?\s*(?:#.*)?")
"""What stands after a name whose text begins on the next line."""

_TEXT_AFTER_HEADER = re.compile(r"(?P<sign>[|>][+-]|[|>](?=\s))(?P<gap>\s*)(?P<text>[^\s\d#].*)")
_OTHER_QUOTES = "“”„‟«»″‘’´`"
_PATH = re.compile(r"\"(?:[^\"]*\\)?(?P<path>[\w.-]+\\+[\w. -]+\.\w{2,5})\"")
_FIELD = re.compile(r"[a-z][a-z0-9_]*")


def escape(trouble: Trouble) -> Mistake | None:
    """Find a backslash that stands for no character."""
    if not any(word in trouble.what for word in ("escape", "hexdecimal", "hexadecimal")) or not trouble.since:
        return None
    backslash = max(trouble.source.text.rfind("\\", 0, trouble.at + 1), 0)
    at = trouble.source.span(backslash, backslash + 1)
    hint = r"write \\ for a backslash, or put the text in 'single quotes'"
    if path := _PATH.search(row_of(trouble.source, at.line).value):
        slashes = re.sub(r"\\+", "/", path["path"])
        hint = f'write the path with forward slashes: "{slashes}"'
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
    if escaped := _escaped_end(trouble, at):
        return escaped
    span = trouble.source.span(at, at + 1)
    hint = f"put {text[at]} at the end of the text"
    if text[at] == "'":
        hint = "put ' at the end of the text; a text that begins with an apostrophe needs \" around it"
    row = row_of(trouble.source, span.line)
    end = last_of_text(trouble.source, row)
    mended = {end.number: end.text.rstrip() + text[at]}
    message = "this quote is never closed"
    if BLOCK_HEADER.fullmatch(row.value[1:]):
        hint = f"take it away: after {row.value[1:]} a text needs no quotes"
        mended = {row.number: row.text[: at - row.start] + row.value[1:]}
    elif (last := row.text.rstrip()[-1]) in _OTHER_QUOTES:
        hint = f"write {text[at]} in place of the {last} at the end"
        message = f"this text begins with {text[at]} and ends with {last}, which does not close it"
    is_end = row.number == trouble.source.lines and not text.endswith(("\n", "\r"))
    if is_end:  # of a file that is cut off, perhaps
        hint = f"{hint}; if lines are missing after it, bring them back from the last good copy"
    is_open = text[at] not in row.text[at + 1 - row.start :] and not is_end
    closed = is_open and Trial(trouble.source, row.number).outcome(mended, 1)
    repaired = with_lines(trouble.source, mended) if closed else None
    return mistake_at("E163", message, hint, span, repaired, sound=repaired is not None)


_ESCAPED_END = re.compile(r"(?<!\\)(?:\\\\)*\\\"$")


def _escaped_end(trouble: Trouble, at: int) -> Mistake | None:
    """Find a backslash right before the quote that ends a text, which makes the quote a part of it."""
    source = trouble.source
    row = row_of(source, source.span(at, at).line)
    line = row.text.rstrip()
    if source.text[at] != '"' or not _ESCAPED_END.search(line):
        return None
    end = row.start + len(line)
    repaired = with_lines(source, {row.number: f'{line[:-2]}"'})
    message = "this backslash keeps the quote after it from ending the text"
    return mistake_at("E165", message, "take the backslash away", source.span(end - 2, end), repaired, sound=True)


def _opened_above(trouble: Trouble, quote: str) -> int | None:
    """Return where the quoted text that ends right before the trouble began, if on an earlier line."""
    for number in range(trouble.row.number - 1, 0, -1) if quote in QUOTED else ():
        above = row_of(trouble.source, number)
        if above.value.startswith(quote):
            found = QUOTED[quote].match(trouble.source.text, above.value_start)
            return above.value_start if found and found.end() == trouble.at else None
    return None


def special_sign(trouble: Trouble) -> Mistake | None:
    """Find a text whose first character means something in YAML, or that goes on after its closing quote."""
    row = trouble.row
    if not row.value or trouble.at < row.value_start or (row.goes_on and row.indent):
        return None
    first = row.value[0]
    if first in QUOTED:
        return _early_quote(trouble, first)
    if first in CLOSING and (CLOSING[first] not in row.value or row.value.rstrip(",;").endswith(CLOSING[first])):
        return between(trouble, first)
    if found := _TEXT_AFTER_HEADER.fullmatch(row.value):
        return _text_after_header(trouble, found)
    block = first in "|>" and not BLOCK_HEADER.fullmatch(row.value)
    if not (first in "%@`*&!,]}{[" or block or row.value.startswith(("- ", "? "))):
        return None
    at = trouble.source.span(row.value_start, row.value_start + 1)
    message = f"a text cannot begin with “{first}”, unless it stands in quotes"
    repaired = without_text(trouble.source, row)
    return mistake_at("E160", message, into_quotes(trouble.source, row), at, repaired, sound=True)


def web_sign(trouble: Trouble) -> Mistake | None:
    """Find a value that begins with the code of a sign, as an email or a web page has it."""
    row = trouble.row
    typed = html.unescape(row.value)
    if not row.value.startswith("&") or typed == row.value or ";" not in row.value or trouble.at < row.value_start:
        return None
    at = trouble.source.span(row.value_start, row.value_start + row.value.index(";") + 1)
    message = f"“{row.value[: row.value.index(';') + 1]}” is what a web page has for “{typed[0]}”"
    repaired = with_lines(trouble.source, {row.number: row.text.rstrip().removesuffix(row.value) + typed})
    return mistake_at("E160", message, f"write   {row.name}: {to_type(typed)}", at, repaired, sound=True)


def _text_after_header(trouble: Trouble, found: re.Match[str]) -> Mistake:
    """Tell a long text that begins right after its sign, on the same line."""
    row = trouble.row
    start = row.value_start + found.start("text")
    at = trouble.source.span(start, row.value_start + len(row.value))
    message = f"after “{found['sign']}” the text begins on the next line, further in"
    hint = f"move it to the next line, or leave “{found['sign']}” out and put the text in quotes"
    if found["text"].strip() in {*QUOTED}:
        hint = f"take it away: after {found['sign']} a text needs no quotes"
    return mistake_at("E160", message, hint, at, without_value(trouble.source, row), sound=True)


def _early_quote(trouble: Trouble, quote: str) -> Mistake | None:
    found = QUOTED[quote].match(trouble.row.value)
    rest = trouble.row.value[found.end() :] if found else ""
    if not found or not rest.strip() or rest.lstrip().startswith("#"):
        return None
    start = trouble.row.value_start + found.end()
    at = trouble.source.span(start - 1, start)
    return (
        after_quote(trouble, start, rest)
        or two_texts(trouble, found[0], rest)
        or _inner_quote(trouble, at, quote, rest)
    )


def _inner_quote(trouble: Trouble, at: Span, quote: str, rest: str) -> Mistake:
    name, twice = QUOTES[quote]
    typed = trouble.row.value
    if len(quotes := typed[: len(typed) - len(typed.lstrip(quote))]) > 1 and typed.endswith(quotes):
        shown = in_quotes(typed.strip(quote))
        return mistake_at(
            "E163", "the text stands in more quotes than one", f"write it in one pair of quotes: {shown}", at,
            without_value(trouble.source, trouble.row), sound=True,
        )  # fmt: skip
    hint = f"write each {name} inside the text as {twice}, or as ’, “ or ”"
    if quote == "'" and typed.endswith("'") and '"' not in typed:
        hint = f"put it in double quotes: {in_quotes(typed[1:-1])}; between single ones, write each {name} as {twice}"
    if not rest.strip(quote):
        hint = f"take one {name} away: the text ends with one"
    elif quote not in rest:
        hint = f"put the {name} at the end of the text; write one inside the text as {twice}, or as ’, “ or ”"
    message = f"this {name} closes the text, and the text goes on after it"
    return mistake_at("E163", message, hint, at, without_value(trouble.source, trouble.row), sound=True)


_TURNED = re.compile(rf"(?!{BLOCK_HEADER.pattern}\Z)[-–—=~*|>+_ ]{{1,4}}")
_LINES_OF_TEXT = 8


def turned_sign(trouble: Trouble) -> Mistake | None:
    """Find `->`, `-` or another sign after a name, where a long text should begin with `>-`."""
    row = trouble.row
    for _ in range(_LINES_OF_TEXT):
        is_text = row.name and row.name not in names_of("list") and last_of_text(trouble.source, row) != row
        if is_text and _TURNED.fullmatch(row.value):
            at = trouble.source.span(row.value_start, row.value_start + len(row.value))
            message = f"“{row.value}” does not begin a long text"
            lines = {row.number: row.text.rstrip().removesuffix(row.value) + ">-"}
            return mistake_at(
                "E160", message, "write >- (more than, hyphen)", at, with_lines(trouble.source, lines), sound=True
            )
        row = row_above(trouble.source, row)
    return None


_COLON = "a colon followed by a space ends a name, unless the text stands in quotes"


def colon_in_text(trouble: Trouble) -> Mistake | None:
    """Find a colon inside a text that stands right after its name."""
    row = trouble.row
    if "mapping values" not in trouble.what or trouble.at < row.value_start or row.goes_on:
        return None
    if mistake := merged(trouble):
        return mistake
    at = trouble.source.span(trouble.at, trouble.at + 1)
    inner = row.value.partition(":")[0]
    hint = into_quotes(trouble.source, row)
    if inner in known_names() and row.name in (names_of("text") if inner in DEFAULT_LANGUAGES else names_of("group")):
        hint = f"write   {row.name}: {{{row.value}}}   or put {inner}: on the next line, 2 spaces further in"
    return mistake_at("E160", _COLON, hint, at, without_text(trouble.source, row), sound=True)


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
