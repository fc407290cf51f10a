"""Instructions that tell the reader what to do, under their own heading, with figures; translations under their own text."""

from pathlib import Path

import pytest
import yaml

from handouts.typography.color import distance
from handouts.typography.palette import EMERGENCY
from tests.check_samples import codes, found, in_paragraph


def listed(block: str, *items: tuple[str, str] | tuple[str, str, str, str]) -> str:
    """Return a list of instructions, each with a duration of its own or a reason."""
    made = [
        {
            "text": {"fr": fr, "en": en},
            "reason": {"fr": why[0], "en": why[1]} if why else {"fr": fr[::-1], "en": en[::-1]},
        }
        for fr, en, *why in items
    ]
    return yaml.safe_dump([{"block": block, "items": made}], allow_unicode=True, width=10_000)


def lasting(fr: str, en: str, *, text: str = "Lavez la peau", english: str = "Wash the skin") -> str:
    item = {"text": {"fr": text, "en": english}, "duration": {"fr": fr, "en": en}}
    return yaml.safe_dump([{"block": "do", "items": [item]}], allow_unicode=True, width=10_000)


@pytest.mark.parametrize(
    ("fr", "en"),
    [("souvent", "often"), ("pendant quelques jours", "for a few days"), ("un certain temps", "a while"), ("au besoin", "as needed")],
)  # fmt: skip
def test_a_duration_that_people_must_guess_is_told_in_each_language(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(lasting(fr, en), tmp_path)) == ["W419", "W419"]


@pytest.mark.parametrize(
    ("fr", "en"), [("jusqu'à la guérison", "until healed"), ("toujours", "always"), ("2 fois par jour", "twice a day")]
)
def test_a_duration_that_says_until_when_or_how_often_is_not_told(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(lasting(fr, en), tmp_path)) == []


@pytest.mark.parametrize(
    ("text", "english"),
    [("Calmez la peau", "Soothe the skin"), ("Tenez un oreiller quand vous toussez", "Hold a pillow when you cough")],
)
def test_what_only_soothes_or_says_on_which_occasion_may_be_done_as_needed(
    text: str, english: str, tmp_path: Path
) -> None:
    part = lasting("au besoin", "as needed", text=text, english=english)
    assert codes(found(part, tmp_path)) == []


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Attendez quelques jours, puis lavez.", "Wait a few days, then wash."),
        ("Mettez la crème plusieurs fois par jour.", "Put on the cream several times a day."),
        ("Mettez la crème régulièrement.", "Put on the cream regularly."),
    ],
)
def test_an_order_for_some_time_is_told_and_what_happens_for_some_time_is_not(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == ["W419", "W419"]
    happens = in_paragraph("La peau peut peler pendant quelques jours.", "Your skin can peel for a few days.")
    assert codes(found(happens, tmp_path)) == []
    beside = in_paragraph("La plaie coule pendant quelques jours; tapotez-la.", "It oozes for a few days; dab it.")
    assert "W419" not in codes(found(beside, tmp_path))
    figured = in_paragraph("Mettez la crème régulièrement (3 fois par jour).", "Put it on regularly (3 times a day).")
    assert "W419" not in codes(found(figured, tmp_path))


@pytest.mark.parametrize(
    ("fr", "en", "told"),
    [
        ("Le pansement doit être gardé au sec.", "Keep the dressing dry.", 1),
        ("Le pansement est à changer.", "Change the dressing.", 1),
        ("Gardez la peau au sec.", "The skin should be kept dry.", 1),
        ("Un liquide vert doit être vu.", "Green fluid needs to be looked at.", 0),
        ("Gardez-le sec.", "The tape must be removed by us and the skin must be kept dry.", 1),
        ("Il n'y a rien à enlever.", "Nothing needs to be taken out.", 0),
        ("Le bandage doit être serré.", "The bandage should be snug.", 0),
        ("Nous appelons si un point doit être refait.", "We call you if a stitch must be redone.", 0),
        ("Si le bras enfle, il se peut qu'on coupe le plâtre.", "If your arm swells, the cast may have to be cut.", 0),
    ],
)
def test_a_passive_order_is_told_unless_others_do_it(fr: str, en: str, told: int, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)).count("W420") == told


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([("Lavez la peau", "Wash your skin"), ("Rincez-la", "Rinse it"), ("Sécher la peau", "Pat it dry")], 1),
        ([("Lavez la peau", "Wash your skin"), ("Rincez-la", "Rinse it"), ("Séchez la peau", "Drying your skin")], 1),
        ([("Application de la crème", "Put on the cream")], 1),
        ([("Lavez la peau", "Wash your skin"), ("Rincez-la", "Rinse it"), ("Séchez la peau", "Pat it dry")], 0),
        ([("Lavez la peau", "Wash your skin"), ("Rincez-la", "Rinse it"), ("Fumer retarde la guérison", "Smoking slows healing")], 1),
        ([("Lavez la peau", "Wash your skin"), ("Rincez-la", "Rinse it"), ("Debout, levez le pied", "Standing, lift your foot")], 0),
    ],
)  # fmt: skip
def test_every_item_of_a_list_speaks_to_the_reader(items: list[tuple[str, str]], told: int, tmp_path: Path) -> None:
    part = yaml.safe_dump([{"block": "steps", "items": [{"fr": fr, "en": en} for fr, en in items]}], allow_unicode=True)
    assert codes(found(part, tmp_path)).count("W420") == told


