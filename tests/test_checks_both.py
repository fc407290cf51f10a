"""Both languages of a text under the name of one: told once, with what to write under each."""

import re
from pathlib import Path

import pytest

from tests.check_samples import found, in_paragraph
from tests.sample_content import edit, generate, write_content

BOTH = "both languages stand under `{}:`, parted by “{}”"


@pytest.mark.parametrize(
    ("fr", "en", "told"),
    [
        ("Lavez le visage / Wash your face.", "Wash your face.", BOTH.format("fr", "/")),
        ("Lavez le visage.", "Lavez le visage | Wash your face.", BOTH.format("en", "|")),
        ("Le maquillage / Makeup", "Le maquillage / Makeup", BOTH.format("fr", "/")),
        ("Ne touchez pas les boutons/Do not touch the pimples.", "Leave them alone.", BOTH.format("fr", "/")),
    ],
)
def test_both_languages_on_one_line_are_told_with_the_words_of_each(
    fr: str, en: str, told: str, tmp_path: Path
) -> None:
    (problem,) = [each for each in found(in_paragraph(fr, en), tmp_path) if each.code == "E204"]
    assert problem.message == told
    assert problem.hint.startswith("write each on its own line:   fr: ")
    assert "   en: " in problem.hint


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Gel ou crème/onguent", "Gel or cream/ointment"),
        ("Boréale / Rivage", "Boréale / Rivage"),
        ("Lavez le visage et/ou le cou.", "Wash your face and/or neck."),
        ("Le jour / la nuit", "By day / by night"),
    ],
)
def test_a_slash_between_words_of_one_language_is_no_second_language(fr: str, en: str, tmp_path: Path) -> None:
    problems = found(in_paragraph(fr, en), tmp_path)
    assert not [each for each in problems if each.message.startswith("both languages")]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ('text: "Le visage / The face"', 'write it in each language:   {fr: "Le visage", en: "The face"}'),
        ('text: {fr: "Le visage / The face"}', 'on a line of its own:   fr: "Le visage"   en: "The face"'),
        ('text: {fr/en: "Le visage / The face"}', 'on a line of its own:   fr: "Le visage"   en: "The face"'),
    ],
)
def test_a_slash_where_a_language_is_missing_says_what_each_is(typed: str, hint: str, tmp_path: Path) -> None:
    content = write_content(tmp_path)
    text = content.read_text(encoding="utf-8")
    old = re.search(r'text:\n +fr: "Attendez {makeup_wait}."\n +en: "Wait {makeup_wait}."', text)
    assert old
    content.write_text(text.replace(old[0], typed), encoding="utf-8")
    said = generate(content, "check").err
    assert hint in said
    assert said.count("error[") == 1


def test_a_text_in_both_languages_is_told_of_nothing_else(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    edit(content, "Attendez {makeup_wait}.", "Touchez le visage / touch your face")
    edit(content, "Wait {makeup_wait}.", "Touch your face")
    said = generate(content, "check").err
    assert "error[E204]: both languages stand under `fr:`" in said
    assert "W2" not in said
