"""Where a part goes in a content file: after the last of its group, and not a byte elsewhere changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.content.decoding import SourceText
from handouts.content.source_tree import Entry, MappingNode, Node, ScalarNode, SequenceNode

_STEP = 2  # blanks that what belongs to a name stands further in


@dataclass(frozen=True, slots=True)
class Place:
    """A place for lines.

    Attributes:
        offset: In characters, at the beginning of a line, or at the end of the file.
        indent: Blanks before each line.
        before: Lines that must stand before: the name of the group, when there is none yet.
        instead: Characters before the place that go: braces or brackets with nothing in them.
    """

    offset: int
    indent: int
    before: tuple[str, ...] = ()
    instead: range = range(0)


def place_in(source: SourceText, root: MappingNode | None, group: str) -> Place | None:
    """Find the place for a further part of a group; None where the group is not written line by line."""
    entry = root.entries.get(group) if root else None
    if entry is None:
        return Place(len(source.text), _STEP, (f"{group}:",))
    if _is_empty(entry.value):
        empty = range(source.text.index(":", entry.key.end) + 1, entry.value.span.end)
        return Place(_next_line(source, entry.value.span.end), entry.key.column - 1 + _STEP, instead=empty)
    if not isinstance(entry.value, MappingNode) or source.text[entry.value.span.start] == "{":
        return None
    last = list(entry.value.entries.values())[-1]
    return Place(_after(source, _end(source, last), entry.key.column), last.key.column - 1)


def insert(source: SourceText, place: Place, lines: Sequence[str]) -> tuple[str, int]:
    """Return the text with the lines in it, and the number of the first of them, counted from 1."""
    newline = "\r\n" if "\r\n" in source.text else "\n"
    head, tail = source.text[: place.offset], source.text[place.offset :]
    if place.instead:
        head = head[: place.instead.start] + head[place.instead.stop :]
    gap = newline if head and not head.endswith(("\n", "\r")) else ""
    written = [*place.before, *(" " * place.indent + line if line else "" for line in lines)]
    number = SourceText.of(source.file, head + gap).lines + len(place.before)
    return f"{head}{gap}{newline.join(written)}{newline}{tail}", number


def _is_empty(node: Node) -> bool:
    """Tell whether nothing stands there, or braces, brackets or a sign that say so."""
    match node:
        case ScalarNode(value):
            return value is None
        case MappingNode(entries):
            return not entries
        case SequenceNode(items):
            return not items


def _end(source: SourceText, entry: Entry) -> int:
    """Return where the last text of a part ends; what YAML calls its end is where the next part begins."""
    node: Node = entry.value
    key = entry.key
    while True:
        if isinstance(node, MappingNode) and node.entries and source.text[node.span.start] != "{":
            key, node = list(node.entries.values())[-1]
        elif isinstance(node, SequenceNode) and node.items and source.text[node.span.start] != "[":
            key, node = node.items[-1].span, node.items[-1]
        else:
            written = source.text[node.span.start : node.span.end].rstrip()
            return max(
                key.end if isinstance(node, ScalarNode) and node.value is None else 0, node.span.start + len(written)
            )


def _after(source: SourceText, offset: int, column: int) -> int:
    """Return the beginning of the next line, past comments that stand further in than the name of the group."""
    place = _next_line(source, offset)
    while place < len(source.text):
        line = source.line(source.span(place, place).line)
        if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) < column:
            break
        place = _next_line(source, place)
    return place


def _next_line(source: SourceText, offset: int) -> int:
    number = source.span(offset, offset).line + 1
    return source.start(number) if number <= source.lines else len(source.text)
