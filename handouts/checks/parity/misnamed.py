"""Common things and deeds that nothing in the other language answers: `le trou` and `the tongue`."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import product
from typing import Final

from handouts.checks.lists.lexicon import lexicon
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.kin import relatives_mean
from handouts.checks.meaning.senses import senses_of
from handouts.checks.meaning.spare import is_light, spare, unknown
from handouts.checks.meaning.unanswered import SAID_ANEW, Word, kinds_of, known_words, unanswered
from handouts.checks.parity.differing import says_else
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import side_by_side
from handouts.errors import Problem

_TOLD: Final = "everyday"
_ANSWERED: Final = ("everyday", "everyday_too")
_DONE: Final = frozenset({"deed", "movement", "change"})
"""Kinds of what is done, which translators say freely: two are taken for each other only where both have their turn."""

_THINGS: Final = frozenset({"animal", "food", "clothes", "vehicle", "place", "supply", "container"})
"""Kinds of things of which a sentence that names one alone is not said of another."""

_FREE: Final = 3
_FREE_UNLIKE: Final = 2
_FREE_IN_PASSING: Final = 1
"""Words of a sentence that may wait for an answer: for two of one kind, for others, and for others in a text said freely.

With more of them the sentence is translated freely, and two prove nothing.
"""

_IN_PASSING: Final = frozenset({"reason", "question", "answer"})
"""Fields that say why, ask or answer: each language does so in its own turns."""

_MOVED: Final = 1  # things between the turns of two words in their sentences: one may be said earlier or later


def misnamed(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a sentence of which each language names a thing that the other does not name.

    Two of one kind are taken for each other, two of one class in the same turn, or two that end the sentence: elsewhere,
    other words may say the same.
    """
    if piece.section is None or piece.field in SAID_ANEW:
        return
    texts = {language: manuscript.words(piece, language) for language in (first, other)}
    for one, two in side_by_side(texts[first], texts[other]):
        if pair := _of_one_kind(one, two, texts, first, other):
            before = texts[other][: texts[other].find(two) + pair[1].start]
            yield says_else(manuscript, piece, {first: pair[0].found, other: pair[1].found}, before)
            return
        if not (_lone(one, texts[other], first, other) or _lone(two, texts[first], other, first)):
            continue
        counts = {len(spare(one, texts[other], first, other)), len(spare(two, texts[first], other, first))}
        left = max(counts)
        limit = _FREE_IN_PASSING if piece.field in _IN_PASSING else _FREE_UNLIKE
        ours, theirs = unanswered(one, texts[other], first, other), unanswered(two, texts[first], other, first)
        for word, twin in product(theirs, ours):
            apart = abs(_turn(twin, one, ours, first) - _turn(word, two, theirs, other))
            are_all = counts == {1} and not (is_light(word.found, other) or is_light(twin.found, first))
            in_turn = _are_of_a_class(word, twin, are_all=are_all) and apart <= _MOVED
            both_light = is_light(word.found, other) and is_light(twin.found, first)  # which prove nothing
            freely = both_light or left > (_FREE if _are_things_of_a_kind(word, twin) else limit)
            if freely or _answer_in_other_words({first: (one, twin), other: (two, word)}, texts):
                continue
            if in_turn or _are_of_a_kind(word, twin) or (_is_last(word, two) and _is_last(twin, one)):
                before = texts[other][: texts[other].find(two) + word.start]
                yield says_else(manuscript, piece, {first: twin.found, other: word.found}, before)
                return


def _of_one_kind(one: str, two: str, texts: Mapping[str, str], first: str, other: str) -> tuple[Word, Word] | None:
    """Return the only animals, or foods, that two sentences name, where neither is what the other names."""
    here, there = _alone_of_their_kind(one, first), _alone_of_their_kind(two, other)
    named = {language: _named(texts[language], language) for language in (first, other)}
    for kind in sorted(here.keys() & there.keys()):
        word, twin = here[kind], there[kind]
        if _of_kind(word, kind).isdisjoint(named[other]) and _of_kind(twin, kind).isdisjoint(named[first]):
            return word, twin
    return None


