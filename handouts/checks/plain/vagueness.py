"""How long and how often, without a figure: `souvent`, `a few days`, where a patient asks how many."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from handouts.checks.lists.lexicon import Hit, lexicon
from handouts.checks.lists.patterns import pattern
from handouts.checks.plain.orders import begins_as_order, is_order
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import sentences_of
from handouts.errors import Problem
from handouts.model import blocks as model

_SOOTHING: Final = re.compile(
    r"\b(?:calm|soulag|apais|rafraîch|démange|sooth|eas(?:e|es|y)\b|itch|reliev|relief|comfort|confort|cool)",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\w")
_FIGURE_AFTER: Final = re.compile(r"\s*[(:–][^).]*\d")  # `at regular intervals (20 minutes every hour)`
_ORDERED: Final = frozenset({"do", "steps", "bullets", "checklist", "paragraph", "callout", "question", "table"})


def vagueness(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    """Find a duration that says only `often`, and an order that holds for `a while`."""
    words = manuscript.words(piece, language)
    if piece.field == "duration" and not _soothes(piece, language):
        for hit in lexicon(language, "vague_durations").find(words):
            if hit.advice and _has_occasion(piece, language):
                continue
            rest = pattern(language, "around_durations").sub("", words[: hit.start] + words[hit.end :])
            if not _WORD.search(rest):
                yield _problem(manuscript, piece, language, hit.found, hit.start)
    elif piece.kind in _ORDERED and piece.field not in {"reason", "duration"}:
        yield from _soon(manuscript, piece, language) if not _has_duration(piece) else ()
        for sentence in sentences_of(words):
            lists = ("vague_spans",) if _has_duration(piece) else ("vague_spans", "vague_rates")
            hits = (hit for name in lists for hit in lexicon(language, name).find(sentence.text))
            for hit in hits if is_order(sentence.text, language) else ():
                if not is_order(_clause_of(sentence.text, hit), language):  # `it may ooze for a few days; dab it`
                    continue
                if _FIGURE_AFTER.match(sentence.text, hit.end):
                    continue
                yield _problem(manuscript, piece, language, hit.found, sentence.start + hit.start)


def _soon(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    """Find an order to do something `soon`."""
    for sentence in sentences_of(manuscript.words(piece, language)):
        found = pattern(language, "soon").search(sentence.text)
        if found and begins_as_order(sentence.text, language):
            yield _problem(manuscript, piece, language, found[0], sentence.start + found.start())


def _soothes(piece: Piece, language: str) -> bool:
    """Whether a duration is of what only soothes, as often as someone likes."""
    item = next((item for item in _items(piece) if item.duration is piece.text), None)
    texts = (item.text, item.reason) if item else ()
    return any(_SOOTHING.search(text.words.get(language, "")) for text in texts if text)


def _has_occasion(piece: Piece, language: str) -> bool:
    """Whether what to do says on which occasion, so that `as needed` is clear: `hold a pillow when you cough`."""
    texts = (item.text.words.get(language, "") for item in _items(piece) if item.duration is piece.text)
    return any(pattern(language, "occasion").search(text) for text in texts)


def _clause_of(sentence: str, hit: Hit) -> str:
    """Return the part of a sentence in which a word of a list stands, with what a colon adds to it."""
    start, end = max(sentence.rfind(mark, 0, hit.start) for mark in ";:") + 1, sentence.find(";", hit.end)
    return sentence[start : None if end < 0 else end]


def _has_duration(piece: Piece) -> bool:
    """Whether how often to do it stands beside what to do."""
    return any(item.text is piece.text and item.duration for item in _items(piece))


def _items(piece: Piece) -> Sequence[model.ListItem]:
    block = piece.block
    return (*block.items, *(block.short or ())) if isinstance(block, (model.DoList, model.AvoidList)) else ()


def _problem(manuscript: Manuscript, piece: Piece, language: str, found: str, start: int) -> Problem:
    message = f"“{found}” leaves people to guess how long, or how often"
    hint = "give a figure (2 times a day), or say until when; the name of a figure under `durations:` is best"
    at = manuscript.at(piece, language, found, manuscript.words(piece, language)[:start])
    return Problem("W419", message, at, hint)
