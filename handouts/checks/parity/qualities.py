"""How something is or is done, in one language only: `un savon sans parfum`, and `soap`; `rinse gently`, and `rincez`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from handouts.checks.lists.lexicon import Hit, lexicon
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.spare import is_missing
from handouts.checks.parity.differing import sentence_at
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import sentences_of, side_by_side
from handouts.errors import Problem
from handouts.languages import name_of

_GROWING: Final = frozenset({"increasingly"})
_TWICE: Final = re.compile(r"\b(\w+) and \1\b", re.IGNORECASE)  # `bigger and bigger`
_TOLD: Final = ("qualities", "ways")
_ANSWERED: Final = ("qualities_too", "ways_too")
"""What answers a word that is told, and is not told itself: it may say more things than one."""


def qualities(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a quality that one language names, and that nothing in the other comes near."""
    if piece.section is None or piece.field == "heading":
        return
    texts = {language: manuscript.words(piece, language) for language in (first, other)}
    for one, two in side_by_side(texts[first], texts[other]):
        for longer, shorter, words, twin in ((first, other, one, two), (other, first, two, one)):
            hit = _lost(words, twin, longer, shorter, texts)
            if hit:
                message = f"{name_of(longer)} says “{hit.found}” here, and nothing in {name_of(shorter)} does"
                hint = f"see whether {name_of(shorter)} says all that {name_of(longer)} says"
                yield Problem("W206", message, sentence_at(manuscript, piece, shorter, twin), hint)
                return


def _lost(words: str, twin: str, language: str, other: str, texts: Mapping[str, str]) -> Hit | None:
    """Return a quality of a sentence that nothing in its twin may say, the contrary of `less` and the like included."""
    known = _named(twin, other)
    for hit in _hits(words, language, _TOLD):
        lacks = hit.advice and known.isdisjoint(hit.advice.split("; ")) and not _is_moved(hit.advice, texts)
        lessened = pattern(language, "lessened").search(words, 0, hit.start)
        looked_for = pattern(other, "looked_for").search(twin)  # which should not be there
        answered = lessened or looked_for or _is_refused(hit, words, twin, language, other)
        if lacks and not answered and is_missing(hit.found, words, twin, language, other):
            return hit
    return None


def _is_refused(hit: Hit, words: str, twin: str, language: str, other: str) -> bool:
    """Whether one language has less of what the other refuses: `moins sec`, and `not as dry` or `not too dry`."""
    said = hit.advice.split("; ")
    if "less" in said:
        return not pattern(language, "plain_no").search(words) and bool(pattern(other, "plain_no").search(twin))
    if "only" in said and pattern(other, "plain_no").search(twin):  # `only after`, and `not for`
        return True
    is_refused = pattern(language, "negative").search(words, 0, hit.start)
    return bool(is_refused) and "too" in said and "less" in _named(twin, other)


def _is_moved(quality: str, texts: Mapping[str, str]) -> bool:
    """Whether as many sentences of all texts name a quality: they only put it elsewhere."""
    asked = frozenset(quality.split("; "))
    counts = {
        sum(not asked.isdisjoint(_named(sentence.text, language)) for sentence in sentences_of(words))
        for language, words in texts.items()
    }
    return len(counts) == 1


def _named(words: str, language: str) -> frozenset[str]:
    hits = _hits(words, language, (*_TOLD, *_ANSWERED))
    named = frozenset(quality for hit in hits for quality in hit.advice.split("; "))
    return named | _GROWING if _TWICE.search(words) else named


def _hits(words: str, language: str, names: Sequence[str]) -> Iterator[Hit]:
    return (hit for name in names for hit in lexicon(language, name).find(words))
