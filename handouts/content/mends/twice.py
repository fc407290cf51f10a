"""What need not be told of a part in which names stand twice: half of a copy was pasted, and the rest comes of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from handouts.content.decoding import SourceText
from handouts.content.mends.left_edge import PART
from handouts.content.ownership import Owner, Ownership, ownership_in
from handouts.content.source_tree import MappingNode
from handouts.errors import Problem
from handouts.model.base import DEFAULT_LANGUAGES

OF_WHOLE_PARTS = re.compile("E102|E12[2-5]|E13[0-9]")
"""What is missing in a part, its code and slugs, what it begins with."""

NAMING = ("E123", "E125")  # which name the part that has the same code or slug
_ABSENT = re.compile(r"`(\w+)` is missing in ")
_NEAR = 8  # lines
_IN_A_PART = 2 * PART + 1  # the last column in which its names begin


def without_wake(problems: Sequence[Problem], root: MappingNode, files: Mapping[str, SourceText]) -> list[Problem]:
    """Leave out what is said of all of a part that has the lines of another one among its own, or stands twice."""
    problems = _without_levels(_with_headings(problems), root)
    twice = [each for each in problems if each.code == "E154" and each.at and each.at.column <= _IN_A_PART]
    if not twice:
        return [*problems]
    ownership = ownership_in(root)
    parts = {each: part for each in twice if (part := _twin(each, ownership, files))}
    mixed = {*parts.values(), *(ownership.of(each.at) for each in twice if each not in parts)}
    wake = {each for each in twice if each not in parts and ownership.of(each.at) in parts.values()}
    wake |= {each for each in problems if OF_WHOLE_PARTS.fullmatch(each.code) and ownership.of(each.at) in mixed}
    named = {part[1] for part in mixed if part}
    wake |= {each for each in problems if each.code in NAMING and named & {*each.message.split()}}
    return [each for each in problems if each not in wake]


def _without_levels(problems: Sequence[Problem], root: MappingNode) -> Sequence[Problem]:
    """Leave out the warnings that a handout seems to lack, where one has two levels: it holds another one's lines."""
    twice = [each for each in problems if each.code == "E154" and each.message.startswith("`level`")]
    if not twice:
        return problems
    ownership = ownership_in(root)
    mixed = {ownership.of(each.at) for each in twice}
    return [each for each in problems if each.code != "E132" or ownership.of(each.at) not in mixed]


def _with_headings(problems: Sequence[Problem]) -> list[Problem]:
    """Tell two texts under one name at the second, with the name that is missing for it in the same group."""
    absent = {each: found[1] for each in problems if each.code == "E102" and (found := _ABSENT.match(each.message))}
    told = dict(zip(problems, problems, strict=True))
    for each in problems if absent else ():
        if each.code == "E154" and each.message.split()[0].strip("`") in DEFAULT_LANGUAGES:
            above = next((one for one in reversed([*absent]) if _is_right_above(one, each)), None)
            name = absent.get(above, "") if above else ""
            if above and above in told:
                told[each] = replace(each, hint=f"write `{name}:` on a line of its own above this one")
                del told[above]
    return [*told.values()]


def _is_right_above(absent: Problem, twice: Problem) -> bool:
    """Whether a name is missing in the group whose text has two texts under one name."""
    one, other = absent.at, twice.at
    if not one or not other or one.file != other.file or "{" not in absent.hint:
        return False
    return 0 < other.line - one.line <= _NEAR and one.column < other.column


def _twin(twice: Problem, ownership: Ownership, files: Mapping[str, SourceText]) -> Owner | None:
    """Return the part that stands twice, where that is what is told; it stands where another one may end."""
    owner, at = ownership.of(twice.at), twice.at
    if owner is None or at is None or at.column > PART + 1 or at.file not in files:
        return None
    return owner[0], files[at.file].text[at.start : at.end]
