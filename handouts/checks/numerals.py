"""Numbers in words: `vingt-quatre`, `twenty-four`, and words that say one by the way, such as `chaque` and `twice`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

_ONES: Mapping[str, Mapping[str, int]] = {
    "fr": {
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
        "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "dix-sept": 17,
        "dix-huit": 18, "dix-neuf": 19,
    },
    "en": {
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19,
    },
}  # fmt: skip

_TENS: Mapping[str, Mapping[str, int]] = {
    "fr": {
        "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingt": 80,
        "quatre-vingts": 80,
    },
    "en": {
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    },
}  # fmt: skip

_IN_PASSING: Mapping[str, Mapping[str, int]] = {
    "fr": {
        "premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3, "quatrième": 4,
        "cinquième": 5, "midi": 12, "minuit": 0, "chaque": 1, "quotidien": 1, "lendemain": 1, "double": 2, "par": 1,
    },
    "en": {
        "a": 1, "an": 1, "once": 1, "twice": 2, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
        "noon": 12, "midnight": 0, "every": 1, "each": 1, "daily": 1, "next": 1, "double": 2, "per": 1,
    },
}  # fmt: skip

_GAP = r"[ \u00a0-]"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True)).replace("-", _GAP)


def _written(language: str) -> str:
    tens, ones, others = (_any_of(words[language]) for words in (_TENS, _ONES, _IN_PASSING))
    return rf"(?:{tens})(?:{_GAP}(?:et{_GAP})?(?:{ones})(?!\w))?|{ones}|{others}"


WRITTEN = "|".join(map(_written, _ONES))
"""The pattern of a number in words, in any of the languages."""


def value_of(written: str) -> int | None:
    """Return the number that words say; None where they say none."""
    words = re.sub(_GAP, "-", written.casefold())
    return next((value for language in _ONES if (value := _value(words, language)) is not None), None)


def _value(words: str, language: str) -> int | None:
    for known in (_ONES, _TENS, _IN_PASSING):
        if words in known[language]:
            return known[language][words]
    for tens, value in _TENS[language].items():
        ones = words.removeprefix(f"{tens}-").removeprefix("et-")
        if words.startswith(tens) and ones in _ONES[language]:
            return value + _ONES[language][ones]
    return None


def words_for_numbers(language: str) -> frozenset[str]:
    """Return the words of which a language makes its numbers."""
    return frozenset((*_ONES[language], *_TENS[language]))


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
    for found in _standing(language).finditer(words) if language in _ONES else ():
        plain = re.sub(_GAP, "-", found[0].casefold())
        value = _value(plain, language)
        if value is not None:
            yield Numeral(found[0], value, plain not in _IN_PASSING[language])


@cache
def _standing(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{_written(language)})(?![^\W\d_])", re.IGNORECASE)
