"""The part of unfit content that is fit: what has problems is left out with all that uses it, the rest stays."""

from collections.abc import Collection, Iterable

from handouts.content.dependence import SHARED, in_want, with_dependents, without_listed
from handouts.content.ownership import Owner, ownership_in
from handouts.content.source_tree import Entry, MappingNode
from handouts.errors import Problem

FILES = "files"
"""The group of an included file that is left out whole."""

_SEPARABLE = (*SHARED, "clinics", "handouts")


def at_fault(root: MappingNode, first: str, problems: Iterable[Problem]) -> frozenset[Owner]:
    """Return what all errors belong to, and what cannot be without it; nothing when an error belongs to no part.

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
    if separable != owners:
        return frozenset()
    unread = in_want(root) if any(group == FILES for group, _ in separable) else frozenset()
    return with_dependents(root, separable | unread)


def without(root: MappingNode, owners: Collection[Owner]) -> MappingNode:
    """Return the content without some of its parts."""
    entries = dict(root.entries)
    for group in _SEPARABLE:
        entry = entries.get(group)
        if entry and isinstance(entry.value, MappingNode):
            kept = {name: part for name, part in entry.value.entries.items() if (group, name) not in owners}
            if group == "clinics":
                kept = {name: without_listed(clinic, owners) for name, clinic in kept.items()}
            entries[group] = Entry(entry.key, MappingNode(kept, entry.value.span))
    return MappingNode(entries, root.span)
