"""What is over in one language and goes on in the other: `ne suinte plus`, and `still oozes`."""

from collections.abc import Iterator

from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.patterns import pattern
from handouts.checks.sentences import sentences_of
from handouts.errors import Problem
from handouts.languages import name_of


def lasting(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find `no longer` in one language where the other says `still`."""
    words = {language: manuscript.words(piece, language) for language in (first, other)}
    if any(len(sentences_of(text)) > 1 for text in words.values()):
        return
    for over, on in ((first, other), (other, first)):
        ended, goes_on = pattern(over, "over").search(words[over]), pattern(on, "goes_on").search(words[on])
        too = pattern(on, "over").search(words[on]) or pattern(over, "goes_on").search(words[over])
        if ended and goes_on and not too:
            twin, found = (ended[0], goes_on[0]) if over == first else (goes_on[0], ended[0])
            message = f"{name_of(first)} says “{twin}”, {name_of(other)} “{found}”"
            hint = "one of the two says something else than the other"
            yield Problem("W204", message, manuscript.at(piece, other, found), hint)
            return
