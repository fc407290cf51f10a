"""Instructions that tell nobody to do anything: passive orders, nouns in the place of verbs, a list that changes its form."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from handouts.checks.lists.lexicon import Token, lexicon, tokens
from handouts.checks.lists.patterns import pattern
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import sentences_of
from handouts.errors import Problem

_LISTED: Final = frozenset({"do", "steps", "bullets", "checklist"})
_ITEMS: Final = frozenset({"text", "items", "short"})
_FIRST_WORDS: Final = re.compile(r"\w[\w'’-]*(?: \w[\w'’-]*)?")
_SAME_FORM: Final = {
    "fr": "write the same form in the whole list: “lavez”, “séchez”",
    "en": "write the same form in the whole list: “wash”, “pat dry”",
}
_TELL: Final = {
    "fr": "tell the reader to do it: “lavez”, “gardez”",
    "en": "tell the reader to do it: “wash”, “keep”",
}
_SIBLINGS = 2  # others of one form, before one of another form stands out


def is_order(sentence: str, language: str) -> bool:
    """Whether a sentence tells the reader to do something, as far as its words tell."""
    if pattern(language, "order").search(sentence):
        return True
    words = tokens(sentence)
    asked = [word.word for word in words[:1]] + [
        after.word for before, after in pairwise(words) if _is_link(sentence, before, after, language)
    ]
    return any(word in lexicon(language, "orders") for word in asked)


def _is_link(sentence: str, before: Token, after: Token, language: str) -> bool:
    marks = sentence[before.end : after.start]
    return before.word in lexicon(language, "joins_orders") or any(mark in marks for mark in ",;:")


def orders(manuscript: Manuscript, pieces: Sequence[Piece], language: str) -> Iterator[Problem]:
    """Read the instructions of a handout in one language."""
    for piece in pieces:
        if piece.section is not None and piece.field not in {"reason", "duration", "signs", "alt", "caption"}:
            yield from _passive_orders(manuscript, piece, language)
        if piece.kind in _LISTED and piece.field in _ITEMS:
            yield from _nouns(manuscript, piece, language)
    yield from _mixed(manuscript, pieces, language)


def _passive_orders(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    words = manuscript.words(piece, language)
    for sentence in sentences_of(words):
        passives = pattern(language, "passive_order").finditer(sentence.text)
        alone = piece.kind in _LISTED and not pattern(language, "others").search(sentence.text)
        found = next((each for each in passives if _is_asked(each, language, alone=alone)), None)
        if found:
            message = f"“{found[0]}” does not say who does it"
            hint = _TELL.get(language, _TELL["en"])
            yield _problem(manuscript, piece, language, found[0], sentence.start + found.start(), message, hint)


def _is_asked(found: re.Match[str], language: str, *, alone: bool) -> bool:
    """Whether a passive is something for the reader to do, and not supposed, nor done by clinicians.

    In a list of what to do that names nobody else, the reader is `alone`.
    """
    if pattern(language, "supposed").search(found.string, 0, found.start()):
        return False
    deed = next(each for each in found.groups() if each)
    by_others = not alone and pattern(language, "by_others").fullmatch(deed)
    return bool(found.groupdict().get("to_do") or (pattern(language, "participle").fullmatch(deed) and not by_others))


def _nouns(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    words = manuscript.words(piece, language)
    for hit in lexicon(language, "deeds_as_nouns").find(words):
        if hit.start == 0 and hit.advice:
            message = f"“{hit.found}” names an action and tells nobody to do it"
            yield _problem(manuscript, piece, language, hit.found, 0, message, f"begin with a verb: “{hit.advice}”")


def _mixed(manuscript: Manuscript, pieces: Sequence[Piece], language: str) -> Iterator[Problem]:
    """Find an infinitive, or a word in -ing, in a list whose other items are orders."""
    lists: dict[tuple[int, bool], list[Piece]] = {}
    for piece in pieces:
        if piece.kind in _LISTED and piece.field in _ITEMS:
            lists.setdefault((id(piece.block), piece.is_short), []).append(piece)
    for items in lists.values():
        texts = [(piece, manuscript.words(piece, language)) for piece in items]
        told = sum(is_order(words, language) for _, words in texts)
        for piece, words in texts:
            found = pattern(language, "no_order").match(words)
            found = found if found and _is_verb(found[0], language) else _no_order(piece, words, language)
            if found and begins_as_order(_after_comma(words), language):  # `standing, lift both heels`
                continue
            if found and piece.kind == "bullets" and _says_what_is_so(manuscript, piece, language):
                continue
            if found and told >= _SIBLINGS and not begins_as_order(words, language):
                message = f"“{found[0]}” does not speak to the reader, as the other items of this list do"
                yield _problem(
                    manuscript, piece, language, found[0], 0, message, _SAME_FORM.get(language, _SAME_FORM["en"])
                )


def _no_order(piece: Piece, words: str, language: str) -> re.Match[str] | None:
    """Return the beginning of an item without a verb that speaks to the reader: `brosse souple, main légère`.

    A short form may be as short as that, a box may be ticked beside a thing, and points may say what is so.
    """
    may_be = piece.is_short or piece.kind not in {"do", "steps"} or pattern(language, "begins_refusing").match(words)
    if may_be or pattern(language, "to_readers").search(words):
        return None
    told = any(lexicon(language, name).find(words) for name in ("deeds_as_nouns", "third_person"))
    return None if told else _FIRST_WORDS.match(words)


def _says_what_is_so(manuscript: Manuscript, piece: Piece, language: str) -> bool:
    """Whether a point is no order in another language, however it begins: `transpirer décolle le timbre`, `sweat loosens it`."""
    for other in piece.text.words.keys() - {language}:
        words = manuscript.words(piece, other)
        by_name = lexicon(other, "deeds_as_nouns").find(words)
        is_deed = pattern(other, "no_order").match(words) or (by_name and by_name[0].start == 0)
        if not (is_deed or begins_as_order(words, other)):
            return True
    return False


def _after_comma(words: str) -> str:
    return words.partition(",")[2]


def begins_as_order(words: str, language: str) -> bool:
    """Whether a text begins with what the reader is to do: `Lavez`, `Wash`."""
    first = next(iter(tokens(words)), None)
    if first is None:
        return False
    by_its_form = pattern(language, "order_word").fullmatch(first.word)
    return by_its_form is not None or first.word in lexicon(language, "orders")


def _is_verb(word: str, language: str) -> bool:
    last = word.rpartition(" ")[2].casefold()
    return last not in lexicon(language, "no_verbs")


def _problem(
    manuscript: Manuscript, piece: Piece, language: str, found: str, start: int, message: str, hint: str
) -> Problem:
    before = manuscript.words(piece, language)[:start]
    return Problem("W420", message, manuscript.at(piece, language, found, before), hint)
