"""Names in braces, filled in for one clinic and language. `~` in an expected text is the no-break space."""

from typing import Any

import pytest

from handouts.content.decoding import SourceText
from handouts.errors import ContentError, Problem, Span
from handouts.model import Text
from handouts.model.base import Spans
from handouts.wording.inline import Run
from handouts.wording.resolve import Wording
from tests.sample_wording import both, wording


def printed(text: str, **options: Any) -> str:
    label = bool(options.pop("label", False))
    return wording(**options).plain(both(text), label=label).replace("\u00a0", "~")


def problem(text: str, **options: Any) -> Problem:
    with pytest.raises(ContentError) as caught:
        wording(**options).runs(both(text))
    return caught.value.problems[0]


@pytest.mark.parametrize(
    ("typed", "french"),
    [
        ("Attendez {makeup_wait}.", "Attendez de~24 à~48~heures."),
        ("Attendez {sun_wait}.", "Attendez 24~heures."),
        ("Pendant {makeup_wait}", "Pendant 24 à~48~heures"),
        ("moins de {makeup_wait}", "moins de~24 à~48~heures"),
        ("{makeup_wait} sans soleil", "De~24 à~48~heures sans soleil"),
        ("Rien. {makeup_wait} sans soleil", "Rien. De~24 à~48~heures sans soleil"),
        ("Rien (**{makeup_wait}**)", "Rien (de~24 à~48~heures)"),
    ],
)
def test_a_duration_prints_as_running_text_has_it(typed: str, french: str) -> None:
    assert printed(typed) == french


def test_a_range_stands_bare_in_a_label() -> None:
    assert printed("{makeup_wait}", label=True) == "24 à~48~heures"
    assert printed("{makeup_wait}", label=True, language="en") == "24 to 48~hours"


def test_a_clinic_prints_its_own_figure() -> None:
    assert printed("après {sun_wait}", clinic="levis") == "après 72~heures"


@pytest.mark.parametrize(
    ("fact", "french", "english"),
    [
        ("phone", "418~555-0134", "418~555-0134"),
        ("after_hours", "Info-Santé 811,~option~1", "Info-Santé 811,~option~1"),
        ("website", "boreale.example", "boreale.example"),
        ("city", "Québec", "Québec"),
        (
            "address",
            "12,~rue des Sapins, bureau~3, Québec~(Québec)~ G1A~0A1",
            "12,~rue des Sapins, bureau~3, Québec~(Québec)~ G1A~0A1",
        ),
        (
            "hours",
            "lundi au vendredi~: 9~h à~17~h; samedi~: 9~h à~13~h",
            "Monday to Friday: 9~a.m. to 5~p.m.; Saturday: 9~a.m. to 1~p.m.",
        ),
    ],
)
def test_a_clinic_fact_prints_as_its_language_writes_it(fact: str, french: str, english: str) -> None:
    typed = f"Ici, {{clinic.{fact}}}"
    assert (printed(typed), printed(typed, language="en")) == (f"Ici, {french}", f"Ici, {english}")


def test_hours_begin_a_sentence_with_a_capital() -> None:
    assert printed("{clinic.hours}").startswith("Lundi au vendredi")


def test_what_a_clinic_gives_is_never_markup() -> None:
    assert wording().runs(both("{clinic.name}")) == (Run("Clinique **Boréale**"),)
    assert wording("en").runs(both("At {clinic.name}")) == (Run("At Boréale [clinic](tel:911)"),)
    assert wording().clinic_fact("name") == "Clinique **Boréale**"


def test_a_shared_fact_may_hold_markup() -> None:
    assert wording().runs(both("Prenez {gentle}.")) == (
        Run("Prenez un nettoyant "),
        Run("doux", bold=True),
        Run("."),
    )
    assert wording().runs(both("**{gentle}**")) == (Run("un nettoyant doux", bold=True),)


def test_a_shared_fact_may_name_durations_and_the_clinic() -> None:
    facts = {"call": {"fr": "appelez le {clinic.phone} après {sun_wait}", "en": "call"}}
    assert printed("Sinon, {call}.", facts=facts) == "Sinon, appelez le 418~555-0134 après 24~heures."


def test_a_duration_in_a_fact_stands_in_the_sentence_around_it() -> None:
    facts = {"wait": {"fr": "{makeup_wait} au moins", "en": "x"}}
    assert printed("Attendez {wait}.", facts=facts) == "Attendez de~24 à~48~heures au moins."
    assert printed("Pendant {wait}.", facts=facts) == "Pendant 24 à~48~heures au moins."
    assert printed("{wait}.", facts=facts) == "De~24 à~48~heures au moins."


def test_the_title_prints_without_its_markup() -> None:
    assert wording().runs(both("Voir {handout.title}")) == (Run("Voir Des boutons après"),)


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("[ici]({clinic.website}/boutons)", "https://boreale.example/boutons"),
        ("[ici](tel:{clinic.phone})", "tel:+1-418-555-0134"),
        ("[ici]({page})", "https://a.example/l'eau"),
    ],
)
def test_a_link_target_is_filled_in_as_a_target_has_it(typed: str, href: str) -> None:
    facts = {"page": {"fr": "https://a.example/l'eau", "en": "https://a.example/water"}}
    assert wording(facts=facts).runs(both(typed)) == (Run("ici", href=href),)


