"""Words with a meaning that languages share, by kind: `jambe` and `leg` are one part of the body, `tiède` and `hot` two heats."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from handouts.checks.lexicon import Hit, lexicon

_ANSWER: Final = re.compile(r"\w+")
_ANSWERS: Final = {"fr": {"oui": "yes", "non": "no"}, "en": {"yes": "yes", "no": "no"}}


@dataclass(frozen=True, slots=True)
class Sense:
    """A word of a text, and what it can mean.

    Attributes:
        meanings: Of its kind; `warm` can be hot or lukewarm.
        found: As it stands in the text.
        start: Where it begins.
        end: Where it ends.
    """

    meanings: frozenset[str]
    found: str
    start: int
    end: int


Senses = Mapping[str, Sequence[Sense]]
"""The words of a text by their kind, in their order."""


@cache
def senses_of(words: str, language: str, name: str = "opposites") -> Senses:
    """Return the words of a text that stand in a list of senses (`kind: meaning, meaning; kind: meaning`)."""
    kinds: dict[str, list[Sense]] = {}
    for hit in lexicon(language, name).find(words):
        for kind, sense in _read(hit):
            kinds.setdefault(kind, []).append(sense)
    answer = _ANSWER.match(words)
    if answer and name == "opposites" and (said := _ANSWERS.get(language, {}).get(answer[0].casefold())):
        kinds["answer"] = [Sense(frozenset({said}), answer[0], 0, answer.end())]
    return kinds


def _read(hit: Hit) -> Iterator[tuple[str, Sense]]:
    for sense in hit.advice.split("; "):
        kind, _, meanings = sense.partition(": ")
        yield kind, Sense(frozenset(meanings.split(", ")), hit.found, hit.start, hit.end)


def unmatched(here: Sequence[Sense], there: Sequence[Sense]) -> list[Sense]:
    """Return the words of one text that nothing in the other can mean."""
    known = frozenset(meaning for sense in there for meaning in sense.meanings)
    return [sense for sense in here if sense.meanings.isdisjoint(known)]
