"""Covers come from anyone: each kind is placed, with a note where needed, or refused; nothing active survives."""

import io
import pickle
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageChops, ImageFilter
from pypdf import PdfReader
from reportlab.pdfbase import ttfonts

from handouts.assembly.assemble import assemble
from handouts.body import Body
from handouts.errors import AssetError, Problem
from handouts.invariants import check
from handouts.prepared import Prepared
from handouts.processes.sandbox import read_apart
from handouts.supplied.cff import read_cff
from handouts.supplied.content_streams import BadContentError, operations, string_bytes
from handouts.supplied.font_programs import BadFontError, FontProgram, read_truetype, read_type1
from handouts.supplied.preparing import prepare
from handouts.supplied.raster import difference
from handouts.supplied.records import prepared_of
from handouts.supplied.survey import survey
from handouts.tagging import MarkedContent, Node
from tests.bodies import DETAILS, Drawing, body_behind, covered_body, whole_body
from tests.covers import bent, drawn, on_page, press_colours, unchanged, with_annotation, with_content
from tests.crafted import COVERS, PLACED, Crafted, covers_of_all_sorts, covers_of_malice
from tests.gate.require import require
from tests.gate.verapdf import Validate
from tests.inspection import render, tree_poppler, words

every_cover = pytest.mark.parametrize("cover", COVERS, ids=lambda cover: cover.name)
every_placed_cover = pytest.mark.parametrize("cover", PLACED, ids=lambda cover: cover.name, scope="module")
COMMON = [cover for cover in PLACED if cover.make.__module__ == "tests.covers"]
every_common_cover = pytest.mark.parametrize("cover", COMMON, ids=lambda cover: cover.name, scope="module")
"""The tests of one cover follow each other, while what was prepared of it is still known."""

ACTIVE = re.compile(rb"/(JS|JavaScript|Launch|AA|OpenAction|EmbeddedFiles?|GoToR|SubmitForm|XFA|PieceInfo)(?![\w+])")


@cache
def accepted(cover: bytes) -> Prepared:
    """A cover as the process apart prepares it, which is given the time that a person waits for it."""
    started = time.monotonic()
    answer = read_apart("pdf", cover)
    assert time.monotonic() - started < 20  # of the clock, on a busy machine; the processor has 8
    return prepared_of(answer.record, answer.data)


@cache
def finished(cover: bytes) -> bytes:
    """A finished handout behind a cover."""
    return assemble(body_behind(accepted(cover)), DETAILS)


