"""Lines: runs of text set ragged right in a measure.

A line breaks at plain spaces only; no-break spaces hold, words are never divided unless one alone is wider than
the measure, and the last line never holds a single short word if the line above can spare one.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from handouts.typography.fonts import Face
from handouts.wording.inline import Run

_BREAK_AFTER = "/-@.&=?_"  # where a web address may break when it is wider than the measure
_SHORT = 0.3  # of the measure: a longer word may stand alone on a last line
_FITS = 1e-6  # points; sums of floats that ought to be equal are


class TextStyle(NamedTuple):
    """How a text is set: sizes in points, colours as #RRGGBB. Links are bold and in their own colour."""

    face: Face
    bold: Face
    size: float
    leading: float
    color: str
    link_color: str | None = None

    @property
    def baseline(self) -> float:
        """Distance from the top of a line to its baseline; capitals stand centred in the leading."""
        return (self.leading + self.face.cap_height * self.size) / 2


class _Faces(NamedTuple):
    """What lines depend on in a style: brands that differ in their colours share their lines."""

    face: Face
    bold: Face
    size: float


class Segment(NamedTuple):
    """Text in one face and one link. `width` is in points, `kerns` in thousandths of the size, after each character."""

    text: str
    face: Face
    href: str | None
    width: float
    kerns: tuple[float, ...]


class Line(NamedTuple):
    """A line that fits its measure; `joined` when the next line goes on without a space (a divided web address)."""

    segments: tuple[Segment, ...]
    joined: bool = False

    @property
    def width(self) -> float:
        """Width in points."""
        return sum(segment.width for segment in self.segments)

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(segment.text for segment in self.segments)


class _Token(NamedTuple):
    """A word, in one or more faces; `divided` when it is the start of a word that the next line goes on with."""

    pieces: tuple[Segment, ...]
    divided: bool = False

    @property
    def width(self) -> float:
        return sum(piece.width for piece in self.pieces)


def set_lines(runs: tuple[Run, ...], style: TextStyle, measure: float) -> tuple[Line, ...]:
    """Break runs into lines of at most `measure` points; a newline in the text always ends a line."""
    return _set(runs, _Faces(style.face, style.bold, style.size), measure)


@lru_cache(maxsize=8192)
def _set(runs: tuple[Run, ...], faces: _Faces, measure: float) -> tuple[Line, ...]:
    lines: list[Line] = []
    for paragraph in _paragraphs(runs):
        filled = list(_fill(paragraph, faces, measure))
        _spare_the_last_word(filled, faces, measure)
        lines.extend(_line(tokens, faces) for tokens in filled)
    return tuple(lines)


def _paragraphs(runs: Sequence[Run]) -> Iterator[list[Run]]:
    current: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        current.append(Run(first, run.bold, run.href))
        for text in others:
            yield current
            current = [Run(text, run.bold, run.href)]
    yield current


def _tokens(runs: Sequence[Run], faces: _Faces) -> Iterator[_Token]:
    word: list[Segment] = []
    for run in runs:
        face = faces.bold if run.bold or run.href else faces.face
        for index, text in enumerate(run.text.split(" ")):
            if index and word:
                yield _Token(tuple(word))
                word = []
            if text:
                word.append(_segment(text, face, run.href, faces.size))
    if word:
        yield _Token(tuple(word))


def _segment(text: str, face: Face, href: str | None, size: float) -> Segment:
    word = face.word(text)
    return Segment(text, face, href, word.width * size / 1000, word.kerns)


def _space(after: _Token, size: float) -> float:
    return after.pieces[-1].face.word(" ").width * size / 1000


def _fill(runs: Sequence[Run], faces: _Faces, measure: float) -> Iterator[list[_Token]]:
    line: list[_Token] = []
    used = 0.0
    for word in _tokens(runs, faces):
        for token in _divide(word, faces.size, measure):
            gap = _space(line[-1], faces.size) if line else 0.0
            if line and (line[-1].divided or used + gap + token.width > measure + _FITS):
                yield line
                line, used, gap = [], 0.0, 0.0
            line.append(token)
            used += gap + token.width
    if line:
        yield line


def _divide(word: _Token, size: float, measure: float) -> Iterator[_Token]:
    """Yield a word whole, or in pieces when no line could hold it."""
    if word.width <= measure + _FITS:
        yield word
        return
    pieces = [piece for segment in word.pieces for piece in _pieces(segment, size, measure)]
    for index, piece in enumerate(pieces, start=1):
        yield _Token((piece,), divided=index < len(pieces))


def _pieces(segment: Segment, size: float, measure: float) -> Iterator[Segment]:
    rest = segment.text
    while rest:
        length = _longest_start(rest, segment.face, size, measure)
        yield _segment(rest[:length], segment.face, segment.href, size)
        rest = rest[length:]


def _longest_start(text: str, face: Face, size: float, measure: float) -> int:
    length = 1
    while length < len(text) and face.word(text[: length + 1]).width * size / 1000 <= measure:
        length += 1
    if length == len(text):
        return length
    breaks = [end for end in range(length // 2, length + 1) if text[end - 1] in _BREAK_AFTER]
    return breaks[-1] if breaks and breaks[-1] > 0 else length


def _spare_the_last_word(lines: list[list[_Token]], faces: _Faces, measure: float) -> None:
    """Give a last line of one short word a second one from the line above, where that can spare it."""
    if len(lines) < 2 or len(lines[-1]) > 1 or len(lines[-2]) <= 2 or lines[-2][-1].divided:  # noqa: PLR2004
        return
    alone, spared = lines[-1][0], lines[-2][-1]
    if alone.width < _SHORT * measure and spared.width + _space(spared, faces.size) + alone.width <= measure:
        lines[-1].insert(0, lines[-2].pop())


def _line(tokens: Sequence[_Token], faces: _Faces) -> Line:
    pieces: list[Segment] = []
    for index, token in enumerate(tokens):
        if index:
            before = tokens[index - 1].pieces[-1]
            pieces.append(_segment(" ", before.face, _shared_link(before, token.pieces[0]), faces.size))
        pieces.extend(token.pieces)
    return Line(tuple(_merge(pieces)), tokens[-1].divided)


def _shared_link(before: Segment, after: Segment) -> str | None:
    return after.href if before.href == after.href else None


def _merge(pieces: Sequence[Segment]) -> Iterator[Segment]:
    for (face, href), group in groupby(pieces, key=lambda piece: (piece.face, piece.href)):
        same = list(group)
        yield Segment(
            "".join(piece.text for piece in same),
            face,
            href,
            sum(piece.width for piece in same),
            tuple(kern for piece in same for kern in piece.kerns),
        )
