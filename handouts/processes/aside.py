"""A piece of work that a copy of this process does, while this one does something else."""

import multiprocessing
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from handouts.processes.interrupts import interrupts_held
from handouts.processes.workers import processors

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")


def begun(work: Callable[[], _Result]) -> "Aside[_Result] | None":
    """Begin work in a copy of this process; None where nothing is gained by that, or it cannot be had.

    The copy knows all that this process knows, at no cost. Only Linux makes one safely, and only of a process without
    threads: other systems' own libraries have threads of theirs.
    """
    is_alone = multiprocessing.parent_process() is None and threading.active_count() == 1
    if sys.platform != "linux" or not is_alone or processors() == 1:
        return None
    with suppress(OSError):  # the system refuses
        return Aside(work)
    return None


class Aside(Generic[_Result]):
    """A copy of this process at work, whose result is asked for once; or it is dismissed."""

    def __init__(self, work: Callable[[], _Result]) -> None:
        """Begin.

        Raises:
            OSError: The system gives no process.
        """
        context = multiprocessing.get_context("fork")
        self._line, there = context.Pipe(duplex=False)
        self._process = context.Process(target=_do, args=(work, there), daemon=True)
        try:
            with interrupts_held():
                self._process.start()
        finally:
            there.close()  # or it could die unheard

    def result(self) -> _Result | None:
        """Return what came of it; None if the process died."""
        try:
            said: _Result = self._line.recv()
        except (EOFError, OSError):
            return None
        return said

    def dismiss(self) -> None:
        """End the process, in the middle of its work if need be."""
        self._line.close()
        self._process.kill()
        self._process.join()


class Shares(Generic[_Job, _Result]):
    """Jobs shared out among copies of this process; what they leave undone, this one does."""

    def __init__(self, work: Callable[[_Job], _Result], jobs: Sequence[_Job]) -> None:
        """Begin.

        Args:
            work: Does one job.
            jobs: Independent of each other.
        """
        self._work, self._jobs = work, jobs
        self._copies = min(processors(), len(jobs))
        self._shares = [begun(partial(_all, work, jobs[number :: self._copies])) for number in range(self._copies)]

    def results(self) -> Generator[_Result]:
        """Yield the result of every job, in order."""
        done = [share.result() if share else None for share in self._shares]
        for number, job in enumerate(self._jobs):
            place, share = divmod(number, self._copies)
            known = done[share]
            yield self._work(job) if known is None else known[place]

    def dismiss(self) -> None:
        """End the copies, in the middle of their work if need be."""
        for share in self._shares:
            if share:
                share.dismiss()


def _all(work: Callable[[_Job], _Result], jobs: Sequence[_Job]) -> list[_Result]:
    return [work(job) for job in jobs]


def _do(work: Callable[[], _Result], line: Connection) -> None:
    with suppress(Exception):  # whoever asks hears nothing, and does it again
        line.send(work())
