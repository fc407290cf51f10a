"""The clauses of a sentence; those of two languages that belong together, where both part a sentence alike."""

import re
from collections.abc import Sequence
from functools import cache

from handouts.checks.lists.patterns import pattern


def clauses_side_by_side(
    one: str, another: str, language: str, other: str, marks: tuple[str, ...]
) -> Sequence[tuple[str, str]]:
    """Return the clauses of two sentences in pairs; none where one has more of them.

    Args:
        one: A sentence.
        another: The same sentence in the other language.
        language: Of the first.
        other: Of the second.
        marks: The patterns of what parts clauses.
    """
    ours, theirs = (clauses_of(words, code, marks) for words, code in ((one, language), (another, other)))
    return list(zip(ours, theirs, strict=True)) if len(ours) == len(theirs) > 1 else []


@cache
def clauses_of(words: str, language: str, marks: tuple[str, ...] = ("clause_end",)) -> tuple[str, ...]:
    """Return the clauses of a sentence; a row of refusals (`do not spit, smoke or drink`) is in one."""
    parts = [pattern(language, "refused_row").sub(lambda row: row[0].replace(",", " "), words)]
    for name in marks:
        parts = [piece for part in parts for piece in pattern(language, name).split(part)]
    return tuple(part.strip() for part in parts if any(map(str.isalnum, part)))


def clause_before(found: re.Match[str], language: str) -> str:
    """Return what stands before something in its clause."""
    ends = pattern(language, "clause_end").finditer(found.string, 0, found.start())
    return found.string[max((end.end() for end in ends), default=0) : found.start()]


def clause_around(found: re.Match[str], language: str) -> str:
    """Return the clause that something stands in."""
    ends = (end.end() for end in pattern(language, "clause_end").finditer(found.string))
    last = next((end for end in ends if end >= found.end()), len(found.string))
    return clause_before(found, language) + found.string[found.start() : last]
