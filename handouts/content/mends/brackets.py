"""Lists and groups that are written on one line, between brackets or braces."""

import re

from handouts.content.decoding import SourceText
from handouts.content.lines.drafts import with_lines
from handouts.content.lines.source_rows import row_above, with_filling, without_value
from handouts.content.lines.trouble import Mistake, Trouble, mistake_at
from handouts.content.mends.trials import Trial
from handouts.content.names.suggestions import quoted, to_type
from handouts.content.names.vocabulary import names_of
from handouts.errors import Span

CLOSING = {"{": "}", "[": "]"}
"""Each opening sign and the one that closes it."""

MOST_LINES = 8
"""How many lines a group in braces is looked for on."""


def between(trouble: Trouble, opening: str) -> Mistake | None:
    """Find what cannot stand in a list or group that is written on one line."""
    closing = CLOSING[opening]
    if trouble.row.value.rstrip(",;").endswith(closing) and trouble.row.value[-1] in ",;":
        return _comma_after(trouble, closing)
    if not trouble.row.value.endswith(closing) or "simple key" in trouble.while_:
        return None
    message, hint, at = _in_brackets(trouble, opening, closing)
    return mistake_at("E160", message, hint, at, without_value(trouble.source, trouble.row), sound=True)


def _comma_after(trouble: Trouble, closing: str) -> Mistake:
    """Tell a comma after a list or group on one line, as other kinds of file have it."""
    row = trouble.row
    end = row.value_start + len(row.value)
    at = trouble.source.span(row.value_start + len(row.value.rstrip(",;")), end)
    sign = row.value[-1]
    message = f"“{sign}” stands after the “{closing}” that ends this line"
    repaired = with_filling(trouble.source, at, " " * (at.end - at.start))
    return mistake_at("E166", message, "take it out", at, repaired, sound=True)


_OTHER_CLOSING = re.compile(r".*(?P<opening>[{\[])[^{}\[\]]*(?P<closing>[)}\]>])\s*")


def other_closing(trouble: Trouble) -> Mistake | None:
    """Find a sign that closes a list or group on one line, but not the one that it was opened with."""
    found = _OTHER_CLOSING.fullmatch(trouble.row.text)
    if not found or CLOSING[found["opening"]] == found["closing"]:
        return None
    right, typed = CLOSING[found["opening"]], found["closing"]
    lines = {trouble.row.number: f"{trouble.row.text[: found.start('closing')]}{right}"}
    outcome = Trial(trouble.source, trouble.row.number).outcome(lines, 1)
    if not outcome or not outcome.is_sound:
        return None
    at = trouble.source.span(trouble.row.start + found.start("closing"), trouble.row.start + found.end("closing"))
    message = f"“{typed}” does not close what “{found['opening']}” opened"
    return mistake_at("E160", message, f"write {right} in its place", at, with_lines(trouble.source, lines), sound=True)


def list_after_name(trouble: Trouble) -> Mistake | None:
    """Find a list that begins with its dash on the line of its name."""
    row = trouble.row
    if not row.value.startswith("- ") or row.name not in names_of("list"):
        return None
    hint = f"begin it on the next line, or write   {row.name}: [{row.value[2:].strip()}]"
    message = "a list cannot begin on the line of its name"
    at = trouble.source.span(row.value_start, row.value_start + 1)
    return mistake_at("E168", message, hint, at, without_value(trouble.source, row), sound=True)


def opened_before_lines(trouble: Trouble) -> Mistake | None:
    """Find a bracket or brace alone after a name whose list or group stands on the lines under it."""
    row = row_above(trouble.source, trouble.row)
    if row.name is None or row.value not in CLOSING or row.indent > trouble.row.indent:
        return None
    bracket = trouble.source.span(row.value_start, row.value_start + 1)
    message = f"this “{row.value}” is opened and never closed"
    hint = f"take it away: what belongs to `{row.name}:` stands on the lines under it"
    return mistake_at("E163", message, hint, bracket, with_filling(trouble.source, bracket, " "), sound=True)


_NO_COMMA = re.compile(r"(?P<sign>[;.]?)\s+(?P<name>[a-z][a-z0-9_]*)$")


def _in_brackets(trouble: Trouble, opening: str, closing: str) -> tuple[str, str, Span]:
    """Say what cannot be read between brackets or braces: a message, a hint and the place."""
    source, text, at = trouble.source, trouble.source.text, trouble.at
    here, sign = source.span(at, at + 1), text[at : at + 1]  # none at the end of the file
    if sign == "," and text[:at].rstrip(" ").endswith((",", opening)):
        return "nothing stands before this comma", "take it out, or write what is missing before it", here
    if sign == closing:
        return f"this “{closing}” closes nothing that a “{opening}” opens", "take it out", here
    if missing := _no_comma_before(trouble, opening):
        return missing
    end = text.find(":", at) if sign == ";" else at
    if text[end : end + 1] == ":" and (found := _NO_COMMA.search(text, trouble.row.start, end)):
        before = (
            source.span(found.start(), found.start() + 1) if found["sign"] else source.span(found.start("name"), end)
        )
        message = f"there is no comma before `{found['name']}:`"
        if found["sign"]:
            message = f"names between braces are separated by a comma, not “{found['sign']}”"
        return message, f"write   , {found['name']}: …", before
    message = f"what stands between “{opening}” and “{closing}” cannot be read from here on"
    return message, "check its commas and colons; a text with such signs in it needs quotes", here


