"""What is over in one language and goes on in the other: `ne suinte plus`, and `still oozes`."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.sentences import sentences_of
from handouts.errors import Problem
from handouts.languages import name_of

_OVER: Final = {
    "fr": re.compile(
        r"\b(?:ne|n['’](?:en )?\w+)\b(?: \w+['’]?)?(?: \w+)? plus\b(?! (?:de \d|que|tard|tôt|souvent|longtemps|fort))|\b(?:terminé|passé|fini|disparu)\w*\b|\bcess\w+|\barrêt\w+",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:no longer|not [^.;]{0,20}any ?more|\w+n['’]t [^.;]{0,20}any ?more|(?<!not )(?<!n't )(?<!n’t )stopp?(?:s|ed|ing)?|over|gone|done|finished|cease\w*)\b",
        re.IGNORECASE,
    ),
}
_ON: Final = {
    "fr": re.compile(r"\b(?:encore|toujours|continu\w+|persist\w+)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:still|continu\w+|keeps?|goes on)\b", re.IGNORECASE),
}


def lasting(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find `no longer` in one language where the other says `still`."""
    if not {first, other} <= _OVER.keys():
        return
    words = {language: manuscript.words(piece, language) for language in (first, other)}
    if any(len(sentences_of(text)) > 1 for text in words.values()):
        return
    for over, on in ((first, other), (other, first)):
        ended, goes_on = _OVER[over].search(words[over]), _ON[on].search(words[on])
        if ended and goes_on and not _OVER[on].search(words[on]) and not _ON[over].search(words[over]):
            twin, found = (ended[0], goes_on[0]) if over == first else (goes_on[0], ended[0])
            message = f"{name_of(first)} says “{twin}”, {name_of(other)} “{found}”"
            hint = "one of the two says something else than the other"
            yield Problem("W204", message, manuscript.at(piece, other, found), hint)
            return
