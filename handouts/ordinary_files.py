"""Finding and reading files that people name.

What may wait or go on for ever, such as a device or a pipe, is not read.
"""

import os
import stat
import unicodedata
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple


class NoOrdinaryFileError(OSError):
    """It is a pipe, a device or what the system makes up as it is read."""


class FileState(NamedTuple):
    """What changes when a file is written again."""

    changed: int
    size: int


def state_of(path: Path) -> FileState:
    """Return the state of a file.

    Raises:
        OSError: There is none, or nobody may look at it.
    """
    status = path.stat()
    return FileState(status.st_mtime_ns, status.st_size)


def read_ordinary(path: Path, limit: int) -> bytes:
    """Return the bytes of a file, at most `limit` of them.

    Raises:
        NoOrdinaryFileError: It is none that stands on a disk.
        OSError: It cannot be read.
    """
    with open(path, "rb", opener=_without_waiting) as file:
        status = os.fstat(file.fileno())
        # `/proc/kmsg` and its like call themselves files, of no bytes, and then wait or never end
        if not stat.S_ISREG(status.st_mode) or (not status.st_size and file.read(1) != b""):
            raise NoOrdinaryFileError
        return file.read(limit)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def spellings(name: str) -> tuple[str, ...]:
    """Return a name as typed, then in the other ways in which its accents may be written on a disk.

    A Mac and what it packs write them apart from their letters (NFD), other systems in one (NFC); both look the same.
    """
    forms = (name, unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name))
    return (name,) if name.isascii() else tuple(dict.fromkeys(forms))


def matching(folder: Path, pattern: str) -> set[Path]:
    """Return what a glob finds in a folder, however the disk writes accents; nothing for what is no glob."""
    if _finds_more(PurePosixPath(pattern).parts):
        return set()
    try:
        return {path for spelled in spellings(pattern) for path in folder.glob(spelled)}
    except (OSError, ValueError, NotImplementedError, IndexError):  # each of them for some odd pattern
        return set()


def _finds_more(parts: Sequence[str]) -> bool:
    """Whether later Pythons find files where 3.11 finds none: `**` at the end, or beside other characters."""
    return parts[-1:] == ("**",) or any("**" in part and part != "**" for part in parts)
