"""What is wrong with translations, in words: at the line that is behind, naming the line that changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import permutations

from handouts.content.ownership import Owner
from handouts.content.whereabouts import part_of_content
from handouts.errors import Problem, Span
from handouts.freshness.judging import Freshness, Judged
from handouts.languages import name_of
from handouts.model import Text
from handouts.wording.unwritten import is_unwritten

_NAMED = 8  # places in one command
_OPTIONS = {"handouts": "handout", "clinics": "clinic"}


def fresh_problems(freshness: Freshness) -> Iterator[Problem]:
    """Yield every text that is behind (W210, W211, E204), and where there are new ones (W212), once for each part."""
    new: defaultdict[Owner, list[Judged]] = defaultdict(list)
    for each in freshness.unsettled:
        if each.verdict == "new" and is_unwritten(each.placed.text):
            continue  # there is nothing to compare yet, and W217 tells of it
        if each.verdict == "new":
            new[each.owner].append(each)
        elif each.verdict == "swapped":
            yield _swapped(each)
        elif each.verdict == "apart":
            yield _apart(each)
        else:
            yield from (_stale(each, code, others) for code, others in each.stale.items())
    yield from (_new(owner, found) for owner, found in new.items())


def _stale(each: Judged, code: str, others: tuple[str, ...]) -> Problem:
    at = each.placed.text.span(code)
    changed = _and([_beside(each, other, at) for other in others])
    message = f"{changed} changed since this {name_of(code)} was written from it"
    hint = (
        f"bring the {name_of(code)} up to date (or mend the other language, if its change is a slip), "
        f"or leave it if it still says the same; then {_command(at)}"
    )
    return Problem("W210", message, at, hint)


def swapped(text: Text, languages: Iterable[str]) -> Problem:
    """Say that two languages of a text stand each in the place of the other, at the one that stands first."""
    first, other = sorted(languages, key=lambda code: at.start if (at := text.span(code)) else 0)
    message = _changed_places(first, other)
    hint = f"put the words under `{first}:` under `{other}:`, and those under `{other}:` under `{first}:`"
    return Problem("E204", message, text.span(first), hint)


def _swapped(each: Judged) -> Problem:
    """Say that they stand the other way round than was last said; it may have been said of the wrong ones."""
    told = swapped(each.placed.text, each.stale)
    return replace(told, hint=f"put each under its own language; if it stands there now, {_command(told.at)}")


def is_swap(problem: Problem, languages: Iterable[str]) -> bool:
    """Whether a problem says so of two of some languages."""
    return problem.code == "E204" and any(
        problem.message == _changed_places(*two) for two in permutations(languages, 2)
    )


def _changed_places(first: str, other: str) -> str:
    return f"the {name_of(first)} and the {name_of(other)} of this text have changed places"


def _apart(each: Judged) -> Problem:
    text = each.placed.text
    first, *others = each.stale
    at = text.span(others[-1])
    beside = _beside(each, first, at)
    message = f"this {name_of(others[-1])} and {beside} were translations of other texts, not of each other"
    return Problem("W211", message, at, f"put the right words beside each other; then {_command(at)}")


def _new(owner: Owner, found: list[Judged]) -> Problem:
    group, ident = owner
    at = next(iter(found[0].placed.text.at.values.values()), None)
    count = len(found)
    part = part_of_content(group, ident)
    message = f"nobody has said yet that 1 text of {part} says the same in each language"
    if count > 1:
        message = f"nobody has said yet that {count} texts of {part} say the same in each language"
    places = [next(iter(each.placed.text.at.values.values()), None) for each in found[:_NAMED]]
    where = (
        f"run `uv run generate.py translated --{_OPTIONS[group]} {ident}`" if group in _OPTIONS else _command(*places)
    )
    return Problem("W212", message, at, f"compare them; then {where}")


def _beside(each: Judged, code: str, beside: Span | None) -> str:
    """Name the words of a language, and where they stand, if that is known, seen from words beside them."""
    at = each.placed.text.span(code)
    if at is None:
        return f"the {name_of(code)}"
    if beside is not None and beside.file == at.file:
        return f"the {name_of(code)} (line {at.line})"
    return f"the {name_of(code)} ({at.file}:{at.line})"


def _command(*places: Span | None) -> str:
    named = [f"{at.file}:{at.line}" for at in places if at]
    if not named:
        return "run `uv run generate.py translated --all`"
    place = " ".join(f'"{each}"' if " " in each else each for each in named)
    return f"run `uv run generate.py translated {place}`"


def _and(words: list[str]) -> str:
    *some, last = words
    first = ", ".join(some)
    return f"{first} and {last}" if some else last
