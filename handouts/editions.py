"""Editions: a layout with its languages; what their files are called, and their print codes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from handouts.languages import LANGUAGES, Language
from handouts.layout import Layout
from handouts.model import Content, Handout

_HASH_DIGITS = 4


@dataclass(frozen=True)
class Edition:
    """A layout with the languages that one file of it holds, French first."""

    layout: Layout
    languages: tuple[Language, ...]

    @cached_property
    def id(self) -> str:
        """A name for reports: `two_sided`, `single-fr`."""
        return self.layout.id if self.layout.bilingual else f"{self.layout.id}-{self.languages[0].code}"

    @cached_property
    def file_ending(self) -> str:
        """What the names of its files end with: what the layout is called in its language, then languages."""
        codes = "-".join(each.code for each in self.languages)
        word = self.layout.file_words.get(self.languages[0].code, self.layout.id.replace("_", "-"))
        return f"-{word}-{codes}.pdf"


def editions_of(layout: Layout, content: Content) -> Iterator[Edition]:
    """Yield the editions of a layout: one for all languages of the content, or one for each."""
    languages = tuple(LANGUAGES[code] for code in content.languages)
    if layout.bilingual:
        yield Edition(layout, languages)
    else:
        yield from (Edition(layout, (language,)) for language in languages)


def file_name(handout: Handout, edition: Edition) -> str:
    """Return the name of a file: the slug in the edition's language, and what tells its editions apart."""
    return handout.slug[edition.languages[0].code] + edition.file_ending


def print_code(handout: Handout, layout: Layout, languages: Sequence[Language], fingerprint: str) -> str:
    """Return what tells a printed sheet's text: handout, version, languages, layout, start of the content's hash."""
    suffix = "+".join(language.suffix for language in languages)
    parts = (handout.code, handout.version, suffix, layout.code, fingerprint[:_HASH_DIGITS].upper())
    return "-".join(part for part in parts if part)
