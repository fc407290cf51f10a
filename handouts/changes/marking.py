"""Words on the pages of a file, and marks around those that another file does not have."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_SAME_LINE = 2.0  # points between the feet of two words of one line
_GAP = 8.0  # points between two marked words that have one mark
_AROUND = 1.0  # points that a mark is larger than its words, on each side

_Corners = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the bottom left of a page."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, on which page it stands (from 0), and where."""

    text: str
    page: int
    box: _Corners


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on a page, in hundredths of its width and height from the top left."""

    left: float
    top: float
    width: float
    height: float


def words_in(pdf: bytes) -> Iterator[Word]:
    """Yield the words of a file but for headers and footers, in the order of reading."""
    import pypdfium2  # noqa: PLC0415 (only this reads)

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for number in range(len(document)):
            yield from _words(document[number], number)


def _words(page: "PdfPage", number: int) -> Iterator[Word]:
    word, box = "", (0.0, 0.0, 0.0, 0.0)
    for character, here in _characters(page):
        if word and (not character or abs(here[1] - box[1]) > _SAME_LINE):
            yield Word(word, number, box)
            word = ""
        if character:
            box = _around(box, here) if word else here
            word += character
    if word:
        yield Word(word, number, box)


def _characters(page: "PdfPage") -> Iterator[tuple[str, _Corners]]:
    """Yield each character with its place; an empty one for spaces and for what belongs to no text of the sheet."""
    from pypdfium2 import raw  # noqa: PLC0415 (only this reads)

    texts = page.get_textpage()
    for index in range(texts.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(texts, index))
        owner = raw.FPDFText_GetTextObject(texts, index)
        is_said = bool(owner) and raw.FPDFPageObj_GetMarkedContentID(owner) >= 0
        if is_said and character.isprintable() and not character.isspace():
            left, bottom, right, top = texts.get_charbox(index, loose=True)
            yield character, (left, bottom, right, top)
        else:
            yield "", (0.0, 0.0, 0.0, 0.0)


def differing(before: Sequence[Word], now: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Return the words that only the first of two files has, and those that only the second has."""
    earlier, later = [word.text for word in before], [word.text for word in now]
    gone: list[Word] = []
    new: list[Word] = []
    for kind, start, end, first, last in SequenceMatcher(None, earlier, later, autojunk=False).get_opcodes():
        if kind != "equal":
            gone += before[start:end]
            new += now[first:last]
    return gone, new


def marks(words: Sequence[Word], width: float, height: float) -> tuple[Mark, ...]:
    """Return a mark for each run of words that stand side by side on a page of this size."""
    return tuple(_mark(box, width, height) for box in _together(words))


def _together(words: Sequence[Word]) -> list[_Corners]:
    boxes: list[_Corners] = []
    for word in words:
        if boxes and _continues(boxes[-1], word.box):
            boxes[-1] = _around(boxes[-1], word.box)
        else:
            boxes.append(word.box)
    return boxes


def _continues(box: _Corners, following: _Corners) -> bool:
    return abs(following[1] - box[1]) < _SAME_LINE and -_AROUND <= following[0] - box[2] < _GAP


def _around(box: _Corners, other: _Corners) -> _Corners:
    return min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3])


def _mark(box: _Corners, width: float, height: float) -> Mark:
    left, bottom, right, top = box[0] - _AROUND, box[1] - _AROUND, box[2] + _AROUND, box[3] + _AROUND
    across, down = 100 / width, 100 / height
    return Mark(
        round(left * across, 2), round((height - top) * down, 2),
        round((right - left) * across, 2), round((top - bottom) * down, 2),
    )  # fmt: skip
