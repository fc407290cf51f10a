"""Files that staff keep beside the content: whole at every moment, and nothing left beside them."""

import errno
from pathlib import Path

import pytest

from handouts.errors import ExitCode, OutputError
from handouts.messages import Messages
from handouts.whole_files import DiskFullError, put, write_whole


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    file = tmp_path / "content.yaml"
    file.write_bytes(b"old")
    return file


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_what_a_killed_run_left_beside_a_file_is_swept_away_by_the_next_and_nothing_else(kept: Path) -> None:
    (kept.parent / ".content.yaml.0a1b2c3d.tmp").write_bytes(b"ol")
    theirs = {".other.yaml.0a1b2c3d.tmp", ".content.yaml.tmp", "content.yaml.0a1b2c3d.tmp"}
    for name in theirs:
        (kept.parent / name).write_bytes(b"theirs")
    write_whole(kept, b"new")
    assert kept.read_bytes() == b"new"
    assert names(kept.parent) == sorted({*theirs, "content.yaml"})


def test_a_run_whose_file_was_swept_away_by_another_writes_it_again(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, swept = Path.replace, iter((True, True, False))

    def raced(temporary: Path, target: Path) -> Path:
        if next(swept):
            temporary.unlink()
        return replace(temporary, target)

    monkeypatch.setattr(Path, "replace", raced)
    write_whole(kept, b"new")
    assert kept.read_bytes() == b"new"


def test_a_full_disk_is_told_in_every_language_and_the_file_stays(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("handouts.whole_files.os.fsync", full)
    with pytest.raises(DiskFullError) as error:
        write_whole(kept, b"new")
    (problem,) = error.value.problems
    assert problem.code == "E603"
    assert "le disque est plein" in Messages("fr").problem(problem).message
    assert (kept.read_bytes(), names(kept.parent)) == (b"old", ["content.yaml"])


def test_a_file_that_grows_too_large_is_told_with_nothing_of_rights(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_large(_: int) -> None:
        raise OSError(errno.EFBIG, "File too large")

    monkeypatch.setattr("handouts.whole_files.os.fsync", too_large)
    with pytest.raises(OutputError, match="larger than this disk or your account allows") as error:
        write_whole(kept, b"new")
    assert "may write" not in error.value.problems[0].hint


def test_a_read_only_file_is_told_as_such(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handouts.whole_files.os.access", lambda path, _: path != kept)
    with pytest.raises(OutputError, match="read only") as error:
        write_whole(kept, b"new")
    assert error.value.exit_code == ExitCode.OUTPUT
    assert kept.read_bytes() == b"old"


def test_a_file_that_another_program_holds_is_kept(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(OutputError, match="another program holds it") as error:
        write_whole(kept, b"new")
    assert error.value.problems[0].code == "E605"
    assert (kept.read_bytes(), names(kept.parent)) == (b"old", ["content.yaml"])


def test_a_loop_of_links_is_told(tmp_path: Path) -> None:
    loop = tmp_path / "content.yaml"
    loop.symlink_to(loop.name)
    with pytest.raises(OutputError):
        write_whole(loop, b"new")


@pytest.mark.parametrize("letter", ["a", "é", "\U0001f600"])
def test_a_name_as_long_as_the_disk_takes_has_room_for_its_temporary_one(tmp_path: Path, letter: str) -> None:
    file = tmp_path / (letter * (255 // len(letter.encode())))
    put(file, b"new")
    assert (file.read_bytes(), names(tmp_path)) == (b"new", [file.name])
