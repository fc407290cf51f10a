"""Files that are whole at every moment, whatever happens to the machine."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from handouts.build.publish import LOCK, OutputFolder
from handouts.errors import ExitCode, OutputError
from handouts.whole_files import DiskFullError

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> OutputFolder:
    output = OutputFolder(tmp_path / "output")
    output.open()
    return output


def refused(error: pytest.ExceptionInfo[OutputError]) -> str:
    assert error.value.exit_code == ExitCode.OUTPUT
    (problem,) = error.value.problems
    assert problem.hint
    return problem.code


def test_a_published_file_takes_the_place_of_the_old_one(folder: OutputFolder) -> None:
    folder.publish("nord/a.pdf", b"old")
    folder.publish("nord/a.pdf", b"new")
    assert (folder.root / "nord" / "a.pdf").read_bytes() == b"new"
    assert [entry.name for entry in (folder.root / "nord").iterdir()] == ["a.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no umask")
def test_a_published_file_has_the_rights_that_the_umask_gives(folder: OutputFolder) -> None:
    before = os.umask(0o027)
    try:
        folder.publish("nord/a.pdf", b"x")
    finally:
        os.umask(before)
    assert (folder.root / "nord" / "a.pdf").stat().st_mode & 0o777 == 0o640


def test_a_full_disk_leaves_the_old_file_and_no_part_of_the_new_one(
    folder: OutputFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.publish("nord/a.pdf", b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("handouts.whole_files.os.fsync", full)
    with pytest.raises(DiskFullError) as error:
        folder.publish("nord/a.pdf", b"new")
    assert refused(error) == "E603"
    assert "full" in error.value.problems[0].message
    assert (folder.root / "nord" / "a.pdf").read_bytes() == b"old"
    assert [entry.name for entry in (folder.root / "nord").iterdir()] == ["a.pdf"]


def test_a_write_that_the_system_cuts_short_leaves_the_old_file(folder: OutputFolder) -> None:
    resource = pytest.importorskip("resource", reason="Windows has no limit on the size of files")
    folder.publish("nord/a.pdf", b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OutputError) as error:
            folder.publish("nord/a.pdf", b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert refused(error) == "E602"
    assert (folder.root / "nord" / "a.pdf").read_bytes() == b"old"
    assert [entry.name for entry in (folder.root / "nord").iterdir()] == ["a.pdf"]


def test_a_file_that_a_viewer_holds_is_kept_and_the_viewer_is_named(
    folder: OutputFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.publish("nord/a.pdf", b"old")

    def held(*_: object) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(OutputError) as error:
        folder.publish("nord/a.pdf", b"new")
    assert refused(error) == "E605"
    assert "close the PDF in the viewer" in error.value.problems[0].hint
    assert (folder.root / "nord" / "a.pdf").read_bytes() == b"old"


def test_a_file_in_the_place_of_the_folder_is_named_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("mine")
    with pytest.raises(OutputError) as error:
        OutputFolder(tmp_path / "output").open()
    assert refused(error) == "E601"
    assert (tmp_path / "output").read_text() == "mine"


def test_a_folder_in_the_place_of_a_file_is_named_in_plain_words(folder: OutputFolder) -> None:
    (folder.root / "nord" / "a.pdf").mkdir(parents=True)
    with pytest.raises(OutputError) as error:
        folder.publish("nord/a.pdf", b"x")
    assert refused(error) == "E601"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has a folder that nobody can write to")
def test_a_folder_that_cannot_be_written_to_is_named_in_plain_words() -> None:
    with pytest.raises(OutputError) as error:
        OutputFolder(Path("/proc/self/handouts")).open()
    assert refused(error) == "E602"


def test_nothing_is_written_through_a_link_to_another_folder(folder: OutputFolder, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder.root / "nord").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(OutputError) as error:
        folder.publish("nord/a.pdf", b"x")
    assert refused(error) == "E604"
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_link_in_the_place_of_a_file_is_replaced_and_what_it_leads_to_is_not(
    folder: OutputFolder, tmp_path: Path
) -> None:
    (tmp_path / "victim").write_bytes(b"mine")
    (folder.root / "nord").mkdir()
    (folder.root / "nord" / "a.pdf").symlink_to(tmp_path / "victim")
    assert folder.read("nord/a.pdf") is None
    folder.publish("nord/a.pdf", b"ours")
    assert (tmp_path / "victim").read_bytes() == b"mine"
    assert not (folder.root / "nord" / "a.pdf").is_symlink()
    assert folder.read("nord/a.pdf") == b"ours"


def test_what_a_killed_build_left_is_swept_away_and_nothing_else(folder: OutputFolder) -> None:
    folder.publish("nord/a.pdf", b"x")
    left = folder.root / "nord" / ".a.pdf.0123abcd.tmp"
    kept = [folder.root / "nord" / name for name in ("a.tmp", ".mine.tmp", "a.pdf")]
    for path in (left, *kept[:2]):
        path.write_bytes(b"half")
    with folder.reserved(lambda: None):
        pass
    assert not left.exists()
    assert all(path.exists() for path in kept)


def test_a_removed_file_takes_its_empty_folder_with_it_but_no_other(folder: OutputFolder) -> None:
    for path in ("nord/a.pdf", "sud/a.pdf", "sud/b.pdf"):
        folder.publish(path, b"x")
    folder.remove("nord/a.pdf")
    folder.remove("sud/a.pdf")
    folder.settle()
    assert sorted(path.name for path in folder.root.iterdir() if path.name != LOCK) == ["sud"]
    assert folder.read("sud/b.pdf") == b"x"


# builds at once, and killed ones

HOLD = """
import sys, time
from pathlib import Path
from handouts.build.publish import OutputFolder
output = OutputFolder(Path(sys.argv[1]))
with output.reserved(lambda: None):
    print("held", flush=True)
    time.sleep(60)
