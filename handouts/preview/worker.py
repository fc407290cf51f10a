"""The process that draws: what hangs or crashes there never takes the server down, and is begun anew."""

import multiprocessing
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, cast

from handouts.layout import Layout
from handouts.preview.choice import Choice
from handouts.preview.pictures import png
from handouts.preview.proofs import Proof, Proofs
from handouts.processes.interrupts import interrupts_held

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

PATIENCE = 20.0  # seconds; a page takes a tenth of one
_READING = 9  # times as long as for a page: hundreds of handouts are read before the first is drawn


class WorkerLostError(Exception):
    """The worker gave no answer; the message says why, in words."""


@dataclass(frozen=True, slots=True)
class Prove:
    """Asks for a proof."""

    choice: Choice
    edit: int
    checked: bool

    def answer(self, proofs: Proofs) -> Proof:
        """Make the proof."""
        return proofs.make(self.choice, self.edit, checked=self.checked)


@dataclass(frozen=True, slots=True)
class Picture:
    """Asks for a page as a PNG."""

    pdf: bytes
    number: int
    width: int

    def answer(self, _: Proofs) -> bytes:
        """Draw the page."""
        return png(self.pdf, self.number, self.width)


Request = Prove | Picture


@dataclass(frozen=True, slots=True)
class _Fault:
    """An answer that is none."""

    words: str


class Worker:
    """Asks the process that draws, one question at a time; starts it again when it is lost."""

    def __init__(self, content: Path, layouts: Sequence[Layout], today: date, patience: float = PATIENCE) -> None:
        self._made_from = (content, tuple(layouts), today)
        self._patience = patience
        self._lock, self._stopped = Lock(), False
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def start(self) -> None:
        """Start the process, so that it is ready when it is first asked."""
        with self._lock:
            self._running()

    def prove(self, choice: Choice, edit: int, *, checked: bool = True) -> Proof:
        """Return a proof; see `Proofs.make`.

        Raises:
            WorkerLostError: There is none.
        """
        return cast("Proof", self._ask(Prove(choice, edit, checked)))

    def picture(self, pdf: bytes, number: int, width: int) -> bytes:
        """Return a page as a PNG.

        Raises:
            WorkerLostError: There is none.
        """
        return cast("bytes", self._ask(Picture(pdf, number, width)))

    def stop(self) -> None:
        """End the process, whatever it is doing: whoever waits for an answer hears that there will be none."""
        self._stopped = True
        process = self._process
        if process is not None and process.is_alive():
            process.kill()
        with self._lock:
            self._end()

    def _ask(self, request: Request) -> object:
        with self._lock:
            try:
                pipe = self._running()
                pipe.send(request)
                patience = self._patience * (_READING if isinstance(request, Prove) else 1)
                if not pipe.poll(patience):
                    self._end()
                    raise WorkerLostError(f"it took more than {patience:g} seconds")
                answer = pipe.recv()
            except (EOFError, OSError) as error:
                self._end()
                raise WorkerLostError("it broke down and was started again") from error
        if isinstance(answer, _Fault):
            raise WorkerLostError(answer.words)
        return cast("object", answer)

    def _running(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self._end()
            spawn = multiprocessing.get_context("spawn")  # a fork would take threads and their locks along
            ours, theirs = spawn.Pipe()
            self._process = spawn.Process(target=_draw_on_demand, args=(theirs, *self._made_from), daemon=True)
            with interrupts_held():
                self._process.start()
            theirs.close()
            self._pipe = ours
            if self._stopped:  # while it was being started
                raise EOFError
        return self._pipe

    def _end(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._pipe = None


def _draw_on_demand(pipe: Connection, content: Path, layouts: Sequence[Layout], today: date) -> None:
    """Answer requests until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then hangs up
    proofs = Proofs(content, layouts, today)
    while True:
        try:
            request = cast("Request", pipe.recv())
        except EOFError:
            return
        try:
            answer: object = request.answer(proofs)
        except Exception as error:  # noqa: BLE001 (the next question may have an answer)
            answer = _Fault(f"{type(error).__name__}: {error}")
        pipe.send(answer)
