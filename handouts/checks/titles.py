"""What handouts and clinics are called: whoever copies one and keeps its title makes two that nobody can tell apart."""

from collections.abc import Iterator

from handouts.accents import without_accents
from handouts.checks.lists.lexicon import tokens
from handouts.errors import Problem
from handouts.languages import name_of
from handouts.model import Clinic, Content, Handout, Text
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
        yield from _one_file_name(handout)


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
        yield from _two_names(clinic) if not again else ()


def _two_names(clinic: Clinic) -> Iterator[Problem]:
    """Find a name that has lost its accents in one language, or whose town another language lacks."""
    spelled = {language: [token.word for token in tokens(said)] for language, said in _written(clinic.name)}
    bare = {language: [without_accents(word) for word in words] for language, words in spelled.items()}
    town = [without_accents(token.word) for token in tokens(clinic.address.city)]
    first, *others = spelled or ("",)
    for language in others:
        if bare[language] == bare[first] and spelled[language] != spelled[first]:
            poorer = min((first, language), key=lambda each: sum(not c.isascii() for c in clinic.name.words[each]))
            message = f"“{clinic.name.words[poorer]}” has lost its accent"
            hint = "write the name alike in every language: names of people and places keep their accents"
            yield Problem("W250", message, clinic.name.span(poorer), hint)
        for here, there in ((first, language), (language, first)):
            if town and set(town) <= set(bare[here]) and not set(town) & set(bare[there]):
                message = f"{name_of(here)} names “{clinic.address.city}” here, and nothing in {name_of(there)} does"
                yield Problem("W206", message, clinic.name.span(there), "give the clinic one name in every language")


def _one_file_name(handout: Handout) -> Iterator[Problem]:
    """Find one file name for languages in which the handout has two titles."""
    said, titles = dict(_written(handout.slug)), dict(_written(handout.title))
    first, *others = [language for language in said if language in titles] or [""]
    for language in others:
        words = [{without_accents(token.word) for token in tokens(titles[each])} for each in (first, language)]
        both = words[0] & words[1]  # `migraine`
        if (
            said[language] == said[first]
            and titles[language] != titles[first]
            and not both >= {*said[first].split("-")}
        ):
            message = f"“{said[language]}” stands in {name_of(first)} and in {name_of(language)} alike"
            yield Problem("W205", message, handout.slug.span(language), "name the file after the title in its language")


def _written(text: Text) -> Iterator[tuple[str, str]]:
    yield from ((language, said) for language, said in text.words.items() if not is_to_come(said))


def _titles(title: Text) -> Iterator[_Title]:
    """Yield the title in each language in which it is written; two that are still to be written are alike."""
    for language, said in title.words.items():
        if not is_to_come(said):
            yield language, tuple(token.word for token in tokens(said))
