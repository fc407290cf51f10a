"""A catalogue: what every message of the program is in another language, by its English form.

It stands in files of one folder a language, one file for each area of the program:

    [[message]]
    en = "a sentence of {length} words; {MAX_SENTENCE} are enough to take in at once"
    fr = "une phrase de {length} mots; {MAX_SENTENCE} suffisent"

A `[[part]]` is no message of its own: it is what stands for a name in braces, when the other form says `{name:said}`.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from handouts.messages.forms import NBSP, filled, names_in, values_in

FOLDER = Path(__file__).parent
_BETWEEN = re.compile(r"\{[^{}\s][^{}]*\}")
_CODE = re.compile(r"`[^`]*`")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_]|[{«“`])")


@dataclass(frozen=True, slots=True)
class Entry:
    """A message in both languages; `anchor` is the longest run of words that every such message has."""

    english: str
    other: str
    anchor: str
    weight: int


class Catalogue:
    """All messages of one language."""

    def __init__(self, messages: Mapping[str, str], parts: Mapping[str, str]) -> None:
        """Take forms by their English form."""
        self._messages, self._all = Table(messages), Table({**messages, **parts})
        self._said: dict[str, str] = {}

    def say(self, english: str) -> str:
        """Say a message; one that the catalogue does not have stays as it is."""
        if english not in self._said:
            self._said[english] = self._in(english, self._messages)
        return self._said[english]

    def say_part(self, english: str) -> str:
        """Say what stands for a name in braces: a part, or a message inside another."""
        return self._in(english, self._all)

    def _in(self, english: str, table: "Table") -> str:
        found = table.find(english)
        return filled(*found, self.say_part) if found else english


class Table:
    """Forms, and finding the one that a message has."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._fixed = {english: other for english, other in forms.items() if not names_in(english)}
        open_forms = (_entry(english, other) for english, other in forms.items() if names_in(english))
        self._open = sorted(open_forms, key=lambda entry: -entry.weight)

    def find(self, english: str) -> tuple[str, Mapping[str, str]] | None:
        """Return the form in the other language and the values for it: of forms that fit, the one with most words."""
        if english in self._fixed:
            return self._fixed[english], {}
        for entry in self._open:
            if entry.anchor in english:
                values = values_in(entry.english, english)
                if values is not None:
                    return entry.other, values
        return None


def _entry(english: str, other: str) -> Entry:
    words = _BETWEEN.split(english)
    return Entry(english, other, max(words, key=len), sum(map(len, words)))


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of a language."""
    tables = list(read(language))
    messages, parts = (
        {each["en"]: typeset(each[language]) for each in chain.from_iterable(table.get(kind, ()) for table in tables)}
        for kind in ("message", "part")
    )
    return Catalogue(messages, parts)


def read(language: str) -> Iterable[dict[str, Sequence[dict[str, Any]]]]:
    """Return what stands in the files of a language."""
    paths = sorted((FOLDER / language).glob("*.toml"))
    return (tomllib.loads(path.read_text(encoding="utf-8")) for path in paths)


def typeset(typed: str) -> str:
    """Set the spaces and apostrophes of French that was typed plainly; what stands between backticks stays."""
    kept = _CODE.findall(typed)
    between = [_set(part) for part in _CODE.split(typed)]
    return "".join(chain.from_iterable(zip(between, [*kept, ""], strict=True)))


def _set(words: str) -> str:
    for plain, right in (("« ", f"«{NBSP}"), (" »", f"{NBSP}»"), (" :", f"{NBSP}:"), (" %", f"{NBSP}%")):
        words = words.replace(plain, right)
    return _APOSTROPHE.sub("’", words)
