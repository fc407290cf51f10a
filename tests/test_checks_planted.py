"""Faults planted in the real content are found on their lines, and good texts of other treatments raise no alarm."""

import re
from functools import cache
from pathlib import Path

import pytest

from handouts.checks import check_content, check_wording_of
from handouts.checks.text.manuscript import Manuscript
from handouts.content import load
from handouts.errors import Problem
from handouts.model import Text
from layouts import LAYOUTS
from tests.check_samples import EDITIONS, ROOT, TODAY, load_with, written

GOOD = ROOT / "tests" / "samples" / "checked" / "good.txt"
"""Sentences that a clinician could have written, French | English."""

NEAR = GOOD.with_name("near.txt")
"""The same with a fault, code | French | English."""


@cache
def content() -> str:
    return (ROOT / "content.yaml").read_text(encoding="utf-8")


def checked(path: Path) -> list[Problem]:
    loaded = load(path, EDITIONS)
    texts = loaded.sources.files
    return [
        *check_content(loaded.content, path.parent, texts, TODAY, LAYOUTS),
        *check_wording_of(loaded.content, texts, TODAY),
    ]


def test_the_real_content_raises_no_alarm() -> None:
    assert [str(problem) for problem in checked(ROOT / "content.yaml")] == []


PLANTED = [
    ('en: "Leave them alone"', 'en: "Squeeze them"', "W203"),
    ('fr: "Gardez la peau propre"', 'fr: "Gardez la peau sale"', "W204"),
    ("Rinse with lukewarm water, then", "Rinse with cold water, then", "W204"),
    ('en: "Fainting"', 'en: "Évanouissement"', "E203"),
    ('fr: "Taches foncées ou pâles"', 'fr: "Dark or light marks"', "E203"),
    ("Fever of {fever} or more, or chills", "Fever of 39 °C or more, or chills", "E201"),
    ("Fièvre de {fever} ou plus, ou frissons", "Fièvre ou frissons", "E201"),
    ("they carry germs", "80 % of people carry germs", "W458"),
    ("elles portent des microbes", "elles portent des microbes, c'est normal", "E454"),
    ("it can block pores and irritate", "it can block pores, so take ibuprofen", "E456"),
    ('at {clinic.phone}. They know your treatment."', 'at 418 555-0134. They know your treatment."', "E460"),
    ("Call Info-Santé at [811](tel:811)", "Call Info-Santé at [811](tel:911)", "E202"),
    ('fr: "À éviter"', 'fr: "A éviter"', "W250"),
    ("rapide\n", "rapide, coeur serré\n", "W252"),
    ('en: "Warmth and colour fade"', 'en: "Warmth and color fade"', "W256"),
    ('en: "Call if they get worse or stay"', 'en: "Call if they get worse or if they stay"', "W407"),
    ("Skin swells a little as it heals. This swelling can look like pimples.", "Skin swells a little as it heals.", "W202"),
    ('en: "In the evening, rinse with lukewarm water"', 'en: "In the morning, rinse with lukewarm water"', "W204"),
    ('fr: "après {sunscreen_start}"', 'fr: "avant {sunscreen_start}"', "W204"),
    ("Use sunscreen, {spf} or more, broad spectrum", "Use sunscreen, SPF 50 or more, broad spectrum", "E201"),
    ('en: "Itchy or firm bumps"', 'en: "Pruritic or firm bumps"', "W404"),
    ("Do not stop any on your own.", "Stop them on your own.", "W203"),
    ("a gentle cleanser and a hat ready", "a gentle gentle cleanser and a hat ready", "W259"),
    ('fr: "Mes notes"', 'fr: "TOUTES MES NOTES"', "W258"),
    ("They know your treatment.", "They know your treatment. Book now!", "E458"),
    ("Elle connaît votre traitement.", "Écrivez à julie@gmail.com.", "E459"),
    ('fr: "Peau propre, sans maquillage"', 'fr: "Peau propre, sans makeup"', "W254"),
    ('source: "NHS text on cellulitis"', 'source: "TODO"', "E455"),
    ("\n    reviewed: 2026-05-02", "\n    reviewed: 2027-05-02", "E462"),
    ("\n    review_due: 2028-05-02", "\n    review_due: 2026-10-02", "W450"),
    ('en: "Cold sores"', 'en: "Cold sores ⚠"', "E302"),
]  # fmt: skip


