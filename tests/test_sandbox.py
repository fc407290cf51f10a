"""Files are read in a process apart: whatever one does to it, the next is read, and nothing else is touched."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from handouts import sandbox
from handouts.errors import AssetError
from handouts.sandbox import read_apart, receive, send
from tests.covers import drawn

ROOT = Path(__file__).resolve().parents[1]
posix = pytest.mark.skipif(os.name != "posix", reason="limits of processes are those of POSIX")


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Leave no process behind that a test changed."""
    yield
    sandbox.end_readers()


def code(task: str, data: bytes = b"") -> str:
    """Why a file is refused."""
    with pytest.raises(AssetError) as refusal:
        read_apart(task, data)
    (problem,) = refusal.value.problems
    assert problem.hint
    return problem.code


def reader() -> sandbox._Reader:
    """The process that is at work."""
    read_apart("pdf", drawn())
    return sandbox._READERS[os.getpid()]


def test_one_process_reads_many_files() -> None:
    first = reader()
    assert read_apart("pdf", drawn(pages=2)).record["pages"][1]["way"] == "figure"
    assert reader() is first


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
def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    process = reader()._process
    os.kill(process.pid, signal.SIGSTOP)
    monkeypatch.setattr(sandbox, "CLOCK_SECONDS", 0.3)
    started = time.monotonic()
    assert code("pdf", drawn()) == "E550"
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
