"""The first content file and those that it includes -> one tree."""

import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from handouts.content.decoding import MAX_BYTES, SourceText, too_large
from handouts.content.mends.homes import brought_home
from handouts.content.names.suggestions import did_you_mean, quoted
from handouts.content.names.vocabulary import names_at, needed_at
from handouts.content.ownership import Owner
from handouts.content.reading.nearby import beside, files, instead_of, is_closed, is_folder, is_inside, meant_by
from handouts.content.reading.source import Sources, read_source
from handouts.content.source_tree import Entry, MappingNode, Node, ScalarNode, SequenceNode, head
from handouts.errors import Problem, Span
from handouts.ordinary_files import NoOrdinaryFileError, read_ordinary

MERGED = ("services", "durations", "facts", "brands", "clinics", "handouts")
"""What an included file may hold; each is a group of ids, which are put together."""


_TWO_FILES = "if one of the files is a copy, move it out of the folder; otherwise give one of them another id"


@dataclass(frozen=True, slots=True)
class Gathered:
    """All files as one tree.

    Attributes:
        root: The tree; None when the first file has none.
        sources: The text of each file.
        problems: What is wrong so far.
        complete: Whether every file that was included could be read; if not, ids may seem to be missing.
        cut: Parts that could not be read; the tree has an empty group for each.
    """

    root: MappingNode | None
    sources: Sources
    problems: tuple[Problem, ...]
    complete: bool
    cut: frozenset[Owner] = frozenset()


def gather(path: Path, read_as: Callable[[SourceText], SourceText] | None = None) -> Gathered:
    """Read the content at `path` and every file that it includes; of each only what `read_as` leaves of it."""
    gathering = _Gathering(path, read_as)
    root = gathering.read(path, path.as_posix(), Span(path.as_posix(), 1, 1))
    if root is not None:
        root = gathering.include(root)
    sources = Sources(gathering.files)
    return Gathered(root, sources, tuple(gathering.problems), gathering.complete, frozenset(gathering.cut))


