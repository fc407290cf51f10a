"""Where the clinics and handouts of a tidy file begin and end, as the edges of its lines show, before it is read."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from handouts.content.decoding import SourceText
from handouts.content.mends.left_edge import PART
from handouts.content.ownership import Owner
from handouts.errors import Span

GROUPS = ("clinics", "handouts")
"""What there can be hundreds of."""

_EDGE = re.compile(r"^(?: {1,2}(?![\s#])|(?![\s#]))[^\r\n]+", re.MULTILINE)
_HEADING = re.compile(r"(?P<group>[a-z]+):(?:[ \t]+#.*)?[ \t]*")
_NAME = re.compile(r"  (?P<ident>[a-z0-9_-]+):(?:[ \t]+#.*)?[ \t]*")


@dataclass(frozen=True)
class Stretch:
    """The lines of a clinic or a handout, those below it up to the next one included.

    Attributes:
        name: Where its id stands.
        start: The offset of its first line.
        text: All of it, line breaks included.
    """

    owner: Owner
    name: Span
    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)

    @cached_property
    def digest(self) -> str:
        """A digest of what it says."""
        return hashlib.sha256(f"{self.owner[0]} {self.text}".encode("utf-8", "surrogatepass")).hexdigest()

    def has(self, at: Span) -> bool:
        """Whether a place is in it."""
        return at.file == self.name.file and self.start <= at.start < self.end


def stretches(source: SourceText) -> tuple[Stretch, ...]:
    """Return the clinics and handouts of a file in their order; none where one is not written as the README shows."""
    if source.text.count("\r") != source.text.count("\r\n"):  # lines end there for YAML, but not for `^`
        return ()
    edges = [*_edges(source.text), (len(source.text), "", "")]
    if any(group and ident is None for _, group, ident in edges):
        return ()
    return tuple(
        Stretch((group, ident), source.span(start + PART, start + PART + len(ident)), start, source.text[start:end])
        for (start, group, ident), (end, *_) in pairwise(edges)
        if group and ident
    )


def _edges(text: str) -> Iterator[tuple[int, str, str | None]]:
    """Yield where something begins, in which group, and its id: empty for a heading, None for what has none."""
    group = ""
    for found in _EDGE.finditer(text):
        row = found[0]
        if not row.startswith(" "):
            heading = _HEADING.fullmatch(row)
            group = heading["group"] if heading and heading["group"] in GROUPS else ""
            yield found.start(), group, ""
        elif group:
            name = _NAME.fullmatch(row)
            yield found.start(), group, name and name["ident"]


def without_stretches(source: SourceText, hidden: Sequence[Stretch]) -> SourceText:
    """Return the file with a comment in place of some stretches; whatever else is in it stays where it was."""
    pieces, end = [], 0
    for stretch in hidden:
        breaks = stretch.text.count("\n")
        pieces += [source.text[end : stretch.start], "#", "-" * (len(stretch.text) - breaks - 1), "\n" * breaks]
        end = stretch.end
    return replace(source, text="".join((*pieces, source.text[end:])))  # the lines that are left begin where they did


def frame(source: SourceText, parts: Sequence[Stretch]) -> str:
    """Return what a file holds beside its clinics and handouts."""
    ends = [0, *(part.end for part in parts)]
    starts = [*(part.start for part in parts), len(source.text)]
    return "".join(source.text[end:start] for end, start in zip(ends, starts, strict=True))
