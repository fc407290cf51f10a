"""Who does something: `l'infirmière enlève vos points`, and `take out your stitches`."""

from collections.abc import Iterator

from handouts.checks.lists.lexicon import tokens
from handouts.checks.lists.patterns import pattern
from handouts.checks.parity.differing import sentence_at
from handouts.checks.plain.orders import begins_as_order
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import side_by_side
from handouts.errors import Problem
from handouts.languages import name_of


def actors(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a sentence of which someone else is the subject, where the other language tells the reader, and nobody else."""
    for one, two in side_by_side(*(manuscript.words(piece, language) for language in (first, other))):
        for language, twin, said, answer in ((first, other, one, two), (other, first, two, one)):
            they, you = pattern(language, "others_act").match(said), _addressed(answer, twin)
            if they and you and not pattern(twin, "others").search(answer):
                message = f"{name_of(language)} says that “{they[0]}” does this, {name_of(twin)} that the reader does (“{you}”)"
                hint = "see whether both languages say who does it"
                yield Problem("W204", message, sentence_at(manuscript, piece, twin, answer), hint)
                return


def _addressed(sentence: str, language: str) -> str:
    """Return the word by which a sentence tells the reader to act; empty where it does not."""
    if begins_as_order(sentence, language):
        first = tokens(sentence)[0]
        return sentence[first.start : first.end]
    you = pattern(language, "you_act").match(sentence)
    return you[0] if you else ""
