"""What one language says the contrary of, told once: by the words that do, or else by what only one refuses."""

from collections.abc import Callable, Iterator, Sequence

from handouts.checks.parity.actors import actors
from handouts.checks.parity.comparisons import comparisons
from handouts.checks.parity.deeds import deeds
from handouts.checks.parity.joining import joined
from handouts.checks.parity.lasting import lasting, until
from handouts.checks.parity.limits import bounds
from handouts.checks.parity.opposites import opposites
from handouts.checks.parity.pivots import pivots
from handouts.checks.parity.polarity import polarity
from handouts.checks.parity.possible import possible
from handouts.checks.parity.refusals import negation
from handouts.checks.parity.sequence import sequence
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem

_Check = Callable[[Manuscript, Piece, str, str], Iterator[Problem]]

_BY_WORDS: tuple[_Check, ...] = (opposites, joined, pivots, lasting, until)
_ONE_BY_ONE: tuple[_Check, ...] = (comparisons, bounds, sequence, negation, polarity, deeds, possible, actors)


def contrary(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find what one language says the contrary of: all that words tell, or else the first that something else does."""
    told = [problem for check in _BY_WORDS for problem in check(manuscript, piece, first, other)]
    if told:
        yield from _longest(told)
        return
    for check in _ONE_BY_ONE:
        told = list(check(manuscript, piece, first, other))
        if told:
            yield from told
            return


def _longest(told: Sequence[Problem]) -> list[Problem]:
    """Keep one of the problems that begin at the same word: the one that quotes most (`keep on`, not `keep`)."""
    longest: dict[int, Problem] = {}
    for problem in told:
        start, end = (problem.at.start, problem.at.end) if problem.at else (0, 0)
        known = longest.get(start)
        longest[start] = problem if known is None or known.at is None or end > known.at.end else known
    return list(longest.values())
