"""Taking a clinic's PDF in: checked and cleaned in a process apart, shown, and frozen by hash (`handouts.frozen`)."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from handouts import VERSION
from handouts.build.publish import OutputFolder
from handouts.errors import AssetError, Problem
from handouts.frozen import FORMAT, SHELF, add_command, digest, read_pdf_apart, read_supplied, record_path, records_of
from handouts.pictures.assets import FOLDER
from handouts.prepared import Prepared
from handouts.processes.sandbox import read_apart
from handouts.supplied.kinds import check_bytes
from handouts.supplied.records import record_of
from handouts.whole_files import sweep_beside


@dataclass(frozen=True, slots=True)
class Checked:
    """A PDF that can be used: what it becomes, how that looks (PNG), and what the content has to say to use it.

    Attributes:
        path: Where the file is, or would be, as the content names it.
        preview: Where the picture of it is; empty when nothing was written.
        lines: What to write under the clinic in the content.
    """

    path: str
    prepared: Prepared
    preview: str
    lines: tuple[str, ...]

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What was changed or left out, in plain words."""
        return self.prepared.notes


def check_cover(
    root: Path, file: Path, clinic: str | None = None, *, note: bool = False, signed: bool = False
) -> Checked:
    """Check a PDF as `add_cover` does, and write nothing.

    Args:
        root: The folder of the content.
        file: The PDF, anywhere.
        clinic: The id of the clinic that it is for.
        note: Whether it is a note after the cover, and not the cover.
        signed: Take a signed file too, and lose its signature.

    Raises:
        AssetError: It cannot be read or used.
    """
    data = _read(file)
    path = _content_path(root, file, clinic, note=note) if clinic else file.as_posix()
    return Checked(path, read_pdf_apart(data, signed=signed), "", _lines(path, clinic, note=note))


def add_cover(
    root: Path, file: Path, clinic: str | None = None, *, note: bool = False, signed: bool = False
) -> Checked:
    """Check a PDF, clean it and keep the result in `assets/frozen/`, with a picture of it.

    A file from elsewhere is copied to `assets/` first; one that is there already stays as it is.

    Args:
        root: The folder of the content.
        file: The PDF, anywhere.
        clinic: The id of the clinic that it is for; a file from elsewhere needs it.
        note: Whether it is a note after the cover, and not the cover.
        signed: Take a signed file too, and lose its signature.

    Raises:
        AssetError: It cannot be read or used.
        OutputError: `assets/` cannot be written to.
    """
    data = _read(file)
    path = _content_path(root, file, clinic, note=note)
    prepared = read_pdf_apart(data, signed=signed)
    preview = _freeze(root, path, data, prepared)
    return Checked(path, prepared, preview, _lines(path, clinic, note=note))


def _freeze(root: Path, path: str, data: bytes, prepared: Prepared) -> str:
    """Keep what a file became, then the file itself; returns where the picture of it is.

    In this order, as sheets can be made at every moment on the way: with the earlier file, or with this one.
    """
    picture = read_apart("preview", prepared.pdf).data
    supplied = digest(data)
    name = record_path(root, supplied).relative_to(root).with_suffix("").as_posix()
    said = {"format": FORMAT, "program": VERSION, "source": path, "supplied": supplied, "frozen": digest(prepared.pdf)}
    record = json.dumps(said | record_of(prepared), ensure_ascii=False, indent=1)
    files = {f"{name}.pdf": prepared.pdf, f"{name}.png": picture, f"{name}.json": f"{record}\n".encode()}
    if (root / path).is_symlink() or not _is_same(root / path, data):
        files[path] = data
    _publish(root, files)
    for earlier in records_of(root, path) - {record_path(root, supplied)}:
        _forget(earlier)
    return f"{name}.png"


def _publish(root: Path, files: Mapping[str, bytes]) -> None:
    folder = OutputFolder(root, "ask for the right to write there, then run this again")
    for path, data in files.items():
        sweep_beside(root / path)
        folder.publish(path, data)
    folder.settle()


def _read(file: Path) -> bytes:
    data = read_supplied(file)
    check_bytes(data)
    return data


def _content_path(root: Path, file: Path, clinic: str | None, *, note: bool) -> str:
    """Return how the content names the file: where it is, or will be, under `assets/`."""
    with suppress(ValueError):
        relative = file.resolve().relative_to(root.resolve())
        if relative.parts[0] == FOLDER and not relative.is_relative_to(SHELF):
            return relative.as_posix()
    if clinic is None:
        hint = f"name the clinic that it is for: `{add_command(file.as_posix(), 'ID')}`"
        raise AssetError(Problem("E511", f"{file} is not under {FOLDER}/", None, hint))
    return f"{FOLDER}/{clinic}-{'note' if note else 'cover'}.pdf"


def _lines(path: str, clinic: str | None, *, note: bool) -> tuple[str, ...]:
    """Return what to write in the content; the description has to come from a person."""
    alt = ('fr: "…ce que la page montre et dit…"', 'en: "…what the page shows and says…"')
    head = ("clinics:", f"  {clinic or '…'}:", "    cover:")
    if note:
        return (*head, "      notes:", f"        - file: {path}", "          alt:", *(f"            {t}" for t in alt))
    return (*head, "      kind: file", f"      file: {path}", "      alt:", *(f"        {t}" for t in alt))


def _is_same(file: Path, data: bytes) -> bool:
    return file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data


def _forget(record: Path) -> None:
    """Remove what an earlier version of a file became; the history of the repository keeps it."""
    for kind in (".json", ".pdf", ".png"):
        with suppress(OSError):
            record.with_suffix(kind).unlink()


def located(error: AssetError, file: Path) -> AssetError:
    """Say of every problem which file it is about, where it does not say so itself."""
    return AssetError(
        *(
            problem if file.name in problem.message else replace(problem, message=f"in {file.name}: {problem.message}")
            for problem in error.problems
        )
    )
