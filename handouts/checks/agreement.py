"""One or several: `les main`, `chaque jours`, `a stitches`. What sounds alike in French no dictionary tells, and the word before it does."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Final

from handouts.checks.lexicon import entries, forms_of, lexicon, tokens
from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.patterns import pattern
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
        begins = words[before.start].isupper()
        meant = _meant(before.word, noun.word, language, begins=begins) if joined else ""
        if meant:
            typed = words[before.start : noun.end]
            message = f"“{typed}”: one of these words is for one thing, the other for several"
            right = words[before.start : noun.start] + meant
            hint = f"write “{right}”, or another word before it"
            yield Problem("W263", message, manuscript.at(piece, language, typed, words[: before.start]), hint)


def _meant(before: str, noun: str, language: str, *, begins: bool) -> str:
    """Return the form of a noun that goes with the word before it, if it is the other one; empty where it agrees.

    Where the word before `begins` a sentence, it is no pronoun: `Les bord`, but `on les borde`.
    """
    counted = entries(language, "determiners_by_number").get(before)
    if counted == "one":
        return _ones(language).get(noun, "")
    doubtful = counted == "doubtful" and not begins
    if counted is None or (doubtful and not pattern(language, "never_a_verb").fullmatch(noun)):
        return ""
    return _several(language).get(noun, "")


@cache
def _several(language: str) -> Mapping[str, str]:
    """Return the nouns of a language for one thing, each with its form for several."""
    forms = (forms_of(language, name) for name in _NAMED_IN)
    return {one: one + end for each in forms for group in each for one in group for end in _MANY if one + end in group}


@cache
def _ones(language: str) -> Mapping[str, str]:
    several, alike = _several(language), lexicon(language, "alike_for_several")
    return {many: one for one, many in several.items() if many not in several and many not in alike}
