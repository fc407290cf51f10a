"""What earlier runs found out, kept between runs: what has not changed is not read again."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from handouts.keeping import kept_file, read_kept, write_kept
from handouts.program import program_digest

_ENDING = ".json.z"


class Memory:
    """What was found out about one content, by keys that say all that it depends on; during a run, and between runs."""

    def __init__(self, file: Path | None) -> None:
        """Read what was kept.

        Args:
            file: Where it is kept; None keeps nothing.
        """
        self._file = file
        self._known = read_kept(file) if file else {}
        self._used: dict[str, Any] = {}

    @classmethod
    def of(cls, content: Path) -> "Memory":
        """Return what is remembered of a content file."""
        return cls(kept_file(content, _ENDING))

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
        if self._file is not None and self._used.keys() != self._known.keys():
            write_kept(self._file, self._used)


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
