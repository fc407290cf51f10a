"""Names with nothing after them: they look as if they said something, and change nothing."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from handouts.content.names.vocabulary import names_at
from handouts.content.reading.includes import MERGED
from handouts.content.source_tree import MappingNode, Node, ScalarNode, SequenceNode
from handouts.errors import Problem, Span


def nothing_written(root: MappingNode, problems: Sequence[Problem]) -> list[Problem]:
    """Warn of names with nothing after them, but for those of which a problem says what is wrong."""
    strays = _headings_of_strays(root)
    above = {(each.at.file, each.at.line - 1) for each in problems if each.code == "E101" and each.at}
    return [
        each
        for each in _empty_names(root)
        if each.at not in strays
        and not _is_misshapen(each, problems, root)
        and not (each.at and (each.at.file, each.at.line) in above)
    ]


def _empty_names(node: Node) -> Iterator[Problem]:
    """Warn of names with nothing after them: they look as if they said something."""
    if isinstance(node, SequenceNode):
        for item in node.items:
            yield from _empty_names(item)
    elif isinstance(node, MappingNode):
        for name, (key, value) in node.entries.items():
            if isinstance(value, ScalarNode) and value.value is None:
                hint = "write its value after the colon, or delete the line"
                yield Problem("W101", f"nothing is written after `{name}:`", key, hint)
            else:
                yield from _empty_names(value)


def _is_misshapen(empty: Problem, problems: Sequence[Problem], root: MappingNode) -> bool:
    """Tell whether a name with nothing after it stands in a part whose names became a list (E168)."""
    lists = (entry.value for name in MERGED if (entry := root.entries.get(name)))
    parts = (part.value for group in lists if isinstance(group, MappingNode) for part in group.entries.values())
    around = [part.span for part in parts if isinstance(part, SequenceNode)]
    return bool(problems) and any(
        empty.at and at.file == empty.at.file and at.start <= empty.at.start < at.end for at in around
    )


def _headings_of_strays(root: MappingNode) -> set[Span]:
    """Find headings right above a name that does not belong beside them: what is wrong is told of that name."""
    names = list(root.entries)
    return {
        root.entries[heading].key for heading, name in pairwise(names) if heading in MERGED and name not in names_at(())
    }
