"""Words taken for others that sound alike: a and à, ou and où, its and it's. Dictionaries know them all, so their neighbours tell.

Each rule names neighbours beside which only the other word makes sense; where both do, nothing is told.
"""

import re
from collections.abc import Iterator

from handouts.checks.lists.lexicon import tokens
from handouts.checks.lists.mistakes import confusions_in
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem


def check_confusions(manuscript: Manuscript) -> Iterator[Problem]:
    """Check each text that is printed, in each language."""
    for piece, language in manuscript.prose():
        yield from _in_piece(manuscript, piece, language)


def _in_piece(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    words = manuscript.own_words(piece, language)
    said = {part for token in tokens(words) for part in token.word.split("'")}  # jusqu'a
    for confusion in confusions_in(language):
        if confusion.words and confusion.words.isdisjoint(said):
            continue
        for found in confusion.pattern.finditer(words):
            if not _is_a_letter(found["wrong"]):
                yield _told(manuscript, piece, language, found, found.expand(confusion.meant))


def _is_a_letter(word: str) -> bool:
    """Whether a word is the name of a letter, as in vitamin A."""
    return word == "A"


def _told(manuscript: Manuscript, piece: Piece, language: str, found: re.Match[str], meant: str) -> Problem:
    wrong = found["wrong"]
    at = manuscript.at(piece, language, wrong, found.string[: found.start("wrong")])
    return Problem("W263", f"“{wrong}” is taken for another word here", at, f"write “{meant}”")
