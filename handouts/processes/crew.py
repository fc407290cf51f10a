"""Processes that do jobs, each on a line of its own to this one: which one died, and at what, is always heard.

A pool of the standard library has one line for all answers. A process that is killed while it hands one over leaves
half of it there, and who waits for the rest waits for ever (CPython 3.11 to 3.14, `concurrent.futures.process`).
"""

import gc
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from os import _exit
from typing import Any, Generic, TypeVar

from handouts.processes.interrupts import interrupts_held

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")

_AHEAD = 4  # jobs handed out for each process, so that results do not pile up
_AT_HAND = 2  # jobs that a process holds, so that it never waits
_SELDOM = 50_000  # objects made between two searches for cycles
_TRIES = 2  # a process may be killed for what is no fault of its job


class WorkerDiedError(Exception):
    """A process was killed, or ran out of memory, at a job."""


class NoProcessesError(Exception):
    """No process can be started here."""


@dataclass(eq=False, slots=True)
class _Hand:
    """A process, the line to it, and the numbers of the jobs that it holds, in order."""

    process: BaseProcess
    line: Connection
    holds: deque[int] = field(default_factory=deque)
    is_up: bool = False


@dataclass(slots=True)
class Crew(Generic[_Job, _Result]):
    """Processes at work on numbered jobs.

    Attributes:
        work: Does one job; it is sent to every process once.
        jobs: All of them.
        wanted: How many processes there should be; fewer when one cannot be started.
    """

    work: Callable[[_Job], _Result]
    jobs: Sequence[_Job]
    wanted: int
    context: BaseContext
    _hands: list[_Hand] = field(default_factory=list)
    _answers: dict[int, tuple[bool, Any]] = field(default_factory=dict)
    _left: deque[int] = field(default_factory=deque)
    _deaths: Counter[int] = field(default_factory=Counter)

    def results(self) -> Generator[_Result | WorkerDiedError]:
        """Yield the result of every job, in order; an error for one that processes died at.

        Raises:
            NoProcessesError: None can be started, from the job on whose result is next.
        """
        self._left.extend(range(len(self.jobs)))
        finished = False
        try:
            for number in range(len(self.jobs)):
                while number not in self._answers:
                    self._hire()
                    self._hand_out(number + self.wanted * _AHEAD)
                    self._listen()
                succeeded, said = self._answers.pop(number)
                if not succeeded:
                    raise said
                yield said
            finished = True
        finally:
            self._dismiss(at_once=not finished)

    def _hire(self) -> None:
        while self._left and len(self._hands) < self.wanted:
            here, there = self.context.Pipe()
            process = self.context.Process(target=_serve, args=(there, self.work), daemon=True)  # type: ignore[attr-defined]
            try:
                with interrupts_held():
                    process.start()
                self._hands.append(_Hand(process, here))
            except (OSError, EOFError):  # the system refuses, or its server of processes does
                here.close()
                self.wanted -= 1
            finally:
                there.close()  # or its process could die unheard
        if not self._hands:
            raise NoProcessesError

    def _hand_out(self, end: int) -> None:
        """Hand out jobs before number `end`."""
        for hand in self._hands:
            while hand.is_up and len(hand.holds) < _AT_HAND and self._left and self._left[0] < end:
                hand.holds.append(self._left.popleft())
                with suppress(OSError):  # it died; that is heard where its answer is awaited
                    hand.line.send(self.jobs[hand.holds[-1]])

    def _listen(self) -> None:
        ready = wait([hand.line for hand in self._hands])
        for hand in [hand for hand in self._hands if hand.line in ready]:
            try:
                answer = hand.line.recv()
            except (EOFError, OSError):
                self._bury(hand)
                continue
            if hand.is_up:
                self._answers[hand.holds.popleft()] = answer
            hand.is_up = True

    def _bury(self, hand: _Hand) -> None:
        """Take the jobs of a dead process back: the first is the one that it was at."""
        self._hands.remove(hand)
        hand.line.close()
        hand.process.join()
        if not hand.is_up:
            self.wanted -= 1
        if hand.holds:
            self._deaths[hand.holds[0]] += 1
            if self._deaths[hand.holds[0]] == _TRIES:
                self._answers[hand.holds.popleft()] = (True, WorkerDiedError())
        self._left.extendleft(reversed(hand.holds))

    def _dismiss(self, *, at_once: bool) -> None:
        for hand in self._hands:
            hand.line.close()  # the end of the line is the end of its work
            if at_once:  # nobody waits for what nobody wants
                hand.process.kill()
        for hand in self._hands:
            hand.process.join()
        self._hands.clear()


def _serve(line: Connection, work: Callable[[Any], Any]) -> None:
    """Do jobs until the line ends; leave Ctrl-C to the parent, and end when that does."""
    gc.freeze()  # what the work knows stays to the end: to search millions of objects for cycles takes half a second
    gc.set_threshold(_SELDOM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):
        line.send(None)  # it is up
        while True:
            job = line.recv()
            try:
                answer = (True, work(job))
            except Exception as error:  # noqa: BLE001 (whoever asked for the job is to know it)
                answer = (False, error)
            line.send(answer)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        _exit(1)