@pytest.mark.parametrize(
    ("third", "told"),
    [
        (("Suer trop décolle le timbre", "Sweat loosens it"), 0),
        (("Tirer du lait ne doit jamais faire mal", "Pumping your milk should never hurt"), 0),
        (("Séchez la peau", "Drying your skin"), 1),
    ],
)
def test_a_point_that_is_no_order_in_the_other_language_is_none(
    third: tuple[str, str], told: int, tmp_path: Path
) -> None:
    points = [("Lavez la peau", "Wash your skin"), ("Rincez-la", "Rinse it"), third]
    block = {"block": "bullets", "items": [{"fr": fr, "en": en} for fr, en in points]}
    assert codes(found(yaml.safe_dump([block], allow_unicode=True), tmp_path)).count("W420") == told


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Il n'est pas impossible que la peau pèle.", "It is not uncommon for skin to peel."),
        ("N'oubliez pas de ne pas frotter.", "Do not fail to stay away from the sun."),
    ],
)
def test_two_negatives_are_told_and_one_is_not(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)).count("W421") == 2
    one = in_paragraph(
        "N'hésitez pas à appeler. Ne sortez pas sans chapeau.", "Do not wait to call. Do not go out without a hat."
    )
    assert "W421" not in codes(found(one, tmp_path))


@pytest.mark.parametrize(
    "part",
    [
        listed("avoid", ("Lavez la peau", "Wash your skin")),
        listed("avoid", ("Ne pas courir", "No running")),
        listed("do", ("Ne courez pas", "Do not run")),
        'heading: {fr: "À éviter", en: "Avoid"}\nblocks:\n' + listed("do", ("Lavez la peau", "Wash your skin")),
        'heading: {fr: "À faire", en: "Do"}\nblocks:\n' + listed("avoid", ("Le soleil", "The sun")),
    ],
)
def test_what_to_do_and_what_to_avoid_stand_apart(part: str, tmp_path: Path) -> None:
    assert codes(found(part, tmp_path)).count("W422") == 2


def test_things_and_deeds_to_avoid_are_no_orders(tmp_path: Path) -> None:
    part = listed(
        "avoid", ("L'exercice", "Exercise"), ("Fumer", "Smoking"), ("Les boissons chaudes", "Drinks that are hot")
    )
    assert "W422" not in codes(found(part, tmp_path))


WHY = ("les microbes passent par les mains", "germs travel on hands")
SUN = ("le soleil peut tacher la peau", "the sun can leave marks")


@pytest.mark.parametrize(
    ("second", "code"),
    [
        ((SUN[0], SUN[1]), ""),
        ((WHY[0], WHY[1]), "W418"),
        ((SUN[0], WHY[1]), "W208"),
    ],
)
def test_each_thing_has_a_reason_of_its_own(second: tuple[str, str], code: str, tmp_path: Path) -> None:
    part = listed("do", ("Lavez-vous les mains", "Wash your hands", *WHY), ("Mettez un chapeau", "Wear a hat", *second))
    assert code in [*codes(found(part, tmp_path)), ""]
    assert bool(code) == bool({"W418", "W208"} & {*codes(found(part, tmp_path))})


