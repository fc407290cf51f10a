"""The logical structure of a document: what each text is, in reading order (ISO 32000-1, 14.7 and 14.8).

The tree is built from the content before anything is drawn. Drawing only binds marked content to nodes, so
that reading order never depends on drawing order. `handouts.assembly.assemble` writes the tree into the file, once,
after covers are merged.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Role = Literal[
    "Document", "Part", "Sect", "Div", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "THead",
    "TBody", "TR", "TH", "TD", "Caption", "Figure", "Link", "Form", "Span", "BlockQuote", "Note",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A piece of a page's content stream: `mcid` on page `page` (pages count from 0)."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class AnnotationRef:
    """An annotation, by its place in the annotations of page `page` (both count from 0)."""

    page: int
    index: int


@dataclass(eq=False, slots=True)
class Node:
    """A structure element, in the terms of ISO 32000-1, 14.7.2.

    Attributes:
        role: A standard structure type (14.8.4).
        lang: BCP 47 tag, where it differs from the parent's.
        alt: Alternate description; required for figures.
        scope: For TH: `Column` or `Row`.
        bbox: For figures: left, bottom, right, top in points on their page.
        ident: The element's ID, for header cells that are referred to.
        kids: Elements, marked content and annotations in reading order.
        numbering: For L: how its items are labelled, when they are (14.8.5.5).
        headers: For TD and TH: the `ident` of the header cells that apply.
        span: For TD and TH: how many rows and columns the cell covers.
        actual_text: The text that the content stands for, where it isn't itself readable (14.9.4).
    """

    role: Role
    lang: str | None = None
    alt: str | None = None
    scope: Literal["Column", "Row"] | None = None
    bbox: tuple[float, float, float, float] | None = None
    ident: str | None = None
    kids: list["Node | MarkedContent | AnnotationRef"] = field(default_factory=list)
    numbering: (
        Literal[
            "None",
            "Disc",
            "Circle",
            "Square",
            "Decimal",
            "UpperRoman",
            "LowerRoman",
            "UpperAlpha",
            "LowerAlpha",
        ]
        | None
    ) = None
    headers: tuple[str, ...] = ()
    span: tuple[int, int] = (1, 1)
    actual_text: str | None = None

    def add(self, role: Role, **attributes: str | None) -> "Node":
        """Append a new child and return it."""
        child = Node(role, **attributes)  # type: ignore[arg-type]
        self.kids.append(child)
        return child

    def walk(self) -> Iterator["Node"]:
        """Yield this node and every node under it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def prune(self) -> bool:
        """Drop the nodes that nothing was drawn for, except empty table cells; tell whether anything is left."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Node) or kid.prune()]
        return bool(self.kids) or self.role in {"TD", "TH"}
