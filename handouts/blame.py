"""Which sheets a problem of the content stops: those that say, show or belong to what is wrong, and no others."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from pathlib import PurePath

from handouts.content.ownership import Owner, ownership_of
from handouts.content.source import WORDS
from handouts.errors import Problem
from handouts.model import Content
from handouts.sheet import Sheet
from handouts.signing import named_in


class Blame:
    """Finds the sheets that problems stop."""

    def __init__(self, content: Content, sheets: Sequence[Sheet]) -> None:
        self._content, self._sheets = content, sheets
        self._ownership = ownership_of(content)
        self._names = cache(self._names_in)

    @cached_property
    def _of(self) -> dict[Owner, list[Sheet]]:
        """The sheets of each handout, and of each clinic."""
        found: defaultdict[Owner, list[Sheet]] = defaultdict(list)
        for sheet in self._sheets:
            found["handouts", sheet.handout_id].append(sheet)
            found["clinics", sheet.clinic_id].append(sheet)
        return found

    def stopped_by(self, problem: Problem) -> Iterator[Sheet]:
        """Yield the sheets that cannot be made as long as there is this problem; all when nothing owns its place."""
        if problem.at and PurePath(problem.at.file).name == WORDS:  # which no sheet is made from
            return
        owner = self._ownership.of(problem.at)
        if owner is None:
            yield from self._sheets
        elif owner[0] in {"handouts", "clinics"}:
            yield from self._of.get(owner, ())
        else:
            yield from (sheet for sheet in self._sheets if self._names_or_shows(sheet, *owner))

    def _names_or_shows(self, sheet: Sheet, group: str, ident: str) -> bool:
        match group:
            case "brands":
                return ident in self._brands(sheet.clinic.brand)
            case "services":
                return sheet.handout.service == ident
            case _:
                return ident in self._names("handouts", sheet.handout_id) | self._names("clinics", sheet.clinic_id)

    def _brands(self, ident: str) -> list[str]:
        """Return a brand and all that it extends."""
        line: list[str] = []
        brand: str | None = ident
        while brand and brand not in line and brand in self._content.brands:
            line.append(brand)
            brand = self._content.brands[brand].extends
        return line

    def _names_in(self, group: str, ident: str) -> frozenset[str]:
        """Return the names in braces of a handout or a clinic, and of the facts that it names."""
        part = getattr(self._content, group)[ident]
        return named_in(self._content, part)
