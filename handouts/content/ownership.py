"""Which brand, clinic, handout or shared fact a place in a content file belongs to."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from handouts.content.source_tree import MappingNode
from handouts.errors import Span
from handouts.model import Content, Located

Owner = tuple[str, str]
"""A group of the content and an id in it, `("handouts", "pimples")`; the id is empty for what is in no such group."""

GROUPS = ("services", "durations", "facts", "brands", "clinics", "handouts")


class Ownership:
    """Finds the owner of a place: whatever begins last before it in its file."""

    def __init__(self, heads: Iterable[tuple[Span, Owner]]) -> None:
        """Note where each owner begins."""
        begins: defaultdict[str, list[tuple[int, Owner]]] = defaultdict(list)
        for span, owner in heads:
            begins[span.file].append((span.start, owner))
        self._begins = {file: sorted(places) for file, places in begins.items()}

    @property
    def files(self) -> Collection[str]:
        """The files that anything begins in."""
        return self._begins.keys()

    def ids(self, group: str) -> list[str]:
        """Return the ids in a group, in the order of the files."""
        return [name for heads in self._begins.values() for _, (of, name) in heads if of == group and name]

    def of(self, place: Span | None) -> Owner | None:
        """Return the owner of a place; None where nothing owns it."""
        begins = self._begins.get(place.file, []) if place else []
        index = bisect_right(begins, place.start, key=lambda begin: begin[0]) if place else 0
        owner = begins[index - 1][1] if index else None
        return owner if owner and owner[1] else None


def ownership_of(content: Content) -> Ownership:
    """Return the ownership of valid content."""
    return Ownership(_heads_of_content(content))


def _heads_of_content(content: Content) -> Iterator[tuple[Span, Owner]]:
    for name, span in content.at.values.items():
        if "." not in name:
            yield span, (name, "")
    for group in GROUPS:
        parts: dict[str, Located] = getattr(content, group)
        for ident, part in parts.items():
            if part.at.whole:
                yield part.at.whole, (group, ident)


def ownership_in(root: MappingNode) -> Ownership:
    """Return the ownership of content that may not be valid."""
    return Ownership(_heads_in(root))


def _heads_in(root: MappingNode) -> Iterator[tuple[Span, Owner]]:
    for name, entry in root.entries.items():
        yield entry.key, (name, "")
        if name in GROUPS and isinstance(entry.value, MappingNode):
            for ident, part in entry.value.entries.items():
                yield part.key, (name, ident)
