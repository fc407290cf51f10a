"""Checks silenced at one place, with a reason: `# allow W401: the sentence is quoted from the law`.

The comment stands on a line of its own above a text, a name or an item; it holds for that line and for what belongs to
it. What is silenced is listed with its reason, and a comment that silences nothing is told, so that none is forgotten.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from handouts.codes import CODES
from handouts.content.names.suggestions import similar_codes
from handouts.content.reading.source import Sources
from handouts.diagnostics import as_json
from handouts.errors import Problem, Span
from handouts.messages import ENGLISH, Messages
from handouts.problems.allowances import Allowance, allowances, nearly

SILENCEABLE_ERRORS = frozenset({"E201", "E202", "E203", "E204", "E453", "E454", "E456", "E458", "E460", "E461"})
"""Errors that a reason can outweigh: a program reads them out of words, and a clinician may know better."""

NEVER_SILENT = ("W18", "W21", "W450", "W5", "W6")
"""How warnings begin that are always told.

Those about silences themselves, about texts that are behind (`translated` settles them) and about reviews that are
overdue; and what comes up while files are made, which has no place in the content when a file is used again.
"""


@dataclass(frozen=True, slots=True)
class Silenced:
    """A problem that is not told, why, and where that stands."""

    problem: Problem
    reason: str
    at: Span


class Silencing(NamedTuple):
    """What becomes of problems.

    Attributes:
        kept: To be told.
        silenced: To be listed with their reasons.
        about: Problems with the comments themselves: W180 to W184.
    """

    kept: tuple[Problem, ...]
    silenced: tuple[Silenced, ...]
    about: tuple[Problem, ...]


def is_silenceable(code: str) -> bool:
    """Tell whether a reason can silence this code."""
    return code in SILENCEABLE_ERRORS or (code.startswith("W") and not code.startswith(NEVER_SILENT))


def apply(
    problems: Sequence[Problem], sources: Sources, *, complete: bool = True, unasked: Collection[str] = ()
) -> Silencing:
    """Part the problems that a comment allows from those that are told.

    Args:
        problems: Of every check.
        sources: The text of every file.
        complete: Whether every check has run; if not, a comment that silences nothing may yet be of use.
        unasked: Codes of checks that were not asked for, of which the same is true.
    """
    files = sources.files.values()
    faults = {allowance: _fault(allowance) for source in files for allowance in allowances(source)}
    sound = [allowance for allowance, fault in faults.items() if fault is None]
    about = [fault for fault in faults.values() if fault is not None]
    about += [problem for source in files for problem in nearly(source)]
    kept, silenced, used = [], [], set[Allowance]()
    for problem in problems:
        holding = [allowance for allowance in sound if allowance.holds_for(problem)]
        used.update(holding)
        if holding:
            silenced.append(Silenced(problem, holding[-1].reason, holding[-1].at))
        else:
            kept.append(problem)
    if complete:
        about += [_useless(allowance) for allowance in sound if allowance not in used and allowance.code not in unasked]
    return Silencing(tuple(kept), tuple(silenced), tuple(about))


def silenced_lines(silenced: Iterable[Silenced], messages: Messages = ENGLISH) -> Iterator[str]:
    """Yield what is silenced and why, a line each."""
    for each in silenced:
        told = messages.problem(each.problem)
        yield f"{messages('silenced:')} {told.at}: {told.code}, {told.message} ({each.reason})"


def silenced_as_json(silenced: Iterable[Silenced], messages: Messages = ENGLISH) -> list[dict[str, str | int | None]]:
    """Return what is silenced as `json.dumps` takes it, with its reasons."""
    return [as_json([each.problem], messages)[0] | {"reason": each.reason} for each in silenced]


def _fault(allowance: Allowance) -> Problem | None:
    """Say what is wrong with an allowance; None when it holds."""
    code, at = allowance.code, allowance.at
    if code not in CODES:
        return Problem("W180", f"there is no code {code}", at, similar_codes(code))
    if not is_silenceable(code):
        kind = "an error" if code.startswith("E") else "a warning that is always told"
        return Problem(
            "W182", f"{code} is {kind}, which nothing silences", at, "mend the text, and delete this comment"
        )
    if not allowance.reason:
        hint = f"write the reason after a colon: # allow {code}: …"
        return Problem("W181", f"this comment does not say why {code} is allowed here", at, hint)
    if allowance.held is None:
        message = f"this comment, which allows {code}, stands above no text, or above a whole group"
        return Problem("W184", message, at, "put it right above the text, name or item that it is about")
    return None


def _useless(allowance: Allowance) -> Problem:
    message = f"{allowance.code} does not come up here, so this comment silences nothing"
    return Problem("W183", message, allowance.at, "delete it, or put it right above the text that it is about")
