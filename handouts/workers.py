"""Many jobs on all processors: results in the order of the jobs, and nothing left running, however it ends.

Processes are never forked from this one, which has threads: they come from a server process that has loaded what they
need, or are started afresh where the system has no such server (Windows).
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")

FEW = 12  # jobs that take no longer than starting processes does
_MOST = 32  # processes; Windows has a limit of 61
_AHEAD = 4  # jobs handed out for each process, so that none waits and results do not pile up


class WorkerDiedError(Exception):
    """A process was killed, or ran out of memory, at a job."""


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
    while done < len(jobs):
        try:
            for result in _in_pool(work, jobs[done:], count):
                yield result
                done += 1
        except BrokenProcessPool:
            if isinstance(_alone(_nothing, None), WorkerDiedError):  # no process can be started here at all
                yield from map(work, jobs[done:])
                return
            # one of those at hand was at fault: each is done by itself, so that only that one is lost
            for job in jobs[done : done + count * _AHEAD]:
                yield _alone(work, job)
                done += 1


def _alone(work: Callable[[_Job], _Result], job: _Job) -> _Result | WorkerDiedError:
    try:
        return next(iter(_in_pool(work, [job], 1)))
    except BrokenProcessPool:
        return WorkerDiedError()


def _in_pool(work: Callable[[_Job], _Result], jobs: Sequence[_Job], count: int) -> Iterator[_Result]:
    before = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(count, _context(), _begin, (work,))
    waiting: deque[Future[_Result]] = deque()
    finished = False
    try:
        for job in jobs:
            with interrupts_held():
                waiting.append(pool.submit(_do, job))
            if len(waiting) >= count * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        finished = True
    finally:
        if not finished:  # interrupted: nobody waits for a sheet that nobody wants
            for process in set(multiprocessing.active_children()) - before:
                process.kill()
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach: it is for this one, which ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # else it starts with the first process, and lets interrupts in again
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _nothing(_: None) -> None:
    """Do nothing: whether that succeeds is the question."""


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


_work: Callable[[Any], Any]


def _begin(work: Callable[[Any], Any]) -> None:
    """Set a new process up: it leaves Ctrl-C to its parent, and ends when that does."""
    global _work  # noqa: PLW0603 (a process has one kind of work)
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(job: Any) -> Any:
    return _work(job)
