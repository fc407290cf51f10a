"""Which sheets a problem of the content stops: those that say, show or belong to what is wrong, and no others."""

from functools import cache
from pathlib import PurePath

from handouts.build.plan import Sheets
from handouts.content.ownership import ownership_of
from handouts.content.reading.source import WORDS
from handouts.errors import Problem
from handouts.model import Content
from handouts.signing import named_in


class Blame:
    """Finds the sheets that problems stop."""

    def __init__(self, content: Content, sheets: Sheets) -> None:
        self._content, self._sheets = content, sheets
        self._ownership = ownership_of(content)
        self._names = cache(self._names_in)

    def stopped_by(self, problem: Problem) -> Sheets:
        """Return the sheets that cannot be made as long as there is this problem; all when nothing owns its place."""
        if problem.at and PurePath(problem.at.file).name == WORDS:  # which no sheet is made from
            return self._sheets.of()
        owner = self._ownership.of(problem.at)
        return self._sheets if owner is None else self._made_of(*owner)

    def _made_of(self, group: str, ident: str) -> Sheets:
        """Return the sheets that a part of the content is printed in."""
        sheets, clinics, handouts = self._sheets, self._content.clinics, self._content.handouts
        match group:
            case "clinics":
                return sheets.of(clinics=(ident,))
            case "handouts":
                return sheets.of(handouts=(ident,))
            case "brands":
                return sheets.of(clinics=[name for name, each in clinics.items() if ident in self._brands(each.brand)])
            case "services":
                return sheets.of(handouts=[name for name, each in handouts.items() if each.service == ident])
            case _:
                return sheets.of(
                    clinics=[name for name in clinics if ident in self._names("clinics", name)],
                    handouts=[name for name in handouts if ident in self._names("handouts", name)],
                )

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
