"""How much each language says: a text, or a sentence, that is much shorter, and says less."""

from collections.abc import Iterator, Mapping

from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.spare import spare, weighty
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import sentences_of, side_by_side
from handouts.errors import Problem
from handouts.languages import LANGUAGES, name_of

_LONG = 40  # characters: below that, lengths say nothing
_LEAST, _MOST = 0.6, 1.9  # of the other language's length; French runs 15 to 20 % longer than English
_HALF, _A_SENTENCE = 0.45, 30  # of a sentence's length in the other language; characters
_SIGN = 20  # characters of what is translated closely; names, headings and columns are often shorter in one language
_SURE = 2  # words that say something and have no answer: of a few words, one may be part of a turn
_FEWER = 0.85  # of the length that the other language gives reason to expect: below that, a missing sentence is missed


def lengths(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a text, or a sentence of it, that says much less, in fewer words, than the other language does."""
    words = {each: manuscript.words(piece, each) for each in (first, other)}
    shorter, longer = sorted(words, key=lambda language: extent(words[language], language))
    part = len(words[shorter]) / max(1, len(words[longer]))
    breaks = pattern(shorter, "may_end_sentence").findall(words[shorter])  # where the other may end a sentence
    asked = max(0, words[longer].count("? ") - words[shorter].count("?"))  # `wet? Change it`, and `change it when wet`
    told = len(sentences_of(words[longer])) - len(sentences_of(words[shorter])) - len(breaks) - asked
    long_enough = len(words[longer]) > _LONG + _MOST * len(words[shorter]) or len(words[shorter]) > _LONG
    if (
        long_enough
        and _says_more(words, longer, shorter)
        and spare(words[longer], words[shorter], longer, shorter)
        and not _LEAST <= len(words[first]) / max(1, len(words[other])) <= _MOST
    ):
        message = f"{name_of(shorter)} is much shorter than {name_of(longer)}: {part:.0%} of its length"
        yield _says_less(manuscript, piece, shorter, longer, message)
    elif (
        told > 0
        and _says_more(words, longer, shorter)
        and extent(words[shorter], shorter) < _FEWER * extent(words[longer], longer)
    ):
        message = f"{name_of(shorter)} has fewer sentences than {name_of(longer)}, and {part:.0%} of its length"
        yield _says_less(manuscript, piece, shorter, longer, message)
    elif piece.section is not None:
        yield from _half_said(manuscript, piece, first, other)


def _half_said(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a sentence of which one language says not half: a reason that was left out, or how it is done."""
    texts = {each: manuscript.words(piece, each) for each in (first, other)}
    shorter_in_all = min(texts, key=lambda language: extent(texts[language], language))
    for pair in side_by_side(texts[first], texts[other]):
        said = dict(zip((first, other), pair, strict=True))
        shorter, longer = sorted(said, key=lambda language: extent(said[language], language))
        if shorter != shorter_in_all:  # which says in another sentence what this one does not
            continue
        part = extent(said[shorter], shorter) / max(1, extent(said[longer], longer))
        close = piece.field in {"signs", "items", "reason"} and " " in said[shorter].strip()
        least = _SIGN if close else _A_SENTENCE
        if (
            part < _HALF
            and extent(said[longer], longer) > least
            and _says_more(said, longer, shorter)
            and not _is_said_otherwise(said, texts, longer, shorter)
            and not _is_made_up_for(texts, first, other, longer)
        ):
            message = f"{name_of(shorter)} is much shorter than {name_of(longer)}: {part:.0%} of its length"
            yield _says_less(manuscript, piece, shorter, longer, message, said[shorter])
            return


def _is_made_up_for(texts: Mapping[str, str], first: str, other: str, longer: str) -> bool:
    """Whether the language that says more in one sentence says much less in another: its sentences begin elsewhere."""
    for pair in side_by_side(texts[first], texts[other]):
        lengths_of = {code: extent(words, code) for code, words in zip((first, other), pair, strict=True)}
        if lengths_of[longer] < _HALF * max(lengths_of.values()):
            return True
    return False


def _says_less(
    manuscript: Manuscript, piece: Piece, shorter: str, longer: str, message: str, sentence: str = ""
) -> Problem:
    hint = f"see whether {name_of(shorter)} says all that {name_of(longer)} says"
    return Problem("W202", message, manuscript.at(piece, shorter, sentence), hint)


def _says_more(said: Mapping[str, str], longer: str, shorter: str) -> bool:
    """Whether the longer of two sentences has more words that say something, and not only longer ones."""
    return len(weighty(said[longer], longer)) > len(weighty(said[shorter], shorter))


def _is_said_otherwise(said: Mapping[str, str], texts: Mapping[str, str], longer: str, shorter: str) -> bool:
    """Whether the other text has all that a longer sentence says: in another sentence of it, or in fewer words.

    `Dizzy or light-headed` may be one word in the other language, and `videz votre vessie` too.
    """
    may_be = said != texts or pattern(longer, "either").search(said[longer])
    is_one_clause = not pattern(longer, "clause_end").search(said[longer].strip(" .!"))
    lone = spare(said[longer], texts[shorter], longer, shorter)
    return bool(may_be or is_one_clause) and len(lone) < (_SURE if extent(said[longer], longer) < _LONG else 1)


def extent(words: str, language: str) -> float:
    """Return the length of a text, in characters of English."""
    return len(words) / LANGUAGES[language].length
