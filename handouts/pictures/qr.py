"""QR codes (ISO/IEC 18004): drawn for office printers and old phones."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from handouts.errors import ContentError, Problem
from handouts.outline import Command
from handouts.paper import Box
from handouts.pen import Pen
from handouts.typography.color import BLACK, WHITE

MODULE = 1.4
"""Least side of a module in points, half a millimetre: what a phone reads from paper at arm's length."""

LEAST_SYMBOL = 42.0
"""Least side of a symbol in points, without its quiet zone."""

QUIET = 4  # modules of white on each side (ISO/IEC 18004, 9.1)

_ADDRESS = re.compile(r"(?:https://|tel:|mailto:)[!-~]+")
_TOLERANCE = 1e-6


def draw_qr(pen: Pen, uri: str, box: Box) -> None:
    """Draw a QR code, level M, as large as a box holds with its quiet zone, in the middle of it.

    Raises:
        ContentError: The address is not one that a phone opens, or too long for the box (E519).
    """
    commands, modules = _symbol(uri)
    side = min(box.width, box.height)
    module = side / (modules + 2 * QUIET)
    if module < MODULE - _TOLERANCE:
        message = f"the address is too long for a QR code of this size ({len(uri)} characters): {uri[:80]}"
        raise ContentError(
            Problem("E519", message, None, "use a shorter address, such as a short page on the clinic's site")
        )
    left, top = box.left + (box.width - side) / 2, box.top + (box.height - side) / 2
    pen.box(Box(left, top, side, side), fill=WHITE)
    pen.path(commands, at=(left + QUIET * module, top + QUIET * module), scale=module, fill=BLACK)


def least_side(uri: str) -> float:
    """Return the side in points of the smallest box that an address needs, quiet zone included.

    Raises:
        ContentError: The address cannot be a QR code (E519).
    """
    modules = _modules(uri)
    return max(MODULE, LEAST_SYMBOL / modules) * (modules + 2 * QUIET)


@lru_cache(maxsize=1024)
def _modules(uri: str) -> int:
    """Return the modules of a side: any mask tells, where finding the best of all eight takes most of the time."""
    return len(_matrix(uri, mask=0))


@lru_cache(maxsize=1024)
def _symbol(uri: str) -> tuple[tuple[Command, ...], int]:
    """Return the dark modules of an address as one path, a module being 1 by 1, and the modules of a side."""
    rows = _matrix(uri)
    return tuple(command for y, row in enumerate(rows) for command in _runs(row, y)), len(rows)


def _matrix(uri: str, mask: int | None = None) -> tuple[bytearray, ...]:
    import segno  # noqa: PLC0415 (sheets without a code need no encoder)

    if not _ADDRESS.fullmatch(uri):
        message = f"a QR code cannot hold the address “{uri[:80]}”"
        hint = "use https://, tel: or mailto:, without spaces or accents"
        raise ContentError(Problem("E519", message, None, hint))
    try:
        return segno.make(uri, error="m", micro=False, boost_error=False, mask=mask).matrix
    except segno.DataOverflowError as error:
        message = f"the address is too long for a QR code ({len(uri)} characters)"
        raise ContentError(Problem("E519", message, None, "use a shorter address")) from error


def _runs(row: bytearray, y: int) -> Iterator[Command]:
    """Yield a rectangle for each run of dark modules, so that no hairline shows between two of them."""
    x = 0
    for dark, run in groupby(row):
        end = x + len(list(run))
        if dark:
            yield from (("M", x, y), ("L", end, y), ("L", end, y + 1), ("L", x, y + 1), ("Z",))
        x = end
