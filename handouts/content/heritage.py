"""Brands that extend other brands, resolved before anything is validated."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handouts.content.names.suggestions import did_you_mean, quoted
from handouts.content.source_tree import Entry, MappingNode, Node
from handouts.errors import Problem

_MERGED = ("colors",)
"""Groups of a brand that are inherited name by name; all else is inherited or replaced whole."""


@dataclass(frozen=True, slots=True)
class Heritage:
    """The content with every brand complete.

    Attributes:
        root: The tree.
        problems: With what brands extend.
        orphans: Brands that could not be given all that they extend, so that more may seem to be missing.
    """

    root: MappingNode
    problems: tuple[Problem, ...] = ()
    orphans: frozenset[str] = frozenset()


def extend_brands(root: MappingNode) -> Heritage:
    """Give each brand that has `extends:` what it does not say itself."""
    brands = root.entries.get("brands")
    if brands is None or not isinstance(brands.value, MappingNode):
        return Heritage(root)
    lines = {name: _line(name, brands.value.entries) for name in brands.value.entries}
    extended = {name: _merged(line, brands.value.entries) for name, (line, _) in lines.items()}
    group = Entry(brands.key, MappingNode(extended, brands.value.span))
    problems = [
        problem
        for line, parent in lines.values()
        if parent
        for problem in _problems(parent, line, brands.value.entries)
    ]
    orphans = frozenset(name for name, (_, parent) in lines.items() if parent)
    return Heritage(MappingNode(root.entries | {"brands": group}, root.span), tuple(problems), orphans)


def _line(name: str, brands: Mapping[str, Entry]) -> tuple[list[str], str | None]:
    """Return a brand with all that it extends, nearest first, and the name at which that stops short."""
    line = [name]
    brand = brands[name].value
    while isinstance(brand, MappingNode) and (parent := brand.text("extends")):
        if parent in line or parent not in brands:
            return line, parent
        line.append(parent)
        brand = brands[parent].value
    return line, None


def _merged(line: Sequence[str], brands: Mapping[str, Entry]) -> Entry:
    own = brands[line[0]]
    merged = own.value
    for ancestor in line[1:]:
        merged = _over(merged, brands[ancestor].value)
    return Entry(own.key, merged)


def _problems(parent: str, line: Sequence[str], brands: Mapping[str, Entry]) -> Iterator[Problem]:
    """Complain where the mistake is, and only there: not again at each brand that leads to it."""
    name = line[0]
    brand = brands[name].value
    assert isinstance(brand, MappingNode)  # noqa: S101 (it extends something)
    at = brand.entries["extends"].value.span
    if parent == name:
        chain = " → ".join([*line, parent])
        yield Problem("E140", f"this brand extends itself: {chain}", at, "take one `extends:` out")
    elif parent not in brands and len(line) == 1:
        hint = did_you_mean(parent, [other for other in brands if other != name])
        yield Problem("E140", f"there is no brand {quoted(parent)} to extend", at, hint)


def _over(child: Node, parent: Node) -> Node:
    """Lay what a brand says over what it inherits."""
    if not isinstance(child, MappingNode) or not isinstance(parent, MappingNode):
        return child
    entries = {name: entry for name, entry in parent.entries.items() if name != "extends"} | child.entries
    for name in _MERGED:
        if name in child.entries and name in parent.entries:
            own, inherited = child.entries[name], parent.entries[name]
            entries[name] = Entry(own.key, _over(own.value, inherited.value))
    return MappingNode(entries, child.span)
