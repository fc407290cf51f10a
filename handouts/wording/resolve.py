"""The wording of one handout for one clinic in one language: names filled in, typeset, markup read.

Markup is read before names are filled in, so that what a clinic gives can never become markup. Shared facts
are content: theirs is read.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache
from string import Formatter

from handouts.content.decoding import SourceText
from handouts.errors import ContentError, Problem, Span
from handouts.languages import Language
from handouts.model import Clinic, Content, Handout, Text
from handouts.wording.clinic_facts import clinic_facts, hours_line, telephone_target
from handouts.wording.inline import MarkupError, Run, check_target, parse, plain, typeset_runs
from handouts.wording.placeholders import CLINIC, TITLE, is_known, locate, names_in, pieces, placeholder, unknown_name

_NEW_PARAGRAPH = re.compile(r"[ \t]*\n[ \t\n]*")  # `>-` leaves one line break of a blank line
_SENTENCE_START = re.compile(r"(?:^|[!?]\s|[^\W\d_]{3}\.\s)[\s«“\"(]*\Z")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s+\Z")


@dataclass(frozen=True, eq=False)
class Wording:
    """What a handout says, for one clinic, in one language.

    Attributes:
        sources: The files of the content, by name, so that problems point at the very characters.
    """

    content: Content
    clinic: Clinic
    handout: Handout
    language: Language
    sources: Mapping[str, SourceText] = field(default_factory=dict, repr=False)

    def runs(self, text: Text, *, label: bool = False) -> tuple[Run, ...]:
        """Return a text ready to print, as one paragraph.

        Args:
            text: Of the content.
            label: Whether it stands alone, in a cell or label, so that a range needs no preposition.

        Raises:
            ContentError: markup that cannot be read, a name that nothing has, a link that may not be.
        """
        return self._set(self._filled_text(text, self._typed(text), label=label))

    def paragraphs(self, text: Text) -> tuple[tuple[Run, ...], ...]:
        """Return a text ready to print; blank lines in it part its paragraphs. Raises as `runs` does."""
        parts: list[list[Run]] = [[]]
        for run in self._filled_text(text, self._typed(text)):
            first, *others = _NEW_PARAGRAPH.split(run.text)
            parts[-1].append(run._replace(text=first))
            parts.extend([run._replace(text=other)] for other in others)
        return tuple(self._set(part) for part in parts)

    def plain(self, text: Text, *, label: bool = False) -> str:
        """Return the words of a text ready to print, without markup. Raises as `runs` does."""
        return plain(self.runs(text, label=label))

    def plain_fact(self, name: str) -> str:
        """Return the words of a shared fact, ready to print.

        Raises:
            ContentError: as `runs`, and when the fact names another (E174).
        """
        fact = self.content.facts[name]
        return plain(self._set(self._filled_text(fact, self._typed(fact), inside=name)))

    def link(self, text: Text) -> str:
        """Return the address that a text holds, such as `{clinic.website}/page`.

        Raises:
            ContentError: an address that no link may lead to, or a name that nothing has.
        """
        typed = self._typed(text)
        self._check_names(text, typed)
        try:
            return check_target(self._target(typed))
        except MarkupError as error:
            raise ContentError(self._problem(text, typed, error)) from error

    def label(self, template: str, **values: object) -> str:
        """Return a label of the language ready to print, filled in."""
        return _typeset_words(template.format(**values), self.language.typeset)

    def label_runs(self, template: str, **parts: Sequence[Run]) -> tuple[Run, ...]:
        """Return a label filled in with runs, ready to print: `{thing} : {reason}`, the thing in bold."""
        filled: list[Run] = []
        for literal, name, _, _ in Formatter().parse(template):
            filled.append(Run(literal))
            filled.extend(parts[name] if name is not None else ())
        return self._set(filled)

    def clinic_fact(self, fact: str) -> str:
        """Return what the clinic gives, ready to print: a name of `handouts.wording.placeholders.CLINIC_FACTS`.

        Raises:
            ContentError: the clinic does not have it.
        """
        value = self._clinic_facts[fact]
        if value is None:
            ident = next(ident for ident, each in self.content.handouts.items() if each is self.handout)
            hint = f"give the clinic a `{fact}:`, or take {placeholder(CLINIC + fact)} out of handout {ident}"
            message = f"the clinic {self._words(self.clinic.name)} has no `{fact}`, which handout {ident} prints"
            raise ContentError(Problem("E175", message, self.clinic.at.whole, hint))
        return _typeset_words(value, self.language.typeset)

    @cached_property
    def hours(self) -> tuple[str, ...]:
        """The opening hours of the clinic, a line for each stretch of days."""
        return tuple(
            _typeset_words(hours_line(hours, self.language), self.language.typeset) for hours in self.clinic.hours
        )

    def _words(self, text: Text) -> str:
        return text.words[self.language.code]

    def _typed(self, text: Text) -> str:
        return self._words(text).replace("\r\n", "\n").strip()

    def _set(self, runs: Sequence[Run]) -> tuple[Run, ...]:
        return _typeset(tuple(runs), self.language.typeset)

    def _filled_text(
        self, text: Text, typed: str, before: str = "", *, label: bool = False, inside: str = ""
    ) -> list[Run]:
        """Read the markup of a text and fill in its names.

        `before` is what stands before it in the sentence, `inside` the name of the fact or title that it is.
        """
        self._check_names(text, typed, inside)
        try:
            return list(self._filled(parse(typed), before, label=label))
        except MarkupError as error:
            raise ContentError(self._problem(text, typed, error)) from error

    def _filled(self, runs: Sequence[Run], before: str, *, label: bool) -> Iterator[Run]:
        for run in runs:
            href = None if run.href is None else check_target(self._target(run.href))
            for literal, name in pieces(run.text):
                before += literal
                yield Run(literal, run.bold, href)
                for value in self._value(name, before, label=label) if name else ():
                    if href and value.href:
                        raise _link_in_link(name)
                    before += value.text
                    yield Run(value.text, run.bold or value.bold, href or value.href)

    def _value(self, name: str, before: str, *, label: bool) -> Sequence[Run]:
        """Return what a known name stands for, after the text `before` it."""
        if name in self.content.facts:
            fact = self.content.facts[name]
            return self._filled_text(fact, self._typed(fact), before, label=label, inside=name)
        if name == TITLE:
            title = self.handout.title
            return [Run(plain(self._filled_text(title, self._typed(title), inside=TITLE)))]
        value = self._duration(name, before, label=label) if name in self.content.durations else self._given(name)
        starts = _SENTENCE_START.search(before) and (name in self.content.durations or name == "clinic.hours")
        return [Run(value[:1].upper() + value[1:] if starts else value)]

    def _duration(self, name: str, before: str, *, label: bool) -> str:
        duration = self.content.durations[name]
        figure = self.clinic.overrides.get(name, duration)
        write = self.language.quantity if label else quantity_after(before, self.language)
        return write(figure.value, figure.to, duration.unit)

    def _given(self, name: str) -> str:
        return self.clinic_fact(name.removeprefix(CLINIC))

    @cached_property
    def _clinic_facts(self) -> dict[str, str | None]:
        return clinic_facts(self.clinic, self.language)

    def _target(self, typed: str) -> str:
        """Fill in the names of a link target, each as a target has it."""
        return "".join(literal + (self._in_target(name) if name else "") for literal, name in pieces(typed))

    def _in_target(self, name: str) -> str:
        match name:
            case "clinic.website":
                return self.clinic.website
            case "clinic.booking" if self.clinic.booking:
                return self.clinic.booking
            case "clinic.phone":
                return telephone_target(self.clinic.phone)
            case _ if name in self.content.facts:
                return self._typed(self.content.facts[name])
            case _:
                return plain(self._value(name, "", label=True))

    def _check_names(self, text: Text, typed: str, inside: str = "") -> None:
        names = names_in(typed)
        found = (self._unfit(text, names, index, inside) for index in range(len(names)))
        problems = [problem for problem in found if problem]
        if problems:
            raise ContentError(*problems)

    def _unfit(self, text: Text, names: Sequence[str], index: int, inside: str) -> Problem | None:
        """Return what is wrong with one of the names in a text."""
        name, content = names[index], self.content
        if not is_known(name, content):
            others = [each for words in text.words.values() for each in names_in(words)]
            beside = [each for each in others if each not in names and is_known(each, content)]
            return unknown_name(name, content, self._at_name(text, names, index), beside)
        if inside and (name == TITLE or (name in content.facts and inside != TITLE)):
            named = f"durations and what a clinic gives, not {placeholder(name)}"
            message = f"{placeholder(inside)} may name {named}"
            return Problem("E174", message, self._at_name(text, names, index), "write out its words here")
        return None

    def _at_name(self, text: Text, names: Sequence[str], index: int) -> Span | None:
        return self._at(text, placeholder(names[index]), names[:index].count(names[index]))

    def _at(self, text: Text, fragment: str, occurrence: int) -> Span | None:
        span = text.span(self.language.code)
        return locate(span, fragment, occurrence, self.sources)

    def _problem(self, text: Text, typed: str, error: MarkupError) -> Problem:
        occurrence = typed.count(error.fragment, 0, error.offset) if error.fragment else 0
        return Problem(error.code, error.message, self._at(text, error.fragment, occurrence), error.hint)


def quantity_after(before: str, language: Language) -> Callable[[Decimal, Decimal | None, str], str]:
    """Return how running text writes a quantity after the words `before` it."""
    word = _LAST_WORD.search(before)
    bare = word is not None and word[1].casefold() in language.bare_after
    return language.quantity if bare else language.quantity_in_text


@lru_cache(maxsize=50_000)
def _typeset(runs: tuple[Run, ...], typeset: Callable[[str], str]) -> tuple[Run, ...]:
    """Typeset runs once for all the clinics and editions that print them."""
    return typeset_runs([run._replace(text=run.text.replace("\n", " ")) for run in runs], typeset)


@lru_cache(maxsize=50_000)
def _typeset_words(words: str, typeset: Callable[[str], str]) -> str:
    return typeset(words)


def _link_in_link(name: str) -> MarkupError:
    hint = f"take the link around {placeholder(name)} away, or the one that the fact holds"
    return MarkupError("E171", "a link inside a link", hint, fragment=placeholder(name))
