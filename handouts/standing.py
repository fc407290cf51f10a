"""How the texts of a content stand: is every language abreast of the others, and is this what was approved?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from handouts.content import Loaded
from handouts.content.ownership import Owner
from handouts.errors import Problem
from handouts.freshness import fresh_problems, judge, read_ledger
from handouts.model import Content
from handouts.signing import signed_of


@dataclass(frozen=True)
class Standing:
    """What is known of texts beside what they say.

    Attributes:
        stale: Languages that are behind another, by the part of the content that prints them.
        changed: Handouts that say something else than what was approved.
        problems: All that is wrong with it.
    """

    stale: Mapping[Owner, frozenset[str]] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def unsettled(self) -> frozenset[Owner]:
        """The parts of the content that are not to be handed out as they are."""
        return frozenset(self.stale) | {("handouts", ident) for ident in self.changed}

    def is_settled(self, parts: Iterable[Owner]) -> bool:
        """Whether a sheet made of these parts can be handed out, as far as this goes."""
        return self.unsettled.isdisjoint(parts)

    def behind(self, parts: Iterable[Owner]) -> frozenset[str]:
        """Return the languages that are behind in a sheet made of these parts."""
        return frozenset().union(*(self.stale.get(part, frozenset()) for part in parts))


def parts_of(content: Content, handout: str, clinic: str) -> tuple[Owner, ...]:
    """Return the parts of the content whose texts a sheet prints."""
    return ("handouts", handout), ("clinics", clinic), ("brands", content.clinics[clinic].brand)


def standing_of(loaded: Loaded, file: Path) -> Standing:
    """Find out how the texts of a content stand; `file` is the first that it is in."""
    content, ledger = loaded.legible, read_ledger(file)
    signed = signed_of(content, file.parent.absolute())
    if ledger is None:
        return Standing(changed=signed.changed, problems=signed.problems)
    if not ledger.is_known:
        return Standing(changed=signed.changed, problems=(*ledger.problems, *signed.problems))
    freshness = judge(content, ledger)
    problems = (*ledger.problems, *fresh_problems(freshness), *signed.problems)
    return Standing(freshness.stale(content), signed.changed, problems)
