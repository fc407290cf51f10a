"""What a layout is: paper, flow, sizes, spacing, running content, and which languages in which arrangement.

A layout says where things go. It knows nothing of a brand or of any handout. Lengths are points from the top edge.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from handouts.paper import Box, Size

Arrangement = Literal["pages", "rows", "cards"]
"""How languages share the paper: one after the other on pages of their own; side by side, block by block; or each
on a card of its own, several cards on a sheet."""

FooterStyle = Literal["line", "columns", "stack", "card"]

HEADER_RULE, UNDER_LOGO = 1.5, 7.0  # the rule of a header, and the space above it
FOOTER_LINES: Mapping[FooterStyle, int] = {"line": 1, "columns": 2, "stack": 3, "card": 2}
EDGE = 14.0
BODY_FLOOR, FOOTER_FLOOR = 12.0, 9.0  # sizes in points that no layout and no brand may pass (CNIB, UKAAF)


@dataclass(frozen=True, slots=True)
class Type:
    """A size and its leading."""

    size: float
    leading: float


@dataclass(frozen=True, slots=True)
class Scale:
    """The size of every role."""

    title: Type
    message: Type
    key_point: Type
    heading: Type
    body: Type
    stage: Type
    emergency: Type
    level: Type
    wordmark: Type = Type(17, 17)
    tagline: Type = Type(10, 12)
    clinic: Type = Type(11, 14)
    mark: Type = Type(10, 12.5)
    footer: Type = Type(9, 11.5)


@dataclass(frozen=True, slots=True)
class Gap:
    """A space that can give: what it would like to be, and the least it may be."""

    ideal: float
    least: float


@dataclass(frozen=True, slots=True)
class Spacing:
    """Every space of a layout that gives when text is long, in the order in which they give (see `handouts.space`)."""

    title: Gap = Gap(9, 8)
    message: Gap = Gap(9, 6)
    section: Gap = Gap(13, 9)
    side_head: Gap = Gap(12, 7)
    warnings: Gap = Gap(13, 8)
    levels: Gap = Gap(6, 4)
    block: Gap = Gap(6, 4)
    item: Gap = Gap(3, 1.5)
    row: Gap = Gap(2.75, 2.25)
    padding: Gap = Gap(9, 7)
    top: Gap = Gap(27, 25)


@dataclass(frozen=True, slots=True)
class Layout:
    """One design of a sheet.

    Attributes:
        id: Its name in the content and on the command line.
        names: What it is called, by language code.
        file_words: What its files are called, by language code: lower case letters and hyphens.
        paper: The sheet.
        flow: The box that header and blocks fill on a page, or on one card, placed at the first card's place.
        arrangement: How languages share the paper.
        bilingual: Whether one file holds every language; otherwise there is one file for each.
        scale: Type sizes.
        spacing: Spaces.
        wide: Whether blocks take their wide forms: lists in pairs, heads at the side, the timeline in a line.
        max_pages: Pages that one language may fill (`rows`: that the file may have); None for any number.
        short: Whether blocks print their `short` form.
        blocks: The only kinds of blocks that are printed; empty for all.
        order: Kinds of sections in the order in which they come; those not named keep their own order, where `...` is.
        first_page: Kinds of sections that must stand on the first page.
        summary: Whether the first page gives the three numbers to call, and the signs come on a later page.
        contrast: The least contrast of text and its ground (WCAG 2.2, 1.4.3 and 1.4.6).
        interactive: Whether links are live and lines can be typed on.
        duplex: Whether it is printed on both sides.
        covered: Whether a clinic's cover goes in front.
        code: What marks this layout in a print code.
        icon: Size of icons in the running text.
        logo: Height of the logo, and of the header of a first page.
        head: Height of that header where its texts need more than the logo.
        continued: Height of the header from the second page on; from 27 on the status mark stands on two lines in it.
        footer: Form of the footer.
        footer_bottom: The lower end of the footer, measured from the lower edge.
        cards: Where each card's left edge is, for `cards`.
        gutter: Space between columns.
        label_width: Width of the label cell of a warning.
    """

    id: str
    names: Mapping[str, str]
    file_words: Mapping[str, str]
    paper: Size
    flow: Box
    arrangement: Arrangement
    bilingual: bool
    scale: Scale
    spacing: Spacing
    wide: bool
    max_pages: int | None
    short: bool
    code: str = ""
    blocks: frozenset[str] = frozenset()
    order: tuple[str, ...] = ("...",)
    first_page: frozenset[str] = frozenset({"main_message", "warning"})
    summary: bool = False
    contrast: float = 4.5
    interactive: bool = False
    duplex: bool = False
    covered: bool = True
    icon: float = 17
    logo: float = 29
    head: float = 0
    continued: float = 18
    footer: FooterStyle = "line"
    footer_bottom: float = 18
    cards: tuple[float, ...] = ()
    gutter: float = 20
    label_width: float = 144

    def __post_init__(self) -> None:
        """Refuse what patients cannot read and printers cannot print.

        Raises:
            ValueError: Type is set too small, the flow leaves no room for the footer or the printer's edge, or the
                footer has no room for what it must say.
        """
        if self.scale.body.size < BODY_FLOOR or self.scale.footer.size < FOOTER_FLOOR:
            raise ValueError(
                f"layout {self.id}: the body is at least {BODY_FLOOR:g} pt, the footer {FOOTER_FLOOR:g} pt"
            )
        if self.footer == "line" and not self.bilingual:
            raise ValueError(f"layout {self.id}: the name of the other language's file needs a footer of `columns`")
        foot = self.paper.height - self.footer_bottom - FOOTER_LINES[self.footer] * self.scale.footer.leading
        if self.flow.bottom > foot:
            raise ValueError(f"layout {self.id}: the flow ends at {self.flow.bottom:g}, the footer begins at {foot:g}")
        if min(self.flow.left, self.flow.top, self.footer_bottom, self.paper.width - self._right) < EDGE:
            raise ValueError(f"layout {self.id}: office printers leave {EDGE:g} pt at every edge white")

    @property
    def _right(self) -> float:
        return (self.cards[-1] if self.cards else self.flow.left) + self.flow.width

    def prints(self, kind: str) -> bool:
        """Whether blocks of a kind are printed at all."""
        return not self.blocks or kind in self.blocks

    def takes(self, editions: tuple[str, ...]) -> bool:
        """Whether it prints a section or block that names the editions it is for; all do where none is named."""
        return not editions or self.id in editions

    def head_height(self, *, first: bool) -> float:
        """Return the height of the header, its rule included, on a first or on a later page."""
        return (max(self.logo, self.head) if first else self.continued) + UNDER_LOGO + HEADER_RULE
