"""What a skeleton leaves to write: told once while it is a draft, and at each place once it is approved."""

from pathlib import Path

import pytest

from handouts.wording.unwritten import is_to_come
from tests.sample_content import edit, generate, write_content

APPROVED = '{status: approved, by: "Dre Roy", role: {fr: "médecin", en: "physician"}, on: 2026-05-02}'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content in which the texts of the one handout are written."""
    return write_content(tmp_path, handouts=("boutons",))


def told(content: Path, *arguments: str) -> list[tuple[str, str]]:
    """Return code and message of each problem with what a skeleton wrote."""
    problems = generate(content, "check", "--json", *arguments).json["problems"]
    return [(each["code"], each["message"]) for each in problems]


def test_a_new_handout_is_told_as_one_thing_to_do_and_not_by_the_faults_of_its_placeholders(content: Path) -> None:
    before = told(content)
    assert generate(content, "new", "handout", "peeling").code == 0
    assert [each for each in told(content) if each not in before] == [
        ("W217", "20 texts of handout peeling are still to be written")
    ]
    assert generate(content, "check").code == 0


def test_each_text_that_is_left_is_an_error_once_the_handout_is_approved(content: Path) -> None:
    edit(content, "N'y touchez pas.", "À écrire : le message")
    assert ("W217", "1 text of handout boutons is still to be written") in told(content)
    edit(content, "{status: sample}", APPROVED)
    assert ("E205", "“À écrire : le message” stands where words are to come") in told(content)


def test_a_text_that_speaks_of_writing_is_no_placeholder(content: Path) -> None:
    edit(content, "N'y touchez pas.", "Vos questions sont à écrire ici.")
    assert "W217" not in {code for code, _ in told(content)}


def test_what_cover_add_writes_for_the_editor_to_replace_is_told_when_it_is_left() -> None:
    assert is_to_come("…ce que la page montre et dit…")
    assert not is_to_come("Rincez… puis séchez…")


def test_a_new_brand_is_told_by_its_name_alone(content: Path) -> None:
    assert generate(content, "new", "brand", "aurore").code == 0
    assert ("W217", "1 text of brand aurore is still to be written") in told(content)
    assert "E205" not in {code for code, _ in told(content)}


def test_a_clinic_with_the_phone_and_website_of_the_skeleton_is_still_to_be_written(content: Path) -> None:
    assert generate(content, "new", "clinic", "aurore-saguenay").code == 0
    edit(content, "Clinique à nommer", "Clinique Aurore")
    edit(content, "Clinic to be named", "Aurore Clinic")
    edit(content, "rue à nommer", "rue des Pins")
    assert ("W217", "2 texts of clinic aurore-saguenay are still to be written") in told(content)


def test_a_clinic_without_its_name_or_street_hands_out_no_approved_sheet(content: Path) -> None:
    assert generate(content, "new", "clinic", "aurore-saguenay").code == 0
    assert ("W217", "4 texts of clinic aurore-saguenay are still to be written") in told(content)
    edit(content, "{status: sample}", APPROVED)
    assert [message for code, message in told(content) if code == "E205"] == [
        "“Clinique à nommer” stands where words are to come",
        "“rue à nommer” stands where words are to come",
        "“418 555-0100” stands where words are to come",
        "“https://clinic.example” stands where words are to come",
    ]


def test_a_brand_without_its_name_stands_on_no_approved_sheet(content: Path) -> None:
    assert generate(content, "new", "brand", "aurore").code == 0
    edit(content, "brand: pine", "brand: aurore")
    edit(content, "{status: sample}", APPROVED)
    assert ("E205", "“Marque à nommer” stands where words are to come") in told(content)
    assert "W217" not in {code for code, _ in told(content)}


def test_coverage_says_what_is_still_to_be_written(content: Path) -> None:
    assert generate(content, "new", "handout", "peeling").code == 0
    told = generate(content, "coverage", "--messages", "fr").out
    rows = [" ".join(line.split()) for line in told.splitlines() if line.strip().startswith("peeling")]
    assert rows
    assert all(row.startswith("peeling À ÉCRIRE À ÉCRIRE") for row in rows)
    assert "2 à écrire" in told


def test_shared_wording_is_called_so_in_both_languages(content: Path) -> None:
    edit(content, "brands:", 'facts:\n  spf: {fr: "À écrire : le FPS", en: "To be written: the SPF"}\nbrands:')
    assert ("W217", "1 text of shared fact spf is still to be written") in told(content)
    assert "1 texte reste à écrire\u00a0: élément commun spf" in generate(content, "check", "--messages", "fr").err
