"""Words of one family: what the lists know of `refroidir`, `refroidissent` says too."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Final

from handouts.accents import without_accents
from handouts.checks.lexicon import lexicon
from handouts.checks.strays import KNOWN
from handouts.checks.unanswered import meanings_of

_STEM: Final = 6  # letters that words of a family share; shorter words but for their ending
_LEAST: Final = 4


def relatives_mean(words: Iterable[str], meanings: Collection[str], language: str) -> bool:
    """Whether one of some words is of the family of a word that a list gives one of these meanings."""
    known = (_families(language).get(_family(word.casefold()), frozenset()) for word in words)
    return any(not each.isdisjoint(meanings) for each in known)


@cache
def _families(language: str) -> Mapping[str, frozenset[str]]:
    """Return all that the words of each family may mean."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in KNOWN:
        for word, advice in lexicon(language, name).single_words.items():
            if len(word) >= _LEAST and word.isalpha() and advice:
                found[_family(word)].update(_meanings_of(advice))
    return {family: frozenset(known) for family, known in found.items()}


@cache
def _meanings_of(advice: str) -> frozenset[str]:
    return frozenset(meanings_of(advice))


def _family(word: str) -> str:
    plain = word if word.isascii() else without_accents(word)
    return plain[:_STEM] if len(plain) > _STEM else plain.rstrip("esx")
