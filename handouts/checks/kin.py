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
    families = _families(language)
    said = {advice for word in words for advice in families.get(_family(word.casefold()), ())}
    return any(not _meanings_of(advice).isdisjoint(meanings) for advice in said)


@cache
def _families(language: str) -> Mapping[str, Collection[str]]:
    """Return what the lists say of the words of each family."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in KNOWN:
        for word, advice in lexicon(language, name).single_words.items():
            if advice and len(word) >= _LEAST and word.isalpha():
                found[_family(word)].add(advice)
    return found


@cache
def _meanings_of(advice: str) -> frozenset[str]:
    return frozenset(meanings_of(advice))


def _family(word: str) -> str:
    plain = word if word.isascii() else without_accents(word)
    return plain[:_STEM] if len(plain) > _STEM else plain.rstrip("esx")
