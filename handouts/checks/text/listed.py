"""The texts that stand in one list: the reasons of a list, the signs of a level."""

from collections.abc import Iterator, Sequence

from handouts.checks.text.manuscript import Piece


def groups(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield the texts of each list, in the order of the lists."""
    lists: dict[tuple[int, str, bool], list[Piece]] = {}
    for piece in pieces:
        if piece.block is not None:
            lists.setdefault(_list(piece), []).append(piece)
    yield from map(tuple, lists.values())


def _list(piece: Piece) -> tuple[int, str, bool]:
    return id(piece.block), piece.field, piece.is_short
