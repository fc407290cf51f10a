"""Spelling and typography that the program cannot mend by itself: rules FR-07 to FR-15 and EN-01.

What it can mend (spaces, quotation marks, apostrophes) is set by `handouts.languages`, and needs no check.
"""

import itertools
from collections.abc import Iterator

from handouts.checks.lists.lexicon import lexicon, tokens
from handouts.checks.lists.mistakes import listed_in, mistakes_in
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.writing.capitals import check_capitals
from handouts.checks.writing.retyped import retyped
from handouts.errors import Problem


def check_typography(manuscript: Manuscript) -> Iterator[Problem]:
    """Check each text that is printed, in each language."""
    for piece, language in manuscript.prose():
        yield from mistakes(manuscript, piece, language)
    yield from check_capitals(manuscript)


def mistakes(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    """Find the mistakes of one text."""
    words = manuscript.own_words(piece, language)
    for mistake in mistakes_in(language):
        for found in mistake.pattern.finditer(words):
            at = manuscript.at(piece, language, found["wrong"], words[: found.start("wrong")])
            hint = mistake.hint
            if mistake.way:
                hint = hint.format(advice=retyped(found["wrong"], mistake.way, language))
            yield Problem(mistake.code, mistake.message.format(found=found["wrong"]), at, hint)
    for code, name, message, hint in listed_in(language):
        for hit in lexicon(language, name).find(words):
            joined = words[max(hit.start - 1, 0) : hit.start] == "-"  # va-t-elle
            if hit.advice and not (joined and hit.found == "t"):
                at = manuscript.at(piece, language, hit.found, words[: hit.start])
                advice = hit.advice.lower() if code == "W250" and hit.found.islower() else hit.advice
                yield Problem(code, message.format(found=hit.found), at, hint.format(advice=advice))
    yield from _twice(manuscript, piece, language, words)


def _twice(manuscript: Manuscript, piece: Piece, language: str, words: str) -> Iterator[Problem]:
    said, twice = tokens(words), lexicon(language, "may_come_twice")
    for first, second in itertools.pairwise(said):
        same = first.word == second.word and first.word.isalpha() and first.word not in twice
        same = same and words[max(first.start - 1, 0) : first.start] != "-"  # mettez-le le soir
        if same and words[first.end : second.start].isspace() and "\n" not in words[first.end : second.start]:
            found = words[first.start : second.end]
            at = manuscript.at(piece, language, found, words[: first.start])
            yield Problem("W259", f"“{found}” stands here twice", at, "delete one of them")