Told = list[tuple[str, int]]
"""The code and the line of each problem."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, ...]:
    """What is told when half of the faults are planted at once, and when the other half is: neighbours are apart."""
    return tuple(told_of(PLANTED[half::2], tmp_path_factory.mktemp("planted")) for half in (0, 1))


def told_of(faults: list[tuple[str, str, str]], folder: Path) -> Told:
    text = content()
    for right, wrong, _ in faults:
        before, found, after = text.partition(right)
        assert found, f"the content no longer says {right!r}; plant the fault elsewhere"
        text = before + wrong + after
    path = folder / "content.yaml"
    path.write_text(text, encoding="utf-8")
    (folder / "assets").symlink_to(ROOT / "assets")
    return [(problem.code, problem.at.line) for problem in checked(path) if problem.at]


@pytest.mark.parametrize(("right", "wrong", "code"), PLANTED)
def test_a_planted_fault_is_found_within_a_line_of_where_it_is(
    right: str, wrong: str, code: str, told: tuple[Told, ...]
) -> None:
    line = content().partition(right)[0].count("\n") + 1 + wrong.startswith("\n")
    near = told[PLANTED.index((right, wrong, code)) % 2]
    assert any(each == code and abs(at - line) <= 1 for each, at in near), near


@cache
def good() -> list[tuple[str, str]]:
    rows = re.findall(r"^(?!#)(.+?) \| (.+)$", GOOD.read_text(encoding="utf-8"), re.MULTILINE)
    return [(fr, en) for fr, en in rows]


def test_there_are_enough_good_texts_to_tell() -> None:
    assert len(good()) >= 250


TOGETHER = 20
"""How many good texts stand in one content: one alarm is told with its text, and none is the rule."""


@pytest.mark.parametrize("first", range(0, len(good()), TOGETHER))
def test_good_texts_of_other_treatments_raise_no_alarm(first: int, tmp_path: Path) -> None:
    texts = good()[first : first + TOGETHER]
    loaded = load_with(written([{"block": "paragraph", "text": {"fr": fr, "en": en}} for fr, en in texts]), tmp_path)
    problems = check_wording_of(loaded.content, loaded.sources.files, TODAY)
    # a duration in prose is what W455 is for
    assert [str(problem) for problem in problems if problem.code != "W455"] == []


def near() -> list[tuple[str, str, str]]:
    rows = re.findall(r"^(?!#)(.+?) \| (.+?) \| (.+)$", NEAR.read_text(encoding="utf-8"), re.MULTILINE)
    return [(code, fr, en) for code, fr, en in rows]


@pytest.mark.parametrize("first", range(0, len(near()), TOGETHER))
def test_a_fault_that_is_like_a_good_text_is_told(first: int, tmp_path: Path) -> None:
    faults = near()[first : first + TOGETHER]
    texts = [{"block": "paragraph", "text": {"fr": fr, "en": en}} for _, fr, en in faults]
    loaded = load_with(written(texts), tmp_path)
    problems = check_wording_of(loaded.content, loaded.sources.files, TODAY)
    told = {(each.code, each.at.line) for each in problems if each.at}
    lines = {each.text.words["fr"]: lines_of(each.text) for each in Manuscript(loaded.content).body["care"]}
    assert [fault for fault in faults if not {(fault[0], line) for line in lines[fault[1]]} & told] == []


def lines_of(text: Text) -> set[int]:
    return {span.line for language in ("fr", "en") if (span := text.span(language))}
