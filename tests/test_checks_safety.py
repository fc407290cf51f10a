"""What a handout must not say is told at its very place; what it may say raises no alarm."""

from datetime import date
from pathlib import Path

import pytest

from handouts.checks import check_wording_of
from handouts.checks.comments import check_comments
from handouts.content import load
from handouts.content.decoding import SourceText
from tests.check_samples import EDITIONS, SOUND, TODAY, found, in_paragraph, load_with, spot, written


def told(part: str, folder: Path) -> list[tuple[str, str]]:
    """Return the code of each problem, and the characters that it points at."""
    loaded = load_with(part, folder)
    problems = check_wording_of(loaded.content, loaded.sources.files, TODAY)
    return [(problem.code, spot(problem, loaded)) for problem in problems if problem.code[1] == "4"]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Une enflure est normale pendant {redness_ends}.", "Swelling is normal for {redness_ends}."),
        ("Le premier jour, c'est normal.", "On the first day, this is normal."),
        ("C'est normal le premier soir.", "This is normal on the first evening."),
        ("Reprenez vos activités normales.", "Go back to your normal activities."),
        ("La sensation redevient normale.", "Feeling returns to normal."),
        ("Ce n'est pas normal : appelez.", "This is not normal: call."),
        ("Gardez votre routine normale.", "Keep your normal routine."),
        ("Le cœur bat plus vite que la normale.", "The heart beats faster than normal."),
    ],
)
def test_normal_with_a_time_limit_or_of_daily_life_may_be_said(fr: str, en: str, tmp_path: Path) -> None:
    assert told(in_paragraph(fr, en), tmp_path) == []


@pytest.mark.parametrize(("fr", "en"), [("Est-ce normal?", "Is this normal?"), ("Normal ou non?", "Normal or not?")])
def test_a_question_whether_something_is_normal_does_not_say_that_it_is(fr: str, en: str, tmp_path: Path) -> None:
    assert told(in_paragraph(fr, en), tmp_path) == []


def test_a_question_why_something_is_normal_says_that_it_is(tmp_path: Path) -> None:
    fr, en = "Pourquoi est-ce normal?", "Why is this normal?"
    assert told(in_paragraph(fr, en), tmp_path) == [("E454", "normal"), ("E454", "normal")]


_COLUMNS = """
- block: table
  lead: {{fr: "Comparez.", en: "Compare."}}
  columns: [{{fr: Normal, en: Normal}}, {{fr: Appelez, en: Call}}]
  rows: [[{{fr: "{fr}", en: "{en}"}}, {{fr: Pus, en: Pus}}]]
"""


def test_normal_at_the_head_of_a_column_takes_its_time_limit_from_the_column(tmp_path: Path) -> None:
    part = _COLUMNS.format(fr="Bosse les 3 premiers jours", en="Bump for the first 3 days")
    assert [code for code, _ in told(part, tmp_path) if code == "E454"] == []


def test_normal_at_the_head_of_a_column_without_any_time_limit_is_refused(tmp_path: Path) -> None:
    part = _COLUMNS.format(fr="Une bosse", en="A bump")
    assert [code for code, _ in told(part, tmp_path) if code == "E454"] == ["E454", "E454"]


def test_normally_said_of_what_the_body_does_is_refused_beside_an_order_too(tmp_path: Path) -> None:
    part = in_paragraph("Rincez; la plaie saigne normalement.", "Rinse, it normally bleeds.")
    assert told(part, tmp_path) == [("E454", "normalement"), ("E454", "normally")]


def test_a_question_whether_something_is_safe_does_not_promise_it(tmp_path: Path) -> None:
    assert told(in_paragraph("Est-ce sans danger?", "Is this without any danger?"), tmp_path) == []
    unsure = in_paragraph("On ne sait pas si la crème est sans danger.", "We do not know whether the cream is safe.")
    assert told(unsure, tmp_path) == []


@pytest.mark.parametrize(
    "fr", ["C'est normal.", "Une enflure est normale.", "C'est tout à fait normal. Attendez {makeup_wait}."]
)
def test_normal_without_a_time_limit_is_refused(fr: str, tmp_path: Path) -> None:
    assert ("E454", "normale" if "normale" in fr else "normal") in told(in_paragraph(fr, "x y z"), tmp_path)


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Nous ne pouvons pas garantir le résultat.", "We cannot guarantee the result."),
        ("Aucun soin n'est sans risque.", "No treatment is without risk."),
        ("Rien ne garantit que la tache parte.", "Nothing guarantees that the mark goes away."),
        ("Réservez votre visite tôt.", "Book your visit early."),
        ("Le service est gratuit.", "The service is free."),
    ],
)
def test_what_is_not_promised_may_be_said(fr: str, en: str, tmp_path: Path) -> None:
    assert told(in_paragraph(fr, en), tmp_path) == []


