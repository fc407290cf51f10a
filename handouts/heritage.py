"""Brands that extend other brands, resolved before anything is validated."""

from collections.abc import Iterator, Mapping

from handouts.errors import Problem
from handouts.source_tree import Entry, MappingNode, Node
from handouts.suggestions import did_you_mean, quoted

_MERGED = ("colors",)
"""Groups of a brand that are inherited name by name; all else is inherited or replaced whole."""


def extend_brands(root: MappingNode) -> tuple[MappingNode, list[Problem]]:
    """Give each brand that has `extends:` what it does not say itself."""
    brands = root.entries.get("brands")
    if brands is None or not isinstance(brands.value, MappingNode):
        return root, []
    problems: list[Problem] = []
    extended = {name: _extended(name, brands.value.entries, problems) for name in brands.value.entries}
    group = Entry(brands.key, MappingNode(extended, brands.value.span))
    return MappingNode(root.entries | {"brands": group}, root.span), problems


def _extended(name: str, brands: Mapping[str, Entry], problems: list[Problem]) -> Entry:
    """Return a brand over all that it extends."""
    entry = brands[name]
    line = [name]
    brand = entry.value
    while isinstance(brand, MappingNode) and (parent := brand.text("extends")):
        if parent in line or parent not in brands:
            problems += _problems(parent, line, brand, brands)
            break
        line.append(parent)
        brand = brands[parent].value
    merged = entry.value
    for ancestor in line[1:]:
        merged = _over(merged, brands[ancestor].value)
    return Entry(entry.key, merged)


def _problems(
    parent: str, line: list[str], brand: MappingNode, brands: Mapping[str, Entry]
) -> Iterator[Problem]:
    """Complain where the mistake is, and only there: not again at each brand that leads to it."""
    name, at = line[0], brand.entries["extends"].value.span
    if parent == name:
        chain = " → ".join([*line, parent])
        own = brands[name].value
        at = own.entries["extends"].value.span if isinstance(own, MappingNode) else at
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
