"""Capitals that a language such as French has none of, and items that begin small among others that do not (FR-11).

Such a language has a list of `small_words`, which no heading writes with a capital. A word of it with a capital inside
a text is a name, unless the same handout also writes it small.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from handouts.checks.figures.numerals import words_for_numbers
from handouts.checks.lists.lexicon import Token, lexicon, tokens
from handouts.checks.meaning.strays import KNOWN, is_listed
from handouts.checks.text.listed import groups
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem
from handouts.languages import name_of

_TITLES = frozenset({"title", "heading", "subtitle"})
_PROPER = frozenset({"name", "sources", "by"})
_WHOLE = frozenset({"text", "items", "signs", "heading", "question"})
"""Fields whose texts begin with a capital throughout a list, or nowhere."""

_BEGINS: Final = re.compile(r"(?:\A|[.!?…:\n(«“\"/]|[–—-])[\s*«“(]*\Z")
_COMMON: Final = (*KNOWN, "small_words", "function_words")
"""Lists of words that are no names."""

_SIBLINGS = 2  # that begin with a capital, before one that does not stands out


def check_capitals(manuscript: Manuscript) -> Iterator[Problem]:
    """Read the texts of each owner together."""
    for pieces in manuscript.by_owner.values():
        for language in manuscript.languages:
            if lexicon(language, "small_words").single_words:
                written = [piece for piece in pieces if language in piece.text.words]
                yield from _needless(manuscript, written, language)
            yield from _begin_small(manuscript, pieces, language)


def _needless(manuscript: Manuscript, pieces: Sequence[Piece], language: str) -> Iterator[Problem]:
    read = [piece for piece in pieces if piece.field not in _PROPER]
    small = {
        token.word
        for piece in read
        for token in tokens(manuscript.words(piece, language))
        if manuscript.words(piece, language)[token.start].islower()
    }
    for piece in read:
        heading = piece.field in _TITLES
        told = list(_title_case(manuscript, piece, language)) if heading else []
        known = _known(manuscript.words(piece, language), language) if heading else frozenset()
        yield from told or _common(manuscript, piece, language, small | known)


def _title_case(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    """Find headings whose words begin with capitals, as English ones may."""
    words, small = manuscript.words(piece, language), lexicon(language, "small_words")
    longer = [token for token in tokens(words)[1:] if token.word not in small and token.word.isalpha()]
    capitals = [token for token in longer if words[token.start].isupper()]
    if len(capitals) >= 2 and len(capitals) == len(longer):  # noqa: PLR2004 (one may be a name)
        yield _problem(manuscript, piece, language, capitals[0])


def _common(manuscript: Manuscript, piece: Piece, language: str, small: set[str]) -> Iterator[Problem]:
    """Find a capital on a word that is written small elsewhere, and is no part of a name."""
    words = manuscript.words(piece, language)
    said = tokens(words)
    for number, token in enumerate(said):
        capital = words[token.start].isupper() and not words[token.start : token.end].isupper()
        if capital and token.word in small and not _BEGINS.search(words, 0, token.start):
            beside = said[max(number - 1, 0) : number] + said[number + 1 : number + 2]
            named = [each for each in beside if _touches(words, token, each) and words[each.start].isupper()]
            if all(each.word in small for each in named) and not _joined(words, token):
                yield _problem(manuscript, piece, language, token)
                return


def _known(words: str, language: str) -> frozenset[str]:
    """Return the words of a text that stand in lists of what handouts speak of, so that they are no names."""
    said, numbers = {token.word for token in tokens(words)}, words_for_numbers(language)
    return frozenset(word for word in said if word in numbers or is_listed(word, language, _COMMON))


def _touches(words: str, one: Token, two: Token) -> bool:
    """Whether two words stand side by side, with nothing but a space or a hyphen between."""
    left, right = sorted((one, two), key=lambda token: token.start)
    return words[left.end : right.start] in {" ", "\u00a0", "-", "’", "'"}


def _joined(words: str, token: Token) -> bool:
    """Whether a word is a part of another: Info-Santé, Rive-Sud."""
    return "-" in words[max(token.start - 1, 0) : token.start] + words[token.end : token.end + 1]


def _problem(manuscript: Manuscript, piece: Piece, language: str, token: Token) -> Problem:
    words = manuscript.words(piece, language)
    heading = piece.field in _TITLES
    found = words[token.start : token.end]
    of_heading = f"a heading has one capital in {name_of(language)}, at its beginning"
    message = of_heading if heading else f"“{found}” takes a small letter here"
    hint = "write the other words in small letters, but for names (FR-11)"
    return Problem("W253", message, manuscript.at(piece, language, found, words[: token.start]), hint)


def _begin_small(manuscript: Manuscript, pieces: Sequence[Piece], language: str) -> Iterator[Problem]:
    """Find an item that begins small, in a list whose other items begin with a capital."""
    for group in groups([piece for piece in pieces if piece.field in _WHOLE and language in piece.text.words]):
        firsts = [(piece, manuscript.typed(piece, language).lstrip('* «“"')) for piece in group]
        capitals = sum(typed[:1].isupper() for _, typed in firsts)
        small = [(piece, typed) for piece, typed in firsts if typed[:1].islower()]
        if capitals >= _SIBLINGS and len(small) == 1:
            piece, typed = small[0]
            found = typed.split()[0]
            message = f"“{found}” begins with a small letter, and the others of this list with a capital"
            yield Problem("W262", message, manuscript.at(piece, language, found), "write a capital")
