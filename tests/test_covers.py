"""Generated covers: whose handout it is, what it is about, how to reach the clinic."""

import re
from typing import Any

import pytest

from handouts.errors import DoesNotFit
from handouts.render import Drawn
from handouts.tagging import Node
from tests.inspection import render
from tests.page_faults import PageContent, Shown, beyond, colliding, leaving, read_pages, texts_of
from tests.pictures import ink
from tests.sample_sheets import BRANDS, LONG, SHORTEST, Made, both, drawn, layout
from tests.spoken import blocks, marked_texts

GENERATED: Made = {"cover": {"kind": "generated"}}
COVERED = ("two_sided", "side_by_side", "single", "large_print")
EVERY = pytest.mark.parametrize("design", COVERED)
BRAND = pytest.mark.parametrize("brand", BRANDS)
TITLE = both("Se préparer à la microperforation avec radiofréquence", "Getting ready for radiofrequency microneedling")


def made(design: str, clinic: Made | None = None, **more: Any) -> Drawn:
    return drawn(design, SHORTEST, GENERATED | (clinic or {}), **more)


def cover(design: str, clinic: Made | None = None, **more: Any) -> PageContent:
    return read_pages(made(design, clinic, **more).body.pdf)[0]


def text_of(page: PageContent) -> str:
    return " ".join(" ".join(text.text for text in page.texts).replace("\u00a0", " ").split())


def titles(page: PageContent) -> list[Shown]:
    """The texts of the largest size."""
    largest = max(text.size for text in page.texts)
    return [text for text in page.texts if text.size == largest]


@EVERY
def test_a_cover_gives_both_titles_french_first_and_of_one_size(design: str) -> None:
    words = " ".join(text.text.strip() for text in titles(cover(design)))
    assert words == "Des boutons après la microperforation Pimples after microneedling"


@EVERY
def test_a_cover_of_an_english_sheet_still_has_french_first(design: str) -> None:
    """Charter of the French language, s. 89."""
    page = cover(design, language="en")
    first, *_, last = titles(page)
    assert first.baseline > last.baseline
    assert first.text.startswith("Des boutons")


@EVERY
def test_a_cover_says_how_to_reach_the_clinic_and_whom_when_it_is_closed(design: str) -> None:
    text = text_of(cover(design))
    for words in ("Clinique Boréale", "12, rue des Sapins", "G1A 0A1", "418 555-0134", "boreale.example", "911", "811"):
        assert words in text, words
    assert "Fermé?" in text
    assert "Closed?" in text


@EVERY
def test_a_cover_gives_the_extension_under_the_number_in_each_language(design: str) -> None:
    assert "418 555-0134 poste 204 ext. 204 boreale.example" in text_of(cover(design, {"extension": "204"}))


@EVERY
def test_a_cover_bears_the_mark_the_version_and_the_print_code(design: str) -> None:
    text = text_of(cover(design))
    for words in ("Exemple à faire approuver", "Sample, to be approved", "Version 1.0", "Révisé le 2 mai 2026"):
        assert words in text, words
    assert re.search(r"BOU-1\.0-[A-Z+]+(-[GL])?-[0-9A-F]{4}", text)


def test_a_card_has_no_cover() -> None:
    assert len(read_pages(made("pocket_card").body.pdf)) == 1


@EVERY
@BRAND
@pytest.mark.parametrize("clinic", [{}, LONG], ids=["short", "long"])
@pytest.mark.parametrize("title", [None, TITLE], ids=["usual", "long title"])
def test_nothing_on_a_cover_overlaps_however_long(design: str, brand: str, clinic: Made, title: Made | None) -> None:
    dates: Made = {"reviewed": "2026-09-22", "review_due": "2028-09-22"}
    page = cover(design, clinic | {"brand": brand}, **({"title": title} if title else {}), **dates)
    flow = layout(design).flow
    assert [*colliding(page), *leaving(page), *beyond(page, flow.left, flow.left + flow.width)] == []


@EVERY
@BRAND
def test_the_art_of_a_cover_is_in_the_colors_of_the_brand(design: str, brand: str) -> None:
    picture = render(made(design, {"brand": brand}).body.pdf, 0, dpi=72).convert("RGB")
    for color in {"boreale": ("#0B4F5C", "#B7D6DA"), "rivage": ("#6B2A4A", "#E0BFCE")}[brand]:
        assert ink(picture, color) > 5000


def test_long_texts_take_their_room_from_the_art() -> None:
    def art(clinic: Made, **more: Any) -> float:
        return max(shape.top - shape.bottom for shape in cover("large_print", clinic, **more).shapes)

    assert art(LONG, title=TITLE) < art({}) * 0.8


def test_art_that_would_be_a_smudge_is_left_out() -> None:
    def shapes(title: str) -> int:
        return len(cover("large_print", title=both(title)).shapes)

    assert shapes("Soins à la maison après la microperforation " * 3) <= shapes("Soins") - 12


def test_a_long_name_makes_its_column_wider_and_not_one_word_to_a_line() -> None:
    page = cover("large_print", {"name": LONG["name"]})
    name = next(text for text in page.texts if text.text.startswith("Clinique de dermatologie"))
    code = next(text for text in page.texts if "G1A" in text.text)
    assert round((name.baseline - code.baseline) / 24) <= 4


@EVERY
@pytest.mark.parametrize("clinic", [{}, {"name": LONG["name"]}, LONG])
def test_an_address_on_a_cover_keeps_city_and_province_together(design: str, clinic: Made) -> None:
    lines = [text.text.replace("\u00a0", " ") for text in cover(design, clinic).texts if "(Québec)" in text.text]
    assert lines
    assert all("Québec (Québec)" in line for line in lines)


def test_a_title_too_long_for_a_cover_is_refused_in_words() -> None:
    with pytest.raises(
        DoesNotFit, match=r"quebec, boutons: [0-9]+ lines too many for the cover of large_print"
    ) as caught:
        made("large_print", LONG, title=both("Soins à la maison après la microperforation " * 7))
    assert caught.value.problems[0].hint.startswith("shorten the title")


@EVERY
def test_a_cover_is_read_in_order_and_each_title_in_its_language(design: str) -> None:
    drawn_ = made(design)
    part = next(node for node in drawn_.body.document.kids if isinstance(node, Node))
    assert part.role == "Part"
    said = [text for _, text in blocks(part, marked_texts(drawn_.body.pdf))]
    assert said[:4] == [
        "Des boutons après la microperforation", "Soins à la maison", "Pimples after microneedling", "Care at home",
    ]  # fmt: skip
    assert [node.lang for node in part.walk() if node.lang] == ["fr-CA", "en-CA"]
    assert texts_of(part, read_pages(drawn_.body.pdf))[0].page == 0


@pytest.mark.parametrize(("design", "pages"), [("two_sided", 4), ("side_by_side", 3), ("single", 2)])
def test_the_body_of_a_sheet_for_both_sides_begins_on_a_recto(design: str, pages: int) -> None:
    read = read_pages(made(design).body.pdf)
    assert len(read) == pages
    blank = [number for number, page in enumerate(read) if not page.texts]
    assert blank == ([1] if layout(design).duplex else [])
