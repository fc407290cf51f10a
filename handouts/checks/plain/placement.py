"""What is to be done and what is to be avoided, each under its own heading and in its own list."""

import re
from collections.abc import Iterator

from handouts.checks.lists.lexicon import lexicon, tokens
from handouts.checks.lists.patterns import pattern
from handouts.checks.plain.orders import begins_as_order
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem
from handouts.model import Section


def placement(manuscript: Manuscript, pieces: tuple[Piece, ...], language: str) -> Iterator[Problem]:
    """Read the headings and the items of `do` and `avoid` lists in one language."""
    for piece in pieces:
        if piece.field == "heading" and piece.section is not None:
            yield from _under_heading(manuscript, piece, piece.section, language)
        elif piece.field == "text" and piece.kind in {"do", "avoid"}:
            yield from _in_list(manuscript, piece, language)


def _under_heading(manuscript: Manuscript, piece: Piece, section: Section, language: str) -> Iterator[Problem]:
    kinds = {block.block for block in section.blocks if block.block in {"do", "avoid", "steps", "bullets", "checklist"}}
    words = manuscript.words(piece, language).strip(" .:!?")
    hint = "see whether the heading or the kind of the list is the wrong one"
    if kinds == {"do"} and pattern(language, "avoid_heading").match(words):
        message = f"“{words}” stands over a list of things to do (`block: do`)"
        yield Problem("W422", message, manuscript.at(piece, language), hint)
    elif kinds == {"avoid"} and pattern(language, "do_heading").fullmatch(words):
        message = f"“{words}” stands over a list of things to avoid (`block: avoid`)"
        yield Problem("W422", message, manuscript.at(piece, language), hint)


def _in_list(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    words = manuscript.words(piece, language).strip()
    refused = pattern(language, "begins_refusing").match(words)
    if piece.kind == "do" and refused and not _and_asks(words, language):
        message = f"“{refused[0]}” begins an item of what to do"
        hint = "move it to the list of what to avoid, or say what to do instead"
        yield Problem("W422", message, manuscript.at(piece, language, refused[0]), hint)
    elif piece.kind == "avoid" and refused:
        message = f"“{refused[0]}” in a list of what to avoid says no twice"
        hint = "name only what to avoid: “le soleil direct”, “direct sun”"
        yield Problem("W422", message, manuscript.at(piece, language, refused[0]), hint)
    elif piece.kind == "avoid" and _asks(words, language):
        first = tokens(words)[0]
        found = words[first.start : first.end]
        message = f"“{found}” says to do this, in a list of what to avoid"
        hint = "move it to the list of what to do, or name only what to avoid"
        yield Problem("W422", message, manuscript.at(piece, language, found), hint)


def _asks(words: str, language: str) -> bool:
    """Whether an item is an order, and not a thing that is spelled like one: `Exercise`, `Wash your skin`."""
    first = tokens(words)[:2]
    thing = bool(first) and first[0].word in lexicon(language, "deeds_and_things")
    return begins_as_order(words, language) and (not thing or first[-1].word in lexicon(language, "determiners"))


def _and_asks(words: str, language: str) -> bool:
    """Whether an item that begins with `do not` goes on with what to do: `Ne frottez pas : épongez`."""
    rest = re.split(r"[.;:,]|\b(?:but|mais|then|puis)\b", words)[1:]
    return any(begins_as_order(part.strip(), language) for part in rest)
