"""Clinics' own PDFs as they were checked, cleaned and accepted once: in `assets/frozen/`, by hash.

A build only hashes what was supplied and prints the frozen form: a file that changed since stops the sheet. One that
nobody has looked at yet is read in a process of its own at each build, and told.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from handouts.errors import AssetError, Problem
from handouts.limits import PDF_BYTES
from handouts.pictures.assets import FOLDER, asset_path, read_asset
from handouts.prepared import Prepared
from handouts.sandbox import read_apart
from handouts.supplied.records import BadRecordError, prepared_of

SHELF = f"{FOLDER}/frozen"
"""Where frozen files are, from the folder of the content."""

FORMAT = 1
"""Of the records; another one is not read."""

_HASH_DIGITS = 12
_SETTLED = frozenset({"W541", "W544", "W545"})  # what was left out or repaired was said once, and accepted


@dataclass(frozen=True, slots=True)
class Frozen:
    """A frozen PDF: what was supplied under which name, and what became of it."""

    source: str
    supplied: str
    prepared: Prepared


def frozen_pdf(root: Path, path: str) -> Prepared:
    """Return what a clinic's PDF was made into when it was accepted.

    Args:
        root: The folder of the content.
        path: As the content names the file.

    Raises:
        AssetError: It cannot be used, it was changed after it was accepted (E561), its frozen form is damaged or gone
            (E562), or it cannot be read (E510 to E512).
    """
    file = asset_path(root, path)
    state = file.stat()
    prepared = _frozen(root, path, file, state.st_mtime_ns, state.st_size)
    return Prepared(prepared.pdf, prepared.pages, tuple(n for n in prepared.notes if n.code not in _SETTLED))


@lru_cache(maxsize=16)
def _frozen(root: Path, path: str, file: Path, changed: int, size: int) -> Prepared:
    del changed, size  # they are part of the key only
    supplied = digest(read_asset(file, PDF_BYTES))
    if record_path(root, supplied).is_file():
        return read_frozen(root, supplied).prepared
    hint = f"run `generate.py cover add {path}`: it shows what the page looks like, and keeps it as it was accepted"
    if path in sources(root):
        raise AssetError(Problem("E561", f"{path} was changed after it was checked", None, hint))
    prepared = read_pdf_apart(read_asset(file, PDF_BYTES))
    note = Problem("W560", f"nobody has looked at {path} yet as it will be printed", None, hint)
    return Prepared(prepared.pdf, prepared.pages, (*prepared.notes, note))


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


def read_frozen(root: Path, supplied: str) -> Frozen:
    """Read a frozen PDF by the digest of what was supplied.

    Raises:
        AssetError: It is not whole (E562).
    """
    place = record_path(root, supplied)
    try:
        record = json.loads(place.read_text("utf-8"))
        pdf = place.with_suffix(".pdf").read_bytes()
        _check_digests(record, supplied, pdf)
        return Frozen(str(record["source"]), supplied, prepared_of(record, pdf))
    except (OSError, ValueError, KeyError, TypeError, RecursionError, BadRecordError) as error:
        message = f"the frozen form of a PDF, {SHELF}/{place.name}, is damaged, or of another version of this program"
        raise AssetError(Problem("E562", message, None, "run `generate.py cover add` with that PDF again")) from error


def _check_digests(record: Any, supplied: str, pdf: bytes) -> None:
    if (record["format"], record["supplied"], record["frozen"]) != (FORMAT, supplied, digest(pdf)):
        raise BadRecordError("it is not what was frozen")


def sources(root: Path) -> dict[str, str]:
    """Return the digest of what was supplied under each name, for every frozen PDF that can be read."""
    found = {}
    for place in sorted((root / SHELF).glob("*.json")):
        try:
            record: Any = json.loads(place.read_text("utf-8"))
            found[str(record["source"])] = str(record["supplied"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            continue
    return found
