"""Faults planted in a content, as many at once as stand far enough apart for each to be told from the others."""

from collections.abc import Sequence
from dataclasses import dataclass

Fault = tuple[str, str, str]
"""What a content says, what is written there instead, and the code that tells of it."""

BESIDE = 3  # lines from a text to the other language of the same text, which may be the one to mend
_APART = 12  # lines, which is more than an item and those beside it take


@dataclass(frozen=True)
class Planted:
    """A content with faults.

    Attributes:
        text: Of its file.
        lines: Where each fault stands in it.
    """

    text: str
    lines: dict[Fault, int]


def planted(text: str, faults: Sequence[Fault]) -> list[Planted]:
    """Plant every fault in a content, in as few copies as keep them apart."""
    copies: list[dict[int, Fault]] = []
    for fault in faults:
        assert fault[0] in text, f"the content no longer says {fault[0]!r}; plant the fault elsewhere"
        start = text.index(fault[0])
        free = (copy for copy in copies if all(_are_apart(text, start, other) for other in copy))
        copy = next(free, None)
        if copy is None:
            copies.append(copy := {})
        copy[start] = fault
    return [_with(text, copy) for copy in copies]


def _are_apart(text: str, start: int, other: int) -> bool:
    return text.count("\n", min(start, other), max(start, other)) > _APART


def _with(text: str, faults: dict[int, Fault]) -> Planted:
    said, end, lines = "", 0, {}
    for start, fault in sorted(faults.items()):
        right, wrong, _ = fault
        said += text[end:start]
        lines[fault] = said.count("\n") + 1
        said, end = said + wrong, start + len(right)
    return Planted(said + text[end:], lines)
