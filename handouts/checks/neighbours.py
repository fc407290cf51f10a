"""Texts of one list whose translations changed places, or of which one was copied over another."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, groupby

from handouts.accents import without_accents
from handouts.checks.lexicon import lexicon, tokens
from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.quantities import quantities
from handouts.checks.senses import senses_of
from handouts.checks.translation import excerpt
from handouts.errors import Problem
from handouts.languages import name_of
from handouts.wording.placeholders import names_in

_STEM = 5  # letters that words of two languages share, where they come from one: sandales, sandals
_SURE = 2  # things that two texts share crosswise, beyond those that they share straight
_TEXT = 3  # words: fewer may well be the same for two texts
_ALIKE = 0.5  # of their words, that two texts share which one translation may serve


def check_neighbours(manuscript: Manuscript, pieces: Sequence[Piece]) -> Iterator[Problem]:
    """Compare the texts of each list in each language with those of the first language."""
    first, *others = manuscript.languages or ("fr",)
    for group in groups(pieces):
        for other in others:
            whole = [piece for piece in group if piece.text.words.keys() >= {first, other}]
            pairs = list(combinations(whole, 2))
            crossed = [(pair, list(_crossed(manuscript, pair, first, other))) for pair in pairs]
            turned = {id(piece) for pair, told in crossed for piece in pair if told}
            yield from (problem for _, told in crossed for problem in told)
            for pair in pairs:
                if turned.isdisjoint(map(id, pair)):
                    yield from _copied(manuscript, pair, first, other)
                    yield from _copied(manuscript, pair, other, first)


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


def _copied(manuscript: Manuscript, pair: tuple[Piece, Piece], language: str, other: str) -> Iterator[Problem]:
    """Find one translation under two texts that do not say the same."""
    words = [_said(manuscript, piece, language) for piece in pair]
    twins = [_said(manuscript, piece, other) for piece in pair]
    if len(words[0]) < _TEXT or words[0] != words[1] or _share(*twins) >= _ALIKE:
        return
    fits = [len(concepts(manuscript, piece, language) & concepts(manuscript, piece, other)) for piece in pair]
    wrong = pair[0] if fits[0] < fits[1] else pair[1]
    told = excerpt(manuscript.words(wrong, language))
    message = f"“{told}” stands under two texts that differ in {name_of(other)}"
    yield Problem(
        "W208", message, manuscript.at(wrong, language), f"translate “{excerpt(manuscript.words(wrong, other))}”"
    )


def _said(manuscript: Manuscript, piece: Piece, language: str) -> tuple[str, ...]:
    return tuple(token.word for token in tokens(manuscript.words(piece, language)))


def _share(one: Sequence[str], two: Sequence[str]) -> float:
    return len({*one} & {*two}) / max(1, len({*one} | {*two}))


def groups(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield the texts that stand in one list: the reasons of a list, the signs of a level."""
    listed = [piece for piece in pieces if piece.block is not None]
    for _, group in groupby(sorted(listed, key=_list), key=_list):
        yield tuple(group)


def _list(piece: Piece) -> tuple[int, str, bool]:
    return id(piece.block), piece.field, piece.is_short


def concepts(manuscript: Manuscript, piece: Piece, language: str) -> frozenset[str]:
    """Return what a text speaks of, in terms that languages share."""
    named = frozenset("{" + name for name in names_in(manuscript.typed(piece, language)))
    return named | _concepts(manuscript.words(piece, language), language)


@cache
def _concepts(words: str, language: str) -> frozenset[str]:
    found = {figure.value for figure in quantities(words, language).figures}
    for name in ("opposites", "things"):
        for kind, senses in senses_of(words, language, name).items():
            found |= {f"{kind}: {meaning}" for sense in senses for meaning in sense.meanings}
    for name in ("deeds", "glossary"):
        found |= {meaning for hit in lexicon(language, name).find(words) for meaning in hit.advice.split("; ")}
    return frozenset(found | {stem for token in tokens(words) if len(stem := _stem(token.word)) == _STEM})


@cache
def _stem(word: str) -> str:
    return without_accents(word)[:_STEM]
