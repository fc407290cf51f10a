"""Problems in the order of their places, so that those of one text are found without looking at all of them."""

from bisect import bisect_left
from collections.abc import Sequence

from handouts.errors import Problem, Span

Start = tuple[str, int]
"""A file, and an offset into its text."""


def start_of(problem: Problem) -> Start:
    """Return where a problem begins; before all others where it has no place."""
    return (problem.at.file, problem.at.start) if problem.at else ("", 0)


def within(text: Span, starts: Sequence[Start]) -> slice:
    """Return which of some places, in their order, are in a text."""
    return slice(*(bisect_left(starts, (text.file, end)) for end in (text.start, text.end)))
