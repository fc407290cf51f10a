"""Words of a sentence that nothing in the other language answers, known or not: they may say there what a list has not."""

from collections.abc import Iterable
from functools import cache

from handouts.checks.lists.lexicon import lexicon, tokens
from handouts.checks.meaning.concepts import stems
from handouts.checks.meaning.skin_colours import BROWN_AND_BLACK
from handouts.checks.meaning.unanswered import Word, known_words, meant, unanswered

_LITTLE = ("function_words", "light_words")
_LIGHT = (*_LITTLE, "says_much", "to_be", "between")
_COUNTED = ("ones", "tens", "times")  # which are compared by what they come to


@cache
def spare(words: str, twin: str, language: str, other: str) -> tuple[str, ...]:
    """Return the words of a sentence that say something, and of which nothing in the other text can be the translation."""
    said, answer = BROWN_AND_BLACK.sub("", words), BROWN_AND_BLACK.sub("", twin)
    known = [word.found for word in unanswered(said, answer, language, other) if not is_light(word.found, language)]
    return (*known, *unknown(said, answer, language))


def unknown(words: str, twin: str, language: str) -> list[str]:
    """Return the words that no list knows, and that do not look like a word of the other text."""
    listed, alike, same = known_words(words, language), stems(twin), {token.word for token in tokens(twin)}
    return [
        token.word
        for token in tokens(words)
        if token.word.isalpha()
        and token.word not in same
        and not any(word.start <= token.start < word.end for word in listed)
        and not is_light(token.word, language)
        and alike.isdisjoint(stems(token.word))
    ]


def is_light(word: str, language: str) -> bool:
    """Whether a word says nothing by itself: `the`, `avec`, `get`."""
    return any(word.casefold() in lexicon(language, name) for name in (*_LIGHT, *_COUNTED))


def is_little(word: str, language: str) -> bool:
    """Whether a word, in small letters, is one of grammar, or goes with any thing: `the`, `get`."""
    return any(word in lexicon(language, name) for name in _LITTLE)


def weighty(words: str, language: str) -> list[str]:
    """Return the words of a text that say something, in small letters."""
    return [token.word for token in tokens(words) if not is_light(token.word, language)]


def is_missing(told: str, words: str, twin: str, language: str, other: str) -> bool:
    """Whether the other sentence has fewer words left that may stand for one of this sentence than are to be said.

    A word that no list knows may stand for any. What is known to be of the same class, such as another look, is no way to say it.

    Args:
        told: The word that the other sentence seems to lack.
        words: The sentence that has it.
        twin: The other sentence.
        language: Of the first.
        other: Of the second.
    """
    named = [word for word in known_words(words, language) if word.found == told]
    if unknown(twin, words, other):
        return False
    left = sum(_is_of_another(word, named) for word in unanswered(twin, words, other, language))
    if any(word.told and word.classes == {"deed"} for word in named):  # which are said with words such as `get`
        left += _vague(twin, words, other, language)
    return left < max(1, len(spare(words, twin, language, other)))


def _is_of_another(word: Word, named: Iterable[Word]) -> bool:
    classes = frozenset[str]().union(*(each.classes for each in named))
    return bool(word.classes and classes) and classes.isdisjoint(word.classes)


def _vague(words: str, twin: str, language: str, other: str) -> int:
    """Return how many words may stand for many things, and have no translation in the other text."""
    known, vague = meant(twin, other), lexicon(language, "says_much")
    found = (word for word in known_words(words, language) if word.found.casefold() in vague)
    return sum(word.meanings.isdisjoint(known) for word in found)
