"""What must not be called normal: a danger, or anything without a limit in time."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.figures.quantities import quantities
from handouts.checks.lists.patterns import pattern
from handouts.checks.plain.orders import is_order
from handouts.checks.text.clauses import clause_around, clause_before
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import Sentence, sentences_of
from handouts.errors import Problem

_HEADS: Final = frozenset({"title", "columns"})


def calm(manuscript: Manuscript, piece: Piece, language: str, pieces: tuple[Piece, ...]) -> Iterator[Problem]:
    """Find a danger that is called normal, or made light of; and `normal` without a time limit (what lasts may be an infection)."""
    words = manuscript.words(piece, language)
    for sentence in sentences_of(words):
        if sentence.asks_whether:
            continue
        yield from _made_light_of(manuscript, piece, language, sentence)
        for found in pattern(language, "normal").finditer(sentence.text):
            after = pattern(language, "normal_thing").match(sentence.text, found.end())
            again = pattern(language, "normal_again").search(sentence.text, 0, found.start())
            if after or again:
                continue
            if grave := _called_normal(found, language):
                message = f"“{grave}” is called normal, and may be a danger"
                at = manuscript.at(piece, language, grave, words[: sentence.start])
                yield Problem("W458", message, at, "leave it to the warnings, which say whom to call")
            elif not _is_a_manner(found, language) and not _is_limited(manuscript, piece, sentence, language, pieces):
                message = f"“{found[0]}” without a time limit: what lasts longer may need a doctor"
                hint = "say in the same sentence until when: “for {redness_ends}”, “pendant {redness_ends}”"
                before = words[: sentence.start + found.start()]
                yield Problem("E454", message, manuscript.at(piece, language, found[0], before), hint)


def _made_light_of(manuscript: Manuscript, piece: Piece, language: str, sentence: Sentence) -> Iterator[Problem]:
    """Find a danger of which a text says that it passes or can wait; a warning says what to do about it."""
    words = manuscript.words(piece, language)
    lightly = pattern(language, "played_down").search(sentence.text)
    if lightly is None or piece.kind == "warning" or pattern(language, "to_911").search(words):
        return
    clause = clause_around(lightly, language)
    sign = _sign(clause, language)
    if sign and not pattern(language, "plain_no").search(pattern(language, "played_down").sub("", clause)):
        message = f"“{sign}” is made light of here (“{lightly[0]}”), and may be a danger"
        at = manuscript.at(piece, language, sign, words[: sentence.start])
        yield Problem("W458", message, at, "leave it to the warnings, which say whom to call")


def _called_normal(found: re.Match[str], language: str) -> str:
    """Return the sign that a clause calls normal and that someone must look at; nothing where the clause says no."""
    clause = clause_around(found, language)
    return "" if pattern(language, "plain_no").search(clause) else _sign(clause, language)


def _sign(words: str, language: str) -> str:
    """Return the first sign that someone must look at; nothing where there is none."""
    signs = (pattern(language, name).search(words) for name in ("serious", "danger"))
    return next((sign[0] for sign in signs if sign), "")


def _is_a_manner(found: re.Match[str], language: str) -> bool:
    """Whether `normally` is how the reader is to do something: `brossez les autres dents normalement`."""
    clause = clause_before(found, language) + found[0]
    return pattern(language, "adverb").fullmatch(found[0]) is not None and is_order(clause, language)


def _is_limited(
    manuscript: Manuscript, piece: Piece, sentence: Sentence, language: str, pieces: tuple[Piece, ...]
) -> bool:
    """Whether a sentence says until when; a heading may leave that to what stands under it."""
    if has_a_limit(sentence, piece, language):
        return True
    return any(
        has_a_limit(part, each, language)
        for each in _headed(piece, pieces)
        for part in sentences_of(manuscript.words(each, language))
    )


def _headed(piece: Piece, pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Yield what stands under a text that is a heading: of a section, a block or a column."""
    for each in pieces:
        of_section = piece.field == "heading" and each.section is piece.section
        of_block = piece.field in _HEADS and piece.block is not None and each.block is piece.block
        if each is not piece and (of_section or of_block):
            yield each


def has_a_limit(sentence: Sentence, piece: Piece, language: str) -> bool:
    """Whether a sentence says for how long, or stands in a timeline, which does."""
    counted = quantities(sentence.text, language)
    times = {value for value in counted.values if value.endswith((" min", " months"))}
    return bool(times) or piece.kind == "timeline" or bool(pattern(language, "some_days").search(sentence.text))
