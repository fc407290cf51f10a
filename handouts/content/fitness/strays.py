"""Names that stand in the wrong group: too far in, too far left, or under another heading of the file.

YAML reads such a line without a word, so it shows only as a name that does not belong, and one missing elsewhere.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from handouts.content.fitness.anatomy import PRINTED_WHOLE
from handouts.content.fitness.headless import headless_groups
from handouts.content.fitness.misplaced_parts import moved_parts, nested_parts
from handouts.content.names.suggestions import in_full, move
from handouts.content.names.vocabulary import names_at, shape_at
from handouts.content.source_tree import Loc, MappingNode, Node, ScalarNode, SequenceNode, find
from handouts.content.values.faults import Fault
from handouts.content.whereabouts import nearest
from handouts.errors import Problem, Span

_STEP = 2  # columns further in, for what belongs to a name


@dataclass(frozen=True, slots=True)
class Strays:
    """What stands in the wrong group.

    Attributes:
        problems: One for each.
        told: What need not be complained of any more: names that do not belong, by the way to them.
        found: The ways to values that seem to be missing, and are elsewhere.
    """

    problems: tuple[Problem, ...]
    told: frozenset[Loc]
    found: frozenset[Loc]

    def explain(self, each: ErrorDetails) -> bool:
        """Whether an error of pydantic's only comes of something in the wrong group."""
        loc = each["loc"]
        if any(loc[:length] in self.told for length in range(2, len(loc) + 1)):
            return True
        if each["type"] == "languages":
            context: dict[str, Any] = each["ctx"]
            unknown = [(*loc, name) for name in context["unknown"]]
            missing = [(*loc, name) for name in context["missing"]]
            return {*unknown} <= self.told and {*missing} <= self.found and bool(unknown or missing)
        return loc in self.found


def strays(details: Sequence[ErrorDetails], root: Node, languages: tuple[str, ...]) -> Strays:
    """Find what stands in the wrong group, among the names that do not belong where they stand."""
    unknown = list(dict.fromkeys(_unknown(details, languages)))
    moved = list(moved_parts(unknown, root))
    nested = dict(nested_parts(unknown, root))
    problems = [*nested.values(), *(problem for problem, _, _ in moved)]
    told = {*nested, *(loc for _, locs, _ in moved for loc in locs)}
    found = {loc for _, _, loc in moved}
    homes = {loc: home for loc in unknown if not {loc[:2], loc} & told and (home := _home(loc, root, languages))}
    for home, locs in groupby(homes, key=homes.__getitem__):
        problems.append(_misplaced([*locs], home, root))
    told |= homes.keys()
    headless = {each.home: each for each in headless_groups([loc for loc in unknown if loc not in told], root)}
    problems += [each.problem for each in headless.values()]
    told |= {loc for each in headless.values() for loc in each.locs}
    found |= headless.keys()
    found |= {(*home, loc[-1]) for loc, home in homes.items()} | {*homes.values()}
    return Strays(tuple(problems), frozenset(told), frozenset(found))


def split_text(loc: Loc, text: Node, around: Node, missing: Collection[str]) -> list[Problem] | None:
    """Find a text of which a dash makes two items, one for each language; told at the second, and only there."""
    if not isinstance(loc[-1], int) or not isinstance(around, SequenceNode) or not isinstance(text, MappingNode):
        return None
    for number in (loc[-1] - 1, loc[-1] + 1):
        other = around.items[number] if 0 <= number < len(around.items) else None
        if (
            isinstance(other, MappingNode)
            and other.entries.keys() == {*missing}
            and not other.entries.keys() & text.entries.keys()
        ):
            if number > loc[-1]:
                return []
            name, entry = next(iter(text.entries.items()))
            message = f"this dash begins a new item, but `{name}` belongs to the lines above"
            return [Problem("E168", message, entry.key, "take the dash away, and put 2 spaces in place of it")]
    return None


class NamedPlace(NamedTuple):
    """A name, and where it stands."""

    name: str
    place: Span


