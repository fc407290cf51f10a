"""Flowables: each measures what it draws, wraps in its measure, and divides where it may."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from handouts.flowables.base import Flowable, Listing, Row, Stack, plain
from handouts.flowables.boxes import CalloutBox, QrBlock
from handouts.flowables.checklist import DayBand
from handouts.flowables.contact import ContactLine, ContactPanel, WriteIn, WriteInLine
from handouts.flowables.item_list import ItemRow, RuledHead
from handouts.flowables.message import MessageBox, Point
from handouts.flowables.prose import Item, Mark, Prose
from handouts.flowables.side_head import SideHead, TopHead
from handouts.flowables.table import Columns, TableRow
from handouts.flowables.timeline import StageRow, StageText, Timeline, TimelineHead, stage_fills
from handouts.flowables.warning import LevelBox, LevelHead, Sign, SignSpaces
from handouts.paper import Box, Size
from handouts.pen import Pen
from handouts.space import Space
from handouts.tagging import Node
from handouts.typography.fonts import bundled_family
from handouts.typography.styles import look_of
from handouts.wording.inline import Run
from tests.inspection import qr_codes, render
from tests.page_faults import PageContent, colliding, leaving, read_pages
from tests.pictures import drawn_pdf
from tests.sample_sheets import SHORTEST, content, layout

DESIGN = layout("two_sided")
LOOK = look_of(content(SHORTEST).brands["boreale"], DESIGN.scale, bundled_family(), 4.5)
SPACE = Space(DESIGN.spacing)
PAGE = Size(600, 400)
LEFT, TOP = 20.0, 20.0
TEXT = "La peau peut rougir, chauffer, peler ou démanger pendant quelques jours sans que ce soit grave. "


def pdf_of(flowable: Flowable, width: float = 260) -> bytes:
    height = flowable.height(width, SPACE)

    def draw(pen: Pen) -> None:
        flowable.draw(pen, Box(LEFT, TOP, width, height), SPACE)

    return drawn_pdf(draw, PAGE)


def page_of(flowable: Flowable, width: float = 260) -> PageContent:
    return read_pages(pdf_of(flowable, width))[-1]


def texts(page: PageContent) -> list[str]:
    return [text.text.strip() for text in page.texts]


def prose(text: str = TEXT) -> Prose:
    return Prose(runs=plain(text), style=LOOK.styles.body, node=Node("P"))


def row(text: str = "Maquillage", time: str = "", *, ruled: bool = True, indent: float = 0.0) -> ItemRow:
    return ItemRow(
        look=LOOK, runs=plain(text), node=Node("LBody"), time=plain(time) if time else (), ruled=ruled, indent=indent
    )


def head(text: str = "À faire", node: Node | None = None) -> RuledHead:
    return RuledHead(look=LOOK, text=text, node=node or Node("H2"), color=LOOK.palette.brand)


def listing(count: int, *, whole: bool = False) -> Listing:
    return Listing(
        head=head(), again=RuledHead(look=LOOK, text="À faire (suite)", node=None, color=LOOK.palette.brand),
        rows=tuple(row(f"Rangée {n}") for n in range(1, count + 1)), whole=whole,
    )  # fmt: skip


def message(*points: str, text: str = "Gardez la peau propre.", one_a_line: bool = False) -> MessageBox:
    return MessageBox(
        look=LOOK, runs=plain(text), node=Node("P"), sides=12, icon=17, one_a_line=one_a_line,
        points=tuple(Point(icon="hand", runs=plain(point), node=Node("LBody")) for point in points),
    )  # fmt: skip


def level(*signs: str, columns: int = 2) -> LevelBox:
    return LevelBox(
        look=LOOK, head=LevelHead(level="emergency", number=plain("911"), label="Tout de suite", node=Node("H3")),
        signs=tuple(Sign(runs=plain(sign), bullet=Node("Lbl"), body=Node("LBody")) for sign in signs),
        label_width=144, columns=columns, spaces=SignSpaces(4, 1, 8, 8),
    )  # fmt: skip


def write_in(*labels: str, columns: int = 1) -> WriteIn:
    lines = tuple(
        WriteInLine(name=label, label=label, node=Node("P"), field_node=None, tooltip=label) for label in labels
    )
    return WriteIn(look=LOOK, lines=lines, columns=columns, step=21.5)


def contact(*lines: str, wide: bool = False) -> ContactPanel:
    told = tuple(ContactLine(runs=plain(line), node=Node("P")) for line in lines)
    return ContactPanel(
        look=LOOK, lines=told, uri="https://boreale.example/boutons", qr_node=Node("Figure", alt="Code QR"),
        write_in=write_in("Date du traitement", "Prochain rendez-vous") if wide else None, joined=False,
    )  # fmt: skip


def stages(count: int, text: str = "Peau chaude") -> tuple[StageText, ...]:
    return tuple(
        StageText(label=f"Jour {n}", label_node=Node("TH"), runs=plain(text), node=Node("TD"), icon="warm")
        for n in range(count)
    )


def timeline(count: int = 4, text: str = "Peau chaude") -> Timeline:
    return Timeline(look=LOOK, stages=stages(count, text))


def table(*rows: tuple[str, ...]) -> list[TableRow]:
    cells = [tuple(plain(text) for text in each) for each in rows]
    columns = Columns(cells[0], tuple(cells[1:]), LOOK.styles.strong, LOOK.styles.body)
    return [
        TableRow(look=LOOK, columns=columns, cells=each, nodes=tuple(Node("TD") for _ in each), is_head=not number)
        for number, each in enumerate(cells)
    ]


SAMPLES: dict[str, Callable[[], Flowable]] = {
    "prose": prose,
    "item": lambda: Item(mark=Mark(text="•", node=Node("Lbl")), body=prose(), indent=12),
    "row": lambda: row(TEXT, "24 à 48 heures"),
    "row to tick": lambda: row(TEXT, indent=18),
    "row with a long time": lambda: row("Presser", "jusqu’à la guérison complète de la peau et des boutons"),
    "head": lambda: head("À faire et à ne pas faire pendant les premiers jours"),
    "band": lambda: DayBand(look=LOOK, text="Jours 1 à 3", node=Node("H3")),
    "listing": lambda: listing(4),
    "message": lambda: message("N’y touchez pas", "Gardez la peau propre", "Appelez si cela dure", text=TEXT),
    "level": lambda: replace(level("Difficulté à respirer", TEXT, "Fainting", columns=1), label_width=90),
    "callout": lambda: CalloutBox(look=LOOK, body=Stack(parts=(prose(), prose()))),
    "contact": lambda: contact("Lundi au vendredi : 9 h à 17 h", "Samedi : 9 h à 13 h"),
    "lines to fill": lambda: write_in("Date du traitement", "Prochain rendez-vous"),
    "stage": lambda: StageRow(look=LOOK, stage=stages(1, TEXT)[0], fill="#0B4F5C", label_width=112, ruled=True),
    "table": lambda: Stack(parts=tuple(table(("Ce que vous voyez", "Qui appeler"), (TEXT, "La clinique")))),
    "code": lambda: QrBlock(
        look=LOOK, uri="https://boreale.example", node=Node("Figure", alt="x"), body=Stack(parts=(prose(),))
    ),
}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("width", [230, 346, 540])
def test_a_flowable_takes_the_height_that_it_says_and_stays_in_its_width(name: str, width: float) -> None:
    flowable = SAMPLES[name]()
    page = page_of(flowable, width)
    bottom = PAGE.height - TOP - flowable.height(width, SPACE)
    for text in page.texts:
        assert text.area.left >= LEFT - 0.5
        assert text.area.right <= LEFT + width + 0.5, text.text
        assert text.area.bottom >= bottom - 0.5, text.text
        assert text.area.top <= PAGE.height - TOP + 0.5
    assert [*colliding(page), *leaving(page)] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_every_word_of_a_flowable_is_drawn_once(name: str) -> None:
    wide, narrow = (" ".join(texts(page_of(SAMPLES[name](), width))).split() for width in (540, 230))
    assert sorted(wide) == sorted(narrow)
    assert wide


# rows


def test_a_duration_stands_at_the_right_edge_on_the_first_line_and_in_bold() -> None:
    page = page_of(row(TEXT, "7 jours"))
    first, *_, time = page.texts
    assert time.area.right == pytest.approx(LEFT + 260, abs=1)
    assert time.baseline == first.baseline
    assert time.font.endswith("Bold")


def test_a_short_duration_leaves_its_own_row_more_room_for_text() -> None:
    def lines(time: str) -> int:
        return len({text.baseline for text in page_of(row(TEXT, time)).texts})

    assert lines("toujours") <= lines("après 24 à 48 heures")


def test_a_duration_too_long_to_stand_beside_the_text_takes_a_line_under_it() -> None:
    page = page_of(row("Presser", "jusqu’à la guérison complète"))
    assert texts(page) == ["Presser", "jusqu’à la guérison complète"]
    assert page.texts[1].baseline < page.texts[0].baseline


def test_a_box_to_tick_is_ten_points_square_and_stands_left_of_its_text() -> None:
    page = page_of(row("Hydrater", indent=18, ruled=False))
    (box,) = page.shapes
    assert box.right - box.left == pytest.approx(11, abs=1.1)
    assert box.top - box.bottom == pytest.approx(11, abs=1.1)
    assert box.right < page.texts[0].area.left


# lists


def test_a_list_is_divided_with_two_rows_on_each_side_and_its_heading_again() -> None:
    five = listing(5)
    halves = five.split(260, five.height(260, SPACE) - 5, SPACE)
    assert halves is not None
    assert texts(page_of(halves[0])) == ["À faire", "Rangée 1", "Rangée 2", "Rangée 3"]
    assert texts(page_of(halves[1])) == ["À faire (suite)", "Rangée 4", "Rangée 5"]
    assert page_of(halves[1]).texts[0].mcid is None


def test_a_list_that_would_leave_one_row_is_not_divided() -> None:
    three = listing(3)
    assert three.split(260, three.height(260, SPACE) - 1, SPACE) is None


def test_a_list_that_is_whole_is_never_divided() -> None:
    assert listing(9, whole=True).split(260, 120, SPACE) is None


@pytest.mark.parametrize("room", range(15, 200, 15))
def test_a_paragraph_is_divided_with_two_lines_on_each_side(room: int) -> None:
    whole = prose(TEXT * 3)
    halves = whole.split(260, room, SPACE)
    if halves is None:
        assert room < 30
        return
    heights = [half.height(260, SPACE) for half in halves]
    assert heights[0] <= room
    assert min(heights) >= 30
    assert sum(heights) == whole.height(260, SPACE)
    said = " ".join(" ".join(texts(page_of(half))) for half in halves)
    assert said.split() == (TEXT * 3).split()


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_paragraph_of_three_lines_or_fewer_is_never_divided(lines: int) -> None:
    text = " ".join(["anticonstitutionnellement"] * lines)
    assert prose(text).split(150, 15 * lines - 1, SPACE) is None


def test_a_stack_never_leaves_a_heading_behind() -> None:
    stack = Stack(parts=(prose(), replace(prose("Titre"), keep_with_next=True), row(TEXT), row(TEXT)))
    room = prose().height(260, SPACE) + SPACE.between("block") + 20
    halves = stack.split(260, room, SPACE)
    assert halves is not None
    assert "Titre" not in texts(page_of(halves[0]))
    assert texts(page_of(halves[1]))[0] == "Titre"


def headed(*parts: Flowable, beside: bool) -> SideHead | TopHead:
    body = Stack(parts=parts)
    if beside:
        return SideHead(look=LOOK, heading="Pourquoi?", continued="Pourquoi? (suite)", node=Node("H2"), body=body)
    again = RuledHead(look=LOOK, text="Pourquoi? (suite)", node=None, color=LOOK.palette.brand)
    return TopHead(head=head("Pourquoi?"), again=again, body=replace(body, between="none"), leading=15)


BESIDE = pytest.mark.parametrize("beside", [True, False], ids=["at the side", "above"])


@BESIDE
def test_a_heading_is_repeated_where_its_text_goes_on(beside: bool) -> None:
    topic = headed(prose(TEXT * 2), prose(TEXT * 2), beside=beside)
    halves = topic.split(540, 72, SPACE)
    assert halves is not None
    pages = [page_of(half, 540) for half in halves]
    assert [texts(page)[0] for page in pages] == ["Pourquoi?", "Pourquoi? (suite)"]
    assert [page.texts[0].mcid is None for page in pages] == [False, True]
    body = [" ".join(texts(page)[1:]) for page in pages]
    assert " ".join(body).split() == (TEXT * 4).split()


@BESIDE
def test_a_heading_keeps_two_lines_and_sends_two_on(beside: bool) -> None:
    topic = headed(*(prose(f"Ligne {n}") for n in range(6)), beside=beside)
    parted = [halves for room in range(20, 150, 3) if (halves := topic.split(540, room, SPACE))]
    assert parted
    assert all(len(texts(page_of(half, 540))) - 1 >= 2 for halves in parted for half in halves)


def test_a_side_heading_and_its_text_share_their_first_baseline() -> None:
    page = page_of(headed(prose(), beside=True), 540)
    assert page.texts[0].baseline == pytest.approx(page.texts[1].baseline, abs=0.1)
    assert page.texts[1].x == pytest.approx(LEFT + 142)


# message


def test_key_points_stand_in_one_row_where_they_fit() -> None:
    page = page_of(message("N’y touchez pas", "Gardez la peau propre", "Appelez"), 540)
    assert len({text.baseline for text in page.texts if text.size == 13}) == 1


def test_key_points_flow_into_rows_where_they_do_not_fit() -> None:
    page = page_of(message("N’y touchez pas", "Gardez la peau propre", "Appelez si cela dure"), 346)
    assert len({text.baseline for text in page.texts if text.size == 13}) == 2


def test_five_key_points_and_a_long_one_stay_in_the_box() -> None:
    box = message(*["Lavez vos mains"] * 4, "Appelez si cela empire ou dure plus de sept jours de suite")
    page = page_of(box, 300)
    assert [*colliding(page), *leaving(page)] == []
    assert texts(page).count("Lavez vos mains") == 4


def test_in_large_print_each_key_point_has_its_line() -> None:
    page = page_of(message("Non", "Oui", "Appelez", one_a_line=True), 540)
    assert len({text.baseline for text in page.texts if text.size == 13}) == 3


# warnings


def sign_columns(page: PageContent) -> list[list[str]]:
    bullets = sorted({text.x for text in page.texts if text.text.strip() == "•"})
    signs = [text for text in page.texts if text.mcid is not None and text.size == 12 and text.x > LEFT + 150]
    signs = [text for text in signs if text.text.strip() != "•"]
    edges = [*bullets[1:], 999.0]
    starts = bullets
    return [
        [text.text.strip() for text in signs if start < text.x < end] for start, end in zip(starts, edges, strict=True)
    ]


def test_signs_stand_in_two_columns_read_down_the_first_then_the_second() -> None:
    columns = sign_columns(page_of(level("un", "deux", "trois", "quatre", "cinq"), 540))
    assert columns == [["un", "deux", "trois"], ["quatre", "cinq"]]


def test_columns_of_signs_are_balanced_by_lines() -> None:
    columns = sign_columns(page_of(level(TEXT * 2, "deux", "trois", "quatre", "cinq"), 540))
    assert columns[1] == ["deux", "trois", "quatre", "cinq"]


def test_one_sign_takes_the_whole_width() -> None:
    page = page_of(level(TEXT.strip()), 540)
    assert max(text.area.right for text in page.texts) > LEFT + 430
    assert len(sign_columns(page)) == 1


def test_one_sign_stands_on_the_line_of_the_number_to_call() -> None:
    baselines = {text.text.strip(): text.baseline for text in page_of(level("un"), 540).texts}
    assert baselines["un"] == pytest.approx(baselines["911"])


def test_a_number_to_dial_is_never_divided_however_narrow_the_cell() -> None:
    box = replace(
        level("un"), head=LevelHead(level="clinic", number=plain("1 800 555-0199"), label="", node=Node("H3")),
        label_width=60,
    )  # fmt: skip
    assert "1 800 555-0199" in texts(page_of(box, 540))


# lines to fill


def test_the_rules_of_a_column_begin_after_its_widest_label() -> None:
    page = page_of(write_in("Date", "Prochain rendez-vous", columns=2), 346)
    lengths = {round(shape.right - shape.left) for shape in page.shapes}
    assert len(lengths) == 1
    assert lengths.pop() >= 40


def test_two_languages_side_by_side_have_lines_of_one_length() -> None:
    french, english = write_in("Date du traitement", columns=1), write_in("Date", columns=1)
    widest = tuple(max(pair) for pair in zip(french.widest_labels(), english.widest_labels(), strict=True))
    rules = [page_of(replace(lines, columns=2, label_widths=widest * 2), 346).shapes[0] for lines in (french, english)]
    assert rules[0] == rules[1]


# tables


def test_columns_of_a_table_line_up_in_every_row() -> None:
    page = page_of(Stack(parts=tuple(table(("Quoi", "Quand", "Qui"), (TEXT, "hier", "moi"), ("x", "y", "z")))), 540)
    starts = {"Quand": 0.0, "hier": 0.0, "y": 0.0}
    starts = {text.text.strip(): text.x for text in page.texts if text.text.strip() in starts}
    assert len(set(starts.values())) == 1


def test_the_longest_word_of_a_cell_is_not_divided() -> None:
    rows = table(("A", "B", "C", "D"), ("anticonstitutionnellement", TEXT, TEXT, TEXT))
    assert "anticonstitutionnellement" in texts(page_of(Stack(parts=tuple(rows)), 540))


def test_a_repeated_head_of_a_table_is_running_content() -> None:
    rows = table(("Quoi", "Qui"), ("a", "b"))
    page = page_of(replace(rows[0], nodes=()))
    assert {text.mcid for text in page.texts} == {None}


# timelines


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_stages_go_from_the_brand_color_to_white(count: int) -> None:
    fills = stage_fills(LOOK, count)
    assert (len(fills), fills[0], fills[-1]) == (count, LOOK.palette.brand, "#FFFFFF")


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_the_arrows_of_a_timeline_fill_the_width(count: int) -> None:
    page = page_of(timeline(count), 540)
    arrows = [shape for shape in page.shapes if shape.top - shape.bottom > 20]
    assert min(arrow.left for arrow in arrows) == pytest.approx(LEFT, abs=1)
    assert max(arrow.right for arrow in arrows) == pytest.approx(LEFT + 540, abs=1)
    assert [*colliding(page), *leaving(page)] == []


def test_a_timeline_whose_labels_do_not_fit_its_arrows_says_so() -> None:
    long = replace(stages(5)[0], label="Deux semaines avant le traitement")
    assert timeline(4).fits(540)
    assert not Timeline(look=LOOK, stages=(long, *stages(4))).fits(540)


@pytest.mark.parametrize("note", ["Le premier jour", TEXT])
def test_rows_of_stages_stand_clear_of_the_heading_and_of_its_note(note: str) -> None:
    heading = TimelineHead(
        look=LOOK, heading="Étapes", heading_node=Node("H2"), note=plain(note), note_node=Node("P"), open=True
    )
    rows = tuple(
        StageRow(look=LOOK, stage=stage, fill="#0B4F5C", label_width=112, ruled=True) for stage in stages(2, "")
    )
    page = page_of(Listing(head=heading, again=heading, rows=rows))
    said = [text for text in page.texts if text.text.strip() and text.text.strip() in f"Étapes {note}"]
    first_cell = max(shape.top for shape in page.shapes)
    assert min(text.area.bottom for text in said) - first_cell >= SPACE.between("item")


# rows of flowables, codes


def test_flowables_side_by_side_share_the_width_and_their_top() -> None:
    pair = Row(parts=(prose("Un"), prose(TEXT)), gutter=20)
    page = page_of(pair, 540)
    assert [page.texts[0].x, page.texts[1].x] == [LEFT, LEFT + 280]
    assert page.texts[0].baseline == page.texts[1].baseline
    assert pair.height(540, SPACE) == prose(TEXT).height(260, SPACE)


def pair_of_lists(left: int, right: int, *, divisible: bool = True) -> Row:
    """Two lists of so many rows, side by side."""
    return Row(parts=(listing(left), listing(right)), gutter=20, divisible=divisible)


def test_lists_side_by_side_are_divided_at_one_height_with_two_items_on_each_side_of_every_column() -> None:
    pair = pair_of_lists(6, 9)
    halves = pair.split(540, 100, SPACE)
    assert halves is not None
    above, below = halves
    assert above.height(540, SPACE) <= 100
    for column, (one, other) in enumerate(zip(above.parts, below.parts, strict=True)):
        assert isinstance(one, Listing)
        assert isinstance(other, Listing)
        assert min(len(one.rows), len(other.rows)) >= 2
        whole = pair.parts[column]
        assert isinstance(whole, Listing)
        assert one.rows + other.rows == whole.rows
        assert other.head == one.again


@pytest.mark.parametrize(("left", "right"), [(3, 9), (9, 3)])
def test_lists_side_by_side_stay_whole_where_one_of_them_is_too_short_to_be_divided(left: int, right: int) -> None:
    assert pair_of_lists(left, right).split(540, 100, SPACE) is None


def test_the_languages_of_a_row_are_never_divided() -> None:
    assert pair_of_lists(9, 9, divisible=False).split(540, 100, SPACE) is None


@pytest.mark.parametrize(
    "address", ["https://boreale.example", "https://boreale.example/" + "tres-longue-adresse/" * 8]
)
def test_a_code_can_be_scanned_however_long_its_address(address: str) -> None:
    block = QrBlock(look=LOOK, uri=address, node=Node("Figure", alt="x"), body=Stack(parts=(prose("Suite"),)))
    picture = render(pdf_of(block, 540), dpi=110).convert("L")
    assert qr_codes(picture) == [address]


def test_a_code_in_the_contact_panel_can_be_scanned() -> None:
    picture = render(pdf_of(contact("Lundi : 9 h à 17 h", wide=True), 540), dpi=110).convert("L")
    assert qr_codes(picture) == ["https://boreale.example/boutons"]


def test_a_figure_is_one_piece_of_marked_content_with_its_place_on_the_page() -> None:
    node = Node("Figure", alt="Code QR")
    block = QrBlock(look=LOOK, uri="https://boreale.example", node=node, body=Stack(parts=(prose("Suite"),)))
    pdf_of(block, 540)
    assert node.bbox is not None
    left, bottom, right, top = node.bbox
    assert left == LEFT
    assert right - left == pytest.approx(top - bottom)
    assert len(node.kids) == 1


def test_links_of_a_heading_take_the_color_of_its_ground() -> None:
    box = replace(
        level("un"),
        head=LevelHead(level="emergency", number=(Run("911", href="tel:911"),), label="", node=Node("H3")),
    )
    number = next(text for text in page_of(box, 540).texts if text.text.strip() == "911")
    assert number.color == "#FFFFFF"
