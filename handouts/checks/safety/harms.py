"""What care advice warns against, and a text asks for or allows: butter on a burn, a needle under a cast, 911 to book."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.lists.patterns import pattern
from handouts.checks.safety.alike import told_alike
from handouts.checks.text.clauses import clause_before
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
        if found := _asked(sentence.text, language):
            message = f"“{found[0]}” is what care advice warns against"
            hint = "leave it out; if a clinician wants it, write above this line   # allow W467: who says so, and why"
        elif found := _for_a_trifle(sentence.text, language):
            message = f"“{found[0]}” sends people to 911 for what is no danger to life"
            hint = "name the clinic or 811 for this, and keep 911 for dangers to life"
        else:
            continue
        at = manuscript.at(piece, language, found[0], words[: sentence.start + found.start()])
        return Problem("W467", message, at, hint)
    return None


def _for_a_trifle(sentence: str, language: str) -> re.Match[str] | None:
    """Return where a sentence sends to 911 for what is no danger, and names none."""
    found = pattern(language, "trivial_911").search(sentence)
    if found is None or pattern(language, "danger").search(sentence):
        return None
    *_, clause = pattern(language, "clause_end").split(sentence[: sentence.index("911", found.start())])
    return None if pattern(language, "refusing").search(clause) else found


def _asked(sentence: str, language: str) -> re.Match[str] | None:
    """Return what a sentence asks for or allows; nothing for a deed that is only named: `putting ice on your skin`."""
    denied = pattern(language, "harm_denied").search(sentence)
    if denied and not _is_ruled_out(denied, language):
        return denied
    if pattern(language, "no_order").match(sentence):
        return None
    found = pattern(language, "harmful").finditer(sentence)
    return next((each for each in found if not _is_refused(each, language)), None)


def _is_refused(found: re.Match[str], language: str) -> bool:
    """Whether the clause of a deed says no to it, or to do it less, or only supposes it: `if you squeeze it, it may scar`."""
    clause = clause_before(found, language) + found.string[found.start() :]
    clause = pattern(language, "clause_end").split(clause)[0]
    return _is_ruled_out(found, language) or any(
        pattern(language, name).search(clause) for name in ("refuses_here", "tempered")
    )


def _is_ruled_out(found: re.Match[str], language: str) -> bool:
    """Whether the words before something say no to it, or only suppose it."""
    before = pattern(language, "no_delay").sub("", clause_before(found, language))
    return any(pattern(language, name).search(before) for name in ("refusing", "supposed"))
