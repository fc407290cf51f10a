"""SVG files from anyone: drawn as they are, or refused with what to change."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from handouts.errors import AssetError, Problem
from handouts.paper import Box
from handouts.pictures.logo import Picture
from handouts.pictures.svg import read_svg
from handouts.pictures.vector import Drawing
from tests.pictures import color_at, drawn

RED, BLUE, WHITE = "#FF0000", "#0000FF", "#FFFFFF"


def svg(body: str, head: str = 'viewBox="0 0 100 100"') -> bytes:
    """An SVG file around some elements."""
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {spaces} {head}>{body}</svg>".encode()


def shown(body: str, head: str = 'viewBox="0 0 100 100"') -> Image.Image:
    """The SVG as it is printed on a page of 100 by 100 points, a pixel a point."""
    drawing = read_svg(svg(body, head), "logo.svg")
    return drawn(lambda pen: Picture("logo.svg", drawing).draw(pen, Box(0, 0, 100, 100)))


def problems(data: bytes) -> tuple[Problem, ...]:
    """What is said about a file, nothing if it is taken."""
    try:
        assert isinstance(read_svg(data, "logo.svg"), Drawing)
    except AssetError as refusal:
        return refusal.problems
    return ()


def problem(data: bytes) -> Problem:
    """Why a file is refused."""
    with pytest.raises(AssetError) as refusal:
        read_svg(data, "logo.svg")
    (only,) = refusal.value.problems
    assert only.hint, "a designer is told what to do"
    return only


# what is drawn


@pytest.mark.parametrize(
    ("shape", "inside", "outside"),
    [
        ('<rect x="20" y="30" width="50" height="40" {}/>', (22, 32), (18, 32)),
        ('<rect x="20" y="30" width="50" height="40" rx="20" {}/>', (45, 50), (22, 32)),
        ('<circle cx="50" cy="50" r="30" {}/>', (50, 22), (26, 26)),
        ('<ellipse cx="50" cy="50" rx="40" ry="10" {}/>', (15, 50), (50, 35)),
        ('<polygon points="50,10 90,90 10,90" {}/>', (50, 80), (15, 20)),
        ('<polyline points="50,10 90,90 10,90" {}/>', (50, 80), (15, 20)),
        ('<path d="M50 10a40 40 0 0 1 0 80z" {}/>', (80, 50), (45, 50)),
    ],
)
def test_every_basic_shape_is_drawn(shape: str, inside: tuple[int, int], outside: tuple[int, int]) -> None:
    picture = shown(shape.format('fill="red"'))
    assert color_at(picture, *inside) == RED
    assert color_at(picture, *outside) == WHITE


def test_a_line_is_drawn_with_its_stroke() -> None:
    picture = shown('<line x1="10" y1="50" x2="90" y2="50" stroke="#00f" stroke-width="8"/>')
    assert (color_at(picture, 50, 47), color_at(picture, 50, 43)) == (BLUE, WHITE)


def test_a_shape_without_a_colour_is_black() -> None:
    assert color_at(shown('<rect width="100" height="100"/>'), 50, 50) == "#000000"


def test_groups_hand_down_colours_and_transforms() -> None:
    picture = shown(
        '<g fill="red" transform="translate(50 50)"><g transform="scale(2)"><rect width="10" height="10"/></g></g>'
    )
    assert (color_at(picture, 68, 68), color_at(picture, 72, 68), color_at(picture, 48, 48)) == (
        RED,
        WHITE,
        WHITE,
    )


def test_a_stroke_grows_with_its_transform() -> None:
    picture = shown('<g transform="scale(10)"><path d="M1 5H9" stroke="red" stroke-width="2"/></g>')
    assert (color_at(picture, 50, 42), color_at(picture, 50, 38)) == (RED, WHITE)


def test_later_shapes_cover_earlier_ones() -> None:
    assert (
        color_at(
            shown('<rect width="99" height="99" fill="red"/><rect width="99" height="99" fill="blue"/>'),
            50,
            50,
        )
        == BLUE
    )


@pytest.mark.parametrize(("rule", "middle"), [("evenodd", WHITE), ("nonzero", RED)])
def test_holes_follow_the_fill_rule(rule: str, middle: str) -> None:
    picture = shown(f'<path fill="red" fill-rule="{rule}" d="M10 10h80v80h-80zM30 30h40v40h-40z"/>')
    assert (color_at(picture, 50, 50), color_at(picture, 20, 20)) == (middle, RED)


@pytest.mark.parametrize(
    "color", ["red", "#f00", "#FF0000", "rgb(255,0,0)", "rgb(100%, 0%, 0%)", "hsl(0,100%,50%)", "RED"]
)
def test_colours_may_be_written_in_every_common_way(color: str) -> None:
    assert color_at(shown(f'<rect width="100" height="100" fill="{color}"/>'), 50, 50) == RED


def test_a_style_sheet_of_classes_is_followed_as_drawing_programs_write_it() -> None:
    picture = shown(
        "<defs><style>.st0{fill:#FF0000;} .st1,.st2{fill:#0000FF}</style></defs>"
        '<rect class="st0" width="50" height="100"/>'
        '<rect class="st2" x="50" width="50" height="100" fill="lime"/>'
    )
    assert (color_at(picture, 25, 50), color_at(picture, 75, 50)) == (RED, BLUE)


def test_the_more_exact_rule_wins_and_inline_style_over_all() -> None:
    body = "<style>#it{fill:red} .c{fill:lime} rect{fill:lime} *{fill:lime}</style>"
    assert color_at(shown(body + '<rect id="it" class="c" width="100" height="100"/>'), 50, 50) == RED
    assert color_at(shown(body + '<rect id="it" style="fill: blue" width="100" height="100"/>'), 50, 50) == BLUE


@pytest.mark.parametrize("hidden", ['display="none"', 'style="display:none"', 'visibility="hidden"'])
def test_what_a_viewer_hides_is_not_printed(hidden: str) -> None:
    picture = shown(f'<rect width="100" height="100" fill="red"/><g {hidden}><rect width="100" height="100"/></g>')
    assert color_at(picture, 50, 50) == RED


def test_metadata_definitions_and_foreign_elements_are_passed_over() -> None:
    picture = shown(
        '<title>Logo</title><metadata><x xmlns="urn:rdf">text</x></metadata>'
        '<defs><rect width="100" height="100"/>'
        '<linearGradient id="g"/></defs>'
        '<n:view xmlns:n="urn:n"><rect xmlns="http://www.w3.org/2000/svg" width="100" '
        'height="100"/></n:view><rect width="100" height="50" fill="red"/>'
    )
    assert (color_at(picture, 50, 25), color_at(picture, 50, 75)) == (RED, WHITE)


def test_the_view_box_is_the_artboard_wherever_it_starts() -> None:
    picture = shown('<rect x="-50" y="200" width="10" height="5" fill="red"/>', 'viewBox="-50 200 20 10" width="3cm"')
    assert (color_at(picture, 25, 40), color_at(picture, 75, 40), color_at(picture, 25, 60)) == (
        RED,
        WHITE,
        WHITE,
    )


@pytest.mark.parametrize(
    ("head", "size"), [('width="40" height="20"', (40, 20)), ('width="1in" height="72pt"', (96, 96))]
)
def test_without_a_view_box_width_and_height_are_the_artboard(head: str, size: tuple[float, float]) -> None:
    drawing = read_svg(svg('<rect width="5" height="5"/>', head), "logo.svg")
    assert (drawing.size.width, drawing.size.height) == size


# what is refused


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">' + svg("<g/>"),
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("<desc>&x;</desc>"),
        b'<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>' + svg("<desc>&b;</desc>"),
        ('<!DOCTYPE svg [<!ENTITY x "y">]>' + svg("<g/>").decode()).encode("utf-16"),
        b'<?xml-stylesheet href="https://a.example/x.css"?>' + svg("<g/>"),
        svg("<script>alert(1)</script>"),
        svg("<defs><script>alert(1)</script></defs>"),
        svg("<foreignObject><p/></foreignObject>"),
        svg('<rect width="9" height="9" onload="alert(1)"/>'),
        svg('<rect width="9" height="9" ONLOAD="alert(1)"/>'),
        svg('<g xmlns:e="urn:e" e:onclick="alert(1)"/>'),
        svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script><g/>'),
        svg('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'),
        svg('<linearGradient href=" https://a.example"/>'),
        svg('<rect width="9" height="9" fill="url(data:image/svg+xml;base64,AAAA#g)"/>'),
        svg('<rect width="9" height="9" fill="url(  \t \'  https://a.example/)"/>'),
        svg("<style><![CDATA[@IMPORT url(https://a.example/);]]></style><g/>"),
        svg("<style>@font-face{src:url(https://a.example/x.woff)}</style><g/>"),
        svg('<image href="https://a.example/x.png"/>'),
        svg('<image xlink:href="../secret.png"/>'),
        svg('<use xlink:href="other.svg#a"/>'),
        svg('<a href="javascript:alert(1)"><rect width="9" height="9"/></a>'),
        svg('<rect width="9" height="9" fill="url(https://a.example/#g)"/>'),
        svg('<rect width="9" height="9" style="fill:url( \'file:///etc/passwd\')"/>'),
        svg("<style>@import url(https://a.example/x.css);</style><g/>"),
        svg("<style>rect{fill:url(https://a.example/)}</style><rect width='9' height='9'/>"),
    ],
)
def test_nothing_in_a_file_may_run_or_refer_outside_it(data: bytes) -> None:
    assert problem(data).code == "E515"


def test_a_script_is_called_unsafe_at_its_line_and_column() -> None:
    found = problem(svg("\n  <script/>"))
    assert str(found).startswith("logo.svg:2:3: error[E515]")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<text>Clinic</text>", "text"),
        ('<use href="#a"/>', "symbol or clone"),
        ('<image href="data:image/png;base64,AAAA"/>', "picture inside"),
        ('<rect width="9" height="9"><animate/></rect>', "animation"),
        ("<svg/>", "<svg>"),
        ("<switch/>", "<switch>"),
        ('<rect width="9" height="9" fill="url(#g)"/>', "gradient"),
        ('<g opacity="0.5"><rect width="9" height="9"/></g>', "transparency"),
        ('<rect width="9" height="9" style="fill-opacity:.3"/>', "transparency"),
        ('<rect width="9" height="9" fill="rgba(0,0,0,0.5)"/>', "colour"),
        ('<rect width="9" height="9" fill="#11223344"/>', "transparency"),
        ('<rect width="9" height="9" fill="currentColor"/>', "colour"),
        ('<rect width="9" height="9" clip-path="url(#c)"/>', "clip"),
        ('<rect width="9" height="9" mask="url(#c)"/>', "mask"),
        ('<rect width="9" height="9" filter="url(#c)"/>', "filter"),
        ('<path d="M0 0h9" stroke="red" stroke-dasharray="2 2"/>', "dashes"),
        ('<path d="M0 0h9" stroke="red" marker-end="url(#m)"/>', "arrow"),
        ('<path d="M0 0h9" stroke="red" stroke-linecap="square"/>', "square ends"),
        ('<path d="M0 0h9" stroke="red" transform="scale(1 3)"/>', "stretched"),
        ("<style>g rect{fill:red}</style><rect width='9' height='9'/>", "style sheet"),
        ("<style>.a{fill:red !important}</style><rect width='9' height='9'/>", "style sheet"),
        ('<rect x="90" width="50" height="9"/>', "outside its artboard"),
    ],
)
def test_what_cannot_be_printed_is_named_and_never_dropped(body: str, words: str) -> None:
    found = problem(svg(body))
    assert found.code == "E516"
    assert words in found.message


def test_text_is_to_be_converted_to_outlines() -> None:
    assert "outlines" in problem(svg("<text>Clinic</text>")).hint


@pytest.mark.parametrize(
    "data",
    [
        b"<svg",
        b"<svg></g>",
        svg("").replace(b"</svg>", b""),
        svg('<path d="M0 0L"/>'),
        svg("&nope;"),
        svg("<g/>"),
        b'<?xml version="1.0" encoding="nonsense"?><svg/>',
        svg('<rect width="50%" height="9"/>'),
        b"\xff\xfe<\x00s",
    ],
)
def test_a_damaged_or_empty_drawing_is_called_that(data: bytes) -> None:
    assert problem(data).code == "E514"


@pytest.mark.parametrize(
    "head",
    [
        "",
        'width="0" height="5"',
        'viewBox="0 0 nan 5"',
        'viewBox="0 0 inf 5"',
        'viewBox="0 0 1e300 5"',
        'viewBox="0 0 5"',
        'viewBox="0 0 -5 5"',
        'width="5" height="-5"',
    ],
)
def test_a_drawing_without_a_usable_size_is_refused(head: str) -> None:
    assert problem(svg('<rect width="1" height="1"/>', head)).code == "E517"


@pytest.mark.parametrize(
    "data",
    [
        svg("<g>" * 60 + "</g>" * 60),
        svg('<rect width="9" height="9"/>' * 6000),
        svg(f'<path d="M0 0{"l1 1l-1-1" * 20_000}"/>'),
        svg('<g transform="scale(1000)"><g transform="scale(1000)"><rect width="9" height="9"/></g></g>'),
    ],
)
def test_a_drawing_that_would_grow_without_end_is_refused_within_seconds(data: bytes) -> None:
    start = time.monotonic()
    assert problem(data).code == "E517"
    assert time.monotonic() - start < 5


SHAPE = '<rect width="9" height="9" class="a"/>'
LONG = 400_000


@pytest.mark.parametrize(
    "data",
    [
        svg("<style>" + "/*" * LONG + "</style>" + SHAPE),
        svg("<style>" + "a" * LONG + "</style>" + SHAPE),
        svg("<style>" + "a{" * LONG + "</style>" + SHAPE),
        svg("<style>" + "a{fill:red}" * 50_000 + "</style>" + SHAPE),
        svg("<style>" + "a," * LONG + "a{}</style>" + SHAPE),
        svg("<style>.a{fill:url(" + " " * LONG + "#x)}</style>" + SHAPE),
        svg(f'<rect width="9" height="9" fill="url({" " * LONG}#x)"/>'),
        svg(f'<path d="M0 0{" " * LONG}x"/>'),
        svg(f'<path d="M0 0{"," * LONG}1"/>'),
        svg(f'<g transform="{"a" * LONG}">{SHAPE}</g>'),
        svg(f'<g transform="{" " * LONG}?">{SHAPE}</g>'),
        svg(f'<rect width="9{" " * LONG}px" height="9"/>'),
        svg(f'<rect width="9" height="9" fill="rgb({" " * 1000}"/>'),
    ],
)
def test_no_text_in_a_file_is_long_enough_to_take_long(data: bytes) -> None:
    start = time.process_time()
    assert problem(data).code in {"E514", "E515", "E516"}
    assert time.process_time() - start < 3


def test_a_comment_in_a_style_sheet_is_passed_over_and_one_without_end_goes_on_to_the_end() -> None:
    drawn = read_svg(svg("<style>/* a{} */ .a{fill:#D00000} /* .a{fill:url(</style>" + SHAPE), "logo.svg")
    assert [path.fill for path in drawn.paths] == ["#D00000"]


def test_a_file_over_a_megabyte_is_not_even_read() -> None:
    assert problem(svg("<desc>" + "x" * 1_000_000 + "</desc>")).code == "E512"


_NAMES = st.sampled_from(["svg", "g", "rect", "path", "circle", "polygon", "style", "defs", "text", "line"])
_KEYS = st.sampled_from(
    [
        "d",
        "x",
        "width",
        "height",
        "r",
        "points",
        "fill",
        "stroke",
        "style",
        "transform",
        "class",
        "stroke-width",
        "viewBox",
    ]
)
_VALUES = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters='<>"&', exclude_categories=["Cc", "Cs"]), max_size=12),
    st.sampled_from(["5", "M0 0L5 5z", "red", "none", "fill:red", "scale(2)", "0,0 5,5 0,5", "1e400", "nan"]),
)


def element(name: str, said: dict[str, str]) -> str:
    """An element with attributes."""
    attributes = " ".join(f'{key}="{value}"' for key, value in said.items())
    return f"<{name} {attributes}/>"


_ELEMENT = st.tuples(_NAMES, st.dictionaries(_KEYS, _VALUES, max_size=5)).map(lambda pair: element(*pair))


@given(st.lists(_ELEMENT, max_size=5).map("".join))
def test_any_drawing_is_drawn_or_refused_in_words(body: str) -> None:
    assert all(found.code.startswith("E51") for found in problems(svg(body)))


@given(st.binary(max_size=200), st.integers(0, 150), st.integers(0, 40))
def test_any_damage_to_a_file_is_refused_in_words_or_harmless(junk: bytes, place: int, cut: int) -> None:
    whole = svg('<g fill="red"><path d="M0 0L9 9z"/></g>')
    assert all(found.code.startswith("E51") for found in problems(whole[:place] + junk + whole[place + cut :]))
