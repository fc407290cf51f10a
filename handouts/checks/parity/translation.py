"""Is each text in its language? A text left untranslated, or under the wrong language, is found by its small words."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from handouts.checks.lists.elsewhere import words_from_elsewhere
from handouts.checks.lists.lexicon import lexicon, tokens
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.strays import lists_only
from handouts.checks.text.manuscript import STAND_IN, Manuscript, Piece
from handouts.errors import Problem
from handouts.languages import LANGUAGES, name_of

_PROPER = frozenset({"name", "tagline"})  # what a brand or a clinic is called may be the same everywhere
_SENTENCE = 3  # words: a text of as many is more than a label
_EXCERPT = 40  # characters of a text that a message shows
_UNSAID = re.compile(r"\{[^{}]*\}|\]\([^()]*\)")  # names in braces, and where links lead


def untranslated(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a text that is the same in both languages, or in the wrong one."""
    words = {language: manuscript.words(piece, language) for language in (first, other)}
    bare = {language: _UNSAID.sub(STAND_IN, manuscript.typed(piece, language)) for language in (first, other)}
    same = [token.word for token in tokens(bare[first])] == [token.word for token in tokens(bare[other])]
    if same and piece.field not in _PROPER and not _may_be_the_same(bare[other], first, other):
        listed = first if lists_only(words[other], first, other) else ""
        marked = next((each for each in (first, other) if pattern(each, "own_letters").search(words[other])), "")
        spoken = language_of(words[other]) or listed or marked or other
        wrong = other if spoken == first else first
        sure = len(tokens(bare[other])) >= _SENTENCE or marked
        message = f"“{excerpt(words[other])}” stands in {name_of(first)} and in {name_of(other)} alike"
        hint = f"write it in {name_of(wrong)}"
        yield Problem("E203" if sure else "W205", message, manuscript.at(piece, wrong), hint)
        return
    for language in (first, other):
        said = _but_names(manuscript, words[language]) if piece.field in _PROPER else words[language]
        spoken = language_of(said)
        if not spoken and is_from_elsewhere(said, language):
            message = f"no language of this content has these words, which stand under `{language}:`"
            hint = f"write the {name_of(language)} text here"
            yield Problem("E204", message, manuscript.at(piece, language), hint)
        if spoken and spoken != language and not same:
            message = f"this is {name_of(spoken)}, but stands under `{language}:`"
            hint = f"write the {name_of(language)} text here"
            yield Problem("E204", message, manuscript.at(piece, language), hint)


def _but_names(manuscript: Manuscript, words: str) -> str:
    """Return what a name says besides the names of brands and towns, which are the same in every language."""
    content = manuscript.content
    names = [name for brand in content.brands.values() for name in brand.name.words.values()]
    names += [clinic.address.city for clinic in content.clinics.values()]
    for name in sorted(names, key=len, reverse=True):
        words = words.replace(name, STAND_IN)
    return words


def _may_be_the_same(words: str, *languages: str) -> bool:
    """Whether a text has no word to translate: only numbers, proper names and words that languages share."""
    translatable = (token for token in tokens(words) if token.word[0].isalpha() and len(token.word) > 1)
    unknown = [token for token in translatable if not _is_shared(token.word, languages)]
    return not unknown or _is_a_name(words, unknown[0].start)


def _is_shared(word: str, languages: Sequence[str]) -> bool:
    listed = any(word in lexicon(language, "cognates") for language in languages)
    return listed or all(pattern(language, "cognate").fullmatch(word) for language in languages)


def _is_a_name(words: str, first_unknown: int) -> bool:
    """Whether every word begins with a capital, as the name of a person, a place or a product does."""
    found = tokens(words[first_unknown:])
    return len(found) > 1 and all(
        not (c := words[first_unknown + each.start]).isalpha() or c.isupper() for each in found
    )


@cache
def language_of(words: str) -> str:
    """Return the language that a text is in; empty when its words do not tell for sure."""
    said = [token.word for token in tokens(words)]
    counts = _counts(said)
    if words_from_elsewhere(said) >= max(1, *counts.values()):
        return ""
    best, second = sorted(counts, key=lambda code: -counts[code])[:2]
    sure = counts[best] >= _SENTENCE and counts[best] > 2 * counts[second]
    return best if sure or (counts[best] >= 2 and not counts[second]) else ""  # noqa: PLR2004 (one may be a name)


def is_from_elsewhere(words: str, language: str) -> bool:
    """Whether more words of a text are of a language that nothing is written in than of the one that it should be in."""
    said = [token.word for token in tokens(words)]
    return words_from_elsewhere(said) > _counts(said)[language]


def _counts(said: Sequence[str]) -> dict[str, int]:
    return {code: sum(word in lexicon(code, "function_words") for word in said) for code in LANGUAGES}


def excerpt(words: str) -> str:
    """Return the beginning of a text, for a message."""
    words = " ".join(words.replace(STAND_IN, "…").split())
    return words if len(words) <= _EXCERPT else words[: words.rfind(" ", 0, _EXCERPT)] + " …"
