"""What a text speaks of, in terms that languages share."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from handouts.accents import without_accents
from handouts.checks.figures.quantities import quantities
from handouts.checks.lists.lexicon import lexicon, tokens
from handouts.checks.meaning.senses import senses_of
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.wording.placeholders import names_in

_LISTS = ("deeds", "glossary", "everyday", "everyday_too")
_STEM = 5  # letters that words of two languages share, where they come from one: sandales, sandals


def concepts(manuscript: Manuscript, piece: Piece, language: str) -> frozenset[str]:
    """Return what a text speaks of, in terms that languages share."""
    named = frozenset("{" + name for name in names_in(manuscript.typed(piece, language)))
    return named | _concepts(manuscript.words(piece, language), language)


@cache
def _concepts(words: str, language: str) -> frozenset[str]:
    said = quantities(words, language)
    counted = (each.value for each in (*said.figures, *said.spelled))
    return stems(words).union(counted).union(*meanings(words, language, _LISTS).values()) - {""}


@cache
def meanings(words: str, language: str, lists: tuple[str, ...]) -> Mapping[int, frozenset[str]]:
    """Return what each word means that is known, by where it begins; `lists` are asked besides things and opposites."""
    known: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    for name in ("opposites", "things"):
        for kind, senses in senses_of(words, language, name).items():
            for sense in senses:
                known[sense.start] |= {f"{kind}: {meaning}" for meaning in sense.meanings}
    for name in lists:
        for hit in lexicon(language, name).find(words):
            known[hit.start] |= {*hit.advice.split("; ")}
    return known


@cache
def stems(words: str) -> frozenset[str]:
    """Return the stems of the words of a text that are long enough to have one."""
    found = (stem(token.word) for token in tokens(words))
    return frozenset(each for each in found if len(each) == _STEM)


@cache
def stem(word: str) -> str:
    """Return the letters by which a word, in small letters, may be known in the other language."""
    return without_accents(word)[:_STEM]
