"""A prepared PDF as plain values and back: how it comes from the process apart, and how it is kept on disk."""

from dataclasses import asdict
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from handouts.errors import Problem
from handouts.prepared import Prepared, PreparedPage

Record = dict[str, Any]
"""Values that JSON can hold."""


class BadRecordError(Exception):
    """The values are not those of a prepared PDF."""


def record_of(prepared: Prepared) -> Record:
    """Return everything but the file itself."""
    notes = [[note.code, note.message, note.hint] for note in prepared.notes]
    return {"pages": [asdict(page) for page in prepared.pages], "notes": notes}


def prepared_of(record: Any, pdf: bytes) -> Prepared:
    """Put a record and its file together again; every value is checked.

    Raises:
        BadRecordError: They aren't what this program wrote.
    """
    try:
        pages = _pages().validate_python(record["pages"])
        notes = _notes().validate_python(record["notes"])
    except (ValidationError, KeyError, TypeError, RecursionError) as error:
        raise BadRecordError(str(error)) from error
    return Prepared(pdf, pages, tuple(Problem(code, message, None, hint) for code, message, hint in notes))


@cache
def _pages() -> TypeAdapter[tuple[PreparedPage, ...]]:
    return TypeAdapter(tuple[PreparedPage, ...])


@cache
def _notes() -> TypeAdapter[tuple[tuple[str, str, str], ...]]:
    return TypeAdapter(tuple[tuple[str, str, str], ...])
