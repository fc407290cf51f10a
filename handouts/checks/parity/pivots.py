"""What comes before what: `wash your hands before you touch your face` is not `wash your face before your hands`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice, product
from typing import Final

from handouts.checks.figures.quantities import quantities
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.senses import Sense, senses_of
from handouts.checks.meaning.unanswered import Word, known_words
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import sentences_of, side_by_side
from handouts.errors import Problem
from handouts.languages import name_of

_PIVOTS: Final = ("before", "instead", "never", "than")
_BODY: Final = "bodypart"
_TURNED: Final = ("heat", "course", "change", "firmness", "dirt", "water", "compared")
"""Kinds of words of which one may stand on each side of a pivot: `cold water, never hot`."""

_UNORDERED: Final = frozenset({"stuff", "part of the body", "unit"})
"""Kinds of words that languages put in an order of their own: `eau et savon`, `soap and water`; `each day for a week`."""

_JOINED: Final = re.compile(r"\W*(?:et|ou|and|or)\b\W*(?:(?:les?|la|l|the|en|à|in|at)\b)?\W*", re.IGNORECASE)


def pivots(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find two things, or two figures, that change places around `before`, `instead of` or `than`."""
    for name in _PIVOTS:
        sides = [_after(manuscript.words(piece, language), language, name) for language in (first, other)]
        (here, here_all), (there, there_all) = sides
        if here and there and here_all == there_all and here[0] != there[0]:
            message = f"{name_of(first)} puts “{here[1]}” after “{here[2]}”, {name_of(other)} “{there[1]}”"
            hint = "see whether both languages put the two in the same order"
            yield Problem("W204", message, manuscript.at(piece, other, there[1]), hint)
            return
    yield from islice(chain(*(check(manuscript, piece, first, other) for check in (_exchanged, _turned))), 1)


def _exchanged(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find what is advised and what is refused, exchanged: `a shower instead of a bath`, `no showers; a bath is fine`."""
    pairs = side_by_side(*(manuscript.words(piece, language) for language in (first, other)))
    for (one, another), around in product(pairs, (_around_instead, _around_a_break)):
        here, there = around(one, first), around(another, other)
        if here and there:
            (meant, refused), (twin_meant, twin_refused) = map(_named, here), there
            wrong = next((word for word in twin_meant if _is_rather(word, refused, meant)), None)
            if wrong and any(_is_rather(word, meant, refused) for word in twin_refused):
                message = f"{name_of(first)} refuses what {name_of(other)} advises: “{wrong.found}”"
                hint = "see whether both languages put the two in the same order"
                yield Problem("W204", message, manuscript.at(piece, other, wrong.found), hint)
                return


def _around_instead(words: str, language: str) -> tuple[Sequence[Word], Sequence[Word]] | None:
    """Return the things that a sentence names before and after `instead of`."""
    found = pattern(language, "pivot_instead").search(words)
    return _around(found, language) if found else None


def _around_a_break(words: str, language: str) -> tuple[Sequence[Word], Sequence[Word]] | None:
    """Return the things of which a sentence allows some in one half, and refuses some in the other, whichever is first."""
    breaks = list(pattern(language, "parts_in_two").finditer(words))
    if len(breaks) != 1:
        return None
    halves = words[: breaks[0].start()], words[breaks[0].end() :]
    refused = [pattern(language, "refuses_here").search(half) is not None for half in halves]
    before, after = _around(breaks[0], language)
    return None if refused[0] == refused[1] else (after, before) if refused[0] else (before, after)


def _around(found: re.Match[str], language: str) -> tuple[Sequence[Word], Sequence[Word]]:
    named = [replace(word, named=word.told or word.named) for word in known_words(found.string, language) if word.named]
    return [word for word in named if word.end <= found.start()], [word for word in named if word.start >= found.end()]


def _is_rather(word: Word, one: frozenset[str], another: frozenset[str]) -> bool:
    """Whether a word has more of one side's meanings than of the other's."""
    return len(word.named & one) > len(word.named & another)


def _named(words: Sequence[Word]) -> frozenset[str]:
    return frozenset().union(*(word.named for word in words))


def _turned(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find two contraries that come in another order: `le jour …, la nuit …`, and `at night …, during the day …`."""
    for one, another in side_by_side(*(manuscript.words(piece, language) for language in (first, other))):
        here, there = senses_of(one, first), senses_of(another, other)
        for kind in (kind for kind in here if kind in there and kind not in _UNORDERED):
            ours, theirs = here[kind], there[kind]
            if _cross(ours, theirs) and not _are_free({first: (one, ours), other: (another, theirs)}):
                said = [f"{two[0].found} … {two[1].found}" for two in (ours, theirs)]
                message = f"{name_of(first)} says “{said[0]}”, {name_of(other)} “{said[1]}”"
                hint = "see whether both languages put the two in the same order"
                yield Problem("W204", message, manuscript.at(piece, other, theirs[0].found), hint)
                return


def _cross(ours: Sequence[Sense], theirs: Sequence[Sense]) -> bool:
    """Whether two words of each text mean the same crosswise, and nothing alike straight."""
    if len(ours) != len(theirs) or len(ours) != 2:  # noqa: PLR2004 (of more, the order may be free)
        return False
    (one, two), (twin_one, twin_two) = ([sense.meanings for sense in senses] for senses in (ours, theirs))
    straight = one & twin_one or two & twin_two or one & two or twin_one & twin_two
    return bool(one & twin_two and two & twin_one and not straight)


def _are_free(said: Mapping[str, tuple[str, Sequence[Sense]]]) -> bool:
    """Whether a sentence only joins the two, or just one says first what it is for: `to avoid a wait, call`."""
    for_what = {pattern(language, "for_what").search(words) is not None for language, (words, _) in said.items()}
    return len(for_what) > 1 or any(_is_joined(*each) for each in said.values())


def _is_joined(words: str, two: Sequence[Sense]) -> bool:
    """Whether nothing but `and` or `or` stands between two words, whose order is free then."""
    return _JOINED.fullmatch(words, two[0].end, two[1].start) is not None


def _after(words: str, language: str, name: str) -> tuple[tuple[str, str, str] | None, frozenset[str]]:
    """Return what follows a pivot, if two things stand around it: its meaning, its word, the pivot; and both meanings."""
    for sentence in sentences_of(words):
        found = pattern(language, f"pivot_{name}").search(sentence.text)
        things = _things(sentence.text, language) if found else []
        following = [thing for thing in things if found and thing[2] >= found.end()]
        if found and following and len(things) == 2:  # noqa: PLR2004 (one on each side, whichever comes first)
            meaning, word, _ = following[0]
            return (meaning, word, found[0].split()[-1] if name == "than" else found[0]), frozenset(
                thing[0] for thing in things
            )
    return None, frozenset()


def _things(words: str, language: str) -> list[tuple[str, str, int]]:
    """Return the parts of the body that a sentence names, or else its figures, in their order."""
    body: list[Sense] = list(senses_of(words, language, "things").get(_BODY, ()))
    if len({sense.meanings for sense in body}) > 1:
        return [(min(sense.meanings), sense.found, sense.start) for sense in body]
    figures = quantities(words, language).figures
    for kind in _TURNED if not figures else ():
        turned = senses_of(words, language).get(kind, ())
        if len({sense.meanings for sense in turned}) > 1:
            return [(min(sense.meanings), sense.found, sense.start) for sense in turned]
    return [(figure.value, figure.found, figure.start) for figure in figures]
