"""Files that are not there, named by brands and clinics of which no sheet is tried: they are left out, or not used."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from handouts.content import Loaded
from handouts.errors import AssetError, Problem, Span
from handouts.pictures.assets import asset_path


def files_not_there(loaded: Loaded, root: Path) -> Iterator[Problem]:
    """Yield what is wrong with the names of such files.

    Args:
        loaded: The content, as it was read.
        root: The folder that the names begin in.
    """
    for path, at in _named(loaded):
        try:
            asset_path(root, path)
        except AssetError as error:
            yield from (replace(problem, at=at) for problem in error.problems)


def _named(loaded: Loaded) -> Iterator[tuple[str, Span | None]]:
    """Yield each file that such a part names, with its place."""
    content = loaded.legible
    unused = content.brands.keys() - {clinic.brand for clinic in content.clinics.values()}
    for group, name in sorted({*loaded.left_out, *(("brands", name) for name in unused)}):
        if group == "brands" and (brand := content.brands.get(name)):
            yield brand.logo, brand.at.of("logo")
            for weight, path in brand.fonts.model_dump(exclude={"at"}).items() if brand.fonts else ():
                yield path, brand.fonts.at.of(weight) if brand.fonts else None
        elif group == "clinics" and (clinic := content.clinics.get(name)):
            if clinic.cover.file:
                yield clinic.cover.file, clinic.cover.at.of("file")
            yield from ((page.file, page.at.of("file")) for page in clinic.cover.notes)
