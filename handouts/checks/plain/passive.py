"""Sentences that do not say who acts: to be, and a past participle. A guess that is right often enough to count."""

from collections.abc import Iterator

from handouts.checks.lists.lexicon import Token, lexicon, tokens
from handouts.checks.lists.patterns import pattern


def is_passive(sentence: str, language: str) -> bool:
    """Whether a sentence is in the passive voice, as far as its words tell."""
    return any(_passives(tokens(sentence), language)) or bool(pattern(language, "impersonal").search(sentence))


def _passives(words: tuple[Token, ...], language: str) -> Iterator[Token]:
    for number, token in enumerate(words):
        if token.word not in lexicon(language, "to_be") or (
            number and words[number - 1].word in lexicon(language, "reflexives")
        ):
            continue
        following = number + 1
        while following < len(words) and _is_between(words[following].word, language):
            following += 1
        if following < len(words) and _is_participle(words[following].word, language):
            yield words[following]


def _is_between(word: str, language: str) -> bool:
    return word in lexicon(language, "between") or bool(pattern(language, "adverb").fullmatch(word))


def _is_participle(word: str, language: str) -> bool:
    if word in lexicon(language, "not_passive"):
        return False
    return bool(pattern(language, "passive_ending").match(word)) or word in lexicon(language, "passive_participles")
