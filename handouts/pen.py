"""Drawing on a page: every text belongs to a structure element, everything else is an artifact.

The pen is the only thing that paints. It writes marked content (ISO 32000-1, 14.6) into a ReportLab canvas and binds
it to the nodes of the logical tree as it goes. Lengths are points; y grows downwards from the top edge.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, Literal

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from handouts.body import Field, Link, Rect, Slot
from handouts.limits import limit_reportlab
from handouts.outline import Command, Radii, rounded
from handouts.paper import Box, Size
from handouts.prepared import Prepared
from handouts.tagging import MarkedContent, Node
from handouts.typography.paragraph import Line, Segment, TextStyle
from handouts.typography.showing import rgb, shown, with_space

limit_reportlab()

_ARTIFACT = "/Artifact <</Type /Layout>> BDC"


class UntaggedText(Exception):  # noqa: N818 (a mistake of a developer, not of the content)
    """Text was drawn for no structure element, outside running content."""


class Pen:
    """A pen on the pages of one document."""

    def __init__(self, initial_font: str) -> None:
        """Start a document without pages; `initial_font` is an embedded face, or ReportLab begins with Helvetica."""
        self._buffer = BytesIO()
        # Any: the stubs know neither the name of a font nor what a text object of ReportLab reaches for itself
        canvas: Any = Canvas
        self._canvas: Any = canvas(self._buffer, invariant=1, initialFontName=initial_font, pageCompression=1)
        self._size = Size(0, 0)
        self._owner: Node | str | None = None
        self._fixed = False
        self._mcid = 0
        self.page = -1
        self.links: list[Link] = []
        self.fields: list[Field] = []
        self.slots: list[Slot] = []

    # pages

    def start_page(self, size: Size) -> None:
        """Begin a new page."""
        self.end_page()
        self._size = size
        self._canvas.setPageSize((size.width, size.height))
        self._mcid = 0
        self.page += 1

    def end_page(self) -> None:
        """Finish the page that is open, if one is."""
        if self.page >= 0 and self._size.width:
            self._own(None)
            self._canvas.showPage()
            self._size = Size(0, 0)

    def finish(self) -> bytes:
        """Finish the document and return ReportLab's PDF."""
        self.end_page()
        self._canvas.save()
        return self._buffer.getvalue()

    # marked content

    def _write(self, operators: str) -> None:
        self._canvas._code.append(operators)  # noqa: SLF001 (the canvas has no public way to write an operator)

    def _own(self, owner: Node | str | None) -> None:
        """Make what is painted next belong to a node or an artifact; None ends what is open."""
        if self._fixed or owner is self._owner:
            return
        if self._owner is not None:
            self._write("EMC")
        self._owner = owner
        if isinstance(owner, Node):
            owner.kids.append(MarkedContent(self.page, self._mcid))
            self._write(f"/{owner.role} <</MCID {self._mcid}>> BDC")
            self._mcid += 1
        elif owner is not None:
            self._write(owner)

    @contextmanager
    def whole(self, owner: Node | str) -> Iterator[None]:
        """Let everything painted inside be one piece of marked content, such as a figure."""
        self._own(owner)
        self._fixed = True
        try:
            yield
        finally:
            self._fixed = False
            self._own(None)

    @contextmanager
    def running(self, kind: Literal["Header", "Footer", "Watermark"]) -> Iterator[None]:
        """Let everything painted inside, text included, be running content: a pagination artifact (14.8.2.2)."""
        with self.whole(f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC"):
            yield

    # text

    def text(
        self,
        line: Line,
        x: float,
        baseline: float,
        style: TextStyle,
        node: Node | None,
        *,
        more: bool = False,
    ) -> None:
        """Draw one line for a node; in running content, for none.

        A segment with a link belongs to a Link element under the node. With `more`, the line ends in the space that
        a reader of the text needs before the next line (14.8.2.5).

        Raises:
            UntaggedText: There is no node, and this is no running content.
        """
        if node is None and not self._fixed:
            raise UntaggedText(line.text)
        for index, segment in enumerate(line.segments):
            if segment.href and node is not None:
                self._own(self._link(segment, node, x, baseline, style))
            else:
                self._own(node)
            ends = more and index == len(line.segments) - 1
            y = self._size.height - baseline
            self._write(shown(self._canvas, with_space(segment) if ends else segment, x, y, style))
            x += segment.width

    def _link(self, segment: Segment, node: Node, x: float, baseline: float, style: TextStyle) -> Node:
        """Return the Link element of a segment: a new one, or the one that goes on from the line above."""
        uri, last = segment.href or "", self.links[-1] if self.links else None
        goes_on = last is not None and last.uri == uri and node.kids and node.kids[-1] is last.node
        owner = last.node if last is not None and goes_on else node.add("Link")
        top = baseline - style.baseline
        rect = self.rect(Box(x, top, segment.width, style.leading))
        self.links.append(Link(self.page, rect, uri, owner, segment.text))
        return owner

    # shapes: artifacts, unless they are drawn inside a figure

    def path(
        self,
        commands: Iterable[Command],
        *,
        at: tuple[float, float] = (0.0, 0.0),
        scale: float = 1.0,
        fill: str | None = None,
        stroke: str | None = None,
        width: float = 1.0,
        dash: tuple[float, float] | None = None,
        round_ends: bool = False,
        even_odd: bool = False,
    ) -> None:
        """Paint a path whose points are `at` plus `scale` times its own; `width` is of the stroke, scaled alike."""
        self._own(_ARTIFACT)
        state = [f"{rgb(fill)} rg"] if fill else []
        if stroke:
            state.append(f"{rgb(stroke)} RG {width * scale:.3f} w")
            state += ["1 J 1 j"] if round_ends else []
            state += [f"[{dash[0]:g} {dash[1]:g}] 0 d"] if dash else []
        star = "*" if even_odd and fill else ""
        paint = {(True, True): "B", (True, False): "f", (False, True): "S"}[bool(fill), bool(stroke)] + star
        steps = " ".join(self._step(command, at, scale) for command in commands)
        self._write(f"q {' '.join(state)} {steps} {paint} Q")

    def _step(self, command: Command, at: tuple[float, float], scale: float) -> str:
        name, *numbers = command
        points = [
            f"{at[0] + x * scale:.3f} {self._size.height - at[1] - y * scale:.3f}"
            for x, y in zip(numbers[::2], numbers[1::2], strict=True)
        ]
        return " ".join([*points, _OPERATORS[name]])

    def box(
        self,
        box: Box,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        width: float = 0.75,
        radii: Radii = (0.0, 0.0, 0.0, 0.0),
    ) -> None:
        """Paint a rectangle, with round corners where `radii` says so."""
        self.path(rounded(box, radii), fill=fill, stroke=stroke, width=width)

    def rule(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        *,
        width: float,
        color: str,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """Draw a straight line."""
        self.path((("M", x0, y0), ("L", x1, y1)), stroke=color, width=width, dash=dash)

    def image(self, picture: ImageReader, box: Box) -> None:
        """Paint a raster picture into a box."""
        self._own(_ARTIFACT)
        bottom = self._size.height - box.bottom
        self._canvas.drawImage(picture, box.left, bottom, box.width, box.height, mask="auto")

    # what is put on the page afterwards

    def rect(self, box: Box) -> Rect:
        """Return a box as a PDF rectangle on this page."""
        return box.left, self._size.height - box.bottom, box.right, self._size.height - box.top

    def field(self, box: Box, name: str, tooltip: str, node: Node, size: float) -> None:
        """Ask for a line to type on. A name that is taken gets a number: fields of one name would share their text."""
        taken = sum(field.name == name or field.name.startswith(f"{name}-") for field in self.fields)
        name = f"{name}-{taken + 1}" if taken else name
        self.fields.append(Field(self.page, self.rect(box), name, tooltip, node, size))

    def slot(self, node: Node, prepared: Prepared, source_page: int) -> None:
        """Ask for a page of a clinic's own PDF to be placed on this whole page."""
        self.slots.append(Slot(self.page, node, prepared, source_page))

    def height_above_foot(self, y: float) -> float:
        """Return the distance of `y` from the lower edge, as destinations have it."""
        return self._size.height - y


_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
