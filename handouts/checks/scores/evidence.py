"""What checklists of plain language ask of a handout in one language: its problems, its blocks, its figures."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from handouts.checks.plain.plain_language import told_of
from handouts.checks.plain.reading_level import check_level, passive_sentences, scored
from handouts.checks.plain.sections import section_problems
from handouts.checks.safety.claims import said_of
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import Sentence
from handouts.checks.writing.typographic import mistakes
from handouts.errors import Problem
from handouts.model import blocks as model

ACTIONS = (model.DoList, model.AvoidList, model.Steps, model.Checklist)
"""Blocks that say what to do."""

_PERCENT = re.compile(r"\d[ \u00a0]?%")
_ONE_IN = re.compile(r"(?:(?<!\w)1|\b(?:une?|one))(?: \w+)? (?:sur|in|out of) (?:\d|dix|ten|cent|mille|a hundred|a thousand)", re.IGNORECASE)  # fmt: skip


class Evidence:
    """A handout in one language, as checklists look at it."""

    def __init__(self, manuscript: Manuscript, ident: str, language: str) -> None:
        self.manuscript, self.language = manuscript, language
        self.handout = manuscript.content.handouts[ident]
        self.pieces = manuscript.body[ident]
        self.blocks = self.handout.blocks
        self._ident = ident

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What the checks of texts say of it, each once."""
        manuscript, language = self.manuscript, self.language
        found = (
            *told_of(manuscript, self.pieces, language),
            *said_of(manuscript, self.pieces, language, self.handout),
            *(each for piece in self.pieces for each in mistakes(manuscript, piece, language)),
            *(each for section in self.handout.sections for each in section_problems(section)),
            *check_level(manuscript, self._ident, language),
        )
        return tuple(dict.fromkeys(found))

    def problems_of(self, codes: Sequence[str]) -> tuple[Problem, ...]:
        """Return its problems of these codes."""
        return tuple(problem for problem in self.problems if problem.code in codes)

    def has(self, *kinds: type) -> bool:
        """Whether it has a block of one of these kinds."""
        return any(isinstance(block, kinds) for block in self.blocks)

    def acts(self) -> bool:
        """Whether it says what to do."""
        return self.has(*ACTIONS)

    @property
    def tables(self) -> tuple[model.Table, ...]:
        """Its tables."""
        return tuple(block for block in self.blocks if isinstance(block, model.Table))

    @property
    def instructions(self) -> tuple[model.ListItem, ...]:
        """What it says to do and to avoid."""
        return tuple(
            item for block in self.blocks if isinstance(block, (model.DoList, model.AvoidList)) for item in block.items
        )

    @cached_property
    def prose(self) -> str:
        """What people read as sentences, a text a line."""
        return "\n".join(self.manuscript.words(piece, self.language) for piece in scored(self.pieces))

    def has_numbers(self) -> bool:
        """Whether it has a number that is read as one."""
        return any(c.isdigit() for c in self.prose)

    def chances(self) -> set[str]:
        """Return the ways in which it tells how likely something is, or gives a share."""
        ways = {"percent": _PERCENT, "ratio": _ONE_IN}
        return {way for way, pattern in ways.items() if pattern.search(self.prose)}

    def passives_in(self, *kinds: type) -> Iterator[tuple[Piece, Sentence]]:
        """Yield the sentences of these blocks that do not say who acts."""
        pieces = [piece for piece in self.pieces if isinstance(piece.block, kinds)]
        for piece, sentence, is_passive in passive_sentences(self.manuscript, pieces, self.language):
            if is_passive:
                yield piece, sentence