"""
WRITE = """
import itertools, sys
from pathlib import Path
from handouts.build.publish import OutputFolder
output = OutputFolder(Path(sys.argv[1]))
for number in itertools.count():
    output.publish("nord/a.pdf", bytes([65 + number % 26]) * 300_000)
    if not number:
        print("begun", flush=True)
"""


@pytest.fixture
def holder(folder: OutputFolder) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLD, str(folder.root)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_build_waits_a_little_then_says_why_it_cannot_go_on(
    folder: OutputFolder, holder: subprocess.Popen[str]
) -> None:
    assert holder.poll() is None
    told: list[str] = []
    with pytest.raises(OutputError) as error, folder.reserved(lambda: told.append("waiting"), patience=0.5):
        raise AssertionError("two builds at once")
    assert refused(error) == "E606"
    assert told == ["waiting"]


def test_a_killed_build_keeps_nobody_out(folder: OutputFolder, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    with folder.reserved(lambda: None, patience=0.5):
        folder.publish("nord/a.pdf", b"x")


def test_a_writer_killed_at_any_moment_leaves_a_whole_file(folder: OutputFolder) -> None:
    for moment in range(12):
        command = [sys.executable, "-c", WRITE, str(folder.root)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(moment * 0.0037)
            process.kill()
        data = (folder.root / "nord" / "a.pdf").read_bytes()
        assert len(data) == 300_000
        assert len(set(data)) == 1


def test_a_folder_in_the_place_of_the_manifest_or_the_lock_is_named_and_nothing_else(folder: OutputFolder) -> None:
    (folder.root / "manifest.json").mkdir()
    assert folder.read("manifest.json") is None
    with pytest.raises(OutputError, match=r"E601.*manifest\.json cannot be written: a folder stands in its place"):
        folder.publish("manifest.json", b"{}")
    (folder.root / LOCK).mkdir()
    with pytest.raises(OutputError, match=r"E601.*\.lock cannot be written: a folder"), folder.reserved(lambda: None):
        pass


def test_an_output_folder_whose_name_is_too_long_is_told_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"E602.*File name too long"):
        OutputFolder(tmp_path / ("a" * 300)).open()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such pipes")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(folder: OutputFolder) -> None:
    os.mkfifo(folder.root / "manifest.json")
    assert folder.read("manifest.json") is None
    folder.publish("manifest.json", b"{}")
    assert folder.read("manifest.json") == b"{}"
