"""Generated covers: the brand's art, the title in every language, how to reach the clinic."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from handouts.covers.contact import CONTACT_RULE_GAP, Contact, draw_contact, set_contact
from handouts.covers.text import CoverOverflow, CoverText, CoverTitle
from handouts.flowables.base import draw_lines, line_of, plain, text_height
from handouts.layout import Layout
from handouts.model import Brand
from handouts.paper import Box
from handouts.pen import Pen
from handouts.pictures.cover_art import draw_art
from handouts.pictures.logo import Picture
from handouts.tagging import Node
from handouts.typography.color import WHITE
from handouts.typography.paragraph import Line, TextStyle, set_lines
from handouts.typography.styles import Look

_LEAST_ART, _ABOVE_FOOT = 48.0, 12.0  # lower than this, art is a smudge; contact and footer stay apart
_LARGE = 16.0  # body sizes from here on are large print
LOGO_SIDE = 42.0
_TOP, _LOGO_GAP, _UNDER_HEAD, _ART_BOTTOM, _TITLE_TOP = 36.0, 12.0, 18.0, 426.0, 452.0
_CONTACT_BOTTOM, _FOOTER_BOTTOM, _BETWEEN_LANGUAGES, _COLUMN_GAP = 62.0, 30.0, 14.0, 16.0
_MARK_WIDTH, _MARK_PAD, _ABOVE_CONTACT = 160.0, 8.0, 30.0


@dataclass(frozen=True, slots=True)
class _CoverStyles:
    title: TextStyle
    subtitle: TextStyle
    contact: TextStyle
    contact_head: TextStyle
    wordmark: TextStyle
    tagline: TextStyle


def _styles(look: Look, layout: Layout) -> _CoverStyles:
    styles, large = look.styles, layout.scale.body.size >= _LARGE

    def sized(style: TextStyle, size: float, leading: float) -> TextStyle:
        return TextStyle(style.face, style.bold, size, leading, style.color)

    soft = sized(styles.tagline, *((16, 20) if large else (12, 15)))
    return _CoverStyles(
        title=sized(styles.title, *((33, 38) if large else (29, 34))),
        subtitle=sized(styles.body, *((20, 26) if large else (15, 20))),
        contact=sized(styles.body, *((18, 24) if large else (13, 18))),
        contact_head=sized(styles.strong, *((18, 24) if large else (13, 18))),
        wordmark=sized(styles.wordmark, 24, 25),
        tagline=soft,
    )


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover, set: its texts in lines, and where everything goes."""

    text: CoverText
    layout: Layout
    styles: _CoverStyles
    head: "_Head"
    titles: "_Titles"
    titles_place: Box
    art: Box
    contact: Contact
    contact_top: float
    foot: tuple[Line, ...]


def set_cover(text: CoverText, look: Look, logo: Picture, layout: Layout) -> Cover:
    """Set the texts of a cover and find the place of each.

    On a landscape sheet the art takes the left half, the titles the right. Long texts take their room from the art.

    Raises:
        CoverOverflow: Title and contact are too long for one page, even without art.
    """
    width, styles = layout.flow.width, _styles(look, layout)
    contact = set_contact(text.contact, (styles.contact_head, styles.contact), width)
    foot = _foot(text, look, width)
    above_foot = _FOOTER_BOTTOM + text_height(foot, look.styles.footer) + _ABOVE_FOOT
    contact_top = layout.paper.height - max(_CONTACT_BOTTOM, above_foot) - contact.height
    head = _head(text, look, styles, logo, width)
    highest = _TOP + max(LOGO_SIDE, head.height) + _UNDER_HEAD
    titles, place, art = _middle(text, styles, layout, highest, contact_top)
    if place.top < highest or place.bottom > contact_top - CONTACT_RULE_GAP:
        over = max(highest - place.top, place.bottom - contact_top + CONTACT_RULE_GAP)
        raise CoverOverflow(ceil(over / styles.contact.leading))
    return Cover(text, layout, styles, head, titles, place, art, contact, contact_top, foot)


def draw_cover(pen: Pen, cover: Cover, brand: Brand, look: Look, logo: Picture, part: Node) -> None:
    """Draw a cover on a new page; its elements are added to `part` in reading order."""
    paper, left, width = cover.layout.paper, cover.layout.flow.left, cover.layout.flow.width
    pen.start_page(paper)
    with pen.running("Header"):
        _draw_head(pen, cover, look, logo, Box(left, _TOP, width, LOGO_SIDE))
    if cover.art.height >= _LEAST_ART:
        draw_art(pen, brand.cover_art, cover.art, brand.colors)
    _draw_titles(pen, cover.titles, cover.styles, cover.titles_place, part)
    contact_place = Box(left, cover.contact_top, width, cover.contact.height)
    draw_contact(pen, cover.contact, look.palette.brand, contact_place, part)
    with pen.running("Footer"):
        _draw_foot(pen, cover.foot, cover.text.code, look, Box(left, paper.height - _FOOTER_BOTTOM, width, 0))


