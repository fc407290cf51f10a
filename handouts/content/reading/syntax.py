"""What YAML's scanner stumbles over, in the words of someone who writes text and not YAML."""

import re
from collections.abc import Callable
from typing import Final

import yaml

from handouts.content.decoding import SourceText
from handouts.content.lines.drafts import with_lines
from handouts.content.lines.source_rows import Row, extent, row_above, row_of, with_filling, without_line
from handouts.content.lines.trouble import Mistake, Trouble, mistake_at
from handouts.content.mends import brackets, quoting, same_line
from handouts.content.mends.alignment import misplaced
from handouts.content.mends.amid_part import stumbled_amid
from handouts.content.mends.inline_quotes import quotes_in_braces
from handouts.content.mends.omissions import IF_COMMENT, NEITHER, REMARK
from handouts.content.mends.pasted import pasted
from handouts.content.mends.remains import remains
from handouts.content.mends.tables import drawn_table
from handouts.content.mends.tabs import tab
from handouts.content.mends.torn import torn
from handouts.content.names.vocabulary import known_names, names_at
from handouts.errors import Problem, Span
from handouts.model.base import DEFAULT_LANGUAGES

_NO_BREAK_SPACE = re.compile(
    r"[ \t]*(?:[\u00a0\u2007\u202f](?:[ \u00a0\u2007\u202f]*)|(?:-[ \t]+)*[\w.-]+:[\u00a0\u2007\u202f])"
)
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f", " "))
_MERGE_MARK = re.compile(r"(?:<{7}|={7}|>{7})(?: .*)?")
_TIGHT_SIGN = re.compile(r"[ \t]*(?:-[ \t]+)*[a-z]{2,8}:[|>][+-]?\s*")
_LINES_OF_TEXT = 20
_LETTERS = re.compile(r"\s*(?P<dash>-?)\s*(?P<letters>[a-z_]{1,8})\s*")
_FEW_NAMES = 2  # that begin so, in a hint
_TIGHT = re.compile(r"[ \t]*(?:-[ \t]+)*([\w.-]+):(?=[^\s/:])")


def explain(source: SourceText, error: yaml.YAMLError) -> Mistake:
    """Say in plain words what is wrong, and mend the text so that the rest can be read, where possible."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Mistake(Problem("E166", "this file cannot be read", Span(source.file, 1, 1)), 1)
    trouble = _trouble(source, error, mark)
    for rule in _RULES:
        if mistake := rule(trouble):
            return mistake
    message = "this line does not line up with the lines above it"
    hint = "names of one group begin in the same column; what belongs to a name stands further in"
    return mistake_at("E164", message, hint, extent(trouble.source, trouble.row))


def _trouble(source: SourceText, error: yaml.YAMLError, mark: yaml.Mark) -> Trouble:
    since = getattr(error, "context_mark", None)
    return Trouble(
        source,
        getattr(error, "problem", None) or "",
        mark.index,
        row_of(source, mark.line + 1),
        getattr(error, "context", None) or "",
        row_of(source, since.line + 1) if since else None,
        since.index if since else mark.index,
    )


def _between_comments(trouble: Trouble) -> Mistake | None:
    """Find a line that lost the sign of a comment, between two comments at the left edge that kept theirs."""
    source = trouble.source
    for number in (trouble.row.number, trouble.row.number - 1, trouble.row.number - 2):
        around = (source.line(number - 1), source.line(number + 1))
        row = row_of(source, max(number, 1))
        if all(line.startswith("#") for line in around) and row.is_read and row.name not in names_at(()):
            repaired = with_lines(source, {row.number: ""})
            message = "this line stands between two comments, and does not begin as they do"
            return mistake_at("E166", message, IF_COMMENT, extent(source, row), repaired, sound=True)
    return None


def _document(trouble: Trouble) -> Mistake | None:
    if "document start" not in trouble.what:
        return None
    above = row_above(trouble.source, trouble.row)
    if above.goes_on and above.value not in {"...", "---"}:
        repaired = without_line(trouble.source, above, 0)
        return mistake_at("E166", NEITHER, IF_COMMENT, extent(trouble.source, above), repaired, sound=True)
    hint = "delete the line `...` above, or put what follows in a file of its own"
    at = extent(trouble.source, trouble.row)
    if above.text.strip() == "...":
        hint, at = "delete this line, or put what follows in a file of its own", extent(trouble.source, above)
    return mistake_at("E156", "a second document begins here, and a file holds one", hint, at)


def _spacing(trouble: Trouble) -> Mistake | None:
    """Find a name whose colon is not followed by an ordinary space, on the line or on the one above."""
    for row in (
        trouble.since if "simple key" in trouble.while_ else None,
        row_above(trouble.source, trouble.row),
        trouble.row,
        _tight_sign_above(trouble),
    ):
        if row is None:
            continue
        if found := _NO_BREAK_SPACE.match(row.text):
            first = next(n for n, sign in enumerate(row.text) if ord(sign) in _SPACES)
            at = trouble.source.span(row.start + first, row.start + first + 1)
            message = "this is a no-break space, which is not taken for a space here"
            many = sum(ord(sign) in _SPACES for sign in found[0])
            hint = "type an ordinary space instead"
            if many > 1 and not found[0].strip():
                hint = f"delete all that stands before the word, and type {found.end()} ordinary spaces"
            run = trouble.source.span(row.start, row.start + found.end())
            plain = row.text[: found.end()].translate(_SPACES)
            return mistake_at("E162", message, hint, at, with_filling(trouble.source, run, plain), sound=True)
        if (found := _TIGHT.match(row.text)) and _on_its_own(trouble, row):
            at = trouble.source.span(row.start + found.start(1), row.start + found.end())
            hint = f"write `{found[1]}: ` with a space after the colon"
            message = f"there is no space after `{found[1]}:`"
            after = trouble.source.span(row.start + found.end(), row.start + found.end() + 1)
            return mistake_at("E167", message, hint, at, with_filling(trouble.source, after, " "), sound=True)
    return None


def _tight_sign_above(trouble: Trouble) -> Row | None:
    """Return the line with a language and the sign of a long text without a space between, above lines of that text."""
    row = row_above(trouble.source, trouble.row)
    for _ in range(_LINES_OF_TEXT):
        if _TIGHT_SIGN.fullmatch(row.text):
            return row
        if not row.goes_on:
            return None
        row = row_above(trouble.source, row)
    return None


def _on_its_own(trouble: Trouble, row: Row) -> bool:
    """Tell whether the scanner's trouble can come from the missing space on `row`."""
    return "mapping values" in trouble.what or "':'" in trouble.what or row.number == trouble.row.number


