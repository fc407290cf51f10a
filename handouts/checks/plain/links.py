"""Links that say where they lead, and lead to the same site in every language."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.lists.lexicon import lexicon, tokens
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.strays import is_foreign
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem
from handouts.languages import LANGUAGES, name_of
from handouts.model import Content, Text
from handouts.model import blocks as model

_ADDRESS: Final = re.compile(
    r"(?<![\w@./])(?:https?://|www\.)[\w-]+(?:\.[\w-]+)+(?:/[\w./?=&%#-]*\w)?|(?<![\w@./])[\w-]+(?:\.[\w-]+)*\.(?:ca|com|org|net|example|info|quebec)\b(?:/[\w./?=&%#-]*\w)?"
)
_DIGITS: Final = 10  # of a telephone number with its area code
_TWO_PARTS: Final = re.compile(r"\b(?:gc|gouv|qc|gov|co|com|on|nb)\.\w+\Z")
"""Ends of addresses under which each name is a site of its own: `gouv.qc.ca`."""


def links(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    """Find links whose words do not say where they lead, and addresses typed into a sentence."""
    for run in manuscript.runs(piece, language):
        said = run.text.strip(" .:!?»«")
        if dialled := _other_number(said, run.href or ""):
            message = f"the link “{said}” calls {dialled}"
            yield Problem(
                "E461", message, manuscript.at(piece, language, said), "give the words and the link one number"
            )
        if run.href and any(hit.found == said for hit in lexicon(language, "empty_links").find(said)):
            message = f"the link “{said}” does not say where it leads"
            hint = "name the page between the square brackets: a screen reader lists links alone, and paper shows no address"
            yield Problem("W416", message, manuscript.at(piece, language, said), hint)
        elif found := _ADDRESS.search(run.text) if piece.field not in {"alt", "sources"} else None:
            message = f"“{found[0]}” is an address in the middle of a text: nobody can click it, and a screen reader spells it"
            hint = "name the page and let it lead there: [our page](https://…); on paper a `qr` block leads there"
            yield Problem("W416", message, manuscript.at(piece, language, found[0]), hint)


def _other_number(said: str, href: str) -> str:
    """Return the number that a link calls, where its words give another; nothing where they give none."""
    dialled = re.sub(r"\D", "", href) if href.startswith("tel:") else ""
    shown = re.sub(r"\D", "", said)
    is_shown = dialled[-_DIGITS:] in shown if len(dialled) >= _DIGITS else dialled in re.findall(r"\d+", said)
    return "" if is_shown or not (dialled and shown) else dialled


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
        message = f"the page in {name_of(first)} is on {here}, the one in {name_of(other)} on {there}"
        hint = "lead both languages to the same site; if it has two, write above this line   # allow W209: why"
        yield Problem("W209", message, link.span(other), hint)


def _other_language(link: Text) -> Iterator[Problem]:
    for language, address in link.words.items():
        named = list(_languages_named(address))
        if named and language not in named:
            spoken = named[0]
            message = f"this leads to a page in {name_of(spoken)}, but stands under `{language}:`"
            yield Problem("W209", message, link.span(language), f"lead to the page in {name_of(language)}")


def _same_page(link: Text, first: str, other: str, draft: str) -> Iterator[Problem]:
    """Find one address for both languages whose words are of one of them: `/semaine`; not the page of a draft."""
    address = link.words.get(first, "")
    if address != link.words.get(other) or (draft and address.endswith(f"/{draft}")):
        return
    path = address.partition("}/")[2] if address.startswith("{") else ""  # what others call their pages is theirs
    for language, spoken in ((first, other), (other, first)):
        if any(is_foreign(token.word, language, spoken) for token in tokens(path.replace("-", " "))):
            message = f"this leads to a page in {name_of(spoken)}, but stands under `{language}:`"
            yield Problem("W209", message, link.span(language), f"lead to the page in {name_of(language)}")


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
