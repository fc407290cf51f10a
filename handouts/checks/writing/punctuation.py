"""Marks of punctuation that slipped: doubled, without their space, left open, or missing at the end of a question."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem, Span

_SENTENCES = frozenset({"text", "answer"})
"""The fields that hold whole sentences; elsewhere a few words may begin small."""

_LETTER: Final = r"[^\W\d_]"
_SLIPS: Final = (
    (
        re.compile(r"(?<!\.)(?<!etc)\.\.(?!\.)|!{2,}|\?{2,}|,{2,}|;{2,}|:{2,}"),
        "“{found}” is one mark too many",
        "keep one",
    ),
    (
        re.compile(rf"{_LETTER}(?P<wrong>[,;]){_LETTER}|{_LETTER}{{4}}(?P<stop>\.)[A-ZÀ-ÖØ-ÞŒ]{_LETTER}"),
        "there is no space after “{found}”",
        "type a space after it",
    ),
    (
        re.compile(r"\w(?P<wrong> +(?:\.(?=\s|\Z)|,(?!\d)))"),
        "there is a space before “{found}”",
        "take the space out",
    ),
    (
        re.compile(rf"{_LETTER}{{4}}\. (?P<wrong>[a-zà-ÿœ]{{2,}})"),
        "“{found}” begins a sentence with a small letter",
        "write a capital, or take out the period before it",
    ),
)
_PAIRS: Final = (("(", ")"), ("«", "»"), ("“", "”"))
_NUMBERED = re.compile(r"(?:\A|(?<=\s))\w\)")  # a) first, b) second


def check_punctuation(manuscript: Manuscript) -> Iterator[Problem]:
    """Check each text that is printed, in each language."""
    for piece, language in manuscript.prose():
        yield from _slips(manuscript, piece, language)


def _slips(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    words = manuscript.own_words(piece, language)
    for pattern, message, hint in _SLIPS:
        for found in pattern.finditer(words):
            wrong, start = _wrong(found)
            at = manuscript.at(piece, language, wrong, words[:start])
            yield Problem("W262", message.format(found=wrong.strip()), at, hint)
    yield from _left_open(manuscript, piece, language, words)
    yield from _whole(manuscript, piece, language, words)


def _wrong(found: re.Match[str]) -> tuple[str, int]:
    """Return the very mark that slipped, and where it stands."""
    group = found.lastgroup or 0
    return found[group], found.start(group)


def _left_open(manuscript: Manuscript, piece: Piece, language: str, words: str) -> Iterator[Problem]:
    """Find a bracket or quotation mark without its other half; `a)` needs none."""
    text = _NUMBERED.sub(lambda found: " " * len(found[0]), words) if "(" not in words else words
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            lone = opening if text.count(opening) > text.count(closing) else closing
            start = text.rfind(lone)
            missing = closing if lone == opening else opening
            message = f"“{lone}” has no “{missing}”"
            at = manuscript.at(piece, language, lone, words[:start])
            yield Problem("W262", message, at, f"type the “{missing}” that belongs to it, or take it out")


def _whole(manuscript: Manuscript, piece: Piece, language: str, words: str) -> Iterator[Problem]:
    """Find a question without its mark, and a sentence that begins small."""
    at: Span | None = manuscript.at(piece, language)
    if piece.field == "question" and words.strip() and "?" not in words:
        yield Problem("W262", "this question has no question mark", at, "type a question mark at its end")
    typed = manuscript.typed(piece, language).strip()
    if piece.field in _SENTENCES and typed[:1].islower() and typed.endswith((".", "!", "?")):
        message = f"“{typed.split()[0]}” begins a sentence with a small letter"
        yield Problem("W262", message, at, "write a capital")