def test_what_a_handout_is_for_promises_nothing(tmp_path: Path) -> None:
    part = 'purpose: {fr: "Permettre de vivre sans risque avec un drain", en: "Help people live safely with a drain"}'
    assert told(part, tmp_path) == []


@pytest.mark.parametrize(
    ("en", "at"),
    [
        ("It is guaranteed.", "guaranteed"),
        ("It has no risk.", "no risk"),
        ("The good far outweighs the rest.", "far outweighs"),
        ("Book now!", "Book now"),
        ("It works in 100% of cases.", "100%"),
        ("You look years younger.", "years younger"),
        ("The scar will be invisible.", "will be invisible"),
        ("You will not feel a thing.", "not feel a thing"),
        ("Book your next session.", "Book your next session"),
    ],
)
def test_a_promise_or_an_offer_is_refused(en: str, at: str, tmp_path: Path) -> None:
    assert ("E458", at) in told(in_paragraph("Ceci", en), tmp_path)


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Dites-nous si vous prenez un antibiotique.", "Tell us if you take an antibiotic."),
        ("Apportez la liste de vos médicaments.", "Bring a list of your medicines."),
        ("N'arrêtez aucun médicament.", "Do not stop any medicine."),
        ("Mettez 2 ml de sel dans l'eau.", "Put 2 ml of salt in the water."),
    ],
)
def test_asking_what_people_take_is_allowed(fr: str, en: str, tmp_path: Path) -> None:
    assert told(in_paragraph(fr, en), tmp_path) == []


@pytest.mark.parametrize(
    ("en", "at"),
    [
        ("Take Advil.", "Advil"),
        ("Use an anti-inflammatory.", "anti-inflammatory"),
        ("Take 500 mg.", "500 mg"),
        ("Take 2 tablets.", "2 tablets"),
    ],
)
def test_a_medicine_or_a_dose_is_refused(en: str, at: str, tmp_path: Path) -> None:
    assert ("E456", at) in told(in_paragraph("Prenez-en.", en), tmp_path)


def approval(role_fr: str, role_en: str) -> str:
    return f"""
approval:
  status: approved
  by: A. Roy
  role: {{fr: {role_fr}, en: {role_en}}}
  on: 2026-05-02
title: {{fr: Prendre de l'ibuprofène, en: Taking ibuprofen}}
"""


def test_a_medicine_may_be_named_once_a_prescriber_has_approved_the_handout(tmp_path: Path) -> None:
    assert told(approval("médecin", "physician"), tmp_path) == []
    assert told(approval("anesthésiologiste", "anesthesiologist"), tmp_path) == []
    assert "E456" in [code for code, _ in told(approval("directrice", "director"), tmp_path)]
    assert "E456" in [code for code, _ in told(approval("infirmière en urologie", "urology nurse"), tmp_path)]


def test_the_name_of_a_service_gives_no_medicine(tmp_path: Path) -> None:
    named = """
services:
  microneedling: {fr: "Injection de cortisone", en: "Cortisone injection"}
"""
    assert told(named, tmp_path) == []


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Évitez la lumière rouge.", "Avoid red light."),
        ("Pas de vin rouge.", "No red wine."),
        ("Pas de rouge à lèvres.", "No lipstick."),
        ("Appelez la Croix-Rouge.", "Call the Red Cross."),
        ("Peau rouge ou plus foncée", "Red or darker skin"),
        ("Ne buvez rien de rouge.", "Do not drink anything red."),
        ("Les yeux sont rouges.", "Your eyes are red."),
        ("Les poils roux réagissent peu.", "Red hair responds poorly."),
    ],
)
def test_red_things_are_not_red_skin(fr: str, en: str, tmp_path: Path) -> None:
    assert told(in_paragraph(fr, en), tmp_path) == []