@dataclass(slots=True)
class _Gathering:
    path: Path
    read_as: Callable[[SourceText], SourceText] | None
    files: dict[str, SourceText] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    complete: bool = True
    cut: set[Owner] = field(default_factory=set)

    def read(self, path: Path, name: str, asked: Span) -> MappingNode | None:
        """Read one file; `asked` is where it is asked for."""
        raw = _bytes(path, name, asked)
        if isinstance(raw, Problem):
            self._fail(raw)
            return None
        reading = read_source(name, raw, included=path != self.path, read_as=self.read_as)
        self.files[name] = reading.source
        self.problems += reading.problems
        self.cut |= reading.cut
        if isinstance(reading.root, MappingNode):
            root, strays = brought_home(reading.root)
            self.problems += strays
            return root
        if reading.root is not None:
            self._not_a_group(reading.root)
        self.complete = False
        return None

    def _fail(self, problem: Problem) -> None:
        self.problems.append(problem)
        self.complete = False

    def _not_a_group(self, root: Node) -> None:
        hint = "begin each line with a name and a colon: `handouts:`"
        self.problems.append(Problem("E103", "this file does not begin with a group of names", head(root), hint))

    def include(self, root: MappingNode) -> MappingNode:
        """Put what the included files hold into the groups of the first."""
        groups = {name: self._group(root, name) for name in MERGED}
        for path, name, asked in self._included(root):
            included = self.read(path, name, asked)
            if included is not None:
                self._merge(groups, included)
        if any(groups[name] is None for name in needed_at(()) if name in groups):
            self._look_beside(root)
        entries = root.entries | {name: entry for name, entry in groups.items() if entry is not None}
        return MappingNode(entries, root.span)

    def _group(self, root: MappingNode, name: str) -> Entry | None:
        """Return a group of the first file, fit to be added to; anything else is for the model to refuse."""
        entry = root.entries.get(name)
        if entry is not None and isinstance(entry.value, MappingNode):
            return Entry(entry.key, MappingNode(dict(entry.value.entries), entry.value.span))
        return entry

    def _included(self, root: MappingNode) -> Iterator[tuple[Path, str, Span]]:
        entry = root.entries.get("include")
        if entry is None or not isinstance(entry.value, SequenceNode):
            self.complete = self.complete and entry is None
            return
        seen = {self.path.resolve()}
        for item in entry.value.items:
            if not isinstance(item, ScalarNode) or item.value is None:
                continue
            for path in self._matches(item.value, item.span):
                if path.resolve() not in seen:
                    seen.add(path.resolve())
                    yield path, path.as_posix(), item.span

    def _look_beside(self, root: MappingNode) -> None:
        """Tell of files beside the included ones that nothing names, where a group of the content is missing."""
        entry = root.entries.get("include")
        for item in entry.value.items if entry and isinstance(entry.value, SequenceNode) else ():
            pattern = (item.value if isinstance(item, ScalarNode) else None) or ""
            for path in beside(self.path.parent, pattern):
                if path.as_posix() not in self.files and not any(each.at == item.span for each in self.problems):
                    name, right = path.as_posix(), path.with_name(path.name.partition(".")[0] + ".yaml").name
                    message = f"{name} stands beside the included files, and {quoted(pattern)} does not name it"
                    self._fail(Problem("E141", message, item.span, f"call it {right}, or add it to `include:`"))

    def _matches(self, pattern: str, at: Span) -> list[Path]:
        """Return the files that a glob names, sorted, all of them inside the folder of the content."""
        folder = self.path.parent
        if "\\" in pattern and ":" not in pattern:
            slashes = re.sub(r"\\+", "/", pattern)
            message = f"{quoted(pattern)} is not written with forward slashes"
            self._fail(Problem("E142", message, at, f"write {slashes}"))
            return []
        if "\\" in pattern or ":" in pattern or PurePosixPath(pattern).is_absolute() or ".." in pattern.split("/"):
            self._fail(_outside(pattern, at, "write a path from the folder of this file, with forward slashes"))
            return []
        found = sorted(files(folder, pattern), key=Path.as_posix)
        inside = [path for path in found if is_inside(path, folder)]
        if len(inside) < len(found):
            strays = ", ".join(path.as_posix() for path in found if path not in inside)
            self._fail(_outside(pattern, at, f"put the file itself there instead of a link: {strays}"))
        if not found:
            hint = "check the name of the folder and the ending of the files: handouts/*.yaml"
            if "*" not in pattern:
                hint = "put it there, spelled the same, or take it out of `include:`"
            if is_closed(folder / PurePosixPath(pattern).parent):
                hint = "ask for the right to look into this folder, then run this again"
            elif is_folder(folder / pattern):
                hint = f"this is a folder; to take its files, write {pattern.rstrip('/')}/*.yaml"
            elif meant := meant_by(folder, pattern):
                hint = f"did you mean {meant}?"
            self._fail(Problem("E141", f"no file matches {quoted(pattern)}", at, hint))
        return inside

    def _merge(self, groups: dict[str, Entry | None], included: MappingNode) -> None:
        for name, entry in included.entries.items():
            if name not in MERGED and (group := self._headless(name, entry, included)):
                groups[group] = self._added(groups[group], entry, MappingNode({name: entry}, included.span))
            elif name not in MERGED:
                self._refuse(name, entry.key, entry.value)
            elif not isinstance(entry.value, MappingNode):
                hint = "write each id on a line of its own under it, without a dash"
                self.problems.append(Problem("E103", f"`{name}` is a group of ids", entry.key, hint))
            else:
                groups[name] = self._added(groups[name], entry, entry.value)

    def _headless(self, name: str, entry: Entry, included: MappingNode) -> str | None:
        """Return the group that a part without a heading belongs to; the first of such parts is refused for all."""
        group = _group_of(entry.value) if name not in names_at(()) else None
        others = (each for each in included.entries.items() if each[0] not in names_at(()))
        first = next((each for each, other in others if _group_of(other.value) == group), name)
        if group and first == name:
            self._refuse(name, entry.key, entry.value)
        return group

    def _refuse(self, name: str, at: Span, part: Node) -> None:
        message = f"`{name}` can only stand in the first file, {self.path.name}"
        if name not in names_at(()):
            message = f"`{name}` is not a group that a file can hold"
        hint = did_you_mean(name, MERGED, "an included file can hold: {words}")
        if name in names_at(()):
            hint = "delete it here"
        if group := _group_of(part):
            hint = f"write   {group}:   on a line of its own above it, at the left edge"
            if at.column == 1:
                hint = (
                    f"write   {group}:   on a line of its own above it, and 2 spaces before this line and each under it"
                )
        self.problems.append(Problem("E143", message, at, hint))

    def _added(self, group: Entry | None, entry: Entry, included: MappingNode) -> Entry:
        """Return a group with what an included file adds to it."""
        if group is None or group.value == ScalarNode(None, group.value.span):
            return Entry(entry.key, MappingNode(dict(included.entries), included.span))
        if isinstance(group.value, MappingNode):
            for name, part in included.entries.items():
                first = group.value.entries.setdefault(name, part)
                if first is not part:
                    message = f"`{name}` stands here and at {first.key}"
                    self.problems.append(Problem("E144", message, part.key, _TWO_FILES))
        return group


def _bytes(path: Path, name: str, asked: Span) -> bytes | Problem:
    """Read a file, or say why it cannot be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return _no_file(path, name, asked)
        return too_large(name, status.st_size) if status.st_size > MAX_BYTES else read_ordinary(path, MAX_BYTES)
    except NoOrdinaryFileError:
        return _no_file(path, name, asked)
    except FileNotFoundError:
        return Problem("E150", f"there is no file {name}", asked, instead_of(path))
    except OSError as error:
        hint = "ask for the right to read it, then run this again; it may well be whole"
        return Problem("E150", f"{name} cannot be read: {error.strerror}", asked, hint)
    except ValueError:  # a zero character in its name
        return Problem("E150", "the name of this file cannot be used", asked)


def _no_file(path: Path, name: str, asked: Span) -> Problem:
    if not path.is_dir():
        return Problem("E150", f"{name} is not a file", asked, "name a file that a text editor wrote")
    within = path / "content.yaml"
    example = within.as_posix() if within.is_file() else "content.yaml"
    return Problem("E150", f"{name} is a folder", asked, f"name the file itself: {example}")


def _group_of(part: Node) -> str | None:
    """Return the group that a part belongs to, by the names in it."""
    given = part.entries.keys() if isinstance(part, MappingNode) else set()
    fitting = {group: len(given & {*names_at((group, ""))}) for group in MERGED}
    group = max(MERGED, key=lambda each: fitting[each])
    return group if fitting[group] > 1 else None


def _outside(pattern: str, at: Span, hint: str) -> Problem:
    return Problem("E142", f"{quoted(pattern)} leads outside the folder of the content", at, hint)
