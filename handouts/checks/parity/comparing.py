"""The languages of a text say the same: the same figures, links and emphasis, and nothing left in the other language.

Charter of the French language, ss. 52, 89 and 91: the French is never the lesser one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from handouts.checks.figures.conversions import is_converted
from handouts.checks.figures.quantities import Quantities, Quantity, is_phone, quantities
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.skin_colours import BROWN_AND_BLACK
from handouts.checks.meaning.spare import spare, unknown
from handouts.checks.meaning.unanswered import Word, known_words, names
from handouts.checks.parity.both import both_languages
from handouts.checks.parity.contrary import contrary
from handouts.checks.parity.counted import counted
from handouts.checks.parity.dropped import dropped
from handouts.checks.parity.frequency import frequency
from handouts.checks.parity.halves import changed_places, halves
from handouts.checks.parity.hedges import hedges
from handouts.checks.parity.lengths import extent, lengths
from handouts.checks.parity.limits import limits
from handouts.checks.parity.lost import lost
from handouts.checks.parity.neighbours import check_neighbours
from handouts.checks.parity.number_words import number_words
from handouts.checks.parity.qualities import qualities
from handouts.checks.parity.reasons import conditions, reasons
from handouts.checks.parity.shortened import check_short_forms
from handouts.checks.parity.targets import targets
from handouts.checks.parity.translation import untranslated
from handouts.checks.text.manuscript import STAND_IN, Manuscript, Piece
from handouts.errors import Problem
from handouts.languages import name_of
from handouts.wording.placeholders import names_in, placeholder

_DIFFER = frozenset({"E201", "W204"})
"""Codes of what languages say the contrary of; its short form cannot agree with both of them, which is no news."""

Check = Callable[[Manuscript, Piece, str, str], Iterator[Problem]]


def check_parity(manuscript: Manuscript) -> Iterator[Problem]:
    """Compare each text in each language with the first language of the content."""
    first, *others = manuscript.languages
    differ, told = set[int](), set[int]()
    for piece in manuscript.unsettled:
        for other in others:
            complete = piece.text.words.keys() >= {first, other}
            if complete and all(manuscript.is_readable(piece, language) for language in (first, other)):
                for problem in _compare(manuscript, piece, first, other):
                    differ |= {id(piece.block)} if problem.code in _DIFFER else set()
                    told.add(id(piece))
                    yield problem
    for pieces in manuscript.body.values():
        yield from check_neighbours(manuscript, pieces, told)
        yield from check_short_forms(manuscript, [piece for piece in pieces if id(piece.block) not in differ])


def _compare(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    checks: tuple[Check, ...] = (both_languages, changed_places, untranslated)
    told = next(chain.from_iterable(check(manuscript, piece, first, other) for check in checks), None)
    if told is None:
        exact: tuple[Check, ...] = (_counted, targets, _bold, _all_named, contrary, halves)
        vague: tuple[Check, ...] = (lengths, hedges, conditions, reasons, qualities)
        found = [problem for check in exact for problem in check(manuscript, piece, first, other)]
        codes = {problem.code for problem in found}
        beside = {"W203"} if "W206" in codes else set()  # what is not named is not refused either
        beside |= {"W206"} if "W204" in codes else set()  # nor is it lost where another stands in its place
        figures = {problem.message for problem in found if problem.code == "E201"}  # told again by their units
        again = [problem for problem in found if problem.code == "W204" and problem.message in figures]
        found = [problem for problem in found if problem.code not in beside and problem not in again]
        yield from found or next(filter(None, (list(check(manuscript, piece, first, other)) for check in vague)), [])
    else:
        yield told


def _figures(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find figures that only one language has; two that differ are one problem."""
    said = {language: quantities(manuscript.words(piece, language), language) for language in (first, other)}
    lone = {first: _lone(said[first], said[other]), other: _lone(said[other], said[first])}
    for language, missing in ((first, other), (other, first)):
        if STAND_IN in manuscript.words(piece, missing):  # the clinic's own number; told where it is typed
            lone[language] = [figure for figure in lone[language] if not is_phone(figure)]
    if lone[first] and lone[other]:
        figure, twin = lone[other][0], lone[first][0]
        message = f"{name_of(first)} says “{twin.found}”, {name_of(other)} “{figure.found}”"
        at = manuscript.at(piece, other, figure.found, manuscript.words(piece, other)[: figure.start])
        yield Problem(_code(figure), message, at, "give both languages the same figure")
        return
    for language, missing in ((first, other), (other, first)):
        if lone[language]:
            figure = lone[language][0]
            message = f"{name_of(language)} says “{figure.found}”, {name_of(missing)} does not"
            hint = _say_it(manuscript, piece, language, missing)
            yield Problem(_code(figure), message, manuscript.at(piece, missing), hint)


def _code(figure: Quantity) -> str:
    return "E202" if is_phone(figure) else "E201"


_SEVERAL = 3  # things that a sign lists; of fewer, one language may make a sentence
_SENTENCE_END = re.compile(r"[.!?](?=\s|\Z)")
_SHORTER = 0.75  # of the length that the other language gives reason to expect


