"""What every language of a text says: where only one says it, that is told where the languages are compared."""

from collections.abc import Iterable, Iterator

from handouts.errors import Problem


def told_alike(told: Iterable[Problem | None]) -> Iterator[Problem]:
    """Yield the first of what languages are told, one after the other, unless one of them is told nothing."""
    first: Problem | None = None
    for problem in told:
        if problem is None:
            return
        first = first or problem
    if first:
        yield first
