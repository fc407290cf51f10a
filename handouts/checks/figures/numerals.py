"""Numbers in words: `vingt-quatre`, `twenty-four`, and words that say one by the way, such as `chaque` and `twice`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from handouts.checks.lists.lexicon import any_of, entries
from handouts.languages import LANGUAGES

_GAP = r"[ \u00a0-]"


@cache
def _numbers(language: str, name: str) -> Mapping[str, int]:
    return {word: int(value) for word, value in entries(language, name).items()}


def _ones(language: str) -> Mapping[str, int]:
    return _numbers(language, "ones")


def _tens(language: str) -> Mapping[str, int]:
    return _numbers(language, "tens")


def _in_passing(language: str) -> Mapping[str, int]:
    return _numbers(language, "numbers_in_passing")


def _any_of(words: Iterable[str]) -> str:
    return any_of(words).replace(r"\-", _GAP)


@cache
def _written(language: str) -> str:
    tens, ones, others = (_any_of(words(language)) for words in (_tens, _ones, _in_passing))
    and_ = any_of(entries(language, "joins_numbers"))
    return rf"(?:{tens})(?:{_GAP}(?:(?:{and_}){_GAP})?(?:{ones})(?!\w))?|{ones}|{others}"


@cache
def written() -> str:
    """Return the expression of a number in words, in any of the languages."""
    return "|".join(map(_written, LANGUAGES))


def value_of(number: str) -> int | None:
    """Return the number that words say; None where they say none."""
    words = re.sub(_GAP, "-", number.casefold())
    return next((value for language in LANGUAGES if (value := _value(words, language)) is not None), None)


def _value(words: str, language: str) -> int | None:
    for known in (_ones(language), _tens(language), _in_passing(language)):
        if words in known:
            return known[words]
    for tens, value in _tens(language).items():
        ones = words.removeprefix(f"{tens}-")
        for and_ in entries(language, "joins_numbers"):
            ones = ones.removeprefix(f"{and_}-")
        if words.startswith(tens) and ones in _ones(language):
            return value + _ones(language)[ones]
    return None


def words_for_numbers(language: str) -> frozenset[str]:
    """Return the words of which a language makes its numbers."""
    return frozenset((*_ones(language), *_tens(language)))


class Numeral(NamedTuple):
    """A number in words.

    Attributes:
        found: As it stands in the text.
        value: What it says.
        counts: Whether it is a numeral, and not a word that says a number in passing.
    """

    found: str
    value: int
    counts: bool


def numerals(words: str, language: str) -> Iterator[Numeral]:
    """Yield each number that a text says in words of its language."""
    for found in _standing(language).finditer(words):
        plain = re.sub(_GAP, "-", found[0].casefold())
        value = _value(plain, language)
        if value is not None:
            yield Numeral(found[0], value, plain not in _in_passing(language))


@cache
def _standing(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{_written(language)})(?![^\W\d_])", re.IGNORECASE)
