"""What one language leaves out, turns round or says for certain, in reasons, signs and single sentences."""

from pathlib import Path

import pytest
import yaml

from handouts.build.plan import Workshop
from handouts.keeping.memory import Memory
from handouts.problems.findings import findings
from layouts import LAYOUTS
from tests.check_samples import TODAY, codes, found, in_paragraph, load_with, written


def in_reason(fr: str, en: str) -> str:
    """Return the part that is a list of one thing to do, with a reason."""
    item = {"text": {"fr": "Portez le bandage", "en": "Wear the bandage"}, "reason": {"fr": fr, "en": en}}
    return yaml.safe_dump([{"block": "do", "items": [item]}], allow_unicode=True)


def in_sign(fr: str, en: str) -> str:
    """Return the part that is a sign to call the clinic for, beside others."""
    signs = [{"fr": fr, "en": en}, {"fr": "Taches foncées ou pâles", "en": "Dark or pale marks"}]
    return yaml.safe_dump({"level": "clinic", "signs": signs}, allow_unicode=True)


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("le froid calme la douleur", "cold can ease the pain"),
        ("le froid peut calmer la douleur", "cold eases the pain"),
        ("vous pourriez freiner trop tard", "you will brake too late"),
    ],
)
def test_a_reason_that_is_certain_in_one_language_only_is_told(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_reason(fr, en), tmp_path)) == ["W207"]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("elles lâchent sans prévenir", "they die without warning"),
        ("l'eau qui dort nourrit les microbes", "standing water breeds germs"),
    ],
)
def test_a_reason_in_turns_of_its_own_raises_no_alarm(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_reason(fr, en), tmp_path)) == []


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("le froid risque de brûler", "cold can burn"),
        ("une personne peut vous aider", "someone who can help"),
        ("pour que vous puissiez marcher", "so that you can walk"),
        ("la cheville peut lâcher", "the ankle might give way"),
    ],
)
def test_a_reason_that_is_hedged_in_other_words_raises_no_alarm(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_reason(fr, en), tmp_path)) == []


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Laissez-la fermée : elle protège la peau.", "Leave it closed."),
        ("Lavez doucement le pied tous les soirs, car la sueur irrite.", "Gently wash your foot every evening."),
        ("Enlevez les tapis.", "Take up the rugs so that you can walk."),
        ("Buvez sans paille.", "Drink in small sips, without a straw."),
        ("Prenez des béquilles au besoin.", "Take crutches."),
    ],
)
def test_a_reason_or_a_way_that_one_language_leaves_out_is_told_once(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) in (["W206"], ["W202"])


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Le plâtre chauffe en durcissant.", "The cast warms up as it sets."),
        ("Mangez mou, sauf avis contraire.", "Eat soft food unless told otherwise."),
        ("Lavez le pied, qui peut suer.", "Wash your foot, because it can sweat."),
        ("Marchez avec des béquilles au besoin.", "Walk with crutches if you need them."),
        ("Demandez de l'aide s'il le faut.", "Ask for help when needed."),
        ("Essoufflement", "Shortness of breath or trouble breathing"),
    ],
)
def test_a_reason_or_a_way_in_other_words_raises_no_alarm(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == []


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Portez-le le jour et enlevez-le la nuit.", "Wear it at night and take it off during the day."),
        ("Pointez les orteils vers le bas, puis vers le haut.", "Point your toes up, then down."),
        ("Montez avec la bonne jambe.", "Go up with the hurt leg."),
        ("Parlez-nous avant la séance.", "Talk to your doctor before the session."),
        ("Attendez si vous êtes enceinte.", "Wait if you are breastfeeding."),
        ("Pas toujours. Demandez-nous.", "Always. Ask us."),
        ("Couvrez un seul œil.", "Cover both eyes."),
    ],
)
def test_two_things_that_one_language_turns_round_are_told_once(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == ["W204"]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Faites-le matin et soir.", "Do it in the evening and morning."),
        ("Lavez-vous les mains à l'eau et au savon.", "Wash your hands with soap and water."),
        ("Le gel peut brûler la gencive.", "The gel can burn the gum."),
        ("Appelez-nous ou voyez un médecin.", "Call us or see a doctor."),
        ("Lavez les deux mains.", "Wash one hand after the other one."),
    ],
)
def test_an_order_that_languages_choose_raises_no_alarm(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == []


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("la première semaine", "the first month"),
        ("une fois par jour", "once a week"),
        ("1 fois par jour", "twice a day"),
    ],
)
def test_stretches_of_time_in_words_that_differ_are_told_once(fr: str, en: str, tmp_path: Path) -> None:
    assert len(found(in_paragraph(f"Portez le bandage {fr}.", f"Wear the bandage {en}."), tmp_path)) == 1