def test_how_redness_shows_on_darker_skin_is_told_in_any_words(tmp_path: Path) -> None:
    fr = "Peau rouge. Sur une peau foncée, fiez-vous à la chaleur."
    en = "Red skin. On darker skin, go by the warmth."
    assert told(in_paragraph(fr, en), tmp_path) == [("W457", "peau foncée")]


def test_dark_skin_is_told_to_say_brown_and_black(tmp_path: Path) -> None:
    assert told(in_paragraph("Peau foncée", "Dark skin"), tmp_path) == [("W457", "Peau foncée"), ("W457", "Dark skin")]


@pytest.mark.parametrize(
    "words",
    [
        "TREM 8512 1234",
        "TREM85121234",
        "046 454 286",
        "julie@gmail.com",
        "438 555-0199",
        "(438) 555-0199",
        "438.555.0199",
        "né le 3 mai",
        "née le 12/03/1980",
        "Nom du patient : Jean Roy",
        "patient name: Jean Roy",
    ],
)
def test_data_of_a_person_is_refused_at_its_place(words: str, tmp_path: Path) -> None:
    codes = [
        (code, at)
        for code, at in told(in_paragraph(f"Ceci : {words} ici", f"This: {words} here"), tmp_path)
        if code == "E459"
    ]
    assert len(codes) == 2
    assert all(at in words for _, at in codes)


@pytest.mark.parametrize(
    "words",
    [
        "418 555-0134, poste 150",
        "info@boreale.example",
        "1 800 463-5060",
        "2026-05-02",
        "H2X 0A1",
        "Dre Roy",
        "811, option 1",
    ],
)
def test_public_numbers_and_the_clinics_own_are_not_data_of_a_person(words: str, tmp_path: Path) -> None:
    assert [
        code for code, _ in told(in_paragraph(f"Ceci : {words}", f"This: {words}"), tmp_path) if code == "E459"
    ] == []


def test_a_clinic_may_have_another_number_after_hours(tmp_path: Path) -> None:
    part = "after_hours: {fr: 'Fermé? 438 555-0199', en: 'Closed? 438 555-0199'}"
    assert told(part, tmp_path) == []


@pytest.mark.parametrize(
    "words",
    [
        "Composez le 112.",
        "Appelez le 999.",
        "Appelez Mme Roy au 112.",
        "Call 112.",
        "Call Mrs. Roy at 112.",
        "Dial 9-1-2 now.",
    ],
)
def test_a_short_number_that_nobody_answers_is_refused(words: str, tmp_path: Path) -> None:
    assert "E461" in [code for code, _ in told(in_paragraph(words, words), tmp_path)]


@pytest.mark.parametrize(
    "words",
    [
        "Composez le 911.",
        "Appelez le 811.",
        "Call us at 100 Main Street.",
        "Call 2 days before.",
        "Appelez 24 heures avant.",
    ],
)
def test_numbers_that_someone_answers_and_other_figures_are_not_told(words: str, tmp_path: Path) -> None:
    assert "E461" not in [code for code, _ in told(in_paragraph(words, words), tmp_path)]


def test_swollen_lips_may_stand_at_any_level(tmp_path: Path) -> None:
    part = "{level: clinic, signs: [{fr: Lèvres enflées, en: Swollen lips}]}"
    assert told(part, tmp_path) == []


@pytest.mark.parametrize("by", ["oui", "Ok", "yes", "l'infirmière", "the clinic", "à confirmer"])
def test_an_approval_names_who_gave_it(by: str, tmp_path: Path) -> None:
    part = f'approval: {{status: approved, by: "{by}", role: {{fr: médecin, en: physician}}, on: 2026-05-02}}'
    assert told(part, tmp_path) == [("E455", f'"{by}"')]


def test_an_approved_handout_needs_figures_that_somebody_approved(tmp_path: Path) -> None:
    part = """
approval: {status: approved, by: A. Roy, role: {fr: médecin, en: physician}, on: 2026-05-02}
durations:
  makeup_wait: {value: 24, unit: hours, min: 12, max: 72, source: Sheets, approved_by: Nobody yet}
"""
    assert told(part, tmp_path) == [("E455", '"makeup_wait"')]
    assert told(part.replace("status: approved", "status: draft"), tmp_path) == []


