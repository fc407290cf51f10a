"""What YAML would drop from a text, or take for something else, without a word: each told, with its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from handouts.content.decoding import UNPRINTABLE, SourceText, unprintable
from handouts.content.lines.quoted import without_curly_quotes
from handouts.content.lines.source_rows import row_of
from handouts.content.names.suggestions import at_a_glance, in_quotes
from handouts.errors import Problem, Span
from handouts.model.base import DEFAULT_LANGUAGES

_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")
_ASIDE = re.compile(r"[ \t]{2,}# ")  # set apart, as no one writes within a text
_NUMBERED = {"extension", "number", "unit"}  # before whose figures people write the sign of a number
_NUMBER_COMMENT = re.compile(r"# ?([0-9]+)\b")
_COLOR_COMMENT = re.compile(r"#[0-9A-Fa-f]{3,8}\b")
_NAME_BEFORE_NO_BREAK_SPACE = re.compile(r"[a-z][a-z0-9_-]*:[\u00a0\u2007\u202f]")
_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(?P<sign>\\[^\\nrt\"/\s])")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ID = re.compile("[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)+")
_REMARK = re.compile(r"(?:^|(?<=\r))[ \t]*(?P<said>#[ \t]+\S[^\r\n]*)", re.MULTILINE)
_RUNS_ON = re.compile(r"[^\s.!?:;](?:\r\n|\r|\n)[ \t]+(?P<on>[a-zà-ÿœ])")
_LANGUAGE = re.compile(rf"\s*(?:-[ \t]+)*(?P<name>{'|'.join(DEFAULT_LANGUAGES)}):(?=\s)")
_PATH = re.compile(r"[\w.\\/-]+\.\w{2,4}")
BACKSLASH = "\\"


def alias(anchor: str, at: Span) -> Problem:
    """Say that `*anchor` is no text in YAML."""
    name = f"*{anchor}"
    message = f"`{name}` means “repeat what was called {anchor}”, unless it stands in quotes; that is not used here"
    return Problem("E155", message, at, f"if it is text, put it in quotes: {in_quotes(name)}")


def marker(sign: str, shown: str, at: Span) -> Problem:
    """Say that YAML drops `&more` or `!important` from the text, of which `shown` is what is left of the line."""
    meaning = "a name for what follows" if sign == "&" else "a type"
    message = f"the word after “{sign}” is taken here for {meaning}, and would be dropped from the text"
    hint = f"put the text in quotes: {in_quotes(shown)}" if " " in shown else f"take {shown} out"
    return Problem("E155", message, at, hint)


def cut(source: SourceText, value: str, end: int) -> Iterator[Problem]:
    """Refuse a comment right after a plain text that ends at offset `end`, or in place of it.

    One that is set apart from a single word is let stand: `code: PEL   # three capitals`.
    """
    comment = _COMMENT.match(source.text, end)
    if comment is None or (value and len(value.split()) == 1 and _ASIDE.match(source.text, end)):
        return
    said = comment[0].strip()
    at = source.span(comment.end() - len(comment[0].lstrip()), comment.end())
    if value:
        message = f"“{at_a_glance(said)}” is taken for a comment and dropped from the text"
        hint = "put the whole text in quotes, without the #; if it is a comment, give it a line of its own, above"
        yield Problem("E158", message, at, hint)
    elif row_of(source, at.line).name in _NUMBERED and (number := _NUMBER_COMMENT.match(said)):
        message = "what stands here is taken for a comment, so there is no value"
        yield Problem("E159", message, at, f'take the # away, and write "{number[1]}"')
    elif color := _COLOR_COMMENT.match(said):
        yield Problem("E159", "this colour is taken for a comment", at, f'put the colour in quotes: "{color[0]}"')
    else:
        hint = "if it is text, put it in quotes; if it is a comment, give it a line of its own, above"
        yield Problem("E159", "what stands here is taken for a comment, so there is no value", at, hint)


def no_break_space(source: SourceText, value: str, start: int) -> Iterator[Problem]:
    """Refuse a no-break space after the colon of a name, which makes one text of both."""
    if found := _NAME_BEFORE_NO_BREAK_SPACE.match(value):
        at = source.span(start + found.end() - 1, start + found.end())
        name = found[0][:-2]
        message = f"the space after `{name}:` is a no-break space, so name and text are read as one"
        hint = "type an ordinary space there; if the whole line is text, put it in quotes"
        yield Problem("E162", message, at, hint)


def curly_quotes(source: SourceText, value: str, at: Span) -> Iterator[Problem]:
    """Refuse quotes that word processors make: YAML takes them for a part of the text."""
    inside = without_curly_quotes(value)
    if inside != value:
        message = f"{value[0]} and {value[-1]} are not taken for quotes: they would be printed"
        hint = f"write {in_quotes(inside)}, with straight quotes; put others inside them if they are to be printed"
        yield Problem("E163", message, at, hint)
    elif value.endswith('"') and value.count('"') % 2:
        message = "this text ends with a quote and does not begin with one"
        hint = f"put both: {in_quotes(value[:-1])}, or neither"
        yield Problem("E163", message, source.span(at.end - 1, at.end), hint)


def escaped(source: SourceText, value: str, at: Span) -> Iterator[Problem]:
    """Refuse what cannot be printed and was written after a backslash, as in the path of a file on Windows."""
    found = UNPRINTABLE.search(value)
    if found is None:
        return
    typed = source.text[at.start + 1 : at.end - 1]
    sign = _ESCAPE.search(typed)
    if sign is None:
        yield unprintable(found[0], at)
        return
    message = f"in double quotes `{sign['sign']}` is read as one character that nobody sees"
    hint = "take the backslash away; if it is to be printed, type it twice"
    if _PATH.fullmatch(typed):
        hint = f"write / in paths: {in_quotes(typed.replace(BACKSLASH, '/'))}"
    yield Problem("E153", message, at, hint)


class Unseen(NamedTuple):
    """A word with marks in it that nobody sees.

    Attributes:
        bare: The word without them.
        problem: To be told.
    """

    bare: str
    problem: Problem


def swallowed(source: SourceText, at: Span) -> Iterator[Problem]:
    """Refuse a text in quotes that goes on over a line with the next language: its own quote was never closed."""
    end = source.start(at.line) + len(source.line(at.line))
    if end < at.end and (found := _LANGUAGE.match(source.text, end)):
        message = f"this quote is closed on another line only, so that `{found['name']}:` becomes a part of the text"
        hint = f"put {source.text[at.start]} at the end of line {at.line}, and look for the quotes of the next line"
        yield Problem("E163", message, source.span(at.start, at.start + 1), hint)


_AFTER_WORDS = re.compile(r"(?<=\S)[ \t]+(?P<said>#[ \t]+\S[^\r\n]*)")


def remark_in_quotes(source: SourceText, at: Span) -> Iterator[Problem]:
    """Refuse a comment that stands before the quote which ends a text."""
    typed = source.text[at.start : at.end - 1]
    if found := _AFTER_WORDS.search(typed):
        message = f"“{at_a_glance(found['said'].rstrip())}” stands inside the quotes, and would be printed"
        place = source.span(at.start + found.start("said"), at.start + found.end("said"))
        yield Problem("E158", message, place, "take the # out; put a comment on a line of its own, above the text")


def unseen(value: str, at: Span) -> Unseen | None:
    """Find marks that nobody sees in a word that is a name, and would be none of the names that there are."""
    bare = _UNSEEN.sub("", value)
    if bare == value or not _ID.fullmatch(bare):
        return None
    message = f"there is a character that nobody sees in “{bare}” (U+{ord(_UNSEEN.findall(value)[0]):04X})"
    return Unseen(bare, Problem("E153", message, at, "delete the word, and type it again"))


def in_long_text(source: SourceText, at: Span) -> Iterator[Problem]:
    """Refuse comments inside a text of several lines, quotes around it, and `|` where its lines run on."""
    header = source.text[at.start : source.start(at.line) + len(source.line(at.line))]
    start = at.start + len(header)
    typed = source.text[start : at.end]
    for found in _REMARK.finditer(typed) if "#" in typed else ():
        message = f"“{at_a_glance(found['said'].rstrip())}” stands inside a text, and would be printed"
        place = source.span(start + found.start("said"), start + found.end("said"))
        yield Problem("E158", message, place, "put the comment above the name that the text belongs to")
    if header.startswith("|") and (runs := _RUNS_ON.search(typed)):
        line = source.span(start + runs.start("on"), start + runs.end()).line
        message = f"after “|” each line is a paragraph of its own, and line {line} goes on with a sentence"
        yield Problem("E160", message, source.span(at.start, at.start + 1), "write >- in place of |")
    bare = typed.strip()
    if bare[:1] == bare[-1:] == '"' and bare.count('"') == 2 and len(bare) > 2:  # noqa: PLR2004 (one at each end)
        first = start + typed.index('"')
        message = f"after “{header.strip()}” a text takes no quotes: they would be printed"
        hint = "take them away, at its beginning and at its end"
        yield Problem("E163", message, source.span(first, first + 1), hint)
