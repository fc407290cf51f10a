"""Links of every language lead to the same: the same number, the same site, the page in its own language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import filterfalse
from typing import Final

from handouts.checks.lists.lexicon import tokens
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.strays import is_foreign
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem, Span
from handouts.languages import LANGUAGES, name_of
from handouts.model import Content, Text
from handouts.model import blocks as model
from handouts.wording.inline import MarkupError, parse

_TWO_PARTS: Final = re.compile(r"\b(?:gc|gouv|qc|gov|co|com|on|nb)\.\w+\Z")
"""Ends of addresses under which each name is a site of its own: `gouv.qc.ca`."""


def targets(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find links within a text that only one language has, or that lead elsewhere in the other."""
    leads = {language: _targets(manuscript.typed(piece, language)) for language in (first, other)}
    calls = {language: set(filterfalse(_is_a_page, found)) for language, found in leads.items()}
    if len(leads[first]) != len(leads[other]):
        more, fewer = (first, other) if len(leads[first]) > len(leads[other]) else (other, first)
        message = f"{name_of(more)} has a link that {name_of(fewer)} lacks"
        yield Problem("E202", message, manuscript.at(piece, fewer), f"give {name_of(fewer)} the same link")
    elif calls[first] != calls[other]:
        here, there = (sorted(calls[one] - calls[two]) for one, two in ((other, first), (first, other)))
        one, another = (", ".join(found) or "a page" for found in (there, here))
        message = f"the {name_of(first)} link leads to {one}, the {name_of(other)} one to {another}"
        at = manuscript.at(piece, other, *here[:1])
        yield Problem("E202", message, at, "lead both to the same number or address")
    elif piece.field != "sources":  # of which each language may cite its own
        yield from _pages(manuscript, piece, leads, first, other)


def _pages(
    manuscript: Manuscript, piece: Piece, leads: Mapping[str, Sequence[str]], first: str, other: str
) -> Iterator[Problem]:
    """Find a link to a page of another site than that of the other language, or in the other language."""
    pages = {language: [*filter(_is_a_page, found)] for language, found in leads.items()}
    sites = {language: {_site(page): page for page in found} for language, found in pages.items()}
    here, there = ([*sites[one].keys() - sites[two].keys()] for one, two in ((first, other), (other, first)))
    if here and there:
        at = manuscript.at(piece, other, sites[other][there[0]])
        yield _on_two_sites({first: here[0], other: there[0]}, at)
        return
    for language, page in ((language, page) for language, found in pages.items() for page in found):
        if spoken := _spoken_by_others(page, language):
            yield _of_another(language, spoken, manuscript.at(piece, language, page))


def _is_a_page(target: str) -> bool:
    """Whether a link leads to a page of the web, of which each language may have its own."""
    return target.startswith(("https:", "{clinic.website}/"))


def _targets(typed: str) -> list[str]:
    try:
        return [run.href for run in parse(typed) if run.href]
    except MarkupError:
        return []


def check_sites(content: Content) -> Iterator[Problem]:
    """Find pages of a handout that are on another site in one language, or in the other language."""
    yield from _pages_of_another(content)
    first, *others = content.languages
    for ident, handout in content.handouts.items():
        page = ident if handout.approval.status == "draft" else ""  # as `new` names it, to be written over
        for block in handout.blocks:
            if isinstance(block, (model.Contact, model.QrCode)):
                for other in others:
                    yield from _other_site(block.link, first, other)
                    yield from _same_page(block.link, first, other, page)
                yield from _other_language(block.link)


def _pages_of_another(content: Content) -> Iterator[Problem]:
    """Find a handout whose page is, in one language only, that of another handout."""
    known: dict[tuple[str, str], tuple[str, Text]] = {}
    panels = ((ident, each) for ident, handout in content.handouts.items() for each in handout.blocks)
    for ident, link in ((ident, panel.link) for ident, panel in panels if isinstance(panel, model.Contact)):
        for language, address in link.words.items():
            owner, twin = known.setdefault((language, address), (ident, link))
            if owner != ident and link.words != twin.words:
                here, there = (_shared(address, content.handouts[each].title, language) for each in (ident, owner))
                owner, wrong = (ident, twin) if here > there else (owner, link)
                message = f"this is the page of handout {owner} in {name_of(language)}, and not in the other language"
                yield Problem("W209", message, wrong.span(language), "lead both languages to one page")


def _shared(address: str, title: Text, language: str) -> int:
    """Return how many words of an address a title has: whose page it is, it says most often itself."""
    said = {token.word for token in tokens(title.words.get(language, ""))}
    return len(said.intersection(token.word for token in tokens(re.sub(r"\W|_", " ", address))))


def _other_site(link: Text, first: str, other: str) -> Iterator[Problem]:
    here, there = (_site(link.words.get(language, "")) for language in (first, other))
    if here and there and here != there:
        yield _on_two_sites({first: here, other: there}, link.span(other))


def _other_language(link: Text) -> Iterator[Problem]:
    for language, address in link.words.items():
        if spoken := _spoken_by_others(address, language):
            yield _of_another(language, spoken, link.span(language))


def _same_page(link: Text, first: str, other: str, draft: str) -> Iterator[Problem]:
    """Find one address for both languages whose words are of one of them: `/semaine`; not the page of a draft."""
    address = link.words.get(first, "")
    if address != link.words.get(other) or (draft and address.endswith(f"/{draft}")):
        return
    path = address.partition("}/")[2] if address.startswith("{") else ""  # what others call their pages is theirs
    for language, spoken in ((first, other), (other, first)):
        if any(is_foreign(token.word, language, spoken) for token in tokens(path.replace("-", " "))):
            yield _of_another(language, spoken, link.span(language))


def _on_two_sites(sites: Mapping[str, str], at: Span | None) -> Problem:
    (first, here), (other, there) = sites.items()
    message = f"the page in {name_of(first)} is on {here}, the one in {name_of(other)} on {there}"
    hint = "lead both languages to the same site; if it has two, write above this line   # allow W209: why"
    return Problem("W209", message, at, hint)


def _of_another(language: str, spoken: str, at: Span | None) -> Problem:
    message = f"this leads to a page in {name_of(spoken)}, but stands under `{language}:`"
    return Problem("W209", message, at, f"lead to the page in {name_of(language)}")


def _spoken_by_others(address: str, language: str) -> str:
    """Return the language that an address names, where it names others only; else nothing."""
    named = list(_languages_named(address))
    return named[0] if named and language not in named else ""


def _languages_named(address: str) -> Iterator[str]:
    """Yield the languages that parts of an address name: `/fr-ca/`."""
    parts = address.split("/")[1:]
    for language in LANGUAGES:
        if any(pattern(language, "address_part").fullmatch(part) for part in parts):
            yield language


def _site(address: str) -> str:
    """Return the name that a site is registered under; names in braces as they stand."""
    host = address.removeprefix("https://").partition("/")[0].casefold()
    parts = host.split(".")
    return ".".join(parts[-3:] if _TWO_PARTS.search(host) else parts[-2:])
