"""Following the content: every file that it is made of, and what an edit of one of them sets off.

Events of the file system only wake the watcher up; what changed is told by comparing the files with what they were.
So an editor may save by renaming, a file may vanish and return, and a network drive that tells of nothing is
followed all the same, a little later.
"""

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from threading import Event

from handouts.content.decoding import MAX_BYTES
from handouts.content.reading.source import WORDS, read_source
from handouts.content.source_tree import MappingNode, ScalarNode, SequenceNode
from handouts.freshness import ledger_path
from handouts.ordinary_files import matching, read_ordinary
from handouts.pictures.assets import FOLDER
from handouts.signing.records import RECORDS

_STILL = 25  # milliseconds without a change after which a save is over
_DEBOUNCE = 80  # milliseconds after which a change is told, whatever goes on
_PATIENCE = 4  # looks at an empty file before it is taken to be empty for good
_LOOK_AGAIN = 1000  # milliseconds between looks at a drive that tells of nothing
_MAX_FOLDERS = 400  # watched one by one; more of them are only looked at
_INCLUDE = re.compile(rb"""^["']?include["']?[ \t]*:|\A(?:[^\n{]*\n)*[ \t]*\{""", re.MULTILINE)
_WILD = re.compile(r"[*?\[]")
_LEFT_BY_EDITORS = re.compile(r"^\.|~$|\.sw.$|\.tmp$|^4913$")

Stamp = tuple[int, int, int]
"""What tells one state of a file from another: when it was written, its size, which file it is on the disk."""

React = Callable[[frozenset[Path]], None]
"""What is done when files have changed: it is told which; none at the start."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What is followed.

    Attributes:
        content: The first file.
        patterns: The globs that it includes, from its folder.
    """

    content: Path
    patterns: tuple[str, ...] = ()

    @property
    def root(self) -> Path:
        """The folder of the content."""
        return self.content.parent

    def stamps(self) -> dict[Path, Stamp]:
        """Return the state of every file that there is at this moment; globs are looked up again."""
        included = (path for pattern in self.patterns for path in matching(self.root, pattern))
        settled = [ledger_path(self.content), self.root / WORDS, *self.root.glob(RECORDS)]
        return _stamps([self.content, *settled, *included]) | _asset_stamps(self.root)

    def folders(self) -> frozenset[Path]:
        """Return the folders that exist and in which a change may matter."""
        starts = [self.root / FOLDER, *(self.root.joinpath(*_fixed_parts(pattern)) for pattern in self.patterns)]
        found = {self.root}
        for start in starts:
            found.add(_nearest(start, self.root))
            if start != self.root:
                found.update(_below(start))
        return frozenset(sorted(found)[:_MAX_FOLDERS])


def _asset_stamps(root: Path) -> dict[Path, Stamp]:
    """Return the state of every asset under a folder of content."""
    found: list[Path] = []
    for folder, folders, names in os.walk(root / FOLDER):
        folders[:] = [name for name in folders if not _LEFT_BY_EDITORS.search(name)]
        found += (Path(folder, name) for name in names if not _LEFT_BY_EDITORS.search(name))
    return _stamps(found)


def follow(content: Path) -> Followed:
    """Return what is followed for a first file, as it includes others at this moment; a broken file includes none."""
    stamp = _stamp(content)
    if stamp is None or stamp[1] > MAX_BYTES:
        return Followed(content)
    try:
        raw = read_ordinary(content, MAX_BYTES)
    except OSError:
        return Followed(content)
    if b"include" not in raw or not _INCLUDE.search(raw):  # which is soon seen, and most often so
        return Followed(content)
    root = read_source(content.name, raw).root
    entry = root.entries.get("include") if isinstance(root, MappingNode) else None
    if entry is None or not isinstance(entry.value, SequenceNode):
        return Followed(content)
    items = (item.value for item in entry.value.items if isinstance(item, ScalarNode))
    return Followed(content, tuple(item for item in items if item and _stays_inside(item)))


