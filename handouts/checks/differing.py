"""How words are told that differ between the languages of a text."""

from collections.abc import Mapping

from handouts.checks.manuscript import Manuscript, Piece
from handouts.errors import Problem
from handouts.languages import name_of


def says_else(manuscript: Manuscript, piece: Piece, said: Mapping[str, str], before: str = "") -> Problem:
    """Return the problem that two languages say different things.

    Args:
        manuscript: The texts.
        piece: The one that differs.
        said: The words of each of the two; they are shown where the second stands.
        before: What stands before them there.
    """
    (first, twin), (other, found) = said.items()
    message = f"{name_of(first)} says “{twin}”, {name_of(other)} “{found}”"
    hint = "one of the two says something else than the other"
    return Problem("W204", message, manuscript.at(piece, other, found, before), hint)


def leaves_out(manuscript: Manuscript, piece: Piece, named: str, more: str, fewer: str) -> Problem:
    """Return the problem that one language leaves out what the other names."""
    message = f"{name_of(more)} names “{named}” here, and nothing in {name_of(fewer)} does"
    hint = f"see whether {name_of(fewer)} names all that {name_of(more)} names"
    return Problem("W206", message, manuscript.at(piece, fewer), hint)
