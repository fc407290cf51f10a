"""The gate that needs no other program: a sound file passes, and every deliberate fault of its kind is caught."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from handouts.assembly.assemble import assemble
from handouts.invariants import check
from tests.bodies import DETAILS, whole_body
from tests.test_supplied import element_of

SOUND = assemble(whole_body(), DETAILS)


def broken(change: Callable[[pikepdf.Pdf], object]) -> list[str]:
    """What is found wrong with a sound file after a change."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(SOUND)) as pdf:
        change(pdf)
        pdf.save(buffer)
    return [problem.message for problem in check(buffer.getvalue())]


def test_a_sound_file_passes() -> None:
    assert check(SOUND) == []
    assert broken(lambda _: None) == []


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", SOUND[:2000]])
def test_a_file_that_cannot_be_read_is_a_problem_not_a_crash(data: bytes) -> None:
    (problem,) = check(data)
    assert problem.code == "E590"
    assert "cannot be read back" in problem.message


def annotation(pdf: pikepdf.Pdf, kind: str) -> Any:
    """The annotation of a kind on the first page."""
    return next(found for found in pdf.pages[0].Annots if found.Subtype == kind)


def delete(holder: Callable[[pikepdf.Pdf], Any], key: str) -> Callable[[pikepdf.Pdf], None]:
    """A change that deletes an entry."""

    def change(pdf: pikepdf.Pdf) -> None:
        del holder(pdf)[key]

    return change


def put(holder: Callable[[pikepdf.Pdf], Any], key: str, value: Any) -> Callable[[pikepdf.Pdf], None]:
    """A change that sets an entry."""

    def change(pdf: pikepdf.Pdf) -> None:
        holder(pdf)[key] = value

    return change


def page(pdf: pikepdf.Pdf) -> Any:
    """The first page."""
    return pdf.pages[0].obj


def root(pdf: pikepdf.Pdf) -> Any:
    """The catalog."""
    return pdf.Root


def painted(content: bytes) -> Callable[[pikepdf.Pdf], object]:
    """A change that paints more on the first page."""
    return lambda pdf: pdf.pages[0].contents_add(content)


def add_kid(role: str, kid: Any) -> Callable[[pikepdf.Pdf], None]:
    """A change that gives an element one more kid."""

    def change(pdf: pikepdf.Pdf) -> None:
        element = element_of(pdf, role)
        element.K = Array([*element.K, kid] if isinstance(element.K, Array) else [element.K, kid])

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (painted(b"0 0 9 9 re f"), "neither in the tree nor artifacts"),
        (painted(b"/P <</MCID 77>> BDC 0 0 9 9 re f EMC"), "marked content 77 is not in the tree"),
        (painted(b"/P <</MCID 0>> BDC 0 0 9 9 re f EMC"), "marked content 0 is painted twice"),
        (painted(b"EMC"), "a mark ends that never began"),
        (painted(b"/Artifact BMC"), "a mark does not end"),
        (painted(b"/Artifact BMC /P <</MCID 77>> BDC EMC EMC"), "inside of other marked content"),
        (painted(b"/Artifact BMC 0 0 0 1 k 0 0 9 9 re f EMC"), "printing press (CMYK)"),
        (painted(b"/Artifact BMC BT /No 9 Tf (x) Tj ET EMC"), "typeface in it is missing"),
        (add_kid("H1", 99), "marked content 99 is in the tree but not painted"),
        (add_kid("H1", 1), "marked content 1 is in the tree 2 times"),
        (delete(page, "/StructParents"), "the parent tree leads from marked content 0"),
        (delete(page, "/Tabs"), "the tab key"),
        (delete(lambda pdf: annotation(pdf, "/Link"), "/StructParent"), "/Link leads to another element"),
        (delete(lambda pdf: annotation(pdf, "/Link"), "/Contents"), "/Link does not say what it is"),
        (delete(lambda pdf: annotation(pdf, "/Widget"), "/TU"), "/Widget does not say what it is"),
        (put(lambda pdf: annotation(pdf, "/Link"), "/F", 2), "would not be printed"),
        (put(lambda pdf: annotation(pdf, "/Link"), "/Subtype", Name.Text), "has no place in a handout"),
        (
            put(lambda pdf: annotation(pdf, "/Link").A, "/URI", String("javascript:alert(1)")),
            "a link leads to javascript:alert(1)",
        ),
        (put(lambda pdf: element_of(pdf, "Link"), "/K", 2), "an element Link has no annotation"),
        (put(lambda pdf: element_of(pdf, "H1"), "/S", Name.H2), "heading of level 2 follows one of level 0"),
        (put(lambda pdf: element_of(pdf, "H1"), "/S", Name.Figure), "no alternative text"),
        (put(lambda pdf: element_of(pdf, "H1"), "/S", Name.Kopf), "of no kind that readers know"),
        (put(lambda pdf: element_of(pdf, "L"), "/S", Name.Sect), "holds what it cannot hold"),
        (delete(lambda pdf: element_of(pdf, "TH"), "/A"), "does not say what it heads"),
        (put(lambda pdf: element_of(pdf, "TD"), "/A", Dictionary(O=Name.Table, ColSpan=2)), "different lengths"),
        (put(lambda pdf: element_of(pdf, "Sect"), "/Lang", String("klingon")), "no language of a handout"),
        (delete(root, "/Lang"), "does not say its language"),
        (delete(root, "/MarkInfo"), "does not say that it is tagged"),
        (put(root, "/MarkInfo", Dictionary(Marked=True, Suspects=True)), "or doubts it"),
        (delete(root, "/StructTreeRoot"), "the file has no structure"),
        (delete(root, "/ViewerPreferences"), "the name of the file, not its title"),
        (delete(root, "/OutputIntents"), "what its colours mean"),
        (delete(root, "/Metadata"), "the metadata lacks"),
        (lambda pdf: pdf.docinfo.update({"/Title": String("Autre")}), "differ in Title"),
        (put(root, "/OpenAction", Dictionary(S=Name.JavaScript, JS=String("x"))), "/OpenAction, which acts"),
        (put(page, "/AA", Dictionary()), "/AA, which acts"),
        (put(page, "/PieceInfo", Dictionary()), "/PieceInfo, which acts"),
        (delete(lambda pdf: pdf.Root.AcroForm.DR.Font.Typed, "/FontDescriptor"), "of a field is not embedded"),
    ],
)
def test_a_fault_is_caught_and_named(change: Callable[[pikepdf.Pdf], object], said: str) -> None:
    found = broken(change)
    assert any(said in message for message in found), found
