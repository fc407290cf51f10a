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
_INFO_SANTE: Final = re.compile(r"(?<!\d)811(?!\d)|info-santé", re.IGNORECASE)


def check_calling(manuscript: Manuscript) -> Iterator[Problem]:
    """Read the texts of each handout, and what its clinics say of 811."""
    for pieces in manuscript.body.values():
        for piece in pieces:
            languages = [each for each in manuscript.languages if each in piece.text.words]
            yield from told_alike(_refused(manuscript, piece, each) for each in languages)
            yield from told_alike(_put_off(manuscript, piece, each) for each in languages)
            if isinstance(piece.block, model.Warning) and piece.block.level == "emergency":
                yield from told_alike(_waited_for(manuscript, piece, each) for each in languages)
    for piece, language in manuscript.texts():
        yield from _at_certain_times(manuscript, piece, language)


def _refused(manuscript: Manuscript, piece: Piece, language: str) -> Problem | None:
    """Return what is wrong with a text that tells people not to call, whatever they have."""
    words = manuscript.words(piece, language)
    for sentence in sentences_of(words):
        found = pattern(language, "no_call").search(sentence.text)
        if found and not (pattern(language, "calls_for_else").search(sentence.text) or _times(sentence.text, language)):
            message = f"“{found[0]}” keeps people from calling who should"
            at = manuscript.at(piece, language, found[0], words[: sentence.start + found.start()])
            return Problem("W458", message, at, "say when to call, and whom; or leave it out")
    return None


def _put_off(manuscript: Manuscript, piece: Piece, language: str) -> Problem | None:
    """Return what is wrong with a text that has people wait for an hour or more before they call."""
    words = manuscript.words(piece, language)
    for sentence in sentences_of(words):
        found = pattern(language, "waits_to_call").search(sentence.text)
        is_long = found and max(_times(found[0], language), default=0) >= _HOUR
        if found and is_long and not pattern(language, "calls_for_else").search(sentence.text):
            message = f"“{found[0]}” keeps people from calling who should"
            at = manuscript.at(piece, language, found[0], words[: sentence.start + found.start()])
            return Problem("W458", message, at, "say after how long to call: “call if it lasts more than 2 days”")
    return None


def _waited_for(manuscript: Manuscript, piece: Piece, language: str) -> Problem | None:
    """Return what is wrong with a sign of 911 that is one only once it has lasted: for a day, or a danger for an hour."""
    words = manuscript.words(piece, language)
    most = _HOUR if pattern(language, "danger").search(words) else _DAY
    found = pattern(language, "has_lasted").search(words)
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
        of_811 = _INFO_SANTE.search(sentence.text)
        of_its_nurse = _INFO_SANTE.search(before) and pattern(language, "nurse_answers").search(sentence.text)
        found = pattern(language, "at_certain_times").search(sentence.text)
        if found and (of_811 or of_its_nurse) and not pattern(language, "of_the_clinic").search(sentence.text):
            at = manuscript.at(piece, language, found[0], words[: sentence.start + found.start()])
            message = f"“{found[0]}”: Info-Santé answers at all hours, every day"
            yield Problem("E461", message, at, "write “day and night”, “jour et nuit”")


def _times(words: str, language: str) -> list[float]:
    """Return the stretches of time that a text names, in minutes."""
    values = quantities(words, language).values
    return [float(value.removesuffix(" min")) for value in values if value.endswith(" min")] + [
        float(value.removesuffix(" months")) * 30 * _DAY for value in values if value.endswith(" months")
    ]
