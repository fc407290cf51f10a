"""What need not be told beside something else: one mistake is told once, by the message that says best what to do."""

import re
from collections.abc import Collection, Iterator

from handouts.content.whereabouts import texts
from handouts.errors import Problem, Span
from handouts.freshness.telling import is_swap
from handouts.model import Content


def once(problems: list[Problem], content: Content) -> Iterator[Problem]:
    """Yield each problem once.

    A name that one language lacks (W170) is told as the figure it stands for (E201); a text that cannot be read (E17)
    is not judged by its words, nor compared with the other language; nor is one whose languages changed places.
    """
    unread = [problem.at for problem in problems if problem.at and problem.code[:3] == "E17"]
    turned = {problem.at: problem for problem in reversed(problems) if problem.at and is_swap(problem)}
    around = _whole_texts(content, [*unread, *turned]) if unread or turned else []
    figures = [problem.at for problem in problems if problem.at and problem.code == "E201"]
    unequal = _whole_texts(content, figures) if any(problem.code == "W170" for problem in problems) else []
    lines = {(at.file, at.line) for at in unread}
    shorter = _shorter(content, problems) if any(problem.code == "W204" for problem in problems) else frozenset()
    for problem in dict.fromkeys(problems):
        at = problem.at
        if problem in shorter:
            continue
        echo = at and problem.code[:2] in {"W2", "W4"} and (at.file, at.line) in lines
        echo = echo or (at and problem.code[:2] in {"E2", "W2"} and any(_is_in(at, text) for text in around))
        echo = echo and not (at and turned.get(at) is problem)  # of two that say so the first is told
        if not echo and (problem.code != "W170" or not (at and any(_is_in(at, text) for text in [*unequal, *around]))):
            yield problem


_MENDED_FIRST = (
    ("W206", re.compile("W260")),  # a misspelt word says nothing, so what it says is missing
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


def _shorter(content: Content, problems: Collection[Problem]) -> frozenset[Problem]:
    """Return what is said of a short form (W204) whose long one lacks a figure in a language (E201)."""
    lacking = [problem.at for problem in problems if problem.code == "E201" and problem.at]
    compared = [problem for problem in problems if problem.code == "W204" and problem.at]
    blocks: dict[tuple[str | int, ...], list[Span]] = {}
    for placed in texts(content) if lacking else ():
        block = placed.loc[: placed.loc.index("blocks") + 2] if "blocks" in placed.loc else placed.loc
        spans = (placed.text.span(language) for language in content.languages)
        blocks.setdefault(block, []).extend(span for span in spans if span)
    around = [spans for spans in blocks.values() if any(_is_in(at, span) for at in lacking for span in spans)]
    return frozenset(
        each for each in compared if any(each.at and _is_in(each.at, span) for spans in around for span in spans)
    )


def _whole_texts(content: Content, places: Collection[Span]) -> list[Span]:
    """Return where each text stands, in every language, that holds one of some places."""
    found: list[Span] = []
    for placed in texts(content):
        spans = [span for language in content.languages if (span := placed.text.span(language))]
        found += spans if any(_is_in(place, span) for place in places for span in spans) else []
    return found


def _is_in(place: Span, text: Span) -> bool:
    return place.file == text.file and text.start <= place.start < text.end
