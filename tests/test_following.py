"""The commands `watch` and `preview`, run as a person runs them."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest

from handouts.commands.following import changed
from handouts.console import Console
from tests.sample_content import DAY, edit, files, generate, write_content

ROOT = Path(__file__).resolve().parents[1]
WAIT = 60  # seconds, on a machine with much else to do
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Running:
    """A command under way, and what it has said."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.said: Queue[str] = Queue()
        self.lines: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stdout or ():
            self.said.put(line)

    def until(self, words: str) -> str:
        """Wait for a line with some words."""
        end = time.monotonic() + WAIT
        while time.monotonic() < end:
            try:
                self.lines.append(self.said.get(timeout=0.2))
            except Empty:
                continue
            if words in self.lines[-1]:
                return self.lines[-1]
        raise AssertionError(f"never said {words!r}: {self.lines}")

    def interrupt(self) -> int:
        """Press Ctrl-C, and return the exit code."""
        os.killpg(self.process.pid, signal.SIGINT)  # a terminal tells every process of the command
        return self.process.wait(WAIT)


@contextmanager
def running(*arguments: str) -> Iterator[Running]:
    process = subprocess.Popen(
        [sys.executable, "-u", str(ROOT / "generate.py"), *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, start_new_session=True,
    )  # fmt: skip
    with process:
        try:
            yield Running(process)
        finally:
            process.kill()


# watch


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A content of five sheets."""
    return write_content(tmp_path)


def pdfs(output: Path) -> dict[str, bytes]:
    return {path: data for path, data in files(output).items() if path.endswith(".pdf")}


def test_watch_makes_what_a_build_does_and_then_only_what_an_edit_touches(tmp_path: Path) -> None:
    small = write_content(tmp_path, handouts=("boutons", "soins"))
    watched, made = tmp_path / "watched", tmp_path / "made"
    with running("watch", "--content", str(small), "--output", str(watched), "--date", DAY) as command:
        command.until("Watching")
        command.until("10 made, 0 unchanged")
        before = pdfs(watched)
        time.sleep(0.5)
        edit(small, "After treatment pimples", "Pimples")
        command.until("content.yaml changed:")
        command.until("5 made, 5 unchanged")
        after = pdfs(watched)
        touched = {path for path in after if after[path] != before[path]}
        assert len(touched) == 5
        assert all("boutons" in path for path in touched)
        assert command.interrupt() == 130
        assert "Ended." in command.until("Ended.")
        assert "Traceback" not in "".join(command.lines)
    assert generate(small, "build", "--output", str(made)).code == 0
    assert after == pdfs(made)


def test_watch_goes_on_after_a_mistake_and_recovers(small: Path) -> None:
    text = small.read_text()
    small.write_text("handouts: [")
    with running("watch", "--content", str(small), "--date", DAY) as command:
        command.until("error[E")
        time.sleep(0.5)
        small.write_text(text)
        command.until("5 made")
        time.sleep(0.5)
        small.write_text(text.replace("schema_version: 1", "schema_version: 1\nlanguages: [fr,"))
        command.until("error[E")
        small.write_text(text)
        command.until("5 unchanged")
        small.unlink()
        command.until("E150")
        small.write_text(text)
        command.until("5 unchanged")
        assert command.interrupt() == 130


# preview


def test_preview_prints_its_address_and_ends_with_ctrl_c(content: Path) -> None:
    with running("preview", "--no-open", "--content", str(content)) as command:
        found = re.search(r"http://127\.0\.0\.1:\d+/[\w-]+/", command.until("http://"))
        assert found
        with _DIRECT.open(found[0], timeout=20) as answer:
            assert b"preview.js" in answer.read()
        children = _children(command.process.pid)
        assert children
        assert command.interrupt() == 130
        command.until("Ended.")
        assert "Traceback" not in "".join(command.lines)
        time.sleep(0.2)
        assert not [child for child in children if Path(f"/proc/{child}/exe").exists()]


def _children(parent: int) -> list[int]:
    told = Path(f"/proc/{parent}/task/{parent}/children")
    if not told.exists():
        pytest.skip("only Linux tells of children")
    return [int(child) for child in told.read_text().split()]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["preview", "--no-open", "--clinic", "nowhere"], "E902"),
        (["preview", "--no-open", "--editor", "notepad"], "E901"),
        (["preview", "--no-open", "--port", "999999"], "E904"),
        (["watch", "--handout", "nothing"], "E902"),
    ],
)
def test_what_follows_the_content_ends_where_it_is_asked_for_what_there_is_not(
    content: Path, arguments: list[str], code: str
) -> None:
    answer = generate(content, *arguments)
    assert answer.code == 2
    assert code in answer.err


# words


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["a"], "a changed:"),
        (["b", "a"], "a and b changed:"),
        (["c", "b", "a"], "a, b and c changed:"),
        (list("abcde"), "a, b, c and 2 more changed:"),
    ],
)
def test_files_that_changed_are_named(names: list[str], said: str) -> None:
    assert changed(frozenset(map(Path, names))) == said


def test_a_watch_tells_once_what_stays_as_it_is_and_again_what_comes_back(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console()
    for details in (
        ["  no longer made: a.pdf"],
        ["  no longer made: a.pdf", "  removed: b.pdf"],
        [],
        ["  removed: b.pdf"],
    ):
        console.say_news("3 unchanged", *details)
    assert capsys.readouterr().out.splitlines() == [
        "3 unchanged", "  no longer made: a.pdf", "3 unchanged", "  removed: b.pdf", "3 unchanged", "3 unchanged",
        "  removed: b.pdf",
    ]  # fmt: skip
