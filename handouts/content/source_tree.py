"""What a content file says, as a tree of texts, lists and groups that know where they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from handouts.errors import Span


class ScalarNode(NamedTuple):
    """A text; None where nothing is written."""

    value: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list."""

    items: tuple["Node", ...]
    span: Span


class Entry(NamedTuple):
    """A value, and where its name stands."""

    key: Span
    value: "Node"


@dataclass(frozen=True, slots=True)
class MappingNode:
    """A group of names with their values, in the order of the file."""

    entries: dict[str, Entry]
    span: Span

    def text(self, name: str) -> str | None:
        """Return the text under `name`; None when there is none, or something else."""
        entry = self.entries.get(name)
        return entry.value.value if entry and isinstance(entry.value, ScalarNode) else None


Node = ScalarNode | SequenceNode | MappingNode
Loc = tuple[str | int, ...]
"""The way to a value: names of a group, numbers (from 0) of a list."""


def children(node: Node) -> Iterator[Node]:
    """Yield what stands right inside a list or group, in its order; nothing of a single value."""
    if isinstance(node, SequenceNode):
        yield from node.items
    elif isinstance(node, MappingNode):
        yield from (entry.value for entry in node.entries.values())


def head(node: Node, key: Span | None = None) -> Span:
    """Return the place that stands for a node: a text itself, else the name it is under, or its first."""
    if isinstance(node, ScalarNode) and node.value is not None:
        return node.span
    if key is not None:
        return key
    if isinstance(node, MappingNode) and node.entries:
        return next(iter(node.entries.values())).key
    return node.span


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at the end of a way.

    Attributes:
        node: The value, or the nearest thing around it that there is.
        key: Where its name stands; None in a list.
        complete: Whether the way could be walked to its end.
    """

    node: Node
    key: Span | None
    complete: bool

    @property
    def place(self) -> Span:
        """Where it stands."""
        return head(self.node, self.key)

    @property
    def name_place(self) -> Span:
        """Where its name stands, or what comes nearest."""
        return self.key or self.place


def find(root: Node, loc: Sequence[str | int]) -> Found:
    """Walk from `root` along a pydantic location, which also names the kind of a block after its number."""
    node, key, step = root, None, 0
    while step < len(loc):
        part = loc[step]
        if isinstance(node, MappingNode) and step and isinstance(loc[step - 1], int) and part == node.text("block"):
            step += 1
            continue
        if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.items):
            node, key = node.items[part], None
        elif isinstance(node, MappingNode) and part in node.entries:
            key, node = node.entries[str(part)]
        else:
            return Found(node, key, part == "[key]")
        step += 1
    return Found(node, key, complete=True)
