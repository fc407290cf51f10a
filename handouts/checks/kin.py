"""Words of one family: what the lists know of `refroidir`, `refroidissent` says too."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Final

from handouts.accents import without_accents
from handouts.checks.lexicon import entries
from handouts.checks.strays import KNOWN
from handouts.checks.unanswered import meanings_of

_STEM: Final = 6  # letters that words of a family share; shorter words but for their ending
_LEAST: Final = 4


def relatives_mean(words: Iterable[str], meanings: Collection[str], language: str) -> bool:
    """Whether one of some words, of which no list may know any, is of the family of a word with one of these meanings."""
    known = (_families(language).get(_family(word), frozenset()) for word in words)
    return any(not each.isdisjoint(meanings) for each in known)


@cache
def _families(language: str) -> Mapping[str, frozenset[str]]:
    """Return all that the words of each family may mean."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in KNOWN:
        for form, advice in entries(language, name).items():
            if len(form) >= _LEAST and form.isalpha() and advice:
                found[_family(form)].update(meanings_of(advice))
    return {family: frozenset(known) for family, known in found.items()}


def _family(word: str) -> str:
    plain = without_accents(word.casefold())
    return plain[:_STEM] if len(plain) > _STEM else plain.rstrip("esx")
