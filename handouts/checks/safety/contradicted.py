"""What a handout tells people to do in one place and to avoid in another, in the same words: `buvez un café`, `le café`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from handouts.accents import without_accents
from handouts.checks.lists.lexicon import tokens
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.spare import is_little
from handouts.checks.plain.orders import begins_as_order
from handouts.checks.safety.alike import told_alike
from handouts.checks.text.clauses import clauses_of
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import sentences_of
from handouts.errors import Problem

_TELLING: Final = frozenset({"do", "steps", "checklist", "key_points", "question", "paragraph", "bullets"})
_STEM = 5
_SHORTEST = 3  # letters of a deed by which another form of it is known


class _Avoided(NamedTuple):
    """What an item says to avoid: the deeds that it names, if any, and the other words that say of what."""

    said: str
    deeds: tuple[str, ...]
    things: frozenset[str]


def check_contradicted(manuscript: Manuscript) -> Iterator[Problem]:
    """Compare what each handout tells to do with what its lists say to avoid."""
    for pieces in manuscript.body.values():
        yield from _compared(manuscript, pieces)


def _compared(manuscript: Manuscript, pieces: Sequence[Piece]) -> Iterator[Problem]:
    """Find the texts that ask, in every language, for what is to be avoided."""
    avoided = {language: list(_avoided(manuscript, pieces, language)) for language in manuscript.languages}
    if not any(avoided.values()):
        return
    for piece in pieces:
        if piece.kind in _TELLING and piece.field not in {"reason", "duration", "question", "heading"}:
            yield from told_alike(
                _told(manuscript, piece, language, avoided[language]) for language in manuscript.languages
            )


def _avoided(manuscript: Manuscript, pieces: Sequence[Piece], language: str) -> Iterator[_Avoided]:
    for piece in pieces:
        if piece.kind == "avoid" and piece.field in {"items", "text", "short"} and language in piece.text.words:
            words = manuscript.words(piece, language)
            parts = [part for part in re.split(pattern(language, "listed_apart"), words) if part.strip()]
            named = [pattern(language, "deed_by_name").match(part.strip()) for part in parts]
            deeds = tuple(each["deed"].casefold() for each in named if each)
            things = [
                _things(part.strip()[each.end() if each else 0 :], language)
                for part, each in zip(parts, named, strict=True)
            ]
            if deeds:
                yield _Avoided(words, deeds, frozenset().union(*things))
            else:
                yield from (_Avoided(words, (), each) for each in things if each)


@cache
def _things(words: str, language: str) -> frozenset[str]:
    return frozenset(
        without_accents(t.word)[:_STEM].rstrip("s") for t in tokens(words) if not is_little(t.word, language)
    )


def _told(manuscript: Manuscript, piece: Piece, language: str, avoided: Sequence[_Avoided]) -> Problem | None:
    words = manuscript.words(piece, language) if language in piece.text.words else ""
    for sentence in sentences_of(words):
        things = _things(sentence.text, language)
        near = [each for each in avoided if each.things <= things]
        for clause in clauses_of(sentence.text, language, ("clause_end", "listed_apart")) if near else ():
            twin = next((each for each in near if _is_asked(clause, each, language)), None)
            if twin and begins_as_order(clause, language) and _is_plain(sentence.text, language):
                message = f"“{clause}”, and this handout says to avoid it: “{twin.said}”"
                hint = "see which of the two is right; if both are, say when each holds"
                return Problem("W466", message, manuscript.at(piece, language, clause), hint)
    return None


def _is_plain(sentence: str, language: str) -> bool:
    """Whether a sentence refuses nothing, and names no time or condition."""
    return not any(pattern(language, name).search(sentence) for name in ("negative", "unsure"))


def _is_asked(clause: str, avoided: _Avoided, language: str) -> bool:
    """Whether an order asks for what is to be avoided: by its own deed, or by one that all things are taken with."""
    words = tokens(clause)
    if not words:
        return False
    deed, things = words[0].word, _things(clause[words[0].end :], language)
    if avoided.deeds:
        return avoided.things <= things and any(_is_form_of(deed, name, language) for name in avoided.deeds)
    return things == avoided.things and pattern(language, "takes").match(clause) is not None


def _is_form_of(deed: str, name: str, language: str) -> bool:
    """Whether an order and the name of a deed are of one word: `frottez` and `frotter`, `rub` and `rubbing`."""
    asked, named = (pattern(language, "deed_ending").sub("", word) for word in (deed, name))
    return min(len(asked), len(named)) >= _SHORTEST and asked == named
