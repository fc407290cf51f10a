"""Which parts of the content use which others: sheets need the figures, words, brands and services that they name."""

import re
from collections.abc import Collection, Iterator

from handouts.content.fitness.references import parts
from handouts.content.ownership import GROUPS, Owner
from handouts.content.source_tree import Entry, MappingNode, Node, ScalarNode, SequenceNode

SHARED = ("services", "durations", "facts", "brands")
"""Groups whose parts others use."""

_NAMED_AFTER = {
    "duration": "durations",
    "brand": "brands",
    "extends": "brands",
    "service": "services",
}
"""The group that the value after a name is an id of."""

_IN_BRACES = re.compile(r"\{([a-z][a-z0-9_-]*)\}")

_LISTED_BY_CLINICS = ("services", "overrides")
"""What a clinic lists of shared parts; it can do without one of them."""


def with_dependents(root: MappingNode, owners: Collection[Owner]) -> frozenset[Owner]:
    """Return parts of the content with all that cannot be without them."""
    found = frozenset(owners)
    while more := {user for user, used in _uses(root) if used & found} - found:
        found |= more
    return found


def in_want(root: MappingNode) -> frozenset[Owner]:
    """Return what names a figure or wording that is not there, because its file could not be read."""
    known = {name for group in ("durations", "facts") for name in parts(root, group)}
    return frozenset(
        (group, name)
        for group in ("clinics", "handouts")
        for name, entry in parts(root, group).items()
        if {word for text in _words(entry.value, "") for word in _named(*text)} - known
    )


def _named(name: str, text: str) -> list[str]:
    return [text] if name == "duration" else _IN_BRACES.findall(text)


def _uses(root: MappingNode) -> Iterator[tuple[Owner, frozenset[Owner]]]:
    """Yield each part with the shared parts that it names."""
    shared = [(group, name) for group in SHARED for name in parts(root, group)]
    for group in GROUPS:
        for name, entry in parts(root, group).items():
            words = list(_words(_needed(group, entry.value), ""))
            yield (group, name), frozenset(each for each in shared if _is_named(each, words))


def _needed(group: str, part: Node) -> Node:
    return without_names(part, _LISTED_BY_CLINICS) if group == "clinics" and isinstance(part, MappingNode) else part


def without_names(node: MappingNode, names: Collection[str]) -> MappingNode:
    """Return a group without some of its names."""
    return MappingNode({name: entry for name, entry in node.entries.items() if name not in names}, node.span)


def _words(node: Node, name: str) -> Iterator[tuple[str, str]]:
    """Yield every text with the name that it stands after."""
    if isinstance(node, ScalarNode):
        yield name, node.value or ""
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _words(item, name)
    else:
        for inner, entry in node.entries.items():
            yield from _words(entry.value, inner)


def _is_named(shared: Owner, words: Collection[tuple[str, str]]) -> bool:
    group, ident = shared
    in_text = f"{{{ident}}}" if group in {"durations", "facts"} else None
    return any(
        (text == ident and _NAMED_AFTER.get(name) == group) or (in_text is not None and in_text in text)
        for name, text in words
    )


def without_listed(clinic: Entry, owners: Collection[Owner]) -> Entry:
    """Return a clinic that no longer lists services and figures that are left out."""
    node = clinic.value
    if not isinstance(node, MappingNode):
        return clinic
    entries = dict(node.entries)
    services, overrides = entries.get("services"), entries.get("overrides")
    if services and isinstance(services.value, SequenceNode):
        kept = [
            item
            for item in services.value.items
            if not (isinstance(item, ScalarNode) and ("services", item.value) in owners)
        ]
        entries["services"] = Entry(services.key, SequenceNode(tuple(kept), services.value.span))
    if overrides and isinstance(overrides.value, MappingNode):
        gone = {name for group, name in owners if group == "durations"}
        entries["overrides"] = Entry(overrides.key, without_names(overrides.value, gone))
    return Entry(clinic.key, MappingNode(entries, node.span))
