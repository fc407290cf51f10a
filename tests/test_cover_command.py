"""`cover add` and `cover check`, as people use them."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.covers import drawn, opening_script, signed

ROOT = Path(__file__).resolve().parents[1]
CLINIC = "rivage-limoilou"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The sample content, in a folder of its own."""
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "assets", folder / "assets")
    shutil.copy(ROOT / "content.yaml", folder)
    return folder / "content.yaml"


def ask(content: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the command; a traceback is never an answer."""
    command = [sys.executable, str(ROOT / "generate.py"), *arguments, "--content", str(content), "--no-color"]
    answer = subprocess.run(command, cwd=content.parent, capture_output=True, text=True, check=False)
    assert "Traceback" not in answer.stderr
    return answer


def build(content: Path) -> "subprocess.CompletedProcess[str]":
    """Make the shortest sheet that has the clinic's cover."""
    return ask(content, "build", "--clinic", CLINIC, "--edition", "single-fr", "--handout", "pimples")


def test_a_cover_that_was_just_copied_there_stops_the_sheet_at_its_line_and_the_command_it_names_helps(
    content: Path,
) -> None:
    (content.parent / "assets" / "limoilou-couverture.pdf").write_bytes(drawn())
    answer = build(content)
    assert answer.returncode == 3
    assert "error[E561]: assets/limoilou-couverture.pdf was changed after it was checked" in answer.stderr
    assert "file: assets/limoilou-couverture.pdf\n" in answer.stderr
    assert "help: run `generate.py cover add assets/limoilou-couverture.pdf`" in answer.stderr
    assert ask(content, "cover", "add", "assets/limoilou-couverture.pdf").returncode == 0
    assert build(content).returncode == 0


def test_a_cover_is_added_in_words_that_say_what_was_left_out_and_what_to_write(content: Path, tmp_path: Path) -> None:
    file = tmp_path / "Couverture.pdf"
    file.write_bytes(opening_script())
    answer = ask(content, "cover", "add", str(file), "--clinic", CLINIC)
    assert answer.returncode == 0
    assert "warning[W541]" in answer.stderr
    assert "scripts" in answer.stderr
    assert f"      file: assets/{CLINIC}-cover.pdf" in answer.stdout
    (picture,) = (line.split()[-1] for line in answer.stdout.splitlines() if "look at it" in line)
    assert (content.parent / picture).read_bytes().startswith(b"\x89PNG")


def test_checking_a_cover_writes_nothing(content: Path, tmp_path: Path) -> None:
    file = tmp_path / "Couverture.pdf"
    file.write_bytes(drawn())
    before = sorted(path for path in content.parent.rglob("*"))
    answer = ask(content, "cover", "check", str(file))
    assert answer.returncode == 0
    assert "nothing was written" in answer.stdout
    assert sorted(path for path in content.parent.rglob("*")) == before


def test_a_cover_can_be_added_for_a_program(content: Path) -> None:
    answer = ask(content, "cover", "add", "--json", "assets/montreal-note.pdf", "--note")
    said = json.loads(answer.stdout)
    assert (said["path"], said["pages"], said["notes"]) == ("assets/montreal-note.pdf", ["figure"], [])


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        ([], "E901", 2),
        (["add"], "E901", 2),
        (["eat", "assets/montreal-note.pdf"], "E901", 2),
        (["add", "nothing.pdf"], "E510", 3),
        (["add", "assets"], "E510", 3),
        (["add", "content.yaml", "--clinic", CLINIC], "E540", 3),
        (["add", "assets/montreal-note.pdf", "--clinic", "../../etc"], "E902", 2),
    ],
)
def test_what_cannot_be_done_is_said_in_words(content: Path, arguments: list[str], code: str, exit_code: int) -> None:
    answer = ask(content, "cover", *arguments)
    assert f"error[{code}]" in answer.stderr
    assert answer.returncode == exit_code


def test_a_signed_cover_is_taken_when_its_signature_may_go(content: Path, tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(signed())
    refused = ask(content, "cover", "check", str(file))
    assert refused.returncode == 3
    assert "signed.pdf: the file is signed" in refused.stderr
    assert "--drop-signature" in refused.stderr
    taken = ask(content, "cover", "check", str(file), "--drop-signature")
    assert taken.returncode == 0
    assert "W545" in taken.stderr