def test_a_text_that_is_an_address_is_filled_in() -> None:
    assert wording().link(both("{clinic.website}/boutons")) == "https://boreale.example/boutons"
    assert wording(clinic="levis").link(both("{clinic.booking}")) == "https://boreale.example/rv"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("javascript:x", "E172"),
        ("{clinic.name}", "E172"),
        ("{clinic.web}", "E173"),
        ("{clinic.booking}", "E175"),
    ],
)
def test_a_text_that_is_no_address_is_refused(typed: str, code: str) -> None:
    with pytest.raises(ContentError) as caught:
        wording().link(both(typed))
    assert caught.value.problems[0].code == code


def test_a_name_that_nothing_has_is_refused_with_the_nearest_one() -> None:
    found = problem("Attendez {makeup_wiat}.")
    assert (found.code, found.message) == ("E173", "nothing is named {makeup_wiat}")
    assert "{makeup_wait}" in found.hint
    assert "{clinic.phone}" in problem("{clinic.phnoe}").hint
    assert "{sun_wait}" in problem("{SUN_WAIT}").hint
    assert "durations" in problem("{zzz}").hint
    assert "{clinic.city}" in problem("{clinic.qqqqqqqqqqqqqqq}").hint


def test_every_unknown_name_of_a_text_is_told_at_once() -> None:
    with pytest.raises(ContentError) as caught:
        wording().runs(both("{one_thing} et {another}"))
    assert [found.message for found in caught.value.problems] == [
        "nothing is named {one_thing}",
        "nothing is named {another}",
    ]


def test_a_clinic_that_lacks_what_is_asked_is_named() -> None:
    found = problem("Réservez : {clinic.booking}")
    assert found.code == "E175"
    assert "Clinique **Boréale**" in found.message
    assert "booking" in found.hint
    assert printed("Réservez : {clinic.booking}", clinic="levis").endswith("boreale.example/rv")


@pytest.mark.parametrize("inner", ["{gentle}", "{handout.title}", "{loop}"])
def test_a_shared_fact_names_no_other_fact(inner: str) -> None:
    found = problem("{loop}", facts={"loop": {"fr": inner, "en": inner}})
    assert found.code == "E174"
    assert "{loop}" in found.message


def test_a_fact_with_a_link_cannot_stand_in_a_link() -> None:
    facts = {"page": {"fr": "[page](tel:911)", "en": "x"}}
    assert problem("[voir {page}](tel:811)", facts=facts).code == "E171"


def test_every_line_break_begins_a_paragraph() -> None:
    paragraphs = wording().paragraphs(both("Un\ndeux.\n\n**Trois**\n \nQuatre.\n"))
    assert paragraphs == ((Run("Un"),), (Run("deux."),), (Run("Trois", bold=True),), (Run("Quatre."),))
    assert wording().runs(both("Un\r\ndeux.\n")) == (Run("Un deux."),)


def test_bold_may_go_on_in_the_next_paragraph() -> None:
    assert wording().paragraphs(both("**a\n\nb**")) == ((Run("a", bold=True),), (Run("b", bold=True),))


def test_labels_are_filled_in_and_typeset() -> None:
    assert wording().label("Jours {first} à {last}", first=1, last=3) == "Jours\u00a01 à\u00a03"


def test_a_label_joins_runs_and_is_typeset_as_one() -> None:
    runs = wording().label_runs("{thing} : {reason}", thing=[Run("Sport", bold=True)], reason=[Run("l'eau")])
    assert runs == (Run("Sport", bold=True), Run("\u00a0: l’eau"))


SOURCE = "texts:\n  fr: Lavez. **Non\n  en: Wash {a}, {b}, {a}\n"


def located(language: str) -> Wording:
    return wording(language, sources={"content.yaml": SourceText.of("content.yaml", SOURCE)})


def at(language: str) -> Span:
    start = SOURCE.index(f"{language}: ") + 4
    line = SOURCE.count("\n", 0, start) + 1
    return Span("content.yaml", line, 7, start, SOURCE.index("\n", start))


def located_text() -> Text:
    spans = Spans(values={"fr": at("fr"), "en": at("en")})
    return Text.model_validate({"@": spans, "fr": "Lavez. **Non", "en": "Wash {a}, {b}, {a}"})


def test_a_problem_points_at_the_very_characters() -> None:
    with pytest.raises(ContentError) as french:
        located("fr").runs(located_text())
    assert [str(found.at) for found in french.value.problems] == ["content.yaml:2:14"]
    with pytest.raises(ContentError) as english:
        located("en").runs(located_text())
    places = [found.at for found in english.value.problems if found.at]
    assert [str(place) for place in places] == ["content.yaml:3:12", "content.yaml:3:17", "content.yaml:3:22"]
    assert [SOURCE[place.start : place.end] for place in places] == ["{a}", "{b}", "{a}"]


def test_without_its_source_a_problem_points_at_its_text() -> None:
    with pytest.raises(ContentError) as caught:
        wording().runs(located_text())
    assert caught.value.problems[0].at == at("fr")
