"""One word of the other language in a text: `Ice pack sur la joue`, `enflure is often worse`."""

from functools import cache
from typing import Final

from handouts.checks.lists.lexicon import lexicon, tokens
from handouts.checks.lists.patterns import pattern

KNOWN: Final = (
    *("glossary", "everyday", "everyday_too", "things", "opposites", "deeds"),
    *("qualities", "qualities_too", "ways", "ways_too"),
)
"""Lists of what handouts speak of."""

_SAID: Final = (*KNOWN, "function_words")
_OWN: Final = (*KNOWN, "cognates", "function_words", "borrowed")
_LETTERS = 4  # shorter words are spelled alike by chance
_OPENING, _CLOSING = "(«“[", ")»”]"


def stray(words: str, language: str, foreign: str) -> str:
    """Return the first word that only another language has; empty where there is none.

    A name, or what stands in brackets or quotes, may be of any language.
    """
    for token in tokens(words):
        if is_foreign(token.word, language, foreign) and _is_said(words, token.start):
            return words[token.start : token.end]
    return ""


def kept(words: str, source: str, language: str, foreign: str) -> str:
    """Return the first word that was taken over as it stands, and looks as only those of the other language do."""
    theirs = {token.word for token in tokens(source)} & {token.word for token in tokens(words)}
    return next(
        (
            words[token.start : token.end]
            for token in tokens(words)
            if token.word in theirs and _looks_foreign(token.word, language, foreign) and _is_said(words, token.start)
        ),
        "",
    )


def accented(words: str, language: str, foreign: str) -> str:
    """Return the first word with letters of another language, such as accents, but for those that were taken over."""
    theirs, taken_over = pattern(foreign, "own_letters"), lexicon(language, "taken_over")
    found = (each for each in tokens(words) if theirs.search(each.word) and each.word not in taken_over)
    spelled = ((each.start, words[each.start : each.end]) for each in found)
    return next((word for start, word in spelled if word.islower() and _is_said(words, start)), "")


def _looks_foreign(word: str, language: str, foreign: str) -> bool:
    return (
        len(word) >= _LETTERS
        and pattern(foreign, "looks").fullmatch(word) is not None
        and not pattern(language, "looks").fullmatch(word)
        and not is_listed(word, language, _OWN)
        and word not in lexicon(foreign, "borrowed")
        and word not in lexicon(language, "taken_over")
    )


@cache
def is_foreign(word: str, language: str, foreign: str) -> bool:
    """Whether a word, in small letters, stands in the lists of another language only."""
    if len(word) < _LETTERS or word in lexicon(foreign, "spelled_alike"):
        return False
    return is_listed(word, foreign, KNOWN) and not is_listed(word, language, _OWN)


@cache
def is_listed(word: str, language: str, names: tuple[str, ...]) -> bool:
    """Whether a word, in small letters, stands by itself in some lists of a language."""
    return any(word in lexicon(language, name) for name in names)


@cache
def listed(language: str, names: tuple[str, ...]) -> frozenset[str]:
    """Return the single words of some lists of a language."""
    return frozenset(word for name in names for word in lexicon(language, name).single_words)


def lists_only(words: str, language: str, other: str) -> bool:
    """Whether a word of a text, and be it short, stands in the lists of one language and in none of another."""
    return any(
        is_listed(token.word, language, _SAID)
        and not is_listed(token.word, other, _OWN)
        and _is_said(words, token.start)
        for token in tokens(words)
    )


def _is_said(words: str, start: int) -> bool:
    """Whether a word is no name, which has a capital inside a sentence, and stands in no brackets or quotes."""
    before = words[:start].rstrip()
    is_name = words[start].isupper() and before != "" and before[-1] not in ".!?:\n"
    inside = sum(before.count(mark) for mark in _OPENING) > sum(before.count(mark) for mark in _CLOSING)
    return not is_name and not inside
