"""`translated`, the marks and the messages of texts that are behind, as those who use the command see them."""

from pathlib import Path

import pytest

from tests.inspection import page_text
from tests.sample_content import Ran, edit, files, generate, manifest, write_content

ROOT = Path(__file__).resolve().parents[1]
MARKS = ("Ébauche à faire approuver", "Draft, to be approved")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content of which someone said that all of it is translated."""
    path = write_content(tmp_path, handouts=("boutons", "taches"))
    assert generate(path, "translated", "--all").code == 0
    return path


def side_file(content: Path) -> Path:
    return content.with_name("content.translations.txt")


def line_of(content: Path, words: str) -> int:
    lines = content.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def codes(ran: Ran) -> list[str]:
    """What is told of texts that are behind, of silences and of finished files; other checks have tests of their own."""
    return [
        code for problem in ran.json["problems"] if (code := problem["code"]).startswith(("W18", "W21", "E6", "W6"))
    ]


def wait_less(content: Path) -> int:
    """Change the English of a text of the handout `boutons`, and return its line."""
    edit(content, "Wait {makeup_wait}.", "Wait {makeup_wait}, no less.", count=1)
    return line_of(content, "no less")


def says_draft(content: Path) -> set[str]:
    """The files on each page of which the mark stands in both languages."""
    pdfs = {path: data for path, data in files(content.parent / "output").items() if path.endswith(".pdf")}
    return {path for path, data in pdfs.items() if all(mark in page_text(data) for mark in MARKS)}


# told


def test_nothing_is_told_of_translations_before_anyone_began(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    assert codes(generate(content, "check", "--json")) == []
    assert "translated --all" in generate(content, "translated").out
    assert not side_file(content).exists()


def test_a_text_that_is_behind_is_told_at_its_line_with_the_line_that_changed(content: Path) -> None:
    changed = wait_less(content)
    ran = generate(content, "check")
    assert ran.code == 0
    behind = changed - 1
    assert f"content.yaml:{behind}:19: warning[W210]: the English (line {changed}) changed since this French" in ran.err
    assert "Attendez {makeup_wait}." in ran.err
    named = content.as_posix()
    assert f"run `uv run generate.py translated {named}:{behind} --content {named}`" in ran.err


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("Attendez {makeup_wait}.", "N'attendez pas {makeup_wait}.", "N'attendez pas"),
        ("Wait {makeup_wait}.", "Do not wait {makeup_wait}.", "Do not wait"),
        ("Fièvre", "Aucune fièvre", "Aucune"),
        ("Fever", "No fever", "No"),
    ],
)
def test_what_one_language_no_longer_says_is_told_once_in_the_language_that_was_edited(
    before: str, after: str, place: str, content: Path
) -> None:
    edit(content, before, after, count=1)
    [told] = generate(content, "check", "--json").json["problems"]
    line = content.read_text(encoding="utf-8").splitlines()[told["line"] - 1]
    assert line[told["column"] - 1 :].strip('"').startswith(place)
    assert "edited last" in told["hint"]


def test_new_texts_are_told_where_the_first_of_them_has_another_problem_too(content: Path) -> None:
    edit(content, "Attendez {makeup_wait}.", "Attendez {makeup_wait} , sans y toucher.", count=1)
    edit(content, "Wait {makeup_wait}.", "Wait {makeup_wait}, without touching it.", count=1)
    edit(content, "Worry", "Any worry", count=1)
    edit(content, "Inquiétude", "Toute inquiétude", count=1)
    problems = generate(content, "check", "--json").json["problems"]
    assert {each["code"] for each in problems} > {"W212"}
    assert "2 texts of handout boutons" in next(each["message"] for each in problems if each["code"] == "W212")


def test_new_texts_are_told_once_for_each_handout_and_mark_nothing(content: Path) -> None:
    edit(content, "Choking", "Choking badly", count=1)
    edit(content, "Étouffement", "Étouffement grave", count=1)
    edit(content, "Worry", "Any worry", count=1)
    edit(content, "Inquiétude", "Toute inquiétude", count=1)
    ran = generate(content, "build", "--json")
    assert codes(ran) == ["W212"]
    assert "2 texts of handout boutons" in ran.json["problems"][0]["message"]
    assert "translated --handout boutons" in ran.json["problems"][0]["hint"]
    assert {entry["status"] for entry in manifest(content.parent / "output").values()} == {"sample"}


def test_a_comment_cannot_silence_a_text_that_is_behind(content: Path) -> None:
    line = wait_less(content) - 1
    lines = content.read_text(encoding="utf-8").splitlines(keepends=True)
    lines.insert(line - 1, "              # allow W210: nobody minds\n")
    content.write_text("".join(lines), encoding="utf-8")
    assert sorted(codes(generate(content, "check", "--json"))) == ["W182", "W210"]


def test_strict_stops_the_sheets_of_a_text_that_is_behind_and_no_others(content: Path) -> None:
    wait_less(content)
    ran = generate(content, "build", "--strict", "--json")
    assert ran.code == 1
    assert {failed["path"].split("/")[1].split("-")[1] for failed in ran.json["failed"]} == {"boutons"}
    assert len(ran.json["failed"]) == len(ran.json["made"]) == 5


# marked


def test_the_sheets_that_print_a_text_that_is_behind_say_draft_in_both_languages_until_it_is_settled(
    content: Path,
) -> None:
    generate(content, "build")
    assert says_draft(content) == set()
    changed = wait_less(content)
    ran = generate(content, "build")
    assert "says DRAFT until its texts are settled: boutons (5 sheets)" in ran.out
    assert "`uv run generate.py translated`" in ran.out
    made = {path for path in manifest(content.parent / "output") if "boutons" in path}
    assert len(made) == 5
    assert says_draft(content) == made
    assert generate(content, "translated", f"{content}:{changed}").code == 0
    assert "boutons" not in generate(content, "build").out
    assert says_draft(content) == set()


def test_only_the_sheets_that_become_stale_or_settled_are_made_anew(content: Path) -> None:
    generate(content, "build")
    edit(content, "Wait {makeup_wait}.", "Wait {makeup_wait}, no less.", count=1)
    ran = generate(content, "build", "--json")
    assert (len(ran.json["made"]), len(ran.json["unchanged"])) == (5, 5)
    assert generate(content, "build", "--json").json["made"] == []
    edit(content, "Attendez {makeup_wait}.", "Attendez bien {makeup_wait}.", count=1)  # no longer stale, but new
    assert len(generate(content, "build", "--json").json["made"]) == 5
    generate(content, "translated", "--handout", "boutons")
    assert generate(content, "build", "--json").json["made"] == []
    assert codes(generate(content, "check", "--output", "--json")) == []


def test_a_clinic_whose_own_words_are_behind_gets_drafts_and_no_other_clinic(content: Path) -> None:
    edit(content, 'en: "Clinic nord"', 'en: "North Clinic"')
    generate(content, "build")
    status = {path: entry["status"] for path, entry in manifest(content.parent / "output").items()}
    assert {path.split("/")[0] for path, word in status.items() if word == "draft"} == {"nord"}
    assert {word for path, word in status.items() if path.startswith("sud/")} == {"sample"}


def test_an_approved_sheet_bears_the_mark_too(content: Path) -> None:
    approved = '{status: approved, by: "M. Roy", role: {fr: "infirmier", en: "nurse"}, on: 2026-05-02}'
    edit(content, "{status: sample}", approved)
    wait_less(content)
    generate(content, "build")
    status = {path: entry["status"] for path, entry in manifest(content.parent / "output").items()}
    assert {word for path, word in status.items() if "boutons" in path} == {"draft"}
    assert {word for path, word in status.items() if "taches" in path} == {"approved"}


def test_list_and_coverage_tell_what_is_behind(content: Path) -> None:
    wait_less(content)
    rows = generate(content, "list", "--json").json["handouts"]
    assert [row["status"] for row in rows] == ["draft", "sample"]
    rows = generate(content, "coverage", "--json").json["rows"]
    assert [row["languages"] for row in rows] == [
        {"fr": "stale", "en": "complete"},
        {"fr": "complete", "en": "complete"},
    ] * 2
    assert "stale" in rows[0]["gaps"]


# settled


def test_a_line_settles_its_text_whichever_of_its_lines_is_named(content: Path) -> None:
    first = wait_less(content) - 2  # `text:`
    for line in (first, first + 1, first + 2):
        before = side_file(content).read_bytes()
        ran = generate(content, "translated", f"{content}:{line}:3")
        assert ": Attendez {makeup_wait}. / Wait {makeup_wait}, no less." in ran.out
        assert "recorded that 1 text says the same" in ran.out
        assert codes(generate(content, "check", "--json")) == []
        side_file(content).write_bytes(before)


def test_the_command_that_a_message_names_settles_it(content: Path) -> None:
    wait_less(content)
    [problem] = generate(content, "check", "--json").json["problems"]
    command = problem["hint"].partition("`uv run generate.py ")[2].rstrip("`").split()
    assert generate(content, *command).code == 0
    assert codes(generate(content, "check", "--json")) == []


def test_texts_in_one_line_are_settled_together_and_one_alone_by_its_column(content: Path) -> None:
    line = line_of(content, "level: emergency")
    edit(
        content,
        'signs: [{fr: "Étouffement", en: "Choking"}]',
        'signs: [{fr: "A", en: "B"}, {fr: "C", en: "D"}]',
        count=1,
    )
    column = content.read_text(encoding="utf-8").splitlines()[line - 1].index('"D"') + 1
    assert "1 text says" in generate(content, "translated", f"{content}:{line}:{column}").out
    assert "1 text of handout" in generate(content, "check").err
    assert "1 text says" in generate(content, "translated", f"{content}:{line}").out
    assert codes(generate(content, "check", "--json")) == []


def test_alone_the_command_shows_what_waits_and_writes_nothing(content: Path) -> None:
    assert "Every translation is up to date" in generate(content, "translated").out
    wait_less(content)
    before = side_file(content).read_bytes()
    ran = generate(content, "translated")
    assert "W210" in ran.err
    assert ran.code == 0
    assert generate(content, "translated", "--strict").code == 1
    assert side_file(content).read_bytes() == before


def test_what_was_said_of_one_handout_is_not_said_of_another(content: Path) -> None:
    edit(content, "Fever", "High fever")
    assert codes(generate(content, "check", "--json")) == ["W210", "W210"]
    ran = generate(content, "translated", "--handout", "boutons")
    assert "recorded that 1 text" in ran.out
    assert codes(generate(content, "check", "--json")) == []  # the same words, in both: whoever compared them once, did


def test_a_handout_can_be_named_by_its_id_alone(content: Path) -> None:
    wait_less(content)
    edit(content, 'en: "Clinic nord"', 'en: "North Clinic"')
    assert "recorded that 1 text" in generate(content, "translated", "boutons").out
    assert "recorded that 1 text" in generate(content, "translated", "--clinic", "nord").out
    assert codes(generate(content, "check", "--json")) == []


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("content.yaml:1", "E907", "no text stands here"),
        ("content.yaml:9999", "E907", "no text stands here"),
        ("other.yaml:3", "E902", "is not a file that the content reads"),
        ("pimples", "E901", "is neither a handout nor a place in a file"),
        ("content.yaml:", "E901", "is neither a handout nor a place in a file"),
        ("--all boutons", "E901", "`--all` means every text, so “boutons” says nothing"),
        ("--all --clinic nord", "E901", "`--all` means every text, so “nord” says nothing"),
        ("content.yaml:-3", "E901", "is neither a handout nor a place in a file"),
    ],
)
def test_a_place_without_a_text_is_refused_and_nothing_is_written(
    content: Path, words: str, code: str, message: str
) -> None:
    before = side_file(content).read_bytes()
    ran = generate(content, "translated", *words.split())
    assert ran.code == 2
    assert f"error[{code}]" in ran.err
    assert message in ran.err
    assert side_file(content).read_bytes() == before


def test_a_line_of_figures_and_addresses_needs_no_saying(content: Path) -> None:
    ran = generate(content, "translated", str(line_of(content, "slug:")))
    assert ran.code == 0
    assert "nothing to record: what stands there is the same in every language" in ran.out


def test_a_handout_that_cannot_be_read_is_not_forgotten(content: Path) -> None:
    whole = content.read_bytes()
    edit(content, 'en: "Leave it alone."', "", count=1)
    ran = generate(content, "translated", "--handout", "boutons")
    assert ran.code == 2
    assert "handout boutons could not be read" in ran.err
    assert generate(content, "translated", "--handout", "taches").code == 0
    content.write_bytes(whole)
    assert codes(generate(content, "check", "--json")) == []


def test_texts_of_an_included_file_are_settled_at_their_own_lines(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    head, handouts = content.read_text(encoding="utf-8").split("handouts:\n")
    content.write_text(
        head.replace("schema_version: 1\n", "schema_version: 1\ninclude: [parts/*.yaml]\n"), encoding="utf-8"
    )
    (tmp_path / "parts").mkdir()
    part = tmp_path / "parts" / "boutons.yaml"
    part.write_text(f"handouts:\n{handouts}", encoding="utf-8")
    generate(content, "translated", "--all")
    edit(part, "Leave it alone", "Never touch it")
    ran = generate(content, "check")
    line = line_of(part, "Never touch it")
    assert f"parts/boutons.yaml:{line - 1}:19: warning[W210]: the English (line {line})" in ran.err
    assert "recorded that 1 text" in generate(content, "translated", f"parts/boutons.yaml:{line}").out
    assert codes(generate(content, "check", "--json")) == []


def test_a_side_file_that_cannot_be_written_is_told_and_stays_as_it_was(content: Path) -> None:
    wait_less(content)
    side_file(content).unlink()
    side_file(content).mkdir()
    ran = generate(content, "translated", "--all")
    assert ran.code == 4
    assert "E601" in ran.err
    assert "a folder stands in its place" in ran.err
    assert "Traceback" not in ran.err
    assert [path.name for path in content.parent.iterdir() if path.name.startswith(".")] == []


def test_words_that_are_still_to_be_written_are_never_recorded_as_translations(content: Path) -> None:
    text = content.read_text(encoding="utf-8")
    text = text.replace("Attendez {makeup_wait}.", "À écrire : attendez").replace(
        "Wait {makeup_wait}.", "To be written: wait"
    )
    content.write_text(text, encoding="utf-8")
    ran = generate(content, "translated", f"content.yaml:{line_of(content, 'To be written')}")
    assert "nothing to record: what stands there is still to be written" in ran.out


def test_the_next_command_mends_what_a_merge_left_in_the_side_file(content: Path) -> None:
    text = side_file(content).read_text(encoding="utf-8")
    side_file(content).write_text(f"<<<<<<< HEAD\n{text}=======\n>>>>>>> other\n", encoding="utf-8")
    assert codes(generate(content, "check", "--json")) == ["W213"] * 3
    generate(content, "translated", "--handout", "boutons")
    assert side_file(content).read_text(encoding="utf-8") == text


def test_programs_are_told_what_was_recorded(content: Path) -> None:
    line = wait_less(content)
    said = generate(content, "translated", f"{content}:{line}", "--json").json
    assert [(each["line"], each["where"]) for each in said["recorded"]] == [
        (line - 1, "handout boutons, section 2, block 1 (paragraph), `text`")
    ]
    assert said["problems"] == []


# the sample content


def test_the_translations_of_the_sample_content_are_recorded() -> None:
    ran = generate(ROOT / "content.yaml", "translated", "--strict")
    assert (ran.code, ran.err) == (0, ""), "run: generate.py translated"
    assert "Every translation is up to date: no text is waiting." in ran.out


@pytest.mark.parametrize(
    ("title", "other"),
    [("Après le soin taches", "Après le soin boutons"), ("After treatment spots", "After treatment pimples")],
)
def test_a_title_that_was_copied_from_another_handout_is_told_as_such_and_no_more(
    title: str, other: str, content: Path
) -> None:
    edit(content, title, other)
    assert [problem["code"] for problem in generate(content, "check", "--json").json["problems"]] == ["W465"]


def test_nothing_is_kept_of_texts_that_the_sample_content_no_longer_has(tmp_path: Path) -> None:
    copy = tmp_path / "content.yaml"
    copy.write_bytes((ROOT / "content.yaml").read_bytes())
    generate(copy, "translated", "--all")
    assert side_file(copy).read_bytes() == side_file(ROOT / "content.yaml").read_bytes(), (
        "run: uv run generate.py translated --all"
    )


def test_a_side_file_that_cannot_be_read_is_told_once_and_never_written_over(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = side_file(content).read_bytes()
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == side_file(content).name:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert codes(generate(content, "check", "--json")) == ["W213"]
    ran = generate(content, "translated", "--handout", "boutons")
    assert ran.code == 2
    assert "content.translations.txt, cannot be read: Permission denied" in ran.err
    assert "help: ask for the right to read it, then run this again" in ran.err
    monkeypatch.undo()
    assert side_file(content).read_bytes() == before
