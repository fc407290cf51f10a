"""What handouts are called: whoever copies one and keeps its title makes two that nobody can tell apart."""

from collections.abc import Iterator

from handouts.checks.lexicon import tokens
from handouts.errors import Problem
from handouts.languages import name_of
from handouts.model import Content


def check_titles(content: Content) -> Iterator[Problem]:
    """Find handouts that have the title of another, in any language."""
    known: dict[tuple[str, tuple[str, ...]], str] = {}
    for ident, handout in content.handouts.items():
        titles = {
            code: (code, tuple(token.word for token in tokens(said))) for code, said in handout.title.words.items()
        }
        again = next((code for code, title in titles.items() if title in known), None)
        copied = again and handout.code == content.handouts[known[titles[again]]].code  # which is told by its code
        if again and not copied:
            message = f"this is the {name_of(again)} title of handout {known[titles[again]]} already"
            hint = "give each handout a title of its own: patients and staff know it by that"
            yield Problem("W465", message, handout.title.span(again), hint)
        known |= {title: ident for title in titles.values() if title not in known}