@pytest.mark.parametrize(
    ("fr", "en", "code"),
    [
        ("Cheville qui lâche", "Ankle that gives way or locks", "W206"),
        ("Douleur qui empêche de marcher", "Pain when you walk", "W203"),
        ("Bourrelet plutôt raide qui grossit", "Stiff ridge", "W202"),
        ("Plaie rouge sans pus", "Red wound", "W206"),
        ("Bosse dure et qui grossit", "Hard bump", "W206"),
        ("Œil enflé et qui coule", "Swollen eye", "W206"),
    ],
)
def test_half_a_sign_is_told(fr: str, en: str, code: str, tmp_path: Path) -> None:
    assert codes(found(in_sign(fr, en), tmp_path)) == [code]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Démangeaison qui vous empêche de dormir", "Itching that keeps you awake"),
        ("Douleur qui empêche de marcher", "Pain that prevents walking"),
        ("Mal à respirer ou gorge enflée", "Trouble breathing or swollen throat"),
        ("Rouge à lèvres ou maquillage de la bouche qui pique", "Lipstick or makeup on the mouth that stings"),
        ("Bosses profondes qui font mal", "Deep, painful lumps"),
        ("Malaise avec perte de connaissance", "Fainting"),
        ("Frissons intenses", "Severe chills or shivering"),
        ("Enfant impossible à réveiller ou endormi", "A child who cannot be woken or gets sleepier and sleepier"),
        ("Engourdissement ou fourmillements qui persistent", "Numbness or pins and needles that will not go away"),
        (
            "Pus, chaleur ou rougeur, ou peau plus foncée, autour du tube",
            "Pus, warmth, redness or darker skin around the tube",
        ),
        ("Oreille rouge, enflée et décollée", "A red, swollen ear that sticks out"),
    ],
)
def test_a_sign_in_other_words_raises_no_alarm(fr: str, en: str, tmp_path: Path) -> None:
    assert [code for code in codes(found(in_sign(fr, en), tmp_path)) if code != "E453"] == []


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Portez-le le jour.", "Wear it during the day."),
        ("Venez nous voir demain.", "Come and see us tomorrow."),
        ("Pliez le genou à 90°.", "Bend your knee to 90°."),
        ("Il a la peau sensible.", "He has sensitive skin."),
        ("Lavez vous-même la plaie.", "Wash the wound yourself."),
    ],
)
def test_a_pronoun_an_infinitive_an_angle_and_the_verb_avoir_raise_no_alarm(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == []


@pytest.mark.parametrize(
    ("fr", "en", "code"),
    [
        ("Lavez vous les mains.", "Wash your hands.", "W262"),
        ("Une douleur a la poitrine", "Chest pain", "W263"),
        ("Une fièvre de 38° ou plus", "A fever of 38 °C or more", "W257"),
        ("TREM 8501 0115", "TREM 8501 0115", "E459"),
        ("Gardez le dressing propre.", "Keep the dressing clean.", "E204"),
        ("Cheville raide", "Raide ankle", "E204"),
    ],
)
def test_a_slip_of_one_sign_or_word_is_told_by_its_own_code(fr: str, en: str, code: str, tmp_path: Path) -> None:
    assert set(codes(found(in_paragraph(fr, en), tmp_path))) == {code}


@pytest.mark.parametrize("heading", ["Trois Exercices", "Plus Tard"])
def test_a_common_word_of_a_heading_with_a_capital_is_told(heading: str, tmp_path: Path) -> None:
    part = yaml.safe_dump({"heading": {"fr": heading, "en": "Later on"}}, allow_unicode=True)
    assert "W253" in codes(found(part, tmp_path))


def test_a_text_left_in_french_is_to_be_written_in_english(tmp_path: Path) -> None:
    words = "Deux oreillers suffisent pour lever le pied."
    (problem,) = found(in_paragraph(words, words), tmp_path)
    assert (problem.code, problem.hint) == ("E203", "write it in English")


@pytest.mark.parametrize(
    ("fr", "en", "code"),
    [
        ("Nous préférons attendre 48 heures.", "We prefer to wait 36 hours.", "E201"),
        ("Mme Julie Tremblay a mal réagi.", "Ms. Julie Tremblay reacted badly.", "W459"),
    ],
)
def test_why_a_clinic_has_its_own_figure_is_read_as_any_text(fr: str, en: str, code: str, tmp_path: Path) -> None:
    figure = {"value": "48", "to": "72", "reason": {"fr": fr, "en": en}}
    part = written({"phone": "418 555-0134", "overrides": {"makeup_wait": figure}})
    assert set(codes(found(part, tmp_path))) == {code}


def test_the_short_form_of_what_differs_is_not_told_as_well(tmp_path: Path) -> None:
    long = {"fr": "Posez de la glace 4 fois par jour", "en": "Put ice on it 3 times a day"}
    short = {"fr": "Glace 4 fois par jour", "en": "Ice 4 times a day"}
    reason = {"fr": "le froid peut calmer", "en": "cold can soothe"}
    block = {
        "block": "do",
        "items": [{"text": long, "reason": reason}],
        "short": [{"text": short, "reason": dict(reason)}],
    }
    assert codes(found(yaml.safe_dump([block], allow_unicode=True), tmp_path)) == ["E201"]


def _told(part: str, folder: Path) -> list[str]:
    loaded = load_with(part, folder)
    shop = Workshop(loaded.content, folder, tuple(LAYOUTS), TODAY, loaded.sources.files)
    return [each.code for each in findings(loaded, shop, Memory(None)).kept if each.code[1:3] in {"17", "20"}]


def test_what_differs_in_a_shared_fact_is_told_there_and_not_where_it_is_used(tmp_path: Path) -> None:
    part = """
    facts: {wash: {fr: "eau chaude et savon doux", en: "lukewarm water and mild soap"}}
    subtitle: {fr: "Lavage : {wash}", en: "Washing: {wash}"}
    """
    assert _told(part, tmp_path) == ["W204"]


def test_a_name_in_braces_that_differs_is_told_once_as_what_it_stands_for(tmp_path: Path) -> None:
    figure = "value: {value}, unit: days, min: 1, max: 30, source: guide, approved_by: Dre Roy"
    part = f"""
    durations: {{short_wait: {{{figure.format(value=5)}}}, long_wait: {{{figure.format(value=20)}}}}}
    subtitle: {{fr: "Appelez après {{short_wait}}", en: "Call after {{long_wait}}"}}
    """
    assert _told(part, tmp_path) == ["E201"]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Pus ou mauvais goût dans la bouche", "A bad taste in the mouth"),
        ("Mal à respirer", "Trouble breathing or swallowing"),
        ("Joue dure et chaude", "Cheek that is soft and hot"),
    ],
)
def test_what_a_sign_alarms_by_is_named_in_both_languages(fr: str, en: str, tmp_path: Path) -> None:
    told = [code for code in codes(found(in_sign(fr, en), tmp_path)) if code != "E453"]
    assert told in (["W206"], ["W204"])


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Joue chaude et de plus en plus enflée", "Cheek that is hot and more and more swollen"),
        ("Température de 38 °C ou plus", "Temperature of 38 °C or more"),
        ("Gel avalé", "Swallowing the gel"),
        ("Bébé qui respire mal", "Baby that has trouble breathing"),
    ],
)
def test_a_sign_whose_words_are_of_another_form_raises_no_alarm(fr: str, en: str, tmp_path: Path) -> None:
    assert [code for code in codes(found(in_sign(fr, en), tmp_path)) if code != "E453"] == []


