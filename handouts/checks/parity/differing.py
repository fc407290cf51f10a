"""How words are told that differ between the languages of a text."""

from collections.abc import Mapping

from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem, Span
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
    hint = f"one of the two is wrong: read the {name_of(first)} again as well"
    return Problem("W204", message, manuscript.at(piece, other, found, before), hint)


def leaves_out(manuscript: Manuscript, piece: Piece, named: str, more: str, fewer: str, sentence: str = "") -> Problem:
    """Return the problem that one language leaves out what the other names, in a sentence or in the whole text."""
    message = f"{name_of(more)} names “{named}” here, and nothing in {name_of(fewer)} does"
    hint = f"see whether {name_of(fewer)} names all that {name_of(more)} names"
    at = sentence_at(manuscript, piece, fewer, sentence) if sentence else manuscript.at(piece, fewer)
    return Problem("W206", message, at, hint)


def sentence_at(manuscript: Manuscript, piece: Piece, language: str, sentence: str) -> Span | None:
    """Return where a sentence of a text stands in its file; the first line of words where it is all that there is."""
    words = manuscript.words(piece, language)
    if sentence.strip() == words.strip():
        return manuscript.at(piece, language)
    return manuscript.at(piece, language, sentence, words[: max(0, words.find(sentence))])
