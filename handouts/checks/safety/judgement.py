"""What a handout cannot know or leave to anyone: what a person has, and who may choose a treatment."""

import re
from collections.abc import Iterator

from handouts.checks.lists.patterns import pattern
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import Sentence, sentences_of
from handouts.errors import Problem


def judgement(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    """Find an illness that a text says the reader has, and a treatment that an esthetician would choose."""
    if piece.section is None:
        return
    words = manuscript.words(piece, language)
    for sentence in sentences_of(words):
        is_open = pattern(language, "left_open").search(sentence.text)
        if (found := pattern(language, "diagnosed").search(sentence.text)) and not is_open:
            message = f"“{found[0]}” tells people what they have: only an exam can"
            yield _problem(
                manuscript, piece, language, sentence, found, message, "say “can be” or “may be”, and whom to call"
            )
        found = pattern(language, "esthetician_treats").search(sentence.text)
        if found and not pattern(language, "denied").search(sentence.text):
            message = f"“{found[0]}”: an esthetician does not choose a treatment for the skin's troubles"
            yield _problem(
                manuscript, piece, language, sentence, found, message, "name a doctor, a dermatologist or a pharmacist"
            )


def _problem(
    manuscript: Manuscript,
    piece: Piece,
    language: str,
    sentence: Sentence,
    found: re.Match[str],
    message: str,
    hint: str,
) -> Problem:
    before = manuscript.words(piece, language)[: sentence.start + found.start()]
    return Problem("W458", message, manuscript.at(piece, language, found[0], before), hint)
