"""Whether a mend of some lines makes sense: how far YAML gets, and whether names then stand where they belong."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import yaml

from handouts.content.decoding import SourceText
from handouts.content.lines.source_rows import Row, row_of
from handouts.content.names.vocabulary import known_names, names_at, needed_at, shape_at
from handouts.content.source_tree import Loc
from handouts.model.base import DEFAULT_LANGUAGES

_PARTS = 2  # blanks before the name of a part: a clinic, a handout
_NEAR = 40  # lines around the trouble whose names are looked at
_MOST_LINES = 3000  # of a part; a longer one is not tried
_END = 10**9


@dataclass(frozen=True, slots=True, order=True)
class Outcome:
    """How good a mend is; the best is the least.

    Attributes:
        stop: The line that YAML stumbles over next, negative; the end of the text counts as very far down.
        misfits: Names and values around that do not belong where they then stand.
        cost: How much the mend changes.
    """

    stop: int
    misfits: int
    cost: int

    @property
    def is_clean(self) -> bool:
        """Whether everything around is then as it should be."""
        return self.stop == -_END and not self.misfits

    @property
    def is_sound(self) -> bool:
        """Whether it can be read on with; a name that does not belong may be a mistake of its own."""
        return self.misfits <= 1


@dataclass(frozen=True)
class Trial:
    """The part of a file around a trouble, in which mends are tried.

    Attributes:
        source: The file.
        line: Where YAML stumbled.
        languages: That texts may have.
    """

    source: SourceText
    line: int
    languages: Collection[str] = field(default=DEFAULT_LANGUAGES)

    @cached_property
    def _lines(self) -> list[str]:
        """The lines of the part and of the heading above it, each where it was; all others are empty."""
        first, last, heading = self._bounds()
        if last - first > _MOST_LINES:
            return []
        kept = {heading, *range(first, last + 1)}
        return [self.source.line(n) if n in kept else "" for n in range(1, last + 1)]

    def _bounds(self) -> tuple[int, int, int]:
        start = max(self.line - 1, 1)
        while start > 1 and not _is_heading(row_of(self.source, start), _PARTS):
            start -= 1
        indent = row_of(self.source, start).indent
        heading = start
        while heading > 1 and not _begins_group(row_of(self.source, heading)):
            heading -= 1
        last = self._next_heading(self._next_heading(self.line, indent), indent)
        return start, last - 1 if last < self.source.lines else self.source.lines, heading

    def _next_heading(self, line: int, indent: int) -> int:
        """Return the next line that begins another part, or the last line."""
        line += 1
        while line < self.source.lines and not _is_heading(row_of(self.source, line), indent):
            line += 1
        return line

    def outcome(self, lines: Mapping[int, str], cost: int) -> Outcome | None:
        """Return how good it is to have other lines in place of some; None when that gets no further."""
        if not self._lines or not lines:
            return None
        try:
            root = self._composed(lines)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else 0
            return Outcome(-line, 0, cost) if line > max([self.line, *lines]) else None
        except yaml.YAMLError:
            return None
        swallowed = {number for number in lines if _names_something(lines[number])} - _name_lines(root)
        return Outcome(-_END, len(swallowed) + sum(1 for _ in self._misfits(root, ())), cost)

    def wanting(self, lines: Mapping[int, str]) -> int:
        """Return how many names that must be given are missing around, with other lines in place of some."""
        try:
            return sum(1 for _ in self._wanted(self._composed(lines), ()))
        except yaml.YAMLError:
            return _END

    def _composed(self, lines: Mapping[int, str]) -> yaml.Node | None:
        text = "\n".join(lines.get(number, line) for number, line in enumerate(self._lines, 1))
        root: yaml.Node | None = yaml.compose(text + "\n", Loader=yaml.CSafeLoader)
        return root

    def _wanted(self, node: yaml.Node | None, loc: Loc) -> Iterator[Loc]:
        """Yield the ways to names that must be given, in the groups around, and are not."""
        if isinstance(node, yaml.SequenceNode):
            for item, way, _ in _items(node, loc):
                yield from self._wanted(item, way)
        elif isinstance(node, yaml.MappingNode):
            given = {_name(key) for key, _ in node.value}
            needed = self.languages if loc and shape_at(loc) == "text" else needed_at(loc) if loc else ()
            near = any(self._is_near(key) for key, _ in node.value)
            yield from ((*loc, name) for name in needed if near and name not in given)
            for key, value in node.value:
                yield from self._wanted(value, (*loc, _name(key)))

    def _misfits(self, node: yaml.Node | None, loc: Loc) -> Iterator[Loc]:
        if isinstance(node, yaml.MappingNode):
            yield from self._misfits_of_group(node, loc)
        elif isinstance(node, yaml.SequenceNode):
            for item, way, kind in _items(node, loc):
                if kind == "" and self._is_near(item):
                    yield way
                yield from self._misfits(item, way)
        if node is not None and loc and self._is_near(node) and not _fits(node, loc):
            yield loc

    def _misfits_of_group(self, node: yaml.MappingNode, loc: Loc) -> Iterator[Loc]:
        near = any(self._is_near(key) for key, _ in node.value)
        names = self._names(loc) if near else ()
        seen = set[str]()
        for key, value in node.value:
            name = _name(key)
            if self._is_near(key) and ((names and name not in names) or name in seen):
                yield (*loc, name)
            else:
                yield from self._misfits(value, (*loc, name))
            seen.add(name)

    def _names(self, loc: Loc) -> Collection[str]:
        return self.languages if loc and shape_at(loc) == "text" else names_at(loc)

    def _is_near(self, node: yaml.Node) -> bool:
        line: int = node.start_mark.line + 1
        return abs(line - self.line) <= _NEAR


def _names_something(line: str) -> bool:
    return row_of(SourceText.of("", line), 1).name is not None


def _name_lines(node: yaml.Node | None) -> set[int]:
    """Return the lines on which names stand, for a text of several lines can swallow those that follow it."""
    if isinstance(node, yaml.MappingNode):
        inside = set().union(*(_name_lines(value) for _, value in node.value))
        return inside | {key.start_mark.line + 1 for key, _ in node.value}
    return set().union(*map(_name_lines, node.value)) if isinstance(node, yaml.SequenceNode) else set()


def _begins_group(row: Row) -> bool:
    """Whether a line is a heading of the file, at its left edge."""
    return not row.indent and row.name in names_at(())


def _is_heading(row: Row, indent: int) -> bool:
    """Whether a line has the name of a part or a group with nothing after it, and at most `indent` blanks before it."""
    is_inside = row.name in known_names() and row.name not in names_at(())  # and lost its blanks
    return row.is_heading and not is_inside and row.indent <= indent


def _name(key: yaml.Node) -> str:
    """Return a name; nothing where a list or a group stands in its place, as after a lone `?`."""
    return str(key.value) if isinstance(key, yaml.ScalarNode) else ""


def _items(node: yaml.SequenceNode, loc: Loc) -> Iterator[tuple[yaml.Node, Loc, str | None]]:
    """Yield the items of a list with the ways to them and, of blocks, their kinds."""
    for number, item in enumerate(node.value):
        kind = _kind(item) if loc[-1:] == ("blocks",) else None
        yield item, (*loc, number, kind) if kind else (*loc, number), kind


def _kind(block: yaml.Node) -> str:
    for key, value in block.value if isinstance(block, yaml.MappingNode) else ():
        if _name(key) == "block" and isinstance(value, yaml.ScalarNode):
            return str(value.value)
    return ""


def _fits(node: yaml.Node, loc: Loc) -> bool:
    shape: str = shape_at(loc)
    if loc[-1] == "duration" and isinstance(node, yaml.ScalarNode):  # the name of a figure
        return True
    if isinstance(node, yaml.SequenceNode):
        return shape == "list"
    return shape in ({"text", "group"} if isinstance(node, yaml.MappingNode) else {"value"})
