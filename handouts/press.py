"""Making one sheet, from its names to its finished bytes, and telling what stood in the way instead of failing."""

import traceback
from dataclasses import dataclass

from handouts.assembly.assemble import assemble
from handouts.errors import HandoutsError, Problem
from handouts.plan import Job, Workshop
from handouts.render import Drawn, render
from handouts.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Pressed:
    """What came of a sheet.

    Attributes:
        pdf: The file; empty when it could not be made, or was only to be tried.
        pages: How many it has.
        notes: Warnings that came up, which stop nothing.
        problems: Why it could not be made.
        exit_code: Of what went wrong.
        trace: Where the program itself failed.
    """

    pdf: bytes = b""
    pages: int = 0
    title: str = ""
    print_code: str = ""
    notes: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    exit_code: int = 0
    trace: str = ""


class Press:
    """Makes sheets from one content, one after the other; each is independent of all others."""

    def __init__(self, shop: Workshop, *, trial: bool = False) -> None:
        """Set up.

        Args:
            shop: What the sheets are made from.
            trial: Lay the sheets out, so that every problem is found, and make no files.
        """
        self._shop, self._trial = shop, trial

    def __call__(self, job: Job) -> Pressed:
        """Make a sheet; never raises, but when it is interrupted."""
        sheet = self._shop.sheet(job)
        try:
            return self._made(sheet)
        except HandoutsError as error:
            return Pressed(problems=error.problems, exit_code=error.exit_code)
        except Exception as error:  # noqa: BLE001 (one broken sheet never stops the others)
            return Pressed(problems=(unexpected(sheet.path, error),), exit_code=1, trace=traceback.format_exc())

    def _made(self, sheet: Sheet) -> Pressed:
        drawn = render(sheet)
        pdf = b"" if self._trial else assemble(drawn.body, drawn.details)
        return _pressed(drawn, pdf)


def _pressed(drawn: Drawn, pdf: bytes) -> Pressed:
    details = drawn.details
    return Pressed(pdf, drawn.pages, details.title, details.keywords[0], tuple(dict.fromkeys(drawn.notes)))


def unexpected(path: str, error: BaseException) -> Problem:
    """Say that the program itself failed at a sheet."""
    said = f"{type(error).__name__}: {error}".rstrip(": ")
    message = f"{path} could not be made, because of a mistake in this program ({said})"
    hint = "the other sheets are not touched by it; to report it, run again with --debug"
    return Problem("E990", message, None, hint)


def died(sheet: Sheet) -> Pressed:
    """Say that the process that made a sheet was ended from outside."""
    message = f"{sheet.path} could not be made: the process that made it died, most likely for want of memory"
    hint = "close other programs and run this again; look at the pictures and PDFs that the sheet shows"
    return Pressed(problems=(Problem("E991", message, None, hint),), exit_code=1)
