"""Files are read in a process apart: whatever one does to it, the next is read, and nothing else is touched."""

import errno
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from handouts import worker
from handouts.errors import AssetError, Problem
from handouts.processes import sandbox
from handouts.processes.sandbox import read_apart, receive, send
from handouts.refusals import is_refusal
from tests.covers import drawn

pytestmark = pytest.mark.clock

ROOT = Path(__file__).resolve().parents[1]
posix = pytest.mark.skipif(os.name != "posix", reason="limits of processes are those of POSIX")


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Leave no process behind that a test changed."""
    yield
    sandbox.end_readers()


def problem(task: str, data: bytes = b"") -> Problem:
    """What is said against a file."""
    with pytest.raises(AssetError) as refusal:
        read_apart(task, data)
    (problem,) = refusal.value.problems
    assert problem.hint
    return problem


def code(task: str, data: bytes = b"") -> str:
    """Why a file is refused."""
    return problem(task, data).code


def reader() -> sandbox._Reader:
    """The process that is at work."""
    read_apart("pdf", drawn())
    return sandbox._READERS[os.getpid()]


def test_one_process_reads_many_files() -> None:
    first = reader()
    assert read_apart("pdf", drawn(pages=2)).record["pages"][1]["way"] == "figure"
    assert reader() is first


def test_a_reader_that_was_made_ready_reads_the_first_file() -> None:
    sandbox.end_readers()
    sandbox.make_ready()
    ready = sandbox._READERS[os.getpid()]
    assert read_apart("pdf", drawn()).data.startswith(b"%PDF-")
    assert reader() is ready


def test_a_reader_that_was_killed_is_replaced_and_the_next_file_is_read() -> None:
    process = reader()._process
    process.kill()
    process.wait(10)
    assert read_apart("pdf", drawn()).data.startswith(b"%PDF-")


@posix
def test_a_crash_in_the_middle_of_a_file_is_said_in_words_and_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    process = reader()._process
    monkeypatch.setattr(sandbox, "send", lambda *_: os.kill(process.pid, signal.SIGSEGV))
    assert code("pdf") == "E552"
    monkeypatch.undo()
    assert read_apart("pdf", drawn()).data


@posix
def test_a_reader_that_the_system_ends_for_want_of_memory_is_not_the_fault_of_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    process = reader()._process
    monkeypatch.setattr(sandbox, "send", lambda *_: os.kill(process.pid, signal.SIGKILL))
    refused = problem("pdf")
    assert (refused.code, "memory" in refused.message) == ("E991", True)


@pytest.mark.parametrize(
    "refusal",
    [
        OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
        PermissionError(errno.EACCES, os.strerror(errno.EACCES)),
        OSError(errno.EMFILE, os.strerror(errno.EMFILE)),
        ImportError("libfreetype.so: failed to map segment from shared object"),
        RuntimeError("can't start new thread"),
    ],
    ids=lambda refusal: str(refusal)[:30],
)
def test_what_the_system_refuses_while_a_file_is_read_is_not_laid_on_its_designer(refusal: Exception) -> None:
    ((code, message, hint),) = worker._failed(refusal)["problems"]
    assert code == "E992"
    assert (getattr(refusal, "strerror", None) or str(refusal)) in message
    assert "designer" not in hint


@pytest.mark.parametrize(
    "failure",
    [OSError("image file is truncated"), KeyError("/Root"), ModuleNotFoundError("No module named 'x'")],
    ids=lambda failure: type(failure).__name__,
)
def test_what_a_library_trips_over_in_a_file_is_not_laid_on_the_system(failure: Exception) -> None:
    assert type(failure).__name__ in worker._failed(failure)["trace"]


@posix
def test_a_computer_that_gives_less_memory_than_reading_may_take_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker._failed(MemoryError())["problems"][0][0] == "E550"
    monkeypatch.setattr("resource.getrlimit", lambda _: (300_000_000, 300_000_000))
    assert worker._failed(MemoryError())["problems"][0][0] == "E992"


def test_a_process_that_cannot_even_begin_is_not_the_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_BEGIN", "raise SystemExit(1)")
    assert code("pdf", drawn()) == "E992"


def test_a_process_that_cannot_be_started_is_told_as_what_the_system_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with pytest.raises(BlockingIOError) as refusal:
        read_apart("pdf", drawn())
    assert is_refusal(refusal.value)


@posix
def test_a_file_that_is_not_read_in_time_is_given_up_and_the_busy_computer_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    process = reader()._process
    os.kill(process.pid, signal.SIGSTOP)
    monkeypatch.setattr(sandbox, "CLOCK_SECONDS", 0.3)
    started = time.monotonic()
    refused = problem("pdf", drawn())
    assert (refused.code, "computer is too busy" in refused.message) == ("E992", True)
    assert refused.hint.startswith("close other programs and run this again")
    assert time.monotonic() - started < 5
    assert process.returncode == -signal.SIGKILL


def test_an_unknown_request_is_answered_in_words_and_keeps_its_trace() -> None:
    with pytest.raises(sandbox.UnexpectedError) as failure:
        read_apart("nonsense", b"")
    assert failure.value.problems[0].code == "E552"
    assert "KeyError" in failure.value.trace


@pytest.mark.parametrize(
    "said",
    [None, [], "record", {"problems": [["E1"]]}, {"problems": 5}, {}],
    ids=["nothing", "a list", "a word", "too few words", "a number", "an empty answer"],
)
def test_an_answer_that_makes_no_sense_is_not_believed(said: object, monkeypatch: pytest.MonkeyPatch) -> None:
    reader()
    monkeypatch.setattr(sandbox, "receive", lambda *_: (said, b""))
    assert code("pdf", drawn()) == "E552"


def test_an_answer_of_gigabytes_is_not_waited_for() -> None:
    with pytest.raises(ValueError, match="too long"):
        receive(io.BytesIO(sandbox.FRAME.pack(2**31, 2**31)), 1000)


def test_an_answer_that_is_cut_off_is_not_believed() -> None:
    pipe = io.BytesIO()
    send(pipe, {"record": 1}, b"data")
    with pytest.raises(EOFError):
        receive(io.BytesIO(pipe.getvalue()[:-1]), 1000)


def test_what_is_not_a_number_does_not_pass_for_one() -> None:
    with pytest.raises(ValueError, match="NaN"):
        receive(io.BytesIO(sandbox.FRAME.pack(3, 0) + b"NaN"), 1000)


def confined(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program under the limits of the process apart."""
    head = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from handouts import worker; worker.confine()\n"
    command = [sys.executable, "-I", "-c", head + program]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    "program",
    [
        "open('written.txt', 'w')",
        "import os; os.open('written.txt', os.O_CREAT | os.O_WRONLY)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import os; os.remove('nothing.txt')",
        "import os; os.mkdir('folder')",
    ],
)
def test_the_process_apart_writes_nothing_starts_nothing_and_calls_nobody(program: str) -> None:
    done = confined(program)
    assert done.returncode == 1
    assert "PermissionError" in done.stderr
    assert not Path("written.txt").exists()