def unpacked(data: bytes) -> bytes:
    """A file with nothing hidden in object streams or behind filters."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(
            buffer,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
    return buffer.getvalue()


@every_cover
def test_a_cover_meets_the_fate_that_its_kind_asks_for(cover: Crafted) -> None:
    try:
        prepared = accepted(cover.make())
    except AssetError as error:
        (problem,) = error.problems
        assert problem.code == cover.fate
        assert problem.hint
    else:
        assert prepared.pages[0].way == cover.fate
        assert {note.code for note in prepared.notes} == cover.notes


@every_common_cover
def test_a_placed_cover_looks_like_what_was_supplied(cover: Crafted) -> None:
    prepared = accepted(cover.make())
    width, height = prepared.pages[0].width, prepared.pages[0].height
    sheet = render(finished(cover.make()), dpi=72).convert("RGB")
    scale = min(sheet.width / width, sheet.height / height)
    left, top = (sheet.width - width * scale) / 2, (sheet.height - height * scale) / 2
    page = sheet.resize((100, 100), box=(left, top, sheet.width - left, sheet.height - top))
    source = render(as_shown(cover), dpi=144 * scale).convert("RGB").resize((100, 100))
    assert difference(page, source) < 0.03


@every_placed_cover
def test_nothing_active_of_a_cover_survives(cover: Crafted) -> None:
    data = unpacked(finished(cover.make()))
    assert ACTIVE.findall(data) == []


def test_a_photograph_on_a_cover_does_not_tell_where_it_was_taken_and_stays_as_it_is_to_the_bit() -> None:
    photograph = covers_of_all_sorts.packed_as("JPEG")
    kept = prepare(covers_of_all_sorts.talkative_photograph()).pdf
    with pikepdf.open(io.BytesIO(kept)) as pdf:
        (image,) = (each for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/Width" in each)
        data = image.read_raw_bytes()
    assert covers_of_all_sorts.SECRET not in data
    assert data == photograph


@every_placed_cover
def test_a_handout_behind_any_cover_breaks_no_invariant(cover: Crafted) -> None:
    assert check(finished(cover.make())) == []


@every_placed_cover
def test_another_reader_has_nothing_to_complain_of_in_what_is_kept_of_a_cover(cover: Crafted, tmp_path: Path) -> None:
    require(shutil.which("pdftoppm") is not None, "poppler is not installed: apt-get install poppler-utils")
    file = tmp_path / "kept.pdf"
    file.write_bytes(accepted(cover.make()).pdf)
    for command in (["pdftoppm", "-r", "20", str(file), str(tmp_path / "page")], ["pdftotext", str(file), "-"]):
        read = subprocess.run(command, capture_output=True, check=False)
        assert (read.stderr.decode(errors="replace"), read.returncode) == ("", 0)


@pytest.mark.parametrize(
    ("drawing", "kept"),
    [
        (b"BT /F1 12 Tf ET", b"BT  ET"),
        (b"BT /F1 12 Tf /F2 9 Tf (a) Tj ET", b"BT  /F2 9 Tf (a) Tj ET"),
        (b"BT /F1 12 Tf ET q BT /F1 9 Tf (a) Tj ET Q", b"BT /F1 12 Tf ET q BT /F1 9 Tf (a) Tj ET Q"),
        (b"/F1 12 Tf q BT (a) Tj ET Q", b"/F1 12 Tf q BT (a) Tj ET Q"),
        (b"q /F#31 12 Tf Q /F1 2 Tf BT <61> Tj ET", b"q /F#31 12 Tf Q /F1 2 Tf BT <61> Tj ET"),
    ],
)
def test_a_typeface_that_is_chosen_and_shows_nothing_is_not_asked_for(drawing: bytes, kept: bytes) -> None:
    found = survey(drawing)
    assert found.data.split() == kept.split()
    assert set(found.shown) == {name.decode() for name in re.findall(rb"/F[12]", kept)}


def test_a_handout_behind_any_cover_passes_verapdf(verapdf: Validate, tmp_path: Path) -> None:
    files = []
    for number, cover in enumerate(PLACED):
        files.append(tmp_path / f"{number}.pdf")
        files[-1].write_bytes(finished(cover.make()))
    assert [str(verdict) for verdict in verapdf(files) if not verdict.passed] == []


@every_placed_cover
def test_what_is_kept_of_a_cover_differs_from_it_in_less_than_a_thousandth_of_its_pixels(cover: Crafted) -> None:
    prepared, supplied = accepted(cover.make()), as_shown(cover)
    for number, page in enumerate(prepared.pages):
        scale = 400 / max(page.width, page.height)
        shown = render(prepared.pdf, number, 72 * scale).convert("RGB")
        wanted = render(supplied, number, 72 * scale).convert("RGB").resize(shown.size)
        less_sharp_or_less_there = page.way == "picture" or "W541" in cover.notes  # the sign of a comment, say
        assert far_apart(shown, wanted) <= (0.005 if less_sharp_or_less_there else 0.001)


def as_shown(cover: Crafted) -> bytes:
    """A cover as it was supplied, or mended if it is so damaged that not every reader shows it."""
    return cover.make() if "W544" not in cover.notes else accepted(cover.make()).pdf


def far_apart(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that anybody would call different, edges within a pixel of each other left out."""
    soft = [picture.filter(ImageFilter.BoxBlur(1)) for picture in (one, other)]
    worst = max(ImageChops.difference(*soft).split(), key=lambda band: sum(band.histogram()[60:]))
    return sum(worst.histogram()[60:]) / (one.width * one.height)


def test_there_are_more_than_a_hundred_kinds_of_covers() -> None:
    assert len(COVERS) > 150
    assert {cover.fate for cover in COVERS} >= {"figure", "picture", *(f"E{number}" for number in range(540, 552))}


def test_every_kind_of_cover_is_told_apart_by_name() -> None:
    assert len({cover.name for cover in COVERS}) == len(COVERS)


