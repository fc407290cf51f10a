"""The ids of parts of a content, by what people call them."""

import re
from collections.abc import Iterator

from handouts.accents import without_accents
from handouts.content.source_tree import MappingNode, Node, ScalarNode, find


def id_by_words(said: str, root: Node, group: str) -> str:
    """Return the id of the one part of a group that is called so in any language; nothing where none is, or several."""
    parts = find(root, (group,)).node
    words = without_accents(said.casefold())
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    entries = parts.entries.items() if isinstance(parts, MappingNode) else ()
    called = [ident for ident, entry in entries if any(map(whole.search, _names(entry.value)))]
    return called[0] if len(called) == 1 and words else ""


def _names(part: Node) -> Iterator[str]:
    """Yield what a part is called in each language: under its `name:`, or by itself, as a service is."""
    name = find(part, ("name",))
    text = name.node if name.complete else part
    for entry in text.entries.values() if isinstance(text, MappingNode) else ():
        if isinstance(entry.value, ScalarNode):
            yield without_accents((entry.value.value or "").casefold())
