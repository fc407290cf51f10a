"""A new clinic's skeleton is never printed on a sheet that is approved."""

from pathlib import Path

from tests.sample_content import edit, generate, write_content

APPROVED = '{status: approved, by: "Dre Roy", role: {fr: "médecin", en: "physician"}, on: 2026-05-02}'


def unnamed(path: Path) -> list[str]:
    return [each["message"] for each in generate(path, "check", "--json").json["problems"] if each["code"] == "E205"]


def test_a_clinic_without_its_name_hands_out_no_approved_sheet(tmp_path: Path) -> None:
    path = write_content(tmp_path, handouts=("boutons",))
    assert generate(path, "new", "clinic", "aurore-saguenay").code == 0
    assert unnamed(path) == []
    edit(path, "{status: sample}", APPROVED)
    assert unnamed(path) == [
        "“Clinique à nommer” is still to be written",
        "“rue à nommer” is still to be written",
    ]
