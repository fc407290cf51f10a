"""Texts whose translations changed places in a list, were copied over one another, or are those of another text."""

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from handouts.checks.lists.lexicon import tokens
from handouts.checks.meaning.concepts import concepts
from handouts.checks.parity.misnamed import misnamed
from handouts.checks.parity.translation import excerpt
from handouts.checks.parity.unlike import unlike
from handouts.checks.text.listed import groups
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem
from handouts.languages import name_of

_SURE = 2  # things that two texts share crosswise, beyond those that they share straight
_TEXT = 3  # words: fewer may well be the same for two texts
_ALIKE = 0.5  # of their words, that two texts share which one translation may serve


def check_neighbours(manuscript: Manuscript, pieces: Sequence[Piece], differ: Collection[int]) -> Iterator[Problem]:
    """Compare the texts of each list in each language with those of the first language.

    Args:
        manuscript: What they are part of.
        pieces: The texts of a handout.
        differ: The ids of those whose languages are known to differ.
    """
    first, *others = manuscript.languages
    for group in groups(pieces):
        for other in others:
            whole = [piece for piece in group if piece.text.words.keys() >= {first, other}]
            pairs = list(combinations(whole, 2))
            crossed = [(pair, list(_crossed(manuscript, pair, first, other))) for pair in pairs]
            turned = {id(piece) for pair, told in crossed for piece in pair if told}
            yield from (problem for _, told in crossed for problem in told)
            copied = {id(piece): problem for piece, problem in _copies(manuscript, pairs, turned, first, other)}
            yield from dict.fromkeys(copied.values())
            told = {*turned, *copied, *differ}
            for piece in whole:
                if id(piece) not in told and not manuscript.is_settled(piece):
                    yield from _not_its_own(manuscript, piece, first, other)


def _not_its_own(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find what the translation of a text says in place of it: all of it, or a word."""
    yield from list(unlike(manuscript, piece, first, other)) or misnamed(manuscript, piece, first, other)


def _copies(
    manuscript: Manuscript, pairs: Sequence[tuple[Piece, Piece]], turned: Collection[int], first: str, other: str
) -> Iterator[tuple[Piece, Problem]]:
    for pair in pairs:
        if not any(id(piece) in turned for piece in pair):
            for one, two in ((first, other), (other, first)):
                yield from _copied(manuscript, pair, one, two)


def _crossed(manuscript: Manuscript, pair: tuple[Piece, Piece], first: str, other: str) -> Iterator[Problem]:
    """Find two translations that fit each other's text, and not their own."""
    one, two = pair
    here, there = ([concepts(manuscript, piece, language) for piece in pair] for language in (first, other))
    straight = len(here[0] & there[0]) + len(here[1] & there[1])
    across = len(here[0] & there[1]) + len(here[1] & there[0])
    if across >= straight + _SURE:
        told = [excerpt(manuscript.words(piece, language)) for piece, language in ((one, other), (two, first))]
        message = f"“{told[0]}” seems to be the {name_of(other)} of “{told[1]}”"
        hint = "see whether the translations of the two changed places"
        yield Problem("W208", message, manuscript.at(one, other), hint)


def _copied(
    manuscript: Manuscript, pair: tuple[Piece, Piece], language: str, other: str
) -> Iterator[tuple[Piece, Problem]]:
    """Find one translation under two texts that do not say the same; return the text that it does not fit."""
    words = [_said(manuscript, piece, language) for piece in pair]
    twins = [_said(manuscript, piece, other) for piece in pair]
    if len(words[0]) < _TEXT or words[0] != words[1] or _share(*twins) >= _ALIKE:
        return
    fits = [len(concepts(manuscript, piece, language) & concepts(manuscript, piece, other)) for piece in pair]
    wrong = pair[0] if fits[0] < fits[1] else pair[1]
    told = excerpt(manuscript.words(wrong, language))
    message = f"“{told}” stands under two texts that differ in {name_of(other)}"
    hint = f"translate “{excerpt(manuscript.words(wrong, other))}”"
    yield wrong, Problem("W208", message, manuscript.at(wrong, language), hint)


def _said(manuscript: Manuscript, piece: Piece, language: str) -> tuple[str, ...]:
    return tuple(token.word for token in tokens(manuscript.words(piece, language)))


def _share(one: Sequence[str], two: Sequence[str]) -> float:
    return len({*one} & {*two}) / max(1, len({*one} | {*two}))
