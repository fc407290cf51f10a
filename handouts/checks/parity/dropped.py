"""What one language leaves out, of a row (`chlorine, heat and germs`, and `chlorine and germs`) or a thing by itself."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from handouts.checks.lists.lexicon import lexicon, tokens
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.skin_colours import one_of_brown_and_black
from handouts.checks.meaning.spare import is_light, is_missing, spare
from handouts.checks.meaning.unanswered import SAID_ANEW, Word, kinds_of, known_words, meant, names, unanswered
from handouts.checks.parity.differing import leaves_out
from handouts.checks.parity.translation import excerpt
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import sentences_of, side_by_side
from handouts.errors import Problem

_THINGS: Final = frozenset(
    {"animal", "care", "clothes", "container", "food", "household", "material", "pastime", "place", "supply", "vehicle"}
)
"""Kinds of things that nobody names without meaning them."""

_LOOKS: Final = frozenset({"look", "state"})
"""Kinds of what something is like, which a short sentence does not say in passing: `frozen vegetables`."""


def dropped(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find what one language names in a row, where the other lists fewer things; or a thing that the other leaves out."""
    if piece.section is None or piece.field in SAID_ANEW:
        return
    texts = {language: manuscript.words(piece, language) for language in (first, other)}
    if len({len(sentences_of(words)) for words in texts.values()}) > 1:
        yield from _sentence(manuscript, piece, texts)
        return
    for one, two in side_by_side(texts[first], texts[other]):
        for more, fewer, words, twin in ((first, other, one, two), (other, first, two, one)):
            if _listed(words, more) > _listed(twin, fewer):
                found = (
                    one_of_brown_and_black(words, twin)
                    or _joined(words, texts[fewer], more, fewer)
                    or _of_a_row(words, twin, texts, more, fewer)
                    or _beside_a_break(words, twin, texts, more, fewer)
                )
            else:
                found = _thing(words, twin, texts, more, fewer)
            if found and is_missing(found, words, twin, more, fewer):
                yield leaves_out(manuscript, piece, found, more, fewer, twin)
                return


def _sentence(manuscript: Manuscript, piece: Piece, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Find a sentence of the language with more of them of which nothing in the other text can be the translation."""
    fewer, more = sorted(texts, key=lambda language: len(sentences_of(texts[language])))
    left = len(spare(texts[fewer], texts[more], fewer, more))
    for sentence in (each.text for each in sentences_of(texts[more])):
        named = [word.found for word in known_words(sentence, more) if word.told]
        lone = [word.found for word in unanswered(sentence, texts[fewer], more, fewer) if word.told]
        if len(named) > max(1, left) and lone == named:
            yield leaves_out(manuscript, piece, excerpt(sentence), more, fewer)
            return


def _listed(words: str, language: str) -> int:
    return sum(1 for part in pattern(language, "list_breaks").split(words) if part.strip())


def _joined(words: str, twin: str, language: str, other: str) -> str:
    """Return a word of which nothing in the other text can be the translation, beside one of its class that it has too."""
    lone = unanswered(words, twin, language, other)
    for left, right in pairwise(known_words(words, language)):
        if pattern(language, "joined").fullmatch(words, left.end, right.start):
            for word, beside in ((left, right), (right, left)):
                if word.told and word in lone and beside not in lone and word.classes & beside.classes:
                    return word.found
    return ""


def _of_a_row(words: str, twin: str, texts: Mapping[str, str], more: str, fewer: str) -> str:
    """Return a word in a row with another of its kind, where the other language has no word left that may mean it."""
    lone = [] if unanswered(twin, texts[more], fewer, more) else unanswered(words, texts[fewer], more, fewer)
    for word in (each for each in lone if each.told):
        for other in known_words(words, more):
            left, right = sorted((word, other), key=lambda each: each.start)
            alike = other not in lone and not kinds_of(word.told).isdisjoint(kinds_of(other.told))
            row = pattern(more, "in_a_row").fullmatch(words, left.end, right.start)
            if alike and row and pattern(more, "conjunction").search(words, left.end):
                return word.found
    return ""


def _beside_a_break(words: str, twin: str, texts: Mapping[str, str], more: str, fewer: str) -> str:
    """Return a thing that begins or ends a part of a row, where the other sentence has not one word left to answer any.

    A deed, or a word that no list knows, may be part of a turn: `nice and thick`.
    """
    if not pattern(more, "conjunction").search(words) or spare(twin, texts[more], fewer, more):
        return ""
    if pattern(fewer, "counts").search(twin):  # `twice a day` names morning and evening
        return ""
    openings = {found.start() for found in pattern(more, "opens_a_row").finditer(words)}
    breaks = [found.span() for found in pattern(more, "list_breaks").finditer(words)]
    ends = {end for span in breaks if openings.isdisjoint(range(*span)) for end in span}
    clauses = {found.start() for found in pattern(more, "relative").finditer(words)}
    things = [word.found for word in known_words(words, more) if word.classes - {"deed"}]
    lone = [word for word in spare(words, texts[fewer], more, fewer) if word in things]
    named = (word for word in lone if not clauses or words.find(word) < min(clauses))  # not what a clause ends with
    return next((word for word in named if not ends.isdisjoint(_reach(words, word, more))), "")


def _thing(words: str, twin: str, texts: Mapping[str, str], more: str, fewer: str) -> str:
    """Return a thing to take, eat, wear or go to, or how something is, that the other sentence does not name.

    The other sentence has not one word left that could say it.
    """
    if spare(twin, texts[more], fewer, more) or unanswered(twin, texts[more], fewer, more):
        return ""
    same, alone = {token.word for token in tokens(twin)}, spare(words, texts[fewer], more, fewer)
    instead = kinds_of(names(twin, fewer) - meant(texts[more], more))
    for word in unanswered(words, texts[fewer], more, fewer):
        kinds = kinds_of(word.told)
        is_lost = word.found in alone and word.found.casefold() not in same
        is_part = _is_part(words, word.start, word.end) or _is_in_a_turn(words, word, more)
        if is_lost and not is_part and kinds and kinds <= _THINGS | _LOOKS and kinds.isdisjoint(instead):
            return word.found
    return ""


def _is_in_a_turn(words: str, word: Word, language: str) -> bool:
    """Whether a word is part of a turn that is compared as one: `peu fréquente`, and `rare`."""
    turns = ((turn.start, turn.end) for turn in lexicon(language, "opposites").find(words))
    return any(
        start <= word.start and word.end <= end and (start, end) != (word.start, word.end) for start, end in turns
    )


def _reach(words: str, word: str, language: str) -> Iterator[int]:
    """Yield where a word of a sentence ends, and where it begins, also with small words before it."""
    start = words.casefold().find(word.casefold())
    if start < 0 or _is_part(words, start, start + len(word)):
        return
    yield from (start + len(word), start)
    for token in reversed([each for each in tokens(words) if each.end <= start]):
        if not is_light(token.word, language):
            return
        yield token.start


def _is_part(words: str, start: int, end: int) -> bool:
    """Whether a word is half of another one: `cure-dent`, `auto-injecteur`."""
    return "-" in (words[start - 1 : start], words[end : end + 1])
