"""Reading the content again and again while it is being edited, and remembering what could be read last."""

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from handouts.build.plan import Workshop, open_shop
from handouts.content import Loaded, UnfitContentError, load_fit
from handouts.content.kept_parts import KeptParts
from handouts.content.ownership import Owner, Ownership, ownership_in, ownership_of
from handouts.content.reading.includes import gather
from handouts.content.reading.source import Sources
from handouts.errors import Problem
from handouts.keeping.memory import Memory
from handouts.layout import Layout
from handouts.model import Content
from handouts.preview.choice import Choice
from handouts.problems.findings import findings
from handouts.problems.misspelled import Spelling


class Reader:
    """The content as it stands, and as it last was.

    Attributes:
        problems: What is wrong with it, as far as that is known.
        sources: The text of its files, as they stand.
    """

    def __init__(self, content: Path, layouts: tuple[Layout, ...], today: date) -> None:
        self.problems: tuple[Problem, ...] = ()
        self.sources = Sources({})
        self._path, self._layouts, self._today = content, layouts, today
        self._shop: Workshop | None = None
        self._printable: Workshop | None = None
        self._unchecked: Loaded | None = None
        self._is_old = False
        self._left_out: Collection[Owner] = ()
        self._past: list[Workshop] = []  # the newest first; the others have parts that it lacks
        self._ownership = Ownership(())
        self._memory, self._kept = Memory(None), KeptParts(None)

    def read(self) -> None:
        """Read it again."""
        try:
            loaded = load_fit(self._path, [layout.id for layout in self._layouts], self._kept)
        except UnfitContentError as error:
            self.problems, self.sources, self._is_old = error.problems, error.sources, True
            self._unchecked = None
            self._ownership = self._ownership_in_files()
            return
        self._shop = shop = open_shop(loaded, self._path, self._layouts, self._today)
        self.problems, self.sources, self._is_old = (*loaded.problems, *loaded.warnings), loaded.sources, False
        self._unchecked = loaded
        self._left_out = loaded.left_out
        self._ownership = self._ownership_in_files() if loaded.left_out else ownership_of(loaded.content)
        if loaded.content.handouts:
            self._printable = shop
            self._remember(shop)

    def check(self) -> None:
        """Find the rest of what is wrong with it, which takes longer than drawing a sheet."""
        if self._unchecked and self._shop:
            spelling = Spelling(tuple(self._unchecked.legible.handouts))
            found = findings(self._unchecked, self._shop, self._memory, spelling)
            self._memory.save()
            self.problems = (*found.kept, *found.about)
            self._unchecked = None

    @property
    def checked(self) -> bool:
        """Whether all is known that is wrong with it."""
        return self._unchecked is None

    def _ownership_in_files(self) -> Ownership:
        root = gather(self._path).root
        return ownership_in(root) if root else Ownership(())

    @property
    def known(self) -> tuple[Content | None, Mapping[Owner, Mapping[str, str]]]:
        """The content as far as it could be read, and the parts of it that could not, with the names that they had."""
        return (self._shop.content if self._shop else None), {owner: self._name(owner) for owner in self._left_out}

    def ids(self, group: str) -> list[str]:
        """Return the ids of clinics or handouts in the order of the content, those that cannot be read among them."""
        return self._ownership.ids(group)

    def _name(self, owner: Owner) -> Mapping[str, str]:
        group, name = owner
        shop = next((shop for shop in self._past if owner in _owners(shop)), None)
        if shop is None:
            return {"": name}
        return (shop.content.clinics[name].name if group == "clinics" else shop.content.handouts[name].title).words

    def opened(self, choice: Choice) -> Choice:
        """Return a choice with the first clinic and handout where it names none, if they cannot be read.

        Otherwise the next that can be would pass for them.
        """
        first = {group: next(iter(self.ids(group)), "") for group in ("clinics", "handouts")}
        clinic, handout = (name if (group, name) in self._left_out else "" for group, name in first.items())
        return choice.completed(Choice(clinic, handout))

    def shop_for(self, choice: Choice) -> tuple[Workshop | None, bool]:
        """Return what the sheets of a choice can be made from, and whether that is out of date."""
        chosen = {("handouts", choice.handout), ("clinics", choice.clinic)}
        if chosen.isdisjoint(self._left_out):
            return self._printable, self._is_old or self._printable is not self._shop
        there = chosen & {*self._left_out, *(_owners(self._shop) if self._shop else ())}
        return next((shop for shop in self._past if there <= _owners(shop)), None), True

    def _remember(self, shop: Workshop) -> None:
        """Keep what can be read now, and of what was read before no more than has parts that it lacks."""
        lacking = frozenset(self._left_out)
        self._past = [shop, *(older for older in self._past if not lacking.isdisjoint(_owners(older)))]

    def is_about(self, problem: Problem, choice: Choice) -> bool:
        """Whether a problem is about what was chosen, or about all; not about another handout or clinic."""
        group, name = self._ownership.of(problem.at) or ("", "")
        return name == {"handouts": choice.handout, "clinics": choice.clinic}.get(group, name)


def _owners(shop: Workshop) -> frozenset[Owner]:
    clinics, handouts = shop.content.clinics, shop.content.handouts
    return frozenset({*(("clinics", name) for name in clinics), *(("handouts", name) for name in handouts)})
