"""The texts of a content as checks read them: each with what it is part of, its words, and places in its file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby

from pydantic import BaseModel

from handouts.checks.text.places import place_of
from handouts.content.decoding import SourceText
from handouts.errors import Span
from handouts.languages import LANGUAGES
from handouts.model import Content, Located, Section, Text
from handouts.wording.inline import MarkupError, Run, parse
from handouts.wording.placeholders import TITLE
from handouts.wording.placeholders import pieces as name_by_name
from handouts.wording.resolve import quantity_after
from handouts.wording.unwritten import is_unwritten

STAND_IN = "☎"
"""Stands in words for what a clinic gives: neither a letter nor a digit."""

NOT_PRINTED = frozenset({"slug", "link"})
"""Fields that hold an address or the name of a file."""

WRITTEN = ("services", "facts", "brands", "clinics", "handouts")
"""The groups of a content that hold texts."""

_OF_OTHERS = frozenset({"name", "sources"})

_PARAGRAPHS = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A text, and what it is part of.

    Attributes:
        text: In every language.
        field: The name that it stands under: `reason`, `heading`.
        owner: The group and the id that it belongs to: `("handouts", "pimples")`.
        section: Of its handout, if it stands in one.
        block: Of its section, if it stands in one.
        is_short: Whether it is printed in one-sheet editions only.
    """

    text: Text
    field: str
    owner: tuple[str, str]
    section: Section | None = None
    block: Located | None = None
    is_short: bool = False

    @property
    def kind(self) -> str:
        """The kind of its block: `avoid`; empty when it stands in none."""
        return getattr(self.block, "block", "")


