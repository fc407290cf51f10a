"""The words and patterns of each language that checks go by are whole, and all of them are used."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from handouts.checks.lists.lexicon import lexicon, spelled_out
from handouts.checks.lists.mistakes import confusions_in, listed_in, mistakes_in
from handouts.checks.lists.patterns import FOLDER, pattern
from handouts.languages import LANGUAGES

CHECKS = FOLDER.parent


def names_in(folder: str, language: str) -> set[str]:
    return {*tomllib.loads((CHECKS / folder / f"{language}.toml").read_text(encoding="utf-8"))}


def used() -> set[str]:
    """Return every word in double quotes in the source of the checks, and in their tables of mistakes."""
    return {
        word
        for file in (*CHECKS.rglob("*.py"), *CHECKS.glob("mistakes/*.toml"))
        for word in re.findall(r'"(\w+)"', file.read_text(encoding="utf-8"))
    }


def test_every_language_has_the_same_patterns() -> None:
    assert {language: names_in("patterns", language) for language in LANGUAGES} == dict.fromkeys(
        LANGUAGES, names_in("patterns", "fr")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_can_be_read_and_none_matches_everything(language: str) -> None:
    every = [name for name in sorted(names_in("patterns", language)) if pattern(language, name).match("")]
    assert every == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", ["patterns", "words"])
def test_no_pattern_and_no_list_of_words_is_left_over(folder: str, language: str) -> None:
    assert names_in(folder, language) - used() - {f"pivot_{name}" for name in used()} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_stands_twice_in_a_list_of_which_only_the_first_would_be_found(language: str) -> None:
    tables = tomllib.loads((CHECKS / "words" / f"{language}.toml").read_text(encoding="utf-8"))
    twice = {
        (name, form)
        for name, entries in tables.items()
        for form, count in Counter(form for entry in entries for form in spelled_out(entry)).items()
        if count > 1
    }
    assert twice == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mistake_of_writing_can_be_read_and_shows_the_place(language: str) -> None:
    read = [each.pattern for each in mistakes_in(language)] + [each.pattern for each in confusions_in(language)]
    assert [each.pattern for each in read if "wrong" not in each.groupindex or each.search("")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_of_mistakes_has_words(language: str) -> None:
    assert [each.list for each in listed_in(language) if not lexicon(language, each.list).single_words] == []


@pytest.mark.parametrize("file", sorted(CHECKS.glob("*s/*.toml")), ids=lambda file: f"{file.parent.name}/{file.name}")
def test_no_line_of_a_pattern_ends_in_a_space_that_an_editor_would_take_away(file: Path) -> None:
    assert [line for line in file.read_text(encoding="utf-8").split("\n") if line != line.rstrip()] == []
