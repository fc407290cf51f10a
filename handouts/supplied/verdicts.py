"""What can be said of a clinic's PDF: that it cannot be used at all, or only as a picture."""

import struct
import zlib

from pypdf.errors import DependencyError, DeprecationError, PyPdfError

from handouts.errors import AssetError, Problem

DAMAGE = (
    PyPdfError, DependencyError, DeprecationError, AssertionError, ArithmeticError, AttributeError, EOFError,
    LookupError, RuntimeError, TypeError, ValueError, zlib.error, struct.error,
)  # fmt: skip
"""What pypdf raises on damaged files: besides its own errors, whatever its code happens to trip over."""


SHARPER = "ask the designer for RGB colours and embedded fonts, so that it prints sharper"
"""The advice for a page that is printed as a picture, for most reasons."""


class NotCleanError(Exception):
    """A page cannot stand in an archival file as it is; the message says why, as the end of "because ..."."""

    def __init__(self, why: str, hint: str = SHARPER) -> None:
        """Keep why, and what the designer can do about it."""
        super().__init__(why)
        self.hint = hint


def refused(code: str, message: str, hint: str) -> AssetError:
    """Return the error for a file that cannot be used; the caller knows where the content names it."""
    return AssetError(Problem(code, message, None, hint))


DAMAGED = "E541"
"""The code of every refusal because a file is broken, which is when a repair is tried."""

EXPORT_AGAIN = "ask the designer to export it again as PDF, flattened, with fonts embedded and no security"
"""The advice for a file that is broken in a way that no designer knows by name."""


def endless() -> AssetError:
    """Return the error for data that unpacks to an enormous size."""
    return refused("E550", "a part of the file unpacks to an enormous size", EXPORT_AGAIN)
