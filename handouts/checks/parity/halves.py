"""Words of the other language in the middle of a text: a translation that was begun and not ended."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from handouts.checks.lists.lexicon import Token, lexicon, tokens
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.strays import accented, kept, lists_only, stray
from handouts.checks.parity.translation import excerpt
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem
from handouts.freshness.telling import swapped
from handouts.languages import name_of

_BREAK: Final = re.compile(r"[.;:!?\n()«»“”\"]")
_WEB_TAG: Final = re.compile(r"</?[a-z][^<>]*>")  # `<strong>` is no English word, but what a web page left
_ENOUGH = 2  # words of the other language one after the other, with none of its own among them


def halves(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find words of one language in a text of the other."""
    if piece.owner[0] in {"brands", "clinics"}:  # whose addresses and names are French everywhere
        return
    for language, foreign in ((first, other), (other, first)):
        words = _WEB_TAG.sub(lambda tag: "\n" * len(tag[0]), manuscript.words(piece, language))
        words = _without_compounds(words, language)
        found = _foreign(words, language, foreign) or stray(words, language, foreign)
        found = (
            found
            or kept(words, manuscript.words(piece, foreign), language, foreign)
            or accented(words, language, foreign)
        )
        if found:
            message = f"“{excerpt(found)}” is {name_of(foreign)}, in the middle of a text under `{language}:`"
            at = manuscript.at(piece, language, found, words[: words.index(found)])
            yield Problem("E204", message, at, f"write the whole text in {name_of(language)}")


def _without_compounds(words: str, language: str) -> str:
    """Blank out words of the language whose halves look like another's: `week-end`."""
    for hit in lexicon(language, "borrowed").find(words):
        if "-" in hit.found:
            words = words[: hit.start] + "\n" * len(hit.found) + words[hit.end :]
    return words


def changed_places(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a text whose languages stand each in the place of the other, by what words of it look like."""
    if piece.owner[0] in {"brands", "clinics"}:
        return
    pairs = ((first, other), (other, first))
    marks = {language: _marks(manuscript.words(piece, language), language, foreign) for language, foreign in pairs}
    strange = [marks[language].count(foreign) for language, foreign in pairs]
    looks = all(strange) and sum(strange) > _ENOUGH
    listed = all(lists_only(manuscript.words(piece, language), foreign, language) for language, foreign in pairs)
    own = any(
        marks[language].count(language) or lists_only(manuscript.words(piece, language), language, foreign)
        for language, foreign in pairs
    )
    if (looks or listed) and not own:
        yield swapped(piece.text, (first, other))


def _marks(words: str, language: str, foreign: str) -> list[str]:
    return [kind_of_word(words[token.start : token.end], language, foreign) for token in tokens(words)]


def _foreign(words: str, language: str, foreign: str) -> str:
    """Return the first run of words of the other language; empty where there is none."""
    run: list[Token] = []
    before = 0
    for token in tokens(words):
        broken = _BREAK.search(words, before, token.start) is not None
        before = token.end
        kind = kind_of_word(words[token.start : token.end], language, foreign)
        if broken or kind == language:
            if _is_foreign(run, words, language, foreign):
                break
            run = []
        elif words[token.start].isupper():  # a name, whose small words go with it: rue de la Marée
            run = []
        if kind != language:
            run.append(token)
    if not _is_foreign(run, words, language, foreign):
        alone = pattern(foreign, "unmistakable").search(words)
        return alone[0] if alone else ""
    marked = [token for token in run if kind_of_word(words[token.start : token.end], language, foreign) == foreign]
    return words[marked[0].start : marked[-1].end]


def _is_foreign(run: Sequence[Token], words: str, language: str, foreign: str) -> bool:
    return [kind_of_word(words[token.start : token.end], language, foreign) for token in run].count(foreign) >= _ENOUGH


@cache
def kind_of_word(word: str, language: str, foreign: str) -> str:
    """Return which of two languages a word belongs to; empty where it may be of both, or is a name."""
    folded = word.casefold().replace("’", "'")
    borrowed = any(folded in lexicon(code, "borrowed") for code in (language, foreign))
    if word[0].isupper() or word[0].isdigit() or borrowed:
        own = folded in lexicon(language, "function_words") or pattern(language, "looks").fullmatch(word)
        return language if own else ""
    ours, theirs = (folded in lexicon(code, "function_words") for code in (language, foreign))
    if ours != theirs:
        return language if ours else foreign
    looks = [bool(pattern(code, "looks").fullmatch(word)) for code in (language, foreign)]
    return (language if looks[0] else foreign) if looks[0] != looks[1] else ""
