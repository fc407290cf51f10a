"""Words of a sentence that nothing in the other language answers, known or not: they may say there what a list has not."""

from functools import cache

from handouts.checks.concepts import stems
from handouts.checks.kin import relatives_mean
from handouts.checks.lexicon import lexicon, tokens
from handouts.checks.skin_colours import BROWN_AND_BLACK
from handouts.checks.unanswered import Word, known_words, unanswered

_LIGHT = ("function_words", "light_words", "says_much", "to_be", "between")


@cache
def spare(words: str, twin: str, language: str, other: str) -> tuple[str, ...]:
    """Return the words of a sentence that say something, and of which nothing in the other text can be the translation."""
    said, answer = BROWN_AND_BLACK.sub("", words), BROWN_AND_BLACK.sub("", twin)
    known = [word.found for word in unanswered(said, answer, language, other) if not _is_light(word.found, language)]
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
        and not _is_light(token.word, language)
        and alike.isdisjoint(stems(token.word))
    ]


def _is_light(word: str, language: str) -> bool:
    return any(word.casefold() in lexicon(language, name) for name in _LIGHT)


def weighty(words: str, language: str) -> list[str]:
    """Return the words of a text that say something, in small letters."""
    return [token.word for token in tokens(words) if not _is_light(token.word, language)]


def is_missing(told: str, words: str, twin: str, language: str, other: str) -> bool:
    """Whether the other sentence has fewer words left that may stand for one of this sentence than are to be said.

    What is known to be of the same class, such as another look, is no way to say it.

    Args:
        told: The word that the other sentence seems to lack.
        words: The sentence that has it.
        twin: The other sentence.
        language: Of the first.
        other: Of the second.
    """
    named = [word for word in known_words(words, language) if word.found == told]
    classes = frozenset[str]().union(*(word.classes for word in named))
    left = [word for word in unanswered(twin, words, other, language) if _is_of_another(word, classes)]
    vague = (
        _vague(twin, words, other, language) if any(word.told and word.classes == {"deed"} for word in named) else []
    )
    many = len(left) + len(unknown(twin, words, other)) + len(vague)
    meanings = frozenset[str]().union(*(word.meanings for word in named))
    few = many < max(1, len(spare(words, twin, language, other)))
    return few and not relatives_mean(unknown(twin, words, other), meanings, other)


def _vague(words: str, twin: str, language: str, other: str) -> list[Word]:
    """Return the words that may stand for many things, and of which the other text has no translation."""
    known = frozenset[str]().union(*(word.meanings for word in known_words(twin, other)))
    return [
        word
        for word in known_words(words, language)
        if word.found.casefold() in lexicon(language, "says_much") and word.meanings.isdisjoint(known)
    ]


def _is_of_another(word: Word, classes: frozenset[str]) -> bool:
    return bool(word.classes and classes) and classes.isdisjoint(word.classes)
