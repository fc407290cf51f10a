"""The command: codes explained, skeletons written, silences listed, SARIF written."""

import json
from pathlib import Path
from typing import Any

import pytest

from handouts.cli import main
from handouts.errors import ExitCode
from layouts import LAYOUTS
from tests.sample_content import copy_of_sample

ROOT = Path(__file__).resolve().parents[1]
DAY = ("--date", "2026-11-23")
SOON = ("--date", "2028-04-20")
ONE = ("--clinic", "boreale-levis", "--handout", "pimples", "--edition", "single", "--lang", "fr")


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample content, in the working folder."""
    monkeypatch.chdir(tmp_path)
    return copy_of_sample(tmp_path)


def run(*arguments: str) -> int:
    return main(arguments, LAYOUTS, ROOT)


def test_a_code_is_explained_and_several_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "E104", "w101") == ExitCode.DONE
    out = capsys.readouterr().out
    assert out.startswith("error[E104]: A text is missing in a language\n")
    assert "\n\nwarning[W101]: " in out


def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain") == ExitCode.DONE
    assert "  E104  A text is missing in a language\n" in capsys.readouterr().out


def test_an_explanation_is_data_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "E104", "--json") == ExitCode.DONE
    (said,) = json.loads(capsys.readouterr().out)
    assert (said["code"], said["family"]) == ("E104", "What stands where")


def test_a_code_that_does_not_exist_is_a_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "E1") == ExitCode.USAGE
    assert "there is no code “E1”" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["handout", "clinic", "brand"])
def test_something_new_is_written_and_its_line_told(
    content: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", kind, "aurore", *DAY) == ExitCode.DONE
    place, words = capsys.readouterr().out.split(": ", 1)
    file, line = place.split(":")
    assert file == "content.yaml"
    assert content.read_text(encoding="utf-8").splitlines()[int(line) - 1] == "  aurore:"
    assert words.startswith(f"a new {kind}, aurore.")


def test_what_stands_in_the_way_of_something_new_is_shown(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content.write_text("schema_version: 1\nclinics:\n  lac\n   b: [\n", encoding="utf-8")
    assert run("new", "clinic", "aurore-saguenay") == ExitCode.CONTENT
    assert "    3 |   lac\n      |      ^" in capsys.readouterr().err
    assert content.read_text(encoding="utf-8").endswith("b: [\n")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ((), "new handout ID"),
        (("clinic",), "new clinic ID"),
        (("handot", "x"), "did you mean `handout`?"),
        (("clinic", "Aurore"), "did you mean `aurore`?"),
        (("clinic", "a", "b"), "an id is one word: `new clinic a-b`"),
        (("clinic", "Bonne", "Santé"), "an id is one word: `new clinic bonne-sante`"),
    ],
)
def test_new_says_how_it_is_used(
    content: Path, words: tuple[str, ...], hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content.read_bytes()
    assert run("new", *words) == ExitCode.USAGE
    assert hint in capsys.readouterr().err
    assert content.read_bytes() == before


def silence(content: Path, reason: str) -> int:
    """Allow a review that is due soon, and return the line of the comment."""
    text = content.read_text(encoding="utf-8")
    at = text.index("    review_due:")
    content.write_text(f"{text[:at]}    # allow W451{reason}\n{text[at:]}", encoding="utf-8")
    return text[:at].count("\n") + 1


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = run("check", "--json", *SOON, *ONE, *arguments)
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    return code, said


def test_a_silenced_warning_is_not_told_but_listed_and_stops_nothing(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = checked(capsys, "--strict")
    assert (code, [problem["code"] for problem in said["problems"]]) == (ExitCode.CONTENT, ["W451"])
    line = silence(content, ": a clinician has the text")
    code, said = checked(capsys, "--strict")
    assert (code, said["problems"]) == (ExitCode.DONE, [])
    assert ("W451", line + 1, "a clinician has the text") in [
        (each["code"], each["line"], each["reason"]) for each in said["silenced"]
    ]
    assert run("check", *SOON, *ONE) == ExitCode.DONE
    assert f"silenced: content.yaml:{line + 1}:" in capsys.readouterr().out


def test_a_silence_without_a_reason_is_told_beside_the_warning(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    silence(content, "")
    _, said = checked(capsys)
    assert [problem["code"] for problem in said["problems"]] == ["W181", "W451"]


def test_check_writes_sarif_with_paths_from_the_working_folder(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = silence(content, ": a clinician has the text")
    checked(capsys, "--sarif", "found.sarif")
    (log,) = json.loads(Path("found.sarif").read_text(encoding="utf-8"))["runs"]
    result = next(each for each in log["results"] if each["suppressions"])
    place = result["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("content.yaml", line + 1)


def test_check_writes_sarif_of_content_that_cannot_be_used_at_all(content: Path) -> None:
    content.write_text("a: b\n  c: d\n", encoding="utf-8")
    assert run("check", "--sarif", "found.sarif") == ExitCode.CONTENT
    (log,) = json.loads(Path("found.sarif").read_text(encoding="utf-8"))["runs"]
    assert [result["ruleId"] for result in log["results"]] == ["E164"]


def test_a_sarif_file_that_cannot_be_written_is_told(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert content.exists()
    assert run("check", *DAY, *ONE, "--sarif", "nowhere/found.sarif") == ExitCode.OUTPUT
    assert "found.sarif cannot be written" in capsys.readouterr().err


def test_docs_writes_what_is_made_from_the_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["docs"], LAYOUTS, tmp_path) == ExitCode.DONE
    assert "written: docs/codes.md" in capsys.readouterr().out
    assert (tmp_path / "schema" / "content.schema.json").exists()
    assert main(["docs"], LAYOUTS, tmp_path) == ExitCode.DONE
    assert "all are current" in capsys.readouterr().out
