"""Pydantic's errors, each with what stands at its place in the tree, without what only follows another."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from handouts.content.names.suggestions import closest
from handouts.content.names.vocabulary import names_at
from handouts.content.source_tree import Found, Loc, MappingNode, Node, ScalarNode, find
from handouts.content.values.closed_days import is_closed, means_closed
from handouts.content.values.hours_in_words import in_lines_beside

_FROM_TO = re.compile(r"\d\s*(?:h|:\d\d)?\s*[-–—]\s*\d")


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of pydantic's, with what stands at its place."""

    kind: str
    loc: Loc
    context: Mapping[str, Any]
    given: object
    found: Found
    around: Found
    languages: tuple[str, ...]
    root: Node

    @property
    def name(self) -> str:
        """The last name on the way: of the value, or of the list that it is in."""
        return next((part for part in reversed(self.loc) if isinstance(part, str) and part != "[key]"), "")

    @property
    def empty(self) -> bool:
        """Whether nothing at all is written there."""
        return isinstance(self.found.node, ScalarNode) and self.found.node.value is None


def faults(
    errors: Sequence[ErrorDetails], root: Node, languages: tuple[str, ...], unsure: Collection[Loc]
) -> list[Fault]:
    """Place each error in the tree; see `handouts.content.fitness.complaints.complaints`."""
    details = [
        each
        for each in errors
        if each["type"] not in {"missing", "too_short", "languages"} or not {each["loc"], each["loc"][:2]} & set(unsure)
    ]
    return [_fault(each, root, languages) for each in without_wake(details, root)]


def _fault(each: ErrorDetails, root: Node, languages: tuple[str, ...]) -> Fault:
    loc = each["loc"]
    context = each.get("ctx", {})
    return Fault(each["type"], loc, context, each["input"], find(root, loc), find(root, loc[:-1]), languages, root)


def without_wake(details: Sequence[ErrorDetails], root: Node) -> Iterator[ErrorDetails]:
    """Leave out what comes of another error: a list short of its bad items, a name that was mistyped."""
    meant = {
        (
            *each["loc"][:-1],
            closest(str(each["loc"][-1]), names_left(find(root, each["loc"][:-1]).node, each["loc"][:-1])),
        )
        for each in details
        if each["type"] == "extra_forbidden"
    }
    closed = {
        each["loc"][:-1]
        for each in details
        if (each["type"] == "extra_forbidden" and is_closed(each["loc"][-1], each["input"]))
        or (each["type"] == "figure_hour" and means_closed(str(each["input"])))
        or (
            each["type"] == "extra_forbidden"
            and in_lines_beside(each["loc"][-1], each["input"], *hours_in(find(root, each["loc"][:-1]).node))
        )
    }
    meant |= {(*each["loc"][:-1], "unit") for each in details if _holds_unit(each)}
    hours = {each["loc"]: str(each["input"]) for each in details if each["type"] == "figure_hour"}
    meant |= {(*loc[:-1], "closes") for loc, said in hours.items() if loc[-1] == "opens" and _FROM_TO.search(said)}
    again = {loc for loc, said in hours.items() if means_closed(said) and hours.get((*loc[:-1], "opens")) == said}
    for each in without_short_lists(details):
        elsewhere = each["type"] == "missing" and (each["loc"] in meant or each["loc"][:-1] in closed)
        if not elsewhere and not (each["loc"] in again and each["loc"][-1] == "closes"):
            yield each


def without_short_lists(details: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out lists that are too short, or too long, only because an item of theirs is amiss."""
    inside = {each["loc"][:length] for each in details for length in range(len(each["loc"]))}
    return [each for each in details if each["type"] not in {"too_short", "too_long"} or each["loc"] not in inside]


def hours_in(group: Node) -> tuple[str | None, str | None]:
    """Return when a line of hours says that a clinic opens and closes."""
    entries = group.entries if isinstance(group, MappingNode) else {}
    opens, closes = (entries[name].value if name in entries else None for name in ("opens", "closes"))
    return (
        opens.value if isinstance(opens, ScalarNode) else None,
        closes.value if isinstance(closes, ScalarNode) else None,
    )


def names_left(group: Node, loc: Loc) -> list[str]:
    """Return the names that can still be given in a group."""
    given = group.entries if isinstance(group, MappingNode) else {}
    return [name for name in names_at(loc) if name not in given]


def _holds_unit(each: ErrorDetails) -> bool:
    """Whether a figure was typed with its unit."""
    return (
        each["type"] == "figure_number" and re.search(r"[0-9] *[^\W\d_]{3,}\Z", str(each["input"]).strip()) is not None
    )
