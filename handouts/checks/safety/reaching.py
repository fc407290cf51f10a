"""Whom a patient reaches: someone when the clinic is closed, and each clinic at a number of its own."""

import re
from collections.abc import Iterator

from handouts.checks.figures.quantities import digits_of, phones
from handouts.errors import Problem
from handouts.model import Clinic, Content

_INFO_SANTE = re.compile(r"(?<!\d)811(?!\d)")
_PLACE = re.compile(r"\{clinic\.phone\}")
TOLL_FREE = frozenset({"800", "833", "844", "855", "866", "877", "888"})
"""Area codes of numbers that clinics of one group may share."""


def check_reaching(content: Content) -> Iterator[Problem]:
    """Find clinics that nobody answers for when they are closed, and two with one telephone number."""
    known: dict[str, str] = {}
    for ident, clinic in content.clinics.items():
        if not any(map(_names_someone, clinic.after_hours.words.values())):
            yield _nobody(clinic)
        digits = digits_of(clinic.phone) + (clinic.extension or "")
        if digits in known and digits[:3] not in TOLL_FREE:
            message = f"{known[digits]} and {ident} have one number, {clinic.phone}"
            hint = "give each its own, or its `extension:`; if one desk answers for both, write above this line   # allow W464: why"
            yield Problem("W464", message, clinic.at.of("phone"), hint)
        known.setdefault(digits, ident)


def _names_someone(words: str) -> bool:
    """Whether a text says whom to call; 911 alone is for a danger to life."""
    return any((_INFO_SANTE.search(words), _PLACE.search(words), next(phones(words), None)))


def _nobody(clinic: Clinic) -> Problem:
    language, _ = next(iter(clinic.after_hours.words.items()))
    message = "this does not say whom to call when the clinic is closed"
    hint = "write “811, option 1” (Info-Santé, day and night), or the number of those who are on call"
    return Problem("W463", message, clinic.after_hours.span(language), hint)
