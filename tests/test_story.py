"""The story: what each edition tells, in which order, and the elements that it is told as."""

from typing import Any

import pytest

from handouts.flowables.base import Flowable, Listing, Row
from handouts.flowables.timeline import Timeline
from handouts.layout import Layout
from handouts.story import Telling, tell
from handouts.tagging import Node
from tests.page_faults import read_pages
from tests.sample_sheets import (
    AVOID_ITEMS,
    CONTACT,
    DO_ITEMS,
    EVERY_BLOCK,
    MESSAGE,
    SHORTEST,
    USUAL,
    Made,
    avoid,
    both,
    closing,
    do,
    drawn,
    expect,
    item,
    opening,
    paragraph,
    section,
    sheet,
    warning,
    why,
)
from tests.spoken import blocks, marked_texts


def told(design: Layout | str, sections: tuple[Made, ...], **more: Any) -> tuple[list[Flowable], Node]:
    """The story of a sheet in French, and its structure."""
    made = sheet(design, sections, **more)
    language = made.edition.languages[0]
    telling = Telling(
        handout=made.handout, clinic=made.clinic, language=language, layout=made.edition.layout, look=made.look,
        wording=made.wording(language), picture=made.picture,
    )  # fmt: skip
    document = Node("Document")
    return tell(telling, document), document


def heard(design: str, sections: tuple[Made, ...], clinic: Made | None = None, **more: Any) -> list[tuple[str, str]]:
    """The roles and texts of the first language, in reading order."""
    made = drawn(design, sections, clinic, **more)
    part = next(node for node in made.body.document.kids if isinstance(node, Node) and node.lang)
    return [
        (node.role, text.replace("\u00a0", " ").strip()) for node, text in blocks(part, marked_texts(made.body.pdf))
    ]


def texts(design: str, sections: tuple[Made, ...], clinic: Made | None = None, **more: Any) -> list[str]:
    return [text for _, text in heard(design, sections, clinic, **more)]


def headings(design: str, sections: tuple[Made, ...]) -> list[str]:
    return [text for role, text in heard(design, sections) if role in {"H1", "H2"}]


def below(*blocks_: Made) -> tuple[Made, ...]:
    """A handout with these blocks in a section between message and warnings."""
    return (opening(), why(*blocks_), closing(1))


# order


@pytest.mark.parametrize(
    ("design", "order"),
    [
        ("two_sided", ["À quoi s’attendre", "À faire", "À éviter", "Pourquoi?", "Quand appeler, et qui"]),
        ("side_by_side", ["Quand appeler, et qui", "À quoi s’attendre", "À faire", "À éviter", "Pourquoi?"]),
        ("single", ["Quand appeler, et qui", "À quoi s’attendre", "À faire", "À éviter", "Pourquoi?", "Sources"]),
        ("pocket_card", ["Quand appeler, et qui"]),
        ("large_print", [
            "Quand appeler, et qui", "Quand appeler, et qui (suite)", "À faire", "À éviter", "À quoi s’attendre",
            "Pourquoi?", "Sources",
        ]),
    ],
)  # fmt: skip
def test_sections_come_in_the_order_of_the_layout(design: str, order: list[str]) -> None:
    assert headings(design, USUAL) == ["Des boutons après la microperforation", *order]


def test_sections_of_one_kind_keep_the_order_of_the_content() -> None:
    first = section("one", paragraph("Un."), heading=both("Premier"))
    second = section("two", paragraph("Deux."), heading=both("Second"))
    assert headings("two_sided", (opening(), second, first, closing(1)))[1:3] == ["Second", "Premier"]


# elements


def test_every_kind_of_block_has_its_elements() -> None:
    _, document = told("single", EVERY_BLOCK)
    roles = {node.role for node in document.walk()}
    assert {
        "Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD", "Figure",
        "Form",
    } <= roles  # fmt: skip