def _half_a_name(trouble: Trouble) -> Mistake | None:
    """Find a line with the first letters of a name, saved before the rest of it was typed."""
    row = trouble.since
    found = _LETTERS.fullmatch(row.text) if row and "':'" in trouble.what else None
    if row is None or found is None or (not found["dash"] and found["letters"] in known_names()):
        return None
    names = [name for name in (*DEFAULT_LANGUAGES, *sorted(known_names())) if name.startswith(found["letters"])]
    meant = "   ".join(f"{'- ' if found['dash'] else ''}{name}: …" for name in dict.fromkeys(names[:_FEW_NAMES]))
    if not meant:
        return None
    message = f"“{row.text.strip()}” is only the beginning of a name"
    hint = f"type the rest of the name, a colon and what it holds, as in   {meant}   or delete the line"
    repaired = without_line(trouble.source, row, row.indent)
    return mistake_at("E166", message, hint, extent(trouble.source, row), repaired)


def _neither(trouble: Trouble) -> Mistake | None:
    if "':'" not in trouble.what or trouble.since is None:
        return None
    message = NEITHER
    hint = "write `name: text` or `- text`; a line that goes on a text stands further in than its name"
    if REMARK.match(trouble.since.text):
        hint = IF_COMMENT
    if _MERGE_MARK.fullmatch(trouble.since.text.rstrip()):
        message, hint = "this mark was left over when two versions of the file were merged", "delete the line"
    repaired = without_line(trouble.source, trouble.since, trouble.since.indent)
    stray = not hint.startswith("write")
    return mistake_at("E166", message, hint, extent(trouble.source, trouble.since), repaired, sound=stray)


def _unannounced(trouble: Trouble) -> Mistake | None:
    """Find a text on the lines under its name, with nothing after the name that says so, and with a colon in it."""
    line = trouble.since or trouble.row
    head = row_above(trouble.source, line)
    while line.goes_on and head.goes_on and head.indent >= line.indent and head.number > 1:
        head = row_above(trouble.source, head)
    if not line.goes_on or head.value or head.name not in DEFAULT_LANGUAGES or line.indent <= head.indent:
        return None
    message = f"the text of `{head.name}` begins on the next line, and nothing after `{head.name}:` says so"
    mended = with_lines(trouble.source, {head.number: f"{head.text.rstrip()} >-"})
    at = extent(trouble.source, head)
    return mistake_at("E160", message, f"write   {head.name}: >-   and leave the text under it", at, mended, sound=True)


def _nameless(trouble: Trouble) -> Mistake | None:
    if not trouble.row.value.startswith(":"):
        return None
    at = trouble.source.span(trouble.row.value_start, trouble.row.value_start + 1)
    return mistake_at("E166", "there is no name before this colon", "write the name, or put the text in quotes", at)


def _comment(trouble: Trouble) -> Mistake | None:
    above = trouble.source.line(trouble.row.number - 1).lstrip()
    if not above.startswith("#") or not trouble.row.goes_on:
        return None
    at = extent(trouble.source, row_of(trouble.source, trouble.row.number - 1))
    hint = "put the comment above the name that the text belongs to, or the whole text in quotes"
    return mistake_at("E158", "a comment cuts the text around it in two", hint, at)


_RULES: Final[tuple[Callable[[Trouble], Mistake | None], ...]] = (
    tab,
    _document,
    quoting.escape,
    brackets.other_closing,
    quotes_in_braces,
    quoting.open_quote,
    torn,
    _between_comments,
    pasted,
    same_line.text_above_languages,
    _half_a_name,
    stumbled_amid,
    remains,
    drawn_table,
    quoting.turned_sign,
    _spacing,
    brackets.list_after_name,
    brackets.opened_before_lines,
    _unannounced,
    quoting.web_sign,
    quoting.special_sign,
    brackets.comment_in_braces,
    brackets.bracket,
    brackets.unopened,
    quoting.colon_in_text,
    misplaced,
    quoting.colon,
    _neither,
    _nameless,
    _comment,
)
"""What may be wrong, the surer before what would take the same lines for something else."""
