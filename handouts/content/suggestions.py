"""What someone who mistyped a word may have meant."""

import unicodedata
from collections.abc import Collection
from difflib import get_close_matches

from handouts.content.decoding import UNPRINTABLE

_SHOWN = 48  # characters of a value in a message
_LISTED = 20  # words in a hint; a longer list is read by nobody


def closest(word: str, words: Collection[str]) -> str | None:
    """Return the one of `words` that `word` is most like, or None when it is like none."""
    plain = {_plain(known): known for known in words}
    matches = get_close_matches(_plain(word), plain, n=1, cutoff=0.6)
    return plain[matches[0]] if matches else None


def _plain(word: str) -> str:
    """Leave out case, accents and the sign between words."""
    letters = unicodedata.normalize("NFD", word[:100].casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("-", "_").replace(" ", "_")


def did_you_mean(word: str, words: Collection[str], otherwise: str = "choose one of: {words}") -> str:
    """Write the hint for a mistyped word: the one that was meant, or all that there are, put in place of `{words}`."""
    if match := closest(word, words):
        return f"did you mean `{match}`?"
    if not words:
        return ""
    listed = ", ".join([*list(words)[:_LISTED], *(["…"] if len(words) > _LISTED else [])])
    return otherwise.replace("{words}", listed)


def quoted(value: object) -> str:
    """Show a value of the content in a message: on one line, short, and harmless to a terminal."""
    text = UNPRINTABLE.sub("\ufffd", str(value)).replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return f"“{text if len(text) <= _SHOWN else text[: _SHOWN - 1] + '…'}”"


def in_quotes(text: str) -> str:
    """Write a text as YAML in quotes, shortened for a hint."""
    short = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    if '"' in short or "\\" in short:
        return "'" + short.replace("'", "''") + "'"
    return f'"{short}"'
