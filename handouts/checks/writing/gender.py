"""Words that do not go with the gender of their noun: `la peau est sec`, `un crème`, `petites boutons`."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from handouts.checks.lists.lexicon import Token, entries, lexicon, tokens
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem

_OTHER: Final = {"m": "f", "f": "m"}
_DETERMINERS: Final = ("determiners_by_gender", "determiners_or_pronouns")
_SPACES: Final = frozenset({" ", "'", "’"})
_BEFORE: Final = 2  # words before a noun, of which one may say that it is not the subject


def check_gender(manuscript: Manuscript) -> Iterator[Problem]:
    """Check each text that is printed, in each language that has genders."""
    for piece, language in manuscript.prose():
        if entries(language, "genders"):
            yield from _in_piece(manuscript, piece, language)


def _in_piece(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    words = manuscript.own_words(piece, language)
    said = tokens(words)
    for number, noun in enumerate(said):
        gender = _nouns(language).get(noun.word, "")
        wrong = _beside(words, said, number, gender, language) if gender else None
        if wrong:
            typed, meant = wrong
            found = words[typed.start : typed.end]
            message = f"“{found}” does not go with “{words[noun.start : noun.end]}”"
            at = manuscript.at(piece, language, found, words[: typed.start])
            yield Problem("W263", message, at, f"write “{meant}”")


def _beside(words: str, said: Sequence[Token], number: int, gender: str, language: str) -> tuple[Token, str] | None:
    """Return a word that stands by a noun and is of the other gender, with the form that is meant."""
    before = said[number - 1] if number and _touches(words, said[number - 1], said[number]) else None
    if before and words[: before.start].endswith("-"):  # a pronoun: `mettez-le peau contre peau`
        before = None
    for name in _DETERMINERS if before else ():
        sure = name == _DETERMINERS[0] or not said[number].word.rstrip("s").endswith("e")
        if before and sure and entries(language, name).get(before.word) == _OTHER[gender]:
            return before, next(form for form, of in entries(language, name).items() if of == gender)
    if before and before.word in lexicon(language, "before_nouns"):
        meant = _adjectives(language)[gender].get(before.word, "")
        return (before, meant) if meant else None
    return _after(words, said, number, gender, language)


def _after(words: str, said: Sequence[Token], number: int, gender: str, language: str) -> tuple[Token, str] | None:
    at = number + 1
    linked = _skips(words, said, at, "links_to_subject", language)
    at = _skips(words, said, linked, "degrees_of", language)
    if at >= len(said) or not _touches(words, said[at - 1], said[at]):
        return None
    meant = _adjectives(language)[gender].get(said[at].word, "")
    is_verb = linked == number + 1 and said[at].word in lexicon(language, "verbs_too")
    lists = ("not_all_of_it",) if linked == number + 1 else ("not_all_of_it", "not_the_subject")
    elsewhere = _belongs_elsewhere(words, said, number, lists, language)
    return (said[at], meant) if meant and not is_verb and not elsewhere else None


def _skips(words: str, said: Sequence[Token], at: int, name: str, language: str) -> int:
    """Return where the words of a list that may stand there end."""
    hits = lexicon(language, name).find(words[said[at].start :]) if at < len(said) else iter(())
    hit = next((each for each in hits if each.start == 0), None)
    if hit is None or not _touches(words, said[at - 1], said[at]):
        return at
    end = said[at].start + hit.end
    return at + sum(said[at].start <= each.start < end for each in said)


def _belongs_elsewhere(words: str, said: Sequence[Token], number: int, lists: Sequence[str], language: str) -> bool:
    """Whether an adjective after a noun may belong to what stands before it, going by the words between."""
    for at in range(number - 1, max(-1, number - 1 - _BEFORE), -1):
        if not _touches(words, said[at], said[at + 1]):
            return "," in words[said[at].end : said[at + 1].start]
        if any(said[at].word in lexicon(language, name) for name in lists):
            return True
    return False


def _touches(words: str, one: Token, two: Token) -> bool:
    return words[one.end : two.start] in _SPACES


@cache
def _nouns(language: str) -> Mapping[str, str]:
    """Return the gender of each noun, for one thing and for several."""
    genders = entries(language, "genders")
    return {form: of for noun, of in genders.items() for form in (noun, f"{noun}s", f"{noun}x")}


@cache
def _adjectives(language: str) -> Mapping[str, Mapping[str, str]]:
    """Return, by the gender that is meant, the forms of the other gender, each with the one to write."""
    meant: dict[str, dict[str, str]] = {"m": {}, "f": {}}
    for masculine, feminine in entries(language, "adjectives").items():
        several = masculine if masculine[-1] in "sx" else masculine + ("x" if masculine.endswith("eau") else "s")
        meant["f"] |= {several: f"{feminine}s", masculine: feminine}
        meant["m"] |= {feminine: masculine, f"{feminine}s": several}
    return meant
