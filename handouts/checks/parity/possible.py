"""What cannot or need not be in one language, and can or must be in the other: `ne peut pas`, and `can`."""

from collections.abc import Iterator
from itertools import product
from typing import Final

from handouts.checks.lists.patterns import pattern
from handouts.checks.parity.translation import excerpt
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import side_by_side
from handouts.errors import Problem
from handouts.languages import name_of

_REFUSED_AND_ASKED: Final = (
    ("cannot", "can", "unable"),
    ("needless", "needed", "plain_no"),
    ("not_before", "allowed_until", "plain_no"),
    ("not_before", "only_before", "only_once"),
    ("holds_off", "encourages", "holds_off"),
    ("leaves_be", "handles", "plain_no"),
)
"""Patterns of what is refused, of what says the contrary of it, and of what refuses it in other words."""


def possible(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find what cannot or need not be in one language, and can or must be in the other: `ne peut pas`, and `can`."""
    pairs = side_by_side(*(manuscript.words(piece, language) for language in (first, other)))
    for (one, two), (refused, asked, otherwise) in product(pairs, _REFUSED_AND_ASKED):
        for language, missing, words, twin in ((first, other, one, two), (other, first, two, one)):
            negated = pattern(language, refused).search(words)
            found = pattern(missing, asked).search(twin) if negated else None
            too = found and (pattern(language, asked).search(words) or pattern(missing, otherwise).search(twin))
            if negated and found and not too:
                message = f"{name_of(language)} says “{excerpt(negated[0])}”, and nothing in {name_of(missing)} says no"
                hint = "see whether one language says to do what the other says not to do"
                yield Problem("W203", message, manuscript.at(piece, missing, found[0]), hint)
                return
