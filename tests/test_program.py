"""The fingerprint of the program changes with the program, and with nothing else."""

from pathlib import Path
from unittest.mock import patch

import pytest

from handouts.keeping import program


@pytest.mark.parametrize(
    ("name", "is_another"), [(".DS_Store", False), ("a.cpython-311.pyc", False), ("words.toml", True), ("a.py", True)]
)
def test_what_is_left_beside_the_program_makes_nothing_out_of_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, *, is_another: bool
) -> None:
    monkeypatch.setattr(program, "_PACKAGE", tmp_path)
    (tmp_path / "a.py").write_text("one", "utf-8")
    before = program.program_digest.__wrapped__()
    (tmp_path / name).write_text("other", "utf-8")
    assert (program.program_digest.__wrapped__() != before) == is_another


def test_a_program_whose_files_are_as_they_were_is_not_read_again_and_one_that_was_mended_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDOUTS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(program, "_PACKAGE", package := tmp_path / "package")
    package.mkdir()
    (package / "a.py").write_text("one", "utf-8")
    with patch.object(program, "_read_files", wraps=program._read_files) as read:
        first, again = program.program_digest.__wrapped__(), program.program_digest.__wrapped__()
    assert first == again
    assert read.call_count == 1
    (package / "a.py").write_text("two", "utf-8")
    assert program.program_digest.__wrapped__() != first
    (tmp_path / "cache" / "program.z").write_bytes(b"damaged")
    assert program.program_digest.__wrapped__() != first
