"""Problems that are told in one message: one thing renamed, one habit, one copy."""

import re
from collections.abc import Sequence

from handouts.errors import Problem

_ALIKE = {
    "W255": re.compile("“.+” speaks to the reader as to a friend"),
    "W258": re.compile("“.+” is all in capitals, which is hard to read"),
    "W213": re.compile("a merge left this line in the list of translations|this line of the list of translations .+"),
    "E103": re.compile(".+ is a group of names, and here is only “…”"),
    "E144": re.compile("`.+` stands here and at (.+?):[0-9]+:[0-9]+"),
    "E175": re.compile("the clinic .+ has no `(.+)`, which handout (.+) prints"),
    "E205": re.compile("“.+” stands where words are to come"),
    "W455": re.compile("“.+” is typed into ([^ :]+): .+"),
}
_UNKNOWN = re.compile(r"(?:nothing is named|there is no(?: shared)? duration) [{`“](?P<name>[^}`”]+)[}`”]")


def told_once(problems: Sequence[Problem]) -> list[list[int]]:
    """Return the numbers of the problems that are told in one message each.

    Those that say in several places that there is no such name belong together: someone renamed or deleted one thing;
    and those that say that there is one character that cannot be printed: it was pasted.
    So do those that tell of one habit, such as “tu”, words in capitals or figures typed into one handout, of what
    clinics lack for one handout, of words that are to come, of lines of the list of translations, and of parts that two
    files have, which were copied together.
    """
    groups: dict[object, list[int]] = {}
    for number, problem in enumerate(problems):
        groups.setdefault(_unknown(problem) or _alike(problem) or number, []).append(number)
    return list(groups.values())


def _alike(problem: Problem) -> tuple[str, ...] | None:
    """Return what problems have in common that are one habit, or one skeleton; None for any other."""
    found = form.fullmatch(problem.message) if (form := _ALIKE.get(problem.code)) else None
    return (problem.code, problem.hint if problem.code == "E205" else "", *found.groups()) if found else None


def _unknown(problem: Problem) -> tuple[str, str] | None:
    """Return what a problem says that there is not; None when it says something else."""
    if name := unknown_name(problem):
        return "name", name
    return (problem.code, problem.message) if problem.code in {"E120", "E153"} else None


def unknown_name(problem: Problem) -> str:
    """Return the name of a figure or a fact that a problem says there is not; empty when it says something else."""
    found = _UNKNOWN.fullmatch(problem.message) if problem.code in {"E120", "E173"} else None
    return found["name"] if found else ""
