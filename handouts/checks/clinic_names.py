"""The name of a clinic belongs to the clinic, not into a text that others print as well."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.manuscript import Manuscript
from handouts.errors import Problem

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
