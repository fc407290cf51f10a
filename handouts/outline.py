"""Outlines: paths as steps, and boxes with round corners. Lengths are points; y grows downwards."""

from collections.abc import Iterator

from handouts.paper import Box

Command = tuple[str, *tuple[float, ...]]
"""A step of a path: `("M", x, y)`, `("L", x, y)`, `("C", x1, y1, x2, y2, x, y)` or `("Z",)`."""

Radii = tuple[float, float, float, float]
"""Corner radii: top left, top right, bottom right, bottom left."""

_KAPPA = 0.5522847498  # a quarter circle as one Bézier curve


def rounded(box: Box, radii: Radii) -> Iterator[Command]:
    """Yield the outline of a box with round corners, clockwise from the top left."""
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    corners = ((left, top, 0, 1), (right, top, -1, 0), (right, bottom, 0, -1), (left, bottom, 1, 0))
    for index, ((x, y, dx, dy), radius) in enumerate(zip(corners, radii, strict=True)):
        yield ("M" if index == 0 else "L", x + dx * radius, y + dy * radius)
        if radius:
            ex, ey = dy, -dx  # a quarter turn on from the side that the corner was reached by
            bend = radius * (1 - _KAPPA)
            yield (
                "C",
                x + dx * bend,
                y + dy * bend,
                x + ex * bend,
                y + ey * bend,
                x + ex * radius,
                y + ey * radius,
            )
    yield ("Z",)
