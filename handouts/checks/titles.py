"""What handouts and clinics are called: whoever copies one and keeps its title makes two that nobody can tell apart."""

from collections.abc import Iterator

from handouts.checks.lists.lexicon import tokens
from handouts.errors import Problem
from handouts.languages import name_of
from handouts.model import Content, Text
from handouts.wording.unwritten import is_to_come

_Title = tuple[str, tuple[str, ...]]
"""A language, and the words of a title in it."""


def check_titles(content: Content) -> Iterator[Problem]:
    """Find handouts that have the title of another, and clinics that have its name, in any language."""
    yield from _clinics(content)
    known: dict[_Title, str] = {}
    for ident, handout in content.handouts.items():
        titles = list(_titles(handout.title))
        again = next((title for title in titles if title in known), None)
        if again and handout.code != content.handouts[known[again]].code:  # else the copy is told by its code
            message = f"this is the {name_of(again[0])} title of handout {known[again]} already"
            hint = "give each handout a title of its own: patients and staff know it by that"
            yield Problem("W465", message, handout.title.span(again[0]), hint)
        known |= {title: ident for title in titles if title not in known}


def _clinics(content: Content) -> Iterator[Problem]:
    known: dict[_Title, str] = {}
    for ident, clinic in content.clinics.items():
        names = list(_titles(clinic.name))
        again = next((name for name in names if name in known), None)
        if again:
            message = f"this is the {name_of(again[0])} name of clinic {known[again]} already"
            hint = "give each clinic a name of its own: patients know by it where to go"
            yield Problem("W465", message, clinic.name.span(again[0]), hint)
        known |= {name: ident for name in names if name not in known}


def _titles(title: Text) -> Iterator[_Title]:
    """Yield the title in each language in which it is written; two that are still to be written are alike."""
    for language, said in title.words.items():
        if not is_to_come(said):
            yield language, tuple(token.word for token in tokens(said))
