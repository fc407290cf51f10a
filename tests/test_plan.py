"""What is to be made, in which order, and which sheets a problem of the content stops."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from handouts.build.plan import Job, Workshop, all_sheets, collisions
from handouts.build.selection import Selection, selected
from handouts.content import load
from handouts.errors import Problem, Span
from handouts.layout import Layout
from handouts.problems.blame import Blame
from layouts import LAYOUTS
from tests.sample_content import edit, write_content

ALL = {
    "nord": "two_sided, side_by_side, single, large_print, pocket_card",
    "sud": "single",
}


def workshop(content: Path, layouts: tuple[Layout, ...] = LAYOUTS) -> Workshop:
    loaded = load(content, [layout.id for layout in layouts])
    return Workshop(loaded.content, content.parent, layouts, date(2026, 11, 23), loaded.sources.files)


def place(content: Path, words: str) -> Span:
    """Where words stand in the content."""
    text = content.read_text(encoding="utf-8")
    start = text.index(words)
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Span(content.as_posix(), line, column, start, start + len(words))


def names(*sheets: object) -> list[str]:
    return [f"{sheet.clinic_id} {sheet.handout_id} {sheet.edition.id}" for sheet in sheets]  # type: ignore[attr-defined]


def test_sheets_come_by_clinic_then_handout_then_layout(tmp_path: Path) -> None:
    content = write_content(tmp_path, handouts=("soins", "boutons"), clinics=ALL)
    sheets = list(all_sheets(workshop(content)))
    assert names(*sheets[:8]) == [
        "nord soins two_sided",
        "nord soins side_by_side",
        "nord soins single-fr",
        "nord soins single-en",
        "nord soins large_print-fr",
        "nord soins large_print-en",
        "nord soins pocket_card",
        "nord boutons two_sided",
    ]
    assert names(*sheets[-2:]) == ["sud boutons single-fr", "sud boutons single-en"]


def test_a_clinic_gets_no_handout_of_a_service_that_it_does_not_offer(tmp_path: Path) -> None:
    content = write_content(tmp_path, handouts=("soins", "boutons"))
    edit(content, "services:\n", 'services:\n  peel: {fr: "Peeling", en: "Peel"}\n', count=1)
    edit(content, "service: needling", "service: peel", count=1)
    assert {sheet.handout_id for sheet in all_sheets(workshop(content))} == {"boutons"}


@pytest.mark.parametrize(
    ("selection", "chosen"),
    [
        (Selection(clinics=("sud",)), ["sud boutons single-fr", "sud boutons single-en"]),
        (Selection(editions=("single-fr",)), ["nord boutons single-fr", "sud boutons single-fr"]),
        (Selection(clinics=("nord",), editions=("two_sided", "pocket_card")), ["nord boutons two_sided"]),
        (Selection(clinics=("nord",), languages=("en",)), ["nord boutons single-en"]),
        (
            Selection(clinics=("nord",), languages=("en", "fr")),
            ["nord boutons two_sided", "nord boutons single-fr", "nord boutons single-en"],
        ),
    ],
)
def test_a_part_is_what_all_names_have_in_common(tmp_path: Path, selection: Selection, chosen: list[str]) -> None:
    shop = workshop(write_content(tmp_path))
    assert names(*selected(all_sheets(shop), selection)) == chosen


def test_sheets_of_a_clinic_or_a_handout_are_both_and_keep_their_order(tmp_path: Path) -> None:
    sheets = all_sheets(workshop(write_content(tmp_path, handouts=("soins", "boutons"), clinics=ALL)))
    part = sheets.of(clinics=("sud",), handouts=("soins",))
    assert names(*part) == [name for name in names(*sheets) if name.startswith("sud") or name.split()[1] == "soins"]
    assert len(part) == len(list(part)) < len(sheets)
    assert not sheets.of()


def test_a_job_names_its_sheet(tmp_path: Path) -> None:
    shop = workshop(write_content(tmp_path, clinics=ALL))
    sheets = all_sheets(shop)
    assert len(sheets) > 1
    assert [shop.sheet(Job.of(sheet)).path for sheet in sheets] == [sheet.path for sheet in sheets]


def test_two_sheets_never_share_a_file(tmp_path: Path) -> None:
    shop = workshop(write_content(tmp_path, handouts=("soins", "boutons"), clinics=ALL))
    paths = [sheet.path.casefold() for sheet in all_sheets(shop)]
    assert len(set(paths)) == len(paths)
    assert collisions(all_sheets(shop)) == {}


def test_sheets_that_would_share_a_file_are_found_whatever_the_case_of_its_letters(tmp_path: Path) -> None:
    single = next(layout for layout in LAYOUTS if layout.id == "single")
    shouted = {code: word.upper() for code, word in single.file_words.items()}
    twin = replace(single, id="twin", file_words=shouted)
    content = write_content(tmp_path, clinics={"nord": "single, twin", "sud": "single"})
    shop = workshop(content, (single, twin))
    found = {shop.sheet(job).path: problem for job, problem in collisions(all_sheets(shop)).items()}
    assert {path.casefold() for path in found} == {
        "nord/apres-boutons-complet-fr.pdf",
        "nord/after-boutons-full-en.pdf",
    }
    assert len(found) == 4
    problem = found["nord/apres-boutons-complet-fr.pdf"]
    assert problem.code == "E129"
    assert "boutons (single-fr), boutons (twin-fr)" in problem.message
    assert problem.at
    assert content.read_text()[problem.at.start :].startswith('"apres-boutons"')


# blame


@pytest.mark.parametrize(
    ("words", "stopped"),
    [
        ("Attendez {makeup_wait}.", {"nord boutons", "sud boutons"}),
        ("Clinique sud", {"sud boutons", "sud soins"}),
        ("#E6F1F2", {"nord boutons", "sud boutons", "nord soins", "sud soins"}),
        ("max: 72", {"nord soins", "sud soins"}),
        ("Microneedling", {"nord boutons", "sud boutons", "nord soins", "sud soins"}),
        ("schema_version", {"nord boutons", "sud boutons", "nord soins", "sud soins"}),
    ],
)
def test_a_problem_stops_the_sheets_that_it_is_about_and_no_others(
    tmp_path: Path, words: str, stopped: set[str]
) -> None:
    content = write_content(tmp_path, handouts=("boutons", "soins"))
    if "max" in words:  # only one of the handouts names the figure
        edit(content, "Attendez {makeup_wait}.", "Attendez.", count=1)
        edit(content, "Wait {makeup_wait}.", "Wait.", count=1)
    shop = workshop(content)
    blame = Blame(shop.content, all_sheets(shop))
    problem = Problem("E999", "wrong", place(content, words))
    assert {f"{each.clinic_id} {each.handout_id}" for each in blame.stopped_by(problem)} == stopped


def test_a_problem_of_a_brand_stops_the_brands_that_extend_it(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    edit(
        content,
        "clinics:\n",
        "  fir:\n    extends: pine\n  oak:\n    extends: pine\n    logo: assets/oak.svg\nclinics:\n",
    )
    edit(content, "  sud:\n    brand: pine", "  sud:\n    brand: fir")
    shop = workshop(content)
    blame = Blame(shop.content, all_sheets(shop))
    of_pine = Problem("E999", "wrong", place(content, "#E6F1F2"))
    of_oak = Problem("E999", "wrong", place(content, "assets/oak.svg"))
    assert {each.clinic_id for each in blame.stopped_by(of_pine)} == {"nord", "sud"}
    assert not list(blame.stopped_by(of_oak))


def test_a_problem_without_a_place_stops_everything(tmp_path: Path) -> None:
    shop = workshop(write_content(tmp_path))
    sheets = all_sheets(shop)
    assert list(Blame(shop.content, sheets).stopped_by(Problem("E999", "wrong"))) == list(sheets)
