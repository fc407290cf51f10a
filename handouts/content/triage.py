"""The part of unfit content that is fit: handouts and clinics with problems are left out, the others stay.

Only a clinic or a handout can be left out: nothing else refers to it. What is wrong with anything that they share
stops everything.
"""

from collections.abc import Collection, Iterable

from handouts.content.ownership import Owner, ownership_in
from handouts.content.source_tree import Entry, MappingNode
from handouts.errors import Problem

FILES = "files"
"""The group of an included file that is left out whole."""

_SEPARABLE = ("clinics", "handouts")


def at_fault(root: MappingNode, first: str, problems: Iterable[Problem]) -> frozenset[Owner]:
    """Return what all errors belong to; nothing when any error belongs to what others need.

    Args:
        root: The content.
        first: The name of its first file; an included file of which nothing could be read can be left out too.
        problems: All that there are.
    """
    ownership = ownership_in(root)
    owners: set[Owner | None] = set()
    for problem in problems:
        if problem.is_error and problem.at and problem.at.file != first and problem.at.file not in ownership.files:
            owners.add((FILES, problem.at.file))
        elif problem.is_error:
            owners.add(ownership.of(problem.at))
    separable = {owner for owner in owners if owner and owner[0] in {*_SEPARABLE, FILES}}
    return frozenset(separable) if separable == owners else frozenset()


def without(root: MappingNode, owners: Collection[Owner]) -> MappingNode:
    """Return the content without some clinics and handouts."""
    entries = dict(root.entries)
    for group in _SEPARABLE:
        entry = entries.get(group)
        if entry and isinstance(entry.value, MappingNode):
            kept = {name: part for name, part in entry.value.entries.items() if (group, name) not in owners}
            entries[group] = Entry(entry.key, MappingNode(kept, entry.value.span))
    return MappingNode(entries, root.span)
