"""Fingerprints of everything that a file is made from: when it is the same, the file would be the same."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cached_property
from typing import Any

from handouts.build.plan import Workshop
from handouts.frozen import record_path
from handouts.keeping.digests import digest_of
from handouts.keeping.program import program_digest
from handouts.layout import Layout
from handouts.model import Brand, Clinic
from handouts.pictures.assets import asset_digest
from handouts.sheet import Sheet


class Inputs:
    """Fingerprints of the sheets of one content; what they share is read once."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self._layouts: dict[str, str] = {}
        self._assets: dict[str, str] = {}

    def of(self, sheet: Sheet) -> str:
        """Return the fingerprint of a sheet, in hex digits."""
        edition, content = sheet.edition, self._shop.content
        assets = {*shown_by(sheet.clinic, sheet.brand), *sheet.handout.figures}
        said: dict[str, Any] = {
            "program": self._program,
            "content": sheet.fingerprint,
            "languages": [list(content.languages), [language.code for language in edition.languages]],
            "brand": [sheet.clinic.brand, sheet.brand.model_dump(mode="json")],
            "clinic": sheet.clinic_id,
            "layout": self.layout(edition.layout),
            "marks": [sheet.status, *sheet.marks],
            "assets": {path: self.asset(path) for path in sorted(assets)},
            "frozen": {path: self.frozen(path) for path in sorted(set(_cover_files(sheet.clinic)))},
        }
        return digest_of(said)

    def layout(self, layout: Layout) -> str:
        """Return the digest of a layout."""
        if layout.id not in self._layouts:
            self._layouts[layout.id] = digest_of(_plain(asdict(layout)))
        return self._layouts[layout.id]

    def asset(self, path: str) -> str:
        """Return the digest of an asset, by its path in the content."""
        if path not in self._assets:
            self._assets[path] = asset_digest(self._shop.root, path)
        return self._assets[path]

    def frozen(self, path: str) -> str:
        """Return the digest of the record of a clinic's PDF, which holds that of its frozen form."""
        record = record_path(self._shop.root, self.asset(path))
        return asset_digest(self._shop.root, record.relative_to(self._shop.root).as_posix())

    @cached_property
    def _program(self) -> str:
        return program_digest()


def shown_by(clinic: Clinic, brand: Brand) -> Iterator[str]:
    """Yield the files of a clinic and its brand that a sheet may show, by their paths in the content."""
    yield brand.logo
    if brand.fonts:
        yield from (brand.fonts.regular, brand.fonts.semibold, brand.fonts.bold)
    yield from _cover_files(clinic)


def _cover_files(clinic: Clinic) -> Iterator[str]:
    if clinic.cover.file:
        yield clinic.cover.file
    yield from (note.file for note in clinic.cover.notes)


def _plain(value: Any) -> Any:
    """Turn what JSON cannot hold into what it can, in an order that does not change."""
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value
