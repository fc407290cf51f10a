"""The texts that stand in one list: the reasons of a list, the signs of a level."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from handouts.checks.text.manuscript import Piece


def groups(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield the texts of each list."""
    listed = [piece for piece in pieces if piece.block is not None]
    for _, group in groupby(sorted(listed, key=_list), key=_list):
        yield tuple(group)


def _list(piece: Piece) -> tuple[int, str, bool]:
    return id(piece.block), piece.field, piece.is_short
