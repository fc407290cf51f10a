"""Is a clinic named yet? A skeleton's `Clinique à nommer` may stand on a draft, never on a sheet that is approved."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.manuscript import Manuscript
from handouts.errors import Problem
from handouts.model import Content

_CLINIC: Final = re.compile(
    r"\b[Cc](?:linique|entre|abinet) (?:d[eu] (?:la |l['’])?|des |d['’])?[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)*"
    r"|(?!(?:The|Your|Our|Call|This|A|Any|Each|If) )\b[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)* Clinic\b"
)


def typed_names(manuscript: Manuscript) -> Iterator[Problem]:
    """Find the name of a clinic typed into a handout, which other clinics print as well, or which is an old one."""
    for piece in manuscript.pieces:
        for language, typed in piece.text.words.items() if piece.section is not None else ():
            for found in _CLINIC.finditer(typed):
                message = f"“{found[0]}” is typed into a text that every clinic prints"
                at = manuscript.at(piece, language, found[0], typed[: found.start()])
                yield Problem("W460", message, at, "write {clinic.name}, which prints the name of each")


_TO_NAME = re.compile(r".*\b(?:à nommer|to be named)\b.*", re.IGNORECASE | re.DOTALL)


def check_names(content: Content) -> Iterator[Problem]:
    """Find clinics that hand out approved sheets and still bear the name or street of a skeleton."""
    approved = {handout.service for handout in content.handouts.values() if handout.approval.status == "approved"}
    for clinic in content.clinics.values():
        if approved.isdisjoint(clinic.services):
            continue
        language, name = next(iter(clinic.name.words.items()))
        places = ((name, clinic.name.span(language)), (clinic.address.street, clinic.address.at.of("street")))
        for words, at in places:
            if found := _TO_NAME.fullmatch(words):
                yield Problem("E205", f"“{found[0].strip()}” is still to be written", at, "write the clinic's own")
