"""The part of unfit content that is fit: what has problems is left out with all that uses it, the rest stays."""

from collections.abc import Collection, Iterable

from handouts.content.dependence import SHARED, in_want, with_dependents, without_listed
from handouts.content.lines.source_rows import Row, row_of
from handouts.content.mends.left_edge import PART
from handouts.content.names.vocabulary import names_at
from handouts.content.ownership import Owner, ownership_in
from handouts.content.reading.source import Sources
from handouts.content.source_tree import Entry, MappingNode
from handouts.errors import Problem

FILES = "files"
"""The group of an included file that is left out whole."""

_LINES_LEFT_OUT = ("E101", "E143", "E166")
"""What is said of a line that stands for nothing, and that reading goes on without."""

_SEPARABLE = (*SHARED, "clinics", "handouts")


def at_fault(root: MappingNode, first: str, problems: Collection[Problem], sources: Sources) -> frozenset[Owner] | None:
    """Return what all errors belong to, and what cannot be without it; None when an error belongs to no part.

    Args:
        root: The content.
        first: The name of its first file; an included file of which nothing could be read can be left out too.
        problems: All that there are.
        sources: The text of the files.
    """
    ownership = ownership_in(root)
    owners: set[Owner | None] = set()
    for problem in {*problems} - _between_parts(problems, sources):
        if problem.is_error and problem.at and problem.at.file != first and problem.at.file not in ownership.files:
            owners.add((FILES, problem.at.file))
        elif problem.is_error:
            owners.add(ownership.of(problem.at))
    separable = {owner for owner in owners if owner and owner[0] in {*_SEPARABLE, FILES}}
    if separable != owners:
        return None
    unread = in_want(root) if any(group == FILES for group, _ in separable) else frozenset()
    return with_dependents(root, separable | unread)


def _between_parts(problems: Iterable[Problem], sources: Sources) -> set[Problem]:
    """Return what is said of words in no part, after the last line of one: nothing is printed of them."""
    lines = {(each.at.file, each.at.line): each for each in problems if each.at and each.code in _LINES_LEFT_OUT}
    found = set[Problem]()
    for (file, number), problem in sorted(lines.items(), reverse=True):
        source = sources.files.get(file)
        if source and number <= source.lines and _is_words(row_of(source, number)):
            below = (
                row_of(source, n) for n in range(number + 1, source.lines + 1) if lines.get((file, n)) not in found
            )
            rest = (row for row in below if row.is_read and not (row.goes_on and _is_words(row)))  # told with it
            after = next(rest, None)
            found |= {problem} if after is None or _begins_part(after) else set()
    return found


def _is_words(row: Row) -> bool:
    return (row.indent <= PART and row.goes_on) or (not row.indent and bool(row.value))


def _begins_part(row: Row) -> bool:
    is_part = 0 < row.indent <= PART and row.is_heading
    return is_part or (not row.indent and row.name in names_at(()))


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
