"""Hunspell's dictionaries, and what is in none of them: elided, compound and listed words.

The library is an optional part of the program (`--extra spelling`), and its dictionaries take longer to load than all
of a content takes to be looked up: what they said once is not asked again.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, MutableMapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from functools import cache
from importlib.util import find_spec
from itertools import permutations
from pathlib import Path
from typing import Protocol

from handouts.accents import without_accents
from handouts.checks.writing.slips import likeliest

FOLDER = Path(__file__).parents[2] / "dictionaries"
_ELIDED = re.compile(r"(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|entr)['’](?=.)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=\w)'s?\Z")
_SHOWN = 3  # suggestions
_ALIKE, _ALIKE_SHORT = 0.8, 0.6  # of 1, for a suggestion to be of use
_SHORT = 4  # letters of a word of which every letter counts for much
_LETTERS = "abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ'"
_LONGEST = 60  # letters of a word that Hunspell is asked about
_SAME_SOUND = (
    ("ssion", "tion"), ("ssion", "sion"), ("err", "èr"), ("ell", "èl"), ("ett", "èt"), ("ess", "ès"), ("ph", "f"), ("qu", "k"), ("sse", "ce"), ("eille", "eil"),
    ("eau", "o"), ("au", "o"), ("ain", "in"), ("ee", "ea"), ("ai", "é"), ("ai", "è"), ("cks", "x"), ("ough", "uff"), ("ea", "e"),
)  # fmt: skip
"""Letters that are written for each other by ear."""
_LONGEST_SLIP = 24  # letters of a word whose slips are looked up, of which there are eighty a letter


class _Speller(Protocol):
    def spell(self, word: str) -> bool: ...

    def suggest(self, word: str) -> tuple[str, ...]: ...


def is_installed() -> bool:
    """Whether the library is there."""
    return find_spec("hunspell") is not None


def languages() -> frozenset[str]:
    """Return the languages that there is a dictionary of."""
    return frozenset(path.stem for path in FOLDER.glob("*.dic"))


@cache
def _speller(language: str) -> _Speller:
    from hunspell import Hunspell  # noqa: PLC0415 (see above)

    speller: _Speller = Hunspell(language, hunspell_data_dir=str(FOLDER), system_encoding="UTF-8")
    return speller


@dataclass(frozen=True)
class Dictionary:
    """The words of a language.

    Attributes:
        language: Its code; there is a dictionary of it.
        listed: Words besides, as lists and names give them.
        spelled: What Hunspell said of words: whether each is one. What it is asked is added.
        suggested: What it proposed in their place; added to as well.
        slips: Whether words that are none are one slip from one of its own; added to as well.
    """

    language: str
    listed: frozenset[str]
    spelled: MutableMapping[str, bool] = field(default_factory=dict, repr=False)
    suggested: MutableMapping[str, list[str]] = field(default_factory=dict, repr=False)
    slips: MutableMapping[str, bool] = field(default_factory=dict, repr=False)
    _known: dict[str, bool] = field(default_factory=dict, repr=False)
    _near_to: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def knows(self, word: str) -> bool:
        """Whether this is a word, as it is written here."""
        typed = unicodedata.normalize("NFC", word).replace("’", "'")
        if typed not in self._known:
            self._known[typed] = self._is_word(typed)
        return self._known[typed]

    def meant(self, word: str, used: Collection[str] = (), common: Collection[str] = ()) -> tuple[str, ...]:
        """Return words that someone may have meant who typed another, the likeliest first.

        Args:
            word: What was typed.
            used: Words, in small letters, of the texts around it.
            common: Words, in small letters, that handouts often say.
        """
        typed = unicodedata.normalize("NFC", word).replace("’", "'")[:_LONGEST]
        if typed not in self._near_to:
            self._near_to[typed] = tuple(self._near(typed))
        return tuple(likeliest(typed, self._near_to[typed], used, common)[:_SHOWN])

    def is_slip(self, word: str) -> bool:
        """Whether a word that is none is one slip from one. To ask what is meant takes ten times as long."""
        typed = unicodedata.normalize("NFC", word).replace("’", "'")
        near = list(one_slip_from(typed)) if len(typed) <= _LONGEST_SLIP else []
        if typed not in self.slips:
            self.slips[typed] = any(map(_speller(self.language).spell, near))
        return self.slips[typed] or not self.listed.isdisjoint(near)

    def _near(self, word: str) -> list[str]:
        listed = get_close_matches(word, self.listed, n=1, cutoff=_ALIKE)
        enough = _ALIKE if len(word) > _SHORT else _ALIKE_SHORT
        if word not in self.suggested:
            self.suggested[word] = list(_speller(self.language).suggest(word))
        found = [each for each in self.suggested[word] if likeness(each, word) >= enough]
        whole = [each for each in found if " " not in each and "-" not in each]
        return list(dict.fromkeys((*listed, *sorted(whole or found, key=lambda each: -likeness(each, word)))))

    def _is_word(self, word: str) -> bool:
        if len(word) > _LONGEST:
            return False
        return any(self._is_entry(form) for form in _forms(word)) or self._is_compound(word)

    def _is_entry(self, word: str) -> bool:
        small = word[:1].lower() + word[1:]
        return word in self.listed or small in self.listed or self._is_spelled(word)

    def _is_spelled(self, word: str) -> bool:
        if word not in self.spelled:
            self.spelled[word] = _speller(self.language).spell(word)
        return self.spelled[word]

    def _is_compound(self, word: str) -> bool:
        parts = word.split("-")
        return len(parts) > 1 and all(len(part) == 1 or self._is_word(part) for part in parts if part)


def bare(word: str) -> str:
    """Return a word without the elided one before it: `eau` of `l'eau`."""
    elided = _ELIDED.match(word)
    return word[elided.end() :] if elided else word


def _forms(word: str) -> Iterator[str]:
    """Yield a word as it is, and without what elision and possession add to it."""
    yield word
    yield bare(word)
    if possessive := _POSSESSIVE.search(word):
        yield word[: possessive.start()]


def likeness(one: str, other: str) -> float:
    """Return how alike two words are, 1 when they are the same but for case and accents."""
    return SequenceMatcher(None, without_accents(one).casefold(), without_accents(other).casefold()).ratio()


def one_slip_from(word: str) -> Iterator[str]:
    """Yield what is one slip from a word: a letter less, two that changed places, another letter, one more, the same sound."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (left + right[1:] for left, right in halves if right)
    yield from (left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1)
    yield from (left + letter + right[1:] for left, right in halves if right for letter in _LETTERS)
    yield from (left + letter + right for left, right in halves for letter in _LETTERS)
    if len(word) > _SHORT:
        yield from (
            word.replace(one, other, 1) for pair in _SAME_SOUND for one, other in permutations(pair) if one in word
        )
