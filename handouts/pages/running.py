"""Running content: header and footer of every page. Artifacts all, for nothing in them is said here alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handouts.layout import FOOTER_LINES, HEADER_RULE, UNDER_LOGO, Layout
from handouts.pages.footer import Footer
from handouts.pages.header import Header
from handouts.pages.voice import Place, Voice
from handouts.paper import Box
from handouts.pen import Pen
from handouts.pictures.logo import Picture
from handouts.typography.styles import Look


@dataclass(frozen=True, slots=True)
class Running:
    """Header and footer of one layout. `marks` are the status in every language, each on its line."""

    layout: Layout
    look: Look
    logo: Picture
    marks: tuple[str, ...]
    figures: bool = False
    parted: frozenset[int] = frozenset()

    @property
    def _header(self) -> Header:
        return Header(self.layout, self.look, self.logo, self.marks)

    @property
    def _footer(self) -> Footer:
        return Footer(self.layout, self.look, self.marks, self.figures, self.parted)

    def fitted(self, pages: Sequence[tuple[Sequence[Voice], Place]]) -> "Running":
        """Return running content whose layout gives it the room that its texts need.

        Header and footer are as high on every page, so that both faces of a sheet have the same room.

        Args:
            pages: Who speaks on a page, and where it stands: one for each language, or for all together.
        """
        layout, footer = self.layout, self._footer
        if any(footer.too_wide(*page) for page in pages):
            footer = replace(footer, figures=True)
        footer = replace(footer, parted=frozenset().union(*(footer.too_wide(*page) for page in pages)))
        rows = max(footer.rows(*page) for page in pages) - FOOTER_LINES[layout.footer]
        flow = replace(layout.flow, height=layout.flow.height - max(rows, 0) * self.look.styles.footer.leading)
        head = max(self._header.height(voices, first=True) for voices, _ in pages)
        continued = max(self._header.height(voices, first=False) for voices, _ in pages)
        roomy = replace(layout, flow=flow, head=head, continued=continued)
        return replace(self, layout=roomy, figures=footer.figures, parted=footer.parted)

    def draw(self, pen: Pen, voices: Sequence[Voice], place: Place, left: float, top: float) -> None:
        """Draw both for a page, or for a card whose left edge is `left`; `top` is where the header begins."""
        layout = self.layout
        height = layout.head_height(first=place.first) - UNDER_LOGO - HEADER_RULE
        with pen.running("Header"):
            self._header.draw(pen, voices, Box(left, top, layout.flow.width, height), first=place.first)
            y = top + height + UNDER_LOGO
            pen.rule(left, y, left + layout.flow.width, y, width=HEADER_RULE, color=self.look.palette.brand)
        with pen.running("Footer"):
            self._footer.draw(pen, voices, place, left)
