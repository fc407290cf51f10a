"""Fingerprints of everything that a file is made from: when it is the same, the file would be the same."""

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cached_property, lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from handouts import VERSION
from handouts.errors import AssetError
from handouts.frozen import record_path
from handouts.layout import Layout
from handouts.model import Clinic, Handout
from handouts.pictures.assets import asset_path
from handouts.plan import Workshop
from handouts.sheet import Sheet

_PACKAGE = Path(__file__).parent
_LIBRARIES = ("pillow", "pypdf", "pypdfium2", "reportlab", "segno", "uharfbuzz")
"""Libraries that put bytes into a file."""

_ONLY_TOLD = ("messages/", "explanations/")
"""Folders of the program whose words no file holds: mending them makes no sheet out of date."""


class Inputs:
    """Fingerprints of the sheets of one content; what they share is read once."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self._layouts: dict[str, str] = {}
        self._assets: dict[str, str] = {}

    def of(self, sheet: Sheet) -> str:
        """Return the fingerprint of a sheet, in hex digits."""
        edition, content = sheet.edition, self._shop.content
        said: dict[str, Any] = {
            "program": self._program,
            "content": sheet.fingerprint,
            "languages": [list(content.languages), [language.code for language in edition.languages]],
            "brand": [sheet.clinic.brand, sheet.brand.model_dump(mode="json")],
            "clinic": sheet.clinic_id,
            "layout": self._layout(edition.layout),
            "marks": [sheet.status, *sheet.marks],
            "assets": {path: self._asset(path) for path in sorted(set(_assets(sheet)))},
            "frozen": {path: self._frozen(path) for path in sorted(set(_cover_files(sheet.clinic)))},
        }
        return _digest(said)

    def _layout(self, layout: Layout) -> str:
        if layout.id not in self._layouts:
            self._layouts[layout.id] = _digest(_plain(asdict(layout)))
        return self._layouts[layout.id]

    def _asset(self, path: str) -> str:
        if path not in self._assets:
            self._assets[path] = _file_digest(self._shop.root, path)
        return self._assets[path]

    def _frozen(self, path: str) -> str:
        """Return the digest of the record of a clinic's PDF, which holds that of its frozen form."""
        record = record_path(self._shop.root, self._asset(path))
        return _file_digest(self._shop.root, record.relative_to(self._shop.root).as_posix())

    @cached_property
    def _program(self) -> str:
        return program_digest()


def _assets(sheet: Sheet) -> Iterator[str]:
    """Yield the files that a sheet may show, by their paths in the content."""
    yield sheet.brand.logo
    if sheet.brand.fonts:
        yield from (sheet.brand.fonts.regular, sheet.brand.fonts.semibold, sheet.brand.fonts.bold)
    yield from _cover_files(sheet.clinic)
    yield from _figures(sheet.handout)


def _cover_files(clinic: Clinic) -> Iterator[str]:
    if clinic.cover.file:
        yield clinic.cover.file
    yield from (note.file for note in clinic.cover.notes)


def _figures(handout: Handout) -> Iterator[str]:
    for section in handout.sections:
        for block in section.blocks:
            if block.block == "figure":
                yield block.file


def _file_digest(root: Path, path: str) -> str:
    """Return the digest of an asset; what cannot be read has one too, since making the sheet tells of it."""
    try:
        with asset_path(root, path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (AssetError, OSError):
        return "unreadable"


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Return a fingerprint of the program: its own files, and the versions of the libraries that write bytes."""
    files = {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(_PACKAGE.rglob("*"))
        if not (name := path.relative_to(_PACKAGE).as_posix()).startswith(_ONLY_TOLD)
        and path.is_file()
        and path.suffix != ".pyc"
    }
    libraries = {name: _version(name) for name in _LIBRARIES} | {"zlib": zlib.ZLIB_RUNTIME_VERSION}
    return _digest({"version": VERSION, "files": files, "libraries": libraries})


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _plain(value: Any) -> Any:
    """Turn what JSON cannot hold into what it can, in an order that does not change."""
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


def _digest(said: Any) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