@dataclass(frozen=True)
class Manuscript:
    """All that a content says.

    Attributes:
        content: In every language.
        sources: The text of its files, by name.
        groups: The parts of the content whose texts are read.
        settled: The numbers of pieces in which nothing is wrong that a text tells by itself, as is known already.
    """

    content: Content
    sources: Mapping[str, SourceText] = field(default_factory=dict, repr=False)
    groups: tuple[str, ...] = WRITTEN
    settled: frozenset[int] = frozenset()
    _read: dict[tuple[str, str], tuple[Run, ...]] = field(default_factory=dict, repr=False)
    _words: dict[tuple[int, str], str] = field(default_factory=dict, repr=False)
    _own: dict[tuple[int, str], str] = field(default_factory=dict, repr=False)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Every text that is printed and written, in the order of the model."""
        return tuple(piece for piece in self._all_pieces if not is_unwritten(piece.text))

    @cached_property
    def unsettled(self) -> tuple[Piece, ...]:
        """The pieces that each have to be read by themselves."""
        return tuple(piece for piece in self.pieces if not self.is_settled(piece))

    def is_settled(self, piece: Piece) -> bool:
        """Whether nothing is wrong with a text by itself, as is known already."""
        return id(piece) in self._settled

    @cached_property
    def _settled(self) -> frozenset[int]:
        return frozenset(id(piece) for number, piece in enumerate(self.pieces) if number in self.settled)

    @cached_property
    def unwritten(self) -> tuple[Piece, ...]:
        """Every text that would be printed and is still to be written, in the order of the model."""
        return tuple(piece for piece in self._all_pieces if is_unwritten(piece.text))

    @cached_property
    def _all_pieces(self) -> tuple[Piece, ...]:
        groups = {name: getattr(self.content, name) for name in self.groups}
        return tuple(
            piece
            for group, parts in groups.items()
            for ident, part in parts.items()
            for piece in _pieces(part, Piece(_NOTHING, "text", (group, ident)))
        )

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the content that this program knows."""
        return tuple(code for code in self.content.languages if code in LANGUAGES)

    @cached_property
    def body(self) -> Mapping[str, tuple[Piece, ...]]:
        """The texts of each handout's sections and its title, by the handout's id."""
        return {
            ident: tuple(piece for piece in pieces if piece.section is not None or piece.field == "title")
            for (group, ident), pieces in self.by_owner.items()
            if group == "handouts"
        }

    @cached_property
    def by_owner(self) -> Mapping[tuple[str, str], tuple[Piece, ...]]:
        """Every text that is printed, by the group and the id that it belongs to."""
        return {owner: tuple(pieces) for owner, pieces in groupby(self.pieces, key=lambda piece: piece.owner)}

    def texts(self) -> Iterator[tuple[Piece, str]]:
        """Yield each text that is printed, with each language that it has."""
        yield from self._in_each_language(self.pieces)

    def prose(self) -> Iterator[tuple[Piece, str]]:
        """Yield the texts that have to be read, but for names and titles of others, which are as their owners write them."""
        return self._in_each_language(piece for piece in self.unsettled if piece.field not in _OF_OTHERS)

    def _in_each_language(self, pieces: Iterable[Piece]) -> Iterator[tuple[Piece, str]]:
        for piece in pieces:
            yield from ((piece, language) for language in self.languages if language in piece.text.words)

    def typed(self, piece: Piece, language: str) -> str:
        """Return a text as it was typed."""
        return piece.text.words[language]

    def runs(self, piece: Piece, language: str) -> tuple[Run, ...]:
        """Return a text with its markup read and its names filled in; nothing when its markup cannot be read."""
        return self._runs(self.typed(piece, language), language)

    def is_readable(self, piece: Piece, language: str) -> bool:
        """Whether the markup of a text can be read; where it cannot, that is told, and its words are not known."""
        return bool(self.runs(piece, language)) or not self.typed(piece, language).strip()

    def words(self, piece: Piece, language: str) -> str:
        """Return the words of a text, one paragraph a line."""
        key = (id(piece.text), language)
        words = self._words.get(key)
        if words is None:
            words = self._words[key] = "".join(run.text for run in self.runs(piece, language))
        return words

    def own_words(self, piece: Piece, language: str) -> str:
        """Return the words of a text without addresses, which no rule of writing is for; each stands where it stood.

        Every space in it is an ordinary one.
        """
        key = (id(piece.text), language)
        words = self._own.get(key)
        if words is None:
            words = _ADDRESSES.sub(lambda found: "\n" * len(found[0]), self.words(piece, language))
            words = self._own[key] = words.replace("\u00a0", " ")
        return words

    def at(self, piece: Piece, language: str, found: str = "", before: str = "") -> Span | None:
        """Return where words stand in their file; the whole text when they are not there as such.

        Args:
            piece: The text that they are in.
            language: Of the text.
            found: The words.
            before: What stands before them, to tell the second of two from the first.
        """
        span = piece.text.span(language)
        source = self.sources.get(span.file) if span else None
        return place_of(source, span, found, before) if span and source else span

    def _runs(self, typed: str, language: str, depth: int = 0) -> tuple[Run, ...]:
        key = (typed, language)
        if key not in self._read:
            try:
                runs = parse(_PARAGRAPHS.sub("\n", typed.strip()))
            except MarkupError:  # told where texts are proofread
                runs = ()
            self._read[key] = tuple(run._replace(text=self._filled(run.text, language, depth)) for run in runs)
        return self._read[key]

    def _filled(self, text: str, language: str, depth: int) -> str:
        if "{" not in text:
            return text
        said = ""
        for literal, name in name_by_name(text):
            said += literal
            said += self._value(name, said, language, depth) if name else ""
        return said

    def _value(self, name: str, before: str, language: str, depth: int) -> str:
        content = self.content
        if name in content.durations and language in LANGUAGES:
            figure = content.durations[name]
            return quantity_after(before, LANGUAGES[language])(figure.value, figure.to, figure.unit)
        if name in content.facts and not depth:
            fact = content.facts[name]
            runs = self._runs(fact.words[language], language, depth + 1)
            return "".join(run.text for run in runs)
        return "" if name == TITLE else STAND_IN


_NOTHING = Text.model_construct()
_ADDRESSES = re.compile(r"https?://[^\s)]+|\S+@[^\s)]+|(?:[\w-]+\.)+(?:ca|com|org|example)[^\s)]*|&#?\w+;")


def _pieces(part: object, around: Piece) -> Iterator[Piece]:
    """Yield every text in a part of the content that is printed."""
    match part:
        case Text():
            yield replace(around, text=part)
        case BaseModel():
            around = _inside(part, around)
            for name in type(part).model_fields:
                value = getattr(part, name)
                if name not in NOT_PRINTED and isinstance(value, (BaseModel, tuple, Mapping)):
                    yield from _pieces(value, _under(name, around))
        case tuple() | Mapping():
            for item in part.values() if isinstance(part, Mapping) else part:
                yield from _pieces(item, around)


def _inside(part: BaseModel, around: Piece) -> Piece:
    if isinstance(part, Section):
        return replace(around, section=part)
    return replace(around, block=part) if hasattr(part, "block") and isinstance(part, Located) else around


def _under(name: str, around: Piece) -> Piece:
    return replace(around, field=name, is_short=around.is_short or name == "short")
