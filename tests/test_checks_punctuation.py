"""A mark of punctuation that slipped is told at its place; one that may stand is left alone."""

from pathlib import Path

import pytest

from handouts.checks.text.manuscript import Manuscript
from handouts.checks.writing.punctuation import check_punctuation
from tests.check_samples import in_paragraph, load_with, spot


def told(part: str, folder: Path) -> list[tuple[str, str]]:
    loaded = load_with(part, folder)
    return [
        (each.code, spot(each, loaded)) for each in check_punctuation(Manuscript(loaded.content, loaded.sources.files))
    ]


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("Lavez la peau..", ".."),
        ("Lavez la peau!!!", "!!!"),
        ("Lavez la peau,puis séchez.", ","),
        ("Lavez la peau;séchez.", ";"),
        ("Lavez la peau.Séchez-la.", "."),
        ("Lavez la peau .", "."),
        ("Lavez la peau , puis séchez.", ","),
        ("Lavez la peau. séchez-la.", "séchez"),
        ("Lavez la peau (deux fois.", "("),
        ("Lavez la peau deux fois).", ")"),
        ("Dites « aïe.", "«"),
    ],
)
def test_a_slip_is_told_at_its_place(words: str, at: str, tmp_path: Path) -> None:
    assert told(in_paragraph(words, "Wash."), tmp_path) == [("W262", at)]


def test_a_sentence_that_begins_small_is_told(tmp_path: Path) -> None:
    assert told(in_paragraph("lavez la peau.", "Wash."), tmp_path) == [("W262", '"lavez la peau."')]


def test_a_question_without_its_mark_is_told(tmp_path: Path) -> None:
    asked = (
        '- block: question\n  question: {fr: "Que faire", en: "What do I do?"}\n  answer: {fr: "Lavez.", en: "Wash."}\n'
    )
    assert told(asked, tmp_path) == [("W262", '"Que faire"')]


@pytest.mark.parametrize(
    "words",
    [
        "Attendez… puis lavez la peau.",
        "Attendez... puis lavez la peau.",
        "Vraiment?!",
        "Choisissez : a) la crème; b) le savon.",
        "Par exemple : savon, crème, etc. pour la peau (ou les mains).",
        "Le matin (p. ex. à 9 h), lavez 1,5 cm.",
        "Écrivez à info@clinique.example ou allez sur www.clinique.example.",
        "Appelez le 418 555-0134, poste 2.",
        "{clinic.name} vous appelle.",
        "{makeup_wait} suffisent.",
        "L'acné, la peau grasse, etc. Lavez-la.",
        "La vitamine B.12, A.B.C. et H.I.J.",
    ],
)
def test_what_may_stand_is_left_alone(words: str, tmp_path: Path) -> None:
    assert told(in_paragraph(words, "Wash."), tmp_path) == []
