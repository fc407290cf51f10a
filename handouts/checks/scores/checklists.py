"""Checklists of plain language: what an item asks, what a program can tell of it, and what only a person can.

A verdict is never better than what was looked at: an item that holds in every sheet says why, an item for which a
program only finds faults is to be confirmed, and an item of which it knows nothing is left to a person.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from handouts.checks.scores.evidence import Evidence
from handouts.errors import Problem, Span

Verdict = Literal["agree", "disagree", "not applicable", "for a person"]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Why an item is not met: what is wrong or missing, where, and what to do.

    Attributes:
        message: What is wrong.
        hint: What to do.
        at: Where; None when it is nowhere.
        code: Of the problem that says so; empty when only a checklist asks for it.
    """

    message: str
    hint: str
    at: Span | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """An item of a checklist as a program takes it.

    Attributes:
        number: Its number in the checklist.
        requirement: What it asks, in our own words.
        codes: Problems that speak against it.
        lacks: Finds what it misses besides.
        applies: Whether it applies at all.
        absent: Why it does not, when it does not.
        look: What a person looks at: to judge it, or to confirm that no fault was found.
        decides: Whether a program can tell, when it finds no fault.
        always: What every sheet has, by which it is met.
    """

    number: int
    requirement: str
    codes: tuple[str, ...] = ()
    lacks: Callable[[Evidence], Iterable[Shortfall]] = lambda _: ()
    applies: Callable[[Evidence], bool] = lambda _: True
    absent: str = ""
    look: str = ""
    decides: Callable[[Evidence], bool] = lambda _: True
    always: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a checklist, and how a handout does by it.

    Attributes:
        number: Its number in the checklist.
        requirement: What it asks, in our own words.
        verdict: What the program decides, or that only a person can.
        why: Why it does not apply, or what every sheet has, by which it is met.
        look: What a person looks at, to judge it or to confirm it.
        codes: The problems that were looked for.
        shortfalls: Why it is not met.
    """

    number: int
    requirement: str
    verdict: Verdict
    why: str = ""
    look: str = ""
    codes: tuple[str, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()

    @property
    def to_confirm(self) -> bool:
        """Whether the program found no fault, and a person is to say that there is none."""
        return self.verdict == "agree" and bool(self.look)


def judged(rules: Sequence[Rule], evidence: Evidence) -> Iterator[Item]:
    """Yield each item with its verdict."""
    for rule in rules:
        verdict, why, shortfalls = _verdict(rule, evidence)
        look = rule.look if verdict in {"agree", "for a person"} else ""
        yield Item(rule.number, rule.requirement, verdict, why, look, rule.codes, shortfalls)


def _verdict(rule: Rule, evidence: Evidence) -> tuple[Verdict, str, tuple[Shortfall, ...]]:
    if not rule.applies(evidence):
        return "not applicable", rule.absent, ()
    shortfalls = (*map(_shortfall, evidence.problems_of(rule.codes)), *rule.lacks(evidence))
    if shortfalls:
        return "disagree", "", shortfalls
    return ("agree", rule.always, ()) if rule.decides(evidence) else ("for a person", "", ())


def _shortfall(problem: Problem) -> Shortfall:
    return Shortfall(problem.message, problem.hint, problem.at, problem.code)


def nothing_decides(evidence: Evidence) -> bool:
    """Stand where no program can tell."""
    del evidence
    return False


def score(items: Iterable[Item]) -> float:
    """Return how many of the items that apply are met, in percent; 0 when none applies."""
    counts = tally(items)
    return 100 * counts["agree"] / max(1, counts["agree"] + counts["disagree"])


def tally(items: Iterable[Item]) -> Counter[Verdict]:
    """Count the items by verdict."""
    return Counter(item.verdict for item in items)