def test_every_figure_has_an_alternative_text() -> None:
    _, document = told("single", EVERY_BLOCK)
    figures = [node for node in document.walk() if node.role == "Figure"]
    assert len(figures) >= 3
    assert all(figure.alt for figure in figures)


def test_a_level_of_warning_is_a_heading_with_its_number_and_its_signs_a_list() -> None:
    found = heard("two_sided", SHORTEST)
    assert ("H3", "911 Tout de suite") in found
    assert ("H3", "811, option 1 Info-Santé, le jour même, ou votre médecin") in found
    assert ("H3", "418 555-0134 La clinique") in found
    after = found[found.index(("H3", "911 Tout de suite")) :]
    assert after[1:3] == [("Lbl", "•"), ("LBody", "Difficulté à respirer")]


@pytest.mark.parametrize("design", ["two_sided", "side_by_side", "single", "large_print", "pocket_card"])
def test_wherever_the_number_of_a_clinic_stands_its_extension_follows(design: str) -> None:
    heads = [text for role, text in heard(design, SHORTEST, {"extension": "204"}) if role == "H3"]
    numbers = [text for text in heads if text.startswith("418 555-0134")]
    assert numbers
    assert all("poste 204" in text for text in numbers)


def test_a_timeline_is_a_table_whose_rows_are_headed_by_days() -> None:
    found = heard("two_sided", USUAL)
    assert ("TH", "Jours 1 à 3") in found
    assert found[found.index(("TH", "Jour 0")) + 1] == ("TD", "Peau chaude, rouge ou plus foncée")


def test_the_last_stage_can_be_open_ended_or_have_a_name_of_its_own() -> None:
    named = expect(3)
    named["blocks"][0]["stages"] = [
        {"label": both("2 semaines avant", "2 weeks before"), "text": both("Rien")},
        {"after": "10", "text": both("Rien")},
        {"after": "1", "text": both("Rien")},
    ]
    rows = [text for role, text in heard("two_sided", (opening(), named, closing(1))) if role == "TH"]
    assert rows == ["2 semaines avant", "Après 10 jours", "Après 1 jour"]


def test_the_first_column_and_the_head_of_a_table_are_header_cells() -> None:
    _, document = told("single", EVERY_BLOCK)
    tables = [node for node in document.walk() if node.role == "Table"]
    table = next(node for node in tables if any(kid.role == "THead" for kid in node.walk()))
    scopes = [node.scope for node in table.walk() if node.role == "TH"]
    assert scopes == ["Column"] * 4 + ["Row"] * 7


# what an edition prints


SHORT = {"block": "paragraph", "text": both("Un texte entier."), "short": both("Un texte court.")}


@pytest.mark.parametrize(
    ("design", "wanted"),
    [("two_sided", "Un texte court."), ("side_by_side", "Un texte court."), ("single", "Un texte entier."),
     ("large_print", "Un texte entier.")],
)  # fmt: skip
def test_one_sheet_editions_print_short_forms(design: str, wanted: str) -> None:
    found = texts(design, below(SHORT))
    assert wanted in found
    assert sum(text.startswith("Un texte") for text in found) == 1


def test_a_short_form_of_a_list_replaces_its_items() -> None:
    listed = do(*DO_ITEMS)
    listed["blocks"][0]["short"] = [{"text": both("Mains propres")}]
    sections = (opening(), listed, closing(1))
    assert "Mains propres" in texts("two_sided", sections)
    assert not any("pinceaux" in text for text in texts("two_sided", sections))
    assert any("pinceaux" in text for text in texts("single", sections))


def test_a_block_is_printed_only_in_the_editions_that_it_names() -> None:
    only = paragraph("Seulement à l’écran.") | {"editions": ["single"]}
    sections = below(paragraph("Partout."), only)
    assert "Seulement à l’écran." in texts("single", sections)
    assert "Seulement à l’écran." not in texts("two_sided", sections)