def _alone_of_their_kind(words: str, language: str) -> Mapping[str, Word]:
    found: dict[str, list[Word]] = {}
    for word in known_words(words, language):
        for kind in kinds_of(word.told):
            if kind in _THINGS:
                found.setdefault(kind, []).append(word)
    return {kind: words[0] for kind, words in found.items() if len(words) == 1}


def _of_kind(word: Word, kind: str) -> frozenset[str]:
    return frozenset(meaning for meaning in word.named if meaning.startswith(f"{kind}: "))


def _answer_in_other_words(said: Mapping[str, tuple[str, Word]], texts: Mapping[str, str]) -> bool:
    """Whether two words, each of a sentence, may mean the same, or a word that no list knows means one of them.

    The family of one may mean the other: `bouchon`, of which the list knows `bouchons`. What one sentence says to look for
    should not be there: the other may say how it should be. So with what only one refuses (`do not pop`, and `laissez
    intactes`; `ne fermez pas`, and `leave open`), and with a word that refuses (`leave it alone`).
    """
    (first, (one, ours)), (other, (two, theirs)) = said.items()
    here, there = unknown(one, texts[other], first), unknown(two, texts[first], other)
    akin = relatives_mean([ours.found], theirs.meanings, first) or relatives_mean([theirs.found], ours.meanings, other)
    akin = akin or relatives_mean(here, theirs.told or theirs.named, first)
    akin = akin or relatives_mean(there, ours.told or ours.named, other)
    looked_for = {bool(pattern(language, "looked_for").search(words)) for language, (words, _) in said.items()}
    refused = {language: pattern(language, "plain_no").search(words) for language, (words, _) in said.items()}
    says_no = any(no and no.start() < said[language][1].start < no.end() for language, no in refused.items())
    one_refuses = len(set(map(bool, refused.values()))) > 1
    classes = ours.classes & theirs.classes
    contrary = not senses_of(ours.found, first).keys().isdisjoint(senses_of(theirs.found, other))
    refused_in_turn = (one_refuses and (contrary or not classes)) or (says_no and "deed" not in classes)
    return akin or (len(looked_for) > 1 and classes == {"look"}) or refused_in_turn


def _are_of_a_class(one: Word, another: Word, *, are_all: bool) -> bool:
    """Whether two words are things, deeds or looks, each by the very word for it.

    Where they `are_all` that waits for an answer, they may be of two classes, or one of them a word that can stand for
    others, unless the other is a deed, which is said in many ways.
    """
    if one.told and another.told:
        return are_all or bool(one.classes & another.classes)
    told = [word for word in (one, another) if word.told]
    by_name = bool(one.classes and another.classes) and any("deed" not in word.classes for word in told)
    return are_all and (by_name or bool(told and (one.classes & another.classes) - {"deed"}))


def _are_of_a_kind(one: Word, another: Word) -> bool:
    kinds = [kinds_of(word.told) for word in (one, another)]
    return not (kinds[0] & kinds[1]) <= _DONE


def _are_things_of_a_kind(one: Word, another: Word) -> bool:
    return _are_of_a_kind(one, another) and "deed" not in one.classes & another.classes


def _turn(word: Word, words: str, alone: Collection[Word], language: str) -> int:
    """Return how many things that both languages name come before a word in its sentence."""
    return sum(
        bool(each.told) and each not in alone and each.start < word.start for each in known_words(words, language)
    )


def _is_last(word: Word, words: str) -> bool:
    return bool(word.told) and not any(map(str.isalnum, words[word.end :]))


def _lone(words: str, twin: str, language: str, other: str) -> bool:
    """Whether a common word of a sentence is one that no common word of the whole other text answers."""
    known = _named(twin, other)
    return any(hit.advice and known.isdisjoint(hit.advice.split("; ")) for hit in lexicon(language, _TOLD).find(words))


@cache
def _named(words: str, language: str) -> frozenset[str]:
    hits = (hit for name in _ANSWERED for hit in lexicon(language, name).find(words))
    return frozenset(meaning for hit in hits for meaning in hit.advice.split("; "))
