"""The real content.yaml: every sheet of every clinic, read as a patient would."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from handouts.content.loading import load
from handouts.editions import editions_of
from handouts.model import Content, Text
from handouts.model import blocks as model
from handouts.render import Drawn, render
from handouts.sheet import Sheet
from handouts.tagging import Node
from layouts import LAYOUTS
from tests.inspection import qr_codes, words
from tests.inspection import render as picture_of
from tests.page_faults import PageContent, beyond, colliding, leaving, read_pages, stranded
from tests.spoken import Marks, blocks, marked_texts

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 23)
TONER = 0.12  # of a page; page design, section 11
DARK = 110  # of 255


@cache
def content() -> Content:
    return load(ROOT / "content.yaml", [layout.id for layout in LAYOUTS]).content


def sheets() -> Iterator[Sheet]:
    said = content()
    for clinic_id, clinic in said.clinics.items():
        for handout_id in said.handouts:
            for layout in (layout for layout in LAYOUTS if layout.id in clinic.editions):
                for edition in editions_of(layout, said):
                    yield Sheet(said, ROOT, handout_id, clinic_id, edition, TODAY)


SHEETS = list(sheets())
IDS = [f"{sheet.clinic_id}-{sheet.handout_id}-{sheet.edition.id}" for sheet in SHEETS]
EVERY = pytest.mark.parametrize("sheet", SHEETS, ids=IDS)
BY_PATH = {sheet.path: sheet for sheet in SHEETS}


def drawn(sheet: Sheet) -> Drawn:
    """A sheet, drawn once for all tests."""
    return _drawn(sheet.path)


def pages(sheet: Sheet) -> list[PageContent]:
    """Its pages, read once."""
    return _pages(sheet.path)


def marks_of(sheet: Sheet) -> Marks:
    """The characters of its marked content, read once."""
    return _marks(sheet.path)


@cache
def _drawn(path: str) -> Drawn:
    return render(BY_PATH[path])


@cache
def _pages(path: str) -> list[PageContent]:
    return read_pages(_drawn(path).body.pdf)


@cache
def _marks(path: str) -> Marks:
    return marked_texts(_drawn(path).body.pdf)


def test_the_sample_is_whole() -> None:
    said = content()
    assert (len(said.handouts), len(said.brands), len(said.clinics)) == (3, 2, 4)
    assert {edition for clinic in said.clinics.values() for edition in clinic.editions} == {each.id for each in LAYOUTS}
    assert len(SHEETS) == len({sheet.path for sheet in SHEETS}) > 50


# words


@EVERY
def test_every_word_of_the_content_is_read_in_order(sheet: Sheet) -> None:
    made = drawn(sheet)
    marks = marks_of(sheet)
    parts = [node for node in made.body.document.kids if isinstance(node, Node) and node.role == "Sect"]
    assert len(parts) == len(sheet.edition.languages)
    for language, part in zip(sheet.edition.languages, parts, strict=True):
        heard = words(" ".join(text for _, text in blocks(part, marks)))
        wording = sheet.wording(language)
        for texts in printed_sections(sheet):
            place = 0
            for text, label in texts:
                wanted = words(wording.plain(text, label=label))
                found = index_of(wanted, heard, place)
                assert found is not None, f"“{' '.join(wanted)}” is not in the {language.code} part"
                place = found if len(wanted) == 1 else found + len(wanted) - 1


def index_of(wanted: list[str], heard: list[str], start: int) -> int | None:
    """Where words stand one after the other, from a place on; a colon or full stop may follow the last."""
    told = [bare for word in wanted if (bare := word.rstrip(":."))]
    places = [number for number, word in enumerate(heard) if number >= start and word.rstrip(":.")]
    for at, place in enumerate(places):
        if heard[place].rstrip(":.") != told[0]:
            continue
        if [heard[number].rstrip(":.") for number in places[at : at + len(told)]] == told:
            return place
    return None


def printed_sections(sheet: Sheet) -> Iterator[list[tuple[Text, bool]]]:
    """The texts that a sheet must print, section by section; whether each stands alone as a label."""
    layout = sheet.edition.layout
    for section in sheet.handout.sections:
        if section.editions and layout.id not in section.editions:
            continue
        texts: list[tuple[Text, bool]] = []
        for block in section.blocks:
            editions = getattr(block, "editions", ())
            if layout.prints(block.block) and (not editions or layout.id in editions):
                texts += said(block, short=layout.short)
        if texts and section.heading and not isinstance(section.blocks[0], model.MainMessage | model.KeyPoints):
            texts.insert(0, (section.heading, False))
        yield texts


def said(block: model.Block, *, short: bool) -> Iterator[tuple[Text, bool]]:  # noqa: C901, PLR0912 (a case a block)
    """The texts of a block in the order in which they are read."""
    match block:
        case model.DoList() | model.AvoidList():
            for item in (block.short if short else None) or block.items:
                yield item.text, False
                yield from ((each, label) for each, label in ((item.reason, False), (item.duration, True)) if each)
        case model.Bullets() | model.Steps():
            yield from ((text, False) for text in (block.short if short else None) or block.items)
        case model.Paragraph():
            yield (block.short if short else None) or block.text, False
        case model.Callout():
            yield from ((text, False) for text in (block.title, (block.short if short else None) or block.text) if text)
        case model.Question():
            yield from ((text, False) for text in (block.question, (block.short if short else None) or block.answer))
        case model.MainMessage():
            yield block.text, False
        case model.KeyPoints():
            yield from ((item.text, True) for item in block.items)
        case model.Timeline():
            yield from ((text, False) for text in (block.note,) if text)
            yield from ((stage.text, False) for stage in block.stages)
        case model.Warning():
            yield from ((text, False) for text in block.signs)
        case model.Checklist():
            yield from ((text, False) for day in block.days for text in day.items)
        case model.Table():
            yield from ((text, False) for text in (block.lead,) if text)
            yield from ((text, True) for row in (block.columns, *block.rows) for text in row)
        case model.Figure():
            yield block.caption, False
        case model.QrCode():
            yield block.text, False
        case model.Contact() | model.WriteInLines():
            pass


@EVERY
def test_the_title_opens_each_language_and_the_phone_number_is_in_it(sheet: Sheet) -> None:
    made = drawn(sheet)
    marks = marks_of(sheet)
    for language in sheet.edition.languages:
        part = next(
            node for node in made.body.document.kids if isinstance(node, Node) and node.lang == language.tag
        )  # the cover's titles are deeper
        texts = [text.replace("\u00a0", " ").strip() for _, text in blocks(part, marks)]
        assert texts[0] == sheet.wording(language).plain(sheet.handout.title).replace("\u00a0", " ")
        assert any(text.startswith(sheet.clinic.phone) for text in texts)
        assert any(text.startswith("911") for text in texts)


@EVERY
def test_no_text_reads_back_with_ligatures_or_unknown_characters(sheet: Sheet) -> None:
    text = "".join(marks_of(sheet).values())
    assert re.findall("[\ufb00-\ufb06\ufffd\u202f\u00ad{}]", text) == []


@EVERY
def test_french_has_its_spaces_quotes_and_apostrophes(sheet: Sheet) -> None:
    made = drawn(sheet)
    marks = marks_of(sheet)
    for part in (node for node in made.body.document.walk() if node.lang == "fr-CA" and node.role == "Sect"):
        text = " ".join(text for _, text in blocks(part, marks))
        assert re.findall(r"[^\s]:(?=\s)|«\S|\S»|\d%|\dh\b|['\"]", text) == []
        assert re.findall(r"\s[?!;]", text) == []


# pages


@EVERY
def test_no_text_overlaps_another_or_leaves_its_box(sheet: Sheet) -> None:
    layout = sheet.edition.layout
    right = max(layout.cards or (layout.flow.left,)) + layout.flow.width
    for page in pages(sheet):
        assert [*colliding(page), *leaving(page), *beyond(page, layout.flow.left, right)] == []


@EVERY
def test_no_line_and_no_heading_stands_alone_at_the_turn_of_a_page(sheet: Sheet) -> None:
    assert list(stranded(drawn(sheet).body.document, pages(sheet))) == []


@EVERY
def test_no_page_takes_more_toner_than_the_design_allows(sheet: Sheet) -> None:
    made = drawn(sheet)
    for number in range(made.pages):
        histogram = picture_of(made.body.pdf, number, dpi=72).convert("L").histogram()
        assert sum(histogram[:DARK]) / sum(histogram) < TONER, f"page {number + 1}"


@pytest.mark.parametrize("clinic_id", content().clinics)
def test_a_qr_code_can_be_scanned_from_a_grey_and_from_a_black_and_white_copy(clinic_id: str) -> None:
    """At 110 dpi, as a bad copy has it."""
    sheets = [sheet for sheet in SHEETS if sheet.clinic_id == clinic_id and sheet.handout_id == "pimples"]
    assert sheets
    for sheet in sheets:
        made = drawn(sheet)
        wordings = [sheet.wording(language) for language in sheet.edition.languages]
        links = {wording.link(block.link) for wording in wordings for block in contacts(sheet)}
        seen: dict[str, set[str]] = {"grey": set(), "black": set()}
        for number in range(made.pages):
            grey = picture_of(made.body.pdf, number, dpi=110).convert("L")
            seen["grey"] |= set(qr_codes(grey))
            seen["black"] |= set(qr_codes(grey.point(lambda level: 255 * (level > 127)).convert("1").convert("L")))
        assert seen == {"grey": links, "black": links}


def contacts(sheet: Sheet) -> list[model.Contact]:
    return [b for section in sheet.handout.sections for b in section.blocks if isinstance(b, model.Contact)]


def test_levels_of_warning_differ_in_grey_by_tone() -> None:
    sheet = next(sheet for sheet in SHEETS if sheet.edition.id == "two_sided" and sheet.handout_id == "pimples")
    number = drawn(sheet).pages - 2
    picture = picture_of(drawn(sheet).body.pdf, number, dpi=72).convert("L")
    levels = [text for text in pages(sheet)[number].texts if text.size in {21, 17} and text.mcid is not None]
    grounds = [picture.getpixel((int(t.area.right) + 4, int(792 - t.baseline - 4))) for t in levels]
    dark, middle, light = (int(level) for level in grounds[:3])  # type: ignore[arg-type]
    assert dark < 90 < middle - 40
    assert middle < 220 < light