def test_a_review_on_the_very_day_has_come(tmp_path: Path) -> None:
    part = "{reviewed: 2026-11-23, review_due: 2027-11-23}"
    assert found(part, tmp_path) == []
    assert [each.code for each in found(part, tmp_path, date(2026, 11, 22))] == ["E462"]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Venez à 9 h 30.", "Come at 9:30 a.m."),
        ("Venez entre 9 h et 17 h.", "Come from 9 a.m. to 5 p.m."),
        ("Venez de 9 h à 17 h.", "Come from 9 a.m. to 5 p.m."),
    ],
)
def test_an_hour_of_the_day_is_no_duration_that_needs_an_approver(fr: str, en: str, tmp_path: Path) -> None:
    assert told(in_paragraph(fr, en), tmp_path) == []


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Si vous prenez de l'aspirine, cessez-la.", "If you take aspirin, stop it."),
        ("Prenez de l'aspirine.", "Take aspirin."),
        ("Arrêtez vos anticoagulants une semaine avant.", "Stop your blood thinners a week before."),
    ],
)
def test_advice_on_a_medicine_is_told_even_to_those_who_take_it(fr: str, en: str, tmp_path: Path) -> None:
    assert {code for code, _ in told(in_paragraph(fr, en), tmp_path)} == {"E456"}


def test_an_order_to_take_a_medicine_is_told_under_a_heading_that_asks_what_people_take(tmp_path: Path) -> None:
    part = """
- block: table
  columns: [{fr: "Dites-nous si vous prenez", en: "Tell us if you take"}, {fr: "Pourquoi", en: "Why"}]
  rows: [[{fr: "de l'ibuprofène", en: "ibuprofen"}, {fr: "Prenez de l'ibuprofène.", en: "Take ibuprofen."}]]
"""
    assert [at for code, at in told(part, tmp_path) if code == "E456"] == ["ibuprofène", "ibuprofen"]


def test_the_medicines_of_a_text_are_told_together(tmp_path: Path) -> None:
    part = in_paragraph("Prenez 500 mg de Tylenol, jamais d'aspirine.", "Take 500 mg of Tylenol, never aspirin.")
    problems = [problem for problem in found(part, tmp_path) if problem.code == "E456"]
    assert [problem.message.rpartition(": ")[2] for problem in problems] == [
        "500 mg, Tylenol, aspirine",
        "500 mg, Tylenol, aspirin",
    ]


@pytest.mark.parametrize(
    ("fr", "en", "at"),
    [
        ("La peau peut être rouge.", "Your skin may be red.", ["rouge"]),
        ("La peau peut être rouge ou plus foncée.", "Your skin may be red or darker.", []),
    ],
)
def test_what_no_language_says_of_red_skin_is_told_once(fr: str, en: str, at: list[str], tmp_path: Path) -> None:
    text = SOUND.read_text(encoding="utf-8")
    for old, new in (
        ("Sur la peau brune ou noire", "Les taches foncées"),
        ("On brown and black skin", "Dark spots"),
        ("La rougeur se voit moins sur la peau brune ou noire.", fr),
        ("Redness is harder to see on brown and black skin.", en),
    ):
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "content.yaml"
    path.write_text(text, encoding="utf-8")
    loaded = load(path, EDITIONS)
    problems = [p for p in check_wording_of(loaded.content, loaded.sources.files, TODAY) if p.code == "W457"]
    assert [spot(problem, loaded) for problem in problems] == at


def test_red_or_another_colour_of_skin_is_told_and_of_a_liquid_is_not(tmp_path: Path) -> None:
    assert told(in_paragraph("x y z", "Your skin looks red or purple."), tmp_path) == [("W457", "red")]
    assert told(in_paragraph("x y z", "Drink no red or purple liquids."), tmp_path) == []


