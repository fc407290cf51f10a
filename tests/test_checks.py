"""What makes valid content unfit, or less fit, to hand out."""

from datetime import date
from pathlib import Path

import pytest

from handouts.checks import check_content
from handouts.content import load
from handouts.errors import Problem
from layouts import LAYOUTS

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 23)


def problems(tmp_path: Path, old: str, new: str, today: date = TODAY) -> list[tuple[Problem, str]]:
    """Return the problems of the sample content after one change, each with the text at its place."""
    text = (ROOT / "content.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "assets").symlink_to(ROOT / "assets")
    (tmp_path / "content.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    loaded = load(tmp_path / "content.yaml", [layout.id for layout in LAYOUTS])
    found = check_content(loaded.content, tmp_path, loaded.sources.files, today, LAYOUTS)
    texts = loaded.sources.files
    return [(p, texts[p.at.file].text[p.at.start : p.at.end] if p.at else "") for p in found]


def test_the_sample_content_is_fit_as_it_is(tmp_path: Path) -> None:
    assert problems(tmp_path, "schema_version: 1", "schema_version: 1") == []


@pytest.mark.parametrize("character", ["⚠", "💧", "☎", "中"])
def test_a_character_that_the_fonts_do_not_have_is_told_at_its_very_place(tmp_path: Path, character: str) -> None:
    ((problem, at),) = problems(tmp_path, "Gardez la peau propre", f"Gardez la peau {character} propre")
    assert (problem.code, at) == ("E302", character)
    assert f"U+{ord(character):04X}" in problem.message


@pytest.mark.parametrize(("escape", "code"), [("\\u26A0", "E302"), ("\\u200b", "E303"), ("\\ufffd", "E303")])
def test_a_character_that_is_typed_as_an_escape_is_told_as_any_other(tmp_path: Path, escape: str, code: str) -> None:
    found = problems(tmp_path, "Gardez la peau propre", f"Gardez la peau {escape} propre")
    assert [problem.code for problem, _ in found] == [code]


def test_a_sign_in_a_comment_is_printed_nowhere_and_told_nowhere(tmp_path: Path) -> None:
    assert problems(tmp_path, "schema_version: 1", "schema_version: 1\n# ⚠ ask the nurse") == []


def test_characters_of_french_and_english_typography_can_all_be_printed(tmp_path: Path) -> None:
    assert problems(tmp_path, "Gardez la peau propre", "« Œuf » … – — “mot” 38 °C ½ → ≤ é À ç ÿ") == []


def test_a_text_that_no_clinic_prints_is_not_held_against_a_brand(tmp_path: Path) -> None:
    assert problems(tmp_path, 'source: "NHS text on cellulitis"', 'source: "NHS text ⚠ on cellulitis"') == []


def test_a_ground_that_text_cannot_be_read_on_is_refused_at_its_line(tmp_path: Path) -> None:
    found = problems(tmp_path, 'brand_mid: "#B7D6DA"', 'brand_mid: "#37666A"')
    assert [(problem.code, at) for problem, at in found] == [("E301", '"#37666A"')]


def test_a_brand_colour_too_light_for_text_is_told_with_the_shade_that_prints(tmp_path: Path) -> None:
    ((problem, _),) = problems(tmp_path, 'brand: "#0B4F5C"', 'brand: "#5BAFBC"')
    assert problem.code == "W301"
    assert "prints as #" in problem.message


def test_an_overdue_review_is_told_for_each_handout(tmp_path: Path) -> None:
    found = problems(tmp_path, "schema_version: 1", "schema_version: 1", date(2028, 5, 3))
    assert [problem.code for problem, _ in found] == ["W450"] * 3


def test_a_review_that_is_due_soon_is_told_before_it_is_overdue(tmp_path: Path) -> None:
    found = problems(tmp_path, "schema_version: 1", "schema_version: 1", date(2028, 5, 2))
    assert {problem.code for problem, _ in found} == {"W451"}


def test_the_degrees_of_a_fever_are_told_under_any_other_unit(tmp_path: Path) -> None:
    fever = "  fever:\n    value: 38\n    unit: "
    told = problems(tmp_path, f"{fever}celsius", f"{fever}hours")
    assert [(problem.code, text) for problem, text in told] == [("W456", "hours")]
