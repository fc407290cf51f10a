"""Records of approvals: a folder for each handout under `approved/`, beside the content."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from handouts.content.decoding import MAX_BYTES, UNPRINTABLE
from handouts.model import Handout
from handouts.pictures.assets import FOLDER as ASSETS
from handouts.pictures.assets import asset_path
from handouts.signing.slices import Slice
from handouts.whole_files import sweep, write_whole

FOLDER = "approved"
_FORMAT = 1
_RECORD = "record.json"
RECORDS = f"{FOLDER}/*/{_RECORD}"
"""Finds every record, from the folder of the content."""

_DIGITS = 12
_DIGEST = re.compile("[0-9a-f]{64}")
_ABOUT = "What this handout said when it was approved. Written by `generate.py approved`; nobody needs to edit it."


@dataclass(frozen=True, slots=True)
class Record:
    """An approval.

    Attributes:
        part: What the handout said.
        approval: Who approved it, and when, as the content had it.
    """

    part: Slice
    approval: Mapping[str, Any]

    @property
    def on(self) -> str:
        """The day of the approval."""
        return str(self.approval.get("on", ""))

    @property
    def by(self) -> str:
        """Who approved it."""
        return str(self.approval.get("by", ""))

    @property
    def version(self) -> str:
        """The version that was approved."""
        return str(self.part.said["handout"]["version"])

    def is_of(self, handout: Handout) -> bool:
        """Whether it is the very approval that the content names."""
        approval = handout.approval
        on = approval.on.isoformat() if approval.on else ""
        return (self.by, self.on) == (approval.by, on)


def record_folder(root: Path, ident: str) -> Path:
    """Return where the record of a handout is."""
    return root / FOLDER / ident


def read_record(root: Path, ident: str) -> Record | None:
    """Read the record of a handout; None when there is none.

    Raises:
        ValueError: It cannot be read.
    """
    raw = _bytes(record_folder(root, ident) / _RECORD)
    if raw is None:
        return None
    try:
        said = json.loads(raw)
        if said["format"] != _FORMAT:
            raise ValueError("another version of this program wrote it")
        part = Slice(ident, tuple(said["languages"]), dict(said["said"]), dict(said["figures"]))
        if not (all(map(_is_figure, part.figures.items())) and all(map(_is_printable, _texts(said)))):
            raise ValueError("it holds what this program never writes")
        _ = part.digest, part.said["handout"]["version"]
        return Record(part, dict(part.said["handout"]["approval"]))
    except (KeyError, TypeError, AttributeError, RecursionError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ValueError("it is damaged") from error


def _bytes(path: Path) -> bytes | None:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise ValueError("it is no ordinary file")
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            raise ValueError("it is too large")
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ValueError(error.strerror or "the system refuses it") from error


def _is_figure(named: tuple[str, str]) -> bool:
    """Whether a picture is one that a record can name: under the assets, and by its digest."""
    path, digest = named
    parts = PurePosixPath(path).parts
    inside = parts[:1] == (ASSETS,) and len(parts) > 1 and ".." not in parts and "\\" not in path and ":" not in path
    return inside and bool(_DIGEST.fullmatch(digest))


def _is_printable(text: str) -> bool:
    return not UNPRINTABLE.search(text)


def _texts(said: Any) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict):
        for name, part in said.items():
            yield name
            yield from _texts(part)
    elif isinstance(said, list):
        for part in said:
            yield from _texts(part)


def write_record(root: Path, part: Slice) -> Path:
    """Write the record of a handout with the pictures that it shows, and return its folder.

    The record itself comes last: whatever goes wrong on the way, the one before stays.

    Raises:
        OutputError: It cannot be written (E602).
    """
    folder = record_folder(root, part.ident)
    for path in part.figures:
        figure = asset_path(root, path).read_bytes()
        write_whole(figure_path(folder, path, part.figures[path]), figure, folders=True)
    said = {
        "about": _ABOUT, "format": _FORMAT, "languages": part.languages, "figures": part.figures, "said": part.said,
    }  # fmt: skip
    record = json.dumps(said, ensure_ascii=False, indent=1)
    write_whole(folder / _RECORD, f"{record}\n".encode(), folders=True)
    tidy_record(root, part)
    return folder


def tidy_record(root: Path, part: Slice) -> None:
    """Remove the pictures of an earlier record, and what a killed run left; what cannot be removed does no harm."""
    folder = record_folder(root, part.ident)
    wanted = {figure_path(folder, path, digest) for path, digest in part.figures.items()}
    with suppress(OSError):
        for left in set(folder.glob("figure-*")) - wanted:
            left.unlink(missing_ok=True)
        sweep(folder)


def figure_path(folder: Path, path: str, digest: str) -> Path:
    """Return where a record keeps a picture."""
    return folder / f"figure-{digest[:_DIGITS]}{Path(path).suffix.lower()}"
