"""What both languages say alike, and cannot be right: two places that contradict each other, a danger that waits, days that overlap."""

from pathlib import Path

import pytest

from handouts.checks import check_content
from handouts.content import load
from layouts import LAYOUTS
from tests.check_samples import EDITIONS, ROOT, TODAY, found, in_paragraph, written

_BOX = {"fr": "Lavez la peau", "en": "Wash your skin"}


@pytest.mark.parametrize(
    ("fr", "en", "told"),
    [
        ("Mettez du maquillage.", "Put on makeup.", ["W466"]),
        ("Mettez du maquillage après 3 jours.", "Put on makeup after 3 days.", ["W455"]),
        ("Ne mettez pas de maquillage.", "Do not put on makeup.", []),
        ("Enlevez le maquillage.", "Take off your makeup.", []),
        ("Vous respirez mal? Appelez le 811.", "Trouble breathing? Call 811.", ["E453"]),
        ("Vous respirez mal? Appelez le 911.", "Trouble breathing? Call 911.", []),
        ("Douleur à la poitrine? Attendez une heure.", "Chest pain? Wait an hour.", ["E453"]),
        ("Dites-nous si vous vous êtes déjà évanoui.", "Tell us if you have ever fainted.", []),
        ("Si la gorge enfle pendant l'injection, avisez-nous.", "If your throat swells during the injection, tell us.", []),
        ("Une perte de connaissance est possible: attendez 20 minutes ici.", "Fainting can happen: wait here for 20 minutes.", []),
        ("Ce gel peut vous faire évanouir. Ne conduisez pas.", "This gel can make you faint. Do not drive.", []),
        ("Mal à la poitrine? Évitez l'effort, et appelez-nous.", "Chest pain? Avoid effort, and call us.", ["E453"]),
        ("Mal à avaler depuis plus d'une semaine? Voyez votre médecin.", "Trouble swallowing for more than a week? See your doctor.", ["E453"]),
        ("Du mal à avaler? Voyez votre médecin dans la semaine.", "Trouble swallowing? See your doctor this week.", ["E453"]),
        ("Mal à respirer depuis plus d'une semaine? Voyez votre médecin.", "Trouble breathing for more than a week? See your doctor.", ["E453"]),
        ("Mal à avaler après 2 jours? Appelez-nous.", "Trouble swallowing after 2 days? Call us.", ["E453", "W455"]),
        ("Mal à avaler votre salive depuis deux jours? Appelez-nous.", "Trouble swallowing saliva for two days? Call us.", ["E453"]),
        ("La clinique connaît vos essoufflements.", "The clinic knows your shortness of breath.", []),
        ("Votre médecin ou le 411 répond.", "Your doctor or 411 answers.", ["E461"]),
        ("Info-Santé, au 911, répond.", "Info-Santé, at 911, answers.", ["E461", "E461"]),
    ],
)  # fmt: skip
def test_a_text_is_told_for_what_both_languages_say(fr: str, en: str, told: list[str], tmp_path: Path) -> None:
    codes = [problem.code for problem in found(in_paragraph(fr, en), tmp_path)]
    assert sorted(set(codes)) == sorted(set(told))


def test_a_danger_is_named_by_its_whole_words(tmp_path: Path) -> None:
    told = found(in_paragraph("Essoufflement? Appelez-nous.", "Shortness of breath? Call us."), tmp_path)
    assert [each.message.partition("”")[0] for each in told if each.code == "E453"] == ["“Essoufflement"]


@pytest.mark.parametrize(
    ("sign", "told"),
    [
        ({"fr": "Fièvre de {fever} ou plus", "en": "Fever of {fever} or more"}, ["W466"]),
        ({"fr": "Zone qui démange", "en": "Itchy area"}, []),
        (
            {"fr": "Zone qui s'étend, pus, croûte jaune, partout", "en": "Spreading area, pus, yellow crust, all over"},
            [],
        ),
        ({"fr": "Fièvre", "en": "Fever"}, []),
    ],
)
def test_a_sign_stands_under_one_level(sign: dict[str, str], told: list[str], tmp_path: Path) -> None:
    part = written({"level": "clinic", "signs": [sign]})
    assert [problem.code for problem in found(part, tmp_path) if problem.code == "W466"] == told


