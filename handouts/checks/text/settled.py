"""Texts in which nothing was found, by digest: neither an edit beside them nor another handout has them read again.

Only what a text tells by itself need not be looked for again. What several texts tell together always is.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem, Span
from handouts.keeping.digests import digest_of_all
from handouts.wording.placeholders import TITLE, names_in

_OF_TWO: Final = frozenset({"W208"})
"""Codes of problems that two texts have, and that are told at one of them."""

_LENGTH = 12  # digits


def with_settled(manuscript: Manuscript, known: Collection[str]) -> Manuscript:
    """Return a manuscript that knows which of its texts are settled.

    Args:
        manuscript: What is to be read.
        known: Digests of texts that are.
    """
    if not known:
        return manuscript
    told = (number for number, piece in enumerate(manuscript.pieces) if _digest(manuscript, piece) in known)
    return replace(manuscript, settled=frozenset(told))


def settled_in(manuscript: Manuscript, found: Iterable[Problem]) -> frozenset[str]:
    """Return the digests of the texts of sections in which no problem is."""
    problems = list(found)
    if any(problem.at is None or problem.code in _OF_TWO for problem in problems):  # it may be in any of them
        return frozenset()
    places = [problem.at for problem in problems]
    free, told = set[str](), set[str]()
    for piece in manuscript.pieces:
        if piece.section is not None and not _names_the_title(piece):
            has_problem = any(place and _is_in(piece, place) for place in places)
            (told if has_problem else free).add(_digest(manuscript, piece))
    return frozenset(free - told)  # a text that stands twice may be told once


def joined(digests: Iterable[str]) -> str:
    """Return digests as one text, which takes little space."""
    return "".join(sorted(digests))


def taken_apart(kept: Any) -> Iterator[str]:
    """Yield the digests that were joined; anything else yields none."""
    if isinstance(kept, str):
        yield from (kept[start : start + _LENGTH] for start in range(0, len(kept), _LENGTH))


def _digest(manuscript: Manuscript, piece: Piece) -> str:
    """Return a digest of all that a check of a text by itself looks at: what is typed, what it says, and what it is."""
    return digest_of_all(_looked_at(manuscript, piece))[:_LENGTH]


def _looked_at(manuscript: Manuscript, piece: Piece) -> Iterator[str]:
    yield from (piece.owner[0], piece.field, piece.kind, str(piece.is_short), str(piece.section is None))
    for language in piece.text.words:
        yield from (language, manuscript.typed(piece, language), manuscript.words(piece, language))


def _names_the_title(piece: Piece) -> bool:
    """Whether a text is read with the title in it: where that cannot be read, what is wrong with the text is not told."""
    return any(TITLE in names_in(words) for words in piece.text.words.values())


def _is_in(piece: Piece, place: Span) -> bool:
    spans = (piece.text.span(language) for language in piece.text.words)
    return any(span and span.file == place.file and span.start <= place.start <= span.end for span in spans)
