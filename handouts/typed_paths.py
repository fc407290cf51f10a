"""Paths as they are typed in a terminal."""

import re
import shlex

_PLAIN = re.compile(r"[\w./+-]+")
_SPECIAL = frozenset('"$`\\!%')


def typed(path: str) -> str:
    """Write a path as it is typed in a terminal; double quotes, because Windows knows no others."""
    if _PLAIN.fullmatch(path):
        return path
    return shlex.quote(path) if _SPECIAL.intersection(path) else f'"{path}"'
