"""The command `coverage`, run as a person runs it."""

import re
from pathlib import Path

import pytest

from tests.sample_content import edit, generate

SMALL = ("--clinic", "boreale-levis", "--date", "2026-11-23")


def test_coverage_tells_whether_files_are_made_and_up_to_date(content: Path) -> None:
    assert generate(content, "build", *SMALL[:2]).code == 0
    *clinics, _ = generate(content, "coverage").out.split("\n\n")[1:]
    assert [clinic.split(",")[0] for clinic in clinics if "NOT MADE" not in clinic] == ["boreale-levis"]
    assert [clinic.count("NOT MADE") for clinic in clinics].count(3) == 3
    edit(content, 'en: "Pimples after microneedling"', 'en: "Pimples"')
    after = generate(content, "coverage", *SMALL[:2]).out.splitlines()
    assert [line.endswith("OUT OF DATE") for line in after[3:6]] == [True, False, False]
    assert after[-1].endswith("1 out of date")


def test_coverage_is_a_report_unless_it_is_asked_to_be_strict(content: Path) -> None:
    assert generate(content, "coverage").code == 0
    assert generate(content, "coverage", "--strict").code == 1
    late = generate(content, "coverage", "--json", day="2028-05-05")
    assert late.json["gaps"]["overdue"] == len(late.json["rows"]) == 12
    assert late.json["exit_code"] == late.code == 0


def test_coverage_can_be_asked_for_a_part(content: Path) -> None:
    everything = generate(content, "coverage", "--json").json["rows"]
    part = generate(content, "coverage", "--json", "--clinic", "rivage-limoilou", "--handout", "pimples").json["rows"]
    assert part == [row for row in everything if (row["clinic"], row["handout"]) == ("rivage-limoilou", "pimples")]
    assert len(part) == 1
    assert generate(content, "coverage", "--clinic", "nowhere").code == 2


def test_coverage_lists_what_could_not_be_read(content: Path) -> None:
    edit(content, 'version: "1.0"', 'version: "x"', count=1)
    answer = generate(content, "coverage")
    assert answer.code == 1
    assert answer.out.count("CANNOT BE READ") == 1, "once for all clinics"
    assert "4 unreadable" in answer.out
    assert "E108" in answer.err


def test_coverage_is_in_colour_where_colour_is_wanted(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = generate(content, "coverage", day="2028-05-05").out
    assert "\x1b[" in out
    assert re.sub(r"\x1b\[[0-9;]*m", "", out).count("OVERDUE") == 12
    assert "\x1b[" not in generate(content, "coverage", "--no-color", day="2028-05-05").out