@posix
def test_the_process_apart_gets_a_gigabyte_and_no_more() -> None:
    done = confined("a = bytearray(200_000_000); print('enough'); b = bytearray(900_000_000)")
    assert (done.stdout, done.returncode) == ("enough\n", 1)
    assert "MemoryError" in done.stderr


@posix
def test_the_process_apart_gets_seconds_of_the_processor_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    done = confined("worker.PROCESSOR_SECONDS = 0\nworker.allow_time()\nwhile True: pass")
    assert done.returncode == -signal.SIGXCPU


def test_what_a_library_prints_is_no_answer() -> None:
    program = "from handouts.worker import _own_output\nanswers = _own_output()\nprint('noise', flush=True)"
    head = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    tail = "\nanswers.write(b'answer'); answers.flush()"
    done = subprocess.run(
        [sys.executable, "-I", "-c", head + program + tail], capture_output=True, text=True, check=True
    )
    assert done.stdout == "answer"


_STARTS_ANOTHER = """
import os, subprocess, sys
apart = [sys.executable, "-c", "from handouts.worker import serve; serve()", "", str(os.getpid())]
print(subprocess.Popen(apart, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).pid, flush=True)
sys.stdin.close()
import time; time.sleep(60)
"""


@posix
def test_the_process_apart_ends_with_the_one_that_asks_even_in_the_middle_of_a_file() -> None:
    asking = subprocess.Popen(
        [sys.executable, "-c", _STARTS_ANOTHER], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with asking:
        assert asking.stdin is not None
        assert asking.stdout is not None
        apart = int(asking.stdout.readline())
        asking.kill()  # nobody closes the pipe that the process apart waits at: this test holds it
        asking.wait()
        end = time.monotonic() + 20
        while time.monotonic() < end and _lives(apart):
            time.sleep(0.05)
        assert not _lives(apart)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.is_file() and state.read_text().rpartition(")")[2].split()[0] == "Z")
