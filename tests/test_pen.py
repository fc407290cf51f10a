"""The pen: marks around everything, places and colours as asked for, text that can be read back."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from handouts.body import Link
from handouts.paper import Box, Size
from handouts.pen import Pen, UntaggedText
from handouts.tagging import MarkedContent, Node
from handouts.typography.fonts import bundled_family
from handouts.typography.paragraph import TextStyle, set_lines
from handouts.wording.inline import Run
from tests.inspection import embedded_fonts, page_text
from tests.page_faults import read_pages, texts_of
from tests.pictures import SQUARE, color_at, drawn, drawn_pdf, ink

FAMILY = bundled_family()
STYLE = TextStyle(FAMILY.regular, FAMILY.bold, 12, 15, "#1A1A1A", "#0B4F5C")
RED = "#FF0000"


def write(pen: Pen, node: Node | None, text: str, *, x: float = 5, y: float = 20, more: bool = False) -> None:
    pen.text(set_lines((Run(text),), STYLE, float("inf"))[0], x, y, STYLE, node, more=more)


def operators(pdf: bytes, page: int = 0) -> list[str]:
    """The operators of a page with their operands, one a line."""
    contents = PdfReader(io.BytesIO(pdf)).pages[page].get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1").split("\n")


def content(draw: Callable[[Pen], None], size: Size = SQUARE) -> str:
    return "\n".join(operators(drawn_pdf(draw, size)))


# text


def test_text_of_no_element_is_refused_outside_running_content() -> None:
    with pytest.raises(UntaggedText, match="Orphelin"):
        drawn_pdf(lambda pen: write(pen, None, "Orphelin"))


def test_text_belongs_to_the_element_that_it_is_drawn_for() -> None:
    one, other = Node("P"), Node("H2")

    def draw(pen: Pen) -> None:
        write(pen, one, "Un")
        write(pen, other, "Deux", y=40)

    pages = read_pages(drawn_pdf(draw))
    assert [text.text for text in texts_of(one, pages)] == ["Un"]
    assert [text.text for text in texts_of(other, pages)] == ["Deux"]


def test_running_content_is_an_artifact() -> None:
    def draw(pen: Pen) -> None:
        with pen.running("Footer"):
            write(pen, None, "page 1 de 2")

    (page,) = read_pages(drawn_pdf(draw))
    assert [(text.text, text.mcid) for text in page.texts] == [("page 1 de 2", None)]
    assert "/Artifact <</Type /Pagination /Subtype /Footer>> BDC" in content(draw)


def test_shapes_are_artifacts_unless_they_make_up_a_figure() -> None:
    figure = Node("Figure", alt="Un carré")

    def draw(pen: Pen) -> None:
        pen.box(Box(10, 10, 20, 20), fill=RED)
        with pen.whole(figure):
            pen.box(Box(40, 10, 20, 20), fill=RED)
            pen.box(Box(50, 20, 20, 20), fill=RED)

    written = content(draw)
    assert written.count("BDC") == written.count("EMC") == 2
    assert written.index("/Artifact") < written.index("/Figure <</MCID 0>> BDC")
    assert figure.kids == [MarkedContent(0, 0)]


def test_numbers_of_marked_content_start_again_on_every_page() -> None:
    first, second = Node("P"), Node("P")

    def draw(pen: Pen) -> None:
        write(pen, first, "Recto")
        pen.start_page(SQUARE)
        write(pen, second, "Verso")

    drawn_pdf(draw)
    assert (first.kids, second.kids) == ([MarkedContent(0, 0)], [MarkedContent(1, 0)])


def test_an_element_that_is_taken_up_again_gets_a_second_mark() -> None:
    one, other = Node("P"), Node("P")

    def draw(pen: Pen) -> None:
        write(pen, one, "Un")
        write(pen, other, "deux", y=40)
        write(pen, one, "trois", y=60)

    drawn_pdf(draw)
    assert one.kids == [MarkedContent(0, 0), MarkedContent(0, 2)]


def test_marks_are_closed_in_order_and_never_across_a_graphics_state() -> None:
    """A mark that begins inside q ... Q ends inside of it (ISO 32000-1, 14.6.1)."""

    def draw(pen: Pen) -> None:
        for row in range(4):
            write(pen, Node("P"), "Ligne", y=20 + row * 15)
            pen.rule(5, 22 + row * 15, 90, 22 + row * 15, width=0.5, color=RED)
        with pen.running("Header"):
            write(pen, None, "Tête")
            pen.box(Box(0, 0, 5, 5), fill=RED)

    open_marks: list[int] = []
    states = 0
    for operator in content(draw).split():
        states += {"q": 1, "Q": -1}.get(operator, 0)
        if operator == "BDC":
            open_marks.append(states)
        elif operator == "EMC":
            assert open_marks.pop() == states
        elif operator in {"Tj", "TJ", "f", "S", "B"}:
            assert len(open_marks) == 1
    assert open_marks == []
    assert states == 0


def test_text_stands_where_it_is_put_measured_from_the_top() -> None:
    (page,) = read_pages(drawn_pdf(lambda pen: write(pen, Node("P"), "Élan", x=12.5, y=33)))
    (text,) = page.texts
    assert (text.x, text.baseline) == (12.5, 67)
    assert (text.font, text.size, text.color) == ("SourceSans3-Regular", 12, "#1A1A1A")


def test_letters_are_drawn_as_near_as_they_are_measured() -> None:
    """Kerning moves letters on the page, not only in the measure."""
    node = Node("P")

    def end_of(text: str) -> float:
        (page,) = read_pages(drawn_pdf(lambda pen: write(pen, node, text)))
        return page.texts[0].area.right

    kern = FAMILY.regular.word("AV").kerns[0] * 12 / 1000
    unkerned = FAMILY.regular.word("A").width * 12 / 1000 + end_of("V")
    assert kern < -0.1
    assert end_of("AV") == pytest.approx(unkerned + kern, abs=0.05)


def test_a_line_that_goes_on_ends_in_a_space_for_those_who_listen() -> None:
    node = Node("P")

    def draw(pen: Pen) -> None:
        write(pen, node, "petits", more=True)
        write(pen, node, "boutons", y=35)

    pages = read_pages(drawn_pdf(draw))
    assert "".join(text.text for text in texts_of(node, pages)) == "petits boutons"


def test_text_reads_back_as_it_was_written() -> None:
    text = "«\u00a0Cœur\u00a0», fjord, affiche, 38\u00a0°C — l’été\u00a0? (50\u00a0%) \\ fin"
    read = page_text(drawn_pdf(lambda pen: write(pen, Node("P"), text), Size(400, 50)))
    assert read.replace("\u00a0", " ").strip() == text.replace("\u00a0", " ")


def test_a_text_of_more_characters_than_a_subset_holds_reads_back_whole() -> None:
    alphabet = "".join(chr(c) for c in (*range(0x21, 0x7F), *range(0xA1, 0x17F)) if FAMILY.regular.has(chr(c)))
    alphabet = alphabet.replace("\u00ad", "")
    assert len(alphabet) > 300
    node = Node("P")
    pages = read_pages(drawn_pdf(lambda pen: write(pen, node, alphabet), Size(4000, 50)))
    assert "".join(text.text for text in texts_of(node, pages)) == alphabet


def test_only_fonts_that_are_in_the_file_are_named_in_it() -> None:
    fonts = embedded_fonts(drawn_pdf(lambda pen: write(pen, Node("P"), "Élan")))
    assert list(fonts.values()) == [True]


# links


def linked(measure: float, *runs: Run) -> tuple[list[Link], Node, bytes]:
    node, links = Node("P"), list[Link]()

    def draw(pen: Pen) -> None:
        lines = set_lines(runs, STYLE, measure)
        for number, line in enumerate(lines):
            pen.text(line, 5, 20 + number * 15, STYLE, node, more=number < len(lines) - 1)
        links.extend(pen.links)

    return links, node, drawn_pdf(draw)


def test_a_link_is_an_element_of_its_own_over_its_words() -> None:
    links, node, pdf = linked(300, Run("Voir "), Run("la page", href="https://a.example"), Run("."))
    (link,) = links
    left, bottom, right, top = link.rect
    assert (link.page, link.uri, link.contents, link.node.role) == (0, "https://a.example", "la page", "Link")
    words = next(text for text in read_pages(pdf)[0].texts if text.text == "la page")
    assert left == pytest.approx(words.x, abs=0.1)
    assert right == pytest.approx(words.area.right, abs=0.8)
    assert bottom < words.baseline < top
    assert top - bottom == pytest.approx(15)
    assert link.node in node.kids


def test_a_link_has_its_own_color_and_weight() -> None:
    _, _, pdf = linked(300, Run("Voir "), Run("la page", href="https://a.example"))
    assert [(text.font, text.color) for text in read_pages(pdf)[0].texts] == [
        ("SourceSans3-Regular", "#1A1A1A"),
        ("SourceSans3-Bold", "#0B4F5C"),
    ]


def test_a_link_on_two_lines_is_one_element_with_two_areas() -> None:
    links, node, _ = linked(60, Run("une longue page web", href="https://a.example"))
    assert len(links) >= 2
    assert len({id(link.node) for link in links}) == 1
    assert sum(isinstance(kid, Node) for kid in node.kids) == 1


def test_two_links_to_one_place_stay_two_elements() -> None:
    links, _, _ = linked(300, Run("ici", href="tel:811"), Run(" ou "), Run("là", href="tel:811"))
    assert [link.contents for link in links] == ["ici", "là"]
    assert links[0].node is not links[1].node


# shapes


def test_a_box_is_painted_where_it_is_put_measured_from_the_top() -> None:
    picture = drawn(lambda pen: pen.box(Box(10, 20, 30, 15), fill=RED))
    assert ink(picture, RED) == 30 * 15
    assert (color_at(picture, 10, 20), color_at(picture, 39, 34)) == (RED, RED)
    assert {color_at(picture, *at) for at in ((9, 20), (40, 34), (10, 19), (39, 35))} == {"#FFFFFF"}


def test_a_box_can_have_round_corners() -> None:
    picture = drawn(lambda pen: pen.box(Box(10, 10, 60, 60), fill=RED, radii=(20, 0, 0, 0)))
    assert color_at(picture, 11, 11) == "#FFFFFF"
    assert {color_at(picture, *at) for at in ((68, 11), (68, 68), (11, 68), (40, 40))} == {RED}


def test_the_frame_of_a_box_straddles_its_edge() -> None:
    picture = drawn(lambda pen: pen.box(Box(10, 10, 60, 60), stroke=RED, width=4))
    assert {color_at(picture, x, 40) for x in (8, 9, 10, 11)} == {RED}
    assert {color_at(picture, x, 40) for x in (7, 12)} == {"#FFFFFF"}


def test_a_rule_is_as_thick_as_asked_for() -> None:
    picture = drawn(lambda pen: pen.rule(10, 50, 90, 50, width=2, color=RED))
    assert ink(picture, RED) == 80 * 2


def test_a_dashed_rule_has_gaps() -> None:
    picture = drawn(lambda pen: pen.rule(0, 50, 100, 50, width=2, color=RED, dash=(10, 10)))
    assert color_at(picture, 5, 50) == RED
    assert color_at(picture, 15, 50) == "#FFFFFF"


def test_a_path_is_moved_and_scaled_as_a_whole() -> None:
    square = (("M", 0.0, 0.0), ("L", 10.0, 0.0), ("L", 10.0, 10.0), ("L", 0.0, 10.0), ("Z",))
    picture = drawn(lambda pen: pen.path(square, at=(20, 30), scale=2, fill=RED))
    assert ink(picture, RED) == 400
    assert color_at(picture, 20, 30) == RED


def test_the_even_odd_rule_cuts_a_hole() -> None:
    ring = (
        ("M", 10.0, 10.0), ("L", 90.0, 10.0), ("L", 90.0, 90.0), ("L", 10.0, 90.0), ("Z",),
        ("M", 30.0, 30.0), ("L", 70.0, 30.0), ("L", 70.0, 70.0), ("L", 30.0, 70.0), ("Z",),
    )  # fmt: skip
    assert color_at(drawn(lambda pen: pen.path(ring, fill=RED)), 50, 50) == RED
    assert color_at(drawn(lambda pen: pen.path(ring, fill=RED, even_odd=True)), 50, 50) == "#FFFFFF"


# the document


def test_pages_have_the_sizes_that_they_were_begun_with() -> None:
    def draw(pen: Pen) -> None:
        pen.start_page(Size(200, 50))

    pages = PdfReader(io.BytesIO(drawn_pdf(draw))).pages
    assert [(float(page.mediabox.width), float(page.mediabox.height)) for page in pages] == [(100, 100), (200, 50)]


def test_the_same_drawing_gives_the_same_bytes() -> None:
    def draw(pen: Pen) -> None:
        write(pen, Node("P"), "Élan")
        pen.box(Box(10, 10, 60, 60), fill=RED)

    assert drawn_pdf(draw) == drawn_pdf(draw)


def test_a_field_is_asked_for_where_its_line_is() -> None:
    node = Node("Form")
    pen = Pen(FAMILY.regular.name)
    pen.start_page(SQUARE)
    pen.field(Box(10, 20, 50, 15), "fr-notes-1", "Notes", node, 12)
    (field,) = pen.fields
    assert (field.page, field.rect, field.name, field.tooltip, field.node) == (
        0, (10, 65, 60, 80), "fr-notes-1", "Notes", node,
    )  # fmt: skip
