"""Characters that a brand's fonts cannot print, found before anything is laid out.

ReportLab would print a box, or nothing, without a word.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handouts.content.decoding import SourceText
from handouts.content.ownership import GROUPS
from handouts.errors import AssetError, Problem, Span
from handouts.languages import LANGUAGES
from handouts.model import Content, Located, Text

if TYPE_CHECKING:
    from handouts.typography.fonts import Family

_UNPRINTED = {"source", "approved_by", "url", "file", "logo", "link", "website", "booking", "slug", "code"}
"""Fields that no sheet prints, or whose characters are checked otherwise."""


_SET = frozenset("\u00a0’‘“”«»…–")
"""Characters that typesetting puts in."""

_KINDS = {
    "Cf": "an invisible mark",
    "Cn": "a character that no standard knows",
    "Co": "a character that only one font has",
    "Mn": "an accent that was typed apart from its letter",
    "Mc": "an accent that was typed apart from its letter",
    "Me": "a frame that was typed apart from its letter",
}
"""Kinds of characters that no text needs, by their category in Unicode."""

_LOST = "\ufffd"
"""What programs write in place of a letter that they cannot read."""

_AFTER_PICTURE = re.compile("[\ufe0e\ufe0f\u200d]")
"""What belongs to the picture before it, which no font has either (E302)."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """A text that a sheet prints."""

    typed: str
    language: str
    at: Span | None

    @property
    def set(self) -> str:
        """The text as it prints."""
        return LANGUAGES[self.language].typeset(self.typed) if self.language in LANGUAGES else self.typed


def check_glyphs(content: Content, root: Path, sources: Mapping[str, SourceText]) -> Iterator[Problem]:
    """Yield a problem for each character that the fonts of a brand whose clinics print it do not have.

    Fonts that cannot be used at all are told once, at the brand that names them.
    """
    brands: dict[Family, list[str]] = {}
    for brand_id, brand in content.brands.items():
        try:
            brands.setdefault(_family(brand_id, content, root), []).append(brand_id)
        except AssetError as error:
            yield from (replace(each, at=each.at or brand.at.of("fonts")) for each in error.problems)
    if _can_print_all(brands, sources):
        return
    known: dict[int, list[_Printed]] = {}
    for family, names in brands.items():
        printed = [each for part in _told_by(names, content) for each in _texts_of(part, known)]
        missing = set(family.missing("".join(_characters(printed) | _SET)))
        missing = {character for character in missing if not _kind(character)}
        if missing:
            yield from _located(", ".join(names), printed, missing, sources)
    parts = (part for group in GROUPS for part in getattr(content, group).values())
    yield from _invisible([each for part in parts for each in _texts_of(part, known)], sources)


def can_print_all(content: Content, root: Path, sources: Mapping[str, SourceText]) -> bool:
    """Whether the fonts of every brand can be used, and have all that stands in the files, comments included."""
    try:
        return _can_print_all({_family(brand_id, content, root) for brand_id in content.brands}, sources)
    except AssetError:
        return False


def _can_print_all(families: Iterable["Family"], sources: Mapping[str, SourceText]) -> bool:
    """Whether fonts have all that stands in files, comments included: then no text needs to be looked at."""
    if not sources or any("\\" in source.text for source in sources.values()):  # `\u2028` is more than is seen
        return False
    typed = set("".join(source.text for source in sources.values())) - set("\t\n\r")
    return not any(map(_kind, typed)) and not any(family.missing("".join(typed | _SET)) for family in families)


def _characters(printed: Iterable[_Printed]) -> set[str]:
    return set("".join(each.typed for each in printed))


def _texts_of(part: object, known: dict[int, list[_Printed]]) -> list[_Printed]:
    """Return every text in a part of the content, which is asked for more than once."""
    if id(part) not in known:
        known[id(part)] = list(_printed(part))
    return known[id(part)]


def _told_by(brands: Sequence[str], content: Content) -> list[Any]:
    """Return the parts of the content that clinics of some brands print."""
    clinics = [clinic for clinic in content.clinics.values() if clinic.brand in brands]
    services = {service for clinic in clinics for service in clinic.services}
    handouts = [handout for handout in content.handouts.values() if handout.service in services]
    return [*(content.brands[name] for name in brands), *content.facts.values(), *clinics, *handouts]


def _family(brand_id: str, content: Content, root: Path) -> "Family":
    from handouts.pictures.assets import asset_path  # noqa: PLC0415 (only a brand's own fonts need it)
    from handouts.typography.fonts import WEIGHTS, brand_family, brand_font, bundled_family  # noqa: PLC0415 (they take long to load)

    files = content.brands[brand_id].fonts
    if files is None:
        return bundled_family()
    paths, amiss = {}, dict[str, Problem]()  # by what is said: one file may serve for several weights
    for weight in WEIGHTS:
        try:
            paths[weight] = asset_path(root, getattr(files, weight))
            brand_font(paths[weight])
        except AssetError as error:
            for each in error.problems:
                amiss.setdefault(each.message, replace(each, at=files.at.of(weight)))
    if amiss:
        raise AssetError(*amiss.values())
    return brand_family(brand_id, paths)


def _printed(part: object) -> Iterator[_Printed]:
    """Yield every text in a part of the content."""
    if isinstance(part, Text):
        for code, words in part.words.items():
            yield _Printed(words, code, part.span(code))
    elif isinstance(part, Located):
        for name in type(part).model_fields:
            value = getattr(part, name)
            if isinstance(value, str) and name not in _UNPRINTED:
                yield _Printed(value, "", part.at.of(name))
            elif isinstance(value, Located | dict | tuple) and name not in _UNPRINTED:
                yield from _printed(value)
    elif isinstance(part, dict):
        yield from (each for value in part.values() for each in _printed(value))
    elif isinstance(part, tuple):
        yield from (each for value in part for each in _printed(value))


def _invisible(texts: Sequence[_Printed], sources: Mapping[str, SourceText]) -> Iterator[Problem]:
    """Find characters that print as nothing, or beside the letter that they belong to, whatever the font."""
    kinds = {character: kind for character in _characters(texts) if (kind := _kind(character))}
    for each in texts if kinds else ():
        for character in dict.fromkeys(c for c in _AFTER_PICTURE.sub("", each.typed) if c in kinds):
            name = unicodedata.name(character, "a character without a name").lower()
            message = f"there is {kinds[character]} here (U+{ord(character):04X}, {name})"
            hint = "delete it and type the word again; it often comes with text copied from a PDF or a web page"
            yield Problem("E303", message, _at(each, character, sources), hint)


def _kind(character: str) -> str:
    if character == _LOST:
        return "the mark of a lost letter"
    return "" if character.isascii() else _KINDS.get(unicodedata.category(character), "")


def _located(
    brands: str, printed: list[_Printed], missing: set[str], sources: Mapping[str, SourceText]
) -> Iterator[Problem]:
    for each in printed:
        for character in dict.fromkeys(c for c in each.set if c in missing):
            name = unicodedata.name(character, "a character without a name").lower()
            message = f"the fonts of {brands} cannot print “{character}” (U+{ord(character):04X}, {name})"
            hint = "write it in words, or take it out; icons are drawn by the program"
            yield Problem("E302", message, _at(each, character, sources), hint)


def _at(printed: _Printed, character: str, sources: Mapping[str, SourceText]) -> Span | None:
    """Return where a character stands in its file; the start of its text where it isn't typed as it prints."""
    span = printed.at
    source = sources.get(span.file) if span else None
    if span is None or source is None:
        return span
    found = source.text.find(character, span.start, max(span.end, span.start + 1))
    return source.span(found, found + 1) if found >= 0 else span
