"""The finder of faults finds them: on pages drawn with each of them."""

from collections.abc import Callable

import pytest

from handouts.paper import Box, Size
from handouts.pen import Pen
from handouts.tagging import Node
from handouts.typography.fonts import bundled_family
from handouts.typography.paragraph import TextStyle, set_lines
from handouts.wording.inline import Run
from tests.page_faults import PageContent, beyond, colliding, leaving, read_pages, stranded
from tests.pictures import drawn_pdf

PAGE = Size(200, 100)
FAMILY = bundled_family()
STYLE = TextStyle(FAMILY.regular, FAMILY.bold, 12, 15, "#000000")


def write(pen: Pen, text: str, x: float, baseline: float, node: Node | None = None) -> None:
    pen.text(set_lines((Run(text),), STYLE, 400)[0], x, baseline, STYLE, node or Node("P"))


def page(draw: Callable[[Pen], None]) -> PageContent:
    return read_pages(drawn_pdf(draw, PAGE))[0]


@pytest.mark.parametrize(("x", "y", "collide"), [(40, 30, True), (10, 36, True), (120, 30, False), (10, 45, False)])
def test_texts_that_overlap_are_found_and_no_others(x: float, y: float, collide: bool) -> None:
    def draw(pen: Pen) -> None:
        write(pen, "Des boutons", 10, 30)
        write(pen, "appelez", x, y)

    assert bool(list(colliding(page(draw)))) is collide


@pytest.mark.parametrize(("width", "leave"), [(40, True), (90, False)])
def test_a_text_that_leaves_its_box_is_found(width: float, leave: bool) -> None:
    def draw(pen: Pen) -> None:
        pen.box(Box(5, 10, width, 30), fill="#EEEEEE")
        write(pen, "Des boutons", 10, 30)

    assert bool(list(leaving(page(draw)))) is leave


@pytest.mark.parametrize(("y", "struck"), [(27, True), (36, False)])
def test_a_text_that_a_rule_strikes_is_found(y: float, struck: bool) -> None:
    def draw(pen: Pen) -> None:
        write(pen, "Des boutons", 10, 30)
        pen.rule(5, y, 150, y, width=0.5, color="#000000")

    assert bool(list(leaving(page(draw)))) is struck


def test_a_text_beyond_the_measure_is_found() -> None:
    made = page(lambda pen: write(pen, "Des boutons après", 120, 30))
    assert len(list(beyond(made, 10, 190))) == 1
    assert list(beyond(made, 10, 260)) == []


@pytest.mark.parametrize(("left", "lonely"), [(1, True), (2, False)])
def test_a_line_alone_at_the_turn_of_a_page_is_found(left: int, lonely: bool) -> None:
    document = Node("Document")
    paragraph = document.add("Sect").add("P")

    def draw(pen: Pen) -> None:
        for line in range(left):
            write(pen, "ligne", 10, 30 + 15 * line, paragraph)
        pen.start_page(PAGE)
        write(pen, "ligne", 10, 30, paragraph)
        write(pen, "ligne", 10, 45, paragraph)

    assert bool(list(stranded(document, read_pages(drawn_pdf(draw, PAGE))))) is lonely


@pytest.mark.parametrize(("under", "lonely"), [(0, True), (1, True), (2, False)])
def test_a_heading_left_behind_is_found(under: int, lonely: bool) -> None:
    document = Node("Document")
    sect = document.add("Sect")
    heading, paragraphs = sect.add("H2"), [sect.add("P") for _ in range(4)]

    def draw(pen: Pen) -> None:
        write(pen, "titre", 10, 30, heading)
        for line, node in enumerate(paragraphs[:under]):
            write(pen, "ligne", 10, 45 + 15 * line, node)
        pen.start_page(PAGE)
        for line, node in enumerate(paragraphs[under:]):
            write(pen, "ligne", 10, 30 + 15 * line, node)

    assert bool(list(stranded(document, read_pages(drawn_pdf(draw, PAGE))))) is lonely
