"""Two negatives that cancel out: `n'est pas impossible`, `do not fail to`. Readers in pain get them the wrong way round."""

from collections.abc import Iterator

from handouts.checks.lists.patterns import pattern
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem


def double_negatives(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    """Find two negatives of which one takes back the other."""
    words = manuscript.words(piece, language)
    for found in pattern(language, "twice_no").finditer(words):
        message = f"“{found[0]}” says no twice: people in pain get it the wrong way round"
        at = manuscript.at(piece, language, found[0], words[: found.start()])
        yield Problem("W421", message, at, "say it straight: what happens, or what to do")
