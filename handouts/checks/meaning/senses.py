"""Words with a meaning that languages share, by kind: `jambe` and `leg` are one part of the body, `tiède` and `hot` two heats."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from handouts.checks.lists.lexicon import Hit, lexicon


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
    answers = lexicon(language, "answers").find(words) if name == "opposites" else ()
    for answer in answers[:1]:
        if answer.start == 0:
            kinds["answer"] = [Sense(frozenset({answer.advice}), answer.found, answer.start, answer.end)]
    return kinds


def _read(hit: Hit) -> Iterator[tuple[str, Sense]]:
    for sense in hit.advice.split("; "):
        kind, _, meanings = sense.partition(": ")
        yield kind, Sense(frozenset(meanings.split(", ")), hit.found, hit.start, hit.end)


def unmatched(here: Sequence[Sense], there: Sequence[Sense]) -> list[Sense]:
    """Return the words of one text that nothing in the other can mean."""
    known = frozenset(meaning for sense in there for meaning in sense.meanings)
    return [sense for sense in here if sense.meanings.isdisjoint(known)]