def test_a_section_is_printed_only_in_the_editions_that_it_names() -> None:
    only = why(paragraph("Seulement à l’écran.")) | {"editions": ["single"]}
    sections = (opening(), only, closing(1))
    assert "Pourquoi?" in headings("single", sections)
    assert "Pourquoi?" not in headings("two_sided", sections)


def test_a_section_whose_blocks_are_all_for_other_editions_leaves_no_heading() -> None:
    only = paragraph("Seulement à l’écran.") | {"editions": ["single"]}
    assert "Pourquoi?" not in headings("two_sided", below(only))


def test_a_card_holds_message_key_points_signs_and_contact_only() -> None:
    found = texts("pocket_card", USUAL)
    for kept in ("N’y touchez pas", "Évanouissement", "811, option 1 Info-Santé, le jour même, ou votre médecin"):
        assert kept in found
    assert not any("pinceaux" in text or "Jour 0" in text for text in found)


def test_only_full_length_editions_name_sources_and_authors() -> None:
    assert "PubMed Central, PMC8008152" in texts("single", USUAL)
    assert "Rédigé par : équipe de rédaction" in texts("single", USUAL)
    assert "PubMed Central, PMC8008152" not in texts("two_sided", USUAL)


def test_an_approval_is_printed_with_name_role_and_day() -> None:
    approval = {"status": "approved", "by": "M. Roy", "role": both("infirmier", "nurse"), "on": "2026-05-02"}
    assert "Approuvé par : M. Roy, infirmier, 2 mai 2026" in texts("single", USUAL, approval=approval)


# do, avoid


def test_a_thing_to_avoid_is_followed_by_a_colon_its_reason_and_its_duration() -> None:
    assert "Maquillage : pores obstrués 24 à 48 heures" in texts("two_sided", USUAL)


@pytest.mark.parametrize(
    ("design", "lines"),
    [
        ("two_sided", ["Samedi : 9 h à 13 h. Fermé? 811, option 1"]),
        ("pocket_card", ["Samedi : 9 h à 13 h. Fermé? 811, option 1"]),
        ("single", ["Samedi : 9 h à 13 h", "Fermé? 811, option 1"]),
        ("large_print", ["Samedi : 9 h à 13 h", "Fermé? 811, option 1"]),
    ],
)
def test_what_to_do_when_the_clinic_is_closed_has_a_line_of_its_own_where_there_is_room(
    design: str, lines: list[str]
) -> None:
    said = [text for text in texts(design, USUAL) if "Samedi" in text or "Fermé?" in text]
    assert said == lines


def test_a_reason_after_a_full_stop_is_a_sentence_of_its_own() -> None:
    whole = {"text": both("N’y touchez pas."), "reason": both("Cela laisse des marques.")}
    assert "N’y touchez pas. Cela laisse des marques." in texts("two_sided", (opening(), avoid(whole), closing(1)))


def test_do_and_avoid_stand_side_by_side_where_the_page_is_wide() -> None:
    sections = (opening(), do(*DO_ITEMS), avoid(*AVOID_ITEMS), closing(1))
    wide, _ = told("two_sided", sections)
    narrow, _ = told("large_print", sections)
    assert [type(part) for part in wide if part.kind == "do"] == [Row]
    assert [type(part) for part in narrow if part.kind in {"do", "avoid"}] == [Listing, Listing]


def long_pair() -> tuple[Made, ...]:
    """Do and avoid lists that the first page of the full document has room for in part."""
    steps = [item(f"Étape {n}", duration=both(f"{n} jours")) for n in range(1, 10)]
    things = [item(f"Chose {n}", reason=both(f"raison {n}"), duration=both("toujours")) for n in range(1, 9)]
    return (opening(), expect(), do(*steps), avoid(*things), closing(3))


