"""Following the content: an edit sets off one reaction, whatever way an editor saves, and nothing ends the watch."""

import os
import queue
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from handouts import watching
from handouts.watching import follow, watch

pytestmark = pytest.mark.clock

QUIET = 0.4  # seconds in which a reaction would have come


@dataclass
class Watched:
    """A watch in a thread: what it reacted to, and what it complained of."""

    content: Path
    react: Callable[[frozenset[Path]], None] = lambda _: None
    touched: "queue.Queue[frozenset[Path]]" = field(default_factory=queue.Queue)
    complaints: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def _note(self, paths: frozenset[Path]) -> None:
        self.touched.put(paths)
        self.react(paths)

    def run(self) -> None:
        """Watch until told to stop."""
        watch(self.content, self._note, lambda error: self.complaints.append(str(error)), self.stop)

    def next(self, seconds: float = 5) -> set[str]:
        """Return the names of the files of the next reaction."""
        return {path.name for path in self.touched.get(timeout=seconds)}

    def nothing_more(self) -> bool:
        """Wait, and tell whether nothing came."""
        time.sleep(QUIET)
        return self.touched.empty()


@contextmanager
def watched(content: Path, react: Callable[[frozenset[Path]], None] = lambda _: None) -> Iterator[Watched]:
    """Watch until the block ends; the first reaction, to nothing in particular, is over when it begins."""
    running = Watched(content, react)
    thread = threading.Thread(target=running.run)
    thread.start()
    try:
        assert running.next() == set()
        time.sleep(0.15)  # until the watcher listens: what happens before is noticed a second later
        yield running
    finally:
        running.stop.set()
        thread.join(5)
        assert not thread.is_alive()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    path = tmp_path / "content.yaml"
    path.write_text('schema_version: "1"\ninclude: [parts/*.yaml]\n')
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "one.yaml").write_text("handouts: {}\n")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "logo.svg").write_text("<svg/>")
    return path


def test_the_first_file_its_includes_and_its_assets_are_followed(content: Path) -> None:
    assert {path.name for path in follow(content).stamps()} == {"content.yaml", "one.yaml", "logo.svg"}


def test_what_people_said_of_translations_words_and_approvals_is_followed(content: Path) -> None:
    with watched(content) as running:
        content.with_name("content.translations.txt").write_text("# nothing yet\n")
        assert running.next() == {"content.translations.txt"}
        content.with_name("words.txt").write_text("en: retinol\n")
        assert running.next() == {"words.txt"}
        (content.parent / "approved" / "peel").mkdir(parents=True)
        (content.parent / "approved" / "peel" / "record.json").write_text("{}")
        assert running.next() == {"record.json"}


def test_a_save_is_told_at_once_and_not_at_the_next_look(content: Path) -> None:
    with watched(content) as running:
        started = time.perf_counter()
        content.write_text(content.read_text() + "# more\n")
        assert running.next() == {"content.yaml"}
        assert time.perf_counter() - started < 0.8
        assert running.nothing_more()


def test_several_writes_of_one_save_set_off_one_reaction(content: Path) -> None:
    with watched(content) as running:
        for number in range(5):
            content.write_text(f"{content.read_text()}# {number}\n")
            time.sleep(0.005)
        assert running.next() == {"content.yaml"}
        assert running.nothing_more()


def test_an_empty_file_is_one_that_is_still_being_written(content: Path) -> None:
    read = []

    def note(paths: frozenset[Path]) -> None:
        if paths:
            read.append(content.read_text())

    with watched(content, note) as running:
        text = content.read_text() + "# more\n"
        with content.open("w") as file:
            time.sleep(0.07)
            file.write(text)
        assert running.next() == {"content.yaml"}
        assert running.nothing_more()
        assert read == [text]
        content.write_text("")
        assert running.next() == {"content.yaml"}
    assert read == [text, ""]


def test_an_editor_may_save_by_renaming(content: Path) -> None:
    with watched(content) as running:
        for number in range(3):
            beside = content.with_name(".content.yaml.swp")
            beside.write_text(f"{content.read_text()}# {number}\n")
            beside.replace(content)
            assert running.next() == {"content.yaml"}


def test_a_file_that_vanishes_and_returns_is_told_twice(content: Path) -> None:
    text = content.read_text()
    with watched(content) as running:
        content.unlink()
        assert running.next() == {"content.yaml"}
        content.write_text(text)
        assert running.next() == {"content.yaml"}


def test_a_new_file_that_an_include_names_is_followed_from_then_on(content: Path) -> None:
    with watched(content) as running:
        two = content.parent / "parts" / "two.yaml"
        two.write_text("handouts: {}\n")
        assert running.next() == {"two.yaml"}
        two.write_text("handouts: {} # again\n")
        assert running.next() == {"two.yaml"}


