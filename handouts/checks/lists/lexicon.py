"""Word lists, and finding their words and phrases in text: by whole words, whatever their case.

The lists are data, in `words/<language>.toml`. A group of endings stands for each of them: `guarantee(|s|d)`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise, product
from pathlib import Path
from typing import Any, NamedTuple

from handouts.checks.lists.tables import made_of
from handouts.languages import LANGUAGES

_FOLDER = Path(__file__).parents[1] / "words"
_TOKEN = re.compile(r"[^\W\d_]+(?:['’](?!\w{2})\w)?|\d+(?:[.,]\d+)*|%")
"""A word (`don't` is one, `l'eau` and `lavez-vous` are two), a number, a percent sign."""

_SHORTENED = frozenset(
    f"{word}'s"
    for word in ("it", "that", "he", "she", "what", "there", "here", "who", "let", "where", "how", "everyone")
)
"""Words in `'s` that say `is`, `has` or `us`."""

_BETWEEN = re.compile(r"[\s'’·*-]*")
_ENDINGS = re.compile(r"\(([^()]*\|[^()]*)\)")


class Token(NamedTuple):
    """A word of a text, in small letters, and where it stands."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry of a list, found in a text.

    Attributes:
        found: As it stands in the text.
        advice: What the list says of it.
        start: Where it begins.
        end: Where it ends.
    """

    found: str
    advice: str
    start: int
    end: int


@cache
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and numbers of a text."""
    return tuple(Token(_folded(found[0]), found.start(), found.end()) for found in _TOKEN.finditer(text))


@cache
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(token.word for token in tokens(text))


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")


Longer = Mapping[str, Sequence[tuple[Sequence[str], str]]]
"""Phrases that begin with one word, by their second one, the longest first: their words, and advice."""

Phrases = Mapping[str, tuple[str | None, Longer]]
"""Each word that entries begin with: the advice of the word alone, or None where it is no entry, and longer phrases."""


class Lexicon:
    """Words and phrases, each with advice."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._found: dict[str, tuple[Hit, ...]] = {}

    @cached_property
    def single_words(self) -> Mapping[str, str]:
        """The entries of one word, in small letters, with their advice."""
        return {word: alone for word, (alone, _) in self._phrases.items() if alone is not None}

    def find(self, text: str) -> Sequence[Hit]:
        """Return every entry that stands in a text; of those that begin at one word the longest."""
        found = self._found.get(text)
        if found is None:  # most texts are asked about more than once
            said = _vocabulary(text)
            none = self._phrases.keys().isdisjoint(said) and self._phrases.keys().isdisjoint(map(_owner, said))
            found = self._found[text] = () if none else tuple(self._search(text))
        return found

    def _search(self, text: str) -> Iterator[Hit]:
        words = tokens(text)
        end = 0
        for number, token in enumerate(words):
            begun = self._phrases.get(token.word) or self._phrases.get(_owner(token.word))
            if begun is None or token.start < end:
                continue
            alone, longer = begun
            following = words[number + 1].word if longer and number + 1 < len(words) else ""
            for phrase, advice in longer.get(following, ()):
                if _stands(phrase, words[number : number + len(phrase)], text):
                    end = words[number + len(phrase) - 1].end
                    yield Hit(text[token.start : end], advice, token.start, end)
                    break
            else:
                if alone is not None:
                    end = token.end
                    yield Hit(text[token.start : end], alone, token.start, end)

    def says_of(self, word: str) -> str | None:
        """Return the advice on a single word, in small letters; None where it is no entry."""
        begun = self._phrases.get(word)
        return begun[0] if begun is not None else None

    def __contains__(self, word: str) -> bool:
        """Whether a single word, in small letters, is an entry."""
        return self.says_of(word) is not None


def _owner(word: str) -> str:
    """Return the word of which another says that it has something: `child` for `child's`; nothing for any other."""
    return word[:-2] if word.endswith("'s") and word not in _SHORTENED else ""


def _stands(phrase: Sequence[str], words: Sequence[Token], text: str) -> bool:
    if len(words) < len(phrase) or any(token.word != word for token, word in zip(words, phrase, strict=True)):
        return False
    return all(_BETWEEN.fullmatch(text, left.end, right.start) for left, right in pairwise(words))


def spelled_out(entry: str) -> Iterator[str]:
    """Yield each form of an entry: `dose(|s)` is `dose` and `doses`."""
    pieces = _ENDINGS.split(entry)
    if len(pieces) == 1:
        yield entry
        return
    choices = [piece.split("|") if number % 2 else [piece] for number, piece in enumerate(pieces)]
    yield from map("".join, product(*choices))


@cache
def lexicon(language: str, name: str) -> Lexicon:
    """Return a list of a language; an empty one where the language has none."""
    return Lexicon(_lists(language, "phrases").get(name, {}))


@cache
def entries(language: str, name: str) -> Mapping[str, str]:
    """Return a list of a language as it is written: each form, whose capitals count, and what the list says of it."""
    listed = _lists(language, "entries").get(name, {})
    return {form: advice for entry, advice in listed.items() for form in spelled_out(entry)}


@cache
def entries_of_all(name: str) -> Mapping[str, str]:
    """Return a list of every language as one."""
    return {form: advice for language in LANGUAGES for form, advice in entries(language, name).items()}


def any_of(forms: Iterable[str]) -> str:
    """Return the expression for one of some forms, the longest that stands there; it matches nothing where there are none."""
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) or "(?!)"


def _lists(language: str, form: str) -> Mapping[str, Any]:
    return _tables(language)[form]


@cache
def _tables(language: str) -> Mapping[str, Mapping[str, Any]]:
    return made_of(_FOLDER / f"{language}.toml", _made)


def _made(table: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, Any]]:
    return {"entries": table, "phrases": {name: phrases_of(listed) for name, listed in table.items()}}


def phrases_of(entries: Mapping[str, str]) -> Phrases:
    """Return the phrases of a list: `dose(|s)` is two."""
    alone: dict[str, str] = {}
    longer: defaultdict[str, defaultdict[str, list[tuple[tuple[str, ...], str]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for entry, advice in entries.items():
        for phrase in spelled_out(entry):
            folded = _folded(phrase)
            words = (folded,) if folded.isalpha() else tuple(_TOKEN.findall(folded))
            if len(words) == 1:
                alone[words[0]] = advice
            else:
                longer[words[0]][words[1]].append((words, advice))
    return {word: (alone.get(word), _longest_first(longer.get(word, {}))) for word in {**alone, **longer}}


def _longest_first(phrases: Longer) -> Longer:
    return {second: tuple(sorted(known, key=lambda phrase: -len(phrase[0]))) for second, known in phrases.items()}
