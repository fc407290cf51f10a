"""Every text of the content read in every language, for what no clinic changes: all problems at once."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time
from functools import cached_property

from pydantic import BaseModel

from handouts.content.decoding import SourceText
from handouts.errors import ContentError, Problem
from handouts.languages import LANGUAGES
from handouts.model import Clinic, Content, Handout, Text
from handouts.model.clinic import Address, Hours
from handouts.wording.foreign import foreign_signs
from handouts.wording.placeholders import is_known, known_names, locate, names_in, placeholder
from handouts.wording.resolve import Wording

_LINKS = frozenset({"link"})  # fields whose text is an address
_FILE_NAMES = frozenset({"slug"})  # fields whose text never stands on a page


def check_texts(content: Content, sources: Mapping[str, SourceText] | None = None) -> list[Problem]:
    """Read every text of every handout, and every shared fact, in every language.

    Args:
        content: Complete in every language.
        sources: The files, by the name that spans give them, so that problems point at the very characters.

    Returns:
        Markup that cannot be read (E170, E171), links that may not be (E172), names that nothing has (E173),
        facts that name facts (E174); names that stand in one language only (W170), quotation marks without a
        partner (W171), what would print as typed (W172, W173, E176). Each once, in the order of the content.
    """
    return list(dict.fromkeys([*check_facts(content, sources), *check_handouts(content, sources)]))


def check_facts(content: Content, sources: Mapping[str, SourceText] | None = None) -> list[Problem]:
    """Read the shared facts as `check_texts` does."""
    return list(dict.fromkeys(_Proof(content, sources or {}).facts()))


def check_handouts(
    content: Content, sources: Mapping[str, SourceText] | None = None, settled: Container[int] = frozenset()
) -> list[Problem]:
    """Read the handouts as `check_texts` does, but for settled texts, by id, in which nothing is wrong as is known."""
    return list(dict.fromkeys(_Proof(content, sources or {}).handouts(settled)))


def texts_in(part: object, name: str = "") -> Iterator[tuple[str, Text]]:
    """Yield every text in a part of the content, with the name of its field."""
    match part:
        case Text():
            yield name, part
        case BaseModel():
            for field_name in type(part).model_fields:
                yield from texts_in(getattr(part, field_name), field_name)
        case tuple():
            for item in part:
                yield from texts_in(item, name)
        case Mapping():
            for item in part.values():
                yield from texts_in(item, name)


@dataclass(frozen=True)
class _Proof:
    content: Content
    sources: Mapping[str, SourceText] = field(repr=False)

    def facts(self) -> Iterator[Problem]:
        handout = next(iter(self.content.handouts.values()))
        for name, fact in self.content.facts.items():
            for wording in self._wordings(handout):
                yield from self._read(wording, fact, fact_name=name)
            yield from self._parity(fact)

    def handouts(self, settled: Container[int]) -> Iterator[Problem]:
        for handout in self.content.handouts.values():
            wordings = self._wordings(handout)
            for name, text in texts_in(handout):
                if name in _FILE_NAMES or id(text) in settled:
                    continue
                for wording in wordings:
                    yield from self._read(wording, text, is_link=name in _LINKS)
                yield from self._parity(text)

    def _wordings(self, handout: Handout) -> list[Wording]:
        languages = [LANGUAGES[code] for code in self.content.languages if code in LANGUAGES]
        return [Wording(self.content, self._any_clinic, handout, each, self.sources) for each in languages]

    def _read(self, wording: Wording, text: Text, *, is_link: bool = False, fact_name: str = "") -> Iterator[Problem]:
        try:
            if is_link:
                wording.link(text)
                return
            words = wording.plain_fact(fact_name) if fact_name else wording.plain(text)
        except ContentError as error:
            yield from error.problems
            return
        key = wording.language.code
        typed = text.words[key]
        for sign in foreign_signs(typed, known_names(self.content)):
            at = locate(text.span(key), sign.found, typed[: sign.start].count(sign.found), self.sources)
            yield Problem(sign.code, sign.message, at, sign.hint)
        if '"' in words and '"' in typed:
            yield self._lone_quotation_mark(wording, text, typed)

    def _lone_quotation_mark(self, wording: Wording, text: Text, typed: str) -> Problem:
        span = text.span(wording.language.code)
        at = locate(span, '"', typed.count('"') - 1, self.sources)
        return Problem("W171", "this quotation mark has no partner", at, "close the quotation, or take the mark away")

    def _parity(self, text: Text) -> Iterator[Problem]:
        """Find names that one language has and another lacks: that text says less."""
        names = {
            language: [name for name in names_in(words) if is_known(name, self.content)]
            for language, words in text.words.items()
        }
        everywhere = dict.fromkeys(name for found in names.values() for name in found)
        for language, found in names.items():
            for name in everywhere:
                if name not in found:
                    other = next(code for code, has in names.items() if name in has)
                    message = f"{placeholder(name)} stands in `{other}` but not in `{language}`"
                    hint = f"name it in both, so that `{language}` says the same"
                    yield Problem("W170", message, text.span(language), hint)

    @cached_property
    def _any_clinic(self) -> Clinic:
        """A clinic that has all a clinic can have, to stand for any."""
        words = Text.model_validate(dict.fromkeys(self.content.languages, "Clinic"))
        return Clinic(
            brand="any",
            name=words,
            address=Address(number="1", street="rue", city="Québec", postal_code="G1A 0A1"),
            phone="418 555-0100",
            after_hours=words,
            hours=(Hours(first="monday", opens=time(9), closes=time(17)),),
            website="https://clinic.example",
            booking="https://clinic.example/booking",
            services=("any",),
        )