def _middle(
    text: CoverText, styles: _CoverStyles, layout: Layout, top: float, bottom: float
) -> "tuple[_Titles, Box, Box]":
    """Set the titles and find their place and that of the art: side by side on a landscape sheet."""
    left, width = layout.flow.left, layout.flow.width
    if layout.paper.width > layout.paper.height:
        half = (width - 2 * _COLUMN_GAP) / 2
        art = Box(left, top + 10, half, bottom - top - 40)
        titles = _set_titles(text.titles, styles, half)
        middle = art.top + (art.height - titles.height) / 2
        return titles, Box(left + half + 2 * _COLUMN_GAP, middle, half, titles.height), art
    titles = _set_titles(text.titles, styles, width)
    place = Box(left, min(_TITLE_TOP, bottom - _ABOVE_CONTACT - titles.height), width, titles.height)
    return titles, place, Box(left, top, width, place.top - (_TITLE_TOP - _ART_BOTTOM) - top)


@dataclass(frozen=True, slots=True)
class _Head:
    """Wordmark and tagline, each with its style, in what room logo and status leave them."""

    words: tuple[tuple[tuple[Line, ...], TextStyle], ...]
    inset: float

    @property
    def height(self) -> float:
        return sum(text_height(lines, style) for lines, style in self.words)


def _head(text: CoverText, look: Look, styles: _CoverStyles, logo: Picture, width: float) -> _Head:
    inset = LOGO_SIDE * min(logo.aspect, 1.0) + _LOGO_GAP
    taken = _mark_width(text.marks, look) + _COLUMN_GAP if text.marks else 0.0
    texts = ((text.wordmark, styles.wordmark), (text.tagline, styles.tagline))
    words = ((set_lines(plain(said), style, width - inset - taken), style) for said, style in texts if said)
    return _Head(tuple(words), inset)


def _draw_head(pen: Pen, cover: Cover, look: Look, logo: Picture, box: Box) -> None:
    head, marks = cover.head, cover.text.marks
    logo.draw(pen, Box(box.left, box.top, LOGO_SIDE, LOGO_SIDE))
    top = box.top + max((LOGO_SIDE - head.height) / 2, 0.0)
    for lines, style in head.words:
        draw_lines(pen, lines, Box(box.left + head.inset, top, 0, 0), style, None)
        top += text_height(lines, style)
    if marks:
        _draw_marks(pen, marks, look, box)


def _mark_width(marks: Sequence[str], look: Look) -> float:
    return max(_MARK_WIDTH, max(line_of(mark, look.styles.mark).width for mark in marks) + 2 * _MARK_PAD)


def _draw_marks(pen: Pen, marks: Sequence[str], look: Look, box: Box) -> None:
    style, width = look.styles.mark, _mark_width(marks, look)
    lines = [line_of(mark, style) for mark in marks]
    frame = Box(box.right - width, box.top, width, len(lines) * style.leading + _MARK_PAD)
    pen.box(frame, fill=WHITE, stroke=look.palette.ink, width=1)
    draw_lines(pen, lines, Box(frame.left, frame.top + _MARK_PAD / 2, width, 0), style, None, align="center")


@dataclass(frozen=True, slots=True)
class _Titles:
    """The titles, set: French first and all of one size."""

    each: tuple[tuple[CoverTitle, tuple[Line, ...], tuple[Line, ...]], ...]
    height: float


def _set_titles(titles: Sequence[CoverTitle], styles: _CoverStyles, measure: float) -> _Titles:
    each = tuple(
        (
            title,
            set_lines(plain(title.title), styles.title, measure),
            set_lines(plain(title.subtitle), styles.subtitle, measure),
        )
        for title in titles
    )
    heights = (text_height(lines, styles.title) + text_height(under, styles.subtitle) for _, lines, under in each)
    return _Titles(each, sum(heights) + (len(each) - 1) * _BETWEEN_LANGUAGES)


def _draw_titles(pen: Pen, titles: _Titles, styles: _CoverStyles, box: Box, part: Node) -> None:
    top = box.top
    for title, lines, under in titles.each:
        group = part.add("Div", lang=title.tag)
        draw_lines(pen, lines, Box(box.left, top, 0, 0), styles.title, group.add("P"))
        top += text_height(lines, styles.title)
        draw_lines(pen, under, Box(box.left, top, 0, 0), styles.subtitle, group.add("P"))
        top += text_height(under, styles.subtitle) + _BETWEEN_LANGUAGES


def _foot(text: CoverText, look: Look, width: float) -> tuple[Line, ...]:
    """Set the colophon in what room the print code leaves it."""
    style = look.styles.footer
    return set_lines(plain(text.colophon), style, width - line_of(text.code, style).width - _COLUMN_GAP)


def _draw_foot(pen: Pen, colophon: Sequence[Line], code: str, look: Look, box: Box) -> None:
    style = look.styles.footer
    top = box.top - text_height(colophon, style)
    pen.rule(box.left, top - 3, box.right, top - 3, width=0.5, color=look.palette.hairline)
    draw_lines(pen, colophon, Box(box.left, top, 0, 0), style, None)
    last = box.top - style.leading
    draw_lines(pen, [line_of(code, style)], Box(box.left, last, box.width, 0), style, None, align="right")
