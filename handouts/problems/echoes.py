"""What need not be told beside something else: one mistake is told once, by the message that says best what to do."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from handouts.content.whereabouts import texts
from handouts.errors import Problem, Span
from handouts.freshness.telling import is_swap
from handouts.model import Content, Text
from handouts.problems.in_order import start_of, within

_BOTH = re.compile("both languages stand under ")  # as `checks.parity.both` tells it, which is loaded only to check


def once(problems: list[Problem], content: Content) -> Iterator[Problem]:
    """Yield each problem once.

    A name that one language lacks (W170) is told as the figure it stands for (E201), or as the number typed in its
    place (E459, E460); what differs in a shared fact is told there; a text that cannot be read (E17) is not judged by
    its words, nor compared with the other language; nor is one whose languages changed places, or stand both in one.
    """
    both = {problem for problem in problems if problem.code == "E204" and _BOTH.match(problem.message)}
    unread = [*_places(problems, "E17"), *_places(both, "E204")]
    swaps = _first_swaps(problems, content)
    senseless = _whole_texts(content, [*unread, *swaps])  # as they stand their words say nothing that could be judged
    lacking = _names_lacking(problems, content)
    unequal = _whole_texts(content, _places(problems, "E201", "E459", "E460")) if lacking else []
    unread_lines = {(at.file, at.line) for at in unread}
    printed = _of_facts(content, problems)
    for problem in dict.fromkeys(problems):
        at, code = problem.at, problem.code
        if at is None or problem in both or swaps.get(at) == problem:
            echo = False
        elif code == "W170":
            echo = _is_in_any(at, [*senseless, *unequal])
        elif code == "W455" and _is_in_any(at, lacking):
            echo = True  # a number that is typed in place of a name is to be that name again
        else:
            on_an_unread_line = code.startswith(("W2", "W4")) and (at.file, at.line) in unread_lines
            echo = on_an_unread_line or (code.startswith(("E2", "W2")) and _is_in_any(at, senseless))
        if not echo and problem not in printed:
            yield _with_name(problem, lacking) if code == "E201" else problem


def _names_lacking(problems: Collection[Problem], content: Content) -> dict[Span, list[set[str]]]:
    """Return the names in braces that a language lacks, for each that lacks any, by where each text stands."""
    names: defaultdict[Span, set[str]] = defaultdict(set)
    for problem in problems:
        if problem.code == "W170" and problem.at:
            names[problem.at].add(problem.message.split()[0])
    found = (_spans(content, placed.text) for placed in texts(content)) if names else ()
    lacking = ((spans, [names[span] for span in spans if span in names]) for spans in found)
    return {span: each for spans, each in lacking if each for span in spans}


def _with_name(problem: Problem, lacking: Mapping[Span, list[set[str]]]) -> Problem:
    """Say which name to write where figures differ, if one language has a name for its own and the other another."""
    found = next((each for span, each in lacking.items() if problem.at and _is_in(problem.at, span)), [])
    if not found or "{" in problem.hint or any(len(names) > 1 for names in found):
        return problem
    first, *others = sorted(set().union(*found))
    hint = f"write {first} in both languages: it prints the figure"
    if others:
        hint = f"write {first} in both languages, or {others[0]} in both"
    return replace(problem, hint=hint)


def _places(problems: Collection[Problem], *codes: str) -> list[Span]:
    return [problem.at for problem in problems if problem.at and problem.code.startswith(codes)]


def _first_swaps(problems: Collection[Problem], content: Content) -> dict[Span, Problem]:
    """Return what tells that languages changed places, by place: where two tell it, the one that comes first."""
    swaps: dict[Span, Problem] = {}
    for problem in problems:
        if problem.at and is_swap(problem, content.languages):
            swaps.setdefault(problem.at, problem)
    return swaps


_AMISS = "E(?:20|17|45)[0-9]|E30[23]|E46[01]|W17[023]|W20[2-46-8]|W25[0-9]|W26[23]|W407|W422|W459|W465"
"""What is amiss in the words of a text, or between its languages: they are compared when nothing of it is left."""

_MENDED_FIRST = (
    *((code, re.compile("W208")) for code in ("W202", "W203", "W204", "W206", "W207")),  # said of words of another text
    ("W206", re.compile("W260|E303|E205|W211")),  # a word that is misspelt, torn or a note says nothing: it is missing
    ("W203", re.compile("W263|W422")),  # nor does it say no; and a heading of another list says it for that list
    ("W260", re.compile("E20[34]|E30[23]|W(?:17[23]|205)")),  # what is spoiled, or foreign, is in no dictionary
    ("W257", re.compile("W173|E460|W170|E459")),  # a number that is to go need not be written well
    ("W253", re.compile("E30[23]|W173")),
    ("W202", re.compile("E205|W173")),  # what is still to be written is short, and typed as it may be
    ("W207", re.compile("E205|W173|W260")),
    ("W407", re.compile("W173")),
    ("W413", re.compile("W173|W258")),
    *((code, re.compile("W211")) for code in ("W203", "W204", "W207")),  # the words beside are of another text
    ("W208", re.compile("W211|E201")),
    ("W250", re.compile("E204")),
    ("W254", re.compile("E203")),
    ("W171", re.compile("E17[0-9]|W173")),  # the quote is a part of what another program left
    ("E459", re.compile("E172")),
    ("E202", re.compile("E459")),  # a number that is nobody's here
    ("E204", re.compile("E205")),
    ("W262", re.compile("E20[345]|W173")),
    ("W210", re.compile(_AMISS)),  # what is written otherwise once it is mended may be what it was before
    ("W212", re.compile(_AMISS)),
    ("W173", re.compile("E205")),  # who writes the text takes its brackets out
    ("W420", re.compile("W255|E204")),  # who writes “vous” for “tu” gives the item the form of the others
    ("E201", re.compile("E204|E461|E459")),  # a figure whose unit is of the other language, or an option of 811
    ("W172", re.compile("E201|E173")),  # the figure whose name lacks a brace
    ("W455", re.compile("E20[34]")),
    ("W205", re.compile("W254")),  # which says how the word is in French
    ("W211", re.compile("W465")),  # which says whose title it is
    ("W170", re.compile("W209")),  # which says where each of the two links leads
)
"""What is told of a text only once what is told beside it is mended."""

_SEVERAL = re.compile(r"nobody has said yet that \d+ texts ")  # as `freshness.telling` counts them
_IN_ONE_LANGUAGE = {"W250", "W253", "W257", "W260", "W262"}
"""What is left out only in the language that is to be mended."""


_SAID_ALIKE = {"E454", "E458", "E461", "W402", "W419", "E456", "W457", "W458"}
"""What a text says, and not how a language writes it: whoever mends it in one language mends it in the other."""


def said_once(problems: tuple[Problem, ...], content: Content) -> tuple[Problem, ...]:
    """Leave out what is told of the words of one language where the same is told of those of the language before it."""
    told = sorted((each for each in problems if each.code in _SAID_ALIKE and each.at), key=start_of)
    starts = [*map(start_of, told)]
    again: set[Problem] = set()
    for placed in texts(content) if len(told) > 1 else ():
        for before, here in pairwise(within(span, starts) for span in _spans(content, placed.text)):
            left = Counter(problem.code for problem in told[before])
            for problem in told[here]:
                again |= {problem} if left[problem.code] > 0 else set()
                left[problem.code] -= 1
    return tuple(problem for problem in problems if problem not in again)


def mended_first(problems: tuple[Problem, ...], content: Content) -> tuple[Problem, ...]:
    """Leave out what may well be gone once something else in the same text is mended: that it is behind, for one."""
    for code, cause in _MENDED_FIRST:
        later = sorted(
            (each for each in problems if each.code == code and each.at and not _of_several(each)), key=start_of
        )
        places = [each.at for each in problems if each.at and cause.fullmatch(each.code)] if later else []
        told = _whole_texts(content, places)
        if code in _IN_ONE_LANGUAGE:
            causes = sorted((place.file, place.start) for place in places)
            told = [text for text in told if causes[within(text, causes)]]
        starts = [*map(start_of, later)]
        echoes = {each for text in told for each in later[within(text, starts)]}
        problems = tuple(each for each in problems if each not in echoes)
    return problems


def _of_several(problem: Problem) -> bool:
    """Whether a problem is of more texts than the one at which it is told."""
    return _SEVERAL.match(problem.message) is not None


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
        if problem.at
        and _is_in_any(problem.at, spans)
        and any(f"{{{told[problem.code, problem.message]}}}" in words for words in text.words.values())
    )


def _whole_texts(content: Content, places: Collection[Span]) -> list[Span]:
    """Return where each text stands, in every language, that holds one of some places."""
    found: list[Span] = []
    starts = sorted((place.file, place.start) for place in places)
    for placed in texts(content) if places else ():
        spans = _spans(content, placed.text)
        found += spans if any(starts[within(span, starts)] for span in spans) else []
    return found


def _spans(content: Content, text: Text) -> list[Span]:
    return [span for language in content.languages if (span := text.span(language))]


def _is_in(place: Span, text: Span) -> bool:
    return place.file == text.file and text.start <= place.start < text.end


def _is_in_any(place: Span, spans: Iterable[Span]) -> bool:
    return any(_is_in(place, span) for span in spans)
