"""Two versions of a text, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "gone", "new"]

_WORDS = re.compile(r"\s+|\d+(?:[.,:]\d+)+|\w+(?:['’-]\w+)*['’]?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: in both versions, only in the earlier one, or only in the later one."""

    kind: Kind
    text: str


def compare(before: str, now: str) -> tuple[Piece, ...]:
    """Return both versions of a text as one, with what was taken out and what was put in."""
    earlier, later = _WORDS.findall(before), _WORDS.findall(now)
    return tuple(piece for piece in _pieces(earlier, later) if piece.text)


def _pieces(earlier: Sequence[str], later: Sequence[str]) -> Iterator[Piece]:
    gone = new = ""
    for kind, start, end, first, last in SequenceMatcher(None, earlier, later, autojunk=False).get_opcodes():
        out, put = "".join(earlier[start:end]), "".join(later[first:last])
        if kind == "equal" and (out.strip() or not (gone or new)):
            yield from (Piece("gone", gone), Piece("new", new), Piece("same", out))
            gone = new = ""
        else:  # a space between two changed words belongs to the change
            gone, new = gone + out, new + put
    yield from (Piece("gone", gone), Piece("new", new))


def likeness(before: str, now: str) -> float:
    """Return how much of two texts is the same, from 0 to 1."""
    return SequenceMatcher(None, _WORDS.findall(before), _WORDS.findall(now), autojunk=False).ratio()