def _counted(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find figures that differ, once: in digits, or in words, or else by what they count."""
    checks: tuple[Check, ...] = (_figures, number_words, counted, frequency, limits)
    yield from next(filter(None, (list(check(manuscript, piece, first, other)) for check in checks)), [])


def _all_named(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find what only one language names, once: by counting what it lists, or by its words."""
    for check in (_parted, _listed, lost, dropped):
        told = next(check(manuscript, piece, first, other), None)
        if told is not None:
            yield told
            return


def _parted(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find fewer things in one language where both part them by semicolons, and neither makes sentences of them."""
    words = {each: manuscript.words(piece, each) for each in (first, other)}
    counts = {each: len(told.split(";")) for each, told in words.items()}
    fewer, more = sorted(counts, key=lambda language: counts[language])
    if 1 < counts[fewer] < counts[more] and not any(_SENTENCE_END.search(told) for told in words.values()):
        message = f"{name_of(more)} lists {counts[more]} things here, {name_of(fewer)} {counts[fewer]}"
        hint = f"see whether {name_of(fewer)} names all that {name_of(more)} names"
        yield Problem("W206", message, manuscript.at(piece, fewer), hint)


def _listed(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find what lists fewer things in one language: `lips, tongue or throat`, and `lips or tongue`.

    Of warning signs and things to avoid only: elsewhere one language may say in two words what the other says in one.
    """
    listed = piece.field == "signs" or (piece.kind == "avoid" and piece.field == "text")
    if not listed:
        return
    words = {each: manuscript.words(piece, each) for each in (first, other)}
    counts = {each: _things_listed(told, each) for each, told in words.items()}
    fewer, more = sorted(counts, key=lambda language: counts[language])
    shorter = extent(words[fewer], fewer) < _SHORTER * extent(words[more], more)
    lone = len(spare(words[more], words[fewer], more, fewer)) > len(unknown(words[fewer], words[more], fewer))
    lone = lone or bool(names(words[more], more) - names(words[fewer], fewer))
    clauses = {each: len(pattern(each, "relative").findall(told)) for each, told in words.items()}
    in_a_clause = counts[more] - counts[fewer] == 1 and clauses[fewer] > clauses[more]  # `that sticks out`
    if counts[fewer] < counts[more] and lone and (counts[more] >= _SEVERAL or shorter) and not in_a_clause:
        message = f"{name_of(more)} lists {counts[more]} things here, {name_of(fewer)} {counts[fewer]}"
        hint = f"see whether {name_of(fewer)} names every sign that {name_of(more)} names"
        yield Problem("W206", message, manuscript.at(piece, fewer), hint)


def _things_listed(words: str, language: str) -> int:
    """Count what a text lists; what has one name (`pins and needles`), or two that mean the same, is one thing."""
    words = pattern(language, "more_and_more").sub(r"\1", BROWN_AND_BLACK.sub("", words))
    known = known_words(words, language)
    breaks = pattern(language, "list_breaks").finditer(words)
    starts = [found.span() for found in breaks if not _is_within_a_thing(found, known)]
    bounds = [0, *(place for span in starts for place in span), len(words)]
    return sum(bool(words[start:end].strip()) for start, end in zip(bounds[::2], bounds[1::2], strict=True))


def _is_within_a_thing(found: re.Match[str], known: Sequence[Word]) -> bool:
    """Whether a comma or an `and` stands inside a name, or between two words for the same."""
    if any(word.start < found.start() < word.end for word in known):
        return True
    before = next((word for word in reversed(known) if word.end == found.start()), None)
    after = next((word for word in known if word.start == found.end()), None)
    return before is not None and after is not None and bool(before.told) and before.told == after.told


def _say_it(manuscript: Manuscript, piece: Piece, language: str, missing: str) -> str:
    known = names_in(manuscript.typed(piece, missing))
    lone = [placeholder(name) for name in names_in(manuscript.typed(piece, language)) if name not in known]
    if lone:
        names = ", ".join(lone)
        return f"say it in {name_of(missing)} as well, with {names}, or in neither"
    return f"say it in {name_of(missing)} as well, or in neither"


def _lone(here: Quantities, there: Quantities) -> list[Quantity]:
    lone = (figure for figure in here.figures if figure.value not in there.values)
    return [figure for figure in lone if not _is_an_age(figure, there) and not is_converted(figure, there)]


_AGE = re.compile(r"(\d+)(?:[ \u00a0-]?(?:ans?|years?))?", re.IGNORECASE)


def _is_an_age(figure: Quantity, there: Quantities) -> bool:
    """Whether a figure and one of the other language are an age: `65 ans ou plus`, `65 or older`."""
    age = _AGE.fullmatch(figure.found)
    others = (_AGE.fullmatch(other.found) for other in there.figures)
    return age is not None and any(other is not None and other[1] == age[1] for other in others)


def _bold(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    counts = {each: sum(run.bold for run in manuscript.runs(piece, each)) for each in (first, other)}
    if bool(counts[first]) != bool(counts[other]):
        more, fewer = (first, other) if counts[first] > counts[other] else (other, first)
        message = f"{name_of(more)} has words in bold, {name_of(fewer)} none"
        yield Problem("W201", message, manuscript.at(piece, fewer), "put ** around the same words in both")
