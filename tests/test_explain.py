"""Every code is explained, and every wrong sample of the content's codes really gives its code."""

import re
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from handouts.codes import CODES
from handouts.content import UnfitContentError, load
from handouts.errors import ExitCode, Problem, UsageError
from handouts.explain import WIDTH, Explanation, codes_page, explain, explanations, list_codes
from handouts.problems.silence import apply
from handouts.wording.proofread import check_texts
from handouts.wording.resolve import Wording
from layouts import LAYOUTS

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "tests" / "samples" / "explained"
EDITIONS = tuple(layout.id for layout in LAYOUTS)
CONTENT = [code for code in explanations() if code[1] == "1"]
NOT_TYPED = {"E129", "E150", "E151", "E152", "E175"}
"""Codes of the content that no text of a file can give."""


def codes_in_sources() -> set[str]:
    folder = ROOT / "handouts"
    paths = [*folder.rglob("*.py"), *(folder / "checks" / "mistakes").glob("*.toml"), *(ROOT / "layouts").glob("*.py")]
    texts = (path.read_text(encoding="utf-8") for path in paths if path.name != "codes.py")
    return {code for text in texts for code in re.findall(r'"([EW][0-9]{3})"', text)}


def test_every_code_has_a_title_and_an_explanation() -> None:
    assert sorted(explanations().keys() ^ CODES.keys()) == []


def test_the_table_has_the_codes_that_the_program_can_give() -> None:
    assert sorted(codes_in_sources() ^ CODES.keys()) == []


@pytest.mark.parametrize("code", explanations())
def test_an_explanation_is_complete_and_readable(code: str) -> None:
    story = explanations()[code]
    for words in (story.means, story.why):
        assert words[0].isupper() or words[0] in "`“"
        assert words.endswith((".", "?", "”"))
        assert len(words) < 500
    assert story.wrong
    assert story.right
    lines = explain(code).splitlines()
    assert lines[0].startswith(f"{story.kind}[{code}]: ")
    assert max(map(len, lines)) <= WIDTH + 16


def replaced(text: str, old: str, new: str) -> str | None:
    """Return `text` with `new` for the part that is `old` at some indent; None when there is no such part."""
    wanted = [line for line in old.splitlines() if not line.lstrip().startswith("#")]
    lines = text.splitlines()
    for start in range(len(lines) - len(wanted) + 1):
        part = "\n".join(lines[start : start + len(wanted)])
        if textwrap.dedent(part) == "\n".join(wanted):
            indent = part[: len(part) - len(part.lstrip())]
            put = [indent + line if line.strip() else line for line in new.splitlines()]
            return "\n".join([*lines[:start], *put, *lines[start + len(wanted) :], ""])
    return None


def with_the_mistake(story: Explanation, folder: Path) -> Path:
    """Copy the sample content with the wrong sample in place of the right one."""
    shutil.copytree(SAMPLE, folder / "content")
    for path in (folder / "content" / "content.yaml", folder / "content" / "parts" / "redness.yaml"):
        text = replaced(path.read_text(encoding="utf-8"), story.right, story.wrong)
        if text is not None:
            path.write_text(text, encoding="utf-8")
            return folder / "content" / "content.yaml"
    raise AssertionError(f"what is right for {story.code} is no part of the sample content")


def problems(path: Path) -> Iterator[Problem]:
    """Yield every problem with a content, those of its texts and of its silences included."""
    try:
        loaded = load(path, EDITIONS)
    except UnfitContentError as unfit:
        yield from unfit.problems
        yield from apply(unfit.problems, unfit.sources).about
        return
    found = [*loaded.warnings, *check_texts(loaded.content, loaded.sources.files)]
    silencing = apply(found, loaded.sources)
    yield from (*silencing.kept, *silencing.about)


def test_the_sample_content_has_no_problem() -> None:
    assert list(problems(SAMPLE / "content.yaml")) == []


@pytest.mark.parametrize("code", [code for code in CONTENT if code not in NOT_TYPED])
def test_the_wrong_sample_of_a_content_code_gives_that_code_when_loaded(code: str, tmp_path: Path) -> None:
    found = list(problems(with_the_mistake(explanations()[code], tmp_path)))
    assert code in {problem.code for problem in found}, [str(problem) for problem in found]


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    assert [problem.code for problem in problems(tmp_path / "contents.yaml")] == ["E150"]


def test_a_file_saved_with_an_old_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "content.yaml"
    path.write_bytes(explanations()["E151"].wrong.replace("“", "").replace("”", "").encode("cp1252"))
    assert [problem.code for problem in problems(path)] == ["E151"]


def test_a_file_larger_than_a_person_writes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "content.yaml"
    path.write_bytes(b"#" * 7_000_000)
    assert [problem.code for problem in problems(path)] == ["E152"]


def test_a_clinic_that_lacks_what_a_text_names_is_told(tmp_path: Path) -> None:
    content = load(with_the_mistake(explanations()["E175"], tmp_path), EDITIONS).content
    from handouts.languages import LANGUAGES  # noqa: PLC0415

    wording = Wording(content, content.clinics["boreale-quebec"], content.handouts["pimples"], LANGUAGES["fr"], {})
    block = next(
        block
        for section in content.handouts["pimples"].sections
        for block in section.blocks
        if block.block == "paragraph" and "{clinic.booking}" in block.text["fr"]
    )
    assert block.block == "paragraph"
    with pytest.raises(Exception, match="E175"):
        wording.plain(block.text)


@pytest.mark.parametrize("typed", ["E104", "e104", "[E104]", " E104 "])
def test_a_code_is_found_however_it_is_typed(typed: str) -> None:
    assert explain(typed).startswith("error[E104]: A text is missing in a language\n")


def test_a_code_that_does_not_exist_is_a_wrong_usage_with_a_guess() -> None:
    with pytest.raises(UsageError) as caught:
        explain("W104")
    (problem,) = caught.value.problems
    assert caught.value.exit_code is ExitCode.USAGE
    assert problem.hint == "did you mean E104?"


def test_the_list_of_codes_names_each_once_by_family() -> None:
    rows = list_codes().splitlines()
    assert sorted(row.split()[0] for row in rows if row.startswith("  ")) == sorted(CODES)
    assert rows[0] == "What stands where"


def test_the_page_of_codes_has_a_section_for_each() -> None:
    assert re.findall(r"^### ([EW][0-9]{3}): ", codes_page(), re.MULTILINE) == list(explanations())
