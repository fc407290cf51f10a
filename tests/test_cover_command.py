"""`cover add` and `cover check`, as people use them."""

import io
import json
import re
import shlex
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from handouts.cli import main
from layouts import LAYOUTS
from tests.covers import drawn, opening_script, signed
from tests.sample_content import Ran, copy_of_sample, edit

ROOT = Path(__file__).resolve().parents[1]
CLINIC = "rivage-limoilou"
COVER = "assets/limoilou-couverture.pdf"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The sample content, in a folder of its own."""
    return copy_of_sample(tmp_path / "project")


def ask(content: Path, *arguments: str) -> Ran:
    """Run the command beside the content; a traceback is never an answer."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), chdir(content.parent):
        code = main([*arguments, "--content", str(content), "--no-color"], LAYOUTS, ROOT)
    assert "Traceback" not in err.getvalue()
    return Ran(code, out.getvalue(), err.getvalue())


def build(content: Path) -> Ran:
    """Make the shortest sheet that has the clinic's cover."""
    return ask(content, "build", "--clinic", CLINIC, "--edition", "single-fr", "--handout", "pimples")


def follow_the_help(content: Path, answer: Ran) -> int:
    """Run the command that an error names, to the letter but for the way to start it."""
    (command,) = re.findall(r"help: run `uv run generate.py ([^`]+)`", answer.err)
    named = [word for word in shlex.split(command) if word not in {"--content", str(content)}]
    return ask(content, *named).code


def test_a_cover_that_changed_stops_its_sheet_at_its_line_and_the_command_that_is_named_helps(content: Path) -> None:
    (content.parent / COVER).write_bytes(drawn())
    answer = build(content)
    assert answer.code == 3
    assert f"error[E561]: {COVER} was changed after it was checked" in answer.err
    assert f"file: {COVER}\n" in answer.err
    assert follow_the_help(content, answer) == 0
    assert build(content).code == 0


def test_a_pdf_that_nobody_accepted_stops_the_sheets_that_show_it_and_no_others(content: Path) -> None:
    everything = ("build", "--edition", "single-fr", "--handout", "pimples")
    assert ask(content, *everything).code == 0
    output = content.parent / "output"
    old = {path: path.read_bytes() for path in (output / CLINIC).iterdir()}
    (content.parent / "assets" / "nouvelle.pdf").write_bytes(drawn())
    edit(content, f"file: {COVER}", "file: assets/nouvelle.pdf")
    edit(content, "Gardez la peau propre", "Gardez votre peau propre")
    answer = ask(content, *everything)
    assert answer.code == 3
    assert f"{content}:266:13: error[E560]: assets/nouvelle.pdf was not checked yet" in answer.err
    assert "3 made, 0 unchanged, 1 failed" in answer.out
    assert {path: path.read_bytes() for path in (output / CLINIC).iterdir()} == old
    assert "error[E560]" in ask(content, "check", "--clinic", CLINIC, "--handout", "pimples").err
    assert follow_the_help(content, answer) == 0
    assert ask(content, *everything).code == 0


def test_a_note_that_nobody_accepted_is_accepted_as_a_note(content: Path) -> None:
    (content.parent / "assets" / "nouvelle.pdf").write_bytes(drawn())
    edit(content, "file: assets/montreal-note.pdf", "file: assets/nouvelle.pdf")
    answer = ask(content, "build", "--clinic", "rivage-montreal", "--edition", "single-fr", "--handout", "pimples")
    assert "error[E560]" in answer.err
    assert "`uv run generate.py cover add assets/nouvelle.pdf --clinic rivage-montreal --note --content" in answer.err
    assert follow_the_help(content, answer) == 0


def test_a_new_clinic_has_its_cover_by_the_readme_alone(content: Path, tmp_path: Path) -> None:
    file = tmp_path / "Couverture finale.pdf"
    file.write_bytes(drawn())
    ask(content, "new", "clinic", "aurore-saguenay")
    answer = ask(content, "cover", "add", str(file), "--clinic", "aurore-saguenay")
    assert answer.code == 0
    (named,) = (line.split()[-1] for line in answer.out.splitlines() if line.strip().startswith("file: "))
    assert named in (ROOT / "README.md").read_text(), "the README names the file that `cover add` makes"
    assert (content.parent / named).read_bytes() == drawn()


CHECK = ("check", "--clinic", CLINIC, "--handout", "pimples")


@pytest.mark.parametrize("command", [CHECK, ("cover", "add", COVER), ("cover", "check", COVER)], ids=" ".join)
def test_every_command_calls_what_is_no_pdf_what_it_is(content: Path, command: tuple[str, ...]) -> None:
    (content.parent / COVER).write_bytes(b"PK\x03\x04\x14\x00word/document.xml")
    answer = ask(content, *command)
    assert answer.code == 3
    assert "this is a Word document, not a PDF" in answer.err
    assert "save or export it as PDF" in answer.err


def test_an_empty_file_is_called_empty(content: Path) -> None:
    (content.parent / COVER).write_bytes(b"")
    for arguments in (("build", "--clinic", CLINIC, "--handout", "pimples"), ("cover", "add", COVER)):
        answer = ask(content, *arguments)
        assert answer.code == 3
        assert "the file is empty" in answer.err


