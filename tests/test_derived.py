"""What is made from the program and kept beside it is current."""

from pathlib import Path

import pytest

from handouts.derived import derived, stale, write_derived
from handouts.errors import OutputError
from layouts import LAYOUTS

ROOT = Path(__file__).resolve().parents[1]


def test_the_committed_schema_and_the_page_of_codes_are_current() -> None:
    assert stale(ROOT, LAYOUTS) == (), "run: generate.py docs"


def test_missing_and_old_files_are_written_and_current_ones_left_alone(tmp_path: Path) -> None:
    schemas = ("schema/content.schema.json", "schema/content.schema.fr.json")
    assert write_derived(tmp_path, LAYOUTS) == (*schemas, "docs/codes.md", "docs/codes.fr.md")
    assert write_derived(tmp_path, LAYOUTS) == ()
    page = tmp_path / "docs" / "codes.md"
    page.write_bytes(b"old \xff")
    assert write_derived(tmp_path, LAYOUTS) == ("docs/codes.md",)
    assert page.read_text(encoding="utf-8") == derived(LAYOUTS)["docs/codes.md"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError, match=r"codes\.md cannot be written"):
        write_derived(tmp_path, LAYOUTS)
