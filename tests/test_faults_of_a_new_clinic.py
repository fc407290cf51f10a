"""Faults of a clinic's first sheets (a tooth, a mole, an allergy test): each is found at its text, and good sheets raise no alarm."""

from pathlib import Path

import pytest

from tests.check_samples import ROOT, in_paragraph
from tests.planting import Planted, planted
from tests.test_checks_parity import told
from tests.test_sixty_faults import checked, complaints

GOOD = ROOT / "tests" / "samples" / "procedures" / "content.yaml"

FAULTS = [
    # words of the trade
    ("the clot can come loose", "the thrombus can precipitate osteitis", "W404"),
    ("le caillot peut se détacher", "risque d'alvéolite sèche", "W404"),
    ("Lavez la peau à l'eau", "Procéder au nettoyage de la région cutanée à l'eau", "W404"),
    ("Put a cool cloth on the skin", "Put a cool cloth on the skin prn", "W404"),
    ("Can I take a shower?", "Can I take a shower post-operatively?", "W404"),
    # marks and accents
    ("The swelling and pain go down", "The swelling and pain go down..", "W262"),
    ("la gencive à guérir.", "la gencive a guérir.", "W250"),
    ("à guérir. Protégez", "à guérir.Protégez", "W262"),
    ("la nuit. Que faire?", "la nuit. Que faire", "W262"),
    ("Un caillot se forme", "un caillot se forme", "W262"),
    ("Souvent le lendemain.", "Souvent ,le lendemain.", "W262"),
    ("The gum closes little by little", "The gum closes little by little (slowly", "W262"),
    # the contrary, by one word
    ('en: "Bite on the gauze"', 'en: "Chew on the gauze"', "W204"),
    ('en: "Call if it keeps bleeding"', 'en: "Wait if it keeps bleeding"', "W204"),
    ("Mangez des aliments mous et tièdes", "Mangez des aliments durs et tièdes", "W204"),
    ("in a cloth, {ice} at a time", "directly on the skin, {ice} at a time", "W204"),
    ("Rinse gently with warm salt water", "Rinse hard with warm salt water", "W204"),
    ("Rinse gently with warm salt water", "Rinse gently with warm sugar water", "W204"),
    ("eau salée tiède dès le lendemain", "eau salée tiède dès le jour même", "W204"),
    ("with a soft brush", "with a hard brush", "W204"),
    ("smoke can slow healing", "smoke can speed healing", "W204"),
    ("Swelling that gets worse after day 3", "Swelling that gets better after day 3", "W204"),
    ("Heavy bleeding that pressure", "Light bleeding that pressure", "W204"),
    ("Bouche encore engourdie le lendemain", "Bouche encore engourdie la semaine suivante", "W204"),
    ("Keep your head up.", "Keep your head down.", "W204"),
    ("Nous vous appelons avec le résultat", "Appelez-nous pour le résultat", "W204"),
    ("press on it without stopping with", "press on it now and then with", "W204"),
    ('fr: "Fièvre de {fever} ou plus"', 'fr: "Fièvre de {fever} ou moins"', "W204"),
    ("Keep your auto-injector with you", "Keep your auto-injector at home", "W204"),
    ("even if the test is negative", "even if the test is positive", "W204"),
    ("Restez à la clinique {wait_here} après le test.", "Restez à la maison {wait_here} après le test.", "W204"),
    ("Oui, si vous vous sentez bien", "Non, même si vous vous sentez bien", "W204"),
    ("It often fades with time", "It always fades with time", "W204"),
    ("on the closed scar", "on the open scar", "W204"),
    ("how hot drinks are with your hand", "how hot drinks are with your tongue", "W204"),
    ('en: "Swollen lips, tongue or throat"', 'en: "Swollen hands, feet or belly"', "W204"),
    ('fr: "Plaie qui s\'ouvre"', 'fr: "Plaie qui se referme"', "W204"),
    ('en: "Scar that gets thicker"', 'en: "Scar that gets thinner"', "W204"),
    ("lasts more than {itch}", "lasts less than {itch}", "W204"),
    ("the next day on, if it is short", "the next day on, if it is long", "W204"),
    ("Wash the skin with water and mild soap", "Wash the skin with alcohol", "W204"),
    ("Rubbing alcohol and peroxide", "Water and mild soap", "W204"),
    ("Keep the wound clean and covered", "Keep the wound clean and uncovered", "W204"),
    ('fr: "Ne fumez pas"', 'fr: "Fumez pas"', "W255"),
    # things to avoid that one language leaves out
    ('fr: "Fumer ou vapoter"', 'fr: "Fumer"', "W206"),
    ('en: "Alcohol and very hot drinks"', 'en: "Very hot drinks"', "W206"),
    ('en: "Lifting heavy things or running"', 'en: "Lifting heavy things"', "W206"),
    ("Boire à la paille, cracher ou rincer", "Boire à la paille ou rincer", "W206"),
    # a lost “not”, in one sentence of several, or beside a “without” that both languages have
    ("Do not assume that all is well.", "You can assume that all is well.", "W203"),
    ("Do not stop any medicine without talking with us.", "Stop your medicine without talking with us.", "W203"),
]


@pytest.mark.parametrize("copy", planted(GOOD.read_text(encoding="utf-8"), FAULTS))
def test_faults_are_found_at_their_texts_and_nowhere_else(copy: Planted, tmp_path: Path) -> None:
    assert complaints(copy, tmp_path) == []


def test_three_good_sheets_of_a_new_clinic_raise_no_alarm(tmp_path: Path) -> None:
    assert [str(problem) for problem in checked(GOOD.read_text(encoding="utf-8"), tmp_path)] == []


def test_an_age_is_no_figure_of_the_clinic(tmp_path: Path) -> None:
    aged = in_paragraph(
        "Vous avez 65 ans ou plus. Enfants de moins de 12 ans.", "You are 65 or older. Children under 12."
    )
    assert told(aged, tmp_path) == []


def test_an_age_that_differs_is_told(tmp_path: Path) -> None:
    aged = in_paragraph("Vous avez 65 ans ou plus.", "You are 75 or older.")
    assert [code for code, _ in told(aged, tmp_path)] == ["E201"]
