"""How, when and how much: what one language drops or turns round is told; free but faithful translations are not."""

from pathlib import Path

import pytest

from handouts.checks.lists.lexicon import lexicon
from handouts.checks.meaning.strays import KNOWN, is_foreign
from handouts.checks.writing.dictionary import Dictionary
from tests.check_samples import codes, found, in_paragraph


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Rincez doucement la plaie.", "Rinse the wound."),
        ("Rincez la plaie.", "Rinse the wound gently."),
        ("Pliez lentement le genou.", "Bend your knee."),
        ("Appelez si la lèvre est engourdie.", "Call if your lip is still numb."),
        ("Le lendemain, pliez le genou.", "From the next day, bend your knee."),
        ("Dès le lendemain, pliez le genou.", "Bend your knee."),
        ("Genou très chaud", "Hot knee"),
        ("Lavez la plaie le soir seulement.", "Wash the wound in the evening."),
        ("Ne prenez rien sans demander.", "Take nothing without asking first."),
        ("Ne tirez pas, même si la clinique le dit.", "Do not pull, unless the clinic says so."),
        ("Le froid aide la peau à mieux guérir.", "Cold helps the skin to heal."),
        ("La joue enfle moins la nuit.", "The cheek swells at night."),
        ("Si le nez saigne malgré la pression, appelez.", "If the nose bleeds after pressure, call."),
        ("Une douleur soudaine", "Pain"),
        ("Il reste presque toujours une marque.", "There is always a mark."),
        ("Faites-vous conduire par une personne de confiance.", "Drive home by yourself."),
        ("Demandez à quelqu'un de conduire.", "Make sure to drive home."),
        ("Le mollet enfle d'un seul côté.", "The calf swells."),
        ("Posez les pieds à plat.", "Put your feet down."),
        ("Appuyez sur la plaie.", "Press firmly on the wound."),
        ("La plaie fait de plus en plus mal.", "The wound hurts a lot here."),
        ("Marchez.", "Walk barefoot."),
        ("Le sang coule après deux fois 5 minutes.", "Blood flows after 5 minutes."),
        ("Une allergie grave se montre vite.", "An allergy shows quickly."),
    ],
)
def test_a_lost_word_on_how_when_or_how_much_is_told(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == ["W206"]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Faites-vous reconduire.", "Have someone drive you home."),
        ("Si la douleur dure, parlez-en.", "If the pain lasts, tell someone."),
        ("Appuyez bien sur la plaie.", "Press firmly on the wound."),
        ("Vos réserves sont à plat.", "Your stores are empty."),
        ("Ne restez pas seul le premier soir.", "Have someone with you the first evening."),
        ("Un signe grave", "A sign of danger"),
        ("Quand la plaie est sèche, couvrez-la.", "After the wound dries, cover it."),
        ("L'eau oxygénée et le savon", "Peroxide and soap"),
        ("Couchez-vous, les pieds au sol.", "Lie down with your feet flat on the floor."),
        ("Séchez la peau en la tamponnant doucement.", "Pat the skin dry."),
        ("La gencive se referme peu à peu.", "The gum closes slowly."),
        ("Attendez encore deux jours.", "Wait another two days."),
        ("Restez immobile un moment.", "Keep still for a moment."),
        ("Le plus souvent, la peau se calme.", "In most cases, the skin settles."),
        ("La rougeur se voit moins sur la peau brune ou noire.", "Redness is harder to see on brown and black skin."),
        ("Une douleur très forte", "Severe pain"),
        ("Gardez au sec au début.", "Keep it dry at first."),
        ("Pas de chaleur tout de suite.", "Skip the heat at first."),
        ("Appelez-nous dès que possible.", "Call us as soon as you can."),
        ("La douleur peut augmenter.", "The pain may get worse."),
        ("L'eau stagnante porte des microbes.", "Standing water carries germs."),
        ("Ne mettez que la crème de la clinique.", "Use only the clinic's cream."),
        ("La plaie guérit moins vite.", "The wound heals more slowly."),
        ("Levez le bras droit, puis le gauche.", "Lift your right arm, then the left one."),
        ("Gardez la jambe droite.", "Keep your leg straight."),
    ],
)
def test_a_faithful_translation_in_other_words_raises_no_alarm(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == []


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Mesurez votre sucre plus souvent.", "Check your sugar less often."),
        ("Lavez la jambe droite.", "Wash the left leg."),
        ("Montez avec la bonne jambe.", "Go up with the bad leg."),
        ("Gardez la tête plus haute.", "Keep your head lower."),
        ("La plaie guérit plus vite.", "The wound heals slowly."),
        ("Arrêtez si la douleur dépasse 4 sur 10.", "Stop if the pain is below 4 out of 10."),
        ("Restez assis.", "Stay standing."),
        ("Le caillot protège la gencive.", "The clot harms the gum."),
        ("Le froid réduit l'enflure.", "Cold makes the swelling worse."),
        ("L'eau peut faire entrer des microbes.", "Water can keep germs out."),
        ("Mordez la compresse.", "Bite on the gaze."),
        ("La peau est sensible.", "Your skin is sensible."),
        ("Éventuellement, la peau pèle.", "Eventually, the skin flakes."),
        (
            "Prenez vos médicaments avant de manger. Attendez l'appel.",
            "Take your medicines before you eat. Attend the call.",
        ),
    ],
)
def test_a_contrary_is_told_where_it_stands(fr: str, en: str, tmp_path: Path) -> None:
    assert "W204" in codes(found(in_paragraph(fr, en), tmp_path))


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Versez 250 mL d'eau.", "Pour 250 L of water."),
        ("Ajoutez 5 g de sel.", "Add 5 kg of salt."),
        ("Une plaie de 5 mm", "A wound of 5 cm"),
        ("Arrivez un quart d'heure à l'avance.", "Come 30 minutes early."),
        ("Restez une heure et demie.", "Stay for 45 minutes."),
        ("Attendez le 5e ou le 10e jour.", "Wait for day 5 or day 12."),
        ("Venez entre le 10e et le 14e jour.", "Come between day 10 and day 15."),
    ],
)
def test_one_number_of_another_unit_is_another_figure(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == ["E201"]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Versez 250 mL d'eau.", "Pour 250 millilitres of water."),
        ("Buvez 1,5 L d'eau.", "Drink 1.5 litres of water."),
        ("Une plaie de 1 cm", "A wound of 10 mm"),
        ("Soulevez moins de cinq kilos.", "Lift less than 5 kg."),
    ],
)
def test_a_measure_is_the_same_in_whatever_unit_it_is_said(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == []


@pytest.mark.parametrize(
    ("fr", "en", "stray"),
    [
        ("L'enflure est pire le matin.", "Enflure is worse in the morning.", "Enflure"),
        ("Remettez le pansement.", "Put the pansement back.", "pansement"),
        ("Gardez le gauze propre.", "Keep the gauze clean.", "gauze"),
    ],
)
def test_one_word_left_in_the_other_language_is_told_at_its_place(fr: str, en: str, stray: str, tmp_path: Path) -> None:
    (problem,) = found(in_paragraph(fr, en), tmp_path)
    assert problem.code == "E204"
    assert f"“{stray}”" in problem.message


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Appelez la Clinique du Pansement.", "Call the Clinique du Pansement."),
        ("Une enflure (swelling)", "A swelling (enflure)"),
        ("La cicatrice pâlit.", "The scar fades."),
    ],
)
def test_a_name_or_a_word_in_brackets_may_be_of_any_language(fr: str, en: str, tmp_path: Path) -> None:
    assert "E204" not in codes(found(in_paragraph(fr, en), tmp_path))


@pytest.mark.parametrize(("language", "other"), [("fr", "en"), ("en", "fr")])
def test_no_word_of_both_languages_is_taken_for_one_of_a_single_language(language: str, other: str) -> None:
    dictionary = Dictionary(other, frozenset())
    listed = sorted({word for name in KNOWN for word in lexicon(language, name).single_words})
    assert len(listed) > 500
    assert [word for word in listed if is_foreign(word, other, language) and dictionary.knows(word)] == []
