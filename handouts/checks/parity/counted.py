"""How many of a thing there are, in words right before it: `deux béquilles`, and `one crutch`."""

from collections.abc import Iterator
from itertools import product

from handouts.checks.figures.numerals import numerals, value_of
from handouts.checks.figures.quantities import quantities
from handouts.checks.lists.lexicon import Token, tokens
from handouts.checks.meaning.unanswered import Word, known_words
from handouts.checks.parity.differing import says_else
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import side_by_side
from handouts.errors import Problem


def counted(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a thing of which each language says another number, that the other says nowhere in its sentence."""
    for one, two in side_by_side(*(manuscript.words(piece, language) for language in (first, other))):
        for (ours, number), (theirs, twin) in product(_things(one, first), _things(two, other)):
            same = not ours.told.isdisjoint(theirs.told)
            if same and number not in _said(two, other) and twin not in _said(one, first) - {1}:
                said = {first: _phrase(one, ours), other: _phrase(two, theirs)}
                yield says_else(manuscript, piece, said)
                return


def _things(words: str, language: str) -> Iterator[tuple[Word, int]]:
    """Yield each thing that a number in words stands right before, if it is named but once."""
    named = [word for word in known_words(words, language) if "thing" in word.classes and word.told]
    for word in named:
        before = _before(words, word)
        number = value_of(before.word) if before else None
        if number is not None and sum(not word.told.isdisjoint(each.told) for each in named) == 1:
            yield word, number


def _before(words: str, word: Word) -> Token | None:
    """Return the word right before another one; None where something else stands between."""
    last = next((token for token in reversed(tokens(words)) if token.end < word.start), None)
    return last if last and words[last.end : word.start] in {" ", "\u00a0"} else None


def _phrase(words: str, word: Word) -> str:
    before = _before(words, word)
    return words[before.start if before else word.start : word.end]


def _said(words: str, language: str) -> frozenset[int]:
    """Return the numbers of a sentence, in words and in digits."""
    figures = (each.found.split()[0] for each in quantities(words, language).figures)
    digits = frozenset(int(figure) for figure in figures if figure.isdecimal())
    return digits | {each.value for each in numerals(words, language)}