@pytest.mark.parametrize(
    ("said", "red"),
    [
        ("Your eyes may be a little red.", []),
        ("Pink or red urine", []),
        ("A red throat", []),
        ("Skin that is red or a different colour than usual", []),
        ("Red, swollen gums", [("W457", "Red")]),
        ("Red eyelids and cheeks", [("W457", "Red")]),
    ],
)
def test_red_is_told_of_skin_and_gums_and_not_of_eyes_or_what_is_no_skin(
    said: str, red: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert told(in_paragraph("x y z", said), tmp_path) == red


def test_a_figure_that_is_typed_is_told_with_the_name_of_one_that_prints_as_much(tmp_path: Path) -> None:
    (problem,) = [
        each for each in found(in_paragraph("De 1 à 3 jours.", "1 to 3 days."), tmp_path) if each.code == "W455"
    ]
    assert problem.hint.startswith("if it is the same as {redness_ends}, write that in every language")


def test_a_lump_that_does_not_hurt_is_no_promise(tmp_path: Path) -> None:
    part = written({"level": "clinic", "signs": [{"fr": "Bosse indolore", "en": "Painless lump"}]})
    assert "E458" not in [problem.code for problem in found(part, tmp_path)]


def test_another_promise_beside_a_lump_that_does_not_hurt_is_told(tmp_path: Path) -> None:
    sign = {"fr": "Bosse indolore et résultat garanti", "en": "Painless lump and guaranteed result"}
    assert "E458" in [problem.code for problem in found(written({"level": "clinic", "signs": [sign]}), tmp_path)]


def test_a_sign_that_does_not_hurt_is_no_promise_and_its_help_says_how_to_write_it(tmp_path: Path) -> None:
    part = written({"level": "clinic", "signs": [{"fr": "Bosse qui ne fait pas mal", "en": "Painless lump"}]})
    helps = [problem.hint for problem in found(part, tmp_path) if problem.code == "E458"]
    assert helps == ["say what people see or feel when they should call, such as “that does not hurt”, or leave it out"]


def test_a_treatment_without_pain_is_no_more_promised_in_french_than_in_english(tmp_path: Path) -> None:
    part = in_paragraph("Le traitement est sans douleur.", "The treatment is painless.")
    assert len(told(part, tmp_path)) == 2


def test_a_typed_duration_is_told_at_its_place_in_one_language(tmp_path: Path) -> None:
    part = in_paragraph("Attendez 24 h.", "Wait 24 hours.")
    assert told(part, tmp_path) == [("W455", "24 h")]


def test_hours_of_the_day_are_no_duration(tmp_path: Path) -> None:
    part = in_paragraph("Appelez entre 8 h 30 et 16 h.", "Call between 8:30 a.m. and 4 p.m.")
    assert told(part, tmp_path) == []


@pytest.mark.parametrize(
    ("fr", "en", "at"),
    [
        ("La peau guérit.", "You have rosacea.", "You have rosacea"),
        ("Vous avez la rosacée.", "The skin heals.", "Vous avez la rosacée"),
        ("La peau guérit.", "Your esthetician can prescribe a cream.", "esthetician can prescribe"),
        ("La peau guérit.", "It scars because you picked at it.", "because you picked"),
        ("La peau guérit.", "1 in 10 people peels.", "1 in 10"),
        ("C'est sans danger.", "The skin heals.", "sans danger"),
    ],
)
def test_a_diagnosis_blame_a_share_or_a_treatment_out_of_scope_is_told(
    fr: str, en: str, at: str, tmp_path: Path
) -> None:
    assert ("W458", at) in told(in_paragraph(fr, en), tmp_path)


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Dites-nous si vous avez la rosacée.", "Tell us if you have rosacea."),
        ("Cela peut être une infection.", "It may be an infection."),
        ("Votre esthéticienne vous dira quand revenir.", "Your esthetician will tell you when to come back."),
    ],
)
def test_what_is_asked_or_left_open_is_no_diagnosis(fr: str, en: str, tmp_path: Path) -> None:
    assert told(in_paragraph(fr, en), tmp_path) == []


def test_the_name_of_a_clinic_in_a_handout_is_told(tmp_path: Path) -> None:
    part = in_paragraph("Appelez la Clinique Soleil.", "Call the Soleil Clinic.")
    assert told(part, tmp_path) == [("W460", "Soleil Clinic"), ("W460", "Clinique Soleil")]
    assert told(in_paragraph("**Clinique fermée?** Appelez.", "**Clinic closed?** Call."), tmp_path) == []


def test_811_leads_to_a_nurse_by_option_1_and_to_info_social_by_option_2(tmp_path: Path) -> None:
    assert ("E461", "option 2") in told(in_paragraph("Appelez le 811, option 2.", "Call 811, option 2."), tmp_path)
    part = in_paragraph("Info-Social : 811, option 2.", "Info-Social: 811, option 2.")
    assert "E461" not in [code for code, _ in told(part, tmp_path)]


