"""What need not be told beside something else: one mistake is told once, by the message that says best what to do."""

import re
from collections.abc import Collection, Iterator

from handouts.content.whereabouts import texts
from handouts.errors import Problem, Span
from handouts.freshness.telling import is_swap
from handouts.model import Content, Text


def once(problems: list[Problem], content: Content) -> Iterator[Problem]:
    """Yield each problem once.

    A name that one language lacks (W170) is told as the figure it stands for (E201), or as the number typed in its
    place (E459); what differs in a shared fact is told there; a text that cannot be read (E17) is not judged by its
    words, nor compared with the other language; nor is one whose languages changed places.
    """
    unread = [problem.at for problem in problems if problem.at and problem.code[:3] == "E17"]
    turned = {problem.at: problem for problem in reversed(problems) if problem.at and is_swap(problem)}
    around = _whole_texts(content, [*unread, *turned]) if unread or turned else []
    figures = [problem.at for problem in problems if problem.at and problem.code in {"E201", "E459"}]
    unequal = _whole_texts(content, figures) if any(problem.code == "W170" for problem in problems) else []
    lines = {(at.file, at.line) for at in unread}
    printed = _of_facts(content, problems)
    for problem in dict.fromkeys(problems):
        at = problem.at
        if problem in printed:
            continue
        echo = at and problem.code[:2] in {"W2", "W4"} and (at.file, at.line) in lines
        echo = echo or (at and problem.code[:2] in {"E2", "W2"} and any(_is_in(at, text) for text in around))
        echo = echo and not (at and turned.get(at) is problem)  # of two that say so the first is told
        if not echo and (problem.code != "W170" or not (at and any(_is_in(at, text) for text in [*unequal, *around]))):
            yield problem


_MENDED_FIRST = (
    ("W206", re.compile("W260")),  # a misspelt word says nothing, so what it says is missing
    ("W260", re.compile("E20[34]")),  # the words of another language are in no dictionary of this one
    ("W210", re.compile("E(?:20|17)[0-9]|E303")),  # no sheet says DRAFT for it until these are mended
)
"""What is told of a text only once what is told beside it is mended."""


def mended_first(problems: tuple[Problem, ...], content: Content) -> tuple[Problem, ...]:
    """Leave out what may well be gone once something else in the same text is mended: that it is behind, for one."""
    for code, cause in _MENDED_FIRST:
        if all(problem.code != code for problem in problems):
            continue
        places = [problem.at for problem in problems if problem.at and cause.fullmatch(problem.code)]
        told = _whole_texts(content, places) if places else []
        later = (each for each in problems if each.code == code and each.at)
        echoes = {each for each in later if each.at and any(_is_in(each.at, text) for text in told)}
        problems = tuple(each for each in problems if each not in echoes)
    return problems


def _of_facts(content: Content, problems: Collection[Problem]) -> frozenset[Problem]:
    """Return what is told of texts that print a shared fact, of whose own words the same is told."""
    told = {
        (problem.code, problem.message): ident
        for ident, fact in content.facts.items()
        for span in _spans(content, fact)
        for problem in problems
        if problem.at and _is_in(problem.at, span)
    }
    again = [problem for problem in problems if (problem.code, problem.message) in told]
    printing = [(placed.text, _spans(content, placed.text)) for placed in texts(content)] if again else []
    return frozenset(
        problem
        for problem in again
        for text, spans in printing
        if any(problem.at and _is_in(problem.at, span) for span in spans)
        and any(f"{{{told[problem.code, problem.message]}}}" in words for words in text.words.values())
    )


def _whole_texts(content: Content, places: Collection[Span]) -> list[Span]:
    """Return where each text stands, in every language, that holds one of some places."""
    found: list[Span] = []
    for placed in texts(content):
        spans = _spans(content, placed.text)
        found += spans if any(_is_in(place, span) for place in places for span in spans) else []
    return found


def _spans(content: Content, text: Text) -> list[Span]:
    return [span for language in content.languages if (span := text.span(language))]


def _is_in(place: Span, text: Span) -> bool:
    return place.file == text.file and text.start <= place.start < text.end
