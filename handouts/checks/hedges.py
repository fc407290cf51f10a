"""What one language says can happen, and the other says happens: a lost `peut`, `usually`, `most often`."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.sentences import side_by_side
from handouts.errors import Problem
from handouts.languages import name_of

_CAREFUL: Final = {
    "fr": re.compile(
        r"\b(?:(?<!\bne )(?:peut|peuvent|pourrai\w*)|parfois|le plus souvent|la plupart d\w+|habituellement|d['’]habitude|en général|généralement)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:(?-i:may)|might|usually|most often|sometimes|in most cases|at times|generally)\b",
        re.IGNORECASE,
    ),
}
_ANY: Final = {
    "fr": re.compile(
        r"\b(?:peu[tx]|peuvent|pouvez|pourr\w+|puiss\w+|parfois|souvent|plupart|habitu\w+|génér\w+|possib\w+|risqu\w+|rare\w*|environ|quelques"
        r"|certain\w*|il arrive|arrive\w*|semble\w*|paraît\w*|prob\w+|si|s['’]il\w*|en cas|éventuel\w*|selon|sembl\w+|parait|dirait|moins|plus|ou)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:can|cannot|could|may|might|maybe|would|possib\w+|sometimes|often|usual\w*|most\w*|general\w*|some|few|rare\w*|likel\w+|risk\w*|about|around"
        r"|seem\w*|look\w*|appear\w*|if|in case|perhaps|at times|tend\w*|chance|depend\w*|or|not)\b",
        re.IGNORECASE,
    ),
}
_TOLD: Final = frozenset({"main_message", "paragraph", "timeline", "question", "callout", "bullets"})


def hedges(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a careful word of one language where the other has none of any kind."""
    if not {first, other} <= _CAREFUL.keys() or piece.kind not in _TOLD:
        return
    for careful, sure in ((first, other), (other, first)):
        for one, another in side_by_side(*(manuscript.words(piece, language) for language in (careful, sure))):
            found = _CAREFUL[careful].search(one)
            if found and not _ANY[sure].search(another):
                message = f"{name_of(careful)} says “{found[0]}”, and {name_of(sure)} says it for certain"
                hint = "say in both languages that it can happen, or happens most often: nobody can promise it"
                yield Problem("W207", message, manuscript.at(piece, sure), hint)
                return
