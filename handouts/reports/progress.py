"""How far a build is: a bar where someone looks on, a line for each clinic elsewhere."""

from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from handouts.console import Console

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_Found = TypeVar("_Found")


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
        self._counts: Mapping[str, int] = {}
        self._waiting: deque[str] = deque()  # clinics of which nothing was told yet, in the order of the content
        self._done: Counter[str] = Counter()
        self._failed: Counter[str] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            with suppress(KeyboardInterrupt):
                self._bar.stop()

    def begin(self, counts: Mapping[str, int]) -> None:
        """Note how many sheets of each clinic are going to be made."""
        self._counts, self._waiting = counts, deque(counts)
        if counts and self._console.live:
            self._bar = _bar(colors=self._console.colors)
            self._task = self._bar.add_task("", total=sum(counts.values()))
            self._bar.start()

    def step(self, clinics: Collection[str], failed: Collection[str] = ()) -> None:
        """Show that sheets of these clinics are done, or failed: each is named once for each of its sheets."""
        self._done.update(clinics)
        self._failed.update(failed)
        if self._bar and self._task is not None:
            self._bar.update(self._task, advance=len(clinics), description=next(iter(clinics), ""))
            return
        while self._waiting and self._done[self._waiting[0]] == self._counts[self._waiting[0]]:
            clinic = self._waiting.popleft()
            self._console.say(self._line(clinic, self._done[clinic] - self._failed[clinic], self._failed[clinic]))

    def _line(self, clinic: str, done: int, failed: int) -> str:
        if self._trial:
            return f"{clinic}: {done} checked, {failed} failed" if failed else f"{clinic}: {done} checked"
        return f"{clinic}: {done} made, {failed} failed" if failed else f"{clinic}: {done} made"

    def wait(self) -> None:
        """Tell that another build is at work."""
        self._console.warn("waiting for another build that is writing to the same folder …")


def followed(console: Console, found: Iterable[tuple[str, _Found]], count: int) -> Iterator[tuple[str, _Found]]:
    """Pass on what is found in one part of the content after the other, with a bar where someone looks on.

    Args:
        console: Where it is shown.
        found: Names of parts, and what is found in them.
        count: How many there will be.
    """
    if not console.live:
        yield from found
        return
    with _bar(colors=console.colors) as bar:
        task = bar.add_task("", total=count)
        for name, each in found:
            bar.update(task, advance=1, description=name)
            yield name, each


def _bar(*, colors: bool) -> "Progress":
    from rich.console import Console as RichConsole  # noqa: PLC0415 (only a terminal needs it)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    return Progress(*columns, console=RichConsole(stderr=True, no_color=not colors), transient=True)
