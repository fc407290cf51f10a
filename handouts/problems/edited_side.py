"""Which of two languages was edited last: what differs between them is told there, and not at the words that stood."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from handouts.content.decoding import SourceText
from handouts.content.whereabouts import texts
from handouts.errors import Problem, Span
from handouts.languages import name_of
from handouts.model import Content, Text
from handouts.problems.in_order import start_of, within

BETWEEN_LANGUAGES = frozenset({"E201", "E202", "W202", "W203", "W204", "W206", "W207"})
"""What is told of two languages, at one of them."""

_FIGURES = ("E201", "E202")  # whose help says what to write
_QUOTED = re.compile("“([^“”]+)”")


def at_the_edit(problems: Sequence[Problem], content: Content, sources: Mapping[str, SourceText]) -> Sequence[Problem]:
    """Tell what differs between languages at the one that was edited, where the other is told to be behind (W210)."""
    behind = {problem.at for problem in problems if problem.code == "W210"}
    apart = sorted((each for each in problems if each.code in BETWEEN_LANGUAGES and each.at), key=start_of)
    starts = [*map(start_of, apart)]
    moved: dict[Problem, Problem] = {}
    for text, edited, kept in _edited(content, behind) if behind and apart else ():
        for language in (edited, kept):
            at = text.span(language)
            for problem in apart[within(at, starts)] if at else ():
                moved[problem] = _told_at(problem, text, edited, kept, sources)
    return [moved.get(problem, problem) for problem in problems]


def _edited(content: Content, behind: set[Span | None]) -> Iterator[tuple[Text, str, str]]:
    """Yield each text of two languages of which one was edited: that language, and the one that is behind."""
    for placed in texts(content):
        text = placed.text
        stale = [language for language in text.words if text.span(language) in behind]
        if len(text.words) == 2 and len(stale) == 1:  # noqa: PLR2004 (of more, which one differs is not said)
            edited = next(language for language in text.words if language not in stale)
            yield text, edited, stale[0]


def _told_at(problem: Problem, text: Text, edited: str, kept: str, sources: Mapping[str, SourceText]) -> Problem:
    at, beside = text.span(edited), text.span(kept)
    if at is None or beside is None or problem.at is None:
        return problem
    if not at.start <= problem.at.start < at.end or at.file != problem.at.file:
        problem = replace(problem, at=_said(problem.message, at, sources[at.file]))
    if problem.code in _FIGURES:
        return problem
    older = f"the {name_of(kept)} (line {beside.line})"
    hint = f"mend this {name_of(edited)}, which was edited last, or bring {older} up to date"
    return replace(problem, hint=hint)


def _said(message: str, at: Span, source: SourceText) -> Span:
    """Return where a text has one of the words that a message quotes; all of it, where it has none."""
    typed = source.text[at.start : at.end]
    for words in _QUOTED.findall(message):
        if found := re.search(rf"(?<!\w){re.escape(words)}(?!\w)", typed):
            return source.span(at.start + found.start(), at.start + found.end())
    return at
