"""Two things of which one language asks for both, and the other for either: `pus ou odeur`, and `pus and smell`."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.skin_colours import BROWN_AND_BLACK
from handouts.checks.plain.orders import is_order
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import side_by_side
from handouts.errors import Problem
from handouts.languages import name_of

_ASKED_FOR: Final = frozenset(
    {"do", "steps", "checklist", "bullets", "paragraph", "main_message", "callout", "question"}
)
"""Kinds of blocks that tell what to do, besides signs; of what to avoid, `and` and `or` say the same."""


def joined(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a sentence with one `or`, whose other language has one `and` instead."""
    is_sign = piece.field == "signs"
    if not is_sign and (piece.kind not in _ASKED_FOR or piece.field == "reason"):
        return
    for pair in side_by_side(*(manuscript.words(piece, language) for language in (first, other))):
        words = dict(zip((first, other), map(_without_free, pair), strict=True))
        if not is_sign and (_may_be_either(words) or not any(is_order(words[code], code) for code in words)):
            continue
        for either, both in ((first, other), (other, first)):
            one, two = pattern(either, "either").findall(words[either]), pattern(both, "both").findall(words[both])
            if (
                len(one) == len(two) == 1
                and not pattern(either, "both").search(words[either])
                and not pattern(both, "either").search(words[both])
            ):
                twin, found = (one[0], two[0]) if either == first else (two[0], one[0])
                message = f"{name_of(first)} says “{twin}”, {name_of(other)} “{found}”"
                hint = _HINT if is_sign else "see whether one of the two is enough"
                before = manuscript.words(piece, other)
                yield Problem("W204", message, manuscript.at(piece, other, found, before[: before.find(pair[1])]), hint)


_HINT: Final = "see whether one of the two is enough to call"


def _may_be_either(words: Mapping[str, str]) -> bool:
    """Whether a sentence says what can be, or what not to do, to put off or to be near, of which `and` and `or` say the same."""
    names = ("refusing", "careful", "wait", "away")
    return any(pattern(language, name).search(said) for language, said in words.items() for name in names)


_AS_ONE: Final = re.compile(r"jour (?:et|ou) (?:la )?nuit|day (?:and|or) night|\b(\w+) and \1\b", re.IGNORECASE)


def _without_free(sentence: str) -> str:
    """Leave out words that languages join as each does: brown and black skin, which French says with `ou`; more and more."""
    return _AS_ONE.sub("", BROWN_AND_BLACK.sub("", sentence))