def test_lists_side_by_side_go_on_over_the_page_under_their_headings_each_item_with_its_reason() -> None:
    pages = read_pages(drawn("single", long_pair()).body.pdf)
    first, second = (" ".join(t.text for t in page.texts).replace("\u00a0", " ") for page in pages[-2:])
    assert ("À faire" in first, "À éviter" in first) == (True, True)
    assert ("À faire (suite)" in second, "À éviter (suite)" in second) == (True, True)
    for n in range(1, 9):
        assert (f"Chose {n}" in first) == (f"raison {n}" in first)
        assert (f"Étape {n}" in first) == (f"{n} jours" in first.partition("Étape 1")[2])
    assert min(t.baseline for t in pages[-2].texts if "Chose" in t.text or "Étape" in t.text) < 110


def test_divided_lists_side_by_side_are_read_whole_one_after_the_other() -> None:
    said = " ".join(texts("single", long_pair()))
    steps, things = [said.index(f"Étape {n}") for n in range(1, 10)], [said.index(f"Chose {n}") for n in range(1, 9)]
    assert steps + things == sorted(steps + things)


def test_lists_too_tall_for_a_page_stand_one_under_the_other() -> None:
    story, _ = told("single", (opening(), do(*DO_ITEMS * 14), avoid(*AVOID_ITEMS), closing(1)))
    assert not any(isinstance(part, Row) and part.kind == "do" for part in story)


def pages_said(design: str, sections: tuple[Made, ...], **more: Any) -> list[str]:
    """What each page of a sheet says, in one line."""
    pages = read_pages(drawn(design, sections, **more).body.pdf)
    return [" ".join(text.text for text in page.texts).replace("\u00a0", " ") for page in pages]


def days(count: int) -> Made:
    """A checklist of days with four boxes each."""
    boxes = [both("Nettoyer"), both("Hydrater"), both("Se reposer"), both("Boire")]
    listed = [{"first": str(day), "items": boxes} for day in range(count)]
    return section("days", {"block": "checklist", "days": listed}, heading=both("Jour par jour"))


@pytest.mark.parametrize("lines", range(8, 26, 2))
def test_a_large_checklist_is_parted_between_days_and_never_after_the_first(lines: int) -> None:
    before = why(paragraph("\n\n".join(["Une ligne."] * lines)))
    pages = [
        page.partition("Jour par jour")[2]
        for page in pages_said("large_print", (opening(), before, closing(1), days(5)))
        if "Jour par jour" in page
    ]
    assert pages[0].count("Nettoyer") >= 2
    assert all(page.count("Nettoyer") == page.count("Boire") for page in pages)


@pytest.mark.parametrize("lines", range(4, 24, 2))
def test_neither_the_dates_nor_the_sources_have_a_page_to_themselves_in_large_print(lines: int) -> None:
    before = why(paragraph("\n\n".join(["Une ligne."] * lines)))
    (page,) = [page for page in pages_said("large_print", (opening(), before, closing(1))) if "Date du" in page]
    assert "PubMed" in page


@pytest.mark.parametrize("lines", range(10, 40, 3))
def test_a_figure_stands_on_the_page_of_the_paragraph_before_it(lines: int) -> None:
    drawing = {"block": "figure", "file": "assets/boreale.svg", "alt": both("Un dessin"), "caption": both("Légende.")}
    told_before = [paragraph("Une ligne.")] * lines
    sections = (opening(), why(*told_before, paragraph("Le dessin le montre."), drawing), closing(1))
    (page,) = [page for page in pages_said("single", sections) if "Légende." in page]
    assert "Le dessin le montre." in page


@pytest.mark.parametrize("lines", range(14, 44, 3))
@pytest.mark.parametrize("design", ["single", "large_print"])
def test_no_page_has_but_one_item_of_a_list_of_bullets(design: str, lines: int) -> None:
    bullets = {"block": "bullets", "items": [both(f"Puce {n}") for n in range(1, 9)]}
    before = [paragraph("Une ligne.")] * lines
    counts = [page.count("Puce") for page in pages_said(design, (opening(), why(*before, bullets), closing(1)))]
    assert sum(counts) == 8
    assert 1 not in counts