_NEXT = re.compile(r"(?P<name>[a-z][a-z0-9_]*):|(?P<item>\"[^\"]*\"|'[^']*')")


def _no_comma_before(trouble: Trouble, opening: str) -> tuple[str, str, Span] | None:
    """Find a name, or an item in quotes, right after the quote that ends the value before it."""
    source, at = trouble.source, trouble.at
    found = _NEXT.match(source.text, at)
    before = source.text[trouble.row.start : at].rstrip()
    if not found or before[-1:] not in {'"', "'", "}", "]"} or (found["item"] and opening != "["):
        return None
    end = found.end("name") if found["name"] else found.end()
    shown = f"{found['name']}: …" if found["name"] else found["item"]
    message = f"there is no comma before `{found['name']}:`" if found["name"] else "there is no comma before this item"
    return message, f"write   , {shown}", source.span(at, end)


_CUT = re.compile(r"(?<=[ \t])(?P<color>#[0-9A-Fa-f]{3,8}\b)|(?<=[ \t])#[^,}\]]*")
_NAME_CUT = re.compile(r"#[ \t]*(?=[a-z][a-z0-9_]*:[ \t])")
_ENDS = (",", '"', "'", "}", "]")  # of a value, after which nothing more belongs to it


def comment_in_braces(trouble: Trouble) -> Mistake | None:
    """Find what YAML takes for a comment in a group in braces, so that it never sees the closing brace."""
    if "while parsing a flow" not in trouble.while_ or trouble.since is None:
        return None
    source, since = trouble.source, trouble.since.number
    since -= source.text.startswith("- ", trouble.since_at)  # an item that YAML still takes for a part of the group
    above = (n for n in range(since, max(since - MOST_LINES, 0), -1) if "{" in source.line(n))
    first = since if source.text[trouble.since_at : trouble.since_at + 1] in CLOSING else next(above, since)
    lines = {n: _unquoted(source.line(n)) for n in range(first, first + MOST_LINES)}
    last = next((n for n, line in lines.items() if "}" in line or "]" in line), first)
    cuts = [(n, cut) for n in range(first, last + 1) for cut in _CUT.finditer(lines[n])]
    if not cuts:
        return None
    number, cut = cuts[0]
    start, end = source.start(number) + cut.start(), source.start(number) + cut.end()
    mended = {n: _mended(source, n, first, last) for n, _ in cuts}
    at = source.span(start, end)
    repaired = with_lines(source, mended) if Trial(source, first).outcome(mended, 1) else None
    if not cut["color"]:
        message = (
            f"{quoted(source.text[start:end].strip())} is taken for a comment, and the rest of the line is dropped"
        )
        hint = "put the whole text in quotes"
        if _NAME_CUT.match(source.text, start) or source.text[:start].rstrip().endswith(_ENDS):
            hint = "take the # away; if it is a comment, put it on a line of its own, above"
        return mistake_at("E158", message, hint, at, repaired, sound=repaired is not None)
    hint = f'put the colour in quotes: "{cut[0]}"'
    if len(cuts) > 1:
        hint = f'put the colour in quotes, and the other colours too: "{cut[0]}"'
    return mistake_at("E159", "this colour is taken for a comment", hint, at, repaired, sound=repaired is not None)


def _mended(source: SourceText, number: int, first: int, last: int) -> str:
    """Return a line without the sign of a comment before a name, or else with what follows the sign in quotes."""
    line = source.line(number)
    typed = _NAME_CUT.sub("", line) if first == last else line
    return typed if typed != line else _CUT.sub(_in_quotes, line)


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
    if opening not in CLOSING:
        return None
    row = trouble.since
    closing = CLOSING[opening]
    at = trouble.source.span(trouble.since_at, trouble.since_at + 1)
    hint = f"close it with “{closing}”, or if it begins a text, put the text in quotes"
    message = f"what begins with “{opening}” here cannot be read up to a closing “{closing}”"
    repaired = without_value(trouble.source, row) if row.value.startswith(opening) else None
    if repaired and closing not in row.value and row.value[-1] not in ",{[":
        end = row.start + len(row.text.rstrip())
        at = trouble.source.span(end, end)
        message = f"there is no “{closing}” at the end of what begins with “{opening}” on this line"
        hint = f"write “{closing}” there, or if it begins a text, put the text in quotes"
    elif row.value == opening:
        message = f"this “{row.value}” is opened and never closed"
        hint = f"write on this line what belongs to it, and “{closing}” after it, or take it away"
    return mistake_at("E160", message, hint, at, repaired, sound=True)


def unopened(trouble: Trouble) -> Mistake | None:
    """Find a group on one line that is closed and was never opened."""
    row = trouble.row
    closing = row.value[-1:]
    opening = next((sign for sign, other in CLOSING.items() if other == closing), "")
    if "mapping values" not in trouble.what or not opening or opening in row.text:
        return None
    start = row.indent + len(row.dashes)
    lines = {row.number: row.text[:start] + opening + row.text[start:]}
    outcome = Trial(trouble.source, row.number).outcome(lines, 1)
    if outcome is None or outcome.misfits:
        return None
    message = f"there is no “{opening}” at the beginning of what ends with “{closing}” on this line"
    at = trouble.source.span(row.start + start, row.start + start + 1)
    hint = f"write   {row.dashes}{opening}{to_type(row.text[start:])}"
    return mistake_at("E160", message, hint, at, with_lines(trouble.source, lines), sound=True)
