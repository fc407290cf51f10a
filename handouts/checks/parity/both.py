"""Both languages of a text under the name of one, parted by a slash: `Lavez-vous les mains / Wash your hands`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from handouts.checks.lists.lexicon import tokens
from handouts.checks.meaning.strays import is_foreign
from handouts.checks.parity.halves import kind_of_word
from handouts.checks.parity.translation import language_of
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.content.names.suggestions import in_quotes
from handouts.errors import Problem

_SIGN: Final = re.compile(r"\s*(?P<sign>[/|])\s*")


def both_languages(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a text of which one half is in each language; told once, where the words of the other should not be."""
    typed = {language: manuscript.typed(piece, language) for language in (first, other)}
    for language, foreign in ((first, other), (other, first)):
        parts = _SIGN.split(typed[language].strip())
        halves = parts[::2]
        if len(halves) != 2 or _bare(halves[0]) == _bare(halves[1]) or not all(map(_bare, halves)):  # noqa: PLR2004
            continue
        of_foreign = _half_of(halves, typed[foreign], language, foreign)
        if of_foreign is None:
            continue
        words = {foreign: halves[of_foreign], language: halves[1 - of_foreign]}
        message = f"both languages stand under `{language}:`, parted by “{parts[1]}”"
        said = f"{first}: {in_quotes(words[first])}   {other}: {in_quotes(words[other])}"
        yield Problem("E204", message, manuscript.at(piece, language), f"write each on its own line:   {said}")
        return


def _half_of(halves: Sequence[str], twin: str, language: str, foreign: str) -> int | None:
    """Return which half is in the other language: it is all that stands there, or its words tell; None for neither."""
    same = [number for number, half in enumerate(halves) if _bare(half) == _bare(twin)]
    if same and not _tells(halves[same[0]], language, foreign):
        return same[0]
    for number in (1, 0):
        own, strange = halves[1 - number], halves[number]
        if language_of(own) == language and language_of(strange) == foreign:
            return number
        alike = _SIGN.split(twin.strip())[::2] == [*halves]
        if alike and _tells(own, language, foreign) and _tells(strange, foreign, language):
            return number
    return None


def _tells(words: str, language: str, other: str) -> bool:
    """Whether a word is of one language, and not of the other."""
    found = [token.word for token in tokens(words)]
    return any(kind_of_word(word, language, other) == language or is_foreign(word, other, language) for word in found)


def _bare(words: str) -> tuple[str, ...]:
    return tuple(token.word for token in tokens(words))
