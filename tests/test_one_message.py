"""One mistake is one message: the one that says what to do."""

import re
from pathlib import Path

import pytest

from tests.sample_content import edit, generate, write_content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_content(tmp_path)


def told(content: Path, *options: str) -> list[str]:
    """Return what `check` says of each problem, after its place, and the count at the end."""
    said = generate(content, "check", *options).err
    return [line.partition(": ")[2] for line in said.splitlines() if re.search(r"content\.yaml:\d+:\d+: ", line)]


def in_paragraph(content: Path, fr: str, en: str) -> None:
    edit(content, 'fr: "Attendez {makeup_wait}."', f'fr: "{fr}"')
    edit(content, 'en: "Wait {makeup_wait}."', f'en: "{en}"')


@pytest.mark.parametrize(
    ("fr", "en", "code"),
    [
        ("Attendez le soir.", "Wait after 24 heures.", "E204"),  # lacks a figure in French, too
        ("Attendez 24 heures.", "Wait 24 heures.", "E204"),  # typed, with no source
        ("Attendez 2 weeks.", "Wait 2 weeks.", "E204"),
        ("Attendez 3 jours.", "Attendez 3 jours.", "E203"),
        ("Scars", "Scars", "W205"),
        ("Swelling", "Swelling", "W254"),  # for which the French word is known
        ("Lavez le visage et wash your hands.", "Wash your face and your hands.", "E204"),
    ],
)
def test_words_of_the_other_language_are_told_once_as_such(fr: str, en: str, code: str, content: Path) -> None:
    in_paragraph(content, fr, en)
    (said,) = told(content)
    assert code in said


@pytest.mark.parametrize(
    ("fr", "en", "told_of"),
    [
        ("Cessez d'y toucher.", "Keep on touching it.", "W204]: French says “Cessez”, English “Keep on”"),
        ("C'est sans douleur.", "It is painless.", "E458]: “est sans douleur” promises no pain"),
    ],
)
def test_one_mistake_of_several_words_is_told_once(fr: str, en: str, told_of: str, content: Path) -> None:
    in_paragraph(content, fr, en)
    (said,) = told(content)
    assert told_of in said


def test_a_heading_that_stands_over_the_wrong_list_is_told_as_that_alone(content: Path) -> None:
    edit(content, '{fr: "Soins", en: "Care"}', '{fr: "À éviter", en: "Do"}')
    edit(
        content,
        "block: paragraph",
        'block: do\n            items: [{text: {fr: "Rincez", en: "Rinse"}, duration: makeup_wait}]\n          - block: paragraph',
    )
    assert [said[:14] for said in told(content)] == ["warning[W422]:"]


def test_what_is_told_of_a_figure_comes_up_once_its_text_is_translated(content: Path) -> None:
    in_paragraph(content, "Attendez un peu.", "Wait after 24 hours.")
    assert {re.search(r"\[(\w+)\]", each)[1] for each in told(content)} >= {"E201", "W455"}  # type: ignore[index]


def test_a_word_of_the_other_language_that_nothing_else_tells_is_still_told_as_unknown(content: Path) -> None:
    pytest.importorskip("hunspell")
    in_paragraph(content, "Attendez un peu, lavze le visage.", "Wait a little, wash your face.")
    assert any("W260" in each for each in told(content))


def test_a_handout_that_says_tu_all_along_is_told_once_with_every_line(content: Path) -> None:
    edit(content, "N'y touchez pas.", "N'y touche pas avec tes mains.")
    in_paragraph(
        content, "Lave tes mains avant que tu touches ton visage.", "Wash your hands before you touch your face."
    )
    said = [each for each in told(content) if "W255" in each]
    (line,) = [number for number, text in enumerate(content.read_text().splitlines(), 1) if "ton visage" in text]
    assert len(said) == 1
    assert said[0].endswith(f"speaks to the reader as to a friend (also on line {line})")


def test_tu_said_several_times_in_one_line_is_counted(content: Path) -> None:
    in_paragraph(content, "La clinique peut laver ta main et ton visage.", "The clinic can wash your hand and face.")
    (said,) = [each for each in told(content) if "W255" in each]
    assert said.endswith("(2 times on this line)")


def test_what_both_languages_say_too_calmly_is_told_once_and_figures_typed_into_a_handout_too(content: Path) -> None:
    edit(content, "N'y touchez pas.", "Attendez 3 semaines.")
    edit(content, "Leave it alone.", "Wait 3 weeks.")
    in_paragraph(content, "Ne vous inquiétez pas : attendez 2 jours.", "Do not worry: wait 2 days.")
    typed, calm = [each for each in told(content) if "W458" in each or "W455" in each]
    assert "“3 semaines” is typed" in typed
    assert "(also on line " in typed
    assert "“Ne vous inquiétez pas”" in calm


def test_a_translation_that_was_copied_under_another_text_is_told_once(content: Path) -> None:
    copied = "Skin that is very cold for an hour"
    signs = f'{{fr: "Peau très froide pendant une heure", en: "{copied}"}}, {{fr: "Pus jaune ou vert", en: "{copied}"}}'
    edit(content, '{fr: "Pus", en: "Pus"}', signs)
    (said,) = [each for each in told(content) if re.search(r"[EW]20\d", each)]
    assert f"“{copied}” stands under two texts" in said


@pytest.mark.parametrize(("language", "count"), [("en", "1 warning"), ("fr", "1 avertissement")])
def test_one_problem_is_counted_at_the_end_as_several_are(language: str, count: str, content: Path) -> None:
    in_paragraph(content, "Scars", "Scars")
    assert generate(content, "check", "--messages", language).err.endswith(f"\n\n{count}\n")


def test_a_slip_in_a_command_is_not_counted(content: Path) -> None:
    assert "1 error" not in generate(content, "chekc").err


def test_an_item_that_stands_twice_without_a_language_is_not_taken_for_its_own_translation(content: Path) -> None:
    edit(content, '{fr: "Étouffement", en: "Choking"}', '"Étouffement", "Étouffement"')
    assert generate(content, "check").err.count('{fr: "Étouffement", en: "..."}') == 2


def test_a_missing_colon_is_shown_where_it_is_missing(content: Path) -> None:
    edit(content, 'fr: "Attendez {makeup_wait}."', 'fr "Attendez {makeup_wait}."')
    said = generate(content, "check").err.splitlines()
    shown = next(number for number, line in enumerate(said) if "there is no colon after `fr`" in line)
    assert said[shown + 2].index("^") == said[shown + 1].index("fr ") + len("fr")


def test_a_missing_colon_in_braces_is_shown_where_it_is_missing(content: Path) -> None:
    edit(content, '{fr: "Soins", en: "Care"}', '{fr "Soins", en: "Care"}')
    said = generate(content, "check").err.splitlines()
    shown = next(number for number, line in enumerate(said) if "there is no colon after `fr`" in line)
    assert said[shown + 2].index("^") == said[shown + 1].index("{fr ") + len("{fr")


@pytest.mark.parametrize("typed", ["Wait 3 days.", "Wait a day }."])
def test_a_name_given_as_an_example_is_one_of_the_content(typed: str, content: Path) -> None:
    content.write_text(content.read_text().replace("makeup_wait", "cream_wait"))
    edit(content, 'fr: "Attendez {cream_wait}."', f'fr: "{typed.replace("Wait", "Attendez").replace("days", "jours")}"')
    edit(content, 'en: "Wait {cream_wait}."', f'en: "{typed}"')
    said = generate(content, "check").err
    assert "{cream_wait}" in said
    assert "makeup_wait" not in said
