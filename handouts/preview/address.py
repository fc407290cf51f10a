"""The address of a preview, kept from run to run, so that a page that stayed open goes on when it is started again.

Its secret lies in the user's own cache folder, where nobody else may read it, and is made anew after a week.
"""

import os
import re
import secrets
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from handouts.keeping.files import kept_file
from handouts.whole_files import put

_ENDING = ".preview"
_LASTS = 7 * 24 * 3600.0  # seconds: over a weekend, not for ever
_MINE_ALONE = 0o600
_KEPT = re.compile(r"([0-9]{1,5}) ([\w-]{24})\n", re.ASCII)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a preview answers.

    Attributes:
        port: On this machine; 0 for any that is free.
        token: The secret in the path.
    """

    port: int
    token: str


def new_address(port: int = 0) -> Address:
    """Return an address that nobody can guess."""
    return Address(port, secrets.token_urlsafe(18))


def kept_address(content: Path) -> Address | None:
    """Return the address that the last preview of a content had; None where none is kept, or others may know it."""
    file = kept_file(content, _ENDING)
    try:
        if file is None or not _is_private(file.lstat()):
            return None
        kept = _KEPT.fullmatch(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
    return Address(int(kept[1]), kept[2]) if kept else None


def keep_address(content: Path, address: Address) -> None:
    """Keep an address for the next preview of a content, if that can be."""
    if file := kept_file(content, _ENDING):
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            put(file, f"{address.port} {address.token}\n".encode(), mode=_MINE_ALONE, durable=False)


def _is_private(file: os.stat_result) -> bool:
    """Whether it is new enough, ours, and open to nobody else; on Windows the folder sees to the last two."""
    fresh = 0 <= time.time() - file.st_mtime < _LASTS
    return fresh and (os.name != "posix" or (file.st_uid == os.getuid() and not file.st_mode & 0o077))
