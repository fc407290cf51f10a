"""What is made of tables of words and expressions is kept as bytecode is, and is the same as made anew."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from handouts.checks.lists import compiled
from handouts.checks.lists.compiled import put_together, taken_apart
from handouts.checks.lists.patterns import FOLDER
from handouts.checks.lists.tables import made_of
from handouts.languages import LANGUAGES

made: list[str] = []


def counted(table: Mapping[str, Any]) -> Mapping[str, Any]:
    made.append("once more")
    return {"words": tuple(table.get("words", ()))}


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    made.clear()
    path = tmp_path / "xx.toml"
    path.write_text('words = ["eau", "savon"]\n', encoding="utf-8")
    return path


def kept_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*.pyc") if path.is_file()]


def test_what_is_made_of_a_table_is_made_once(table: Path) -> None:
    assert [made_of(table, counted) for _ in range(2)] == [{"words": ("eau", "savon")}] * 2
    assert made == ["once more"]


def test_a_table_that_is_written_anew_is_read_anew(table: Path) -> None:
    made_of(table, counted)
    table.write_text('words = ["eau", "sable"]\n', encoding="utf-8")
    os.utime(table, (0, 0))  # older than what is kept, as after a checkout
    assert made_of(table, counted) == {"words": ("eau", "sable")}


@pytest.mark.parametrize("through", [False, True])
def test_what_is_kept_is_made_anew_when_a_module_that_makes_it_is_written(
    table: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, through: bool
) -> None:
    made_of(table, counted, compiled)
    written = tmp_path / "maker.py"
    written.touch()
    monkeypatch.setattr(compiled if through else sys.modules[__name__], "__file__", str(written))
    made_of(table, counted, compiled)
    assert len(made) == 2


@pytest.mark.parametrize("cut", [0, 5, 16, -3])
def test_what_is_kept_and_damaged_is_made_anew(table: Path, tmp_path: Path, cut: int) -> None:
    made_of(table, counted)
    for path in kept_in(tmp_path):
        path.write_bytes(path.read_bytes()[:cut])
    assert made_of(table, counted) == {"words": ("eau", "savon")}


def test_nothing_is_kept_where_python_keeps_nothing(
    table: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert made_of(table, counted) == {"words": ("eau", "savon")}
    assert kept_in(tmp_path) == []


def test_a_table_that_is_not_there_is_empty(table: Path) -> None:
    table.unlink()
    assert made_of(table, counted) == {"words": ()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_expressions_of_the_tables_find_what_they_find_when_compiled(language: str) -> None:
    written = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8")).values()
    again = [re.compile(each.replace("\n", ""), re.IGNORECASE) for each in written]
    together = [put_together(taken_apart(each.pattern, re.IGNORECASE)) for each in again]
    assert together == again  # of the same text, flags and numbers
    assert [each.groupindex for each in together] == [each.groupindex for each in again]


@pytest.mark.parametrize("numbers", [b"", b"\xff" * 40, b"abc"])
def test_an_expression_whose_numbers_this_python_cannot_use_is_compiled(numbers: bytes) -> None:
    text, asked, flags, _, groups, names = taken_apart(r"(?P<part>e\w+)|(x)", re.IGNORECASE)
    found = put_together((text, asked, flags, numbers, groups, names)).search("L’EAU")
    assert found is not None
    assert found["part"] == "EAU"


def test_a_second_check_finds_the_tables_made_by_the_first(tmp_path: Path) -> None:
    settings = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
    asked = "from handouts.checks.lists.lexicon import lexicon; print('savon' in lexicon('fr', 'everyday'))"
    command = [sys.executable, "-v", "-c", asked]
    first, second = (
        subprocess.run(command, env=settings, capture_output=True, text=True, check=True) for _ in range(2)
    )
    assert first.stdout == second.stdout == "True\n"
    assert re.search(r"fr\.cpython-\S+\.pyc matches \S+words\S+fr\.toml", second.stderr)
