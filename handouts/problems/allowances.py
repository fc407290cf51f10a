"""Comments that allow a problem, `# allow W401: …`: where each stands, why, and what it holds for."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from handouts.content.decoding import SourceText
from handouts.content.reading.source import read_source
from handouts.content.source_tree import MappingNode, Node, ScalarNode, SequenceNode
from handouts.content.stretches import stretches, without_stretches
from handouts.errors import Problem, Span
from handouts.model.base import DEFAULT_LANGUAGES
from handouts.problems.edited_side import BETWEEN_LANGUAGES

_CODE = "[EW][0-9]{2,4}"
_AND = r"(?:[ \t]*,[ \t]*|[ \t]+(?:and[ \t]+)?)"
_ALLOW = re.compile(
    rf"^[ \t]*#+[ \t]*allow[ \t]*:?[ \t]+(?P<codes>{_CODE}(?:{_AND}{_CODE})*)\b(?P<rest>.*)",
    re.IGNORECASE | re.MULTILINE,
)
_LIKE_ALLOW = re.compile(
    r"#+[ \t]*(?:allow(?:ed|s)?|ignore[rz]?|permettre|permis|autoris(?:er|é)|accept(?:er|é|ed)?|silence|skip|ok)"
    rf"[ \t]*:?[ \t]+(?P<code>{_CODE})\b[^\r\n]*",
    re.IGNORECASE,
)
"""What people write in place of `# allow`, or after a text in place of above it."""

_EACH = re.compile(_CODE, re.IGNORECASE)
_REASON = re.compile(r"[ \t]*[:\u2013\u2014-](?P<words>.*)")
_COMMENT = re.compile(r"[ \t]*#+(?P<words>.*)")


@dataclass(frozen=True, slots=True)
class Allowance:
    """A code that a comment allows.

    Attributes:
        code: In capitals.
        at: Where the code stands.
        reason: Empty when none is given.
        held: What the comment holds for; None when it stands above nothing, or above too much.
    """

    code: str
    at: Span
    reason: str
    held: Span | None

    def holds_for(self, problem: Problem) -> bool:
        """Whether it allows a problem."""
        at = problem.at
        if self.held is None or at is None or at.file != self.held.file or problem.code != self.code:
            return False
        return self.held.start <= at.start < self.held.end


def allowances(source: SourceText) -> Iterator[Allowance]:
    """Yield what the comments of a file allow, in its order."""
    found = list(_ALLOW.finditer(source.text))
    root = _read_around(source, _ALLOW) if found else None
    if root is None:
        return
    parts, both = dict(_parts(root, source)), dict(_languages(root, source))
    texts = list(_texts(root))
    for comment in found:
        if any(text.start < comment.start() < text.end for text in texts):
            continue  # a line of a text that happens to begin with the sign of a comment
        number = source.span(comment.start(), comment.end()).line
        below = _line_below(source, number)
        reason, held = _reason(source, number, comment["rest"]), parts.get(below)
        for code in _EACH.finditer(source.text, comment.start("codes"), comment.end("codes")):
            name, at = code[0].upper(), source.span(code.start(), code.end())
            yield Allowance(name, at, reason, both.get(below, held) if name in BETWEEN_LANGUAGES else held)


def nearly(source: SourceText) -> Iterator[Problem]:
    """Find comments that look as if they silenced a check, and silence none."""
    ends = {_line(source, found.start()) for found in _ALLOW.finditer(source.text)}
    found = [each for each in _LIKE_ALLOW.finditer(source.text) if _line(source, each.start()) not in ends]
    root = _read_around(source, _LIKE_ALLOW) if found else None
    texts = list(_texts(root)) if root else []
    for each in found:
        if any(text.start <= each.start() < text.end for text in texts):
            continue
        code, at = each["code"].upper(), source.span(each.start(), each.end())
        beside = source.text[source.start(at.line) : each.start()].strip()
        message = f"this comment silences nothing: one that does begins with   # allow {code}:"
        if beside:
            message = "this comment silences nothing: it stands after a text, and not above it"
        yield Problem("W184", message, at, f"write on a line of its own, right above the text:   # allow {code}: …")


def _read_around(source: SourceText, comments: re.Pattern[str]) -> Node | None:
    """Read a file, but for clinics and handouts that no such comment is about.

    One may be about the part that it stands in or the next one, whose end shows where the one after that begins.
    """
    parts, raw = stretches(source), source.text.encode()
    starts = [part.start for part in parts]
    below = [bisect_right(starts, found.start()) for found in comments.finditer(source.text)]
    shown = {number for first in below for number in range(first - 1, first + 2)}
    hidden = [part for number, part in enumerate(parts) if number not in shown]
    root = (
        read_source(source.file, raw, read_as=lambda whole: without_stretches(whole, hidden)).root if hidden else None
    )
    return root or read_source(source.file, raw).root


def _line(source: SourceText, offset: int) -> int:
    return source.span(offset, offset).line


def _reason(source: SourceText, number: int, rest: str) -> str:
    """Read the reason, which may go on in the comments right under it."""
    reason = _REASON.fullmatch(rest.rstrip())
    if reason is None:
        return ""
    lines = [reason["words"]]
    while (more := _COMMENT.fullmatch(source.line(number := number + 1))) and not _ALLOW.match(more[0]):
        lines.append(more["words"])
    words = " ".join(" ".join(lines).split())
    return words if re.search(r"\w", words) else ""


def _line_below(source: SourceText, number: int) -> int:
    """Return the next line that is neither blank nor a comment."""
    number += 1
    while number <= source.lines and (not source.line(number).strip() or _COMMENT.fullmatch(source.line(number))):
        number += 1
    return number


def _parts(root: Node, source: SourceText) -> Iterator[tuple[int, Span | None]]:
    """Yield what stands on each line, with all that belongs to it; nothing for a group at the margin."""
    for child, at in _children(root):
        yield from _inner_parts(child, source)
        yield at.line, None


def _inner_parts(node: Node, source: SourceText) -> Iterator[tuple[int, Span]]:
    """Yield what is inside a part, and then what is around it: of all that begins on a line the widest is last."""
    for child, at in _children(node):
        yield from _inner_parts(child, source)
        yield at.line, source.span(at.start, max(at.end, child.span.end))


def _children(node: Node) -> Iterator[tuple[Node, Span]]:
    if isinstance(node, MappingNode):
        yield from ((entry.value, entry.key) for entry in node.entries.values())
    elif isinstance(node, SequenceNode):
        yield from ((item, item.span) for item in node.items)


def _languages(node: Node, source: SourceText) -> Iterator[tuple[int, Span]]:
    """Yield the line of each language that begins one, with the whole text."""
    children = [*_children(node)]
    if isinstance(node, MappingNode) and {*node.entries} & {*DEFAULT_LANGUAGES}:
        end = max(child.span.end for child, _ in children)
        whole = source.span(children[0][1].start, end)
        yield from ((at.line, whole) for _, at in children if not source.text[source.start(at.line) : at.start].strip())
    for child, _ in children:
        yield from _languages(child, source)


def _texts(node: Node) -> Iterator[Span]:
    if isinstance(node, ScalarNode):
        yield node.span
    for child, _ in _children(node):
        yield from _texts(child)
