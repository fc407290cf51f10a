"""What came of making one sheet, or of trying to: never an exception."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass

from handouts.errors import HandoutsError, Problem
from handouts.refusals import REFUSED_HELP, is_refusal, what_refused


@dataclass(frozen=True, slots=True)
class Outcome:
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

    @property
    def says_something(self) -> bool:
        """Whether there is something to be told."""
        return bool(self.notes or self.problems)


def outcome_of(path: str, make: Callable[[], Outcome]) -> Outcome:
    """Make a sheet, and turn whatever stands in the way into problems; only interruptions are raised.

    Args:
        path: Of its file, for messages.
        make: Makes it.
    """
    try:
        return make()
    except HandoutsError as error:
        return Outcome(problems=error.problems, exit_code=error.exit_code)
    except Exception as error:  # noqa: BLE001 (one broken sheet never stops the others)
        return Outcome(problems=(unexpected(path, error),), exit_code=1, trace=traceback.format_exc())


def unexpected(path: str, error: BaseException) -> Problem:
    """Say that the program itself failed at a sheet, or that the system refused what the program needs."""
    if is_refusal(error):
        message = f"{path} could not be made: the computer refused what that takes ({what_refused(error)})"
        return Problem("E992", message, None, REFUSED_HELP)
    said = f"{type(error).__name__}: {error}".rstrip(": ")
    message = f"{path} could not be made, because of a mistake in this program ({said})"
    hint = "the other sheets are not touched by it; to report it, run again with --debug"
    return Problem("E990", message, None, hint)


def died(path: str) -> Outcome:
    """Say that the process that made a sheet was ended from outside."""
    message = f"{path} could not be made: the process that made it died, most likely for want of memory"
    hint = "close other programs and run this again; look at the pictures and PDFs that the sheet shows"
    return Outcome(problems=(Problem("E991", message, None, hint),), exit_code=1)
