"""The lines around what could not be read as it was meant: of them nothing is told but that."""

from collections.abc import Iterable, Iterator, Mapping

from handouts.content.decoding import SourceText
from handouts.content.source_tree import MappingNode, Node, ScalarNode, SequenceNode, children
from handouts.errors import Problem, Span

_PART = 2  # so many groups down from the content stands a handout or a clinic

Line = tuple[str, int]
"""A file, and the number of a line in it."""


def marred(root: MappingNode, problems: Iterable[Problem], files: Mapping[str, SourceText]) -> frozenset[Line]:
    """Return the lines of each text or item that a problem is in, and of those that it may have been taken for.

    Args:
        root: The content, as far as it could be read.
        problems: What is wrong with it.
        files: Its text.
    """
    found: set[Line] = set()
    for at in (problem.at for problem in problems if problem.at and problem.at.file in files):
        source, edge = files[at.file], at.start - at.column  # the end of the line above
        places = (at, source.span(edge, edge)) if edge > 0 else (at,)
        groups = [group for place in places for group in _around(root, place)]
        found |= {(at.file, at.line), *((at.file, line) for group in groups for line in _lines(group, source))}
    return frozenset(found)


def _around(root: MappingNode, at: Span) -> Iterator[MappingNode]:
    """Yield the item that a place is in, and its other forms; the text alone, where it is in no item."""
    way = list(_way(root, at))
    group = next((each for each, is_item in way if is_item and _is_whole(each)), way[-1][0])
    yield group
    if ident := group.text("id"):
        part = way[min(_PART, len(way) - 1)][0]
        yield from (each for each in _nodes_in(part) if isinstance(each, MappingNode) and each.text("id") == ident)


def _way(root: MappingNode, at: Span) -> Iterator[tuple[MappingNode, bool]]:
    """Yield the groups around a place, the outermost first, and whether each is an item of a list."""
    inner: tuple[MappingNode, bool] | None = (root, False)
    while inner:
        yield inner
        inner = next((each for each in _groups_in(inner[0]) if _holds(each[0], at)), None)


def _groups_in(node: Node) -> Iterator[tuple[MappingNode, bool]]:
    """Yield the groups in a group or list, those in its lists included, and whether each is an item of a list."""
    for each in children(node):
        if isinstance(each, MappingNode):
            yield each, isinstance(node, SequenceNode)
        elif isinstance(each, SequenceNode):
            yield from _groups_in(each)


def _holds(node: Node, at: Span) -> bool:
    return node.span.file == at.file and node.span.line <= at.line and at.start < node.span.end


def _lines(group: MappingNode, source: SourceText) -> Iterator[int]:
    """Yield the lines of a group: all of them, where it is a text or an item, otherwise those of its own values."""
    for key, value in group.entries.values():
        yield key.line
        if _is_whole(group) or isinstance(value, ScalarNode):
            yield from range(key.line, source.span(value.span.end, value.span.end).line + 1)


def _is_whole(group: MappingNode) -> bool:
    return not any(isinstance(each, SequenceNode) for each in _nodes_in(group))


def _nodes_in(node: Node) -> Iterator[Node]:
    for each in children(node):
        yield each
        yield from _nodes_in(each)
