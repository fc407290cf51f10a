"""What earlier runs found out, kept between runs: what has not changed is not read again."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from handouts.keeping.digests import digest_of_all
from handouts.keeping.files import kept_file, read_kept, write_kept
from handouts.keeping.program import program_digest

_ENDING = ".json.z"
_RUNS = 16  # that found out something new, after which what none of them used is forgotten


class Memory:
    """What was found out about one content, by keys that say all that it depends on; during a run, and between runs."""

    def __init__(self, file: Path | None) -> None:
        """Read what was kept.

        Args:
            file: Where it is kept; None keeps it as long as the program runs.
        """
        self._file = file
        kept = read_kept(file).get("runs") if file else None
        self._runs: list[dict[str, Any]] = [run for run in kept if isinstance(run, dict)] if kept else []
        self._used: dict[str, Any] = {}

    @classmethod
    def of(cls, content: Path) -> "Memory":
        """Return what is remembered of a content file."""
        return cls(kept_file(content, _ENDING))

    def recall(self, key: str) -> Any:
        """Return what was found out under a key; None for nothing."""
        value = next((run[key] for run in (self._used, *self._runs) if key in run), None)
        if value is not None:
            self._used[key] = value
        return value

    def keep(self, key: str, value: Any) -> None:
        """Keep something that JSON can hold for the next run."""
        self._used[key] = value

    def save(self) -> None:
        """End a run: write down what it found out, and forget what the last runs had no use for.

        Of several, as each looks at a part only: a build tries no sheets, and `check --clinic` not all of them.
        """
        used, self._used = self._used, {}
        if all(any(key in run for run in self._runs) for key in used):
            return
        others = [{key: value for key, value in run.items() if key not in used} for run in self._runs]
        self._runs = [used, *others][:_RUNS]
        if self._file is not None:
            write_kept(self._file, {"runs": self._runs})


def key_of(kind: str, parts: Iterable[str]) -> str:
    """Return a key for what depends on these texts, and on the program.

    Args:
        kind: What is kept under the key.
        parts: All that it depends on, in an order that does not change.
    """
    return digest_of_all((program_digest(), kind, *parts))
