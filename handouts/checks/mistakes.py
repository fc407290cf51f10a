"""Mistakes of writing that an expression tells, by language: what is wrong, and what to write instead.

They are data, in `mistakes/<language>.toml`; those of every language stand in `any.toml`. An expression is narrow on
purpose: it says nothing where the same letters may be right. Its group `wrong` is the very place. It can go on over
several lines, whose breaks are no part of it, and `<<months>>` in it stands for what `[parts]` calls so.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "mistakes"
_EVERY_LANGUAGE = "any"
_PART = re.compile(r"<<(\w+)>>")


class Mistake(NamedTuple):
    """A mistake, and what to write instead.

    Attributes:
        code: Of the problem.
        pattern: What is wrong.
        message: What to say of it.
        hint: What to do.
    """

    code: str
    pattern: re.Pattern[str]
    message: str
    hint: str


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
    """

    pattern: re.Pattern[str]
    meant: str


@cache
def mistakes_in(language: str) -> tuple[Mistake, ...]:
    """Return the mistakes that expressions tell in a text of a language."""
    return tuple(
        Mistake(each["code"], pattern, each["message"], each["hint"])
        for written_in in (language, _EVERY_LANGUAGE)
        for each in _tables(written_in).get("mistake", ())
        for pattern in _patterns(written_in, each["patterns"])
    )


@cache
def listed_in(language: str) -> tuple[Listed, ...]:
    """Return the lists of words that are mistakes in a text of a language."""
    return tuple(Listed(**each) for each in _tables(language).get("listed", ()))


@cache
def confusions_in(language: str) -> tuple[Confusion, ...]:
    """Return the words that are taken for others in a text of a language."""
    return tuple(
        Confusion(pattern, each["meant"])
        for each in _tables(language).get("confusion", ())
        for pattern in _patterns(language, each["patterns"], re.IGNORECASE)
    )


def _patterns(language: str, written: Sequence[str], flags: re.RegexFlag = re.NOFLAG) -> Iterator[re.Pattern[str]]:
    parts = _tables(language).get("parts", {})
    for each in written:
        whole = _PART.sub(lambda found: parts[found[1]], each)
        yield re.compile(whole.replace("\n", ""), flags)


@cache
def _tables(language: str) -> Mapping[str, Any]:
    path = FOLDER / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
