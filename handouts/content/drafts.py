"""A mended text -> the places of the file as it is.

What YAML stumbles over is mended so that the rest can be read. A mend keeps every line, but may make one longer.
"""

from dataclasses import replace

from handouts.content.decoding import SourceText
from handouts.content.source_tree import Entry, MappingNode, Node, ScalarNode, SequenceNode
from handouts.errors import Problem, Span


def with_lines(source: SourceText, lines: dict[int, str]) -> str:
    """Return the text of a source with other lines in place of some."""
    text = source.text
    for number in sorted(lines, reverse=True):
        start = source.start(number)
        text = text[:start] + lines[number] + text[start + len(source.line(number)) :]
    return text


def in_file(span: Span, draft: SourceText, file: SourceText) -> Span:
    """Return where something of a draft stands in the file that it was made from."""
    return file.span(_offset(span.start, draft, file), _offset(span.end, draft, file))


def _offset(offset: int, draft: SourceText, file: SourceText) -> int:
    at = draft.span(offset, offset)
    mended, typed = draft.line(at.line), file.line(at.line)
    column = at.column - 1
    kept = next(
        (n for n, (one, other) in enumerate(zip(mended, typed, strict=False)) if one != other),
        min(len(mended), len(typed)),
    )
    if column >= kept:
        column = max(kept, column - len(mended) + len(typed))
    return file.start(at.line) + min(column, len(typed))


def problem_in_file(problem: Problem, draft: SourceText, file: SourceText) -> Problem:
    """Return a problem of a draft at its place in the file."""
    return replace(problem, at=in_file(problem.at, draft, file)) if problem.at else problem


def tree_in_file(node: Node, draft: SourceText, file: SourceText) -> Node:
    """Return a tree that was read from a draft with the places of the file."""
    span = in_file(node.span, draft, file)
    if isinstance(node, ScalarNode):
        return ScalarNode(node.value, span)
    if isinstance(node, SequenceNode):
        return SequenceNode(tuple(tree_in_file(item, draft, file) for item in node.items), span)
    entries = {
        name: Entry(in_file(entry.key, draft, file), tree_in_file(entry.value, draft, file))
        for name, entry in node.entries.items()
    }
    return MappingNode(entries, span)
