"""Words of a text that nothing in the other language answers: `élancer`, where the other says `itch`."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from handouts.checks.lists.lexicon import Hit, lexicon, tokens
from handouts.checks.meaning.concepts import stems
from handouts.checks.meaning.strays import KNOWN

SAID_ANEW: Final = frozenset({"heading", "link", "alt"})
"""Fields that are not translated word by word."""

_TOLD: Final = "everyday"
_NAMED: Final = (_TOLD, "everyday_too")

_CLASSES: Final = {
    **dict.fromkeys(("deed", "change", "course", "movement", "heat", "eat", "sleep", "pee"), "deed"),
    **dict.fromkeys(("wear", "play", "weigh", "measure", "cross", "breastfeed", "deliver"), "deed"),
    **dict.fromkeys(("look", "state"), "look"),
}
"""What is said of a thing, by the first word of a kind; what is no deed and no look is a thing."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text that the tables know.

    Attributes:
        found: As it stands in the text.
        start: Where it begins.
        end: Where it ends.
        meanings: By all lists.
        told: By the list of what is told where the other language names something else; nothing if it is not there.
        named: By that list, and by that of other words for the same.
    """

    found: str
    start: int
    end: int
    meanings: frozenset[str]
    told: frozenset[str]
    named: frozenset[str]

    @property
    def classes(self) -> frozenset[str]:
        """Whether it is a thing, a deed, or how something looks; it may be several."""
        kinds = kinds_of(self.told or self.named)
        return frozenset(_CLASSES.get(kind.partition(" ")[0], "thing") for kind in kinds)


def kinds_of(meanings: Iterable[str]) -> frozenset[str]:
    """Return the kinds of some meanings: `food` of `food: bread`."""
    return frozenset(meaning.partition(": ")[0] for meaning in meanings)


def unanswered(words: str, twin: str, language: str, other: str) -> list[Word]:
    """Return the known words of a sentence of which nothing in the whole other text can be the translation."""
    known, alike = meant(twin, other), stems(twin)
    return [
        word
        for word in known_words(words, language)
        if word.meanings.isdisjoint(known) and alike.isdisjoint(stems(word.found)) and not _says_much(word, language)
    ]


def _says_much(word: Word, language: str) -> bool:
    """Whether a word may stand for so many things that it tells nothing: `get`, `put on`, `mettre`."""
    lists = [lexicon(language, name) for name in ("function_words", "says_much")]
    return not word.told and all(any(each in light for light in lists) for each in word.found.casefold().split())


@cache
def known_words(words: str, language: str) -> tuple[Word, ...]:
    """Return the words of a text that some list knows, in their order; of those that overlap, the longest."""
    hits = [(name, hit) for name in KNOWN for hit in lexicon(language, name).find(words) if hit.advice]
    found: list[Word] = []
    for start, end in _spans(words, hits):
        meant = [(name, meanings_of(hit.advice)) for name, hit in hits if start <= hit.start < end]
        every = _together(each for _, each in meant)
        told = _together(each for name, each in meant if name == _TOLD)
        named = _together(each for name, each in meant if name in _NAMED)
        found.append(Word(words[start:end], start, end, every, told, named))
    return tuple(found)


def _together(meanings: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*meanings)


def _spans(words: str, hits: Iterable[tuple[str, Hit]]) -> list[tuple[int, int]]:
    """Return where words begin and end, in their order: turns that name something as one, of others the first word."""
    ends = {token.start: token.end for token in tokens(words)}
    known = {(hit.start, hit.end if name in _NAMED else ends[hit.start]) for name, hit in hits}
    spans: list[tuple[int, int]] = []
    for start, end in sorted(known, key=lambda span: (span[0] - span[1], span)):
        if all(end <= other or start >= last for other, last in spans):
            spans.append((start, end))
    return sorted(spans)


@cache
def meanings_of(advice: str) -> frozenset[str]:
    """Return what an entry of a list may mean, each with its kind."""
    found = set[str]()
    for sense in advice.split("; "):
        kind, colon, meanings = sense.partition(": ")
        found.update((f"{kind}: {meaning}" for meaning in meanings.split(", ")) if colon else (kind,))
    return frozenset(found)


@cache
def meant(words: str, language: str) -> frozenset[str]:
    """Return all that the words of a text may mean."""
    return _together(word.meanings for word in known_words(words, language))


@cache
def names(words: str, language: str) -> frozenset[str]:
    """Return what a text names by the very word for it, and by none that may stand for other things as well."""
    return _together(word.told for word in known_words(words, language))
