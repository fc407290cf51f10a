"""No one's data in the comments either: they are kept, copied and shared with the file (CQLR c. P-39.1, c. R-22.1)."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from handouts.checks.figures.quantities import digits_of, phones
from handouts.checks.lists.patterns import in_any_language
from handouts.checks.safety.privacy import INSURED, MAIL
from handouts.content.decoding import SourceText
from handouts.errors import Problem
from handouts.model import Content

_COMMENT: Final = re.compile(r"^[ \t]*#[^\n]*", re.MULTILINE)


def check_comments(content: Content, sources: Mapping[str, SourceText]) -> Iterator[Problem]:
    """Read every comment for data of people.

    Args:
        content: Whose clinics' numbers and addresses may stand anywhere.
        sources: The text of its files.
    """
    numbers = {digits_of(clinic.phone) for clinic in content.clinics.values()}
    for source in sources.values():
        for comment in _COMMENT.finditer(source.text):
            found = _data(comment[0], numbers)
            if found is not None:
                at = source.span(comment.start() + found.start(), comment.start() + found.end())
                message = f"“{found[0].strip()}”, in a comment, looks like data of a person"
                yield Problem("W459", message, at, "take it out: comments are kept and copied with the file")


def _data(comment: str, numbers: set[str]) -> re.Match[str] | None:
    found = (
        INSURED.search(comment)
        or in_any_language("born", comment)
        or MAIL.search(comment)
        or in_any_language("patient_named", comment)
        or (None if in_any_language("by_staff", comment) else in_any_language("person", comment))
    )
    return found or next((hit for hit in phones(comment) if digits_of(hit[0]) not in numbers), None)
