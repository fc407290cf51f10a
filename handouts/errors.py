"""What can go wrong, said for people: where it is, what it is, what to do."""

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar, NamedTuple


class ExitCode(IntEnum):
    """What the command tells the shell."""

    DONE = 0
    CONTENT = 1
    USAGE = 2
    ASSET = 3
    OUTPUT = 4
    INTERRUPTED = 130


class Span(NamedTuple):
    """A stretch of a source file.

    `line` and `column` count from 1, in characters; `start` and `end` are offsets into the text of the file.
    """

    file: str
    line: int
    column: int
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, at one place, with what to do about it.

    Attributes:
        code: A stable name such as `E104` (an error) or `W201` (a warning); see `handouts.codes`.
        message: What is wrong, in words that a nurse understands.
        at: Where; None when no place in a file is to blame.
        hint: What to do, as an instruction; empty when the message says it already.
    """

    code: str
    message: str
    at: Span | None = None
    hint: str = ""

    @property
    def is_error(self) -> bool:
        """Whether the sheet cannot be made; a warning does not stop it."""
        return self.code.startswith("E")

    @property
    def is_passing(self) -> bool:
        """Whether it may be gone although nobody mended anything: the machine was short of something."""
        return self.code in {"E991", "E992"}

    def __str__(self) -> str:
        place = f"{self.at}: " if self.at else ""
        kind = "error" if self.is_error else "warning"
        return f"{place}{kind}[{self.code}]: {self.message}"


class HandoutsError(Exception):
    """The base of all errors of this project; carries problems and the exit code that they lead to."""

    exit_code: ClassVar[ExitCode] = ExitCode.CONTENT

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class ContentError(HandoutsError):
    """The content cannot be used as it stands."""


class DoesNotFit(ContentError):  # noqa: N818 (what happens, in two words)
    """The text needs more room than its layout has."""


class UsageError(HandoutsError):
    """The command was called in a way that it does not know."""

    exit_code = ExitCode.USAGE


class AssetError(HandoutsError):
    """A cover, logo, figure or font cannot be used."""

    exit_code = ExitCode.ASSET


class OutputError(HandoutsError):
    """The output cannot be written."""

    exit_code = ExitCode.OUTPUT
