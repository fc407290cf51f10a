"""Every text is read before anything is built, and all problems are told at once."""

import pytest

from handouts.errors import Span
from handouts.model.base import Spans
from handouts.wording.proofread import check_texts
from tests.sample_wording import content


def codes(*blocks: dict[str, object], facts: dict[str, dict[str, str]] | None = None) -> list[str]:
    return [problem.code for problem in check_texts(content(*blocks, facts=facts))]


def paragraph(fr: str, en: str) -> dict[str, object]:
    return {"block": "paragraph", "text": {"fr": fr, "en": en}}


def test_sound_texts_have_no_problem() -> None:
    link = {"fr": "{clinic.website}/boutons", "en": "{clinic.website}/pimples"}
    thing = {"fr": '"x" : {gentle}', "en": '"x": {gentle}'}
    phone = {"fr": "[x](tel:{clinic.phone})", "en": "[y](tel:{clinic.phone})"}
    item = {"text": thing, "reason": phone, "duration": "makeup_wait"}
    assert codes({"block": "contact", "link": link}, {"block": "avoid", "items": [item]}) == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("**a", "E170"),
        ("[](tel:911)", "E171"),
        ("[a](javascript:x)", "E172"),
        ("[a]({clinic.name})", "E172"),
        ("{nobody}", "E173"),
        ("{makeup wait}", "E173"),
        ("{clinic phone}", "E173"),
        ("{mot à mot}", "W172"),
        ('un "mot', "W171"),
        ("-> Lavez.", "W173"),
    ],
)
def test_a_problem_is_found_in_either_language(typed: str, code: str) -> None:
    assert code in codes(paragraph(typed, "x"))
    assert code in codes(paragraph("x", typed))


def test_an_unknown_name_is_told_as_the_one_that_only_the_other_language_has() -> None:
    hints = [
        problem.hint for problem in check_texts(content(paragraph("{soin_doux}", "{gentle}"))) if problem.code == "E173"
    ]
    assert [hint.split(",")[0] for hint in hints] == ["write {gentle}"]


def wrong(line: int) -> dict[str, object]:
    return {"@": Spans(values={"fr": Span("content.yaml", line, 7)}), "fr": "**a", "en": "x"}


def test_problems_are_found_wherever_a_text_stands() -> None:
    right = {"fr": "x", "en": "x"}
    blocks: list[dict[str, object]] = [
        {"block": "table", "columns": [right, right], "rows": [[right, wrong(1)]]},
        {"block": "avoid", "items": [{"text": right, "reason": wrong(2)}], "short": [{"text": wrong(3)}]},
        {"block": "warning", "level": "clinic", "signs": [right, wrong(4)]},
    ]
    problems = check_texts(content(*blocks))
    assert sorted(str(problem.at) for problem in problems) == [f"content.yaml:{line}:7" for line in (1, 2, 3, 4)]


def test_a_link_of_a_block_is_checked_as_an_address() -> None:
    link = {"fr": "http://a.example", "en": "https://a.example"}
    assert codes({"block": "contact", "link": link}) == ["E172"]


def test_a_fact_that_no_text_names_is_checked_too() -> None:
    assert codes(facts={"lone": {"fr": "**a", "en": "x"}}) == ["E170"]
    assert codes(facts={"lone": {"fr": "{gentle}", "en": "{gentle}"}}) == ["E174"]


def test_a_problem_in_a_fact_is_told_once() -> None:
    facts = {"lone": {"fr": "{nobody}", "en": "{nobody}"}}
    assert codes(paragraph("{lone}", "{lone}"), paragraph("{lone}", "{lone}"), facts=facts) == ["E173"]


def test_a_name_that_one_language_lacks_is_a_warning_that_says_which() -> None:
    problems = check_texts(content(paragraph("Attendez {sun_wait}.", "Wait.")))
    assert [problem.message for problem in problems] == ["{sun_wait} stands in `fr` but not in `en`"]
    assert not problems[0].is_error


def test_what_one_clinic_lacks_is_not_a_problem_of_the_text() -> None:
    assert codes(paragraph("{clinic.booking}", "{clinic.booking}")) == []
