"""Things that one language names in a row and the other leaves out: `the arm or the leg`, and `the arm`."""

from collections.abc import Iterator, Sequence
from typing import Final

from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.senses import Sense, senses_of, unmatched
from handouts.checks.meaning.spare import is_missing, spare
from handouts.checks.parity.differing import leaves_out
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem

_LISTS: Final = ("things", "opposites")

_ALARMING: Final = frozenset(
    {"breathe", "swallow", "speak", "fever", "chills", "pus", "vomiting", "confusion", "blisters"}
)
"""What a sign names that the same sign must name in every language, beside others or alone."""


def lost(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a thing that stands in a row in one language, where the other names only its neighbour."""
    for more, fewer in ((first, other), (other, first)):
        words = manuscript.words(piece, more)
        for name in _LISTS:
            here, there = senses_of(words, more, name), senses_of(manuscript.words(piece, fewer), fewer, name)
            for kind in filter(there.__contains__, here):
                if kind == "order" and pattern(more, "plain_no").search(words):
                    continue  # `pas de bain avant 2 semaines`, and `no baths for 2 weeks`
                sense = None if unmatched(there[kind], here[kind]) else _lone(words, here[kind], there[kind], more)
                asked = _is_lost if name == "opposites" else _is_alone
                if sense is not None and asked(sense.found, words, manuscript.words(piece, fewer), more, fewer):
                    yield leaves_out(manuscript, piece, sense.found, more, fewer)
                    return
        for sense in _alarming(words, more) if piece.field == "signs" else ():
            twin = manuscript.words(piece, fewer)
            named = not sense.meanings.isdisjoint(_meant(twin, fewer))
            if not named and _is_alone(sense.found, words, twin, more, fewer):
                yield leaves_out(manuscript, piece, sense.found, more, fewer)
                return


def _is_lost(told: str, words: str, twin: str, language: str, other: str) -> bool:
    """Whether nothing is left that may say a word, and it is no thing that both name: `bleu` is blue, and a bruise."""
    things = (sense for senses in senses_of(words, language, "things").values() for sense in senses)
    answered = any(sense.found == told and not sense.meanings.isdisjoint(_meant(twin, other)) for sense in things)
    return not answered and is_missing(told, words, twin, language, other)


def _is_alone(told: str, words: str, twin: str, language: str, other: str) -> bool:
    """Whether no list has an answer to a word, and no word is left that may be one."""
    alone = told in spare(words, twin, language, other)
    return alone and is_missing(told, words, twin, language, other)


def _alarming(words: str, language: str) -> Iterator[Sense]:
    for senses in senses_of(words, language, "things").values():
        yield from (sense for sense in senses if sense.meanings <= _ALARMING)


def _meant(words: str, language: str) -> frozenset[str]:
    senses = senses_of(words, language, "things").values()
    return frozenset(meaning for found in senses for sense in found for meaning in sense.meanings)


def _lone(words: str, here: Sequence[Sense], there: Sequence[Sense], language: str) -> Sense | None:
    alone = unmatched(here, there)
    others = [sense for sense in here if sense not in alone]
    return next((sense for sense in alone if any(_in_a_row(words, sense, each, language) for each in others)), None)


def _in_a_row(words: str, one: Sense, another: Sense, language: str) -> bool:
    left, right = sorted((one, another), key=lambda sense: sense.start)
    return pattern(language, "in_a_row").fullmatch(words, left.end, right.start) is not None
