"""Mistakes of writing that an expression tells, by language: what is wrong, and what to write instead.

They are data, in `mistakes/<language>.toml`; those of every language stand in `any.toml`. An expression is narrow on
purpose: it says nothing where the same letters may be right. Its group `wrong` is the very place. It can go on over
several lines, whose breaks are no part of it, and `<<months>>` in it stands for what `[parts]` calls so.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from handouts.checks.lists import compiled
from handouts.checks.lists.compiled import Compiled, put_together, taken_apart
from handouts.checks.lists.tables import made_of

FOLDER = Path(__file__).parents[1] / "mistakes"
_EVERY_LANGUAGE = "any"
_PART = re.compile(r"<<(\w+)>>")
_WORDS = re.compile(r"\(\?P<wrong>([^\W\d_]+(?:[ |][^\W\d_]+)*)\)")


class Mistake(NamedTuple):
    """A mistake, and what to write instead.

    Attributes:
        code: Of the problem.
        pattern: What is wrong.
        message: What to say of it.
        hint: What to do; `{advice}` stands for what is found, typed as it should be.
        way: How to type it so, for `handouts.checks.writing.retyped`; nothing where the hint says it.
    """

    code: str
    pattern: re.Pattern[str]
    message: str
    hint: str
    way: str


class Listed(NamedTuple):
    """A list of words that are mistakes, each with what to write instead.

    Attributes:
        code: Of the problem.
        list: The name of the list.
        message: What to say of a word.
        hint: What to do, with its advice.
    """

    code: str
    list: str
    message: str
    hint: str


class Confusion(NamedTuple):
    r"""A word beside which another is meant, whatever its case.

    Attributes:
        pattern: The word, among neighbours beside which it makes no sense.
        meant: The other; `\g<stem>` stands for what the group of that name found.
        words: Of which a text must have one for the word to be in it; empty where its letters alone tell.
    """

    pattern: re.Pattern[str]
    meant: str
    words: frozenset[str]


@cache
def mistakes_in(language: str) -> tuple[Mistake, ...]:
    """Return the mistakes that expressions tell in a text of a language."""
    return tuple(
        Mistake(code, put_together(expression), message, hint, way)
        for written_in in (language, _EVERY_LANGUAGE)
        for code, expression, message, hint, way in _tables(written_in)["mistake"]
    )


@cache
def listed_in(language: str) -> tuple[Listed, ...]:
    """Return the lists of words that are mistakes in a text of a language."""
    return tuple(Listed(**each) for each in _tables(language)["listed"])


@cache
def confusions_in(language: str) -> tuple[Confusion, ...]:
    """Return the words that are taken for others in a text of a language."""
    return tuple(
        Confusion(put_together(expression), meant, frozenset(words.split()))
        for expression, meant, words in _tables(language)["confusion"]
    )


@cache
def _tables(language: str) -> Mapping[str, Any]:
    return made_of(FOLDER / f"{language}.toml", _compiled, compiled)


def _compiled(table: Mapping[str, Any]) -> Mapping[str, Any]:
    parts = table.get("parts", {})
    return {
        "mistake": tuple(
            (each["code"], expression, each["message"], each["hint"], each.get("way", ""))
            for each in table.get("mistake", ())
            for expression in _expressions(each["patterns"], parts)
        ),
        "listed": tuple(table.get("listed", ())),
        "confusion": tuple(
            (expression, each["meant"], each.get("words") or _words_of(expression[0]))
            for each in table.get("confusion", ())
            for expression in _expressions(each["patterns"], parts, re.IGNORECASE)
        ),
    }


def _words_of(expression: str) -> str:
    """Return the words that an expression calls wrong, the first of several; nothing where it tells them by their letters."""
    found = _WORDS.search(expression)
    return " ".join({each.split(" ")[0] for each in found[1].casefold().split("|")}) if found else ""


def _expressions(
    written: Sequence[str], parts: Mapping[str, str], flags: re.RegexFlag = re.NOFLAG
) -> Iterator[Compiled]:
    for each in written:
        yield taken_apart(_PART.sub(lambda found: parts[found[1]], each).replace("\n", ""), flags)