@pytest.mark.parametrize(
    ("fr", "en", "told"),
    [
        ("les pansements mouillés irritent la plaie", "hair dye burns your scalp", 1),
        ("les pansements mouillés irritent la plaie", "a damp bandage chafes broken skin", 0),
        ("les pansements mouillés irritent la plaie", "it can go wrong", 0),
    ],
)
def test_a_reason_that_translates_another_text_is_told(fr: str, en: str, told: int, tmp_path: Path) -> None:
    part = listed("do", ("Lavez-vous les mains", "Wash your hands", fr, en))
    assert codes(found(part, tmp_path)).count("W208") == told


def test_translations_that_changed_places_are_told_once(tmp_path: Path) -> None:
    part = listed("do", ("Lavez-vous les mains", "Wear a hat", *WHY), ("Mettez un chapeau", "Wash your hands", *SUN))
    assert codes(found(part, tmp_path)) == ["W208"]


@pytest.mark.parametrize(
    ("fr", "en", "told"),
    [
        ("Attendez deux nuits.", "Wait three nights.", True),
        ("Le premier jour, restez à l'ombre.", "For the first two days, stay in the shade.", True),
        ("Attendez un jour ou deux.", "Wait a day or two.", False),
        ("Attendez quinze jours.", "Wait two weeks.", False),
        ("Lavez les deux mains pendant une minute.", "Wash both hands for a minute.", False),
    ],
)
def test_figures_in_words_are_compared(fr: str, en: str, told: bool, tmp_path: Path) -> None:
    assert ("E201" in codes(found(in_paragraph(fr, en), tmp_path))) is told


def test_a_thing_named_as_an_order_is_spelled_is_no_order(tmp_path: Path) -> None:
    assert codes(found(listed("avoid", ("Les verres de contact", "Contact lenses")), tmp_path)) == []


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ('after_hours: {fr: "Fermé? 911", en: "Closed? 911"}', "W463"),
        ('after_hours: {fr: "Garde : 418 555-0191", en: "On call: 418 555-0191"}', ""),
        ('phone: "418 555-0147"', "W464"),
        ('{phone: "418 555-0147", extension: "204"}', ""),
    ],
)
def test_someone_answers_day_and_night_at_a_number_of_their_own(part: str, code: str, tmp_path: Path) -> None:
    assert codes(found(part, tmp_path)) == ([code] if code else [])


@pytest.mark.parametrize(
    ("alt", "caption", "told"),
    [
        ("Photo d'un pansement propre", "Un pansement", True),
        ("Un pansement propre et sec", "Un pansement propre et sec.", True),
        ("Un pansement propre sur le bras", "Un pansement", False),
    ],
)
def test_a_description_says_what_nothing_else_says(alt: str, caption: str, told: bool, tmp_path: Path) -> None:
    figure = {"block": "figure", "file": "assets/boreale.svg", "alt": {"fr": alt, "en": "A clean dressing on an arm"}}
    figure["caption"] = {"fr": caption, "en": "A dressing"}
    part = yaml.safe_dump([figure], allow_unicode=True, width=10_000)
    assert ("W417" in codes(found(part, tmp_path))) is told


@pytest.mark.parametrize(
    ("fr", "en", "code"),
    [
        ("Voyez www.boreale.example/soins.", "See www.boreale.example/care.", "W416"),
        ("Appelez le [811](tel:8111).", "Call [811](tel:8111).", "E461"),
        ("Lavez la Peau. La peau guérit.", "Wash your skin. Skin heals.", "W253"),
        ("Appelez Info-Santé. La santé compte.", "Call Info-Santé. Health counts.", ""),
    ],
)
def test_addresses_and_capitals_in_a_text(fr: str, en: str, code: str, tmp_path: Path) -> None:
    assert {*codes(found(in_paragraph(fr, en), tmp_path))} == ({code} if code else set())


def test_colours_that_look_alike_are_near_each_other() -> None:
    assert distance("#A6192E", EMERGENCY) < 22 < distance("#6B2A4A", EMERGENCY)
    assert distance("#FFFFFF", "#000000") == pytest.approx(100, abs=0.1)


