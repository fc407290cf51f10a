"""A short form says in fewer words what the long one says, and nothing else: no other figure, and not the contrary."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from handouts.checks.figures.quantities import quantities
from handouts.checks.meaning.senses import Senses, senses_of
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem
from handouts.model import blocks as model
from handouts.wording.placeholders import is_known, names_in
from handouts.wording.placeholders import pieces as in_pieces

_LASTING: Final = frozenset(
    {
        "heat",
        "dirt",
        "height",
        "water",
        "firmness",
        "fit",
        "strength",
        "shape",
        "door",
        "limit",
        "sun",
        "side",
        "lying",
        "age",
        "force",
    }
)
"""Kinds of words that a short form takes over from the long one."""


def check_short_forms(manuscript: Manuscript, pieces: Sequence[Piece]) -> Iterator[Problem]:
    """Compare the short form of each block of a handout with its long one, in each language."""
    blocks: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.block is not None:
            blocks.setdefault(id(piece.block), []).append(piece)
    for parts in (each for each in blocks.values() if _can_be_read(manuscript, each)):
        short, long = ([piece for piece in parts if piece.is_short is wanted] for wanted in (True, False))
        for language in manuscript.languages if short else ():
            yield from _compared(manuscript, short, long, language)
    for block in {id(piece.block): piece.block for piece in pieces}.values():
        if isinstance(block, (model.DoList, model.AvoidList)) and _can_be_read(manuscript, blocks[id(block)]):
            yield from _durations(block)


def _can_be_read(manuscript: Manuscript, pieces: Sequence[Piece]) -> bool:
    """Whether all names in braces stand for something; one that doesn't is told already, and hides what is said."""
    said = [words for piece in pieces for words in piece.text.words.values()]
    known = all(is_known(name, manuscript.content) for words in said for name in names_in(words))
    return known and not any(brace in "".join(text for text, _ in in_pieces(words)) for words in said for brace in "{}")


def _durations(block: model.DoList | model.AvoidList) -> Iterator[Problem]:
    """Find a thing whose short form holds for another duration."""
    long = {item.id: item for item in block.items if item.id}
    for item in block.short or ():
        twin = long.get(item.id or "")
        names, others = (_named(each) for each in (item, twin))
        if names and others and names != others:
            message = f"the short form of {item.id} has the duration {names}, the long one {others}"
            yield Problem("W204", message, item.at.of("duration"), _HINT)


def _named(item: model.ListItem | None) -> str:
    """Return the name of the one duration that an item holds for; empty where it is said in words."""
    words = next(iter(item.duration.words.values()), "") if item and item.duration else ""
    names = names_in(words)
    return names[0] if len(names) == 1 and words == f"{{{names[0]}}}" else ""


def _compared(
    manuscript: Manuscript, short: Sequence[Piece], long: Sequence[Piece], language: str
) -> Iterator[Problem]:
    whole = " \n".join(manuscript.words(piece, language) for piece in long if language in piece.text.words)
    known = {name: {m for sense in found for m in sense.meanings} for name, found in senses_of(whole, language).items()}
    figures = quantities(whole, language)
    for piece in short:
        words = manuscript.words(piece, language) if language in piece.text.words else ""
        contrary = _contrary(senses_of(words, language), known)
        lone = [each for each in quantities(words, language).figures if each.value not in figures.values]
        found = contrary or (lone[0].found if lone and figures.figures else "")
        if found:
            message = f"the short form says “{found}”, and the long one does not"
            yield Problem("W204", message, manuscript.at(piece, language, found), _HINT)


_HINT: Final = "let both say the same, the short form in fewer words"


def _contrary(senses: Senses, known: Mapping[str, set[str]]) -> str:
    """Return a word of a kind that the long form has as well, and never in this meaning."""
    return next(
        (
            sense.found
            for kind, said in senses.items()
            if kind in known and kind in _LASTING
            for sense in said
            if sense.meanings.isdisjoint(known[kind])
        ),
        "",
    )
