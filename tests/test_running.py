"""Running content: what stands at the head and the foot of every page, however long it is."""

from typing import Any

import pytest

from handouts.editions import Edition
from tests.page_faults import PageContent, Shown, colliding, leaving, read_pages
from tests.sample_sheets import (
    EVERY_BLOCK,
    LONG,
    SHORTEST,
    USUAL,
    Made,
    both,
    drawn,
    editions,
    layout,
)

EVERY = pytest.mark.parametrize("edition", editions(), ids=lambda edition: edition.id)
BRAND = pytest.mark.parametrize("brand", ["boreale", "rivage"])
TITLE = both(
    "Se préparer à la microperforation avec radiofréquence fractionnée et à ses suites au quotidien",
    "Getting ready for fractional radiofrequency microneedling and for what comes after it, every day",
)
AUTUMN: Made = {"reviewed": "2026-09-22", "review_due": "2028-09-22"}


def pages(
    edition: Edition | str, sections: tuple[Made, ...] = SHORTEST, clinic: Made | None = None, **more: Any
) -> list[PageContent]:
    """The pages of a sheet, by its edition or by its layout."""
    if isinstance(edition, str):
        return read_pages(drawn(edition, sections, clinic, **more).body.pdf)
    return read_pages(drawn(edition.layout, sections, clinic, language=edition.languages[0].code, **more).body.pdf)


def running(page: PageContent) -> list[Shown]:
    """The running content of a page."""
    return [text for text in page.texts if text.mcid is None]


def said(page: PageContent) -> str:
    return " ".join(text.text for text in running(page)).replace("\u00a0", " ")


def footer(page: PageContent) -> list[Shown]:
    return [text for text in running(page) if text.baseline < page.height / 4]


# what it says


@EVERY
def test_every_page_names_version_review_print_code_and_folio(edition: Edition) -> None:
    drawn_pages = pages(edition, USUAL)
    for number, page in enumerate(drawn_pages, start=1):
        text = said(page)
        assert "Version 1.0" in text
        assert "BOU-1.0-" in text
        if "fr" in [language.code for language in edition.languages] and edition.id != "two_sided":
            assert "Révisé le 2 mai 2026" in text
            assert "Prochaine révision le 2 mai 2028" in text
        if edition.layout.footer != "card":
            assert f"page {number} " in text
            assert text.rstrip().count(f" {len(drawn_pages)}")


def test_recto_and_verso_each_say_in_the_other_language_where_that_language_is() -> None:
    recto, verso = pages("two_sided")
    assert "English version on the other side" in said(recto)
    assert "Version française au recto" in said(verso)
    pointers = [text for page in (recto, verso) for text in footer(page) if "ersion " in text.text and text.x < 40]
    assert {text.font for text in pointers} == {"SourceSans3-Bold"}


def test_side_by_side_each_language_names_its_column() -> None:
    (page,) = pages("side_by_side")
    assert "Français à gauche" in said(page)
    assert "English on the right" in said(page)


@pytest.mark.parametrize(
    ("language", "pointer"),
    [("fr", "English version: pimples-full-en.pdf"), ("en", "Version française : boutons-complet-fr.pdf")],
)
def test_a_sheet_of_one_language_names_the_file_of_the_other(language: str, pointer: str) -> None:
    assert pointer in said(pages("single", language=language)[0])


def test_folios_count_the_pages_of_the_sheet_and_not_its_cover() -> None:
    with_cover = pages("two_sided", clinic={"cover": {"kind": "generated"}})
    assert "page 1 de 2" in said(with_cover[-2])
    assert "page 2 of 2" in said(with_cover[-1])


@EVERY
def test_a_sheet_that_is_not_approved_says_so_on_every_page_in_both_languages(edition: Edition) -> None:
    for page in pages(edition, USUAL):
        assert "Exemple à faire approuver" in said(page)
        assert "Sample, to be approved" in said(page)


@EVERY
def test_nothing_takes_the_place_of_the_mark_once_a_sheet_is_approved(edition: Edition) -> None:
    approval = {"status": "approved", "by": "M. Roy", "role": both("infirmier", "nurse"), "on": "2026-05-02"}
    for page in pages(edition, USUAL, approval=approval):
        assert "approuver" not in said(page)
        assert "approved" not in said(page)


def test_the_first_page_names_brand_clinic_and_street() -> None:
    text = said(pages("two_sided")[0])
    for words in ("Boréale", "soins de la peau", "Clinique Boréale", "12, rue des Sapins, Québec"):
        assert words in text


def test_later_pages_name_the_title_and_the_clinic() -> None:
    _, second, *_ = pages("single", EVERY_BLOCK)
    assert "Des boutons après la microperforation" in said(second)
    assert "Clinique Boréale" in said(second)


