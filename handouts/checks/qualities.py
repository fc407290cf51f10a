"""How something is, in one language only: `un savon sans parfum`, and `soap`; `heavy bleeding`, and `un saignement`."""

from collections.abc import Iterator

from handouts.checks.lexicon import lexicon
from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.sentences import side_by_side
from handouts.errors import Problem
from handouts.languages import name_of


def qualities(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a quality that one language names, and that nothing in the other comes near."""
    if piece.section is None:
        return
    for one, two in side_by_side(*(manuscript.words(piece, language) for language in (first, other))):
        for longer, shorter, words, twin in ((first, other, one, two), (other, first, two, one)):
            known = _named(twin, shorter)
            for hit in lexicon(longer, "qualities").find(words):
                if hit.advice and known.isdisjoint(hit.advice.split("; ")):
                    message = f"{name_of(longer)} says “{hit.found}” here, and nothing in {name_of(shorter)} does"
                    hint = f"see whether {name_of(shorter)} says all that {name_of(longer)} says"
                    yield Problem("W206", message, manuscript.at(piece, shorter), hint)
                    return


def _named(words: str, language: str) -> frozenset[str]:
    hits = (hit for name in ("qualities", "qualities_too") for hit in lexicon(language, name).find(words))
    return frozenset(quality for hit in hits for quality in hit.advice.split("; "))