@pytest.mark.parametrize(
    ("role", "day", "expected"),
    [
        ("{fr: médecin, en: physician}", "2026-05-02", []),
        ("{fr: médecin, en: physician}", "2020-01-01", [("W462", '"2020-01-01"')]),
        ("{fr: gestionnaire, en: physician}", "2026-05-02", [("W462", '"gestionnaire"')]),
        ("{fr: infirmière gestionnaire, en: nurse manager}", "2026-05-02", []),
    ],
)
def test_an_approval_is_of_the_reviewed_text_and_by_a_clinician(
    role: str, day: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    approved = f"approval: {{status: approved, by: A. Roy, role: {role}, on: {day}}}"
    assert [each for each in told(approved, tmp_path) if each[0] == "W462"] == expected


@pytest.mark.parametrize(
    "comment",
    [
        "# TREM 8512 1234",
        "# Patiente : L. Gagnon",
        "# born on 1965-02-12",
        "# rappeler Mme Gagnon",
        "# 418 555-0199",
        "# julie@gmail.com",
    ],
)
def test_data_of_a_person_in_a_comment_is_told_there(comment: str, tmp_path: Path) -> None:
    source = SourceText.of("content.yaml", f"services: {{}}\n{comment}\n")
    (problem,) = check_comments(
        load_with(in_paragraph("Lavez-vous.", "Wash."), tmp_path).content, {"content.yaml": source}
    )
    assert problem.code == "W459"
    assert problem.at is not None
    assert problem.at.line == 2


@pytest.mark.parametrize(
    "comment", ["# CLINICS: who hands the sheets out", "# Approuvé par Mme Roy", "# for patients", 'color: "#0B4F5C"']
)
def test_a_comment_without_data_of_a_patient_is_let_be(comment: str, tmp_path: Path) -> None:
    source = SourceText.of("content.yaml", f"{comment}\n")
    assert (
        list(
            check_comments(load_with(in_paragraph("Lavez-vous.", "Wash."), tmp_path).content, {"content.yaml": source})
        )
        == []
    )


def test_a_sheet_about_neither_skin_nor_a_wound_need_not_name_an_infection(tmp_path: Path) -> None:
    text = SOUND.read_text(encoding="utf-8")
    for old, new in (
        ("Fièvre de {fever} ou plus, ou frissons", "Impossible de marcher"),
        ("Fever of {fever} or more, or chills", "You cannot walk"),
        ("Zone qui s'étend, pus, croûte jaune", "Pied engourdi"),
        ("Spreading area, pus, yellow crust", "Numb foot"),
    ):
        text = text.replace(old, new)
    of_a_foot = text.replace("Soigner sa peau", "Soigner son pied").replace("Caring for your skin", "Your foot")
    of_a_foot = of_a_foot.replace("Sur la peau brune ou noire", "Au repos").replace(
        "On brown and black skin", "At rest"
    )
    counts = []
    for content in (
        text,
        of_a_foot,
        of_a_foot.replace("à respirer ou à avaler", "à courir").replace("breathing or swallowing", "running"),
        of_a_foot.replace("Difficulté à respirer ou à avaler", "Gorge qui enfle").replace(
            "Trouble breathing or swallowing", "Swelling throat"
        ),
    ):
        (tmp_path / "content.yaml").write_text(content, encoding="utf-8")
        loaded = load(tmp_path / "content.yaml", EDITIONS)
        problems = check_wording_of(loaded.content, loaded.sources.files, TODAY)
        counts.append(sum(each.code == "W452" for each in problems))
    assert counts == [2, 0, 1, 0]


def test_a_sign_of_911_that_lasts_for_days_before_anyone_calls_is_told(tmp_path: Path) -> None:
    late = {"fr": "Évanouissement pendant plus de 2 heures", "en": "Fainting for more than 2 hours"}
    assert ("W466", "pendant plus de 2 heures") in told(written({"level": "emergency", "signs": [late]}), tmp_path)
    soon = {"fr": "Saignement malgré 20 minutes de pression", "en": "Bleeding after 20 minutes of pressure"}
    assert "W466" not in [code for code, _ in told(written({"level": "emergency", "signs": [soon]}), tmp_path)]


def test_the_clinic_has_hours_and_811_has_none(tmp_path: Path) -> None:
    part = in_paragraph("Le 811 répond de 9 h à 17 h.", "811 answers from 9 a.m. to 5 p.m.")
    assert [code for code, _ in told(part, tmp_path)].count("E461") == 2
    part = in_paragraph(
        "La clinique est fermée du lundi au mardi : appelez le 811.",
        "The clinic is closed Monday to Tuesday: call 811.",
    )
    assert told(part, tmp_path) == []
