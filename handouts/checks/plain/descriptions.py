"""What a picture shows, for those who cannot see it: in words of its own (WCAG 2.2, 1.1.1)."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import words_of
from handouts.errors import Problem
from handouts.model import blocks as model

_DESCRIBED = 3  # words that a description has at least
_FILE: Final = re.compile(r"\.(?:png|jpe?g|svg|pdf)\b|\bIMG[_-]?\d", re.IGNORECASE)
_PICTURE: Final = re.compile(
    r"(?:(?:une?|l['’]|la|le|cette|an?|the|this) )?(?:image|photo(?:graphie|graph)?|picture|illustration|dessin|figure|drawing|graphic|graphique|icône|icon"
    r"|sch[ée]ma|diagramm?e?|visuel|screenshot|capture d['’]écran)"
    r"(?: (?:ci-(?:dessous|contre|dessus)|below|above))?(?: (?:de |d['’]|du |des |of |montrant|qui montre|montre|représent\w+|illustr\w+|showing|that shows|shows|with|avec)|\s*:)",
    re.IGNORECASE,
)
"""What a screen reader says of every picture anyway."""


def described(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    """Find a description that says nothing, or only what is read aloud already."""
    if piece.field != "alt":
        return
    words = manuscript.words(piece, language)
    if len(words_of(words)) < _DESCRIBED or _FILE.search(words):
        message = f"“{words}” does not say what the picture shows"
        hint = "say in a sentence what someone would see, for those who cannot"
        yield Problem("W417", message, manuscript.at(piece, language), hint)
    elif found := _PICTURE.match(words):
        message = f"“{found[0].strip()}” is what a screen reader says of every picture"
        hint = "begin with what the picture shows"
        yield Problem("W417", message, manuscript.at(piece, language, found[0]), hint)
    elif _folded(words) and _folded(words) == _folded(_caption(manuscript, piece, language)):
        message = "this says the same as the caption, which is read aloud as well"
        hint = "say what someone would see in the picture"
        yield Problem("W417", message, manuscript.at(piece, language), hint)


def _caption(manuscript: Manuscript, piece: Piece, language: str) -> str:
    caption = piece.block.caption if isinstance(piece.block, model.Figure) else None
    twin = next((each for each in manuscript.pieces if caption is not None and each.text is caption), None)
    return manuscript.words(twin, language) if twin and language in twin.text.words else ""


def _folded(words: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words_of(words))
