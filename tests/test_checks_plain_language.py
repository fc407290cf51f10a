"""Limits of plain language, and the report that scores a handout."""

from pathlib import Path

import pytest

from handouts.checks.plain.plain_language import check_plain_language
from handouts.checks.text.manuscript import Manuscript
from tests.check_samples import found, in_paragraph, load_with, spot


def told(part: str, folder: Path) -> list[tuple[str, str]]:
    loaded = load_with(part, folder)
    problems = check_plain_language(Manuscript(loaded.content, loaded.sources.files))
    return [(problem.code, spot(problem, loaded)) for problem in problems]


def words(number: int) -> str:
    return " ".join(["mot"] * number).capitalize()


def test_a_sentence_may_have_twenty_words_and_no_more(tmp_path: Path) -> None:
    assert told(in_paragraph(words(20) + ".", "x"), tmp_path) == []
    long = f"Mot. {words(21)}."
    assert told(in_paragraph(long, "x"), tmp_path) == [("W401", words(21) + ".")]


def test_a_paragraph_may_have_three_sentences_and_a_blank_line_begins_another(tmp_path: Path) -> None:
    assert told(in_paragraph("Un. Deux. Trois.\n\nQuatre. Cinq. Six.", "x"), tmp_path) == []
    assert told(in_paragraph("Un mot. Deux mots. Trois mots. Quatre mots.", "x"), tmp_path) == [
        ("W402", "Un mot. Deux mots.")
    ]


def test_an_item_of_a_list_may_have_short_sentences(tmp_path: Path) -> None:
    part = "[{block: bullets, items: [{fr: Un. Deux. Trois. Quatre., en: x}]}]"
    assert told(part, tmp_path) == []


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Rougeur (érythème)", "Redness (erythema)"),
        ("Cicatrices chéloïdes", "Keloid (raised) scars"),
        ("Papules (petits boutons)", "Papules (small bumps)"),
        ("Crème non comédogène", "Non-comedogenic cream"),
    ],
)
def test_a_term_beside_its_plain_word_is_explained(fr: str, en: str, tmp_path: Path) -> None:
    assert told(in_paragraph(fr, en), tmp_path) == []


def test_a_term_alone_is_told_with_its_plain_word(tmp_path: Path) -> None:
    loaded = load_with(in_paragraph("Rougeur", "Some erythema"), tmp_path)
    (problem,) = check_plain_language(Manuscript(loaded.content, loaded.sources.files))
    assert (problem.code, spot(problem, loaded)) == ("W404", "erythema")
    assert "redness" in problem.hint


def test_the_plain_word_for_the_first_word_of_a_sentence_has_its_capital(tmp_path: Path) -> None:
    loaded = load_with(in_paragraph("Rougeur", "Erythema"), tmp_path)
    (problem,) = check_plain_language(Manuscript(loaded.content, loaded.sources.files))
    assert "“Redness (erythema)”" in problem.hint


def test_a_word_of_an_office_is_told_with_the_plain_one_and_not_as_a_term_to_teach(tmp_path: Path) -> None:
    part = in_paragraph("Lavez-vous afin de bien dormir.", "Wash to sleep well.")
    helps = [problem.hint for problem in found(part, tmp_path) if problem.code == "W404"]
    assert helps == ["say it with “pour”"]


def test_the_help_on_an_order_that_nobody_is_told_to_follow_is_in_its_language(tmp_path: Path) -> None:
    part = in_paragraph("La plaie doit être lavée.", "The wound must be washed.")
    helps = [problem.hint for problem in found(part, tmp_path) if problem.code == "W420"]
    assert helps == ["tell the reader to do it: “lavez”, “gardez”", "tell the reader to do it: “wash”, “keep”"]


def test_known_letters_and_explained_ones_are_not_told(tmp_path: Path) -> None:
    assert told(in_paragraph("Le FPS, les UV et le CLSC", "Fruit acids (AHA)"), tmp_path) == []


def test_a_short_form_may_leave_the_reason_to_the_long_one(tmp_path: Path) -> None:
    item = "{id: hat, text: {fr: Chapeau, en: Hat}"
    part = f"[{{block: do, items: [{item}, reason: {{fr: soleil, en: sun}}}}], short: [{item}}}]}}]"
    assert told(part, tmp_path) == []
    assert [code for code, _ in told(part.replace("short: [{id: hat", "short: [{id: cap"), tmp_path)] == ["W406"]


def test_the_hint_of_a_hard_handout_names_its_hardest_sentences(tmp_path: Path) -> None:
    hard = "Une exposition prolongée constitue habituellement une agression supplémentaire importante."
    items = ", ".join(f"{{fr: {hard}, en: x}}" for _ in range(7))
    loaded = load_with(f"[{{block: bullets, items: [{items}]}}]", tmp_path)
    found = [
        each for each in check_plain_language(Manuscript(loaded.content, loaded.sources.files)) if each.code == "W403"
    ]
    assert len(found) == 1
    assert "Une exposition prolongée" in found[0].hint
    assert "(line " in found[0].hint
