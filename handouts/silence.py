"""Checks silenced at one place, with a reason: `# allow W401: the sentence is quoted from the law`.

The comment stands on a line of its own above a text, a name or an item; it holds for that line and for what belongs to
it. What is silenced is listed with its reason, and a comment that silences nothing is told, so that none is forgotten.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from handouts.codes import CODES, similar_codes
from handouts.content.decoding import SourceText
from handouts.content.source import Sources, read_source
from handouts.content.source_tree import MappingNode, Node, ScalarNode, SequenceNode
from handouts.diagnostics import as_json
from handouts.errors import Problem, Span
from handouts.messages import ENGLISH, Messages

SILENCEABLE_ERRORS = frozenset({"E201", "E202", "E203", "E204", "E453", "E454", "E456", "E458", "E460", "E461"})
"""Errors that a reason can outweigh: a program reads them out of words, and a clinician may know better."""

NEVER_SILENT = ("W18", "W21", "W450", "W5", "W6")
"""How warnings begin that are always told.

Those about silences themselves, about texts that are behind (`translated` settles them) and about reviews that are
overdue; and what comes up while files are made, which has no place in the content when a file is used again.
"""

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
class Silenced:
    """A problem that is not told, why, and where that stands."""

    problem: Problem
    reason: str
    at: Span


class Silencing(NamedTuple):
    """What becomes of problems.

    Attributes:
        kept: To be told.
        silenced: To be listed with their reasons.
        about: Problems with the comments themselves: W180 to W184.
    """

    kept: tuple[Problem, ...]
    silenced: tuple[Silenced, ...]
    about: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Allowance:
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
        at = problem.at
        if self.held is None or at is None or at.file != self.held.file or problem.code != self.code:
            return False
        return self.held.start <= at.start < self.held.end


def is_silenceable(code: str) -> bool:
    """Tell whether a reason can silence this code."""
    return code in SILENCEABLE_ERRORS or (code.startswith("W") and not code.startswith(NEVER_SILENT))


def apply(
    problems: Sequence[Problem], sources: Sources, *, complete: bool = True, unasked: Collection[str] = ()
) -> Silencing:
    """Part the problems that a comment allows from those that are told.

    Args:
        problems: Of every check.
        sources: The text of every file.
        complete: Whether every check has run; if not, a comment that silences nothing may yet be of use.
        unasked: Codes of checks that were not asked for, of which the same is true.
    """
    allowances = [allowance for source in sources.files.values() for allowance in _allowances(source)]
    faults = {allowance: _fault(allowance) for allowance in allowances}
    sound = [allowance for allowance, fault in faults.items() if fault is None]
    about = [fault for fault in faults.values() if fault is not None]
    about += [nearly for source in sources.files.values() for nearly in _nearly(source)]
    kept, silenced, used = [], [], set[_Allowance]()
    for problem in problems:
        holding = [allowance for allowance in sound if allowance.holds_for(problem)]
        used.update(holding)
        if holding:
            silenced.append(Silenced(problem, holding[-1].reason, holding[-1].at))
        else:
            kept.append(problem)
    if complete:
        about += [_useless(allowance) for allowance in sound if allowance not in used and allowance.code not in unasked]
    return Silencing(tuple(kept), tuple(silenced), tuple(about))


def silenced_lines(silenced: Iterable[Silenced], messages: Messages = ENGLISH) -> Iterator[str]:
    """Yield what is silenced and why, a line each."""
    for each in silenced:
        told = messages.problem(each.problem)
        yield f"{messages('silenced:')} {told.at}: {told.code}, {told.message} ({each.reason})"


def silenced_as_json(silenced: Iterable[Silenced], messages: Messages = ENGLISH) -> list[dict[str, str | int | None]]:
    """Return what is silenced as `json.dumps` takes it, with its reasons."""
    return [as_json([each.problem], messages)[0] | {"reason": each.reason} for each in silenced]


def _fault(allowance: _Allowance) -> Problem | None:
    """Say what is wrong with an allowance; None when it holds."""
    code, at = allowance.code, allowance.at
    if code not in CODES:
        return Problem("W180", f"there is no code {code}", at, similar_codes(code))
    if not is_silenceable(code):
        kind = "an error" if code.startswith("E") else "a warning that is always told"
        return Problem(
            "W182", f"{code} is {kind}, which nothing silences", at, "mend the text, and delete this comment"
        )
    if not allowance.reason:
        hint = f"write the reason after a colon: # allow {code}: …"
        return Problem("W181", f"this comment does not say why {code} is allowed here", at, hint)
    if allowance.held is None:
        message = f"this comment, which allows {code}, stands above no text, or above a whole group"
        return Problem("W184", message, at, "put it right above the text, name or item that it is about")
    return None


def _useless(allowance: _Allowance) -> Problem:
    message = f"{allowance.code} does not come up here, so this comment silences nothing"
    return Problem("W183", message, allowance.at, "delete it, or put it right above the text that it is about")


def _allowances(source: SourceText) -> Iterator[_Allowance]:
    found = list(_ALLOW.finditer(source.text))
    root = read_source(source.file, source.text.encode()).root if found else None
    if root is None:
        return
    parts = dict(_parts(root, source))
    texts = list(_texts(root))
    for comment in found:
        if any(text.start < comment.start() < text.end for text in texts):
            continue  # a line of a text that happens to begin with the sign of a comment
        number = source.span(comment.start(), comment.end()).line
        reason, held = _reason(source, number, comment["rest"]), parts.get(_line_below(source, number))
        for code in _EACH.finditer(source.text, comment.start("codes"), comment.end("codes")):
            yield _Allowance(code[0].upper(), source.span(code.start(), code.end()), reason, held)


def _nearly(source: SourceText) -> Iterator[Problem]:
    """Find comments that look as if they silenced a check, and silence none."""
    ends = {_line(source, found.start()) for found in _ALLOW.finditer(source.text)}
    found = [each for each in _LIKE_ALLOW.finditer(source.text) if _line(source, each.start()) not in ends]
    root = read_source(source.file, source.text.encode()).root if found else None
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


def _texts(node: Node) -> Iterator[Span]:
    if isinstance(node, ScalarNode):
        yield node.span
    for child, _ in _children(node):
        yield from _texts(child)
