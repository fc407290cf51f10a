"""The part of the accessibility gate that needs no other program: is a finished file true to itself?

What is painted, what the tree holds and what the parent tree leads back to must be one and the same;
validators miss some of that. The rest is what would make a file useless or unsafe: typefaces that are not
embedded or not readable, metadata missing, anything active. It reads the file afresh, with nothing of what
wrote it.
"""

from collections.abc import Callable, Iterator
from io import BytesIO

from pypdf import PdfReader, apply_configuration
from pypdf.errors import PyPdfError

from handouts.errors import Problem
from handouts.invariants.annotations import check_annotations
from handouts.invariants.binding import check_binding, check_parents
from handouts.invariants.document import check_document, check_safety
from handouts.invariants.elements import check_elements, check_languages
from handouts.invariants.finished import Finished
from handouts.invariants.painting import check_painting

CODE = "E590"

_CHECKS: tuple[Callable[[Finished], Iterator[str]], ...] = (
    check_binding,
    check_parents,
    check_annotations,
    check_elements,
    check_languages,
    check_document,
    check_painting,
    check_safety,
)


def check(data: bytes) -> list[Problem]:
    """Check a finished file.

    Args:
        data: The file.

    Returns:
        What is wrong, each with the code `E590`; nothing when the file is sound.
    """
    with apply_configuration(disable_legacy_handling=True):
        try:
            file = Finished(PdfReader(BytesIO(data)))
            return [Problem(CODE, text) for check_one in _CHECKS for text in check_one(file)]
        except (PyPdfError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
            return [Problem(CODE, f"the file cannot be read back: {error}")]
