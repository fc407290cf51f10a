"""What text may say of a clinic, plainly typed, in each language."""

import pytest

from handouts.languages import LANGUAGES
from handouts.wording.clinic_facts import clinic_facts, hours_line, printed_address, telephone_target
from handouts.wording.placeholders import CLINIC_FACTS
from tests.sample_wording import content, wording


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr", ["Lundi au vendredi : 9 h à 17 h", "Samedi : 9 h à 13 h"]),
        ("en", ["Monday to Friday: 9 a.m. to 5 p.m.", "Saturday: 9 a.m. to 1 p.m."]),
    ],
)
def test_hours_have_a_line_for_each_stretch_of_days(language: str, lines: list[str]) -> None:
    clinic = content().clinics["quebec"]
    assert [hours_line(hours, LANGUAGES[language]) for hours in clinic.hours] == lines
    assert [line.replace("\u00a0", " ") for line in wording(language).hours] == lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_that_text_may_use_has_its_words(language: str) -> None:
    facts = clinic_facts(content().clinics["levis"], LANGUAGES[language])
    assert tuple(facts) == CLINIC_FACTS
    assert all(facts.values())


def test_a_clinic_without_a_booking_page_has_none() -> None:
    assert clinic_facts(content().clinics["quebec"], LANGUAGES["fr"])["booking"] is None


@pytest.mark.parametrize(("language", "printed"), [("fr", "418 555-0134, poste 204"), ("en", "418 555-0134, ext. 204")])
def test_an_extension_follows_the_number_in_the_words_of_each_language(language: str, printed: str) -> None:
    clinic = content().clinics["quebec"].model_copy(update={"phone": "418 555-0134", "extension": "204"})
    said = clinic_facts(clinic, LANGUAGES[language])["phone"] or ""
    assert said == printed
    assert LANGUAGES[language].typeset(said).endswith("\u00a0204")  # never parted from its word


def test_a_page_shows_an_address_without_its_scheme() -> None:
    assert printed_address("https://boreale.example/boutons/") == "boreale.example/boutons"


@pytest.mark.parametrize("phone", ["418 555-0134", "1 418 555-0134"])
def test_a_telephone_link_dials_the_country_too(phone: str) -> None:
    assert telephone_target(phone) == "+1-418-555-0134"
