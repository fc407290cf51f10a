"""The two languages of a text say the same, and good translations raise no alarm."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from handouts.checks.figures.quantities import quantities
from handouts.checks.parity.comparing import check_parity
from handouts.checks.parity.translation import language_of
from handouts.checks.text.manuscript import Manuscript
from tests.check_samples import in_paragraph, load_with, spot

if TYPE_CHECKING:
    from handouts.errors import Problem


def told(part: str, folder: Path) -> list[tuple[str, str]]:
    """Return the code of each problem of parity, and the characters that it points at."""
    loaded = load_with(part, folder)
    found: list[Problem] = list(check_parity(Manuscript(loaded.content, loaded.sources.files)))
    return [(problem.code, spot(problem, loaded)) for problem in found]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Attendez 24 heures.", "Wait 1 day."),
        ("Attendez 24 h.", "Wait 24 hours."),
        ("Rincez pendant 30 secondes.", "Rinse for 30 seconds."),
        ("Comptez dix secondes.", "Count 10 seconds."),
        ("Ne soulevez pas plus de 5 kg.", "Do not lift more than 10 pounds."),
        ("Ne soulevez pas plus de cinq kilos.", "Do not lift more than 10 pounds."),
        ("Ne soulevez pas plus de 5 kg.", "Do not lift more than 11 lb (5 kg)."),
        ("Gardez-le à 2,5 cm de la plaie.", "Keep it 1 inch from the wound."),
        ("Attendez vingt-quatre heures.", "Wait 24 hours."),
        ("Attendez quarante-huit heures.", "Wait two days."),
        ("Gardez-le vingt et un jours.", "Keep it for twenty-one days."),
        ("Marchez trente minutes.", "Walk for 30 minutes."),
        ("Deux comprimés, vingt par jour au plus.", "Two tablets, twenty per day at most."),
        ("Gardez une seconde serviette.", "Keep a second towel."),
        ("Attendez 2 semaines.", "Wait 14 days."),
        ("Attendez deux semaines.", "Wait 2 weeks."),
        ("Attendez de 24 à 48 heures.", "Wait 24 to 48 hours."),
        ("Attendez 1 an.", "Wait 12 months."),
        ("Venez à 13 h 30.", "Come at 1:30 p.m."),
        ("Venez à 9 h.", "Come at 9 a.m."),
        ("Venez à midi.", "Come at 12:00."),
        ("Mettez-en 0,5 ml.", "Use 0.5 ml of it."),
        ("Pour 10 000 personnes.", "For 10,000 people."),
        ("Le 2e jour.", "The second day."),
        ("Voyez [notre site]({clinic.website}/grain).", "See [our site]({clinic.website}/mole)."),
        ("Le 1er mai.", "May 1."),
        ("Une fois par jour.", "Once a day."),
        ("À 38 °C.", "At 38 °C."),
        ("À 38 °C.", "At 100.4 °F."),
        ("Prenez-la 2 fois par jour.", "Take it twice a day."),
        ("Appelez le 1 800 463-5060.", "Call 1-800-463-5060."),
    ],
)
def test_the_same_figure_written_as_each_language_writes_it_is_the_same(fr: str, en: str, tmp_path: Path) -> None:
    assert told(in_paragraph(fr, en), tmp_path) == []


@pytest.mark.parametrize(
    ("fr", "en", "code", "at"),
    [
        ("Attendez 24 heures.", "Wait 24 days.", "E201", "24 days"),
        ("Attendez 2 jours.", "Wait 2 weeks.", "E201", "2 weeks"),
        ("Ne soulevez pas plus de 5 kg.", "Do not lift more than 20 pounds.", "E201", "20 pounds"),
        ("Ne soulevez pas plus de 5 kg.", "Do not lift more than 5 pounds.", "E201", "5 pounds"),
        ("Gardez-le à 10 cm de la plaie.", "Keep it 11 cm from the wound.", "E201", "11 cm"),
        ("Attendez vingt-quatre heures.", "Wait 48 hours.", "E201", '"Attendez vingt-quatre heures."'),
        ("Rincez pendant 30 secondes.", "Rinse for 30 minutes.", "E201", "30 minutes"),
        ("Attendez trois jours.", "Wait 5 days.", "E201", '"Attendez trois jours."'),
        ("Venez à 13 h 30.", "Come at 1:30 a.m.", "E201", "1:30 a.m."),
        ("À 38 °C ou plus.", "At 39 °C or more.", "E201", "39 °C"),
        ("Appelez le 1 800 463-5060.", "Call 1 800 463-5061.", "E202", "1 800 463-5061"),
        ("Appelez (1 800 463-5060).", "Call (514 555-0178).", "E202", "514 555-0178"),
        ("[Écrivez](mailto:a@b.ca) ici.", "[Write](mailto:c@b.ca) here.", "E202", "mailto:c@b.ca"),
    ],
)
def test_figures_that_differ_are_one_problem_at_the_second(
    fr: str, en: str, code: str, at: str, tmp_path: Path
) -> None:
    assert told(in_paragraph(fr, en), tmp_path) == [(code, at)]


def test_a_figure_that_one_language_lacks_is_told_at_that_language(tmp_path: Path) -> None:
    assert told(in_paragraph("Attendez un peu.", "Wait 3 days."), tmp_path) == [("E201", '"Attendez un peu."')]


def test_figures_that_stand_for_a_name_count_as_what_they_print(tmp_path: Path) -> None:
    assert told(in_paragraph("Attendez {makeup_wait}.", "Wait 24 to 48 hours."), tmp_path) == []
    assert told(in_paragraph("Attendez {makeup_wait}.", "Wait 24 to 72 hours."), tmp_path) == [
        ("E201", "24 to 72 hours")
    ]


def test_the_number_of_the_clinic_typed_in_one_language_is_not_told_as_a_difference(tmp_path: Path) -> None:
    assert told(in_paragraph("Appelez le {clinic.phone}.", "Call 418 555-0134."), tmp_path) == []


@pytest.mark.parametrize(
    "words",
    [
        "Notes",
        "Questions?",
        "Situation",
        "Destinations",
        "Massage, sauna, spa",
        "{spf}",
        "Info-Santé 811, option 1",
        "Marie Curie",
        "811",
    ],
)
def test_words_that_both_languages_share_need_no_translation(words: str, tmp_path: Path) -> None:
    assert told(in_paragraph(words, words), tmp_path) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Keep your skin clean.", "E203"),
        ("Évanouissement", "E203"),
        ("Swelling", "W205"),
        ("Wait {makeup_wait}", "W205"),
    ],
)
def test_words_of_one_language_in_both_are_told(words: str, code: str, tmp_path: Path) -> None:
    assert [each for each, _ in told(in_paragraph(words, words), tmp_path)] == [code]


def test_an_untranslated_text_is_told_where_the_translation_belongs(tmp_path: Path) -> None:
    part = in_paragraph("Keep your skin clean and dry.", "Keep your skin clean and dry!")
    assert told(part, tmp_path) == [("E203", '"Keep your skin clean and dry."')]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Gardez la peau propre et ne la frottez pas.", "fr"),
        ("Keep your skin clean and do not rub it.", "en"),
        ("Eczéma", ""),
        ("Main message", ""),
        ("Photo, massage, sauna", ""),
    ],
)
def test_a_language_is_known_by_its_small_words(words: str, language: str) -> None:
    assert language_of(words) == language


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("N'y touchez pas.", "Leave them alone."),
        ("Lavez la peau sans l'irriter.", "Wash your skin gently."),
        ("Rincez sans frotter.", "Rinse, and do not rub."),
        ("Des démangeaisons qui persistent.", "Itching that does not go away."),
        ("Enlevez le pansement et trempez l'orteil.", "Take off the dressing and soak your toe."),
        ("Protégez la peau, le caillot et la plaie.", "Protect your skin, the blood clot and the wound."),
        ("Évitez le soleil.", "Do not go into the sun."),
        ("Ce n'est possible que le matin.", "This is only possible in the morning."),
        ("Peau chaude, rouge ou plus foncée", "Warm skin, red or darker than usual"),
        ("Appliquez la crème avant et après.", "Apply the cream before and after."),
        ("Lavez à l'eau tiède.", "Wash with warm water."),
        ("Le soir, lavez la peau.", "At night, wash your skin."),
    ],
)
def test_good_translations_raise_no_alarm(fr: str, en: str, tmp_path: Path) -> None:
    assert told(in_paragraph(fr, en), tmp_path) == []


@pytest.mark.parametrize(
    ("fr", "en", "at"),
    [
        ("Le matin, lavez la peau.", "In the evening, wash your skin.", "evening"),
        ("Lavez à l'eau tiède.", "Wash with cold water.", "cold"),
        ("Appelez le lundi.", "Call on Tuesday.", "Tuesday"),
        ("Le soir, mais pas au soleil, séchez.", "In the evening, not in the sun, wet it.", "wet"),
    ],
)
def test_words_with_another_meaning_are_told(fr: str, en: str, at: str, tmp_path: Path) -> None:
    assert told(in_paragraph(fr, en), tmp_path) == [("W204", at)]


@pytest.mark.parametrize(
    ("fr", "en"),
    [("N'en cessez aucun de vous-même.", "Stop them on your own."), ("Cessez-les vous-même.", "Do not stop them.")],
)
def test_not_to_stop_is_not_the_same_as_to_stop(fr: str, en: str, tmp_path: Path) -> None:
    assert [code for code, _ in told(in_paragraph(fr, en), tmp_path)] == ["W203"]


def test_a_sentence_that_only_one_language_has_is_told(tmp_path: Path) -> None:
    part = in_paragraph("Lavez votre visage à l'eau tiède. Rincez bien.", "Wash your face with warm water.")
    assert told(part, tmp_path) == [("W202", '"Wash your face with warm water."')]


def test_a_thing_to_avoid_with_what_is_missing_from_it_is_one_thing(tmp_path: Path) -> None:
    item = """
