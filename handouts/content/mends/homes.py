"""What stands beside the headings of a file and is none: parts are put under their heading, remarks are left out."""

import re
from collections.abc import Iterator

from handouts.content.mends.left_edge import how_to_move, no_heading, too_far_left
from handouts.content.mends.omissions import IF_COMMENT
from handouts.content.names.suggestions import closest
from handouts.content.names.vocabulary import known_names, names_at
from handouts.content.ownership import GROUPS
from handouts.content.source_tree import Entry, MappingNode, ScalarNode
from handouts.errors import Problem

_WORDS = re.compile(r"\w.*\s.*\w")  # what a remark has, and an id has not
_TELLING = 2  # names of its own that tell what a part is; one may be a chance


def brought_home(root: MappingNode) -> tuple[MappingNode, list[Problem]]:
    """Return the tree of a file with each part under its heading, and a problem for each that stood beside it.

    The parts that follow one such part seem to be in it; they are put beside it. A remark is left out.
    """
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    heading = ""
    for name, entry in root.entries.items():
        group = _with(entries[heading], name, entry, heading) if _is_part(name, entry, heading) else None
        if group is not None:
            entries[heading] = group
            problems.append(_told(name, entry, heading))
        elif _is_remark(name, entry):
            problems.append(Problem("E101", no_heading(name), entry.key, IF_COMMENT))
        else:
            entries[name], remarks = _without_remarks(name, entry)
            problems += remarks
            heading = name if name in GROUPS else ""
    return (MappingNode(entries, root.span), problems) if problems else (root, [])


def _is_remark(name: str, entry: Entry) -> bool:
    """Tell whether something is but a line of words that happens to begin with a name, like none of the headings."""
    return _is_line(entry) and closest(name, names_at(())) is None and name not in known_names()


def _is_line(entry: Entry) -> bool:
    return isinstance(entry.value, ScalarNode) and entry.value.value is not None


def _without_remarks(heading: str, group: Entry) -> tuple[Entry, list[Problem]]:
    """Leave out the lines of words among the parts of a group, which happen to hold a colon, and tell them."""
    parts = group.value.entries if heading in GROUPS and isinstance(group.value, MappingNode) else {}
    remarks = {name: entry.key for name, entry in parts.items() if _is_line(entry) and _WORDS.search(name)}
    kept = {name: entry for name, entry in parts.items() if name not in remarks}
    told = [
        Problem("E101", f"`{name}:` is not a name that can stand under `{heading}:`", at, IF_COMMENT)
        for name, at in remarks.items()
    ]
    return (Entry(group.key, MappingNode(kept, group.value.span)), told) if told else (group, [])


def _is_part(name: str, entry: Entry, heading: str) -> bool:
    """Tell whether something looks like a part of a group."""
    names = {*names_at((heading, ""))} if heading and name not in names_at(()) else set()
    return isinstance(entry.value, MappingNode) and len(entry.value.entries.keys() & names) >= _TELLING


def _apart(name: str, entry: Entry, heading: str) -> Iterator[tuple[str, Entry]]:
    """Yield a part without the parts that seem to be in it, then those."""
    if isinstance(entry.value, MappingNode):
        own, others = dict(entry.value.entries), dict[str, Entry]()
        for inner in [inner for inner in own if inner not in names_at((heading, ""))]:
            if _is_part(inner, own[inner], heading):
                others[inner] = own.pop(inner)
        yield name, Entry(entry.key, MappingNode(own, entry.value.span))
        yield from others.items()


def _with(group: Entry, name: str, entry: Entry, heading: str) -> Entry | None:
    """Return a group with a part more, and those that seem to be in it; None where it cannot take them."""
    parts = dict(_apart(name, entry, heading))
    if isinstance(group.value, MappingNode) and not group.value.entries.keys() & parts.keys():
        return Entry(group.key, MappingNode(group.value.entries | parts, group.value.span))
    empty = isinstance(group.value, ScalarNode) and group.value.value is None
    return Entry(group.key, MappingNode(parts, group.key)) if empty else None


def _told(name: str, entry: Entry, heading: str) -> Problem:
    inside = entry.value.entries.values() if isinstance(entry.value, MappingNode) else ()
    first_column = min((own.key.column for own in inside), default=0)
    return Problem("E101", too_far_left(name, heading), entry.key, how_to_move(first_column))
