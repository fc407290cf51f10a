"""Sixty faults of translation, typography, plain words, safety and looks, planted in the real content: each is found there.

And three sheets of other treatments, in which there is nothing to find.
"""

from pathlib import Path

import pytest

from handouts.build.plan import Workshop
from handouts.content import load_fit
from handouts.errors import Problem
from handouts.keeping.memory import Memory
from handouts.problems.findings import findings
from layouts import LAYOUTS
from tests.check_samples import EDITIONS, ROOT, TODAY
from tests.planting import BESIDE, Planted, planted

MEMORY = Memory(None)  # handouts without the fault are read once
GOOD = ROOT / "tests" / "samples" / "treatments" / "content.yaml"

LONG = (
    "La peau, qui a subi de petites blessures et dont la barrière n'est pas encore refermée, doit d'abord guérir avant "
    "que nous puissions traiter de nouveau la même zone du visage."
)

FAULTS = [
    # what one language says, and the other does not
    ("Rincez sans frotter.", "Rincez et frottez.", "W203"),
    ('en: "Rinse, and do not rub."', 'en: "Rinse and rub."', "W203"),
    ('en: "Pat dry with a clean towel."', 'en: "Pat dry with a dirty towel."', "W204"),
    ("Wet your face with lukewarm water.", "Wet your face with hot water.", "W204"),
    ("Le soir, rincez à l'eau tiède, les mains propres", "Le matin, rincez à l'eau tiède, les mains propres", "W204"),
    ("Wash your hands before you touch your face", "Wash your hands after you touch your face", "W204"),
    ('en: "Deep, painful lumps"', 'en: "Deep, painless lumps"', "E458"),
    ("Lavez-vous les mains avec du savon.", "Lavez-vous les mains sans savon.", "W203"),
    ('en: "Moisturize every day"', 'en: "Moisturize every week"', "W204"),
    ("Lèvres, langue ou gorge enflées", "Lèvres ou langue enflées", "W206"),
    ('en: "Swollen lips, tongue or throat"', 'en: "Swollen lips"', "W206"),
    ('en: "Spreading area, pus, yellow crust"', 'en: "Spreading area, pus"', "W206"),
    ('fr: "Difficulté à respirer ou à avaler"', 'fr: "Légère gêne"', "W206"),
    ("Zone qui s'étend, pus, croûte jaune", "Zone qui s'étend, pus, croûte verte", "W204"),
    ("option 1. Une infirmière ou un infirmier", "option 2. Une infirmière ou un infirmier", "E461"),
    ("Call Info-Santé at [811](tel:811), option 1.", "Call Info-Santé at [911](tel:911), option 1.", "E202"),
    ("A nurse answers day and night. It is\n                  free.", "A nurse answers day and night.", "W202"),
    ("Go back to your products one at a time", "Go back to your products two at a time", "W204"),
    ('en: "the day before"', 'en: "the day after"', "W204"),
    ('en: "on the first day, stay in the shade"', 'en: "on the third day, stay in the shade"', "E201"),
    ('fr: "après {sunscreen_start}"', 'fr: "après {sunscreen_again}"', "E201"),
    ("Be gentle with your skin for {gentle_care} after", "Be gentle with your skin after", "E201"),
    ("fr: \"Poussée de boutons ou d'eczéma\"", 'fr: "Breakout of pimples or eczema"', "E203"),
    (
        'en: "Write here your questions and the products that the clinic gave you."',
        'en: "Écrivez ici vos questions et les produits que la clinique vous a remis."',
        "E203",
    ),
    ('en: "Pregnancy, sure or possible"', 'en: "TODO"', "E205"),
    ('fr: "Nouveau médicament"', 'fr: "(à traduire)"', "E205"),
    ('en: "Stay out of the sun"', 'en: "Stay in the sun"', "W204"),
    ('fr: "Évitez le soleil"', 'fr: "Cherchez le soleil"', "W204"),
    ("**Clinique fermée?** Appelez", "**Clinique ouverte?** Appelez", "W204"),
    ("**La clinique d'abord**, au {clinic.phone}.", "La clinique d'abord, au {clinic.phone}.", "W201"),
    ('en: "Keep using sunscreen every day"', 'en: "Stop using sunscreen every day"', "W204"),
    ("Appelez-nous au {clinic.phone}, même la veille.", "Appelez-nous au 418 555-0199, même la veille.", "E459"),
    # typography and spelling
    ("Laver la peau sans l'irriter", "Laver La Peau Sans L'Irriter", "W253"),
    ('fr: "Grossesse, sûre ou possible"', 'fr: "Grossesse, sûre ou possible (2ème mois)"', "W251"),
    ("cœur ou souffle\n", "coeur ou souffle\n", "W252"),
    ('fr: "Coup de soleil ou bronzage"', 'fr: "Coup de soleil ou bronzage depuis Lundi"', "W253"),
    ("Mouillez votre visage à l'eau tiède.", "Mouille ton visage à l'eau tiède.", "W255"),
    ("Épongez avec une serviette propre.", "Éponge avec ta serviette propre.", "W255"),
    ('en: "Warmth and colour fade"', 'en: "Warmth and color fade"', "W256"),
    ('fr: "Rincez sans frotter."', 'fr: "Rincez à 9h00 sans frotter."', "W257"),
    ("Encore des boutons? Appelez-nous", "Encore des boutons? APPELEZ-NOUS VITE", "W258"),
    ("Still have pimples? Call us", "Still have have pimples? Call us", "W259"),
    ('fr: "Des boutons?"', 'fr: "Des pimples?"', "W254"),
    ("Fever of {fever} or more, or chills", "Fever of 38,5 °C or more, or chills", "W257"),
    ('fr: "À quoi s\'attendre"', 'fr: "A quoi s\'attendre"', "W250"),
    # plain words
    ('en: "they can irritate the skin"', 'en: "they can exacerbate cutaneous erythema"', "W404"),
    ("la peau est alors plus fragile et peut garder des taches", "l'épiderme présente alors une hyperpigmentation", "W404"),
    (
        "La peau doit d'abord guérir.",
        LONG,
        "W401",
    ),
    ('fr: "Mes notes"', 'fr: "Divers"', "W408"),
    ("The clinic may prefer to wait.", "The RN may prefer to wait.", "W413"),
    # safety
    ('en: "they carry germs"', 'en: "they carry germs, this is normal"', "E454"),
    ("Encore des boutons? Appelez-nous", "Encore des boutons? Prenez de l'ibuprofène", "E456"),
    ("Waiting gives your skin time to heal.", "Waiting guarantees perfect results.", "E458"),
    ("Waiting gives your skin time to heal.", "Waiting gives your skin time to heal. 20 % off your next visit!", "E458"),
    ("Personne ne vous fera de reproche.", "Demandez Mme Julie Tremblay.", "W459"),
    ("    reviewed: 2026-05-02", "    reviewed: 2026-12-24", "E462"),
    ("    review_due: 2028-05-02", "    review_due: 2026-11-01", "W450"),
    ('source: "NHS text on cellulitis"', 'source: "?"', "E455"),
    ("    unit: days\n    min: 3\n    max: 28", "    unit: hours\n    min: 3\n    max: 28", "W456"),
    ("Grossesse; diabète; saignements; système", "Grossesse; diabète; système", "W206"),
    ("Small pimples can appear. Read", "Small pimples will appear. Read", "W207"),
    ('source: "Clinic sheet: 5 to 7 days (Aeterna)"', 'source: "Clinic sheet: 15 to 17 days (Aeterna)"', "W456"),
    ('en: "{clinic.website}/week"', 'en: "{clinic.website}/semaine"', "W209"),
    ('approved_by: "Nobody yet: a sample figure that awaits a clinician"', 'approved_by: "N/A"', "E455"),
    ('fr: "Feu sauvage ou plaie sur la zone"', 'fr: "Difficulté à respirer"', "E453"),
    ("Pas de sport qui fait suer, ni piscine, ni sauna", "Pas de sport pendant 3 jours, ni piscine, ni sauna", "W455"),
    # looks
    ('brand_tint: "#E6F1F2"', 'brand_tint: "#0B4F5C"', "E301"),
    ('brand: "#0B4F5C"', 'brand: "#F7E36B"', "W301"),
    ('fr: "Bosses profondes qui font mal"', 'fr: "Bosses profondes qui font mal ☹"', "E302"),
    ('en: "Skin settled, most often"', 'en: "Skin settled, most often 😀"', "E302"),
]  # fmt: skip


