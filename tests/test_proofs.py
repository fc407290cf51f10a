"""What the preview shows of content as it stands: which sheets, which pages, which problems, and for how long."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pypdfium2 as pdfium
import pytest

from handouts.commands.cover_shelf import add_cover
from handouts.content import load
from handouts.editions import editions_of
from handouts.errors import Problem, Span
from handouts.messages import Messages
from handouts.preview import proofs as proofs_module
from handouts.preview.choice import Choice
from handouts.preview.editors import EDITORS
from handouts.preview.fullness import by_page
from handouts.preview.proofs import Proof, Proofs, Told
from handouts.preview.telling import problem_data
from handouts.render import render
from handouts.sheet import Sheet
from handouts.typography.fonts import BUNDLED
from layouts import LAYOUTS
from tests.sample_content import edit, generate

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 23)
SHEET = Choice("boreale-levis", "pimples", "two_sided")


def errors(proof: Proof) -> list[Told]:
    """Return what stops a sheet; warnings come and go with the checks."""
    return [told for told in proof.problems if told.problem.is_error]


def codes(proof: Proof) -> list[str]:
    return [told.problem.code for told in errors(proof)]


# what is chosen


def test_what_is_not_chosen_is_the_first_that_there_is(content: Path) -> None:
    settled = Choice().settled(load(content, [each.id for each in LAYOUTS]).content, LAYOUTS)
    assert settled == Choice("boreale-quebec", "pimples", "two_sided", "")


def test_a_choice_that_no_longer_exists_gives_way(content: Path) -> None:
    loaded = load(content, [each.id for each in LAYOUTS]).content
    settled = Choice("closed", "gone", "poster", "es").settled(loaded, LAYOUTS)
    assert settled == Choice("boreale-quebec", "pimples", "two_sided", "")


@pytest.mark.parametrize(
    ("edition", "shown"),
    [
        ("single", ["single-fr", "single-en"]),
        ("single-en", ["single-en"]),
        ("two_sided", ["two_sided"]),
        ("two_sided-en", ["two_sided"]),
    ],
)
def test_languages_of_their_own_files_stand_side_by_side_unless_one_is_chosen(
    content: Path, edition: str, shown: list[str]
) -> None:
    loaded = load(content, [each.id for each in LAYOUTS]).content
    settled = Choice.of_edition("boreale-levis", "pimples", edition).settled(loaded, LAYOUTS)
    assert [each.id for each in settled.editions(loaded, LAYOUTS)] == shown


def test_an_address_can_ask_for_a_choice_and_for_nothing_else() -> None:
    assert Choice.of({"clinic": "levis", "token": "x", "handout": "y" * 999}) == Choice("levis", "y" * 100)


def test_what_the_clinic_does_not_order_can_still_be_shown(content: Path) -> None:
    proof = Proofs(content, LAYOUTS, TODAY).make(replace(SHEET, layout="pocket_card"), 0)
    assert [sheet.edition for sheet in proof.sheets] == ["pocket_card"]
    assert {option.id: option.ordered for option in proof.options.layouts}["pocket_card"] is False


# what is shown


def test_good_content_gives_pages_with_their_status_and_no_errors(content: Path) -> None:
    [sheet] = (proof := Proofs(content, LAYOUTS, TODAY).make(SHEET, 0)).sheets
    assert (sheet.status, len(sheet.pages), sheet.old) == ("sample", 2, False)
    assert (sheet.pages[0].picture.width, sheet.pages[0].picture.height) == (612, 792)
    assert codes(proof) == []


def test_a_text_that_is_behind_marks_the_pages_as_soon_as_it_is_and_until_it_is_settled(content: Path) -> None:
    shutil.copy(ROOT / "content.translations.txt", content.parent)
    proofs = Proofs(content, LAYOUTS, TODAY)
    edit(content, "Keep your skin clean", "Please keep your skin clean", count=1)
    proof = proofs.make(SHEET, 0)
    assert [sheet.status for sheet in proof.sheets] == ["draft"]
    assert "W210" in {told.problem.code for told in proof.problems if told.here}
    generate(content, "translated", "pimples")
    assert [sheet.status for sheet in proofs.make(SHEET, 1).sheets] == ["sample"]


def test_pages_that_look_the_same_keep_their_id_and_changed_ones_do_not(content: Path) -> None:
    proofs = Proofs(content, LAYOUTS, TODAY)
    before = proofs.make(SHEET, 0).sheets[0].pages
    edit(content, 'en: "Pimples after microneedling"', 'en: "Pimples after needling"', count=1)
    after = proofs.make(SHEET, 1).sheets[0].pages
    # the print code at the foot is made from the whole text, so that both pages change; the cover of another has none
    assert [page.picture.id for page in before] != [page.picture.id for page in after]
    edit(content, 'en: "Pimples after needling"', 'en: "Pimples after microneedling"', count=1)
    assert proofs.make(SHEET, 2).sheets[0].pages == before


def test_an_edit_elsewhere_draws_nothing_again(content: Path) -> None:
    proofs = Proofs(content, LAYOUTS, TODAY)
    first = proofs.make(SHEET, 0)
    edit(content, "Be gentle with your skin for", "Be kind to your skin for", count=1)
    with patch.object(proofs_module, "render", side_effect=AssertionError("drawn again")):
        assert proofs.make(SHEET, 1).sheets == first.sheets


def test_a_changed_asset_is_drawn_again(content: Path) -> None:
    proofs = Proofs(content, LAYOUTS, TODAY)
    before = proofs.make(SHEET, 0).sheets[0].pages[0].picture.id
    shutil.copy(content.parent / "assets" / "rivage.svg", content.parent / "assets" / "boreale.svg")
    assert proofs.make(SHEET, 1).sheets[0].pages[0].picture.id != before


def test_a_changed_font_is_drawn_again(content: Path) -> None:
    fonts = content.parent / "assets"
    for name in ("Regular", "Semibold", "Bold"):
        shutil.copy(BUNDLED / f"SourceSans3-{name}.ttf", fonts / f"{name}.ttf")
    files = "regular: assets/Regular.ttf, semibold: assets/Semibold.ttf, bold: assets/Bold.ttf"
    edit(content, "    logo: assets/boreale.svg\n", f"    logo: assets/boreale.svg\n    fonts: {{{files}}}\n", count=1)
    proofs = Proofs(content, LAYOUTS, TODAY)
    roomy = replace(SHEET, layout="single")
    before = proofs.make(roomy, 0).sheets[0].pages[0].picture.id
    shutil.copy(BUNDLED / "SourceSans3-Bold.ttf", fonts / "Semibold.ttf")
    shutil.copy(BUNDLED / "SourceSans3-Semibold.ttf", fonts / "Bold.ttf")
    assert proofs.make(roomy, 1).sheets[0].pages[0].picture.id != before


def test_the_content_is_read_once_for_each_edit(content: Path) -> None:
    proofs = Proofs(content, LAYOUTS, TODAY)
    proofs.make(SHEET, 0)
    content.write_text("")
    assert codes(proofs.make(SHEET, 0)) == []
    assert codes(proofs.make(SHEET, 1)) == ["E103"]


# what is told


def test_a_figure_that_stops_every_handout_leaves_the_pages_as_they_were_and_hides_nothing(content: Path) -> None:
    edit(content, "  fever:\n    value: 38\n", "  fever:\n    value: 40\n")
    edit(content, 'en: "Keep your skin clean"', 'en: "Keep your skin dirty"', count=1)
    proofs = Proofs(content, LAYOUTS, TODAY)
    first = proofs.make(Choice(), 0, checked=True)
    assert ([told.problem.code for told in first.problems], first.sheets) == (["E111", "W204"], ())
    edit(content, "  fever:\n    value: 40\n", "  fever:\n    value: 38\n")
    assert [sheet.old for sheet in proofs.make(SHEET, 1).sheets] == [False]
    edit(content, "  fever:\n    value: 38\n", "  fever:\n    value: 40\n")
    assert [sheet.old for sheet in proofs.make(SHEET, 2).sheets] == [True]


def test_problems_stand_in_the_order_of_the_file_whatever_found_them(content: Path) -> None:
    shutil.copy(ROOT / "content.translations.txt", content.parent)
    edit(
        content, 'fr: "Maquillage"', 'fr: "Maquilage a"', count=1
    )  # its partner is behind, a line below the slip itself
    edit(content, "Keep your skin clean", "Keep your skin skin clean", count=1)
    proof = Proofs(content, LAYOUTS, TODAY).make(SHEET, 0)
    lines = [told.problem.at.line for told in proof.problems if told.problem.at]
    assert {told.problem.code for told in proof.problems} >= {"W210", "W259"}
    assert lines == sorted(lines)


def test_a_half_typed_file_leaves_the_last_good_pages_and_tells_why(content: Path) -> None:
    proofs = Proofs(content, LAYOUTS, TODAY)
    good = proofs.make(SHEET, 0)
    edit(content, "schema_version: 1", "schema_version: 1\nlanguages: [fr,", count=1)
    proof = proofs.make(SHEET, 1)
    assert proof.problems
    assert [sheet.old for sheet in proof.sheets] == [True]
    assert proof.sheets[0].pages == good.sheets[0].pages
    edit(content, "schema_version: 1\nlanguages: [fr,", "schema_version: 1", count=1)
    assert proofs.make(SHEET, 2) == good


def test_a_problem_of_the_handout_that_is_shown_leaves_its_last_good_pages(content: Path) -> None:
    proofs = Proofs(content, LAYOUTS, TODAY)
    proofs.make(SHEET, 0)
    edit(content, 'version: "1.0"', 'version: "x"', count=1)
    proof = proofs.make(SHEET, 1)
    assert (proof.choice.handout, [sheet.old for sheet in proof.sheets]) == ("pimples", [True])
    [told] = errors(proof)
    assert (told.problem.code, told.line.strip(), told.here) == ("E108", 'version: "x"', True)
    assert "pimples" in {option.id for option in proof.options.handouts}


def test_a_clinic_that_is_lost_just_after_the_handout_leaves_the_pages_that_both_had(content: Path) -> None:
    proofs = Proofs(content, LAYOUTS, TODAY)
    good = proofs.make(SHEET, 0, checked=False)
    edit(content, 'version: "1.0"', 'version: "x"', count=1)
    proofs.make(SHEET, 1, checked=False)
    edit(content, 'version: "x"', 'version: "1.0"', count=1)
    edit(content, 'brand: "#0B4F5C"', 'brand: "#0B4F5"')
    proof = proofs.make(SHEET, 2, checked=False)
    assert (codes(proof), proof.choice) == (["E108"], SHEET)
    assert [(sheet.old, sheet.pages) for sheet in proof.sheets] == [(True, good.sheets[0].pages)]


def test_a_problem_of_another_handout_is_told_and_does_not_stop_the_one_that_is_shown(content: Path) -> None:
    proofs = Proofs(content, LAYOUTS, TODAY)
    edit(content, 'version: "1.0"', 'version: "x"', count=1)
    proof = proofs.make(replace(SHEET, handout="first-week"), 0)
    assert [(told.problem.code, told.here) for told in errors(proof)] == [("E108", False)]
    assert [sheet.old for sheet in proof.sheets] == [False]


def test_a_handout_that_could_never_be_read_shows_its_problems_alone(content: Path) -> None:
    edit(content, 'version: "1.0"', 'version: "x"', count=1)
    proof = Proofs(content, LAYOUTS, TODAY).make(SHEET, 0)
    assert (proof.sheets, codes(proof), proof.choice.handout) == ((), ["E108"], "pimples")


def test_a_preview_that_opens_on_a_first_handout_that_cannot_be_read_shows_no_other_in_its_place(content: Path) -> None:
    edit(content, 'version: "1.0"', 'version: "x"', count=1)
    proof = Proofs(content, LAYOUTS, TODAY).make(Choice(), 0)
    assert (proof.choice.handout, proof.sheets, codes(proof)) == ("pimples", (), ["E108"])


def test_a_handout_that_cannot_be_read_for_now_keeps_its_title_in_the_list(content: Path) -> None:
    proofs = Proofs(content, LAYOUTS, TODAY)
    proofs.make(SHEET, 0, checked=False)
    edit(content, 'version: "1.0"', 'version: "x"', count=1)
    [pimples] = [each for each in proofs.make(SHEET, 1, checked=False).options.handouts if each.id == "pimples"]
    assert pimples.names["en"] == "Pimples after microneedling"


def test_content_that_could_never_be_read_shows_its_problems_alone(content: Path) -> None:
    content.write_text("")
    proof = Proofs(content, LAYOUTS, TODAY).make(Choice(), 0)
    assert (proof.sheets, codes(proof)) == ((), ["E103"])


def test_text_that_does_not_fit_is_a_problem_at_its_place(content: Path) -> None:
    proofs = Proofs(content, LAYOUTS, TODAY)
    edit(content, 'fr: "Des boutons après la microperforation"', f'fr: "{"Des boutons " * 90}"', count=1)
    proof = proofs.make(SHEET, 0)
    assert proof.sheets == ()
    [told] = [told for told in errors(proof) if told.problem.code == "E401"]
    assert "lines too many" in told.problem.message
    assert told.problem.at is not None


def test_an_asset_that_is_gone_is_a_problem(content: Path) -> None:
    (content.parent / "assets" / "boreale.svg").unlink()
    assert "E510" in codes(Proofs(content, LAYOUTS, TODAY).make(SHEET, 0))


@pytest.mark.parametrize("layout", ["two_sided", "single"])
def test_a_cover_that_nobody_accepted_leaves_an_empty_page_with_its_name_and_the_text_behind_it(
    content: Path, layout: str
) -> None:
    proofs = Proofs(content, LAYOUTS, TODAY)
    choice = Choice("rivage-limoilou", "pimples", layout, "fr")
    whole = proofs.make(choice, 0).sheets[0]
    shutil.copy(content.parent / "assets" / "montreal-note.pdf", content.parent / "assets" / "neuve.pdf")
    with (content.parent / "assets" / "neuve.pdf").open("ab") as file:
        file.write(b"\n% changed\n")
    edit(content, "file: assets/limoilou-couverture.pdf", "file: assets/neuve.pdf", count=1)
    proof = proofs.make(choice, 1)
    assert codes(proof) == ["E560"]
    assert errors(proof)[0].line.strip() == "file: assets/neuve.pdf"
    (shown,) = (sheet for sheet in proof.sheets if sheet.edition == whole.edition)
    assert len(shown.pages) == len(whole.pages)
    assert [page.fullness for page in shown.pages] == [page.fullness for page in whole.pages]
    with pdfium.PdfDocument(shown.pdf) as pdf:
        assert pdf[0].get_textpage().get_text_bounded().strip() == "assets/neuve.pdf"
    add_cover(content.parent, content.parent / "assets" / "neuve.pdf", "rivage-limoilou")
    assert codes(proofs.make(choice, 2)) == [], "accepted while the preview is open"


def test_a_fault_of_the_program_hides_neither_the_other_sheets_nor_other_problems(content: Path) -> None:
    def only_french(sheet: Sheet) -> Any:
        if sheet.edition.id == "single-en":
            raise ZeroDivisionError("no room")
        return render(sheet)

    with patch.object(proofs_module, "render", only_french):
        proof = Proofs(content, LAYOUTS, TODAY).make(replace(SHEET, layout="single"), 0)
    assert [sheet.edition for sheet in proof.sheets] == ["single-fr"]
    assert codes(proof) == ["E990"]
    assert "ZeroDivisionError: no room" in errors(proof)[0].problem.message


def test_a_problem_carries_its_line_in_three_parts_and_a_link_to_it() -> None:
    line = '      fr: "Des boutons après" la microperforation'
    at = Span("my content.yaml", 325, 29, 1000, 1001)
    told = Told(Problem("E163", "this quote closes the text", at, "write it as ”"), line)
    data = problem_data(told, EDITORS["vscode"])
    assert data["excerpt"] == ['fr: "Des boutons après', '"', " la microperforation"]
    assert (data["kind"], data["name"], data["place"]) == ("error", "my content.yaml", "my content.yaml:325:29")
    assert data["link"].startswith("vscode://file/")
    assert data["link"].endswith("/my%20content.yaml:325:29")


def test_a_problem_is_told_in_the_language_of_the_page() -> None:
    told = Told(
        Problem("W170", "{a} stands in `fr` but not in `en`", None, "name it in both, so that `en` says the same")
    )
    data = problem_data(told, "", Messages("fr"))
    assert data["message"] == "{a} se trouve dans `fr`, mais pas dans `en`"
    assert data["hint"].startswith("nommez-le dans les deux")


def test_a_long_line_is_cut_around_its_place() -> None:
    at = Span("content.yaml", 1, 201, 200, 204)
    data = problem_data(Told(Problem("W170", "a name"), ""), "")
    assert (data["link"], data["excerpt"], data["kind"]) == ("", None, "warning")
    before, marked, after = problem_data(Told(Problem("W170", "a name", at), "x" * 200 + "here" + "y" * 200), "")[
        "excerpt"
    ]
    assert (before, marked, after) == ("…" + "x" * 32, "here", "y" * 60 + "…")


def test_pages_come_before_the_checks_and_the_checks_after_them(content: Path) -> None:
    proofs = Proofs(content, LAYOUTS, TODAY)
    edit(content, "# No clinician has approved", "# allow W999: no such code\n# No clinician has approved", count=1)
    edit(content, 'en: "Pimples after microneedling"', 'en: "Pimples ☃ after microneedling"', count=1)
    first = proofs.make(replace(SHEET, handout="first-week"), 0, checked=False)
    assert (first.checked, codes(first)) == (False, [])
    second = proofs.make(replace(SHEET, handout="first-week"), 0)
    assert second.checked
    assert second.sheets == first.sheets
    assert len(second.problems) > len(first.problems)
    assert proofs.make(replace(SHEET, handout="first-week"), 0, checked=False) == second


# how full pages are


def test_a_page_with_less_text_is_less_full(content: Path) -> None:
    proofs = Proofs(content, LAYOUTS, TODAY)
    before = [page.fullness for page in proofs.make(SHEET, 0).sheets[0].pages]
    text = content.read_text()
    text = re.sub(
        r"De petits boutons peuvent sortir .*?environ\.", "De petits boutons.", text, count=1, flags=re.DOTALL
    )
    content.write_text(re.sub(r"Small pimples can appear .*?\}\.", "Pimples.", text, count=1, flags=re.DOTALL))
    after = [page.fullness for page in proofs.make(SHEET, 1).sheets[0].pages]
    pairs = [(one, other) for one, other in zip(before, after, strict=True) if one and other]
    assert len(pairs) == 2
    assert all(other < one <= 1 for one, other in pairs)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_the_pages_in_front_have_no_fullness_and_all_others_have_one(content: Path, layout: Any) -> None:
    loaded = load(content, [each.id for each in LAYOUTS]).content
    for edition in editions_of(layout, loaded):
        drawn = render(Sheet(loaded, content.parent, "pimples", "boreale-quebec", edition, TODAY))
        taken = by_page(layout, drawn.faces, drawn.pages)
        front = taken.count(None)
        assert len(taken) == drawn.pages
        assert taken[:front] == [None] * front
        assert all(part is not None and 0 < part <= 1 for part in taken[front:])
        assert front == (0 if not layout.covered else 2 if layout.duplex else 1)
