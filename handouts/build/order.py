"""What is to be built, and what came of it: plain data."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from handouts.build.outcome import Outcome
from handouts.build.plan import Job, Sheets, Workshop
from handouts.content.ownership import Owner
from handouts.errors import ExitCode, Problem
from handouts.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Failure:
    """A sheet that was not made, and why; an earlier file of it stays where it is."""

    sheet: Sheet
    problems: tuple[Problem, ...]
    exit_code: int
    trace: str = ""

    @classmethod
    def of(cls, sheet: Sheet, outcome: Outcome, *, strict: bool, reasons: Sequence[Problem] = ()) -> "Failure | None":
        """Return the failure that an outcome is; None when the sheet was made, or can be.

        Args:
            sheet: The sheet.
            outcome: What came of it.
            strict: Whether warnings stop it.
            reasons: Problems of the content that stop it, whatever came of it.
        """
        if reasons or outcome.problems:
            code = max(outcome.exit_code, _exit_code(reasons))
            return cls(sheet, tuple(dict.fromkeys((*reasons, *outcome.problems))), code, outcome.trace)
        if strict and outcome.notes:
            return cls(sheet, (), ExitCode.ASSET)
        return None

    @classmethod
    def stopped(cls, sheet: Sheet, reasons: tuple[Problem, ...]) -> "Failure":
        """Return the failure of a sheet that was not tried at all, for reasons that the content gives."""
        return cls(sheet, reasons, _exit_code(reasons))


@dataclass(slots=True)
class Result:
    """What came of a build, or of a trial of one.

    Attributes:
        made: Sheets that were made.
        unchanged: Sheets that were up to date.
        failed: Sheets that were not made.
        notes: Warnings that came up while sheets were made, now or earlier, each with its sheet.
        problems: With the output as a whole.
        left: Sheets that an interruption or a full disk left to be made.
        removed: Files that were removed, because the content no longer asks for them.
        no_longer_made: Files that could be removed for the same reason.
    """

    made: list[Sheet] = field(default_factory=list)
    unchanged: list[Sheet] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    notes: list[tuple[Sheet, Problem]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left: list[Sheet] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    no_longer_made: tuple[str, ...] = ()
    interrupted: bool = False

    @property
    def exit_code(self) -> int:
        """What the shell is told: of all that went wrong, the highest."""
        if self.interrupted:
            return ExitCode.INTERRUPTED
        wrong = [ExitCode.OUTPUT for problem in self.problems if problem.is_error]
        return max([ExitCode.DONE, *wrong, *(failure.exit_code for failure in self.failed)])


class Progress(Protocol):
    """Whoever wants to know how far a build is."""

    def begin(self, counts: Mapping[str, int]) -> None:
        """So many sheets of each clinic are going to be made."""

    def step(self, clinics: Collection[str], failed: Collection[str] = ()) -> None:
        """Sheets of these clinics are done, or failed: each is named once for each of its sheets."""

    def wait(self) -> None:
        """Another build has to be waited for."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built.

    Attributes:
        everything: Every sheet that the content asks for.
        sheets: Those to be made now, as far as they are not up to date.
        stopped: Those of them that cannot be made, and why.
        left_out: Parts of the content that are unfit, whose sheets nobody knows.
        strict: Whether warnings stop a sheet.
        prune: Whether files that nobody asks for any more are removed.
    """

    shop: Workshop
    everything: Sheets
    sheets: Sheets
    stopped: Mapping[Job, tuple[Problem, ...]]
    left_out: Collection[Owner] = ()
    strict: bool = False
    prune: bool = False

    def not_stopped(self, result: Result) -> Iterator[Sheet]:
        """Yield the sheets that can be made, and note the others as failed in a result."""
        for sheet in self.sheets:
            reasons = self.stopped.get(Job.of(sheet), ()) if self.stopped else ()
            if reasons:
                result.failed.append(Failure.stopped(sheet, reasons))
            else:
                yield sheet


def _exit_code(reasons: Sequence[Problem]) -> ExitCode:
    """Return what problems of the content lead to; E5… is about a file that it names."""
    if any(each.code.startswith("E5") for each in reasons):
        return ExitCode.ASSET
    return ExitCode.CONTENT if reasons else ExitCode.DONE
