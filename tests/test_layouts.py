"""Every layout, in every brand, with the shortest text, a usual one and the longest that fits."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

import pytest
from PIL import ImageChops

from handouts.editions import Edition
from handouts.render import Drawn
from handouts.tagging import MarkedContent, Node
from tests.inspection import embedded_fonts, render
from tests.page_faults import (
    PageContent,
    Shown,
    beyond,
    colliding,
    leaving,
    lines_of,
    read_pages,
    stranded,
    texts_of,
)
from tests.sample_sheets import (
    BRANDS,
    EVERY_BLOCK,
    LONG,
    SEVEN_DAYS,
    SHORTEST,
    USUAL,
    Made,
    both,
    content,
    drawn,
    editions,
    fits,
    grown,
    sheet,
)
from tests.spoken import Marks, blocks, marked_texts

EDGE = 14  # points that an office printer leaves white
BILINGUAL = {"two_sided", "side_by_side", "pocket_card"}


@dataclass(frozen=True)
class Sample:
    """A sheet drawn from a sample, and what can be read of it."""

    edition: Edition
    drawn: Drawn

    @cached_property
    def pages(self) -> list[PageContent]:
        """What stands on its pages."""
        return read_pages(self.drawn.body.pdf)

    @cached_property
    def marks(self) -> Marks:
        """The characters of its marked content."""
        return marked_texts(self.drawn.body.pdf)

    @property
    def document(self) -> Node:
        """Its structure."""
        return self.drawn.body.document

    def languages(self) -> list[Node]:
        """The part of each language."""
        return [node for node in self.document.kids if isinstance(node, Node) and node.lang]


@cache
def fullest(layout_id: str, brand: str) -> int:
    """How many words can be added to the usual text before it no longer fits."""
    low, high = 0, 400
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(sheet(layout_id, grown(middle), {"brand": brand})) else (low, middle)
    return low


def sample(edition: Edition, brand: str, kind: str) -> Sample:
    return _drawn(edition.id, brand, kind)


@cache
def _drawn(edition_id: str, brand: str, kind: str) -> Sample:
    edition = next(edition for edition in editions() if edition.id == edition_id)
    clinic: Made = {"brand": brand}
    sections: tuple[Made, ...]
    if kind == "longest" and edition.layout.max_pages is None:
        sections, clinic = EVERY_BLOCK, clinic | LONG | SEVEN_DAYS
    elif kind == "longest":
        sections = grown(fullest(edition.layout.id, brand))
    else:
        sections = {"shortest": SHORTEST, "usual": USUAL}[kind]
    return Sample(edition, drawn(edition.layout, sections, clinic, language=edition.languages[0].code))


def cases(*layouts: str, kinds: tuple[str, ...] = ("shortest", "usual", "longest")) -> pytest.MarkDecorator:
    """A test for every edition (of these layouts) in every brand and length."""
    made = [
        pytest.param(edition, brand, kind, id=f"{edition.id}-{brand}-{kind}")
        for edition in editions()
        if not layouts or edition.layout.id in layouts
        for brand in BRANDS
        for kind in kinds
    ]
    return pytest.mark.parametrize(("edition", "brand", "kind"), made)


# where text stands


@cases()
def test_no_text_overlaps_another_or_leaves_its_box(edition: Edition, brand: str, kind: str) -> None:
    made, design = sample(edition, brand, kind), edition.layout
    right = max(design.cards or (design.flow.left,)) + design.flow.width
    for page in made.pages:
        assert [*colliding(page), *leaving(page), *beyond(page, design.flow.left, right)] == []


@cases("side_by_side", "pocket_card")
def test_no_text_of_a_language_reaches_into_the_column_of_the_other(edition: Edition, brand: str, kind: str) -> None:
    made = sample(edition, brand, kind)
    french, english = (texts_of(part, made.pages) for part in made.languages())
    middle = edition.layout.paper.width / 2
    assert max(text.area.right for text in french) < middle
    assert min(text.area.left for text in english) > middle


@cases()
def test_no_ink_comes_nearer_to_an_edge_than_a_printer_can_print(edition: Edition, brand: str, kind: str) -> None:
    made = sample(edition, brand, kind)
    for number in range(made.drawn.pages):
        picture = render(made.drawn.body.pdf, number, dpi=72).convert("L")
        left, top, right, bottom = ImageChops.invert(picture).getbbox() or (EDGE, EDGE, EDGE, EDGE)
        assert left >= EDGE
        assert top >= EDGE
        assert right <= picture.width - EDGE
        assert bottom <= picture.height - EDGE


@cases()
def test_text_ends_above_the_footer(edition: Edition, brand: str, kind: str) -> None:
    design = edition.layout
    for page in sample(edition, brand, kind).pages:
        told = [text for text in page.texts if text.mcid is not None]
        assert min(text.baseline for text in told) > design.paper.height - design.flow.bottom


@cases("single", "large_print")
def test_no_line_and_no_heading_stands_alone_at_the_turn_of_a_page(edition: Edition, brand: str, kind: str) -> None:
    made = sample(edition, brand, kind)
    assert list(stranded(made.document, made.pages)) == []


@cases("single", "large_print", kinds=("longest",))
def test_pages_are_filled_before_another_is_begun(edition: Edition, brand: str, kind: str) -> None:
    """A block that is never divided can leave room; never half a page."""
    made, flow = sample(edition, brand, kind), edition.layout.flow
    for page in made.pages[1:-1]:
        lowest = min(text.baseline for text in page.texts if text.mcid is not None)
        assert lowest < page.height - (flow.top + flow.height * 0.5)


# French and English


def shape(node: Node) -> Iterator[tuple[int, str]]:
    """The elements of a part, as a tree without words."""

    def below(node: Node, depth: int) -> Iterator[tuple[int, str]]:
        for kid in node.kids:
            if isinstance(kid, Node):
                yield depth, kid.role
                yield from below(kid, depth + 1)

    return below(node, 0)


@cases(*BILINGUAL)
def test_french_says_as_much_as_english_element_by_element(edition: Edition, brand: str, kind: str) -> None:
    french, english = sample(edition, brand, kind).languages()
    assert list(shape(french)) == list(shape(english))


@cases(*BILINGUAL)
def test_french_is_never_smaller_or_lighter_than_english(edition: Edition, brand: str, kind: str) -> None:
    made = sample(edition, brand, kind)
    french, english = made.languages()
    for one, other in zip(french.walk(), english.walk(), strict=True):
        pair = [own_texts(node, made.pages) for node in (one, other)]
        french_looks, english_looks = ({(t.font, t.size, t.color) for t in texts} for texts in pair)
        assert french_looks == english_looks, one.role


def own_texts(node: Node, pages: list[PageContent]) -> list[Shown]:
    own = [kid for kid in node.kids if isinstance(kid, MarkedContent)]
    return [t for mark in own for t in pages[mark.page].texts if t.mcid == mark.mcid]


@cases(*BILINGUAL)
def test_french_comes_before_english(edition: Edition, brand: str, kind: str) -> None:
    made = sample(edition, brand, kind)
    assert [part.lang for part in made.languages()] == ["fr-CA", "en-CA"]
    first, second = (texts_of(part, made.pages)[0] for part in made.languages())
    assert (first.page, first.x) < (second.page, second.x)


@cases(*BILINGUAL, kinds=("shortest", "usual"))
def test_a_block_stands_at_the_same_height_in_both_languages(edition: Edition, brand: str, kind: str) -> None:
    made = sample(edition, brand, kind)
    french, english = made.languages()
    heads = [
        [texts_of(node, made.pages)[0].baseline for node in part.walk() if node.role in {"H1", "H2", "H3"}]
        for part in (french, english)
    ]
    assert heads[0] == heads[1]


@cases("side_by_side", kinds=("longest",))
def test_side_by_side_blocks_stand_in_rows_however_long(edition: Edition, brand: str, kind: str) -> None:
    made = sample(edition, brand, kind)
    places = [
        [(t.page, t.baseline) for n in part.walk() if n.role in {"H1", "H2", "H3"} for t in texts_of(n, made.pages)[:1]]
        for part in made.languages()
    ]
    assert places[0] == places[1]


# what must not be missed


@cases("two_sided", "side_by_side", "single", "pocket_card")
def test_warnings_and_contact_stand_on_the_page_of_the_main_message(edition: Edition, brand: str, kind: str) -> None:
    made = sample(edition, brand, kind)
    for part in made.languages():
        title = next(node for node in part.walk() if node.role == "H1")
        (page,) = {text.page for text in texts_of(title, made.pages)}
        levels = [n for n in part.walk() if n.role == "H3" and re.match(r"911|811|418|1.800", said(n, made))]
        assert len(levels) == 3
        assert {text.page for node in levels for text in texts_of(node, made.pages)} == {page}
        panel = next(node for node in part.walk() if node.role == "Div")
        assert {text.page for text in texts_of(panel, made.pages)} == {page}


def said(node: Node, made: Sample) -> str:
    return "".join(text for _, text in blocks(node, made.marks)).replace("\u00a0", " ")


@cases("large_print")
def test_large_print_gives_the_numbers_first_and_the_signs_on_the_next_page(
    edition: Edition, brand: str, kind: str
) -> None:
    made = sample(edition, brand, kind)
    phone = "1 800 555-0199" if kind == "longest" else "418 555-0134"
    first = "".join(text.text for text in made.pages[0].texts).replace("\u00a0", " ")
    second = "".join(text.text for text in made.pages[1].texts).replace("\u00a0", " ")
    for number in ("911", "811, option 1", phone):
        assert number in first
    for number in ("911", "811, option 1"):
        assert number in second
    assert "page 2" in first
    assert re.search(r"\(suite\)|\(continued\)", second)


@cases("two_sided", "side_by_side", "pocket_card", kinds=("longest",))
def test_type_never_shrinks_to_make_text_fit(edition: Edition, brand: str, kind: str) -> None:
    usual, longest = sample(edition, brand, "usual"), sample(edition, brand, kind)
    sizes = [{text.size for page in made.pages for text in page.texts} for made in (usual, longest)]
    assert sizes[0] == sizes[1]
    leadings = [leading(made) for made in (usual, longest)]
    assert leadings[0] == leadings[1]


def leading(made: Sample) -> Counter[float]:
    """The distances between lines inside of paragraphs."""
    found: set[float] = set()
    for node in made.document.walk():
        if node.role in {"P", "LBody"}:
            for lines in lines_of(texts_of(node, made.pages)).values():
                found |= {round(one - other, 1) for one, other in pairwise(lines)}
    return Counter(found)


def test_the_longest_text_that_fits_is_much_longer_than_the_usual_one() -> None:
    """Otherwise the tests above would test nothing."""
    assert min(fullest(layout_id, brand) for layout_id in BILINGUAL for brand in BRANDS) > 3


# marked content and text


@cases()
def test_every_text_is_bound_to_the_structure_and_every_mark_is_used_once(
    edition: Edition, brand: str, kind: str
) -> None:
    made = sample(edition, brand, kind)
    bound = [kid for node in made.document.walk() for kid in node.kids if isinstance(kid, MarkedContent)]
    assert max(Counter(bound).values()) == 1
    shown = {(text.page, text.mcid) for page in made.pages for text in page.texts if text.mcid is not None}
    assert shown <= {(mark.page, mark.mcid) for mark in bound}
    assert set(made.marks) <= {(mark.page, mark.mcid) for mark in bound}


@cases()
def test_text_reads_back_without_ligatures_or_unknown_characters(edition: Edition, brand: str, kind: str) -> None:
    text = "".join(sample(edition, brand, kind).marks.values())
    assert text
    assert re.findall("[\ufb00-\ufb06\ufffd\u202f\u00ad\u0000-\u0008]", text) == []


@cases()
def test_every_heading_is_of_a_level_that_follows_the_one_before(edition: Edition, brand: str, kind: str) -> None:
    for part in sample(edition, brand, kind).languages():
        levels = [int(node.role[1]) for node in part.walk() if node.role in {"H1", "H2", "H3"}]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


@cases(kinds=("usual", "longest"))
def test_only_the_fonts_of_the_brand_are_used_and_they_are_in_the_file(edition: Edition, brand: str, kind: str) -> None:
    fonts = embedded_fonts(sample(edition, brand, kind).drawn.body.pdf)
    assert set(fonts.values()) == {True}
    assert {name.rpartition("+")[2].rpartition("-")[0] for name in fonts} == {"SourceSans3"}


@cases()
def test_body_text_is_at_least_12_points_and_in_large_print_18(edition: Edition, brand: str, kind: str) -> None:
    made = sample(edition, brand, kind)
    sizes = {text.size for page in made.pages for text in page.texts if text.mcid is not None}
    assert min(sizes) == (18 if edition.layout.id == "large_print" else 12)


# telephone numbers


@cases()
def test_the_digits_of_a_telephone_number_are_never_divided(edition: Edition, brand: str, kind: str) -> None:
    made = sample(edition, brand, kind)
    phone = "1\u00a0800\u00a0555-0199" if (kind, edition.layout.max_pages) == ("longest", None) else "418\u00a0555-0134"
    heads = [
        text
        for node in made.document.walk()
        if node.role == "H3"
        for text in own_texts(node, made.pages) + [t for kid in links(node) for t in own_texts(kid, made.pages)]
    ]
    numbers = [text.text.replace(" ", "\u00a0").strip("\u00a0") for text in heads]
    assert phone in numbers


def links(node: Node) -> list[Node]:
    return [kid for kid in node.kids if isinstance(kid, Node) and kid.role == "Link"]


@pytest.mark.parametrize("layout_id", ["two_sided", "side_by_side", "pocket_card"])
def test_a_toll_free_number_and_seven_lines_of_hours_fit_or_are_refused_in_words(layout_id: str) -> None:
    short = both("Clinique")
    made = drawn(layout_id, SHORTEST, LONG | SEVEN_DAYS | {"name": short}, title=both("Soins", "Care"))
    for page in read_pages(made.body.pdf):
        assert [*colliding(page), *leaving(page)] == []
    assert content(SHORTEST, LONG).clinics["quebec"].phone == "1 800 555-0199"


@pytest.mark.parametrize("layout_id", ["two_sided", "side_by_side", "single", "large_print", "pocket_card"])
def test_a_toll_free_number_has_room_on_both_sides_in_its_cell(layout_id: str) -> None:
    made = drawn(layout_id, USUAL, {"phone": "1 800 555-0199"})
    rooms = [
        cell.right - text.area.right - text.size * 0.2 * (len(text.text) - len(text.text.rstrip()))
        for page in read_pages(made.body.pdf)
        for text in page.texts
        for cell in page.shapes
        if "555-0199" in text.text and cell.holds(text.area) and cell.right - cell.left < 220
    ]
    assert rooms
    assert min(rooms) > 5
