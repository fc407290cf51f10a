"""How files stand on the disk: what changes when one is written, moved or replaced, told without reading it."""

import os
from collections.abc import Iterator
from pathlib import Path

_FLEETING = (".pyc", ".lock")


def stamp(path: Path) -> str:
    """Return the name of a file and how it stands; that it is not there, or not to be looked at, is told as well."""
    try:
        state = path.stat()
    except OSError:
        return f"{path} -"
    return f"{path} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino}"


def last_change(path: Path) -> int:
    """Return when a file was written or moved, in nanoseconds; 0 where it is not there."""
    try:
        state = path.stat()
    except OSError:
        return 0
    return max(state.st_mtime_ns, state.st_ctime_ns)


def files_below(folder: Path) -> Iterator[Path]:
    """Find every file in a folder and those in it, but for bytecode and locks."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(place, name) for name in sorted(names) if not name.endswith(_FLEETING))
