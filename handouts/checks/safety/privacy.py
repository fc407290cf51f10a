"""No one's data in the content: no health insurance number, mail address, telephone number or name of a patient.

Act respecting the protection of personal information in the private sector (CQLR c. P-39.1); Act respecting health and
social services information (CQLR c. R-22.1).
"""

import re
from collections.abc import Iterator

from handouts.checks.figures.quantities import digits_of, phones
from handouts.checks.lists.patterns import all_in_any_language
from handouts.checks.safety.reaching import TOLL_FREE
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem

INSURED = re.compile(r"\b[A-Z]{4}[ \u00a0-]?\d{4}[ \u00a0-]?\d{4}\b")
_SOCIAL_INSURANCE = re.compile(r"(?<![\d-])\d{3}[ -]\d{3}[ -]\d{3}(?![\d-])")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def check_privacy(manuscript: Manuscript) -> Iterator[Problem]:
    """Read every text for data of people, and for telephone numbers that only one clinic has."""
    clinics = manuscript.content.clinics
    numbers = {digits_of(clinic.phone): ident for ident, clinic in clinics.items()}
    hosts = {_host(clinic.website) for clinic in clinics.values()}
    for piece, language in manuscript.texts():
        yield from _data(manuscript, piece, language, hosts)
        yield from _telephones(manuscript, piece, language, numbers)


def _host(url: str) -> str:
    return url.removeprefix("https://").removeprefix("www.").partition("/")[0]


def _data(manuscript: Manuscript, piece: Piece, language: str, hosts: set[str]) -> Iterator[Problem]:
    typed = manuscript.typed(piece, language)
    hint = "take it out: a handout is the same for everyone, and has lines to fill by hand"
    of_one = all_in_any_language("born", typed) or all_in_any_language("patient_printed", typed)
    for hits, what in ((INSURED.finditer(typed), "a health insurance number"), (of_one, "data of one person")):
        for found in hits:
            at = manuscript.at(piece, language, found[0], typed[: found.start()])
            yield Problem("E459", f"“{found[0]}” looks like {what}", at, hint)
    for found in _SOCIAL_INSURANCE.finditer(typed):
        at = manuscript.at(piece, language, found[0], typed[: found.start()])
        yield Problem("E459", f"“{found[0]}” looks like a social insurance number", at, hint)
    for found in MAIL.finditer(typed):
        domain = found[0].partition("@")[2]
        if not any(host == domain or host.endswith(f".{domain}") for host in hosts):
            at = manuscript.at(piece, language, found[0], typed[: found.start()])
            message = f"{found[0]} is not an address of a clinic here"
            yield Problem("E459", message, at, "take it out, or give the clinic's own page: {clinic.website}")
    for found in all_in_any_language("asks_for_data", typed):
        at = manuscript.at(piece, language, found["data"], typed[: found.start("data")])
        message = f"“{found['data']}” asks for data of a person, which no handout should gather"
        yield Problem("W459", message, at, "leave it out: staff ask for what they need, and keep it safe")
    for found in all_in_any_language("person", typed):
        at = manuscript.at(piece, language, found[0], typed[: found.start()])
        yield Problem(
            "W459",
            f"“{found[0]}” looks like the name of a person",
            at,
            "name the role: “votre infirmière”, “your nurse”; no one's name belongs in a handout",
        )


def _telephones(manuscript: Manuscript, piece: Piece, language: str, numbers: dict[str, str]) -> Iterator[Problem]:
    """Find typed telephone numbers: in a handout they are right for one clinic, and wrong for every other."""
    typed = manuscript.typed(piece, language)
    group, ident = piece.owner
    for found in phones(typed):
        digits = digits_of(found[0])
        at = manuscript.at(piece, language, found[0], typed[: found.start()])
        if digits in numbers and group != "clinics":
            message = f"{found[0]} is the number of {numbers[digits]}, and would be printed for other clinics too"
            yield Problem("E460", message, at, "write {clinic.phone}: each clinic prints its own")
        elif digits in numbers and numbers[digits] != ident and piece.field != "after_hours":
            message = f"{found[0]} is the number of {numbers[digits]}, not of {ident}"
            yield Problem("E460", message, at, "give this clinic's own number")
        elif digits not in numbers and digits[:3] not in TOLL_FREE and piece.field != "after_hours":
            message = f"{found[0]} is not the telephone number of a clinic here"
            yield Problem("E459", message, at, "write {clinic.phone}; a person's number must not stand here")
