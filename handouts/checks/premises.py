"""Where a clinic is, and when it is open: an address as the OQLF writes it, towns by their whole names, hours that do not overlap."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import get_args

from handouts.accents import without_accents
from handouts.errors import Problem
from handouts.model import Clinic, Content
from handouts.model.clinic import Address, Hours, Weekday

_ACCENTED = (
    "Québec", "Montréal", "Lévis", "Saint-Jérôme", "Trois-Rivières", "Sept-Îles", "Saint-Hyacinthe", "Saint-Jean-sur-Richelieu", "Rivière-du-Loup",
    "L'Ancienne-Lorette", "L'Assomption", "Sorel-Tracy", "Salaberry-de-Valleyfield", "Saint-Félicien",
    "Sainte-Thérèse", "Saint-Léonard", "Mont-Tremblant", "Châteauguay", "Bécancour", "Gaspé", "Mont-Royal", "Saint-Rémi",
)  # fmt: skip
"""Towns whose names are often typed without an accent or a hyphen; for other towns, the clinic's own name tells."""

_STREET_NUMBER = re.compile(r"\A\d+(?:-[A-Z])?,? +(?=[^\W\d_]{3})")
_NO_NUMBER = re.compile(r"\A\D*\Z|[^\W\d_]{4}")
_PROVINCE = re.compile(r" (?:QC|PQ)\Z|[,(] *(?:Q\.?C\.?|P\.?Q\.?|Qu[eé]bec|Canada)\)?\Z|\d")
_SHORTENED = re.compile(r"\A(?P<wrong>St|Ste)[.-]? ?-?(?=[A-ZÀ-Þ])")


def check_premises(content: Content) -> Iterator[Problem]:
    """Read the address and the hours of each clinic."""
    for clinic in content.clinics.values():
        yield from _address(clinic.address)
        yield from _town(clinic)
        yield from _overlaps(clinic.hours)


_NUMBER_AND_UNIT = re.compile(r"(?P<number>\d[\w-]*),\s*(?P<unit>\D.*)")
_STREETS = (
    "Rue|Avenue|Boulevard|Boul|Chemin|Côte|Place|Montée|Rang|Route|Ruelle|Allée|Square|Promenade|Autoroute|Croissant"
)
_CAPITAL_STREET = re.compile(rf"\A(?:{_STREETS})\b\.?")
_ENGLISH_STREET = re.compile(r"\b(?:Street|St\.?|Road|Rd\.?|Ave\.|Blvd\.?|Drive|Lane)\Z", re.IGNORECASE)
_ENGLISH_UNIT = re.compile(r"\b(?:suite|ste|unit|apt|office|floor|room)\b|#", re.IGNORECASE)


def _address(address: Address) -> Iterator[Problem]:
    """Read an address, which is in French on every sheet (OQLF, BDL 5084)."""
    if (found := _CAPITAL_STREET.search(address.street)) and not address.street.startswith("Grande"):
        message = f"“{found[0]}” takes a small letter in an address"
        yield Problem("W253", message, address.at.of("street"), f"write “{found[0].lower()}” (OQLF)")
    if found := _ENGLISH_STREET.search(address.street):
        message = f"“{found[0]}” is not the French word"
        yield Problem("W254", message, address.at.of("street"), "write “rue”, “chemin”, “avenue” before the name")
    if address.unit and (found := _ENGLISH_UNIT.search(address.unit)):
        message = f"“{found[0]}” is not the French word"
        yield Problem("W254", message, address.at.of("unit"), "write “bureau” or “étage” (FR-15)")
    if _NO_NUMBER.search(address.number):
        hint = "write the number after `number:`, and the street after `street:`"
        if found := _NUMBER_AND_UNIT.fullmatch(address.number):
            hint = f'write the two apart:   number: "{found["number"]}"   unit: "{found["unit"]}"'
        yield Problem("W264", f"“{address.number}” is not the number of a house", address.at.of("number"), hint)
    elif found := _STREET_NUMBER.match(address.street):
        hint = "write the number under `number:` only; the sheet puts it before the street"
        yield Problem("W264", f"“{found[0].strip()}” would be printed twice", address.at.of("street"), hint)


def _town(clinic: Clinic) -> Iterator[Problem]:
    """Find a town that is shortened, has lost an accent, or bears its province."""
    city, at = clinic.address.city, clinic.address.at.of("city")
    if found := _PROVINCE.search(city):
        message = f"“{found[0].strip(' ,')}” does not belong to the town"
        yield Problem("W264", message, at, "write the town alone; the sheet adds the province and the postal code")
    elif found := _SHORTENED.match(city):
        whole = "Saint-" if found["wrong"] == "St" else "Sainte-"
        yield Problem("W264", f"“{found[0]}” shortens the name of a town", at, f"write “{whole}{city[found.end() :]}”")
    else:
        named = [word for text in clinic.name.words.values() for word in text.split()]
        for known in (*_ACCENTED, *(word.strip(",.") for word in named)):
            if _bare(known) == _bare(city) and known != city and _is_fuller(known, city):
                yield Problem("W264", f"“{city}” is not how the town is written", at, f"write “{known}”")
                return


@cache
def _bare(name: str) -> str:
    return without_accents(name.casefold().replace("-", " ").replace("’", "'"))


def _is_fuller(known: str, city: str) -> bool:
    """Whether a name has accents or hyphens that another lacks."""
    return sum(not c.isascii() or c == "-" for c in known) > sum(not c.isascii() or c == "-" for c in city)


def _overlaps(hours: tuple[Hours, ...]) -> Iterator[Problem]:
    """Find a day with two hours at once; a break at noon is two hours one after the other."""
    for first, second in combinations(hours, 2):
        if not _days(first).isdisjoint(_days(second)) and first.opens < second.closes and second.opens < first.closes:
            day = next(day for day in get_args(Weekday) if day in _days(first) & _days(second))
            message = f"these hours say `{day}` again, with other hours"
            at, hint = second.at, "give each day its hours once"
            if turned := next((each for each in (first, second) if _goes_over_sunday(each)), None):
                message = f"from `{turned.first}` to `{turned.last}` is over Sunday, and other hours say `{day}` too"
                at, hint = turned.at, f"see whether it should be   first: {turned.last}, last: {turned.first}"
            yield Problem("W264", message, at.of("first"), hint)


def _goes_over_sunday(hours: Hours) -> bool:
    week = list(get_args(Weekday))
    return hours.last is not None and week.index(hours.last) < week.index(hours.first)


def _days(hours: Hours) -> frozenset[Weekday]:
    week: list[Weekday] = list(get_args(Weekday))
    begins, ends = week.index(hours.first), week.index(hours.last or hours.first)
    return frozenset(week[begins : ends + 1] if begins <= ends else week[begins:] + week[: ends + 1])