@pytest.mark.parametrize(
    ("level", "fr", "en", "told"),
    [
        ("emergency", "Peau bleue : appelez le 811", "Blue skin: call 811", "811"),
        ("emergency", "Saignement : appuyez jusqu'à l'ambulance", "Bleeding: press until the ambulance is there", ""),
        ("same_day", "Pus : appelez le 911", "Pus: call 911", "911"),
        ("same_day", "Pus", "Pus", ""),
    ],
)
def test_a_sign_says_no_other_number_than_its_heading(level: str, fr: str, en: str, told: str, tmp_path: Path) -> None:
    problems = found(written({"level": level, "signs": [{"fr": fr, "en": en}]}), tmp_path)
    assert [told in each.message for each in problems if each.code == "E453"] == [True] * bool(told)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([(1, 3), (4, 7)], []),
        ([(1, 5), (4, 7)], ["day 4 is among the days before as well, which end with day 5"]),
        ([(1, 3), (5, 7)], ["no box is for day 4: the days before end with day 3"]),
        ([(1, None), (3, None), (7, None)], []),
    ],
)
def test_each_day_has_its_boxes_once(days: list[tuple[int, int | None]], told: list[str], tmp_path: Path) -> None:
    stretches = [{"first": first, **({"last": last} if last else {}), "items": [dict(_BOX)]} for first, last in days]
    problems = found(written([{"block": "checklist", "days": stretches}]), tmp_path)
    assert [problem.message for problem in problems if problem.code == "W453"] == told


def test_a_stage_does_not_go_on_long_after_all_the_later_ones(tmp_path: Path) -> None:
    for last, told in ((14, []), (70, ["these days end with day 70, and all that follows ends with day 10"])):
        stages = [{"first": first, "last": end, "text": dict(_BOX)} for first, end in ((2, last), (7, 10))]
        problems = found(written([{"block": "timeline", "stages": stages}]), tmp_path)
        assert [problem.message for problem in problems if problem.code == "W453"] == told


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ([("2 semaines avant", "2 weeks before"), ("La veille", "The day before"), ("Le jour même", "Treatment day")], []),
        ([("Le lendemain", "The next day"), ("La veille du retrait", "The day before the stitches come out")], []),
        ([("Le lendemain", "The next day"), ("Le jour même", "Treatment day")], ["“Le jour même” comes after “Le lendemain”"]),
    ],
)  # fmt: skip
def test_days_that_have_words_stand_in_their_order(
    labels: list[tuple[str, str]], told: list[str], tmp_path: Path
) -> None:
    days = [{"label": {"fr": fr, "en": en}, "items": [dict(_BOX)]} for fr, en in labels]
    problems = found(written([{"block": "checklist", "days": days}]), tmp_path)
    assert [problem.message for problem in problems if problem.code == "W453"] == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('              - fr: "Évanouissement"\n                en: "Fainting"\n', "", ["W452"]),
        (
            '              - fr: "Difficulté à respirer ou à avaler"\n                en: "Trouble breathing or swallowing"\n',
            "",
            ["W452"],
        ),
        ('en: "Clinique Boréale Lévis"', 'en: "Clinique Boréale Québec"', ["W465"]),
        ('en: "Clinique Boréale Lévis"', 'en: "Clinique Boreale Levis"', ["W250"]),
        ('en: "Clinique Boréale Lévis"', 'en: "Clinique Boréale Laval"', ["W206"]),
        ("en: pimples-after-microneedling", "en: boutons-apres-microperforation", ["W205"]),
        ('en: "{clinic.website}/before"', 'en: "{clinic.website}/week"', ["W209"]),
        ("duration: direct_sun", "duration: sun_before", ["W466"]),
    ],
)
def test_handouts_and_clinics_are_read_beside_each_other(old: str, new: str, told: list[str], tmp_path: Path) -> None:
    text = (ROOT / "content.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "content.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    loaded = load(tmp_path / "content.yaml", EDITIONS)
    problems = check_content(loaded.content, ROOT, loaded.sources.files, TODAY, LAYOUTS, glyphs=False)
    assert [problem.code for problem in problems] == told


def test_a_word_that_the_titles_of_both_languages_have_may_name_both_files(tmp_path: Path) -> None:
    text = (ROOT / "content.yaml").read_text(encoding="utf-8")
    for old, new in (
        ("fr: boutons-apres-microperforation", "fr: microneedling"),
        ("en: pimples-after-microneedling", "en: microneedling"),
        ('fr: "Des boutons après la microperforation"', 'fr: "Des boutons après le microneedling"'),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    (tmp_path / "content.yaml").write_text(text, encoding="utf-8")
    loaded = load(tmp_path / "content.yaml", EDITIONS)
    problems = check_content(loaded.content, ROOT, loaded.sources.files, TODAY, LAYOUTS, glyphs=False)
    assert "W205" not in [problem.code for problem in problems]
