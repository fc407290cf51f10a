"""A handout as a list of all that it says: each text and each setting, with its place, in the order of the sheet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from handouts.content.source_tree import Loc
from handouts.content.whereabouts import ways
from handouts.errors import ContentError, Span
from handouts.languages import LANGUAGES
from handouts.model import Clinic, Content, Handout, Located, Section, Text
from handouts.signing import named_in
from handouts.wording.inline import Run
from handouts.wording.resolve import Wording

ANY = ""
"""The key of what is the same in every language: a day, an icon, an address."""

FIGURES = "durations"
"""What the shared figures of a handout are listed under."""

_SILENT = frozenset({"block", "id", "at", "approval", "sections"})
_ADDRESSES = frozenset({"slug", "link"})


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that a handout says.

    Attributes:
        section: The id of its section; empty for what stands in none.
        where: The way to it inside that section, such as `block 1 (steps), step 3`.
        kind: What kind of thing it is, whichever its number.
        words: By language, names filled in; or under `ANY`.
        spans: Where it stands in the content of today.
    """

    section: str
    where: str
    kind: tuple[str, ...]
    words: Mapping[str, str]
    spans: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """A handout with what its words are filled in from."""

    content: Content
    ident: str
    clinic: Clinic

    @property
    def handout(self) -> Handout:
        """The handout."""
        return self.content.handouts[self.ident]

    def units(self) -> Iterator[Unit]:
        """Yield all that it says: what it says of itself, its sections, then the figures that it names."""
        yield from self._units("", self.handout, ())
        for section in self.handout.sections:
            yield from self._section(section)
        named = named_in(self.content, self.handout)
        for name in self.content.durations:
            if name in named:
                yield from self._figure(name)

    def heading(self, section: str) -> Mapping[str, str]:
        """Return the heading of a section by language; its id where it has none."""
        found = next((each for each in self.handout.sections if each.id == section), None)
        if found is None or found.heading is None:
            return dict.fromkeys(self.content.languages, section)
        return self._said(found.heading)

    def _section(self, section: Section) -> Iterator[Unit]:
        yield from self._units(section.id, section, ())

    def _figure(self, name: str) -> Iterator[Unit]:
        figure = self.content.durations[name]
        own = self.clinic.overrides.get(name, figure)
        words = {
            code: LANGUAGES[code].quantity(own.value, own.to, figure.unit) for code in self.content.languages
        }  # fmt: skip
        at = figure.at.of("value")
        yield Unit(FIGURES, name, (name,), words, dict.fromkeys(words, at) if at else {})

    def _units(self, section: str, part: object, loc: Loc) -> Iterator[Unit]:
        if isinstance(part, Text):
            code = {code: span for code in part.words if (span := part.span(code))}
            yield self._unit(section, loc, self._typed(part) if loc[-1] in _ADDRESSES else self._said(part), code)
        elif isinstance(part, Located):
            kind = " ".join(getattr(part, name) for name in ("block", "level") if hasattr(part, name))
            inner = (*loc, kind) if kind else loc
            for name in type(part).model_fields:
                if name not in _SILENT:
                    yield from self._units(section, getattr(part, name), (*inner, name))
                    yield from self._setting(section, part, name, (*inner, name))
        elif isinstance(part, tuple):
            for number, item in enumerate(part):
                yield from self._units(section, item, (*loc, number))

    def _setting(self, section: str, part: Located, name: str, loc: Loc) -> Iterator[Unit]:
        """Yield what is no text and no group: a day, an icon, the editions that print a block."""
        value, at = getattr(part, name), part.at.of(name)
        if isinstance(value, tuple) and value and all(isinstance(item, str) for item in value):
            value = ", ".join(value)
        if isinstance(value, str | int | Decimal | date) and not isinstance(value, bool):
            yield self._unit(section, loc, {ANY: str(value)}, {ANY: at} if at else {})

    def _unit(self, section: str, loc: Loc, words: Mapping[str, str], spans: Mapping[str, Span]) -> Unit:
        where = ", ".join(way for way in ways(loc) if way != "`text`")
        return Unit(section, where, tuple(str(p) for p in loc if not isinstance(p, int)), words, spans)

    def _said(self, text: Text) -> dict[str, str]:
        """Return a text as patients read it; as typed where that cannot be."""
        typed = self._typed(text)
        spoken = [code for code in typed if code in self.clinic.name.words]
        try:
            return typed | {code: _written(self._wording(code).runs(text)) for code in spoken}
        except ContentError:
            return typed

    def _typed(self, text: Text) -> dict[str, str]:
        return {code: " ".join(words.split()) for code, words in text.words.items()}

    def _wording(self, code: str) -> Wording:
        return Wording(self.content, self.clinic, self.handout, LANGUAGES[code])


def _written(runs: tuple[Run, ...]) -> str:
    """Return words with what is bold and what is a link, which a change can be of too."""
    return "".join(_marked(run) for run in runs)


def _marked(run: Run) -> str:
    words = f"**{run.text}**" if run.bold and run.text.strip() else run.text
    return f"[{words}]({run.href})" if run.href else words