- block: avoid
  items:
    - text: {fr: "Le soleil sur la cicatrice, sans écran solaire ni vêtement", en: "Sun on the scar without sunscreen or clothing"}
"""
    assert told(item, tmp_path) == []


def test_names_of_brands_may_be_the_same_in_both_languages(tmp_path: Path) -> None:
    assert told("facts: {}", tmp_path) == []


def test_a_brand_with_small_french_words_is_called_so_in_english_too(tmp_path: Path) -> None:
    assert told('brands:\n  pas: {extends: boreale, name: {fr: "Pas à pas", en: "Pas à pas"}}\n', tmp_path) == []


def test_an_english_name_may_hold_the_french_name_of_its_brand(tmp_path: Path) -> None:
    part = """
brands:
  sourire: {extends: boreale, name: {fr: "Sourire d'ici", en: "Sourire d'ici"}}
clinics:
  lorette:
    brand: sourire
    name: {fr: "Centre dentaire Sourire d'ici de L'Ancienne-Lorette", en: "Sourire d'ici Dental Centre, L'Ancienne-Lorette"}
    address: {number: "3", street: rue des Pins, city: L'Ancienne-Lorette, postal_code: G2E 3B1}
    phone: 418 555-0160
    after_hours: {fr: "Fermé? 811", en: "Closed? 811"}
    hours: [{first: monday, opens: "9:00", closes: "17:00"}]
    website: https://lorette.example
    services: [microneedling]
"""
    assert told(part, tmp_path) == []
    swapped = part.replace("Sourire d'ici Dental Centre", "Sourire d'ici, soins de la bouche et des dents")
    assert [code for code, _ in told(swapped, tmp_path)] == ["E204"]


def test_a_number_in_words_is_a_figure_that_the_other_language_may_have() -> None:
    assert "3" in quantities("three times", "en").values
    assert quantities("three times", "en").figures == ()


@pytest.mark.parametrize("words", ["une demİ-heure", "30 mİnutes", "trente mınutes"])
def test_an_i_of_a_turkish_keyboard_is_an_i_in_what_is_counted(words: str) -> None:
    assert "30 min" in quantities(words, "fr").values


@pytest.mark.parametrize(
    ("fr", "en", "code", "at"),
    [
        # a thing of a row that one language leaves out
        ("Surélevez le bras ou la jambe.", "Keep your arm raised.", "W206", '"Keep your arm raised."'),
        ("Lavez-la matin et soir.", "Wash it in the morning.", "W206", '"Wash it in the morning."'),
        ("Évitez le sauna.", "Avoid saunas and hot tubs.", "W206", '"Évitez le sauna."'),
        # what one language refuses
        ("Épongez sans frotter.", "Pat dry and rub.", "W203", "rub"),
        ("Touchez la plaie avec un linge sec.", "Do not touch it with a dry cloth.", "W203", '"Touchez la plaie avec un linge sec."'),
        ("Épongez et frottez.", "Pat dry, without rubbing.", "W203", '"Épongez et frottez."'),
        # a translation begun and not ended
        ("Lavez-vous à l'eau tiède, using your hands.", "Wash with lukewarm water, using your hands.", "E204", "using your"),
        ("Lavez-vous à l'eau tiède du robinet.", "Wash with lukewarm water, puis séchez la peau.", "E204", "puis séchez la peau"),
        # what changes places
        ("Lavez vos mains avant de toucher votre visage.", "Wash your face before you touch your hands.", "W204", "hands"),
        ("La bouche s'ouvre de moins en moins.", "Your mouth opens more and more.", "W204", "more and more"),
        ("Ça fait plus mal le jour 3 que le jour 1.", "It hurts more on day 1 than on day 3.", "W204", "day 3"),
        # what no one can promise
        ("La peau peut peler.", "Your skin will peel.", "W207", '"Your skin will peel."'),
        ("La peau pèle.", "Your skin usually peels.", "W207", '"La peau pèle."'),
        # contraries, each told once
        ("Évitez le soleil.", "Stay in the sun.", "W204", "Stay in the sun"),
        ("La douleur ne dure plus.", "The pain still lasts.", "W204", "still"),
        ("Ne vous lavez pas à l'eau froide.", "Do not wash with warm water.", "W204", "warm"),
        ("Sans frotter, lavez la peau à l'eau tiède.", "Wash the skin with cold water, without rubbing.", "W204", "cold"),
        ("Dormez sur le dos.", "Sleep on your stomach.", "W204", "on your stomach"),
        ("Portez des vêtements amples.", "Wear tight clothes.", "W204", "tight"),
        ("Un soir sur deux.", "Every night.", "W204", "Every night"),
        ("Au moins 3 fois par jour.", "At most 3 times a day.", "W204", "At most"),
    ],
)  # fmt: skip
def test_what_only_one_language_says_is_told_where_the_other_should_say_it(
    fr: str, en: str, code: str, at: str, tmp_path: Path
) -> None:
    assert (code, at) in told(in_paragraph(fr, en), tmp_path)


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Fuyez le soleil.", "Stay out of the sun."),
        ("Le froid ne peut pas brûler la peau.", "Cold cannot burn your skin."),
        ("Impossible de bouger le bras", "You cannot move your arm"),
        ("Respirez lentement, sans à-coups.", "Breathe slowly and smoothly."),
        ("Une douleur vive malgré le froid.", "Sharp pain that cold does not ease."),
        ("La peau est chaude. Gardez-la au frais.", "Your skin is warm. Keep it cool."),
        ("Au repos les 2 premiers jours.", "Rest for the first 2 days."),
        ("Fièvre de 38,5 °C et plus.", "Fever of 38.5 °C and above."),
        ("Avant de toucher votre visage, lavez vos mains.", "Wash your hands before you touch your face."),
        ("Vos mains et votre visage, matin et soir.", "Your hands and face, twice a day."),
        ("Ne frottez pas, épongez.", "Pat dry, and do not rub."),
        ("Ne vous rasez pas avant demain.", "Wait until tomorrow to shave."),
        ("La clinique est au 40, rue de la Marée.", "The clinic is at 40, rue de la Marée."),
        ("Ne mouillez pas la plaie.", "Keep the wound dry."),
        ("Gardez le pansement sec.", "Do not get the dressing wet."),
    ],
)
def test_what_each_language_says_its_own_way_raises_no_alarm(fr: str, en: str, tmp_path: Path) -> None:
    assert told(in_paragraph(fr, en), tmp_path) == []
