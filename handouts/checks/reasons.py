"""What one language explains and the other only orders: `laissez-la fermée, car elle protège la peau`, and `leave it closed`."""

from collections.abc import Iterator
from typing import Final

from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.patterns import pattern
from handouts.checks.sentences import sentences_of, side_by_side, words_of
from handouts.checks.translation import excerpt
from handouts.errors import Problem
from handouts.languages import name_of

_AN_ORDER: Final = 2  # words before a colon; one word names what follows


def reasons(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a reason, or what follows a colon, that nothing in the other language can stand for."""
    if piece.section is None:
        return
    sentences = {language: len(sentences_of(manuscript.words(piece, language))) for language in (first, other)}
    for more, fewer in ((first, other), (other, first)):
        if sentences[fewer] > sentences[more]:  # what follows a colon may be a sentence of its own there
            continue
        for one, another in side_by_side(*(manuscript.words(piece, language) for language in (more, fewer))):
            found = pattern(more, "gives_reason").search(one)
            alone = found is None or len(words_of(one[: found.start()])) < _AN_ORDER
            if found and not alone and not pattern(fewer, "may_give_reason").search(another):
                clause = excerpt(one[found.start() :].lstrip("\u00a0 :,"))
                message = f"{name_of(more)} goes on with “{clause}”, and nothing in {name_of(fewer)} does"
                hint = f"see whether {name_of(fewer)} gives the reason that {name_of(more)} gives"
                yield Problem("W206", message, manuscript.at(piece, fewer, another), hint)
                return