@pytest.mark.parametrize(
    ("fr", "en", "code"),
    [
        ("Trempez-la, puis rincez-la.", "Soak it.", "W206"),
        ("Gardez-la dans l'eau froide.", "Keep it in cold water until the morning.", "W206"),
        ("Ne la limez pas vous-même.", "Do not file it.", "W206"),
        ("Dès la première semaine.", "Not in the first week.", "W203"),
        ("Mâchez des deux côtés.", "Chew on one side.", "W204"),
        ("Brossez-la au-dessus d'un lavabo plein d'eau.", "Brush it over an empty sink.", "W204"),
        ("La prothèse devient plus lâche.", "The denture gets tighter.", "W204"),
        ("Revenez nous voir.", "Come back and see your dentist.", "W204"),
        ("Enlevez-le la nuit.", "Keep it on at night.", "W204"),
        ("Le froid calme la douleur.", "Cold increases the pain.", "W204"),
        ("Buvez et mangez comme d'habitude.", "Eat, drink and move as usual.", "W206"),
        ("Dites-le à votre école.", "Tell your school or your employer.", "W206"),
        ("Mangez des aliments mous.", "Eat soft foods without seeds.", "W206"),
        ("Posez de la glace enveloppée dans un linge.", "Hold ice on the area.", "W206"),
    ],
)
def test_a_step_an_end_or_a_contrary_in_one_language_is_told(fr: str, en: str, code: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == [code]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Puis-je conduire?", "Can I drive?"),
        ("La douleur va souvent jusqu'à l'oreille.", "The pain often reaches the ear."),
        ("D'ici là, nettoyez-le.", "Until then, clean it."),
        ("Pas de chaleur au début.", "Skip the heat at first."),
        ("Un doute? Appelez.", "Not sure? Call."),
        ("Buvez les deux verres.", "Drink both glasses."),
        ("N'utilisez ni brosse ni éponge rugueuse.", "Do not use a brush or a rough sponge."),
        ("Mettez-le peau contre peau.", "Hold your baby skin to skin."),
        ("Portez des lunettes de soleil dehors.", "Wear sunglasses outdoors."),
        ("Pas de langue ni de cure-dent", "No tongue and no toothpick"),
        ("Apportez votre auto-injecteur.", "Bring your auto-injector."),
        ("Bébé boit la moitié moins.", "Your baby drinks half as much."),
    ],
)
def test_a_question_a_place_or_a_doubt_in_other_words_raises_no_alarm(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == []


_ORDERS = [
    ("Lavez le pied", "Wash your foot", "la sueur irrite", "sweat irritates"),
    ("Séchez la peau", "Dry the skin", "l'eau ramollit la peau", "water softens the skin"),
    ("Savon doux", "Mild soap", "un autre pique", "another one stings"),
]


def test_a_thing_among_orders_is_told(tmp_path: Path) -> None:
    items = [{"text": {"fr": fr, "en": en}, "reason": {"fr": why, "en": because}} for fr, en, why, because in _ORDERS]
    told = found(yaml.safe_dump([{"block": "do", "items": items}], allow_unicode=True), tmp_path)
    assert [(each.code, each.message[:13]) for each in told] == [("W420", "“Savon doux” ")]


def test_a_short_form_may_name_things_among_orders(tmp_path: Path) -> None:
    long = [
        {"text": {"fr": f"{fr} à l'eau", "en": f"{en} with water"}, "reason": {"fr": why, "en": because}}
        for fr, en, why, because in _ORDERS[:2]
    ]
    short = [{"text": {"fr": fr, "en": en}, "duration": {"fr": "toujours", "en": "always"}} for fr, en, _, _ in _ORDERS]
    told = found(yaml.safe_dump([{"block": "do", "items": long, "short": short}], allow_unicode=True), tmp_path)
    assert "W420" not in codes(told)


@pytest.mark.parametrize(
    ("fr", "en", "code"),
    [
        ("Deux oreillers suffisent.", "A pillow is enough.", "W206"),
        ("Consultez le jour même.", "See a health professional.", "W206"),
        ("La gêne devrait passer vite.", "The discomfort passes fast.", "W207"),
        ("Le virus peut passer à une autre personne.", "The virus cannot pass to someone else.", "W203"),
        ("Buvez à grandes gorgées.", "Drink in small sips.", "W204"),
        ("Tenez la rampe pour descendre.", "Hold the rail when going up.", "W204"),
        ("Appelez le jour même.", "Call the same week.", "W204"),
        ("La peau est peu sensible.", "The skin is very tender.", "W204"),
        ("Une prothèse cassée", "A cassée denture", "E204"),
        ("Marchez avec deux béquilles.", "Walk with one crutch.", "W204"),
        ("Restez moins de vingt minutes.", "Stay less than ten minutes.", "E201"),
        ("Lavez le deuxième jour, puis le troisième jour.", "Wash the second day, then the fourth day.", "E201"),
        ("Changez le drap chaque soir.", "Change the sheet every week.", "W204"),
        ("Mesurez votre température.", "Check your weight.", "W204"),
        (
            "La peau peut paraître plus pâle. Des taches foncées restent.",
            "Skin can look darker. Dark marks stay.",
            "W204",
        ),
        ("Donnez une soupe, puis de l'eau, puis du pain.", "Give water, then soup, then bread.", "W204"),
        ("La peau enfle. Protégez-la du soleil. Appelez-nous.", "The skin swells. Call us.", "W206"),
        ("Parlez moins fort.", "Speak more loudly.", "W204"),
    ],
)
def test_a_number_a_size_a_way_or_a_day_that_differs_is_told_once(fr: str, en: str, code: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == [code]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Lavez les deux mains.", "Wash both hands."),
        ("Mettez un pansement neuf.", "Put on a fresh bandage."),
        ("Rasez la zone entre deux séances.", "Shave the area between sessions."),
        ("Marchez petit à petit.", "Walk a little more each day."),
        ("Personne ne doit y toucher.", "Nobody must touch it."),
        ("Mangez de la purée.", "Eat purée."),
    ],
)
def test_a_pair_something_new_and_a_borrowed_word_raise_no_alarm(fr: str, en: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == []


@pytest.mark.parametrize(
    ("fr", "en", "code"),
    [
        ("Prenez de l'acétaminophène (Tylenol), 500 mg.", "Take acetaminophen (Tylenol), 500 mg.", "E456"),
        ("Un résultat garanti à 100 %", "A result 100% guaranteed", "E458"),
    ],
)
def test_one_advice_or_one_promise_of_a_sentence_is_told_once(fr: str, en: str, code: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == [code, code]


def test_two_translations_that_changed_places_are_not_told_as_copies_too(tmp_path: Path) -> None:
    rows = [
        [("Monter les marches", "Climb the stairs"), ("La bonne jambe", "The crutches and the hurt leg")],
        [("Marcher", "Walk"), ("Les béquilles et la jambe blessée", "The good leg")],
        [("Arrêter", "Stop"), ("La bonne jambe", "The good leg")],
    ]
    cells = [[{"fr": fr, "en": en} for fr, en in row] for row in rows]
    heads = [{"fr": "Geste", "en": "Step"}, {"fr": "Jambe", "en": "Leg"}]
    lead = {"fr": "Suivez cet ordre.", "en": "Follow this order."}
    table = {"block": "table", "lead": lead, "columns": heads, "rows": cells}
    assert codes(found(yaml.safe_dump([table], allow_unicode=True), tmp_path)).count("W208") == 1
