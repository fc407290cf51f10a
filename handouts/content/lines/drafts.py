"""A mended text -> the places of the file as it is.

What YAML stumbles over is mended so that the rest can be read. A mend keeps every line, but may make one longer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from handouts.content.decoding import SourceText
from handouts.content.source_tree import Entry, MappingNode, Node, ScalarNode, SequenceNode
from handouts.errors import Problem, Span


def with_lines(source: SourceText, lines: Mapping[int, str]) -> str:
    """Return the text of a source with other lines in place of some."""
    text = source.text
    for number in sorted(lines, reverse=True):
        start = source.start(number)
        text = text[:start] + lines[number] + text[start + len(source.line(number)) :]
    return text


@dataclass(frozen=True)
class Draft:
    """A mended text, and the file that it was made from.

    Attributes:
        text: As it is read.
        file: As it was typed.
    """

    text: SourceText
    file: SourceText

    @cached_property
    def _mended(self) -> frozenset[int]:
        lines = range(1, self.file.lines + 1)
        return frozenset(number for number in lines if self.text.line(number) != self.file.line(number))

    def span(self, span: Span) -> Span:
        """Return where something of the draft stands in the file."""
        if span.line > min(self.file.lines, self.text.lines):  # after the last line, where YAML sees one more
            end = len(self.file.text)
            return self.file.span(end, end)
        if span.line in self._mended:
            return self.file.span(self._offset(span.start, span.line), self._offset(span.end, span.line))
        moved = self.file.start(span.line) - self.text.start(span.line)
        return span._replace(start=span.start + moved, end=span.end + moved) if moved else span

    def _offset(self, offset: int, line: int) -> int:
        mended, typed = self.text.line(line), self.file.line(line)
        column = offset - self.text.start(line)
        pairs = enumerate(zip(mended, typed, strict=False))
        kept = next((n for n, (one, other) in pairs if one != other), min(len(mended), len(typed)))
        if column >= kept:
            column = max(kept, column - len(mended) + len(typed))
        return self.file.start(line) + column

    def problem(self, problem: Problem) -> Problem:
        """Return a problem of the draft at its place in the file."""
        return replace(problem, at=self.span(problem.at)) if problem.at else problem

    def tree(self, node: Node) -> Node:
        """Return a tree that was read from the draft with the places of the file."""
        span = self.span(node.span)
        if isinstance(node, ScalarNode):
            return ScalarNode(node.value, span)
        if isinstance(node, SequenceNode):
            return SequenceNode(tuple(self.tree(item) for item in node.items), span)
        entries = {name: Entry(self.span(entry.key), self.tree(entry.value)) for name, entry in node.entries.items()}
        return MappingNode(entries, span)
