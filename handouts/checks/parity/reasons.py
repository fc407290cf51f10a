"""What one language explains, or asks for on a condition, and the other only orders: `laissez-la fermée, car elle protège`, and `leave it`."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.spare import spare
from handouts.checks.meaning.unanswered import SAID_ANEW
from handouts.checks.parity.differing import sentence_at
from handouts.checks.parity.translation import excerpt
from handouts.checks.plain.orders import is_order
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import sentences_of, side_by_side, words_of
from handouts.errors import Problem
from handouts.languages import name_of

_CLAUSE_END: Final = re.compile(r"[,;.!?](?=\W|\Z)")
_AN_ORDER: Final = 2  # words before a colon; one word names what follows


def conditions(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find an `if` of an order that nothing in the other language can stand for."""
    if piece.section is None or piece.field in SAID_ANEW:
        return
    for more, fewer in ((first, other), (other, first)):
        for one, another in side_by_side(*(manuscript.words(piece, language) for language in (more, fewer))):
            found = pattern(more, "gives_condition").search(one)
            if found and is_order(one, more) and not pattern(fewer, "may_give_condition").search(another):
                clause = excerpt(_CLAUSE_END.split(one[found.start() :], maxsplit=1)[0])
                message = f"{name_of(more)} says “{clause}”, and nothing in {name_of(fewer)} says when"
                hint = f"see whether {name_of(fewer)} gives the condition that {name_of(more)} gives"
                yield Problem("W206", message, sentence_at(manuscript, piece, fewer, another), hint)
                return


def _is_a_sentence(words: str, twin: str, language: str, other: str) -> bool:
    """Whether what follows a colon may be a sentence of its own in the other text, or of its sentences begin elsewhere."""
    more = len(sentences_of(twin)) - len(sentences_of(words))
    return more > 0 or (more == 0 and _parts(twin, other) >= _parts(words, language) > len(sentences_of(words)) > 1)


def _parts(words: str, language: str) -> int:
    """Return how many sentences a text has, or halves of one that the other language may make a sentence of."""
    return len(sentences_of(words)) + len(pattern(language, "may_end_sentence").findall(words))


def _is_lost(reason: str, sentence: str, twin: str, language: str, other: str) -> bool:
    """Whether the other sentence gives no reason, and its text has no answer to a word of this one or does not say no."""
    if pattern(other, "may_give_reason").search(sentence):
        return False
    says_no = pattern(language, "plain_no").search(reason) and not pattern(other, "plain_no").search(twin)
    return bool(says_no or spare(reason, twin, language, other))


def reasons(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a reason, or what follows a colon, that nothing in the other language can stand for, in any of its words."""
    if piece.section is None:
        return
    for more, fewer in ((first, other), (other, first)):
        here, there = (manuscript.words(piece, language) for language in (more, fewer))
        if _is_a_sentence(here, there, more, fewer):
            continue
        for one, another in side_by_side(*(manuscript.words(piece, language) for language in (more, fewer))):
            found = pattern(more, "gives_reason").search(one)
            alone = found is None or len(words_of(one[: found.start()])) < _AN_ORDER
            if found and not alone and _is_lost(one[found.start() :], another, there, more, fewer):
                clause = excerpt(one[found.start() :].lstrip("\u00a0 :,"))
                message = f"{name_of(more)} goes on with “{clause}”, and nothing in {name_of(fewer)} does"
                hint = f"see whether {name_of(fewer)} gives the reason that {name_of(more)} gives"
                yield Problem("W206", message, manuscript.at(piece, fewer, another), hint)
                return
