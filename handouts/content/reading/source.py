"""Strict YAML files -> nodes that know where they stand, and every problem on the way.

YAML lets ` #` cut a text, `&more` vanish, the last of two equal names win and `12:30` mean 750. All of that
is refused, with its place; every value is text. A bad file gives problems, whatever its bytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from handouts.content.decoding import SourceText, decode
from handouts.content.lines.cutting import part_around, without_part
from handouts.content.lines.drafts import Draft
from handouts.content.lines.trouble import Mistake
from handouts.content.mends.compared import without_comparison
from handouts.content.mends.conflicts import without_conflicts
from handouts.content.mends.fences import without_fences
from handouts.content.mends.no_break_indents import without_no_break_indents
from handouts.content.ownership import Owner
from handouts.content.reading.events import TreeReader
from handouts.content.source_tree import Node
from handouts.errors import Problem, Span

WORDS = "words.txt"
"""A list of words beside the first file, for those that look them up."""

_MAX_MISTAKES = 20  # each is read past by reading the file again


@dataclass(frozen=True, slots=True)
class Sources:
    """The text of every file that was read, by the name that problems give it; the first file first."""

    files: Mapping[str, SourceText]

    def line(self, at: Span) -> str:
        """Return the line that a place begins on, without its break; empty when its file was not read."""
        source = self.files.get(at.file)
        return source.line(at.line) if source else ""

    def reading_order(self) -> Callable[[Span | None], tuple[int, str, int, int]]:
        """Return the key that sorts places as a reader of the files comes upon them; what has no place comes first."""
        ranks = {file: rank for rank, file in enumerate(self.files)}
        return lambda at: (ranks.get(at.file, len(ranks)), at.file, at.line, at.column) if at else (-1, "", 0, 0)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says.

    Attributes:
        source: Its text.
        root: Its tree; None when the file is so broken that its tree would mislead.
        problems: All that is wrong with its YAML.
        cut: Parts that could not be read; the tree has an empty group for each.
    """

    source: SourceText
    root: Node | None
    problems: tuple[Problem, ...]
    cut: frozenset[Owner] = frozenset()


def read_source(
    file: str,
    raw: bytes,
    *,
    included: bool = False,
    read_as: Callable[[SourceText], SourceText] | None = None,
) -> Reading:
    """Read a YAML file strictly.

    Args:
        file: What to call it in problems.
        raw: Its bytes.
        included: Whether another file asks for it.
        read_as: Returns what of it is to be read, each line where it is. Then nothing is mended in it: what is not
            sound has no tree.
    """
    decoded = decode(file, raw)
    if not decoded.readable:
        return Reading(decoded.source, None, decoded.problems)
    attempt = _Attempt.at(read_as(decoded.source), mends=False) if read_as else _Attempt.at(decoded.source)
    root = attempt.root
    found = _together((*decoded.problems, *attempt.conflicts), attempt.mistakes, attempt.read)
    if root is None and not found:
        hint = "bring back the last good copy, or take the file out of `include:`"
        hint = hint if included else "bring back the last good copy; a content begins with   schema_version: 1"
        found = (Problem("E103", "this file says nothing", Span(file, 1, 1), hint),)
    return Reading(decoded.source, root if attempt.sound else None, found, frozenset(attempt.cut))


@dataclass(slots=True)
class _Attempt:
    """A file that is read again and again, each time without the mistake that stopped it before."""

    file: SourceText
    draft: SourceText
    conflicts: tuple[Problem, ...]
    root: Node | None = None
    mistakes: list[Mistake] = field(default_factory=list)
    read: list[Problem] = field(default_factory=list)
    cut: set[Owner] = field(default_factory=set)
    sound: bool = True

    @classmethod
    def at(cls, file: SourceText, *, mends: bool = True) -> "_Attempt":
        """Read a file as far as it can be read, or as it can be read without mends."""
        draft, conflicts = without_conflicts(file)
        draft, spaces = without_no_break_indents(draft)
        draft, fences = without_fences(draft)
        draft, compared = without_comparison(draft)
        attempt = cls(file, draft, (*conflicts, *spaces, *fences, *compared))
        if not mends:
            attempt.sound = attempt._read() is None
            return attempt
        for _ in range(_MAX_MISTAKES):
            mistake = attempt._read()
            if mistake is None or not attempt._go_past(mistake):
                break
        return attempt

    def _read(self) -> Mistake | None:
        reader = TreeReader(self.draft)
        self.root, mistake = reader.attempt()
        self.read = reader.problems
        mistake = mistake or _interrupted(self.draft, reader.problems)
        if self.mistakes:
            whole = Draft(self.draft, self.file)
            self.read = [whole.problem(problem) for problem in self.read]
            self.root = self.root and whole.tree(self.root)
        return mistake

    def _go_past(self, mistake: Mistake) -> bool:
        """Mend a mistake in the draft, or take the part that it is in out; False where neither can be done."""
        is_told = not _is_wake(mistake, self.mistakes)
        if is_told:
            problem = Draft(self.draft, self.file).problem(mistake.problem)
            self.mistakes.append(replace(mistake, problem=problem))
        repaired = mistake.repaired
        if not mistake.sound:
            part = part_around(self.draft, mistake.line)
            if part and part[0] not in self.cut:
                self.cut.add(part[0])
                repaired = without_part(self.draft, *part)
            else:
                self.sound = False
        if repaired is not None:
            draft = SourceText.of(self.file.file, repaired)
            if mistake.sound and is_told:  # what a mend leaves out whole was wrong with it before, too
                gone = {
                    n for n in range(1, draft.lines + 1) if not draft.line(n).strip() and self.draft.line(n).strip()
                }
                self.mistakes = [each for each in self.mistakes if each.line not in gone - {mistake.line}]
            self.draft = draft
        return repaired is not None


def _interrupted(draft: SourceText, problems: list[Problem]) -> Mistake | None:
    """Return what made a name stand twice in a text that can be read; None where none does, or just does."""
    for problem in (problem for problem in problems if problem.code == "E154"):
        from handouts.content.mends.interrupted import interrupted  # noqa: PLC0415 (most files have no such mistake)

        if mistake := interrupted(draft, problem):
            return mistake
    return None


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