def test_a_new_include_of_a_new_folder_is_followed(content: Path) -> None:
    with watched(content) as running:
        content.write_text('schema_version: "1"\ninclude: [parts/*.yaml, more/*.yaml]\n')
        assert running.next() == {"content.yaml"}
        folder = content.parent / "more"
        folder.mkdir()
        (folder / "three.yaml").write_text("handouts: {}\n")
        assert running.next() == {"three.yaml"}


def test_an_asset_in_a_new_folder_is_followed(content: Path) -> None:
    with watched(content) as running:
        folder = content.parent / "assets" / "covers"
        folder.mkdir()
        (folder / "cover.pdf").write_bytes(b"%PDF")
        assert running.next() == {"cover.pdf"}
        shutil.rmtree(folder)
        assert running.next() == {"cover.pdf"}


def test_what_an_editor_leaves_beside_a_file_sets_off_nothing(content: Path) -> None:
    with watched(content) as running:
        for name in (".logo.svg.swp", "logo.svg~", "4913", "logo.svg.tmp"):
            (content.parent / "assets" / name).write_text("x")
        (content.parent / "notes.txt").write_text("x")
        assert running.nothing_more()


def test_includes_are_still_followed_while_the_first_file_is_half_typed(content: Path) -> None:
    with watched(content) as running:
        content.write_text('schema_version: "1\ninclude: [par')
        assert running.next() == {"content.yaml"}
        (content.parent / "parts" / "one.yaml").write_text("handouts: {} # changed\n")
        assert running.next() == {"one.yaml"}


def test_whatever_goes_wrong_is_told_and_the_watch_goes_on(content: Path) -> None:
    def fail(_: frozenset[Path]) -> None:
        raise RuntimeError("the build broke down")

    with watched(content, fail) as running:
        content.write_text(content.read_text() + "#\n")
        assert running.next() == {"content.yaml"}
        content.write_text(content.read_text() + "##\n")
        assert running.next() == {"content.yaml"}
    assert running.complaints == ["the build broke down"] * 3


def test_an_edit_during_a_reaction_sets_off_another(content: Path) -> None:
    def slow(paths: frozenset[Path]) -> None:
        if content in paths and "edited meanwhile" not in content.read_text():
            content.write_text(content.read_text() + "# edited meanwhile\n")

    with watched(content, slow) as running:
        content.write_text(content.read_text() + "#\n")
        assert running.next() == {"content.yaml"}
        assert running.next() == {"content.yaml"}
        assert running.nothing_more()


def test_a_drive_that_tells_of_nothing_is_followed_all_the_same(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_events(*_: object, **__: object) -> Iterator[None]:
        raise OSError("inotify watch limit reached")

    monkeypatch.setattr("watchfiles.watch", no_events)
    with watched(content) as running:
        content.write_text(content.read_text() + "#\n")
        assert running.next() == {"content.yaml"}


def test_an_edit_that_keeps_size_and_time_but_is_another_file_is_noticed(content: Path) -> None:
    status = content.stat()
    with watched(content) as running:
        beside = content.with_name("new")
        beside.write_text(content.read_text().replace('"1"', '"2"'))
        os.utime(beside, ns=(status.st_atime_ns, status.st_mtime_ns))
        beside.replace(content)
        assert running.next() == {"content.yaml"}


@pytest.mark.parametrize("pattern", ["../*.yaml", "/etc/*.yaml", "C:*.yaml", "a\\*.yaml"])
def test_an_include_that_leads_out_of_the_folder_is_not_followed(content: Path, pattern: str) -> None:
    content.write_text(f'schema_version: "1"\ninclude: ["parts/*.yaml", \'{pattern}\']\n')
    assert follow(content).patterns == ("parts/*.yaml",)


@pytest.mark.parametrize("text", ["", "- a list\n", "include: parts\n", "\x00", 'include: [[a], {b: c}, ""]\n'])
def test_any_first_file_can_be_followed(content: Path, text: str) -> None:
    content.write_text(text)
    followed = follow(content)
    assert content in followed.stamps()
    assert content.parent in followed.folders()


def test_a_first_file_that_does_not_exist_yet_is_waited_for(tmp_path: Path) -> None:
    content = tmp_path / "content.yaml"
    with watched(content) as running:
        content.write_text("schema_version: 1\n")
        assert running.next() == {"content.yaml"}


def test_only_so_many_folders_are_watched_one_by_one(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_MAX_FOLDERS", 3)
    for number in range(9):
        (content.parent / "assets" / str(number)).mkdir()
    folders = follow(content).folders()
    assert len(folders) == 3
    assert content.parent in folders
