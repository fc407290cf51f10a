"""Reading what others supply in a process apart: it can take too long, eat all memory or crash without harm.

One such process serves all files of a build, one after the other, and is replaced when a file was too much for it.
What it answers is JSON and bytes of limited size, never pickled objects: who takes the process over gets no further.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from typing import IO, Any, NoReturn

from handouts.errors import AssetError, Problem
from handouts.limits import ANSWER_BYTES, CLOCK_SECONDS
from handouts.refusals import REFUSED_HELP, gives_less_memory

FRAME = Struct(">II")
"""What goes before a message: the lengths of its JSON and of its bytes."""

_ROOT = Path(__file__).resolve().parents[2]
_BEGIN = "import sys; sys.path.insert(0, sys.argv[1]); from handouts.worker import serve; serve()"
_KEPT_SETTINGS = ("SYSTEMROOT", "TEMP", "TMP")  # without which Windows starts nothing
_NEVER_BEGAN = frozenset({1, 127})  # Python itself gave up, or could not be loaded
_RUN_AGAIN = "close other programs and run this again; if it stays, ask the designer for a simpler file"
_EXPORT_AGAIN = "ask the designer for a simpler file: exported again, flattened, images at 300 dpi"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read from a file: plain values, and bytes made from it."""

    record: Any
    data: bytes


class UnexpectedError(AssetError):
    """The reader met something that nobody thought of; `trace` says where."""

    def __init__(self, problem: Problem, trace: str) -> None:
        super().__init__(problem)
        self.trace = trace


def read_apart(task: str, data: bytes, **options: str | bool) -> Answer:
    """Let the process apart read a file.

    Args:
        task: What to do, one of the tasks of `handouts.worker`.
        data: The file.
        options: What else the task wants to know.

    Raises:
        AssetError: The file cannot be used: what the task says, or E550 (it takes too much), E552 (the reader
            broke down), E991 or E992 (the machine is short of something).
    """
    with _ONE_AT_A_TIME:
        return _reader().answer({"task": task, **options}, data)


def make_ready() -> None:
    """Start the process apart, which takes as long as much else that can be done meanwhile, before it is asked."""
    with _ONE_AT_A_TIME, suppress(OSError):  # what refuses it now is told when a file is to be read
        _reader()


def _reader() -> "_Reader":
    """Return the process of this one, which may have to be started."""
    reader = _READERS.get(os.getpid())
    if reader is None or not reader.lives:
        if reader is not None:
            reader.end()
        reader = _READERS[os.getpid()] = _Reader()
    return reader


class _Reader:
    """The process, and the pipes to it."""

    def __init__(self) -> None:
        compiled = ["-X", f"pycache_prefix={sys.pycache_prefix}"] if sys.pycache_prefix else []
        kept = ["-B"] if sys.dont_write_bytecode else []
        command = [sys.executable, "-I", *kept, *compiled, "-c", _BEGIN, str(_ROOT), str(os.getpid())]
        settings = {name: os.environ[name] for name in _KEPT_SETTINGS if name in os.environ}
        self._process = subprocess.Popen(  # noqa: S603 (this Python, our own module)
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=settings
        )
        self._too_slow = False

    @property
    def lives(self) -> bool:
        return self._process.poll() is None

    def answer(self, request: dict[str, Any], data: bytes) -> Answer:
        self._too_slow = False
        clock = threading.Timer(CLOCK_SECONDS, self._give_up)
        clock.start()
        try:
            send(self._pipe(self._process.stdin), request, data)
            said, made = receive(self._pipe(self._process.stdout), ANSWER_BYTES)
            refusal = _refusal(said)
        except (OSError, EOFError, ValueError, TypeError, AttributeError, RecursionError):
            self._break_down()
        except BaseException:  # interrupted in the middle of an answer: the next one would be this one's
            self.end()
            raise
        finally:
            clock.cancel()
        if refusal is not None:
            raise refusal
        return Answer(said["record"], made)

    def _give_up(self) -> None:
        self._too_slow = True
        self._process.kill()

    def _break_down(self) -> NoReturn:
        """Say how the process ended: by its own limits, by ours or the system's, or by a crash."""
        with suppress(subprocess.TimeoutExpired):  # its pipes close a moment before it ends
            self._process.wait(1)
        ended = self._process.poll()
        self.end()
        raise AssetError(_late() if self._too_slow else _ended(ended))

    @staticmethod
    def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
        if stream is None:
            raise EOFError
        return stream

    def end(self) -> None:
        """End the process and close the pipes."""
        if self.lives:
            self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError, EOFError):
                self._pipe(pipe).close()
        self._process.wait()


def _late() -> Problem:
    """Say that the clock ran out: where the processor's time is limited, only a busy computer takes as long."""
    if not hasattr(signal, "SIGXCPU"):
        return Problem("E550", "the file takes too much time or memory", None, _EXPORT_AGAIN)
    message = f"the computer is too busy: the file could not be read in {CLOCK_SECONDS} seconds"
    return Problem("E992", message, None, _RUN_AGAIN)


def _ended(how: int | None) -> Problem:
    """Say why the process ended by itself: `how` is its exit code, or the signal that ended it, below zero."""
    if _is_signal(how, "SIGXCPU"):
        return Problem("E550", "the file takes too much time or memory", None, _EXPORT_AGAIN)
    if _is_signal(how, "SIGKILL"):  # not ours: the system's, where memory ends
        message = "the process that reads the file was ended from outside, most likely for want of memory"
        return Problem("E991", message, None, _RUN_AGAIN)
    if how in _NEVER_BEGAN or gives_less_memory():
        message = "the computer refused what reading the file takes (the process that reads it could not go on)"
        return Problem("E992", message, None, REFUSED_HELP)
    return Problem("E552", "the program that reads it broke down on this file", None, _EXPORT_AGAIN)


def _is_signal(how: int | None, name: str) -> bool:
    return hasattr(signal, name) and how == -getattr(signal, name)


_READERS: dict[int, _Reader] = {}  # by the process that started it: one that was forked has to start its own
_ONE_AT_A_TIME = threading.Lock()


@atexit.register
def end_readers() -> None:
    """End the process apart, if this process has started one."""
    reader = _READERS.pop(os.getpid(), None)
    if reader is not None:
        reader.end()


def _refusal(said: Any) -> AssetError | None:
    """Return what the process apart has against the file; None where it has read it."""
    if not isinstance(said, dict):
        raise TypeError("an answer is a group of values")
    if "record" in said:
        return None
    problems = [Problem(str(code), str(message), None, str(hint)) for code, message, hint in said.get("problems", ())]
    if problems:
        return AssetError(*problems)
    message = "the program that reads it cannot make sense of this file"
    return UnexpectedError(Problem("E552", message, None, _EXPORT_AGAIN), str(said.get("trace", "")))


def send(pipe: IO[bytes], message: Any, data: bytes) -> None:
    """Write a message: JSON, then bytes."""
    text = json.dumps(message, allow_nan=False).encode()
    pipe.write(FRAME.pack(len(text), len(data)) + text + data)
    pipe.flush()


def receive(pipe: IO[bytes], limit: int) -> tuple[Any, bytes]:
    """Read a message of at most `limit` bytes.

    Raises:
        EOFError: It ends too early.
        ValueError: It is too long, or no message.
    """
    text_length, data_length = FRAME.unpack(_exactly(pipe, FRAME.size))
    if text_length + data_length > limit:
        raise ValueError("a message is too long")
    text = _exactly(pipe, text_length)
    return json.loads(text, parse_constant=_no_number), _exactly(pipe, data_length)


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return data


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
