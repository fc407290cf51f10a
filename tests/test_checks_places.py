"""A problem points at the very characters, however the editor folded, quoted or stressed them."""

from pathlib import Path

import pytest

from handouts.checks import check_content
from handouts.checks.lists.lexicon import Lexicon, phrases_of, spelled_out
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.content import load
from layouts import LAYOUTS
from tests.check_samples import EDITIONS, ROOT, SOUND, TODAY, codes, found, in_paragraph

TYPED = """\
          - block: paragraph
            text:
              fr: >-
                Le soir, lavez la peau
                avec **un savon** doux. Le soir, rincez l'œil.
              en: 'In the evening, don''t rub, {makeup_wait}.'
"""


def manuscript(folder: Path, typed: str = TYPED) -> tuple[Manuscript, Piece]:
    """Return the sound content with a block as typed, and the piece that it is."""
    text = SOUND.read_text(encoding="utf-8")
    before, heading, after = text.partition("      - id: colours\n")
    path = folder / "content.yaml"
    path.write_text(before + typed + heading + after, encoding="utf-8")
    loaded = load(path, EDITIONS)
    said = Manuscript(loaded.content, loaded.sources.files)
    piece = next(piece for piece in said.pieces if "savon" in piece.text.words.get("fr", ""))
    return said, piece


def at(said: Manuscript, piece: Piece, language: str, words: str, before: str = "") -> str:
    span = said.at(piece, language, words, before)
    assert span is not None
    return said.sources[span.file].text[span.start : span.end]


def test_words_are_read_without_markup_and_with_their_names_filled_in(tmp_path: Path) -> None:
    said, piece = manuscript(tmp_path)
    assert said.words(piece, "fr") == "Le soir, lavez la peau avec un savon doux. Le soir, rincez l'œil."
    assert said.words(piece, "en") == "In the evening, don't rub, 24 to 48 hours."


def test_words_are_found_across_lines_and_bold(tmp_path: Path) -> None:
    said, piece = manuscript(tmp_path)
    found_there = at(said, piece, "fr", "peau avec un savon")
    assert found_there.split() == ["peau", "avec", "**un", "savon"]


def test_the_second_of_two_is_told_from_the_first(tmp_path: Path) -> None:
    said, piece = manuscript(tmp_path)
    first, second = said.at(piece, "fr", "soir"), said.at(piece, "fr", "soir", "Le soir, lavez")
    assert first is not None
    assert second is not None
    assert second.line == first.line + 1


def test_an_apostrophe_that_yaml_doubles_is_found(tmp_path: Path) -> None:
    said, piece = manuscript(tmp_path)
    assert at(said, piece, "en", "don't rub") == "don''t rub"


def test_words_that_stand_for_a_name_point_at_what_is_nearest(tmp_path: Path) -> None:
    said, piece = manuscript(tmp_path)
    assert at(said, piece, "en", "24 to 48 hours") == "'In the evening, don''t rub, {makeup_wait}.'"


def test_a_folded_text_as_a_whole_is_its_first_line_of_words(tmp_path: Path) -> None:
    said, piece = manuscript(tmp_path)
    assert at(said, piece, "fr", "") == "Le soir, lavez la peau"


def test_a_text_knows_what_it_is_part_of(tmp_path: Path) -> None:
    said, piece = manuscript(tmp_path)
    assert (piece.owner, piece.kind, piece.field) == (("handouts", "care"), "paragraph", "text")
    assert piece.section is not None
    assert piece.section.id == "care"
    assert said.body["care"][0].field == "title"


def test_a_list_finds_whole_words_whatever_their_case_and_the_longest_of_several() -> None:
    words = Lexicon(phrases_of({"risk(|s)": "a", "no risk": "b", "l'eau": "c", "safe": ""}))
    assert [(hit.found, hit.advice) for hit in words.find("No RISK, risks, L’eau, brisk, no; risk")] == [
        ("No RISK", "b"),
        ("risks", "a"),
        ("L’eau", "c"),
        ("risk", "a"),
    ]
    assert "safe" in words
    assert "no" not in words


def test_the_endings_of_an_entry_are_spelled_out() -> None:
    assert list(spelled_out("dose(|s) à (midi|minuit)")) == [
        "dose à midi",
        "dose à minuit",
        "doses à midi",
        "doses à minuit",
    ]


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\u00ad", "E303"),
        ("\u200b", "E303"),
        ("\u0306", "E303"),  # no letter z has it
        ("\ue123", "E303"),
        ("⚠", "E302"),
        ("⚠\ufe0f", "E302"),
        ("中", "E302"),
    ],
)
def test_a_character_that_cannot_be_printed_or_seen_is_told_once(character: str, code: str, tmp_path: Path) -> None:
    problems = found(in_paragraph(f"Lavez{character} la peau.", "Wash your skin."), tmp_path)
    assert codes(problems) == [code]
    assert f"U+{ord(character[0]):04X}" in problems[0].message


def test_the_sound_content_and_the_real_one_can_be_checked_as_they_are() -> None:
    for path in (SOUND, ROOT / "content.yaml"):
        loaded = load(path, EDITIONS)
        assert check_content(loaded.content, ROOT, loaded.sources.files, TODAY, LAYOUTS) == []
