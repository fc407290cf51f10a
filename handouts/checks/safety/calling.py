"""What keeps people from calling: that they need not, that they should wait first; a sign of 911 that lasts for days."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.figures.quantities import quantities
from handouts.checks.lists.patterns import pattern
from handouts.checks.safety.alike import told_alike
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import sentences_of
from handouts.errors import Problem
from handouts.model import blocks as model

_HOUR, _DAY = 60, 24 * 60
_KEEPS_AWAY: Final = {
    "no_call": "say when to call, and whom; or leave it out",
    "waits_to_call": "say after how long to call: “call if it lasts more than 2 days”",
}
"""Patterns of what keeps people from calling, and what to do about each."""

_PARTS: Final = re.compile("[,;]")
_INFO_SANTE: Final = re.compile(r"(?<!\d)811(?!\d)|info-santé", re.IGNORECASE)


def check_calling(manuscript: Manuscript) -> Iterator[Problem]:
    """Read the texts of each handout, and what its clinics say of 811."""
    for pieces in manuscript.body.values():
        for piece in pieces:
            languages = [each for each in manuscript.languages if each in piece.text.words]
            yield from told_alike(_kept_away(manuscript, piece, each) for each in languages)
            if isinstance(piece.block, model.Warning) and piece.block.level == "emergency":
                yield from told_alike(_waited_for(manuscript, piece, each) for each in languages)
    for piece, language in manuscript.texts():
        yield from _at_certain_times(manuscript, piece, language)


def _kept_away(manuscript: Manuscript, piece: Piece, language: str) -> Problem | None:
    """Return what is wrong with a text that tells people not to call, or to wait for an hour or more before they do."""
    words = manuscript.words(piece, language)
    for sentence in sentences_of(words):
        for name, hint in _KEEPS_AWAY.items():
            found = pattern(language, name).search(sentence.text)
            if found is None or pattern(language, "calls_for_else").search(sentence.text, found.end()):
                continue
            if name == "no_call" or max(_times(found[0], language), default=0) >= _HOUR:
                message = f"“{found[0]}” keeps people from calling who should"
                at = manuscript.at(piece, language, found[0], words[: sentence.start + found.start()])
                return Problem("W458", message, at, hint)
    return None


def _waited_for(manuscript: Manuscript, piece: Piece, language: str) -> Problem | None:
    """Return what is wrong with a sign of 911 that is one only once it has lasted: a day, or an hour where it names a danger."""
    words = manuscript.words(piece, language)
    most = _HOUR if pattern(language, "danger").search(words) else _DAY
    found = pattern(language, "has_lasted").search(words)
    if found and pattern(language, "of_before").search(_PARTS.split(words[: found.end()])[-1]):
        return None  # `no urine for 24 hours`, `chest pain, above all if you sat for 4 hours`
    if found and max(_times(found[0], language), default=0) >= most:
        message = f"“{found[0]}”: nobody should wait so long before they call 911"
        hint = "take the time out; or move the sign to the warning of the same day, if it can wait"
        return Problem("W466", message, manuscript.at(piece, language, found[0], words[: found.start()]), hint)
    return None


def _at_certain_times(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    """Find hours or days at which Info-Santé is said to answer: it always does."""
    words = manuscript.words(piece, language)
    if not _INFO_SANTE.search(words):
        return
    sentences = sentences_of(words)
    for number, sentence in enumerate(sentences):
        before = sentences[number - 1].text if number else ""
        found = pattern(language, "at_certain_times").search(sentence.text)
        if found is None or any(
            pattern(language, name).search(sentence.text) for name in ("of_the_clinic", "also_then")
        ):
            continue
        of_811 = pattern(language, "answers_at").search(sentence.text[: found.start()])
        of_its_nurse = _INFO_SANTE.search(before) and pattern(language, "nurse_answers").search(sentence.text)
        if of_811 or of_its_nurse:
            at = manuscript.at(piece, language, found[0], words[: sentence.start + found.start()])
            message = f"“{found[0]}”: Info-Santé answers at all hours, every day"
            yield Problem("E461", message, at, "write “day and night”, “jour et nuit”")


def _times(words: str, language: str) -> list[float]:
    """Return the stretches of time that a text names, in minutes."""
    values = quantities(words, language).values
    return [float(value.removesuffix(" min")) for value in values if value.endswith(" min")] + [
        float(value.removesuffix(" months")) * 30 * _DAY for value in values if value.endswith(" months")
    ]