def checked(text: str, folder: Path) -> tuple[Problem, ...]:
    (folder / "assets").symlink_to(ROOT / "assets")
    path = folder / "content.yaml"
    path.write_text(text, encoding="utf-8")
    loaded = load_fit(path, EDITIONS)
    shop = Workshop(loaded.content, folder, tuple(LAYOUTS), TODAY, loaded.sources.files)
    return findings(loaded, shop, MEMORY).kept


def complaints(copy: Planted, folder: Path) -> list[str]:
    """What is not as it should be: a fault that is not found at its text, or something found where there is none."""
    told = [(problem.code, problem.at.line) for problem in checked(copy.text, folder) if problem.at]
    missed = [
        f"{code} is not told of {wrong!r}, on line {line}"
        for (_, wrong, code), line in copy.lines.items()
        if code not in {each for each, at in told if abs(at - line) <= BESIDE}
    ]
    beside = [(code, at) for code, at in told if all(abs(at - line) > BESIDE for line in copy.lines.values())]
    return missed + [f"{code} is told of line {at}" for code, at in beside]


def test_there_are_sixty_faults() -> None:
    assert len({wrong for _, wrong, _ in FAULTS}) >= 60


@pytest.mark.parametrize("copy", planted((ROOT / "content.yaml").read_text(encoding="utf-8"), FAULTS))
def test_faults_are_found_at_the_texts_that_have_them_and_nowhere_else(copy: Planted, tmp_path: Path) -> None:
    assert complaints(copy, tmp_path) == []


def test_three_good_sheets_of_other_treatments_raise_no_alarm(tmp_path: Path) -> None:
    assert [str(problem) for problem in checked(GOOD.read_text(encoding="utf-8"), tmp_path)] == []
