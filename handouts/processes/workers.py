"""Many jobs on all processors: results in the order of the jobs, and nothing left running, however it ends.

Processes are never forked from this one, which has threads: they come from a server process that has loaded what they
need, or are started afresh where the system has no such server (Windows).
"""

import multiprocessing
import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from multiprocessing.context import BaseContext
from typing import TypeVar

from handouts.processes.crew import Crew, NoProcessesError, WorkerDiedError
from handouts.processes.interrupts import interrupts_held

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")

FEW = 12  # jobs that take no longer than starting processes does
_MOST = 32  # processes; Windows has a limit of 61


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _context() -> BaseContext:
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")


def warm_up(*modules: str) -> None:
    """Let modules be loaded for later processes while this one does something else, where that is possible."""
    context = _context()
    if context.get_start_method() == "forkserver" and processors() > 1:
        context.set_forkserver_preload(list(modules))
        from multiprocessing.forkserver import ensure_running  # noqa: PLC0415 (Windows lacks it)

        with suppress(OSError), interrupts_held(), _output_closed():  # what fails here is told when work begins
            ensure_running()


def each(
    work: Callable[[_Job], _Result], jobs: Sequence[_Job], processes: int | None = None
) -> Generator[_Result | WorkerDiedError]:
    """Yield the result of every job, in order.

    Args:
        work: Does one job. It is sent to every process once, with all that it holds.
        jobs: Small, and independent of each other.
        processes: As many as there are processors, but none for a few jobs, if it is not given.

    Yields:
        Results; instead of one an error, when the process that was at it died.
    """
    count = min(processors() if processes is None else processes, _MOST, len(jobs))
    is_one_of_many = multiprocessing.parent_process() is not None
    if count <= 1 or is_one_of_many or (processes is None and len(jobs) <= FEW):
        yield from map(work, jobs)
        return
    done = 0
    try:
        with closing(Crew(work, jobs, count, _context()).results()) as results:
            for result in results:
                yield result
                done += 1
    except NoProcessesError:
        yield from map(work, jobs[done:])


@contextmanager
def _output_closed() -> Iterator[None]:
    """Start a process that cannot write where this one does: whoever reads there would wait for both to end."""
    kept = {handle: os.dup(handle) for handle in (1, 2)}
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        for handle in kept:
            os.dup2(nowhere, handle)
        yield
    finally:
        for handle, copy in kept.items():
            os.dup2(copy, handle)
        for handle in (nowhere, *kept.values()):
            os.close(handle)
