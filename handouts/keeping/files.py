"""Files in the user's own cache folder, which hold only what can be found out again.

They never stand beside the content. When one is lost, damaged or cannot be written, everything just takes longer.
`HANDOUTS_CACHE` names another folder; `off` keeps nothing.
"""

import hashlib
import json
import os
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from handouts.whole_files import put, sweep_beside

_VARIABLE, _OFF = "HANDOUTS_CACHE", "off"
_MOST = 50_000_000  # bytes that are read at all


def kept_file(content: Path, ending: str) -> Path | None:
    """Return where something about a content file is kept; None where nothing is."""
    folder = cache_folder()
    name = hashlib.sha256(os.fsencode(content.absolute())).hexdigest()[:24]
    return folder / f"{name}{ending}" if folder else None


def cache_folder() -> Path | None:
    """Return the folder for what programs keep, by the custom of each system; None where nothing is to be kept."""
    named = os.environ.get(_VARIABLE)
    if named:
        return None if named == _OFF else Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        named = os.environ.get("XDG_CACHE_HOME", "")
        base = named if Path(named).is_absolute() else "~/.cache"  # XDG Base Directory 0.8: a relative one is invalid
    try:
        return Path(base).expanduser() / "handouts" if base else None
    except RuntimeError:  # nobody's home is known
        return None


def read_kept(file: Path) -> dict[str, Any]:
    """Return what a file keeps; nothing where it cannot be read."""
    try:
        read = zlib.decompressobj()
        known = json.loads(read.decompress(file.read_bytes(), _MOST).decode("utf-8", "surrogatepass"))
    except (OSError, ValueError, zlib.error, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}


def write_kept(file: Path, known: dict[str, Any]) -> None:
    """Keep what JSON can hold, if that can be: the old file or the new one is there at every moment."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        sweep_beside(file)
        put(
            file,
            zlib.compress(json.dumps(known, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1),
            durable=False,
        )
