"""How the texts of a content stand: is every language abreast of the others?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from handouts.content import Loaded
from handouts.content.ownership import Owner
from handouts.errors import Problem
from handouts.freshness import fresh_problems, judge, read_ledger
from handouts.model import Content


@dataclass(frozen=True)
class Standing:
    """What is known of texts beside what they say.

    Attributes:
        stale: Languages that are behind another, by the part of the content that prints them.
        problems: All that is wrong with it.
    """

    stale: Mapping[Owner, frozenset[str]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @cached_property
    def unsettled(self) -> frozenset[Owner]:
        """The parts of the content that are not to be handed out as they are."""
        return frozenset(self.stale)

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
    ledger = read_ledger(file)
    if ledger is None:
        return Standing()
    freshness = judge(loaded.content, ledger)
    return Standing(freshness.stale(loaded.content), (*ledger.problems, *fresh_problems(freshness)))