def test_a_timeline_is_drawn_as_arrows_only_where_they_fit() -> None:
    def arrows(design: str, stages: int) -> bool:
        story, _ = told(design, (opening(), expect(stages), closing(1)))
        part = next(part for part in story if part.kind == "timeline")
        return any(isinstance(inner, Timeline) for inner in getattr(part, "parts", ()))

    assert arrows("two_sided", 4)
    assert not arrows("side_by_side", 4)


# contact


def test_the_contact_gives_hours_what_to_do_when_closed_and_the_page() -> None:
    found = texts("two_sided", SHORTEST)
    assert "Lundi au vendredi : 9 h à 17 h" in found
    assert "Samedi : 9 h à 13 h. Fermé? 811, option 1" in found
    assert "En ligne : boreale.example/boutons" in found


def test_lines_to_fill_stand_in_the_contact_panel_or_after_the_text() -> None:
    assert texts("two_sided", USUAL).count("Date du traitement") == 1
    assert texts("side_by_side", USUAL)[-2:] == ["Date du traitement", "Prochain rendez-vous"]
    assert "Date du traitement" not in texts("pocket_card", USUAL)


def test_notes_have_one_label_and_several_lines() -> None:
    block = {"block": "write_in", "lines": ["notes"], "note_lines": "4"}
    made = drawn("single", below(block))
    assert texts("single", below(block)).count("Notes") == 1
    assert sum(field.name.startswith("fr-notes-") for field in made.body.fields) == 4


def test_only_the_edition_for_the_screen_has_fields_and_live_links() -> None:
    for design in ("two_sided", "side_by_side", "large_print", "pocket_card"):
        body = drawn(design, EVERY_BLOCK if design == "large_print" else USUAL).body
        assert (body.fields, body.links) == ((), ()), design
    body = drawn("single", USUAL).body
    assert len(body.fields) == 2
    assert {link.uri for link in body.links} >= {
        "tel:911", "tel:811", "tel:+14185550134", "https://boreale.example/boutons", "https://pmc.example/PMC8008152",
    }  # fmt: skip


def test_names_of_fields_are_unique() -> None:
    fields = [field.name for field in drawn("single", EVERY_BLOCK).body.fields]
    assert len(fields) == len(set(fields)) > 3


def test_a_link_prints_its_address_on_paper_and_its_words_alone_on_screen() -> None:
    linked = paragraph("Lisez [la suite](https://boreale.example/suite).")
    assert "Lisez la suite (boreale.example/suite)." in texts("two_sided", below(linked))
    assert "Lisez la suite." in texts("single", below(linked))


def test_a_link_whose_words_are_its_address_does_not_print_it_twice() -> None:
    linked = paragraph("Lisez [boreale.example](https://boreale.example) et [418 555-0134](tel:4185550134).")
    assert "Lisez boreale.example et 418 555-0134." in texts("two_sided", below(linked))


def test_a_sheet_without_key_points_has_no_empty_list() -> None:
    made = drawn("two_sided", (section("m", MESSAGE), section("c", warning("emergency", both("Fièvre")), CONTACT)))
    box = next(node for node in made.body.document.walk() if node.role == "H1")
    assert box.kids
    assert all(node.kids or node.role in {"TD", "TH"} for node in made.body.document.walk() if node.role == "LI")


def test_paragraphs_parted_by_a_blank_line_are_two_elements() -> None:
    found = heard("two_sided", below(paragraph("Un.\n\nDeux.")))
    assert [text for role, text in found if role == "P" and text in {"Un.", "Deux."}] == ["Un.", "Deux."]


def test_bold_words_are_printed_in_bold() -> None:
    page = read_pages(drawn("two_sided", below(paragraph("Appelez **vite** la clinique."))).body.pdf)[0]
    fonts = {text.text.strip(): text.font for text in page.texts}
    assert fonts["vite"].endswith("Bold")
    assert fonts["la clinique."].endswith("Regular")
