"""Editions: one file for both languages or one for each, their names, their print codes."""

import re

import pytest

from handouts.editions import Edition, editions_of, file_name, print_code
from handouts.languages import LANGUAGES, Language
from layouts import LAYOUTS
from tests.sample_sheets import SHORTEST, content, layout

SAID = content(SHORTEST)
FR, EN = LANGUAGES["fr"], LANGUAGES["en"]


def test_a_bilingual_layout_gives_one_file_with_french_first() -> None:
    (edition,) = editions_of(layout("two_sided"), SAID)
    assert [language.code for language in edition.languages] == ["fr", "en"]
    assert edition.id == "two_sided"


def test_a_layout_of_one_language_gives_a_file_for_each() -> None:
    assert [edition.id for edition in editions_of(layout("single"), SAID)] == ["single-fr", "single-en"]


@pytest.mark.parametrize(
    ("edition", "name"),
    [
        (Edition(layout("two_sided"), (FR, EN)), "boutons-recto-verso-fr-en.pdf"),
        (Edition(layout("single"), (FR,)), "boutons-complet-fr.pdf"),
        (Edition(layout("single"), (EN,)), "pimples-full-en.pdf"),
        (Edition(layout("large_print"), (EN,)), "pimples-large-print-en.pdf"),
        (Edition(layout("pocket_card"), (FR, EN)), "boutons-carte-de-poche-fr-en.pdf"),
    ],
)
def test_a_file_is_named_in_the_language_of_its_readers(edition: Edition, name: str) -> None:
    assert file_name(SAID.handouts["boutons"], edition) == name


def test_no_two_editions_of_a_handout_have_the_same_name_or_print_code() -> None:
    handout = SAID.handouts["boutons"]
    editions = [edition for each in LAYOUTS for edition in editions_of(each, SAID)]
    names = [file_name(handout, edition) for edition in editions]
    assert len({name.casefold() for name in names}) == len(editions)
    assert all(re.fullmatch(r"[a-z0-9-]+\.pdf", name) for name in names)


@pytest.mark.parametrize(
    ("layout_id", "languages", "code"),
    [
        ("two_sided", (FR,), "BOU-1.0-FR-7C3A"),
        ("side_by_side", (FR, EN), "BOU-1.0-FR+EN-7C3A"),
        ("large_print", (FR,), "BOU-1.0-FR-G-7C3A"),
        ("pocket_card", (EN,), "BOU-1.0-EN-P-7C3A"),
    ],
)
def test_a_print_code_tells_handout_version_language_layout_and_text(
    layout_id: str, languages: tuple[Language, ...], code: str
) -> None:
    found = print_code(SAID.handouts["boutons"], layout(layout_id), languages, "7c3a991")
    assert found == code
