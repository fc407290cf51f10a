"""What a help line says to type: what stands there, as its language writes it, and no example of something else."""

import pytest

from handouts.checks.writing.retyped import retyped


@pytest.mark.parametrize(
    ("found", "way", "language", "typed"),
    [
        ("1.5", "number", "fr", "1,5"),
        ("1,5", "number", "en", "1.5"),
        ("12,500", "thousands_in_french", "fr", "12 500"),
        ("5:00 pm", "hour", "fr", "17 h"),
        ("12:30 a.m.", "hour", "fr", "0 h 30"),
        ("9 h 00", "hour", "fr", "9 h"),
        ("8 h 05", "hour", "en", "8:05 a.m."),
        ("17h", "hour", "en", "5 p.m."),
        ("5pm", "hour", "en", "5 p.m."),
        ("100.4 °F", "celsius", "en", "38 °C"),
        ("101 F", "celsius", "fr", "38,3 °C"),
        ("38 °F", "celsius", "en", "38 °C"),
        ("39,5 °", "celsius", "fr", "39,5 °C"),
        ("102°", "celsius", "en", "38.9 °C"),
        ("oC", "degrees", "fr", "°C"),
        ("(418) 555.0134", "phone", "fr", "418 555-0134"),
        ("1-800-463-5060", "phone", "en", "1 800 463-5060"),
        ("mai 1, 2026", "day_in_french", "fr", "1er mai 2026"),
        ("2nd of May", "day_in_english", "en", "May 2"),
        ("May 3rd", "day_in_english", "en", "May 3"),
        ("12 - 18", "range_in_french", "fr", "12 à 18"),
        ("1ères", "ordinal_in_french", "fr", "1res"),
        ("1ier", "ordinal_in_french", "fr", "1er"),
        ("2ème", "ordinal_in_french", "fr", "2e"),
        ("$ 25", "price_in_french", "fr", "25 $"),
        ("25 $", "price_in_english", "en", "$25"),
        ("Lavez vous", "hyphens", "fr", "Lavez-vous"),
        ("9-1-1", "no_hyphens", "en", "911"),
        ("Mme.", "no_period", "fr", "Mme"),
        ("monday", "capital", "en", "Monday"),
    ],
)
def test_a_mistake_of_writing_is_told_with_what_itself_should_be(
    found: str, way: str, language: str, typed: str
) -> None:
    assert retyped(found, way, language) == typed
