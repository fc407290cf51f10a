"""Words of one family: what the lists know of `refroidir`, `refroidissent` says too."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from handouts.accents import without_accents
from handouts.checks.lists.lexicon import lexicon
from handouts.checks.meaning.strays import KNOWN
from handouts.checks.meaning.unanswered import meanings_of

_STEM: Final = 6  # letters that words of a family share; shorter words but for their ending
_LEAST: Final = 4


def relatives_mean(words: Iterable[str], meanings: Collection[str], language: str) -> bool:
    """Whether one of some words is of the family of a word that a list gives one of these meanings."""
    families = {_family(word.casefold()) for word in words}
    return any(
        not meanings_of(advice).isdisjoint(meanings) for family in families for advice in _said_of(family, language)
    )


@cache
def _said_of(family: str, language: str) -> frozenset[str]:
    """Return what the lists say of the words of a family."""
    known = _words_by_letter(language).get(family[:1], ())
    return frozenset(advice for word, advice in known if _family(word) == family)


@cache
def _words_by_letter(language: str) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return the words of the lists that may have a family, each with what is said of it, by their first letter."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in KNOWN:
        for word, advice in lexicon(language, name).single_words.items():
            if advice and len(word) >= _LEAST and word.isalpha():
                found[_plain(word[0])].append((word, advice))
    return found


def _family(word: str) -> str:
    plain = _plain(word)
    return plain[:_STEM] if len(plain) > _STEM else plain.rstrip("esx")


def _plain(word: str) -> str:
    return word if word.isascii() else without_accents(word)
