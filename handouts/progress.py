"""How far a build is: a bar where someone looks on, a line for each clinic elsewhere."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Self

from handouts.console import Console
from handouts.sheet import Sheet

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class ShownProgress:
    """Shows a build on a console; a context manager, so that an interruption leaves the terminal as it was."""

    def __init__(self, console: Console, *, trial: bool = False) -> None:
        """Set up.

        Args:
            console: Where it is shown.
            trial: Whether sheets are checked, not made.
        """
        self._console, self._trial = console, trial
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._left: Counter[str] = Counter()
        self._done: Counter[tuple[str, bool]] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            with suppress(KeyboardInterrupt):
                self._bar.stop()

    def begin(self, sheets: Sequence[Sheet]) -> None:
        """Note what is going to be made."""
        self._left = Counter(sheet.clinic_id for sheet in sheets)
        if sheets and self._console.live:
            self._bar = _bar(colors=self._console.colors)
            self._task = self._bar.add_task("", total=len(sheets))
            self._bar.start()

    def step(self, sheet: Sheet, *, made: bool) -> None:
        """Show that a sheet is done, or failed."""
        clinic = sheet.clinic_id
        self._done[clinic, made] += 1
        self._left[clinic] -= 1
        if self._bar and self._task is not None:
            self._bar.update(self._task, advance=1, description=clinic)
        elif not self._left[clinic]:
            self._console.say(self._line(clinic, self._done[clinic, True], self._done[clinic, False]))

    def _line(self, clinic: str, done: int, failed: int) -> str:
        if self._trial:
            return f"{clinic}: {done} checked, {failed} failed" if failed else f"{clinic}: {done} checked"
        return f"{clinic}: {done} made, {failed} failed" if failed else f"{clinic}: {done} made"

    def wait(self) -> None:
        """Tell that another build is at work."""
        self._console.warn("waiting for another build that is writing to the same folder …")


def _bar(*, colors: bool) -> "Progress":
    from rich.console import Console as RichConsole  # noqa: PLC0415 (only a terminal needs it)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    return Progress(*columns, console=RichConsole(stderr=True, no_color=not colors), transient=True)
