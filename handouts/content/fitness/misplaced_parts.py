"""Clinics, handouts and other parts that stand under the heading of another kind, or in one of their own kind."""

from collections import Counter
from collections.abc import Iterator, Sequence

from handouts.content.names.suggestions import spaces
from handouts.content.names.vocabulary import names_at
from handouts.content.source_tree import Loc, MappingNode, Node, ScalarNode, find
from handouts.content.whereabouts import nearest
from handouts.errors import Problem, Span
from handouts.model.base import DEFAULT_LANGUAGES

_GROUPS = {
    "services": "a service",
    "durations": "a duration",
    "facts": "a shared fact",
    "brands": "a brand",
    "clinics": "a clinic",
    "handouts": "a handout",
}
_TELLING = 3  # names of another kind of part that tell what a part is
_TELLING_INSIDE = 2  # of its own kind


def nested_parts(unknown: Sequence[Loc], root: Node) -> Iterator[tuple[Loc, Problem]]:
    """Find clinics, handouts and other parts that stand in another one of their kind."""
    for loc in (loc for loc in unknown if len(loc) == 3 and loc[0] in _GROUPS):  # noqa: PLR2004 (group, id, name)
        group, around, name = (str(part) for part in loc)
        inside = dict(_names_in(find(root, loc).node))
        outer = dict(_names_in(find(root, (group, around)).node))
        if len(inside.keys() & {*names_at((group, ""))}) < _TELLING_INSIDE:
            continue
        at = outer[name]
        many = spaces(at.column - find(root, (group, around)).name_place.column)
        message = f"`{name}` stands too far in: it belongs under `{group}:`"
        hint = f"take {many} away before it, and before each line that belongs to it"
        if below := [place.line for place in outer.values() if place.line > at.line]:
            last = min(below) - 1
            hint = f"move lines {at.line} to {last} under the last line of {nearest(loc[:2])}, {many} less far in"
        yield loc, Problem("E101", message, at, hint)


def moved_parts(unknown: Sequence[Loc], root: Node) -> Iterator[tuple[Problem, frozenset[Loc], Loc]]:
    """Find clinics, handouts and other parts under the heading of another kind."""
    parts = Counter(loc[:2] for loc in unknown if len(loc) == 3)  # noqa: PLR2004 (group, id, name)
    told: dict[tuple[str, str], list[Loc]] = {}
    for part in parts:
        names = {str(loc[2]) for loc in unknown if loc[:2] == part}
        meant = max(_GROUPS, key=lambda group: len(names & _names_of(group)))
        fitting = names & _names_of(meant)
        all_names = {name for name, _ in _names_in(find(root, part).node)}
        only = len(fitting) > 1 and all_names <= _names_of(meant)
        if part[0] in _GROUPS and part[0] != meant and (len(fitting) >= _TELLING or only):
            told.setdefault((str(part[0]), meant), []).append(part)
    for (group, meant), locs in told.items():
        heading: Loc = (group, meant)
        where = find(root, heading)
        if where.complete and isinstance(where.node, ScalarNode):
            message = f"`{meant}:` stands too far in: it is a heading of its own, not a part of `{group}:`"
            hint = f"take the spaces before `{meant}:` away, so that it begins at the left edge"
            yield Problem("E101", message, where.name_place, hint), frozenset({*locs, heading}), (meant,)
            continue
        at = find(root, locs[0]).name_place
        message = f"`{locs[0][1]}` stands under `{group}:`, and looks like {_GROUPS[meant]}"
        hint = f"put `{meant}:` above it, on a line of its own at the left edge"
        if (head := find(root, (meant,))).complete:
            hint = f"move it under `{meant}:`, which stands on line {head.name_place.line}"
        yield Problem("E101", message, at, hint), frozenset(locs), (meant,)


def _names_of(group: str) -> set[str]:
    """Return the names that can stand in a part of a group; of two groups of texts, it is the facts that are meant."""
    return {*DEFAULT_LANGUAGES} if group == "facts" else {*names_at((group, ""))}


def _names_in(node: Node) -> Iterator[tuple[str, Span]]:
    for name, entry in node.entries.items() if isinstance(node, MappingNode) else ():
        yield name, entry.key
