"""An address is written as Quebec writes it, and a day has its hours once."""

from pathlib import Path

import pytest

from handouts.checks.premises import check_premises
from tests.check_samples import load_with, spot


def told(part: str, folder: Path) -> list[tuple[str, str]]:
    loaded = load_with(part, folder)
    return [(problem.code, spot(problem, loaded)) for problem in check_premises(loaded.content)]


ONCE = '[{first: monday, opens: "9:00", closes: "17:00"}]'


def clinic(street: str = "rue des Pins", unit: str = "bureau 3", city: str = "Rimouski", hours: str = ONCE) -> str:
    return f"""
clinics:
  rimouski:
    brand: boreale
    name: {{fr: "Clinique de L'Épiphanie", en: "L'Épiphanie Clinic"}}
    address: {{number: "3", street: "{street}", unit: "{unit}", city: "{city}", postal_code: G5L 1A1}}
    phone: 418 555-0160
    after_hours: {{fr: "Fermé? 811", en: "Closed? 811"}}
    hours: {hours}
    website: https://rimouski.example
    services: [microneedling]
"""


def test_an_address_is_written_as_in_quebec(tmp_path: Path) -> None:
    assert told(clinic(), tmp_path) == []
    assert [code for code, _ in told(clinic("Rue des Pins", "suite 3"), tmp_path)] == ["W253", "W254"]
    assert [code for code, _ in told(clinic("Pine Street", "#3"), tmp_path)] == ["W254", "W254"]


def test_the_number_of_a_house_stands_once(tmp_path: Path) -> None:
    assert told(clinic("3, rue des Pins"), tmp_path) == [("W264", '"3, rue des Pins"')]
    assert told(clinic("3e Avenue Est"), tmp_path) == []


@pytest.mark.parametrize("number", ["rue des Pins", "12, rue des Pins"])
def test_what_is_no_number_of_a_house_is_told(number: str, tmp_path: Path) -> None:
    part = clinic("12").replace('number: "3"', f'number: "{number}"')
    assert told(part, tmp_path) == [("W264", f'"{number}"')]


@pytest.mark.parametrize("number", ["12-A", "12 bis", "12½", "210 A"])
def test_a_number_of_a_house_may_have_letters(number: str, tmp_path: Path) -> None:
    assert told(clinic().replace('number: "3"', f'number: "{number}"'), tmp_path) == []


@pytest.mark.parametrize(
    "city", ["Rimouski, QC", "Rimouski (Québec)", "St-Jérôme", "Ste-Anne", "Montreal", "Trois Rivières", "L'Epiphanie"]
)
def test_a_town_is_written_whole_and_alone(city: str, tmp_path: Path) -> None:
    assert told(clinic(city=city), tmp_path) == [("W264", f'"{city}"')]


@pytest.mark.parametrize("city", ["Montréal", "Sainte-Anne-des-Monts", "Val-d'Or", "L'Épiphanie", "Québec", "Stoneham"])
def test_a_town_that_is_right_is_left_alone(city: str, tmp_path: Path) -> None:
    assert told(clinic(city=city), tmp_path) == []


def test_a_day_with_two_hours_at_once_is_told_and_a_break_at_noon_is_not(tmp_path: Path) -> None:
    twice = '[{first: monday, last: friday, opens: "9:00", closes: "17:00"}, {first: friday, opens: "8:00", closes: "12:00"}]'
    assert told(clinic(hours=twice), tmp_path) == [("W264", '"friday"')]
    noon = '[{first: monday, opens: "9:00", closes: "12:00"}, {first: monday, opens: "13:00", closes: "17:00"}]'
    assert told(clinic(hours=noon), tmp_path) == []
