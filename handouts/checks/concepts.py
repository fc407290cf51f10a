"""What a text speaks of, in terms that languages share."""

from functools import cache

from handouts.accents import without_accents
from handouts.checks.lexicon import lexicon, tokens
from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.quantities import quantities
from handouts.checks.senses import senses_of
from handouts.wording.placeholders import names_in

_STEM = 5  # letters that words of two languages share, where they come from one: sandales, sandals


def concepts(manuscript: Manuscript, piece: Piece, language: str) -> frozenset[str]:
    """Return what a text speaks of, in terms that languages share."""
    named = frozenset("{" + name for name in names_in(manuscript.typed(piece, language)))
    return named | _concepts(manuscript.words(piece, language), language)


@cache
def _concepts(words: str, language: str) -> frozenset[str]:
    found = {figure.value for figure in quantities(words, language).figures}
    for name in ("opposites", "things"):
        for kind, senses in senses_of(words, language, name).items():
            found |= {f"{kind}: {meaning}" for sense in senses for meaning in sense.meanings}
    for name in ("deeds", "glossary"):
        found |= {meaning for hit in lexicon(language, name).find(words) for meaning in hit.advice.split("; ")}
    return frozenset(found | {stem for token in tokens(words) if len(stem := _stem(token.word)) == _STEM})


@cache
def _stem(word: str) -> str:
    return without_accents(word)[:_STEM]