@pytest.mark.parametrize(
    ("fr", "en", "code"),
    [
        ("Lavez avec un savon sans parfum.", "Wash with soap.", "W203"),
        ("Lavez avec un savon.", "Wash with unscented soap.", "W206"),
        ("Un saignement abondant", "Bleeding", "W206"),
        ("Un saignement abondant", "Heavy bleeding", ""),
        ("Une serviette propre", "A towel", "W206"),
        ("Lavez la serviette.", "Use a clean towel.", ""),
        ("Rincez à l'eau froide, jamais chaude.", "Rinse with hot water, never cold.", "W204"),
        ("Laissez la plaie à l'air si elle ne suinte plus.", "Leave the wound bare if it still oozes.", "W204"),
        ("Si elle suinte encore, appelez-nous.", "If it still oozes, call us.", ""),
        ("Ne soulevez pas plus de 5 kg.", "Do not lift more than 5 lb.", "E201"),
        ("Appuyez fort, sans regarder.", "Press hard and look.", "W203"),
        ("Posez la glace sur la joue.", "Put the ice on your chin.", "W204"),
        ("Lavez votre visage.", "Lavez your face.", "E204"),
        ("Portez-les meme la nuit.", "Wear them even at night.", "W250"),
        ("Environ 3 % des personnes ont mal.", "About 3% of people have pain.", "W458"),
    ],
)
def test_what_one_language_loses_or_turns_round_is_told(fr: str, en: str, code: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path))[:1] == ([code] if code else [])


LONG = {
    "id": "cold",
    "text": {"fr": "Posez une compresse froide", "en": "Put on a cold cloth"},
    "duration": "redness_ends",
}


@pytest.mark.parametrize(
    ("fr", "en", "duration", "count"),
    [
        ("Compresse froide", "Cold cloth", "redness_ends", 0),
        ("Compresse chaude", "Hot cloth", "redness_ends", 2),
        ("Compresse froide", "Cold cloth", "makeup_wait", 3),
        ("Compresse", "Cloth", "redness_ends", 0),
    ],
)
def test_a_short_form_says_nothing_else_than_the_long_one(
    fr: str, en: str, duration: str, count: int, tmp_path: Path
) -> None:
    short = {"id": "cold", "text": {"fr": fr, "en": en}, "duration": duration}
    part = yaml.safe_dump([{"block": "do", "items": [LONG], "short": [short]}], allow_unicode=True, width=10_000)
    assert codes(found(part, tmp_path)) == ["W204"] * count


def test_a_sign_asks_for_both_or_for_either_in_both_languages(tmp_path: Path) -> None:
    part = 'level: same_day\nsigns:\n  - {fr: "Fièvre ou frissons", en: "Fever or chills"}\n  - {fr: "Pus ou mauvaise odeur", en: "Pus %s a bad smell"}'
    assert codes(found(part % "or", tmp_path)) == []
    assert codes(found(part % "and", tmp_path)) == ["W204"]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ('{fr: "Soins après la microperforation", en: "Care after microneedling"}', ["French"]),  # once
        ('{fr: "Soins après un peeling", en: "Care after Microneedling"}', ["English"]),
        ('{fr: "Soins avant la microperforation", en: "Care before microneedling"}', []),
        ('{fr: "À écrire : le titre", en: "Care before microneedling"}', []),
    ],
)
def test_no_handout_has_the_title_of_another(title: str, told: list[str], tmp_path: Path) -> None:
    messages = [problem.message for problem in found(f"title: {title}", tmp_path) if problem.code == "W465"]
    assert messages == [f"this is the {language} title of handout care already" for language in told]


@pytest.mark.parametrize(
    ("fr", "en", "told"),
    [
        ("Le PICC reste en place.", "The PICC stays in place.", 2),
        ("Le PICC reste en place. Un PICC est un tube mince.", "The PICC stays in place. A PICC is a thin tube.", 0),
        (
            "Le PICC reste en place. Ce tube mince (PICC) est doux.",
            "The PICC stays in place. This tube (PICC) is soft.",
            0,
        ),
    ],
)
def test_letters_that_stand_for_words_are_told_unless_the_handout_explains_them(
    fr: str, en: str, told: int, tmp_path: Path
) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)).count("W413") == told
