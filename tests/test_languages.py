"""What each language prints of its own: labels, dates, hours, quantities."""

from dataclasses import asdict
from datetime import date, time
from decimal import Decimal
from string import Formatter
from typing import get_args

import pytest

from handouts.languages import LANGUAGES, Language
from handouts.model.facts import Unit

FRENCH, ENGLISH = LANGUAGES["fr"], LANGUAGES["en"]
both = pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_french_stands_first() -> None:
    assert next(iter(LANGUAGES)) == "fr"
    assert [LANGUAGES[code].tag for code in ("fr", "en")] == ["fr-CA", "en-CA"]


@both
def test_every_label_has_words(language: Language) -> None:
    assert [name for name, label in asdict(language.labels).items() if not label.strip()] == []


def test_a_label_is_filled_in_with_the_same_in_both_languages() -> None:
    french, english = asdict(FRENCH.labels), asdict(ENGLISH.labels)
    assert {name: fields(label) for name, label in french.items()} == {
        name: fields(label) for name, label in english.items()
    }


@both
def test_labels_are_plainly_typed(language: Language) -> None:
    special = set("\u00a0\u202f«»“”‘’…")
    assert [label for label in asdict(language.labels).values() if special & set(label)] == []


@pytest.mark.parametrize(
    ("label", "french", "english"),
    [
        ("sample_mark", "Exemple à faire approuver", "Sample, to be approved"),
        ("emergency_label", "Tout de suite", "Right away"),
        ("same_day_number", "811, option 1", "811, option 1"),
        (
            "same_day_label",
            "Info-Santé, le jour même, ou votre médecin",
            "Info-Santé, the same day, or your doctor",
        ),
        ("clinic_label", "La clinique", "The clinic"),
        ("closed", "Fermé?", "Closed?"),
        ("treatment_date", "Date du traitement", "Treatment date"),
        ("next_visit", "Prochain rendez-vous", "Next visit"),
        ("on_other_side", "Version française au recto", "English version on the other side"),
        ("in_this_column", "Français à gauche", "English on the right"),
    ],
)
def test_a_label_reads_as_on_the_approved_pages(label: str, french: str, english: str) -> None:
    assert (getattr(FRENCH.labels, label), getattr(ENGLISH.labels, label)) == (french, english)


@pytest.mark.parametrize(
    ("day", "french", "english"),
    [
        (date(2026, 5, 1), "1er mai 2026", "May 1, 2026"),
        (date(2026, 5, 2), "2 mai 2026", "May 2, 2026"),
        (date(2027, 8, 21), "21 août 2027", "August 21, 2027"),
        (date(2026, 12, 31), "31 décembre 2026", "December 31, 2026"),
    ],
)
def test_a_date_names_its_month_and_only_the_first_is_an_ordinal(day: date, french: str, english: str) -> None:
    assert (FRENCH.date(day), ENGLISH.date(day)) == (french, english)


@pytest.mark.parametrize(
    ("hour", "french", "english"),
    [
        (time(9), "9 h", "9 a.m."),
        (time(13, 30), "13 h 30", "1:30 p.m."),
        (time(8, 5), "8 h 5", "8:05 a.m."),
        (time(12), "12 h", "noon"),
        (time(12, 30), "12 h 30", "12:30 p.m."),
        (time(0), "minuit", "midnight"),
        (time(0, 15), "0 h 15", "12:15 a.m."),
        (time(23, 59), "23 h 59", "11:59 p.m."),
    ],
)
def test_an_hour_is_of_24_in_french_and_of_12_in_english(hour: time, french: str, english: str) -> None:
    assert (FRENCH.time(hour), ENGLISH.time(hour)) == (french, english)


@pytest.mark.parametrize(
    ("first", "last", "french", "english"),
    [
        (0, 4, "Lundi au vendredi", "Monday to Friday"),
        (5, 5, "Samedi", "Saturday"),
        (5, 6, "Samedi et dimanche", "Saturday and Sunday"),
        (5, 0, "Samedi au lundi", "Saturday to Monday"),
    ],
)
def test_days_begin_a_line(first: int, last: int, french: str, english: str) -> None:
    days = [
        language.day_range(language.days_of_week[first], language.days_of_week[last]) for language in (FRENCH, ENGLISH)
    ]
    assert days == [french, english]


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("0", "0 jour", "0 days"),
        ("0.5", "0,5 jour", "0.5 days"),
        ("1", "1 jour", "1 day"),
        ("1.0", "1 jour", "1 day"),
        ("1.5", "1,5 jour", "1.5 days"),
        ("2", "2 jours", "2 days"),
        ("10000", "10 000 jours", "10,000 days"),
        ("1000", "1000 jours", "1000 days"),
    ],
)
def test_the_plural_begins_at_two_in_french_and_is_all_but_one_in_english(
    value: str, french: str, english: str
) -> None:
    assert FRENCH.quantity(Decimal(value), None, "days") == french
    assert ENGLISH.quantity(Decimal(value), None, "days") == english


@pytest.mark.parametrize(
    ("unit", "one", "many", "in_english"),
    [
        ("seconds", "1 seconde", "1 à 30 secondes", "1 to 30 seconds"),
        ("minutes", "1 minute", "1 à 30 minutes", "1 to 30 minutes"),
        ("hours", "1 heure", "1 à 30 heures", "1 to 30 hours"),
        ("days", "1 jour", "1 à 30 jours", "1 to 30 days"),
        ("weeks", "1 semaine", "1 à 30 semaines", "1 to 30 weeks"),
        ("months", "1 mois", "1 à 30 mois", "1 to 30 months"),
        ("years", "1 an", "1 à 30 ans", "1 to 30 years"),
        ("times", "1 fois", "1 à 30 fois", "1 to 30 times"),
        ("celsius", "1 °C", "1 à 30 °C", "1 to 30 °C"),
        ("percent", "1 %", "1 à 30 %", "1 to 30%"),
        ("millimetres", "1 mm", "1 à 30 mm", "1 to 30 mm"),
    ],
)
def test_every_unit_has_its_words(unit: str, one: str, many: str, in_english: str) -> None:
    assert FRENCH.quantity(Decimal(1), None, unit) == one
    assert FRENCH.quantity(Decimal(1), Decimal(30), unit) == many
    assert ENGLISH.quantity(Decimal(1), Decimal(30), unit) == in_english


@both
@pytest.mark.parametrize("unit", get_args(Unit))
def test_no_unit_of_the_content_is_missing(language: Language, unit: str) -> None:
    assert language.quantity(Decimal(3), None, unit).startswith("3")


def test_a_range_takes_its_preposition_in_french_text_only() -> None:
    day, two = Decimal(24), Decimal(48)
    assert FRENCH.quantity_in_text(day, two, "hours") == "de 24 à 48 heures"
    assert FRENCH.quantity_in_text(day, None, "hours") == "24 heures"
    assert ENGLISH.quantity_in_text(day, two, "hours") == "24 to 48 hours"
