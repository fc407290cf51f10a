"""A figure that is the least of one language only: `FPS 30 ou plus`, and `SPF 30`."""

from collections.abc import Iterator

from handouts.checks.lists.patterns import pattern
from handouts.checks.parity.differing import sentence_at
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import side_by_side
from handouts.errors import Problem
from handouts.languages import name_of


def limits(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a figure with `or more`, where nothing in the other language says that it is the least."""
    for one, two in side_by_side(*(manuscript.words(piece, language) for language in (first, other))):
        for more, fewer, words, twin in ((first, other, one, two), (other, first, two, one)):
            found = pattern(more, "or_more").search(words)
            if found and not pattern(fewer, "at_least").search(twin):
                message = f"{name_of(more)} says “{found['limit']}” here, and nothing in {name_of(fewer)} does"
                hint = f"see whether {name_of(fewer)} says all that {name_of(more)} says"
                yield Problem("W206", message, sentence_at(manuscript, piece, fewer, twin), hint)
                return
