"""Which slip of the keyboard makes one word of another, and so which word was likely meant."""

import re
from collections.abc import Collection, Iterable

from handouts.accents import without_accents

_NO_VOWEL = re.compile(r"[^aeiouyœæ]+")
_CHANGED_PLACES, _LEFT_OUT, _TYPED_TWICE, _TOO_MANY, _OTHER_LETTER = 1, 1, 1, 2, 2
_MORE_THAN_ONE = 3
_FIRST_LETTER = 1  # more: hardly anyone mistypes it
_WORSE = 1  # how much less likely than the likeliest a word may be that is named beside it


def likeliest(typed: str, words: Iterable[str], used: Collection[str] = (), common: Collection[str] = ()) -> list[str]:
    """Return those of some words that someone likely meant, the likeliest first.

    Args:
        typed: What is no word.
        words: What resembles it, the likeliest first where nothing else tells.
        used: Words in small letters that stand near it; one that a single slip makes of it is what was meant.
        common: Words in small letters that are often said; others are named only where they are likelier.
    """
    cost = {word: slip(typed, word) for word in words if _is_plausible(word, typed)}
    near = {word: cost[word] for word in cost if word.casefold() in used and cost[word] < _MORE_THAN_ONE}
    if near and (all(cost.values()) or not all(near.values())):  # an accent that is missing is likelier than a letter
        return [word for word in near if near[word] == min(near.values())]
    least = min(cost.values(), default=0)
    likely = sorted((word for word in cost if cost[word] <= least + _WORSE), key=cost.__getitem__)
    often = [word for word in likely if word.casefold() in common]
    return [word for word in likely if not often or word in often or cost[word] < cost[often[0]]]


def slip(typed: str, meant: str) -> int:
    """Return how unlikely it is that who meant one word typed another; 0 where only case and accents differ."""
    one, other = (without_accents(word).casefold() for word in (typed, meant))
    if one == other:
        return 0
    start = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    start = min(len(one), len(other)) if start is None else start
    return _kind(one[start:], other[start:], one[start - 1 : start]) + (_FIRST_LETTER if start == 0 else 0)


def _kind(typed: str, meant: str, before: str) -> int:
    """Tell slips apart by what follows the letters that two words begin with."""
    if typed[1:] == meant:
        return _TYPED_TWICE if typed[:1] in {before, meant[:1]} else _TOO_MANY
    if typed == meant[1:]:
        return _LEFT_OUT
    if typed[1:2] + typed[:1] + typed[2:] == meant:
        return _CHANGED_PLACES
    return _OTHER_LETTER if typed[1:] == meant[1:] else _MORE_THAN_ONE


def _is_plausible(word: str, typed: str) -> bool:
    """Whether a word is no abbreviation, and no name where none was typed."""
    return not _NO_VOWEL.fullmatch(without_accents(word).casefold()) and (word.islower() or not typed.islower())
