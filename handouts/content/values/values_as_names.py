"""Items that begin with the value of a name, an id or a title, in place of the name itself."""

from handouts.content.names.suggestions import closest, in_quotes
from handouts.content.names.vocabulary import names_at, needed_at
from handouts.content.source_tree import Loc, MappingNode, Node, ScalarNode


def id_as_name(item: Node, loc: Loc) -> str:
    """Return the id that begins an item in place of `id:`, as in `- message:`; nothing where none does."""
    if not isinstance(item, MappingNode) or not item.entries or "id" in item.entries or "id" not in needed_at(loc):
        return ""
    name, entry = next(iter(item.entries.items()))
    is_bare = isinstance(entry.value, ScalarNode) and entry.value.value is None
    holds = {*entry.value.entries} if isinstance(entry.value, MappingNode) else {name}
    return name if name not in names_at(loc) and (is_bare or holds <= {*names_at(loc)}) else ""


def title_as_name(item: Node, loc: Loc) -> str:
    """Write an item whose only name is what should stand after the name that it needs, as in `- "A title": https://…`."""
    needed, others = needed_at(loc), names_at(loc)
    if not isinstance(item, MappingNode) or len(item.entries) != 1 or len(needed) != 1 or len(others) != 2:  # noqa: PLR2004
        return ""
    name, entry = next(iter(item.entries.items()))
    given = entry.value.value if isinstance(entry.value, ScalarNode) else None
    other = next(each for each in others if each not in needed)
    if name in others or not given or not isinstance(loc[-1], int) or closest(name, others):
        return ""
    return f"write   - {needed[0]}: {in_quotes(name)}   and under it   {other}: {given}"
