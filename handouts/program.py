"""A fingerprint of the program itself: what another version found out or made is not relied on."""

import hashlib
import json
import zlib
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from handouts import VERSION

_PACKAGE = Path(__file__).parent
_LIBRARIES = ("pillow", "pypdf", "pypdfium2", "reportlab", "segno", "uharfbuzz")
"""Libraries that put bytes into a file."""


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Return a fingerprint of the program: its own files, and the versions of the libraries that write bytes."""
    files = {
        path.relative_to(_PACKAGE).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(_PACKAGE.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    }
    libraries = {name: _version(name) for name in _LIBRARIES} | {"zlib": zlib.ZLIB_RUNTIME_VERSION}
    said = {"version": VERSION, "files": files, "libraries": libraries}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
