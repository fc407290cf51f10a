"""Spaces, quotation marks and apostrophes of each language. `~` in an expected text is the no-break space."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.languages import LANGUAGES
from handouts.languages.typesetting import address_lines
from handouts.model.clinic import Address


def typeset(language: str, typed: str) -> str:
    return LANGUAGES[language].typeset(typed).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Jour 0 : le jour", "Jour~0~: le jour"),
        ("Attention: lavez", "Attention~: lavez"),
        ("Attention :lavez", "Attention~: lavez"),
        ("En ligne:", "En ligne~:"),
        ("(bras): non", "(bras)~: non"),
        ("« oui »: non", "«~oui~»~: non"),
        ("30 %: non", "30~%~: non"),
        ("https://a.example/x: non", "https://a.example/x~: non"),
    ],
)
def test_a_colon_in_french_takes_a_no_break_space_before_it(typed: str, printed: str) -> None:
    """FR-01."""
    assert typeset("fr", typed) == printed


@pytest.mark.parametrize("typed", ["12:30", "vers 9:05", "16:9", "a:b"])
def test_a_colon_inside_an_hour_or_a_code_stays(typed: str) -> None:
    """FR-01."""
    assert typeset("fr", typed) == typed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Fermé ?", "Fermé?"),
        ("Non !", "Non!"),
        ("a\u00a0; b", "a; b"),
        ("a\u202f; b", "a; b"),
        ("Quoi ?!", "Quoi?!"),
    ],
)
def test_french_has_no_space_before_the_other_high_marks(typed: str, printed: str) -> None:
    """FR-02."""
    assert typeset("fr", typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('dit "non comédogène"', "dit «~non comédogène~»"),
        ("dit «non comédogène»", "dit «~non comédogène~»"),
        ("dit « non comédogène »", "dit «~non comédogène~»"),
        ('dit " non "', "dit «~non~»"),
        ('"a "b" c"', "«~a “b” c~»"),
        ('« a "b" c »', "«~a “b” c~»"),
        ("« a “ b ” c »", "«~a “b” c~»"),
        ('l\'"eau"', "l’«~eau~»"),
        ('("a", "b").', "(«~a~», «~b~»)."),
        ('"a"?', "«~a~»?"),
        ('"Lavez!" et "séchez."', "«~Lavez!~» et «~séchez.~»"),
    ],
)
def test_french_quotation_marks_hold_their_words(typed: str, printed: str) -> None:
    """FR-03."""
    assert typeset("fr", typed) == printed


@pytest.mark.parametrize("typed", ['5"', 'un " seul', '5" x 7"', '"jamais fermé'])
def test_a_quotation_mark_without_a_partner_prints_as_typed(typed: str) -> None:
    assert typeset("fr", typed).replace("~", " ") == typed
    assert typeset("en", typed).replace("~", " ") == typed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("30 %", "30~%"),
        ("30%", "30~%"),
        ("25$", "25~$"),
        ("25 $.", "25~$."),
        ("38 °C", "38~°C"),
        ("38°C", "38~°C"),
        ("38 ° C", "38~°C"),
        ("0,5mm", "0,5~mm"),
        ("10 ml", "10~ml"),
    ],
)
def test_a_sign_or_unit_in_french_is_held_to_its_number(typed: str, printed: str) -> None:
    """FR-04."""
    assert typeset("fr", typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("10 000 visites", "10~000~visites"),
        ("1 234 567", "1~234~567"),
        ("en 2026, 300", "en 2026, 300"),
        ("1,5 jour", "1,5~jour"),
    ],
)
def test_a_number_is_never_broken(typed: str, printed: str) -> None:
    """FR-05."""
    assert typeset("fr", typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("l'eau", "l’eau"),
        ("N'y touchez pas, aujourd'hui", "N’y touchez pas, aujourd’hui"),
        ("qu' elle", "qu’elle"),
        ("L’eau", "L’eau"),
        ("le mot 'peau'", "le mot ‘peau’"),
    ],
)
def test_an_apostrophe_is_curly_and_closed_up(typed: str, printed: str) -> None:
    """FR-06."""
    assert typeset("fr", typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a , b .", "a, b."),
        ("attendez ...", "attendez…"),
        ("attendez...", "attendez…"),
        ("( oui )", "(oui)"),
        ("Un.  Deux.   Trois.", "Un. Deux. Trois."),
        ("un\u00a0 mot", "un~mot"),
        ("un\u2009mot\u2007a\u202fb", "un~mot~a~b"),
        ("sites .example", "sites .example"),
    ],
)
def test_points_and_brackets_close_up_and_spaces_are_single(typed: str, printed: str) -> None:
    """FR-09."""
    assert typeset("fr", typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("pendant 3 jours", "pendant 3~jours"),
        ("24 à 48 heures", "24 à~48~heures"),
        ("FPS 30 ou plus", "FPS~30 ou plus"),
        ("le no 2", "le no~2"),
        ("page 3 et 4", "page~3 et 4"),
        ("9h30", "9~h~30"),
        ("9 h 30 à 17 h", "9~h~30 à~17~h"),
        ("24h", "24~h"),
        ("Dre Roy", "Dre~Roy"),
        ("M. X et Mme Roy", "M.~X et Mme~Roy"),
        ("418 555-0134", "418~555-0134"),
        ("1 800 463-5060", "1~800~463-5060"),
        ("418 555-0134, poste 150", "418~555-0134,~poste~150"),
        ("Info-Santé 811, option 1", "Info-Santé 811,~option~1"),
        ("le 2 mai 2026", "le~2~mai 2026"),
        ("le 1er mai 2026", "le~1er~mai 2026"),
        ("Jours 1 à 3", "Jours~1 à~3"),
        ("vitamine C, acides", "vitamine~C, acides"),
        ("composez le 911 tout de suite", "composez le~911 tout de suite"),
        ("parlez au 811, option 1", "parlez au~811,~option~1"),
        ("appelez au 418 555-0134", "appelez au 418~555-0134"),
        ("de 24 à 48 heures", "de~24 à~48~heures"),
        ("du 3 au 7 mai", "du~3 au~7~mai"),
        ("toutes les 2 heures", "toutes les 2~heures"),
        ("le soin", "le soin"),
        ("no\u00a02", "no~2"),
        ("Québec G1A 0A1", "Québec G1A~0A1"),
    ],
)
def test_french_never_parts_a_number_a_title_or_an_hour_from_its_word(typed: str, printed: str) -> None:
    """FR-12."""
    assert typeset("fr", typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"Non-comedogenic" moisturizer', "“Non-comedogenic” moisturizer"),
        ('"a "b" c"', "“a ‘b’ c”"),
        ('("a") and [“b”]', "(“a”) and [“b”]"),
        ('well—"now"', "well—“now”"),
        ("don't, the patients' skin", "don’t, the patients’ skin"),
        ("the '90s, 'tis", "the ’90s, ’tis"),
        ("say 'it won't hurt' twice", "say ‘it won’t hurt’ twice"),
        ("rock 'n' roll", "rock ’n’ roll"),
    ],
)
def test_english_quotation_marks_and_apostrophes_are_curly(typed: str, printed: str) -> None:
    """EN-01."""
    assert typeset("en", typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Day 0 : the day", "Day~0: the day"),
        ("Closed ?", "Closed?"),
        ("Stop ! Now ; go", "Stop! Now; go"),
        ("30 %", "30%"),
        ("$ 25", "$25"),
        ("wait ...", "wait…"),
        ("at 12:30", "at 12:30"),
        ("( yes )", "(yes)"),
        ("“ yes ”", "“yes”"),
    ],
)
def test_english_has_no_space_before_its_marks(typed: str, printed: str) -> None:
    """EN-01."""
    assert typeset("en", typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("for 3 days", "for 3~days"),
        ("38°C", "38~°C"),
        ("Dr. Roy", "Dr.~Roy"),
        ("9 a.m. to 1:30 p.m.", "9~a.m. to 1:30~p.m."),
        ("418 555-0134, ext. 150", "418~555-0134,~ext.~150"),
        ("SPF 30 or more", "SPF~30 or more"),
        ("May 2, 2026", "May~2, 2026"),
        ("Info-Santé 811, option 1", "Info-Santé 811,~option~1"),
        ("by day 7", "by day~7"),
        ("a 5mm cut", "a 5~mm cut"),
        ("vitamin C", "vitamin~C"),
        ("2 May 2026", "2~May 2026"),
        ("Québec G1A 0A1", "Québec G1A~0A1"),
    ],
)
def test_english_never_parts_a_number_a_title_or_an_hour_from_its_word(typed: str, printed: str) -> None:
    assert typeset("en", typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("2-3 days", "2–3~days"), ("37.5-38 °C", "37.5–38~°C"), ("30-50% of it", "30–50% of it")],
)
def test_an_english_range_takes_an_en_dash(typed: str, printed: str) -> None:
    assert typeset("en", typed) == printed


@pytest.mark.parametrize("typed", ["418 555-0134 now", "2026-05-02", "unit 2-3", "1-2-3 go", "non-comedogenic"])
def test_a_hyphen_that_is_no_range_stays(typed: str) -> None:
    assert "–" not in typeset("en", typed)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "address",
    ["https://a.example/it's?x=1:2", "www.a.example/2-3", "boreale.example/l'eau", "anne.2-3@a.example"],
)
def test_web_and_mail_addresses_stay_as_they_are(language: str, address: str) -> None:
    assert typeset(language, f"Voir {address}, ici") == f"Voir {address}, ici"


def test_an_address_has_two_spaces_before_its_postal_code() -> None:
    address = Address(number="12", street="rue des Sapins", unit="bureau 3", city="Québec", postal_code="G1A 0A1")
    lines = address_lines(address)
    assert [line.replace("\u00a0", " ") for line in lines] == [
        "12, rue des Sapins, bureau 3",
        "Québec (Québec)  G1A 0A1",
    ]


def test_an_address_too_wide_for_its_column_breaks_before_the_postal_code_alone() -> None:
    address = Address(number="12", street="rue des Sapins", city="Trois Pistoles", postal_code="G1A 0A1")
    assert address_lines(address)[1].split(" ") == [
        "Trois",
        "Pistoles~(Québec)~".replace("~", "\u00a0"),
        "G1A\u00a00A1",
    ]


def test_an_address_without_a_unit_ends_with_its_street() -> None:
    address = Address(number="885", street="Grande Allée Est", city="Québec", postal_code="G1A 1A2")
    assert address_lines(address)[0].replace("\u00a0", " ") == "885, Grande Allée Est"


@pytest.mark.parametrize("language", LANGUAGES)
def test_typesetting_an_address_changes_nothing(language: str) -> None:
    address = Address(number="12", street="rue des Sapins", unit="bureau 3", city="Québec", postal_code="G1A 0A1")
    for line in (*address_lines(address), ", ".join(address_lines(address))):
        assert LANGUAGES[language].typeset(line) == line


FRAGMENTS = [
    *" \u00a0\u202f.,;:!?…\"'«»“”‘’()[]-–—/%$°\n\ue000",
    *(
        "a",
        "é",
        "s",
        "B",
        "7",
        "30",
        "38",
        "h",
        "C",
        "mm",
        "...",
        "à",
        "et",
        "jours",
        "a.m.",
        "page",
        "Dr",
        "  ",
    ),
    *("https://a.example/c", "x@y.example", "811, option 1", "418 555-0134", ") G1A 0A1"),
]
texts = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
languages = st.sampled_from(sorted(LANGUAGES))


@given(texts, languages)
def test_typesetting_again_changes_nothing(typed: str, language: str) -> None:
    once = LANGUAGES[language].typeset(typed)
    assert LANGUAGES[language].typeset(once) == once


@given(texts, languages)
def test_typesetting_keeps_every_letter_and_digit(typed: str, language: str) -> None:
    done = LANGUAGES[language].typeset(typed)
    assert "".join(filter(str.isalnum, done)) == "".join(filter(str.isalnum, typed))


@given(texts, languages)
def test_typesetting_keeps_all_but_spaces_one_for_one(typed: str, language: str) -> None:
    def inked(text: str) -> str:
        closed = "".join(text.split()).replace("...", "…")
        return re.sub("[«»“”‘’]", '"', closed.replace("'", '"').replace("–", "-"))

    assert inked(LANGUAGES[language].typeset(typed)).replace("...", "…") == inked(typed)


@given(texts, languages)
def test_no_narrow_space_is_printed(typed: str, language: str) -> None:
    assert not set("\u202f\u2009\u2007") & set(LANGUAGES[language].typeset(typed))
