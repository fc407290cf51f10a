"""What care advice warns against, and a text asks for or allows: butter on a burn, a needle under a cast, 911 to book."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.lists.patterns import pattern
from handouts.checks.safety.alike import told_alike
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import sentences_of
from handouts.errors import Problem

_REFUSED: Final = frozenset({"avoid", "warning"})
"""Blocks whose items nobody is to do."""


def check_harms(manuscript: Manuscript) -> Iterator[Problem]:
    """Read the texts of each handout that people may do as they say."""
    for pieces in manuscript.body.values():
        for piece in pieces:
            if piece.kind not in _REFUSED:
                languages = [each for each in manuscript.languages if each in piece.text.words]
                yield from told_alike(_harmful(manuscript, piece, each) for each in languages)


def _harmful(manuscript: Manuscript, piece: Piece, language: str) -> Problem | None:
    words = manuscript.words(piece, language)
    for sentence in sentences_of(words):
        if sentence.asks_whether:
            continue
        if found := _asked(sentence.text, language) or pattern(language, "harm_denied").search(sentence.text):
            at = manuscript.at(piece, language, found[0], words[: sentence.start + found.start()])
            message = f"“{found[0]}” is what care advice warns against"
            hint = "leave it out; if a clinician wants it, write above this line   # allow W467: who says so, and why"
            return Problem("W467", message, at, hint)
        if found := pattern(language, "trivial_911").search(sentence.text):
            at = manuscript.at(piece, language, found[0], words[: sentence.start + found.start()])
            message = f"“{found[0]}” sends people to 911 for what is no danger to life"
            return Problem("W467", message, at, "name the clinic or 811 for this, and keep 911 for dangers to life")
    return None


def _asked(sentence: str, language: str) -> re.Match[str] | None:
    """Return what a sentence asks for or allows; nothing for a deed that is only named: `putting ice on your skin`."""
    if pattern(language, "no_order").match(sentence):
        return None
    found = pattern(language, "harmful").finditer(sentence)
    return next((each for each in found if not _is_refused(each, language)), None)


def _is_refused(found: re.Match[str], language: str) -> bool:
    """Whether the clause of a deed says no to it, or only supposes it: `if you squeeze a pimple, it may scar`."""
    ends = pattern(language, "clause_end").finditer(found.string, 0, found.start())
    begun = max((end.end() for end in ends), default=0)
    clause = found.string[begun : found.end()]
    before = found.string[: found.start()]
    return (
        pattern(language, "plain_no").search(clause) is not None
        or pattern(language, "refusing").search(before, begun) is not None
        or pattern(language, "supposed").search(before) is not None
    )
