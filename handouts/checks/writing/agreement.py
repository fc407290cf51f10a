"""One or several: `les main`, `chaque jours`, `a stitches`. What sounds alike in French no dictionary tells, and the word before it does."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from handouts.checks.lists.lexicon import Token, entries, lexicon, tokens
from handouts.checks.lists.patterns import pattern
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem

_NAMED_IN: Final = ("things", "glossary", "everyday", "times", "other_nouns")
"""Lists of what handouts speak of."""

_MANY: Final = ("s", "x")
"""What a word has at its end when it is of several."""

_ONE_SPACE: Final = frozenset({" ", "'", "’"})


def check_agreement(manuscript: Manuscript) -> Iterator[Problem]:
    """Find words for one thing after a word that stands before several, and the other way round."""
    for piece, language in manuscript.prose():
        yield from _in_piece(manuscript, piece, language)


def _in_piece(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    words = manuscript.own_words(piece, language)
    for before, noun in pairwise(tokens(words)):
        joined = words[before.end : noun.start] in _ONE_SPACE and words[noun.end : noun.end + 1] != "-"
        meant = _meant(words, before, noun, language) if joined else ""
        if meant:
            typed = words[before.start : noun.end]
            message = f"“{typed}”: one of these words is for one thing, the other for several"
            right = words[before.start : noun.start] + meant
            hint = f"write “{right}”, or another word before it"
            yield Problem("W263", message, manuscript.at(piece, language, typed, words[: before.start]), hint)


def _meant(words: str, before: Token, noun: Token, language: str) -> str:
    """Return the form of a noun that goes with the word before it, if it is the other one; empty where it agrees."""
    counted = entries(language, "determiners_by_number").get(before.word)
    if counted == "one":
        return _for_one(noun.word, language)
    several = _for_several(noun.word, language) if counted else ""
    return several if several and (counted != "doubtful" or _is_noun(words, before, noun, language)) else ""


def _is_noun(words: str, before: Token, noun: Token, language: str) -> bool:
    """Whether a word is no verb after a pronoun: `Les bord` or `avec les bord`, but `on les borde`."""
    if words[before.start].isupper() or pattern(language, "never_a_verb").fullmatch(noun.word):
        return True
    return pattern(language, "with_a_noun").search(words[: noun.end]) is not None


@cache
def _for_several(noun: str, language: str) -> str:
    """Return the form for several of a noun for one thing; empty for any other word."""
    for name in _NAMED_IN:
        known = lexicon(language, name)
        said = known.says_of(noun)
        if said is not None:
            for end in _MANY:
                if known.says_of(noun + end) == said:
                    return noun + end
    return ""


def _for_one(noun: str, language: str) -> str:
    one = noun[:-1] if noun.endswith(_MANY) and not _for_several(noun, language) else ""
    alike = noun in lexicon(language, "alike_for_several")
    return one if one and not alike and _for_several(one, language) == noun else ""
