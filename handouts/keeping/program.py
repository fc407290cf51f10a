"""A fingerprint of the program itself: what another version found out or made is not relied on."""

import hashlib
import zlib
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from handouts import VERSION
from handouts.keeping.digests import digest_of, digest_of_all
from handouts.keeping.files import cache_folder, read_kept, write_kept
from handouts.keeping.stamps import files_below, stamp

_PACKAGE = Path(__file__).parents[1]
_KEPT = "program.z"
_LIBRARIES = ("pillow", "pypdf", "pypdfium2", "reportlab", "segno", "uharfbuzz")
"""Libraries that put bytes into a file."""

_ONLY_TOLD = ("messages/", "explanations/")
"""Folders whose words no file holds and no finding: mending them makes nothing out of date."""


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Return a fingerprint of the program: its own files, and the versions of the libraries that write bytes."""
    libraries = {name: _version(name) for name in _LIBRARIES} | {"zlib": zlib.ZLIB_RUNTIME_VERSION}
    return digest_of({"version": VERSION, "files": _files(), "libraries": libraries})


def _files() -> str:
    """Return a fingerprint of the program's files, which are read anew only when one of them was written."""
    folder = cache_folder()
    if folder is None:
        return _read_files()
    stamps = digest_of_all(map(stamp, files_below(_PACKAGE)))
    known = read_kept(folder / _KEPT).get(stamps)
    if not isinstance(known, str):
        known = _read_files()
        write_kept(folder / _KEPT, {stamps: known})
    return known


def _read_files() -> str:
    return digest_of(
        {
            name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in files_below(_PACKAGE)
            if not (name := path.relative_to(_PACKAGE).as_posix()).startswith(_ONLY_TOLD)
            and not path.name.startswith(".")  # what a Mac leaves in each folder that is looked into
        }
    )


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
