"""Patterns of a language: expressions for its words and turns, whatever their case. Every language has all of them.

They are data, in `patterns/<language>.toml`. An expression can go on over several lines; their breaks are no part of it.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from handouts.checks.lists import compiled
from handouts.checks.lists.compiled import Compiled, put_together, taken_apart
from handouts.checks.lists.tables import made_of
from handouts.languages import LANGUAGES

FOLDER = Path(__file__).parents[1] / "patterns"


@cache
def pattern(language: str, name: str) -> re.Pattern[str]:
    """Return a pattern of a language.

    Raises:
        KeyError: The language has no such pattern.
    """
    return put_together(_expressions(language)[name])


def in_any_language(name: str, words: str) -> re.Match[str] | None:
    """Return where a pattern is found, of whichever language: what is typed once for all may be in any."""
    return next(filter(None, (pattern(language, name).search(words) for language in LANGUAGES)), None)


def all_in_any_language(name: str, words: str) -> list[re.Match[str]]:
    """Return where a pattern is found, of whichever language, in order; of two that overlap the first."""
    found = [each for language in LANGUAGES for each in pattern(language, name).finditer(words)]
    apart: list[re.Match[str]] = []
    for each in sorted(found, key=lambda match: match.start()):
        if not apart or each.start() >= apart[-1].end():
            apart.append(each)
    return apart


@cache
def _expressions(language: str) -> Mapping[str, Compiled]:
    return made_of(FOLDER / f"{language}.toml", _compiled, compiled)


def _compiled(table: Mapping[str, Any]) -> Mapping[str, Compiled]:
    return {name: taken_apart(text.replace("\n", ""), re.IGNORECASE) for name, text in table.items()}
