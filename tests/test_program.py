"""The fingerprint of the program changes with the program, and with nothing else."""

from pathlib import Path

import pytest

from handouts import program


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