def test_a_file_that_is_not_there_is_looked_for_here_and_beside_the_content_and_both_are_named(content: Path) -> None:
    elsewhere = content.parent / "elsewhere"
    elsewhere.mkdir()
    command = [sys.executable, str(ROOT / "generate.py"), "cover", "add", "assets/nul-part.pdf", "--content"]
    answer = subprocess.run([*command, "../content.yaml"], cwd=elsewhere, capture_output=True, text=True, check=False)
    assert answer.returncode == 3
    for place in (elsewhere, content.parent):
        assert str(place / "assets" / "nul-part.pdf") in answer.stderr
    command[4] = COVER
    taken = subprocess.run([*command, "../content.yaml"], cwd=elsewhere, capture_output=True, text=True, check=True)
    (picture,) = (line.split()[-1] for line in taken.stdout.splitlines() if "look at it" in line)
    assert (elsewhere / picture).exists(), "the picture is where it is said to be"
    (elsewhere / "assets").mkdir()
    (elsewhere / COVER).write_bytes(drawn(pages=2))
    nearer = subprocess.run([*command, "../content.yaml"], cwd=elsewhere, capture_output=True, text=True, check=False)
    assert "E511" in nearer.stderr, "the one in the working folder comes first, and is in no clinic's assets"


@pytest.mark.parametrize(
    ("named", "words"),
    [("assets", "is a folder"), ("nowhere.pdf", "is a link to nothing"), ("x" * 300 + ".pdf", "there is no file")],
)
def test_what_is_no_file_is_called_what_it_is(content: Path, named: str, words: str) -> None:
    (content.parent / "nowhere.pdf").symlink_to("gone.pdf")
    answer = ask(content, "cover", "check", named)
    assert answer.code == 3
    assert words in answer.err
    assert named in answer.err.replace("\n", "")


def test_a_cover_that_is_not_there_yet_is_put_there_and_accepted_as_is_said(content: Path) -> None:
    edit(content, f"file: {COVER}", "file: assets/à venir.pdf")
    answer = build(content)
    assert "error[E510]: there is no file assets/à venir.pdf" in answer.err
    (command,) = re.findall(r"then run `uv run generate.py ([^`]+)`", answer.err)
    (content.parent / "assets" / "à venir.pdf").write_bytes(drawn())
    assert ask(content, *(word for word in shlex.split(command) if word not in {"--content", str(content)})).code == 0
    assert build(content).code == 0


def test_a_folder_in_the_place_of_a_cover_is_called_one(content: Path) -> None:
    (content.parent / COVER).unlink()
    (content.parent / COVER).mkdir()
    assert f"{COVER} is a folder, not a file" in build(content).err


def test_a_cover_is_added_in_words_that_say_what_was_left_out_and_what_to_write(content: Path, tmp_path: Path) -> None:
    file = tmp_path / "Couverture.pdf"
    file.write_bytes(opening_script())
    answer = ask(content, "cover", "add", str(file), "--clinic", CLINIC)
    assert answer.code == 0
    assert "warning[W541]" in answer.err
    assert "scripts" in answer.err
    assert f"      file: assets/{CLINIC}-cover.pdf" in answer.out
    (picture,) = (line.split()[-1] for line in answer.out.splitlines() if "look at it" in line)
    assert (content.parent / picture).read_bytes().startswith(b"\x89PNG")


def test_checking_a_cover_writes_nothing(content: Path, tmp_path: Path) -> None:
    file = tmp_path / "Couverture.pdf"
    file.write_bytes(drawn())
    before = sorted(path for path in content.parent.rglob("*"))
    answer = ask(content, "cover", "check", str(file))
    assert answer.code == 0
    assert "nothing was written" in answer.out
    assert sorted(path for path in content.parent.rglob("*")) == before


def test_a_cover_can_be_added_for_a_program(content: Path) -> None:
    answer = ask(content, "cover", "add", "--json", "assets/montreal-note.pdf", "--note")
    said = json.loads(answer.out)
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
    assert f"error[{code}]" in answer.err
    assert answer.code == exit_code


def test_a_signed_cover_is_taken_when_its_signature_may_go(content: Path, tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(signed())
    refused = ask(content, "cover", "check", str(file))
    assert refused.code == 3
    assert "signed.pdf: the file is signed" in refused.err
    assert "--drop-signature" in refused.err
    taken = ask(content, "cover", "check", str(file), "--drop-signature")
    assert taken.code == 0
    assert "W545" in taken.err


def test_what_is_wrong_with_the_content_is_shown_with_its_line_when_it_stands_in_the_way(content: Path) -> None:
    edit(content, "schema_version: 1", "schema_version: 2", count=1)
    answer = ask(content, "cover", "add", COVER, "--clinic", CLINIC)
    assert answer.code == 1
    assert "error[E107]" in answer.err
    assert "| schema_version: 2\n" in answer.err
    assert ask(content, "cover", "check", COVER).code == 0
