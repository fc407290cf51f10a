"""The name of a clinic belongs to the clinic, not into a text that others print as well."""

from collections.abc import Iterator

from handouts.checks.lists.patterns import all_in_any_language
from handouts.checks.text.manuscript import Manuscript
from handouts.errors import Problem


def typed_names(manuscript: Manuscript) -> Iterator[Problem]:
    """Find the name of a clinic typed into a handout, which other clinics print as well, or which is an old one."""
    for piece in manuscript.pieces:
        for language, typed in piece.text.words.items() if piece.section is not None else ():
            for found in all_in_any_language("clinic_named", typed):
                message = f"“{found[0]}” is typed into a text that every clinic prints"
                at = manuscript.at(piece, language, found[0], typed[: found.start()])
                yield Problem("W460", message, at, "write {clinic.name}, which prints the name of each")
