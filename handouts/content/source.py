"""Strict YAML files -> nodes that know where they stand, and every problem on the way.

YAML lets ` #` cut a text, `&more` vanish, the last of two equal names win and `12:30` mean 750. All of that
is refused, with its place; every value is text. A bad file gives problems, whatever its bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from handouts.content.conflicts import without_conflicts
from handouts.content.decoding import SourceText, decode
from handouts.content.drafts import Draft
from handouts.content.events import TreeReader
from handouts.content.source_tree import Node
from handouts.content.trouble import Mistake
from handouts.errors import Problem, Span

_MAX_MISTAKES = 20  # each is read past by reading the file again


@dataclass(frozen=True, slots=True)
class Sources:
    """The text of every file that was read, by the name that problems give it; the first file first."""

    files: Mapping[str, SourceText]

    def line(self, at: Span) -> str:
        """Return the line that a place begins on, without its break; empty when its file was not read."""
        source = self.files.get(at.file)
        return source.line(at.line) if source else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says.

    Attributes:
        source: Its text.
        root: Its tree; None when the file is so broken that its tree would mislead.
        problems: All that is wrong with its YAML.
    """

    source: SourceText
    root: Node | None
    problems: tuple[Problem, ...]


def read_source(file: str, raw: bytes, *, included: bool = False) -> Reading:
    """Read a YAML file strictly.

    Args:
        file: What to call it in problems.
        raw: Its bytes.
        included: Whether another file asks for it.
    """
    decoded = decode(file, raw)
    if not decoded.readable:
        return Reading(decoded.source, None, decoded.problems)
    draft, conflicts = without_conflicts(decoded.source)
    mistakes, sound = list[Mistake](), True
    reader = TreeReader(draft)
    root, mistake = reader.attempt()
    for _ in range(_MAX_MISTAKES):
        if mistake is None:
            break
        if not _is_wake(mistake, mistakes):
            mistakes.append(replace(mistake, problem=Draft(draft, decoded.source).problem(mistake.problem)))
        sound = sound and mistake.sound
        if mistake.repaired is None:
            break
        draft = SourceText.of(file, mistake.repaired)
        reader = TreeReader(draft)
        root, mistake = reader.attempt()
    read = reader.problems
    if mistakes:
        whole = Draft(draft, decoded.source)
        read = [whole.problem(problem) for problem in read]
        root = root and whole.tree(root)
    found = _together((*decoded.problems, *conflicts), mistakes, read)
    if root is None and not found:
        hint = "bring back the last good copy, or take the file out of `include:`"
        hint = hint if included else "bring back the last good copy; a content begins with   schema_version: 1"
        found = (Problem("E103", "this file says nothing", Span(file, 1, 1), hint),)
    return Reading(decoded.source, root if sound else None, found)


def _is_wake(mistake: Mistake, earlier: list[Mistake]) -> bool:
    """Tell whether a mistake only comes of the one before it, being on its line or the next."""
    reach = 0 if mistake.sound else 1
    return any(abs(mistake.line - other.line) <= reach for other in earlier)


def _together(unprintables: tuple[Problem, ...], mistakes: list[Mistake], found: list[Problem]) -> tuple[Problem, ...]:
    """Put all problems together, without the wake that one leaves on the next line."""
    cut = {problem.at.line for problem in found if problem.code in {"E158", "E159"} and problem.at}
    syntax = [mistake.problem for mistake in mistakes if mistake.sound or not {mistake.line - 1, mistake.line} & cut]
    unseen = {problem.at.line for problem in unprintables if problem.at}
    syntax = [
        problem for problem in syntax if not (problem.code == "E164" and problem.at and problem.at.line in unseen)
    ]
    lines = {problem.at.line for problem in (*unprintables, *syntax) if problem.at}
    return (
        *unprintables,
        *syntax,
        *(problem for problem in found if problem.at and problem.at.line not in lines),
    )
