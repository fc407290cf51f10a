"""Clinics' own PDFs as they were checked, cleaned and accepted once: in `assets/frozen/`, by hash.

A build only hashes what was supplied and prints the frozen form. A file that changed since, or that nobody accepted
yet, stops the sheets that show it.
"""

import hashlib
import json
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from handouts.errors import AssetError, Problem
from handouts.limits import PDF_BYTES
from handouts.ordinary_files import FileState, spellings, state_of
from handouts.pictures.assets import FOLDER, UnreadableAssetError, alike, asset_path, read_asset, unreadable
from handouts.prepared import Prepared
from handouts.processes.sandbox import read_apart
from handouts.supplied.kinds import check_bytes, seems_locked
from handouts.supplied.records import BadRecordError, prepared_of
from handouts.typed_paths import typed

SHELF = f"{FOLDER}/frozen"
"""Where frozen files are, from the folder of the content."""

FORMAT = 1
"""Of the records; another one is not read."""

CONTENT = "content.yaml"
"""The content of a command that names none."""

_HASH_DIGITS = 12
_MOST = 4 * PDF_BYTES  # of a frozen form: a page that became a picture may weigh more than it did
_SETTLED = frozenset({"W541", "W544", "W545"})  # what was left out or repaired was said once, and accepted


def frozen_pdf(root: Path, path: str, command: str = "") -> Prepared:
    """Return what a clinic's PDF was made into when it was accepted.

    Args:
        root: The folder of the content.
        path: As the content names the file.
        command: What accepts the file; see `add_command`.

    Raises:
        AssetError: Nobody accepted it yet (E560), it was changed after it was accepted (E561), its frozen form is
            damaged or gone (E562), it is no PDF at all (E540, E548) or protected (E542), or it cannot be read (E510,
            E511).
    """
    command = command or add_command(path)
    try:
        file = asset_path(root, path)
        prepared = _frozen(root, path, file, state_of(file))
    except _NotAcceptedError as error:
        hint = f"run `{command}` and look at the picture that it makes"
        if error.code == "E542":
            hint = f"export it again without any security, then run `{command}`"
        raise AssetError(Problem(error.code, error.message, None, hint)) from error
    except UnreadableAssetError:
        raise
    except AssetError as error:
        (problem,) = error.problems
        hint = f"put it into {FOLDER}/, spelled the same, capitals too, then run `{command}`"
        is_absent = problem.code == "E510" and not alike(path, root)
        raise AssetError(replace(problem, hint=hint) if is_absent else problem) from error
    return Prepared(prepared.pdf, prepared.pages, tuple(n for n in prepared.notes if n.code not in _SETTLED))


def add_command(path: str, clinic: str = "", *, note: bool = False, content: str = CONTENT) -> str:
    """Return the command that accepts a file.

    Args:
        path: As the content names it.
        clinic: That shows it.
        note: Whether it is a note after the cover.
        content: The first file of the content.
    """
    words = ["uv run generate.py cover add", typed(path)]
    words += ["--clinic", clinic] if clinic else []
    words += ["--note"] if note else []
    words += ["--content", typed(content)] if content != CONTENT else []
    return " ".join(words)


class _NotAcceptedError(Exception):
    """A PDF cannot be printed before somebody accepts it, for the first time or again."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


@lru_cache(maxsize=16)
def _frozen(root: Path, path: str, file: Path, state: FileState) -> Prepared:
    """Return the frozen form of a supplied file; kept for as long as that file stays as it is.

    The key knows nothing of the shelf, and need not: a form is named and checked by the digest of the file, so that one
    which was once found right cannot become another. A refusal is raised, which is never kept: an acceptance is seen at
    once. One that is taken back is seen by the next process.
    """
    del state  # it is part of the key only
    data = read_supplied(file)
    supplied = digest(data)
    if _is_there(record_path(root, supplied)):
        return _read_frozen(root, supplied)
    check_bytes(data)
    if seems_locked(data):
        raise _NotAcceptedError("E542", f"{path} is protected by a password or by permissions")
    if records_of(root, path):
        raise _NotAcceptedError("E561", f"{path} was changed after it was checked")
    raise _NotAcceptedError("E560", f"{path} was not checked yet, so nobody knows how it prints")


def _is_there(record: Path) -> bool:
    try:
        return record.is_file()
    except PermissionError as error:
        raise unreadable(record.parent, error) from error


def read_supplied(file: Path) -> bytes:
    """Return the bytes of a clinic's PDF.

    Raises:
        AssetError: It is too large (E548), or cannot be read (E510).
    """
    try:
        return read_asset(file, PDF_BYTES)
    except AssetError as error:
        if error.problems[0].code == "E512":
            hint = "ask the designer to export it with images at 300 dpi or less"
            message = f"{file.name} is too large to be emailed: more than {PDF_BYTES // 1_000_000} MB"
            raise AssetError(Problem("E548", message, None, hint)) from error
        raise


def read_pdf_apart(data: bytes, *, signed: bool = False) -> Prepared:
    """Return what a supplied PDF becomes, read in a process of its own; `signed` accepts that a signature is lost.

    Raises:
        AssetError: It cannot be used, or the process that read it broke down.
    """
    answer = read_apart("pdf", data, signed=signed)
    try:
        return prepared_of(answer.record, answer.data)
    except BadRecordError as error:
        raise AssetError(Problem("E552", "the program that reads it broke down on this file")) from error


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file in hex digits."""
    return hashlib.sha256(data).hexdigest()


def record_path(root: Path, supplied: str) -> Path:
    """Return where the record of a supplied file is; its frozen form (`.pdf`) and picture (`.png`) are beside it."""
    return root / SHELF / f"{supplied[:_HASH_DIGITS]}.json"


def _read_frozen(root: Path, supplied: str) -> Prepared:
    """Read a frozen PDF by the digest of what was supplied."""
    place = record_path(root, supplied)
    try:
        record = _read_record(place)
        pdf = read_asset(place.with_suffix(".pdf"), _MOST)
        _check_digests(record, supplied, pdf)
        return prepared_of(record, pdf)
    except UnreadableAssetError as error:
        (problem,) = error.problems
        why = error.__cause__.strerror if isinstance(error.__cause__, OSError) else "the system refuses it"
        message = f"the frozen form of a PDF, {SHELF}/{place.name}, cannot be read: {why}"
        raise UnreadableAssetError(replace(problem, message=message)) from error
    except (ValueError, KeyError, TypeError, RecursionError, AssetError, BadRecordError) as error:
        message = f"the frozen form of a PDF, {SHELF}/{place.name}, is damaged, or of another version of this program"
        raise _NotAcceptedError("E562", message) from error


def _read_record(place: Path) -> Any:
    return json.loads(read_asset(place, _MOST).decode())


def _check_digests(record: Any, supplied: str, pdf: bytes) -> None:
    if (record["format"], record["supplied"], record["frozen"]) != (FORMAT, supplied, digest(pdf)):
        raise BadRecordError("it is not what was frozen")


def records_of(root: Path, path: str) -> set[Path]:
    """Return the records of all that was accepted under a name, of those that can be read."""
    found = set()
    for place in (root / SHELF).glob("*.json"):
        with suppress(ValueError, KeyError, TypeError, RecursionError, AssetError):
            if _read_record(place)["source"] in spellings(path):
                found.add(place)
    return found
