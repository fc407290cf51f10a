"""A common thing or deed in place of another of its kind, or at the end, is told; another word for the same is not."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from handouts.checks.lists.patterns import FOLDER
from handouts.languages import LANGUAGES
from tests.check_samples import codes, found, in_paragraph

LISTS = ("everyday", "everyday_too")


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Placez la compresse sur le trou.", "Put the gauze over your tongue."),
        ("Évitez l'avion et les longs trajets en auto.", "Avoid flights and long train rides."),
        ("L'aspirateur tire sur le sein.", "Vacuuming pulls on the pillow."),
        ("Mangez du yogourt et des œufs.", "Eat yogurt and peanuts."),
        ("Apportez vos lunettes.", "Bring your shoes."),
        ("Couvrez-le d'un sac de plastique.", "Cover it with a paper bag."),
        ("Demandez à l'hygiéniste.", "Ask the dentist."),
        ("Essuyez la peau avec une serviette. Buvez du lait.", "Wipe your skin with a towel. Drink juice."),
        ("Coupez vos ongles droit.", "Paint your nails straight."),
        ("Balancez le bras comme un pendule.", "Bend your arm like a pendulum."),
        ("Le bord de la plaie est grenu.", "The edge of the wound is smooth."),
        ("Le plâtre est fissuré.", "The cast is dirty."),
        ("Marchez sur une surface dure.", "Walk on a slippery surface."),
        ("Protégez vos yeux avec des lunettes opaques.", "Protect your eyes with dark cream."),
        ("Apportez une photo de la plaie.", "Bring an exam of the wound."),
        ("Vous pouvez prendre le train demain.", "You can fly tomorrow."),
        ("Donnez le papier à votre employeur.", "Give the paper to your insurer."),
        ("La crème peut tacher vos draps.", "The cream can tear your sheets."),
        ("La peau peut piquer sous les pastilles.", "Your skin can bleed under the pads."),
        ("Frottez la corne avec une pierre ponce.", "Rub the callus with a towel."),
        ("Le mollet peut élancer le soir.", "Your calf may itch in the evening."),
        ("Utilisez le séchoir à cheveux.", "Use the air dryer."),
    ],
)
def test_a_thing_in_place_of_another_is_told(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == ["W204"]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Ne pas gratter ou arracher la croûte.", "Do not tear off the scab."),
        ("Le lait et le jus sont permis.", "Milk is allowed."),
        ("Prenez du pain.", "Have some bread and cheese."),
        ("Évitez de tousser ou de rire.", "Avoid laughing."),
        ("Enlevez vos bijoux, vos lunettes et votre montre.", "Take off your rings and watch."),
        ("Évitez la poussière, la fumée et le vent.", "Keep away from dust and wind."),
        ("Mangez un bouillon, des biscottes, une banane.", "Eat broth, a banana."),
        ("Rincez vos lentilles et leur étui.", "Rinse your contact lenses."),
        ("Le pansement doit rester propre et sec.", "The dressing must stay clean."),
        ("Mettez un pansement propre, sec et souple.", "Put on a clean, dry dressing."),
        ("Rincez avec une seringue.", "Rinse."),
        ("Marchez avec une canne.", "Walk."),
        ("Mangez des légumes surgelés.", "Eat vegetables."),
        ("La peau peut tirer et être rugueuse.", "The skin may feel tight."),
    ],
)
def test_one_of_two_things_that_only_one_language_names_is_told(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == ["W206"]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Buvez et mangez comme d'habitude.", "Have your usual food and drink."),
        ("Prenez la route avec un proche.", "Have someone drive you."),
        ("Envoyez-nous une image claire de la plaie.", "Send us a clear photo of the wound."),
        ("Cela peut piquer un peu.", "It can itch a little."),
        ("Votre assurance demande ce papier.", "Your insurer asks for this form."),
        ("Ces huiles abîment le tube.", "These oils damage the tube."),
        ("Nagez quand la plaie est fermée.", "Go swimming once the wound is closed."),
        ("Assoyez-vous sur une chaise pour vous habiller.", "Sit down to get dressed."),
        ("Posez un sac de glace sur la cheville.", "Hold an ice pack on your ankle."),
        ("Votre pied doit rester au sec dans sa botte.", "Your foot has to stay dry in its boot."),
        ("Restez à l'ombre.", "Stay out of the sun."),
        ("Faites-vous accompagner en voiture.", "Have a driver with you."),
        ("Le carnet de santé reste à la maison.", "Leave the record at home."),
        ("Portez la coquille pour dormir.", "Wear the eye shield to sleep."),
        (
            "Les petites peaux tombent d'elles-mêmes; ne les arrachez pas.",
            "The flakes come off by themselves; do not pull them off.",
        ),
        ("Vos yeux peuvent larmoyer et craindre la lumière.", "Your eyes may water and be sensitive to light."),
        ("Ne tirez pas : la peau peut se décoller.", "Do not pull: the skin can come loose."),
        ("Restez assis, car certains ont la tête qui tourne.", "Stay seated, since some people get dizzy."),
        ("Les grains de beauté foncent, puis pâlissent.", "Moles darken, then fade."),
        (
            "Pour ramasser un objet, pliez les jambes et non le dos.",
            "Bend your legs rather than your back to pick something up.",
        ),
        ("Cette douleur est peu fréquente.", "This pain is rare."),
        ("Doigts bleus ou froids", "Fingers that are blue or cold"),
        ("Évitez les vêtements qui frottent, surtout les collants.", "Avoid clothes that rub, especially tights."),
        (
            "La plaie doit rester à l'air, pour sécher sans arrêt.",
            "Leave the wound open to the air, to dry constantly.",
        ),
    ],
)
def test_another_word_for_the_same_thing_is_not_told(fr: str, en: str, tmp_path: Path) -> None:
    assert found(in_paragraph(fr, en), tmp_path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_named_in_one_language_can_be_named_in_every_other(language: str) -> None:
    tables = tomllib.loads((FOLDER.parent / "words" / f"{language}.toml").read_text(encoding="utf-8"))
    others = [
        tomllib.loads((FOLDER.parent / "words" / f"{other}.toml").read_text(encoding="utf-8"))
        for other in LANGUAGES
        if other != language
    ]
    assert [_meanings(tables) - _meanings(other) for other in others] == [set()] * len(others)


def _meanings(tables: Mapping[str, Mapping[str, str]]) -> set[str]:
    return {meaning for name in LISTS for advice in tables[name].values() for meaning in advice.split("; ")} - {""}
