"""Who has what: services x clinics x languages x state of review, told in words."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from handouts.build.inputs import Inputs
from handouts.build.manifest import Entry, Manifest
from handouts.build.plan import Workshop, all_sheets
from handouts.content import load, load_fit
from handouts.messages import ENGLISH, Messages
from handouts.model import Content
from handouts.reports.coverage import Coverage, Known, Row, coverage
from handouts.reports.coverage_table import as_data, lines, summary
from handouts.standing import Standing
from layouts import LAYOUTS

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 23)
IDS = [layout.id for layout in LAYOUTS]
ENGLISH_BEHIND = Standing({("handouts", "pimples"): frozenset({"en"})})
LANGUAGES = {"fr": "complete", "en": "complete"}


@pytest.fixture(scope="module")
def content() -> Content:
    return load(ROOT / "content.yaml", IDS).content


def edited(tmp_path: Path, *edits: tuple[str, str]) -> Path:
    text = (ROOT / "content.yaml").read_text()
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "content.yaml"
    path.write_text(text)
    return path


def the(covered: Coverage, clinic: str, handout: str) -> Row:
    [row] = [row for row in covered.rows if (row.clinic, row.handout) == (clinic, handout)]
    return row


def built(
    content: Content, change: Callable[[Entry], Entry | None] = lambda entry: entry
) -> tuple[Manifest, dict[str, str]]:
    """Return the manifest of a build of everything, each entry changed, and what each file is made from now."""
    shop = Workshop(content, ROOT, LAYOUTS, TODAY)
    inputs = {sheet.path: Inputs(shop).of(sheet) for sheet in all_sheets(shop)}
    entries = (
        Entry(
            path=path, sha256="0" * 64, size=1, inputs=made_from, pages=1, title="x", languages=("fr-CA",), version="1.0",
            print_code="x", status="sample", handout="x", clinic="x", edition="x",
        )
        for path, made_from in inputs.items()
    )  # fmt: skip
    changed = (change(entry) for entry in entries)
    return Manifest({entry.path: entry for entry in changed if entry}), inputs


def test_every_clinic_has_a_row_for_every_handout_that_it_offers(content: Content) -> None:
    rows = coverage(content, LAYOUTS, TODAY).rows
    assert [(row.clinic, row.handout) for row in rows] == [(c, h) for c in content.clinics for h in content.handouts]
    row = rows[0]
    assert row.editions[:4] == ("two_sided", "side_by_side", "single-fr", "single-en")
    assert row.layouts == ("two_sided", "side_by_side", "single", "large_print", "pocket_card")
    assert (row.languages, row.status, row.files) == (LANGUAGES, "sample", None)
    assert row.gaps == ("not approved",)


@pytest.mark.parametrize(
    ("today", "days", "gaps"),
    [
        (date(2028, 1, 1), 122, ("not approved",)),
        (date(2028, 2, 2), 90, ("due soon", "not approved")),
        (date(2028, 5, 2), 0, ("due soon", "not approved")),
        (date(2028, 5, 3), -1, ("overdue",)),
    ],
)
def test_a_review_is_told_of_before_it_is_due_and_once_it_is_late(
    content: Content, today: date, days: int, gaps: Sequence[str]
) -> None:
    row = the(coverage(content, LAYOUTS, today), "boreale-levis", "pimples")
    assert (row.review_in, row.gaps) == (days, gaps)


def test_an_approved_handout_has_no_gap(tmp_path: Path) -> None:
    approval = 'status: approved\n      by: "A. B."\n      role: {fr: médecin, en: doctor}\n      on: 2026-05-02'
    loaded = load(edited(tmp_path, ("status: sample", approval)), IDS)
    row = the(coverage(loaded.content, LAYOUTS, TODAY), "boreale-levis", "pimples")
    assert (row.status, row.gaps) == ("approved", ())


def test_a_service_without_a_handout_is_missing_where_it_is_offered(tmp_path: Path) -> None:
    path = edited(
        tmp_path,
        ("services:\n", "services:\n  peel: {fr: Peeling, en: Peel}\n"),
        ("services: [microneedling]", "services: [microneedling, peel]"),
    )
    covered = coverage(load(path, IDS).content, LAYOUTS, TODAY)
    [row] = [row for row in covered.rows if row.service == "peel"]
    assert (row.clinic, row.handout, row.gaps) == ("boreale-quebec", "", ("missing",))
    table = list(lines(covered))
    assert table[table.index("boreale-quebec, peel") + 1] == "  NO HANDOUT"


def test_what_a_clinic_does_not_offer_is_known_and_not_counted(tmp_path: Path) -> None:
    path = edited(
        tmp_path,
        ("services:\n", "services:\n  peel: {fr: Peeling, en: Peel}\n"),
        ("services: [microneedling]", "services: [peel]"),
    )
    covered = coverage(load(path, IDS).content, LAYOUTS, TODAY)
    row = the(covered, "boreale-quebec", "pimples")
    assert (row.offered, row.gaps, row.editions) == (False, (), ())
    assert row not in covered.offered


def test_a_handout_that_no_clinic_offers_is_told(tmp_path: Path) -> None:
    path = edited(
        tmp_path,
        ("services:\n", "services:\n  peel: {fr: Peeling, en: Peel}\n"),
        ("service: microneedling", "service: peel"),
    )
    covered = coverage(load(path, IDS).content, LAYOUTS, TODAY)
    assert covered.nowhere == ("pimples",)
    assert "offered nowhere: pimples" in summary(covered)


def test_only_the_edition_and_the_language_that_are_asked_for_are_told(content: Content) -> None:
    covered = coverage(content, LAYOUTS, TODAY).part(editions=["large_print-fr"], languages=["fr"])
    clinics = {name for name, clinic in content.clinics.items() if "large_print" in clinic.editions}
    assert {row.clinic for row in covered.rows} == clinics
    head = str(next(iter(lines(covered, ENGLISH, 120))))
    assert " FR " in head
    assert " EN " not in head


def test_a_language_that_is_older_than_the_other_is_stale(content: Content) -> None:
    covered = coverage(content, LAYOUTS, TODAY, Known(standing=ENGLISH_BEHIND))
    row = the(covered, "rivage-montreal", "pimples")
    assert row.languages == {"fr": "complete", "en": "stale"}
    assert row.gaps == ("stale", "not approved")
    assert the(covered, "rivage-montreal", "first-week").languages == LANGUAGES


def test_files_are_made_when_every_edition_is_there_and_up_to_date(content: Content) -> None:
    manifest, inputs = built(content)
    assert {row.files for row in coverage(content, LAYOUTS, TODAY, Known(manifest, inputs)).rows} == {"made"}


def test_a_file_that_is_not_there_or_was_made_from_other_content_is_told(content: Content) -> None:
    def change(entry: Entry) -> Entry | None:
        if entry.path.startswith("boreale-levis/boutons") and entry.path.endswith("-complet-fr.pdf"):
            return None
        return entry.model_copy(update={"inputs": "f" * 64}) if entry.path.startswith("rivage-montreal/") else entry

    manifest, inputs = built(content, change)
    covered = coverage(content, LAYOUTS, TODAY, Known(manifest, inputs))
    assert the(covered, "boreale-levis", "pimples").files == "not made"
    assert the(covered, "boreale-levis", "first-week").files == "made"
    assert the(covered, "rivage-montreal", "pimples").gaps == ("not approved", "out of date")
    assert the(coverage(content, LAYOUTS, TODAY, Known(Manifest())), "boreale-levis", "pimples").files == "not made"


def test_what_could_not_be_read_is_a_gap_of_every_clinic_and_not_forgotten(tmp_path: Path) -> None:
    loaded = load_fit(edited(tmp_path, ('version: "1.0"', 'version: "x"')), IDS)
    covered = coverage(loaded.content, LAYOUTS, TODAY, Known(left_out=loaded.left_out))
    assert the(covered, "boreale-levis", "pimples").gaps == ("unreadable",)
    assert covered.gaps["unreadable"] == len(loaded.content.clinics)
    assert any("pimples" in line and "CANNOT BE READ" in line for line in lines(covered))


def test_the_table_says_everything_in_words_and_lines_up(content: Content) -> None:
    covered = coverage(content, LAYOUTS, date(2028, 5, 14), Known(Manifest(), standing=ENGLISH_BEHIND))
    head, _, *table = list(lines(covered, columns=120))
    assert head.split() == ["HANDOUT", "FR", "EN", "STATUS", "REVIEW", "FILES"]
    assert table[0] == ("boreale-quebec, microneedling (two_sided, side_by_side, single, large_print, pocket_card)")
    assert table[1] == "  pimples        complete  STALE     draft    12 DAYS LATE  NOT MADE"
    rows = [line for line in table if "OVERDUE" in line and line.startswith(" ")]
    assert {line.index("OVERDUE") for line in rows} == {head.index("STATUS")}
    assert len(rows) == 8
    assert table[-1] == "4 clinics, 12 times a handout is offered: 4 stale, 12 overdue, 4 not approved, 12 not made"


def test_a_terminal_with_colours_is_told_the_same_words(content: Content) -> None:
    covered = coverage(content, LAYOUTS, date(2028, 5, 14), Known(Manifest(), standing=ENGLISH_BEHIND))
    colored = list(lines(covered, color=True))
    assert "\033[1;31mOVERDUE\033[0m" in "".join(colored)
    assert [re.sub(r"\033\[[0-9;]*m", "", line).rstrip() for line in colored] == list(lines(covered))


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("messages", [ENGLISH, Messages("fr")])
def test_the_table_keeps_to_the_terminal_and_cuts_no_name(tmp_path: Path, columns: int, messages: Messages) -> None:
    long = "what-to-do-in-the-days-after-microneedling"
    path = edited(tmp_path, ("  first-week:\n", f"  {long}:\n"))
    covered = coverage(load(path, IDS).content, LAYOUTS, date(2028, 5, 14), Known(Manifest(), standing=ENGLISH_BEHIND))
    table = list(lines(covered, messages, columns))
    assert max(map(len, table)) <= columns
    words = "\n".join(table).split()
    assert words.count(long) == len(covered.offered) // 3
    assert words.count("pimples") == len(covered.offered) // 3
    assert any(line.startswith(f"  {long}  ") for line in table) == (columns == 120)


def test_what_has_no_handout_or_no_rows_still_makes_a_table() -> None:
    nothing = Coverage((Row("a", "peel", gaps=("missing",)), Row("b", "", gaps=("unreadable",))), ("fr", "en"))
    assert list(lines(nothing))[1:-2] == ["", "a, peel", "  NO HANDOUT", "", "b", "  CANNOT BE READ"]
    assert next(lines(Coverage((), ("fr", "en")))).split()[0] == "HANDOUT"


@pytest.mark.parametrize(
    ("today", "words"), [(date(2028, 5, 1), "in 1 day"), (date(2028, 5, 3), "1 DAY LATE"), (date(2028, 5, 2), "today")]
)
def test_days_are_counted_as_one_says_them(content: Content, today: date, words: str) -> None:
    assert words in next(line for line in lines(coverage(content, LAYOUTS, today)) if "pimples" in line)


def test_programs_get_every_row_and_the_count_of_every_gap(content: Content) -> None:
    covered = coverage(content, LAYOUTS, TODAY)
    said = json.loads(json.dumps(as_data(covered)))
    assert len(said["rows"]) == 12
    assert said["rows"][0]["review_in_days"] == (date(2028, 5, 2) - TODAY).days
    assert said["gaps"] == {"not approved": 12}


def test_content_in_order_says_so(content: Content) -> None:
    covered = coverage(content, LAYOUTS, TODAY)
    perfect = Coverage(tuple(replace(row, gaps=()) for row in covered.rows), covered.languages)
    assert summary(perfect).endswith("all of it is in order")


def test_clinics_of_which_the_same_is_to_be_said_stand_together(content: Content) -> None:
    levis = content.clinics["boreale-levis"]
    more = content.model_copy(update={"clinics": {**content.clinics, "boreale-nord": levis}})
    table = list(lines(coverage(more, LAYOUTS, TODAY)))
    assert table.count("boreale-levis, boreale-nord, microneedling (two_sided, single)") == 1
    assert table[-1].startswith("5 clinics, 15 times a handout is offered:")
