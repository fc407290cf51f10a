"""Which sheets a problem of the content stops: those that say, show or belong to what is wrong, and no others."""

from collections.abc import Iterator, Sequence
from functools import cache

from handouts.content.ownership import ownership_of
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

    def stopped_by(self, problem: Problem) -> Iterator[Sheet]:
        """Yield the sheets that cannot be made as long as there is this problem; all when nothing owns its place."""
        owner = self._ownership.of(problem.at)
        yield from (sheet for sheet in self._sheets if owner is None or self._needs(sheet, *owner))

    def _needs(self, sheet: Sheet, group: str, ident: str) -> bool:
        match group:
            case "handouts":
                return sheet.handout_id == ident
            case "clinics":
                return sheet.clinic_id == ident
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
