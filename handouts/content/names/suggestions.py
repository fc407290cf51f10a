"""What someone who mistyped a word may have meant."""

import re
from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from functools import cache

from handouts.accents import without_accents
from handouts.codes import CODES
from handouts.content.decoding import UNPRINTABLE
from handouts.content.names.aliases import MEANT

_SHOWN = 48  # characters of a value in a message
_GLANCE = 40  # characters of a line that is shown among other words
_TYPED = 160  # characters of a line that is to be typed as it is shown
FIRST_NAMES = 6
"""How many names of a group a hint shows."""

_LISTED = 20  # words in a hint; a longer list is read by nobody


def closest(word: str, words: Collection[str]) -> str | None:
    """Return the one of `words` that `word` is another word for, or is most like; None when it is like none."""
    plain = {_plain(known): known for known in words}
    sought = _plain(word)
    named = _meant().get(sought) or _meant().get(sought.removesuffix("s"), frozenset())
    meant = [plain[name] for name in named if name in plain and sought not in plain]
    if len(meant) == 1:
        return meant[0]
    matches = get_close_matches(sought, plain, n=1, cutoff=0.6)
    return plain[matches[0]] if matches else None


@cache
def _meant() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for word, names in MEANT.items():
        found[_plain(word)] = found.get(_plain(word), frozenset()) | names
    return found


def _plain(word: str) -> str:
    """Leave out case, accents, the sign between words, and what stands around them."""
    bare = without_accents(word[:100].casefold()).strip("“”«»‘’\"' .\u200b\ufeff\u00a0")
    return re.sub("[- '’]", "_", bare)


def did_you_mean(word: str, words: Collection[str], otherwise: str = "choose one of: {words}") -> str:
    """Write the hint for a mistyped word: the one that was meant, or all that there are, put in place of `{words}`."""
    if match := closest(word, words):
        return f"did you mean `{match}`?"
    if not words:
        return ""
    listed = ", ".join([*list(words)[:_LISTED], *(["…"] if len(words) > _LISTED else [])])
    return otherwise.replace("{words}", listed)


def bring_back(names: Sequence[str]) -> str:
    """Write the hint for lines that someone took away without meaning to, with the first of the names that they had."""
    listed = ", ".join(names[:FIRST_NAMES])
    return f"undo what took them away, or bring them back from the last good copy: {listed}, …"


def move(columns: int) -> str:
    """Write how to move a line: to the right by so many columns, or to the left where they are negative."""
    many = spaces(abs(columns))
    return f"put {many} more before it" if columns > 0 else f"take {many} away before it"


def in_full(do: str, more: int, above: int | None) -> str:
    """Say what to do with a line, how many lines go with it, and which line it then begins under."""
    others = "the next line" if more == 1 else f"the {more} lines"
    if more and above:
        return f"{do} (and {others} under it), so that it begins right under line {above}"
    if more:
        return f"{do} (and {others} under it)"
    return f"{do}, so that it begins right under line {above}" if above else do


def spaces(number: int) -> str:
    """Say how many spaces there are."""
    return f"{number} spaces" if number > 1 else "1 space"


def quoted(value: object) -> str:
    """Show a value of the content in a message: on one line, short, and harmless to a terminal."""
    text = UNPRINTABLE.sub("\ufffd", str(value)).replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return f"“{_shortened(text, _SHOWN)}”"


def in_quotes(text: str) -> str:
    """Write a text as YAML in quotes, shortened for a hint."""
    short = _shortened(text, _SHOWN)
    if '"' in short or "\\" in short:
        return "'" + short.replace("'", "''") + "'"
    return f'"{short}"'


def at_a_glance(line: str) -> str:
    """Return a line short enough to be read among the words of a message or hint."""
    return _shortened(line, _GLANCE)


def to_type(line: str) -> str:
    """Return a line for a hint that says to write it: whole, but where it is longer than anyone would type again."""
    return _shortened(line, _TYPED)


def _shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def similar_codes(code: str) -> str:
    """Write the hint for a code that does not exist: those that look like it, or how to find it."""
    code = code[:1] + code[1:].replace("O", "0").replace("I", "1").replace("L", "1")
    alike = [known for known in CODES if code == known or known[1:] in {code, code[1:]}]
    near = alike or [known for known in CODES if known[:3] == code[:3]]
    if not 0 < len(near) <= 3:  # noqa: PLR2004 (more are no help)
        return "`uv run generate.py explain` lists all codes"
    codes = ", ".join(near)
    return f"did you mean {codes}?"
