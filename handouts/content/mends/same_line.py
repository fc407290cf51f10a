"""Names that share a line: the break between them was deleted, or never typed."""

import re

from handouts.content.lines.drafts import with_lines
from handouts.content.lines.source_rows import Row, row_above, row_of, with_filling, without_value
from handouts.content.lines.trouble import Mistake, Trouble, mistake_at
from handouts.content.mends.trials import Trial
from handouts.content.names.suggestions import closest
from handouts.content.names.vocabulary import known_names, names_of, words_under
from handouts.content.values.shapes import approved
from handouts.model.base import DEFAULT_LANGUAGES

_AFTER = re.compile(r"(?P<comma>\s*[,;]\s*$)|[\s,;]*(?P<next>(?:-\s+)*(?P<name>[a-z][a-z0-9_]*):(?:\s.*|$))")


def after_quote(trouble: Trouble, start: int, rest: str) -> Mistake | None:
    """Find a comma after a text in quotes, or another name that should begin a line of its own."""
    found = _AFTER.fullmatch(rest)
    if not found:
        return None
    source, row = trouble.source, trouble.row
    if found["comma"]:
        at = source.span(start, start + len(rest.rstrip()))
        hint = "take it away: a line ends with its text"
        repaired = with_filling(source, source.span(start, start + len(rest)), " " * len(rest))
        return mistake_at(
            "E163", f"“{rest.strip()}” stands after the quote that ends this text", hint, at, repaired, sound=True
        )
    following = found["next"]
    if {row.name, found["name"]} == {*DEFAULT_LANGUAGES}:
        following = following[found.start("name") - found.start("next") :]  # no dash parts the languages of a text
    at = source.span(start + found.start("next"), start + len(rest.rstrip()))
    indent = row.indent + (0 if following.startswith("-") else len(row.dashes))
    hint = f"begin a new line before it, under line {row.number}, {indent} spaces in"
    message = f"`{found['name']}:` begins in the middle of a line"
    repaired = _both(trouble, row.text[: start - row.start], following) or with_filling(
        source, source.span(start, start + len(rest)), " " * len(rest)
    )
    return mistake_at("E167", message, hint, at, repaired, sound=True)


def _both(trouble: Trouble, one: str, other: str) -> str | None:
    """Write two names that share a line in braces, as an item or after the name above, where that can be read."""
    source, row = trouble.source, trouble.row
    above = row_above(source, row)
    before = row.indent + len(row.dashes)
    group = f"{{{one[before:].strip()}, {other.strip()}}}"
    lines = {row.number: one[:before] + group}
    below = (row_of(source, number) for number in range(row.number + 1, source.lines + 1))
    after = next((each for each in below if each.is_read), None)
    if not row.dashes and after and after.indent >= row.indent:
        return None  # braces would close the group before its other names
    if not row.dashes:
        lines = {above.number: f"{above.text.rstrip()} {group}", row.number: ""}
    return with_lines(source, lines) if Trial(source, row.number).outcome(lines, 1) else None


def text_above_languages(trouble: Trouble) -> Mistake | None:
    """Find a text right after a name whose languages stand under it."""
    source, row, head = trouble.source, trouble.row, row_above(trouble.source, trouble.row)
    is_head = head.name in names_of("text") and head.value and head.indent + len(head.dashes) < row.indent
    is_head = is_head and head.number == row.number - 1  # or lines between them became comments
    if not is_head or row.name not in DEFAULT_LANGUAGES or row.dashes or head.value[0] in "|>{[":
        return None
    lines = {head.number: head.text[: head.value_start - head.start].rstrip()}
    if not Trial(source, row.number).outcome(lines, 1):
        return None
    at = source.span(head.value_start, head.value_start + len(head.value))
    message = f"the text of `{head.name}` stands under it in each language, so nothing stands after its colon"
    return mistake_at("E160", message, "take it out", at, with_lines(source, lines), sound=True)


_ENDS = {"to", "last"}  # of a range, which may be left out

_MERGED = re.compile(r"(?P<one>\S.*?)\s+(?P<next>(?P<name>[a-z][a-z0-9_]*):(?:\s.*|$))")


def merged(trouble: Trouble) -> Mistake | None:
    """Find a name that should begin a line of its own, after a text without quotes."""
    source, row = trouble.source, trouble.row
    found = _MERGED.fullmatch(row.value)
    if not found or found["name"] not in known_names() or row.value_start + found.end("name") != trouble.at:
        return None
    before = row.text[: row.value_start - row.start] + found["one"]
    indent = row.indent + len(row.dashes)
    outcome = Trial(source, row.number).outcome({row.number: f"{before}\n{' ' * indent}{found['next']}"}, 1)
    has_comma = found["one"].endswith((",", ";"))
    if not has_comma and (not outcome or not outcome.is_clean):
        return None
    at = source.span(row.value_start + found.start("next"), row.start + len(row.text.rstrip()))
    alone = with_lines(source, {row.number: f"{' ' * row.indent}{row.dashes}{found['next']}"})
    if found["name"] in _ENDS:
        alone = with_lines(source, {row.number: before})
    hint = f"begin a new line before it, under line {row.number}, {indent} spaces in"
    if has_comma:
        hint = f"begin a new line before it, under line {row.number}, {indent} spaces in, and take the comma away"
        if inside := _as_group(row, found["one"].strip(" ,;"), found["next"]):
            hint = f"write   {row.name}: {{ {inside} }}"
        before = before.rstrip(",; ")
    if not outcome or not outcome.is_clean:
        alone = without_value(source, row)
    message = f"`{found['name']}:` begins in the middle of a line"
    return mistake_at("E167", message, hint, at, _both(trouble, before, found["next"]) or alone, sound=True)


def _as_group(row: Row, first: str, others: str) -> str:
    """Write what a group holds whose names stand on its line, the first of them left out; nothing if it holds none."""
    words = words_under(row.name or "")
    word = closest(first, words)
    if word == "approved":
        return approved(others, DEFAULT_LANGUAGES)
    return f"{words[word]}: {word}, {others}" if word else ""


_SECOND_TEXT = re.compile(r"""\s*[,;/|]\s*(?P<text>"[^"]*"|'[^']*')\s*""")


def two_texts(trouble: Trouble, first: str, rest: str) -> Mistake | None:
    """Find a text in each language, one after the other, and no name before either."""
    found, row = _SECOND_TEXT.fullmatch(rest), trouble.row
    if not found or row.name in DEFAULT_LANGUAGES or row.name in names_of("list"):
        return None
    one, other = DEFAULT_LANGUAGES
    message = "two texts stand here, and no name says which language each is in"
    second = found["text"]
    hint = f"write each after its own:   {one}: {first}   {other}: {second}"
    at = trouble.source.span(row.value_start, row.value_start + len(row.value))
    return mistake_at("E104", message, hint, at, without_value(trouble.source, row), sound=True)