def dash_within_item(fault: Fault) -> NamedPlace | None:
    """Find an item that lacks a name because it is the rest of the item above: a dash parts the two."""
    item = fault.loc[:-1]
    number = item[-1] if item else ""
    if not isinstance(number, int) or not number or not isinstance(fault.around.node, MappingNode):
        return None
    above = find(fault.root, (*item[:-1], number - 1)).node
    given, before = fault.around.node.entries, above.entries if isinstance(above, MappingNode) else {}
    if not given or given.keys() & before.keys() or fault.loc[-1] not in before:
        return None
    name, entry = next(iter(given.items()))
    return NamedPlace(name, entry.key)


def _unknown(details: Sequence[ErrorDetails], languages: tuple[str, ...]) -> Iterator[Loc]:
    for each in details:
        loc = each["loc"]
        in_text = len(loc) > 1 and loc[-1] not in languages and shape_at(loc[:-1]) == "text"
        if each["type"] == "extra_forbidden" or in_text:
            yield loc
        elif each["type"] == "languages":
            yield from ((*each["loc"], name) for name in each["ctx"]["unknown"])


def _names(loc: Loc, languages: tuple[str, ...]) -> Collection[str]:
    return languages if shape_at(loc) == "text" else names_at(loc)


def _home(loc: Loc, root: Node, languages: tuple[str, ...]) -> Loc | None:
    """Return the way to the group that a name belongs to: one around its own, or the one right above it."""
    name, group = loc[-1], loc[:-1]
    if name == "editions" and {*group[-1:]} & {*PRINTED_WHOLE}:
        return None  # which no section around them may have either
    inner = _above(group, str(name), root)
    around = (group[:length] for length in range(len(group) - 1, 0, -1))
    homes: list[Loc] = [*((inner,) if inner else ()), *around]
    for home in homes:
        node = find(root, home)
        given = node.node.entries if isinstance(node.node, MappingNode) else () if home == inner else None
        lacks = node.complete and given is not None and name not in given
        if lacks and not isinstance(home[-1], int) and name in _names(home, languages):
            return home
        if lacks and isinstance(home[-1], int) and name in names_at(home):
            return home
    return None


def _above(group: Loc, name: str, root: Node) -> Loc | None:
    """Return the way to what stands right above a name, and others that do not belong, and could hold it."""
    node = find(root, group).node
    entries = node.entries if isinstance(node, MappingNode) else {}
    names = [each for each in entries if each == name or each in names_at(group)]
    before = names[names.index(name) - 1] if name in names[1:] else None
    if before is None:
        return None
    value, loc = entries[before].value, (*group, before)
    if isinstance(value, SequenceNode) and value.items and isinstance(item := value.items[-1], MappingNode):
        kind = item.text("block") if before == "blocks" else None
        return (*loc, len(value.items) - 1, kind) if kind else (*loc, len(value.items) - 1)
    is_empty = isinstance(value, ScalarNode) and value.value is None
    return loc if isinstance(value, MappingNode) or is_empty else None


def _misplaced(locs: Sequence[Loc], home: Loc, root: Node) -> Problem:
    """Tell names that stand outside the group that they belong to, the first of which is where they begin."""
    name, group = locs[0][-1], locs[0][:-1]
    at = find(root, locs[0]).name_place
    further_in = len(home) > len(group)
    message = f"`{name}` stands too far in: it belongs to {nearest(home)}"
    if further_in:
        message = f"`{name}` stands too far left: it belongs to {nearest(home)}"
    twin = next(iter(_entries(find(root, home).node)), None)
    return Problem("E101", message, at, _move(at, twin, len(locs) - 1, further_in=further_in))


def _entries(node: Node) -> Iterator[tuple[str, Span]]:
    for name, entry in node.entries.items() if isinstance(node, MappingNode) else ():
        yield name, entry.key


def _move(at: Span, twin: tuple[str, Span] | None, more: int, *, further_in: bool) -> str:
    """Write how to move a name under another one, and how many others with it."""
    if twin is None:
        return in_full(move(_STEP), more, None)
    steps = abs(at.column - twin[1].column) if twin[1].line != at.line else 0
    if not steps:
        return "move it there"
    do = move(steps if further_in else -steps)
    if more:
        return in_full(do, more, None)
    return f"{do}, so that it begins in the same column as `{twin[0]}` on line {twin[1].line}"
