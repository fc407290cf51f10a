"""What one language tells to do and the other tells not to do: `sans frotter`, and `rub`."""

from collections.abc import Iterator, Mapping

from handouts.checks.lists.lexicon import lexicon
from handouts.checks.lists.patterns import pattern
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem
from handouts.languages import name_of


def deeds(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a deed that one language refuses, and the other asks for."""
    here, there = (_asked(manuscript.words(piece, language), language) for language in (first, other))
    for deed in filter(there.__contains__, here):
        (asked, found), (twin_asked, twin) = here[deed], there[deed]
        if asked is not twin_asked and asked is not None and twin_asked is not None:
            doer, refuser = (first, other) if asked else (other, first)
            words, refused = (found, twin) if asked else (twin, found)
            message = f"{name_of(doer)} says to do this (“{words}”), and {name_of(refuser)} not to do it (“{refused}”)"
            hint = "see whether one language says to do what the other says not to do"
            yield Problem("W203", message, manuscript.at(piece, doer, words), hint)
            return


def _asked(words: str, language: str) -> Mapping[str, tuple[bool | None, str]]:
    """Return the deeds of a text: whether each is asked for or refused (None: hard to tell, or both), and its word."""
    told: dict[str, tuple[bool | None, str]] = {}
    start = 0
    for end in [*pattern(language, "next_clause").finditer(words), None]:
        clause = words[start : end.start() if end else len(words)]
        start = end.end() if end else start
        for hit in lexicon(language, "deeds").find(clause):
            refused = pattern(language, "refusing").search(clause, 0, hit.start) is not None
            asked = None if pattern(language, "unsure").search(clause) else not refused
            known = told.get(hit.advice)
            told[hit.advice] = (asked if known is None or known[0] is asked else None, hit.found)
    return told
