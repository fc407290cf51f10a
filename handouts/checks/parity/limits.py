"""A figure that is a limit: the least of one language only (`FPS 30 ou plus`, and `SPF 30`), or the least for the most."""

from collections.abc import Iterator, Sequence

from handouts.checks.figures.quantities import Quantity, quantities
from handouts.checks.lists.patterns import pattern
from handouts.checks.parity.differing import says_else, sentence_at
from handouts.checks.parity.opposites import one_is_refused
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


def bounds(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a figure that one language has as the least, the other as the most: `plus de 5 kg`, and `under 5 kg`."""
    words = {language: manuscript.words(piece, language) for language in (first, other)}
    for one in quantities(words[first], first).figures:
        twins = [each for each in quantities(words[other], other).figures if each.value == one.value]
        for up, down in (("above", "below"), ("below", "above")):
            here, there = _bound(words[first], first, up, [one]), _bound(words[other], other, down, twins)
            places = {first: one.start, other: twins[0].start if twins else 0}
            if here and there and not one_is_refused(manuscript, piece, places):
                yield says_else(manuscript, piece, {first: here, other: there})
                return


def _bound(words: str, language: str, name: str, figures: Sequence[Quantity]) -> str:
    """Return the words that make a figure the end of what is meant, and it; nothing where it does not come just once."""
    start = figures[0].start if len(figures) == 1 else 0
    found = (each[0] for each in pattern(language, name).finditer(words, 0, start) if each.end() == start)
    before = next(found, "")
    return f"{before}{figures[0].found}" if before else ""