def test_a_second_page_of_two_languages_has_french_at_the_left_and_english_at_the_right() -> None:
    _, second = pages("side_by_side", USUAL)
    titles = {text.text.strip(): text.x for text in running(second) if text.color == "#0B4F5C"}
    assert titles["Des boutons après la microperforation"] == pytest.approx(36)
    assert titles["Pimples after microneedling"] > second.width / 2


# where it stands


def test_the_header_stands_as_in_the_page_design() -> None:
    (page, _) = pages("two_sided", USUAL)
    found = {text.text: text for text in running(page)}
    assert found["Clinique Boréale"].area.right == pytest.approx(576, abs=1)
    assert found["Boréale"].x == pytest.approx(36 + 29 + 8, abs=1)
    mark = next(text for text in running(page) if text.text.startswith("Exemple"))
    assert (mark.area.left + mark.area.right) / 2 == pytest.approx(306, abs=1)


@EVERY
def test_the_footer_of_a_page_stands_at_the_foot_of_its_paper(edition: Edition) -> None:
    design = edition.layout
    for page in pages(edition, USUAL):
        lowest = min(text.baseline for text in footer(page))
        assert lowest == pytest.approx(design.footer_bottom + design.scale.footer.leading * 0.28, abs=1.5)


# however long


@EVERY
@BRAND
@pytest.mark.parametrize(
    ("clinic", "handout"),
    [
        (LONG, {}),
        (LONG, {"title": TITLE, **AUTUMN, "version": "100.100"}),
        ({}, {**AUTUMN, "slug": both("x" * 80, "y" * 80)}),
        ({"name": both("Clinique " + "de dermatologie esthétique " * 7)}, AUTUMN),
    ],
    ids=["clinic", "title", "dates", "monster"],
)
def test_long_names_titles_and_dates_never_overprint(edition: Edition, brand: str, clinic: Made, handout: Made) -> None:
    sections = EVERY_BLOCK if edition.layout.max_pages is None else SHORTEST
    for page in pages(edition, sections, clinic | {"brand": brand}, **handout):
        assert [*colliding(page), *leaving(page)] == []
        design = edition.layout
        right = max(design.cards or (design.flow.left,)) + design.flow.width
        for text in running(page):
            assert design.flow.left - 1 <= text.area.left
            assert text.area.right <= right + 1, text.text


@pytest.mark.parametrize("edition", ["two_sided", "side_by_side", "pocket_card"])
def test_dates_are_written_in_figures_where_words_do_not_fit(edition: str) -> None:
    text = " ".join(said(page) for page in pages(edition, **AUTUMN))
    for words in ("Révisé le 2026-09-22", "Next review 2028-09-22"):
        assert words in text
    assert "septembre" not in text


def test_dates_stay_in_words_where_they_fit() -> None:
    assert "Révisé le 22 septembre 2026" in said(pages("single", **AUTUMN)[0])


def test_a_long_clinic_name_wraps_and_loses_no_word() -> None:
    (page, _) = pages("two_sided", clinic=LONG)
    words = "Clinique de dermatologie esthétique et médicale de la Capitale-Nationale"
    assert words in " ".join(said(page).split())
    lines = [text for text in running(page) if text.font.endswith("Bold") and text.area.right > 570]
    assert len({text.baseline for text in lines if text.baseline > page.height / 2}) == 2


def test_a_header_that_grows_does_so_on_both_faces() -> None:
    recto, verso = pages("two_sided", clinic=LONG)
    tops = [max(t.baseline for t in page.texts if t.size == 26) for page in (recto, verso)]
    usual = max(t.baseline for t in pages("two_sided")[0].texts if t.size == 26)
    assert tops[0] == tops[1] < usual


def test_a_footer_that_needs_two_lines_takes_them_on_both_faces() -> None:
    recto, verso = pages("two_sided", version="100.100", **AUTUMN)
    rows = [{text.baseline for text in footer(page) if text.baseline < 45} for page in (recto, verso)]
    assert rows[0] == rows[1]
    assert len(rows[0]) == 2


def test_blocks_stay_above_a_footer_that_has_grown() -> None:
    for page in pages("single", EVERY_BLOCK, slug=both("x" * 80, "y" * 80)):
        top = max(text.area.top for text in footer(page))
        blocks = [text for text in page.texts if text.mcid is not None]
        assert min(text.area.bottom for text in blocks) > top + 3


def test_running_content_is_never_smaller_than_9_points() -> None:
    sizes = {text.size for edition in editions() for page in pages(edition, USUAL) for text in running(page)}
    assert min(sizes) == layout("two_sided").scale.footer.size == 9
    large = {text.size for page in pages("large_print", USUAL) for text in running(page)}
    assert min(large) == 14