@pytest.mark.parametrize(
    ("start", "words_for_it"),
    [
        (b"PK\x03\x04....", "a zip file"),
        (b"PK\x03\x04\x14\x00word/document.xml", "a Word document"),
        (b"PK\x03\x04\x14\x00ppt/presentation.xml", "a PowerPoint presentation"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "WordDocument".encode("utf-16-le"), "an old Word document"),
        (b"\x89PNG\r\n\x1a\n....", "a PNG image"),
        (b"\x00\x00\x00\x18ftypheic....", "a HEIC or AVIF photograph"),
        (b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5....", "an InDesign file"),
        (b"<html>", "a web page"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "a web page"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"<svg xmlns=", "an SVG drawing or XML file"),
        (b"RIFF\x00\x00\x00\x00WEBP", "a WebP image"),
        (b"RIFF\x00\x00\x00\x00CDRA", "a CorelDRAW file"),
        (b"%!PS-Adobe-3.0", "a PostScript or Illustrator file"),
        (b"Bonjour tout le monde", "a text file"),
        (b"\x00\x01\x02\x03", "something else"),
    ],
)
def test_what_is_no_pdf_is_called_by_its_name(start: bytes, words_for_it: str) -> None:
    with pytest.raises(AssetError, match=f"this is {words_for_it}, not a PDF"):
        prepare(start + b" " * 50)


def test_the_reason_for_a_picture_is_said_in_words_that_a_designer_knows() -> None:
    (note,) = prepare(press_colours()).notes
    assert "made for a printing press (CMYK)" in note.message
    assert "RGB" in note.hint


def test_what_is_left_out_is_named() -> None:
    launch = Dictionary(S=Name.Launch, F=String("calc.exe"))
    (note,) = prepare(with_annotation(Subtype=Name.Link, A=launch)).notes
    assert note.message.endswith("links that start programs")


def refusal_of(data: bytes) -> Problem:
    """Why a cover cannot be used."""
    with pytest.raises(AssetError) as refusal:
        prepare(data)
    return refusal.value.problems[0]


def test_every_page_that_shows_nothing_is_named_at_once() -> None:
    def bend(pdf: pikepdf.Pdf) -> None:
        pdf.add_blank_page(page_size=(612, 792))
        pdf.pages.insert(0, pdf.pages[1])

    assert refusal_of(bent(bend)).message == "page 1, 3 of the file shows nothing"


@pytest.mark.parametrize(("edge", "said"), [(1, "0.4 × 0.4 mm"), (20_000, "7055.6 × 7055.6 mm")])
def test_a_page_of_an_odd_size_is_named_with_a_size_that_can_be_told_from_nothing(edge: int, said: str) -> None:
    def bend(pdf: pikepdf.Pdf) -> None:
        pdf.add_blank_page(page_size=(612, 792))
        pdf.pages[1].obj.MediaBox = Array([0, 0, edge, edge])

    assert refusal_of(bent(bend)).message == f"page 2 of the file measures {said}"


@pytest.mark.parametrize("hostile", [covers_of_all_sorts.letter_with_a_file, covers_of_all_sorts.disguised_host])
def test_a_link_that_does_more_than_it_shows_is_left_out_and_named(hostile: Callable[[], bytes]) -> None:
    prepared = prepare(hostile())
    assert prepared.pages[0].links == ()
    assert "left out of the file: a link to " in prepared.notes[0].message


def test_a_link_without_the_s_of_https_is_named_with_its_address() -> None:
    assert prepare(covers_of_malice.plain_http()).notes[0].message.endswith("a link to http://clinique.example")


def test_what_a_reader_may_leave_out_of_a_drawing_is_left_out() -> None:
    found = survey(b"0 0 1 rg BX 1 2 /Glow frobnicate BX (a) shimmer EX 3 gleam EX 72 72 99 99 re f")
    assert found.data.split() == b"0 0 1 rg 72 72 99 99 re f".split()


def test_a_figure_covers_what_was_placed_and_says_what_it_shows() -> None:
    root: Any = PdfReader(io.BytesIO(finished(drawn(size=(400, 400))))).root_object
    element = root["/StructTreeRoot"]["/K"]["/K"][0].get_object()
    assert element["/S"] == "/Figure"
    assert element["/Alt"] == "Une feuille d’érable sur fond bleu"
    assert element["/A"]["/BBox"] == [0, 90, 612, 702]


def test_a_link_of_a_cover_is_made_anew_where_it_was() -> None:
    link = Dictionary(S=Name.URI, URI=String("https://clinique.example"))
    cover = bent(
        lambda pdf: pdf.pages[0].obj.update(Dictionary(MediaBox=Array([0, 0, 1224, 1584]))),
        with_annotation(Subtype=Name.Link, A=link, Contents=String("La clinique"), AA=Dictionary()),
    )
    annotations: Any = PdfReader(io.BytesIO(finished(cover))).pages[0]["/Annots"]
    (made,) = (annotation.get_object() for annotation in annotations)
    assert made["/Rect"] == [36, 36, 100, 50]
    assert (made["/A"]["/URI"], made["/Contents"]) == ("https://clinique.example", "La clinique")
    assert "/AA" not in made


def test_a_link_is_kept_however_its_scheme_is_written() -> None:
    (kept,) = prepare(covers_of_all_sorts.loud_address()).pages[0].links
    assert kept.uri == "https://clinique.example/"


def test_plain_colors_keep_the_meaning_that_the_file_gives_them() -> None:
    with pikepdf.open(io.BytesIO(prepare(covers_of_all_sorts.defined_plain_colors()).pdf)) as pdf:
        (form,) = pdf.pages[0].Resources.XObject.values()
        assert form.Resources.ColorSpace.DefaultRGB[0] == Name.CalRGB


def test_an_unknown_part_of_a_drawing_is_named_as_it_stands_there() -> None:
    (note,) = prepare(with_content(b"0 0 9 9 re f 1 frobnicate")).notes
    assert "an unknown part ('frobnicate')" in note.message


def test_a_link_keeps_its_place_on_a_page_that_is_turned() -> None:
    link = Dictionary(S=Name.URI, URI=String("tel:+15145550100"))
    cover = bent(lambda pdf: pdf.pages[0].obj.update(Dictionary(Rotate=90)), with_annotation(Subtype=Name.Link, A=link))
    (kept,) = prepare(cover).pages[0].links
    assert kept.rect == (72, 412, 100, 540)
    assert kept.contents == "+15145550100"


def test_a_cover_is_prepared_once() -> None:
    data = drawn()
    assert prepare(data) is prepare(bytes(bytearray(data)))


def test_what_is_known_of_a_cover_can_be_sent_to_another_process() -> None:
    prepared = prepare(assemble(whole_body(), DETAILS))
    assert prepared.pages[0].tree is not None
    again = pickle.loads(pickle.dumps(prepared))  # noqa: S301 (our own)
    assert again.pdf == prepared.pdf
    assert again.pages[0].tree.role == "Part"


def test_a_cover_placed_twice_is_in_the_file_once() -> None:
    once, body = covered_body(drawn()), covered_body(drawn())
    drawing, document = Drawing(), Node("Document")
    figures = [document.add("Figure", alt="Une feuille") for _ in range(2)]
    slots = tuple(replace(body.slots[0], page=number, node=node) for number, node in enumerate(figures))
    drawing.end_page()
    drawing.end_page()
    twice = assemble(Body(drawing.finish(), document, slots=slots), DETAILS)
    assert len(twice) < len(assemble(once, DETAILS)) + 1000
    assert check(twice) == []


# tagged covers


def tagged_cover() -> bytes:
    """A cover made by our own hand, tagged, with a link, a list and a table."""
    return assemble(whole_body(), DETAILS)


def retagged(change: Any) -> bytes:
    """A tagged cover whose tree is changed."""
    return bent(change, tagged_cover())


def element_of(pdf: pikepdf.Pdf, role: str) -> Any:
    """The first element of a role."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, Dictionary):
            if node.get("/S") == "/" + role:
                return node
            kids = node.get("/K", Array())
            waiting += list(kids) if isinstance(kids, Array) else [kids]
    raise LookupError(role)


def test_the_tree_of_a_tagged_cover_is_read_before_the_handout() -> None:
    tree = tree_poppler(finished(tagged_cover()))
    (document,) = tree.find("Document")
    part, second, sect = (kid for kid in document.kids if not isinstance(kid, str))
    assert (part.role, second.role, sect.role) == ("Part", "Part", "Sect")
    assert words(second.text) == ["et", "finit", "là."]
    assert words(" ".join(part.texts()))[:5] == ["Soins", "après", "l’injection", "Voyez", "notre"]
    assert [element.role for element in part.walk()].count("TD") == 2
    assert not tree.find("Figure")


def test_a_tagged_cover_behind_which_all_is_right_breaks_nothing(verapdf: Validate, tmp_path: Path) -> None:
    file = tmp_path / "tagged.pdf"
    file.write_bytes(finished(tagged_cover()))
    assert check(file.read_bytes()) == []
    assert [str(verdict) for verdict in verapdf([file]) if not verdict.passed] == []


def no_alt(pdf: pikepdf.Pdf) -> None:
    """Let a paragraph be a figure without a description."""
    element_of(pdf, "P").S = Name.Figure


def skipped(pdf: pikepdf.Pdf) -> None:
    """Begin with a heading of the third level."""
    element_of(pdf, "H1").S = Name.H3


def stray(pdf: pikepdf.Pdf) -> None:
    """Put a list item where no list is."""
    element_of(pdf, "L").S = Name.Sect


def strange(pdf: pikepdf.Pdf) -> None:
    """Use a role that nobody knows."""
    element_of(pdf, "P").S = Name("/Absatz")


def lost(pdf: pikepdf.Pdf) -> None:
    """Leave a heading out of the tree."""
    del element_of(pdf, "H1")["/K"]


def german(pdf: pikepdf.Pdf) -> None:
    """Be in a language that handouts do not have."""
    pdf.Root.Lang = String("de")


def speechless(pdf: pikepdf.Pdf) -> None:
    """Be in no language."""
    del pdf.Root["/Lang"]


def ragged(pdf: pikepdf.Pdf) -> None:
    """Have table rows of different lengths."""
    row = element_of(pdf, "TR")
    row.K[0].A.ColSpan = 2


@pytest.mark.parametrize("fault", [no_alt, skipped, stray, strange, lost, german, speechless, ragged])
def test_tags_that_break_a_rule_are_not_taken_over(fault: Any) -> None:
    prepared = prepare(retagged(fault))
    assert prepared.pages[0].way == "figure"
    assert "W543" in {note.code for note in prepared.notes}


def test_a_role_of_another_program_is_read_through_its_role_map() -> None:
    def mapped(pdf: pikepdf.Pdf) -> None:
        element_of(pdf, "H1").S = Name.Titel
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(Titel=Name("/Kopf"), Kopf=Name.H1)

    prepared = prepare(retagged(mapped))
    assert prepared.pages[0].tree is not None
    assert "H1" in [node.role for node in prepared.pages[0].tree.walk()]


def test_headers_that_do_not_say_what_they_head_are_given_what_they_obviously_head() -> None:
    def silent(pdf: pikepdf.Pdf) -> None:
        for cell in element_of(pdf, "TR").K:
            del cell["/A"]

    tree = prepare(retagged(silent)).pages[0].tree
    assert tree is not None
    assert {node.scope for node in tree.walk() if node.role == "TH"} == {"Column"}


def test_the_second_page_of_a_tagged_cover_is_read_with_the_second_page() -> None:
    first, second = prepare(tagged_cover()).pages
    assert first.tree is not None
    assert second.tree is not None
    assert [node.role for node in second.tree.walk()] == ["Part", "Div", "Sect", "P"]
    assert [kid for node in second.tree.walk() for kid in node.kids if isinstance(kid, MarkedContent)] == [
        MarkedContent(0, 0)
    ]


# damage


@given(st.integers(0, 10**6), st.binary(min_size=0, max_size=30), st.integers(0, 30))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])  # `fuzz_covers` tries thousands
def test_a_damaged_file_is_placed_or_refused_and_never_crashes(place: int, instead: bytes, gone: int) -> None:
    data = tagged_cover_once()
    place %= len(data)
    try:
        prepared = prepare(data[:place] + instead + data[place + gone :])
    except AssetError as error:
        codes = [problem.code for problem in error.problems]
    else:
        codes = [note.code for note in prepared.notes]
    assert all(re.fullmatch(r"[EW]5[45]\d", code) for code in codes)


_KEPT: list[bytes] = []


def tagged_cover_once() -> bytes:
    """A tagged cover, made once for many trials."""
    if not _KEPT:
        _KEPT.append(bent(unchanged, tagged_cover(), compress_streams=False))
    return _KEPT[0]


# content streams


def test_operators_are_read_with_their_operands() -> None:
    content = b"q 1 0 0 1 10 -.5 cm\n/F1 12 Tf [(a\\)b) -20 <4142>] TJ % (not this)\nQ"
    assert [(found.operator, found.operands) for found in operations(content)] == [
        (b"q", ()),
        (b"cm", (b"1", b"0", b"0", b"1", b"10", b"-.5")),
        (b"Tf", (b"/F1", b"12")),
        (b"TJ", (b"[", b"(a\\)b)", b"-20", b"<4142>", b"]")),
        (b"Q", ()),
    ]


def test_an_inline_image_is_one_operation_whatever_its_data_look_like() -> None:
    content = b"q BI /W 2 /H 2 /CS /G /BPC 8 ID Q(EI/ EI Q"
    assert [found.operator for found in operations(content)] == [b"q", b"BI", b"Q"]


def test_parentheses_may_stand_in_a_string() -> None:
    (shown,) = operations(b"(a(b(c))\\)d) Tj")
    assert string_bytes(shown.operands[0]) == b"a(b(c)))d"


@pytest.mark.parametrize(
    ("token", "meant"),
    [(b"(a\\nb)", b"a\nb"), (b"(\\101\\1012)", b"AA2"), (b"(a\\\nb)", b"ab"), (b"<41 4>", b"A@"), (b"(\\q)", b"q")],
)
def test_a_string_means_what_the_standard_says(token: bytes, meant: bytes) -> None:
    assert string_bytes(token) == meant


@pytest.mark.parametrize("content", [b"(never ends Tj", b"BI /W 1 ID abc", b"<zz> Tj"])
def test_content_that_makes_no_sense_is_found(content: bytes) -> None:
    with pytest.raises(BadContentError):
        list(operations(content))


# fonts

REPORTLAB_FONTS = Path(ttfonts.__file__).parents[1] / "fonts"


def type1_program() -> bytes:
    """The Type 1 font that ReportLab ships, without the headers of its segments."""
    data, program, place = (REPORTLAB_FONTS / "callig15.pfb").read_bytes(), b"", 0
    while data[place + 1] in {1, 2}:
        length = int.from_bytes(data[place + 2 : place + 6], "little")
        program += data[place + 6 : place + 6 + length]
        place += 6 + length
    return program


def test_the_widths_of_a_type_1_font_are_those_of_its_metrics() -> None:
    program = read_type1(type1_program())
    metrics = (REPORTLAB_FONTS / "callig15.afm").read_text().splitlines()
    widths = {
        line.split(" N ")[1].split()[0]: float(line.split("WX ")[1].split()[0]) for line in metrics if " WX " in line
    }
    shared = set(widths) & set(program.names)
    assert len(shared) > 100
    assert all(abs(program.widths[program.names[name]] - widths[name]) < 1 for name in shared)


def test_the_widths_of_a_truetype_font_are_those_that_reportlab_reads() -> None:
    file = REPORTLAB_FONTS / "Vera.ttf"
    program, metrics = read_truetype(file.read_bytes()), ttfonts.TTFontFile(str(file))
    cmap = {code: glyph for code, glyph in program.cmaps[3, 1].items() if code != 0xA0}  # ReportLab's own space
    assert all(abs(program.widths[cmap[code]] - metrics.charWidths[code]) < 1 for code in cmap)


def test_a_width_counts_as_right_only_when_readers_that_drop_fractions_agree() -> None:
    assert FontProgram([305.556]).is_as_wide(0, 306)
    assert not FontProgram([305.556], doubt=0.778).is_as_wide(0, 306)
    assert FontProgram([306.0], doubt=0.778).is_as_wide(0, 306)


@pytest.mark.parametrize("read", [read_truetype, read_type1, read_cff])
@pytest.mark.parametrize("data", [b"", b"\x00\x01\x00\x00", b"OTTO" + bytes(20), b"\x01\x00\x04\x01" + bytes(9)])
def test_a_broken_font_program_is_found(read: Any, data: bytes) -> None:
    with pytest.raises(BadFontError):
        read(data)


def test_a_page_of_two_inches_is_placed_as_large_as_the_sheet() -> None:
    prepared = prepare(on_page(UserUnit=2))
    assert (prepared.pages[0].width, prepared.pages[0].height) == (1224, 1584)
