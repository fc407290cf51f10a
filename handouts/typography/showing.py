"""A segment of a line as PDF operators (ISO 32000-1, 9.4), each glyph where HarfBuzz's kerning puts it."""

from collections.abc import Sequence
from typing import Any

from handouts.typography.color import channels
from handouts.typography.paragraph import Segment, TextStyle


def shown(canvas: Any, segment: Segment, x: float, y: float, style: TextStyle) -> str:
    """Return the operators that show a segment, its baseline beginning at a point of the page.

    Args:
        canvas: ReportLab's, which numbers the subsets of fonts; its stubs know none of what is needed of it.
        segment: What is shown.
        x: From the left edge, in points.
        y: From the lower edge, in points.
        style: Its size and colours.
    """
    color = style.link_color if segment.href and style.link_color else style.color
    return f"BT {rgb(color)} rg {x:.3f} {y:.3f} Td {_glyphs(canvas, segment, style.size)} ET"


def rgb(color: str) -> str:
    """Return the operands of a colour: red, green and blue from 0 to 1."""
    return " ".join(f"{c:.4g}" for c in channels(color))


def with_space(segment: Segment) -> Segment:
    """Return a segment with a space at its end, which takes no room."""
    return Segment(segment.text + " ", segment.face, segment.href, segment.width, (*segment.kerns, 0.0))


def _glyphs(canvas: Any, segment: Segment, size: float) -> str:
    document = canvas._doc  # noqa: SLF001 (ReportLab's own text objects reach for it the same way)
    font = segment.face.font
    parts: list[str] = []
    offset = 0
    for subset, codes in font.splitString(segment.text, document):
        kerns = segment.kerns[offset : offset + len(codes)]
        offset += len(codes)
        name = font.getSubsetInternalName(subset, document)
        parts.append(f"{name} {size:.4g} Tf {_kerned(canvas, codes, kerns)}")
    return " ".join(parts)


def _kerned(canvas: Any, codes: bytes, kerns: Sequence[float]) -> str:
    escape = canvas._escape  # noqa: SLF001 (ReportLab's escaping of PDF strings)
    pieces: list[str] = []
    start = 0
    for index, kern in enumerate(kerns, start=1):
        if kern:
            pieces.append(f"({escape(codes[start:index])}){-kern:g}")
            start = index
    if start < len(codes):
        pieces.append(f"({escape(codes[start:])})")
    return f"{pieces[0]} Tj" if len(pieces) == 1 and start == 0 else f"[{''.join(pieces)}] TJ"
