"""The comments of a skeleton, told in the language of whoever fills it in."""

import re
import textwrap
from collections.abc import Callable

_BLOCK = re.compile(r"(?:^[ ]*# .*\n)+", re.MULTILINE)
_TYPED = re.compile(r"uv run generate\.py \w+|`[^`]*`|\w+: (?:\{[^{}]*\}|\"[^\"]*\"|\$?\w+)")  # stays on one line
_COLUMNS = 118  # a skeleton is set in by two more


def told(skeleton: str, say: Callable[[str], str]) -> str:
    """Return a skeleton with its comments said by `say`; lines of comments that follow each other are one message."""
    return _BLOCK.sub(lambda found: _block(found[0], say), skeleton)


def comments(skeleton: str) -> list[str]:
    """Return the comments of a skeleton, as they are said."""
    return [_words(found[0]) for found in _BLOCK.finditer(skeleton)]


def _words(block: str) -> str:
    return " ".join(line.strip().removeprefix("# ") for line in block.splitlines())


def _block(block: str, say: Callable[[str], str]) -> str:
    words = _words(block)
    said = say(words)
    if said == words:
        return block
    sign = block[: block.index("#")] + "# "
    whole = _TYPED.sub(lambda found: found[0].replace(" ", "\0"), said)
    lines = textwrap.wrap(
        whole, _COLUMNS, initial_indent=sign, subsequent_indent=sign, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join([*lines, ""]).replace("\0", " ")
