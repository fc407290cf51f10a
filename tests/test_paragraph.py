"""Lines: where text breaks, and where it never does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handouts.languages import LANGUAGES
from handouts.typography.fonts import bundled_family
from handouts.typography.paragraph import Line, TextStyle, set_lines
from handouts.wording.inline import Run

FAMILY = bundled_family()
STYLE = TextStyle(FAMILY.regular, FAMILY.bold, 12, 15, "#000000")
LETTERS = st.text(alphabet="abcdefgilmnopqrstuvéèàœ’-.,\u00a0 ", min_size=1, max_size=160)


def lines(text: str, measure: float = 120) -> tuple[Line, ...]:
    return set_lines((Run(text),), STYLE, measure)


def texts(text: str, measure: float = 120) -> list[str]:
    return [line.text for line in lines(text, measure)]


def width(text: str) -> float:
    return FAMILY.regular.word(text).width * 12 / 1000


def test_a_line_breaks_at_spaces_and_holds_as_many_words_as_fit() -> None:
    assert texts("Mains, taie et pinceaux propres avant tout soin", 100) == [
        "Mains, taie et",
        "pinceaux propres",
        "avant tout soin",
    ]


@settings(max_examples=120, deadline=None)
@given(text=LETTERS, measure=st.floats(min_value=40, max_value=400))
def test_no_line_is_wider_than_its_measure(text: str, measure: float) -> None:
    assert all(line.width <= measure + 0.001 for line in lines(text, measure))


@settings(max_examples=120, deadline=None)
@given(text=LETTERS, measure=st.floats(min_value=40, max_value=400))
def test_no_character_is_lost_doubled_or_moved(text: str, measure: float) -> None:
    set_ = lines(text, measure)
    joined = "".join(line.text + ("" if line.joined else " ") for line in set_)
    assert joined.split() == text.replace("\u00a0", " ").split()


@pytest.mark.parametrize("measure", range(94, 300, 7))
def test_what_is_tied_by_a_no_break_space_is_never_parted(measure: int) -> None:
    text = LANGUAGES["fr"].typeset("Appelez au 418 555-0134 : fièvre de 38 °C, « croûte » après 7 jours, à 9 h 30?")
    found = texts(text, measure)
    for tied in ("418 555-0134", "0134 :", "38 °C", "« croûte »", "7 jours", "9 h 30?"):
        assert any(tied.replace(" ", "\u00a0") in line for line in found), tied


@pytest.mark.parametrize("measure", range(66, 200, 5))
def test_the_digits_of_a_telephone_number_stay_on_one_line(measure: int) -> None:
    for language in LANGUAGES.values():
        text = language.typeset("Appelez la clinique au 418 555-0134 tout de suite")
        assert sum("418\u00a0555-0134" in line for line in texts(text, measure)) == 1


def test_a_hyphen_is_no_place_to_break() -> None:
    assert texts("un rendez-vous", width("rendez-vous") + 1) == ["un", "rendez-vous"]


def test_a_web_address_wider_than_the_measure_breaks_after_a_slash() -> None:
    first, second = lines("https://boreale.example/boutons/suite", 150)
    assert (first.text, second.text) == ("https://boreale.example/", "boutons/suite")
    assert first.joined
    assert not second.joined


def test_a_word_wider_than_the_measure_is_divided_rather_than_cut() -> None:
    found = lines("anticonstitutionnellement", 60)
    assert "".join(line.text for line in found) == "anticonstitutionnellement"
    assert [line.joined for line in found] == [True] * (len(found) - 1) + [False]


def test_a_short_last_word_gets_company_from_the_line_above() -> None:
    text = "La peau se calme le plus souvent en dix"
    measure = width("La peau se calme le plus souvent en") + 1
    assert texts(text, measure)[-1] == "en dix"


def test_a_long_last_word_may_stand_alone() -> None:
    assert texts("La peau se calme normalement", 90)[-1] == "normalement"


def test_a_line_of_two_words_is_not_robbed_of_one() -> None:
    assert texts("anticonstitution nel ou", width("anticonstitution nel")) == ["anticonstitution nel", "ou"]


def test_a_new_line_in_the_text_always_ends_a_line() -> None:
    assert texts("Lundi\nMardi matin", 300) == ["Lundi", "Mardi matin"]


def test_bold_words_and_links_are_set_in_bold_and_counted_as_such() -> None:
    (line,) = set_lines((Run("Appelez "), Run("vite", bold=True), Run(" au "), Run("811", href="tel:811")), STYLE, 300)
    faces = [(part.text, part.face) for part in line.segments]
    assert faces == [
        ("Appelez ", FAMILY.regular), ("vite ", FAMILY.bold), ("au ", FAMILY.regular), ("811", FAMILY.bold),
    ]  # fmt: skip
    assert line.segments[-1].href == "tel:811"
    assert line.width == pytest.approx(sum(part.width for part in line.segments))


def test_a_word_that_is_half_bold_stays_in_one_piece() -> None:
    found = set_lines((Run("trop "), Run("irrit", bold=True), Run("ant.")), STYLE, 52)
    assert [line.text for line in found] == ["trop", "irritant."]


def test_kerning_is_counted_in_the_width_of_a_line() -> None:
    unkerned = sum(width(letter) for letter in "AVATAR To Té")
    assert lines("AVATAR To Té", 300)[0].width < unkerned - 1


def test_the_space_after_a_link_does_not_belong_to_it() -> None:
    (line,) = set_lines((Run("Voir "), Run("ici", href="https://a.example"), Run(" ou là")), STYLE, 300)
    assert [part.text for part in line.segments if part.href] == ["ici"]


def test_the_space_inside_a_link_belongs_to_it() -> None:
    (line,) = set_lines((Run("notre page web", href="https://a.example"),), STYLE, 300)
    assert [(part.text, part.href) for part in line.segments] == [("notre page web", "https://a.example")]


def test_capitals_stand_in_the_middle_of_their_leading() -> None:
    above = STYLE.baseline - FAMILY.regular.cap_height * 12
    assert above == pytest.approx(15 - STYLE.baseline)
