"""A fingerprint of the program itself: what another version found out or made is not relied on."""

import hashlib
import zlib
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from handouts import VERSION
from handouts.digests import digest_of

_PACKAGE = Path(__file__).parent
_LIBRARIES = ("pillow", "pypdf", "pypdfium2", "reportlab", "segno", "uharfbuzz")
"""Libraries that put bytes into a file."""

_ONLY_TOLD = ("messages/", "explanations/")
"""Folders whose words no file holds and no finding: mending them makes nothing out of date."""


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Return a fingerprint of the program: its own files, and the versions of the libraries that write bytes."""
    files = {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(_PACKAGE.rglob("*"))
        if not (name := path.relative_to(_PACKAGE).as_posix()).startswith(_ONLY_TOLD)
        and path.is_file()
        and path.suffix != ".pyc"
        and not path.name.startswith(".")  # what a Mac leaves in each folder that is looked into
    }
    libraries = {name: _version(name) for name in _LIBRARIES} | {"zlib": zlib.ZLIB_RUNTIME_VERSION}
    said = {"version": VERSION, "files": files, "libraries": libraries}
    return digest_of(said)


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
