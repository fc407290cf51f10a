"""The side file: which words were last said to say the same, a line for each text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from handouts.errors import Problem, Span
from handouts.freshness.hashes import DIGITS

ENDING = ".translations.txt"
_SOME = 3  # lines that cannot be read, told one by one
_MAX_BYTES = 20_000_000  # half a million texts
_SIDE = re.compile(rf"([a-z]{{2,8}}):([0-9a-f]{{{DIGITS}}})")
_LEFT_BY_A_MERGE = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_HEAD = """\
# Which words of {content} say the same in each language: a line for each text, kept by `generate.py translated`.
# Nobody needs to edit this. After a merge, keep the lines of both sides, in any order.
"""

Sides = tuple[tuple[str, str], ...]
"""The hash of a text in each language, by code; codes in their order."""


def sides_of(hashes: Mapping[str, str]) -> Sides:
    """Put hashes in the order of their codes."""
    return tuple(sorted(hashes.items()))


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was said of texts.

    Attributes:
        lines: How many texts each line stands for.
        problems: Lines that cannot be read (W213).
        is_known: Whether the file could be opened; if not, nothing is known of what was said.
    """

    lines: Counter[Sides]
    problems: tuple[Problem, ...] = ()
    is_known: bool = True


def ledger_path(content: Path) -> Path:
    """Return where the side file of a content is: beside its first file, and named after it."""
    return content.with_name(content.stem + ENDING)


def read_ledger(content: Path) -> Ledger | None:
    """Read the side file of a content, as far as it can be read; None when there is none."""
    path = ledger_path(content)
    try:
        if not path.exists():
            return None
        if not path.is_file() or path.stat().st_size > _MAX_BYTES:
            return Ledger(Counter(), (_unusable(path, "it is no text of this program", _FROM_A_COPY),), is_known=False)
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError as error:
        hint = "ask for the right to read it, then run this again; it may well be whole"
        return Ledger(Counter(), (_unusable(path, error.strerror or "the system refuses it", hint),), is_known=False)
    return parse_ledger(text, path.as_posix())


def parse_ledger(text: str, file: str) -> Ledger:
    """Read the text of a side file; `file` is what problems call it."""
    lines: Counter[Sides] = Counter()
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        sides = _sides(line)
        if sides:
            lines[sides] += 1
        else:
            problems.append(_unreadable(line, Span(file, number, 1)))
    unread = [each for each in problems if each.message == _NOT_READ]
    if not lines and not problems:
        return Ledger(lines, (_unusable(Path(file), "it has no lines", _FROM_A_COPY),), is_known=False)
    if not lines and (len(unread) > _SOME or "\ufffd" in text):
        return Ledger(lines, (_unusable(Path(file), "it is no text of this program", _FROM_A_COPY),), is_known=False)
    if len(unread) > _SOME:
        message = f"{len(unread)} lines of the list of translations, from this one on, cannot be read, and say nothing"
        first = replace(unread[0], message=message, hint=_FROM_A_COPY)
        problems = [*(each for each in problems if each not in unread), first]
    return Ledger(lines, tuple(problems))


def _sides(line: str) -> Sides:
    """Read a line; nothing when it is none."""
    found = [_SIDE.fullmatch(word) for word in line.split()]
    hashes = {side[1]: side[2] for side in found if side}
    whole = len(hashes) == len(found) and len(hashes) > 1
    return sides_of(hashes) if whole else ()


def _unreadable(line: str, at: Span) -> Problem:
    if line.startswith(_LEFT_BY_A_MERGE):
        hint = "delete this line and keep the others, of both sides; the next `translated` does it for you"
        return Problem("W213", "a merge left this line in the list of translations", at, hint)
    hint = "take the line back as it was, or delete it and run `translated` for its text"
    return Problem("W213", _NOT_READ, at, hint)


_NOT_READ = "this line of the list of translations cannot be read, and says nothing"
_FROM_A_COPY = "take it back from a copy, or delete it and begin again: `translated --all`"


def _unusable(path: Path, why: str, hint: str) -> Problem:
    message = f"the list of translations, {path.name}, cannot be read: {why}"
    return Problem("W213", message, Span(path.as_posix(), 1, 1), hint)


def write_ledger(lines: Counter[Sides], content: Path) -> bytes:
    """Write a side file; the same lines give the same bytes."""
    return (_HEAD.format(content=content.name) + "".join(f"{line}\n" for line in _sorted(lines))).encode()


def _sorted(lines: Counter[Sides]) -> Iterator[str]:
    yield from sorted(" ".join(f"{code}:{found}" for code, found in sides) for sides in lines.elements())


def pairs(lines: Iterable[Sides], languages: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the hashes that lines hold of two languages."""
    for line in lines:
        hashes = dict(line)
        if languages[0] in hashes and languages[1] in hashes:
            yield hashes[languages[0]], hashes[languages[1]]
