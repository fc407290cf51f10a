"""The manifest: read with suspicion, written the same every time."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.build.manifest import Entry, Manifest, Note, read_manifest, write_manifest

DIGEST = "0123456789abcdef" * 4


def entry(path: str = "nord/apres-complet-fr.pdf", **more: Any) -> Entry:
    said: dict[str, Any] = {
        "path": path,
        "sha256": DIGEST,
        "bytes": 48_123,
        "inputs": DIGEST[::-1],
        "pages": 2,
        "title": "Après le soin",
        "languages": ("fr-CA",),
        "version": "1.0",
        "print_code": "BOU-1.0-FR-L-E55F",
        "status": "sample",
        "handout": "boutons",
        "clinic": "nord",
        "edition": "single-fr",
    }
    return Entry.model_validate(said | more)


def manifest(*entries: Entry, **unfinished: str) -> Manifest:
    return Manifest({each.path: each for each in entries}, unfinished)


def test_what_was_written_is_read_again() -> None:
    note = Note(code="W540", message="page 1 is printed as a picture", hint="ask the designer")
    before = manifest(entry(notes=(note,)), entry("sud/a-b.pdf")).without({"sud/a-b.pdf": DIGEST})
    assert read_manifest(write_manifest(before)) == before


def test_entries_are_sorted_and_hold_no_time_of_day() -> None:
    one, two = entry("nord/a.pdf"), entry("sud/a.pdf")
    assert write_manifest(manifest(two, one)) == write_manifest(manifest(one, two))
    said = json.loads(write_manifest(manifest(two, one)))
    assert [each["path"] for each in said["files"]] == ["nord/a.pdf", "sud/a.pdf"]
    assert said.keys() == {"schema_version", "program", "files"}


def test_an_entry_says_all_that_tells_later_which_text_was_given() -> None:
    (said,) = json.loads(write_manifest(manifest(entry())))["files"]
    assert said == {
        "path": "nord/apres-complet-fr.pdf",
        "sha256": DIGEST,
        "bytes": 48_123,
        "inputs": DIGEST[::-1],
        "pages": 2,
        "title": "Après le soin",
        "languages": ["fr-CA"],
        "version": "1.0",
        "print_code": "BOU-1.0-FR-L-E55F",
        "status": "sample",
        "handout": "boutons",
        "clinic": "nord",
        "edition": "single-fr",
        "notes": [],
    }


def test_no_manifest_is_an_empty_one() -> None:
    assert read_manifest(None) == Manifest()


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"null", b"{}", b'{"schema_version": 1, "files": 3}', b"\xff\xfe", b"[" * 100_000, b"NaN"],
)
def test_a_damaged_manifest_is_told_and_names_nothing(data: bytes) -> None:
    found = read_manifest(data)
    assert not found.files
    assert found.problem
    assert found.problem.code == "W607"
    assert not found.problem.is_error


def test_a_manifest_of_another_version_names_nothing() -> None:
    data = write_manifest(manifest(entry())).replace(b'"schema_version": 1', b'"schema_version": 2')
    found = read_manifest(data)
    assert not found.files
    assert found.problem
    assert "another version" in found.problem.message


@pytest.mark.parametrize(
    "path",
    [
        "../content.yaml",
        "/etc/passwd.pdf",
        "nord/../../a.pdf",
        "nord\\..\\a.pdf",
        "C:/a.pdf",
        "a.pdf",
        "nord/sub/a.pdf",
        "nord/a.txt",
        ".git/a.pdf",
        "nord/.a.pdf",
        "nord/a.pdf\n",
    ],
)
def test_a_path_that_leads_anywhere_else_is_left_out(path: str) -> None:
    data = write_manifest(manifest(entry("nord/a.pdf"), entry("sud/a.pdf")))
    said = json.loads(data)
    said["files"][0]["path"] = path
    said["unfinished"] = [{"path": path, "sha256": DIGEST}]
    found = read_manifest(json.dumps(said).encode())
    assert list(found.files) == ["sud/a.pdf"]
    assert not found.unfinished
    assert found.problem
    assert "a part of it" in found.problem.message


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["path", "sha256", "bytes", "x"]), inner),
    )
)
def test_nothing_in_a_manifest_brings_the_program_down(said: Any) -> None:
    data = json.dumps({"schema_version": 1, "files": said, "unfinished": said}).encode()
    assert not read_manifest(data).files
