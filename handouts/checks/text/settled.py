"""Texts in which nothing was found, by digest: an edit of one text does not have the others of its handout read again.

Only what a text tells by itself need not be looked for again. What several texts tell together always is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem, Span
from handouts.keeping.digests import digest_of_all
from handouts.wording.placeholders import TITLE, names_in

_OF_TWO: Final = frozenset({"W208"})
"""Codes of problems that two texts have, and that are told at one of them."""

_LENGTH = 12  # digits


def with_settled(manuscript: Manuscript, known: Any) -> Manuscript:
    """Return a manuscript that knows which of its texts are settled.

    Args:
        manuscript: What is to be read.
        known: What `settled_in` returned of it when it was read before; anything else tells nothing.
    """
    if not known or not isinstance(known, str):
        return manuscript
    digests = {known[start : start + _LENGTH] for start in range(0, len(known), _LENGTH)}
    told = (number for number, piece in enumerate(manuscript.pieces) if _digest(manuscript, piece) in digests)
    return replace(manuscript, settled=frozenset(told))


def settled_in(manuscript: Manuscript, found: Iterable[Problem]) -> str:
    """Return the digests of the texts of sections in which no problem is, one after the other."""
    problems = list(found)
    if any(problem.at is None or problem.code in _OF_TWO for problem in problems):  # it may be in any of them
        return ""
    places = [problem.at for problem in problems]
    texts = (piece for piece in manuscript.pieces if piece.section is not None and not _names_the_title(piece))
    free = (piece for piece in texts if not any(place and _is_in(piece, place) for place in places))
    return "".join(_digest(manuscript, piece) for piece in free)


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
