"""The names of a group whose heading is gone: YAML takes them for names of the group above it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from handouts.content.names.vocabulary import names_at, shape_at
from handouts.content.source_tree import Loc, MappingNode, Node, find
from handouts.errors import Problem


class HeadlessGroup(NamedTuple):
    """A group without its heading: the way to it as it should be, the ways to its names, and what is said of it."""

    home: Loc
    locs: tuple[Loc, ...]
    problem: Problem


def headless_groups(unknown: Sequence[Loc], root: Node) -> Iterator[HeadlessGroup]:
    """Find names that do not belong where they stand, and are all of one group that is missing beside it."""
    for group, each in groupby(unknown, key=lambda loc: loc[:-1]):
        locs = tuple(each)
        beside = find(root, group[:-1]).node
        names = {str(loc[-1]) for loc in locs}
        if isinstance(beside, MappingNode) and (name := _heading(names, group[:-1], beside)):
            column = next(iter(beside.entries.values())).key.column - 1
            message = f"the line `{name}:` is missing above this line"
            hint = f"write it there, {column} spaces in:   {name}:"
            problem = Problem("E102", message, find(root, locs[0]).name_place, hint)
            yield HeadlessGroup((*group[:-1], name), locs, problem)


def _heading(names: set[str], around: Loc, beside: MappingNode) -> str:
    """Return the one name that is missing in a group and can have all of some names under it; empty otherwise."""
    missing = [name for name in names_at(around) if name not in beside.entries and shape_at((*around, name)) == "group"]
    fitting = [name for name in missing if names <= {*names_at((*around, name))}]
    return fitting[0] if len(fitting) == 1 else ""