def watch(content: Path, react: React, complain: Callable[[Exception], None], stop: Event | None = None) -> None:
    """React once, and then whenever a file changes, until `stop` is set or Ctrl-C is pressed.

    Args:
        content: The first file.
        react: What to do; whatever it raises is told, and watching goes on.
        complain: Tells of it.
        stop: Ends the watch.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed; the command ends with 130.
    """
    stop = stop or Event()
    followed = follow(content)
    seen = followed.stamps()
    _try(react, frozenset(), complain)
    while not stop.is_set():
        folders = followed.folders()
        for _ in wake_ups(folders, stop):
            touched = _touched(seen, seen := _settled(followed, stop))
            if content in touched:
                # before reacting: what changes from now on, in new files as well, sets off a reaction of its own
                followed = _followed_after(followed)
                seen = followed.stamps()
            if touched:
                _try(react, touched, complain)
            if followed.folders() != folders:
                break


def _settled(followed: Followed, stop: Event) -> dict[Path, Stamp]:
    """Return the state of every file, once none is empty: an empty file is one that is being written."""
    for _ in range(_PATIENCE):
        stamps = followed.stamps()
        if all(size for _, size, _ in stamps.values()):
            return stamps
        stop.wait(_STILL / 1000)
    return followed.stamps()


def _followed_after(before: Followed) -> Followed:
    """Return what is followed now; a half-typed file goes on including what it included."""
    after = follow(before.content)
    return Followed(after.content, after.patterns or before.patterns)


def _try(react: React, touched: frozenset[Path], complain: Callable[[Exception], None]) -> None:
    try:
        react(touched)
    except Exception as error:  # noqa: BLE001 (whatever breaks, the next edit may mend it)
        complain(error)


def _touched(before: dict[Path, Stamp], now: dict[Path, Stamp]) -> frozenset[Path]:
    """Return the files that appeared, vanished or changed."""
    return frozenset(path for path in before.keys() | now.keys() if before.get(path) != now.get(path))


def wake_ups(folders: frozenset[Path], stop: Event) -> Iterator[None]:
    """Yield soon after something happened in one of the folders, and every second in any case, until `stop` is set."""
    from watchfiles import watch as events  # noqa: PLC0415 (a build that watches nothing does without)

    try:
        for _ in events(
            *folders, watch_filter=None, debounce=_DEBOUNCE, step=_STILL, stop_event=stop,
            rust_timeout=_LOOK_AGAIN, yield_on_timeout=True, recursive=False,
        ):  # fmt: skip
            yield
    except (OSError, RuntimeError):  # a folder vanished, or the system has no watches left: look again later
        stop.wait(_LOOK_AGAIN / 1000)
        yield


def _stamps(paths: Iterable[Path]) -> dict[Path, Stamp]:
    return {path: stamp for path in paths if (stamp := _stamp(path)) is not None}


def _stamp(path: Path) -> Stamp | None:
    """Return the state of a file; None when there is none."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino) if stat.S_ISREG(status.st_mode) else None


def _stays_inside(pattern: str) -> bool:
    return not (PurePosixPath(pattern).is_absolute() or ".." in pattern.split("/") or "\\" in pattern or ":" in pattern)


def _fixed_parts(pattern: str) -> list[str]:
    """Return the folders that a pattern begins with, up to the first with a wildcard."""
    parts = pattern.split("/")[:-1]
    wild = (number for number, part in enumerate(parts) if _WILD.search(part))
    return parts[: next(wild, len(parts))]


def _nearest(folder: Path, root: Path) -> Path:
    """Return a folder, or the one above it where it would appear."""
    while folder != root and not folder.is_dir():
        folder = folder.parent
    return folder


def _below(start: Path) -> Iterator[Path]:
    for folder, folders, _ in os.walk(start):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield Path(folder)
