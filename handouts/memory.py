"""What earlier runs found out, kept between runs: what has not changed is not read again.

It is kept in the user's own cache folder, never beside the content, and holds only what can be found out again: when it
is lost, damaged or cannot be written, everything just takes longer. `HANDOUTS_CACHE` names another folder; `off` keeps
nothing.
"""

import hashlib
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from handouts.program import program_digest
from handouts.whole_files import put, sweep_beside

_VARIABLE, _OFF = "HANDOUTS_CACHE", "off"
_MOST = 50_000_000  # bytes that are read at all


class Memory:
    """What was found out about one content, by keys that say all that it depends on; during a run, and between runs."""

    def __init__(self, file: Path | None) -> None:
        """Read what was kept.

        Args:
            file: Where it is kept; None keeps nothing.
        """
        self._file = file
        self._known = _read(file) if file else {}
        self._used: dict[str, Any] = {}

    @classmethod
    def of(cls, content: Path) -> "Memory":
        """Return what is remembered of a content file."""
        folder = _folder()
        name = hashlib.sha256(os.fsencode(content.absolute())).hexdigest()[:24]
        return cls(folder / f"{name}.json.z" if folder else None)

    def recall(self, key: str) -> Any:
        """Return what was found out under a key; None for nothing."""
        value = self._used.get(key, self._known.get(key))
        if value is not None:
            self._used[key] = value
        return value

    def keep(self, key: str, value: Any) -> None:
        """Keep something that JSON can hold for the next run."""
        self._used[key] = value

    def save(self) -> None:
        """Write down what this run used or found out, and forget the rest."""
        if self._file is None or self._used.keys() == self._known.keys():
            return
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            data = zlib.compress(json.dumps(self._used, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)
            sweep_beside(self._file)
            put(self._file, data, durable=False)


def key_of(kind: str, parts: Iterable[str]) -> str:
    """Return a key for what depends on these texts, and on the program.

    Args:
        kind: What is kept under the key.
        parts: All that it depends on, in an order that does not change.
    """
    digest = hashlib.sha256(program_digest().encode())
    for part in (kind, *parts):
        digest.update(f"{len(part)}:".encode() + part.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _read(file: Path) -> dict[str, Any]:
    try:
        data = file.read_bytes()
        read = zlib.decompressobj()
        known = json.loads(read.decompress(data, _MOST).decode("utf-8", "surrogatepass"))
    except (OSError, ValueError, zlib.error, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}


def _folder() -> Path | None:
    """Return the folder for what programs keep, by the custom of each system."""
    named = os.environ.get(_VARIABLE)
    if named:
        return None if named == _OFF else Path(named)
    custom: dict[str, Callable[[], str]] = {
        "win32": lambda: os.environ.get("LOCALAPPDATA", ""),
        "darwin": lambda: "~/Library/Caches",
    }
    base = custom.get(sys.platform, lambda: os.environ.get("XDG_CACHE_HOME") or "~/.cache")()
    try:
        return Path(base).expanduser() / "handouts" if base else None
    except RuntimeError:  # nobody's home is known
        return None
