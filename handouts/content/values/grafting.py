"""A tree of content, with something else in one place of it."""

from dataclasses import replace

from handouts.content.source_tree import Entry, Loc, MappingNode, Node, SequenceNode


def put(node: MappingNode, way: Loc, value: Node | None) -> MappingNode:
    """Return a group with something else at the end of a way, or with nothing there where the value is None."""
    changed = _with(node, way, value)
    return changed if isinstance(changed, MappingNode) else node


def _with(node: Node | None, way: Loc, value: Node | None) -> Node | None:
    """Return a node with something else at the end of a way; as it is, where the way leads nowhere."""
    if not way:
        return value
    step, rest = way[0], way[1:]
    if isinstance(node, MappingNode) and isinstance(step, str):
        entry = node.entries.get(step)
        changed = _with(entry.value if entry else None, rest, value)
        others = dict(node.entries)
        if changed is None:
            others.pop(step, None)
        else:
            others[step] = Entry(entry.key if entry else changed.span, changed)
        return replace(node, entries=others)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
        changed = _with(node.items[step], rest, value)
        between = () if changed is None else (changed,)
        return replace(node, items=(*node.items[:step], *between, *node.items[step + 1 :]))
    return node
