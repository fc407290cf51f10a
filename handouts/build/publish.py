"""The folder of finished files: each is whole at every moment, and one build writes at a time."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from handouts.errors import OutputError, Problem
from handouts.whole_files import put, refusal, sweep

LOCK = ".lock"
_PATIENCE = 10.0  # seconds; another build of every sheet takes about as long
_PROMPT = 0.3  # seconds without a word
_READING = sum(getattr(os, name, 0) for name in ("O_RDONLY", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
"""Follows no link, and waits for no pipe that nobody writes to."""
_ELSEWHERE = "choose another folder with `--output`, or ask for the right to write there"


class OutputFolder:
    """The folder of finished files. Paths are relative to it, with forward slashes."""

    def __init__(self, root: Path, hint: str = _ELSEWHERE) -> None:
        """Name the folder.

        Args:
            root: The folder.
            hint: What to do when it cannot be written to.
        """
        self.root = root
        self._hint = hint
        self._changed: set[Path] = set()

    def open(self) -> None:
        """Make the folder if need be.

        Raises:
            OutputError: Something else stands there (E601), or it cannot be written to (E602).
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            hint = "name another folder with `--output`; a file of this name stands there already"
            message = f"{self.root} cannot be a folder: a file stands in its way"
            raise OutputError(Problem("E601", message, None, hint)) from error
        except OSError as error:
            raise refusal(self.root, error, self._hint) from error

    @contextmanager
    def reserved(self, waiting: Callable[[], None], patience: float = _PATIENCE) -> Iterator[None]:
        """Keep other builds out, and sweep away what a killed one left.

        Args:
            waiting: Called once when another build has to be waited for.
            patience: How long to wait for it, in seconds.

        Raises:
            OutputError: It is still at work after that (E606), or the folder cannot be written to (E602).
        """
        from filelock import FileLock, Timeout  # noqa: PLC0415 (only builds lock)

        lock = FileLock(self.root / LOCK, mode=0o666)
        try:
            try:
                lock.acquire(timeout=min(_PROMPT, patience))
            except Timeout:
                waiting()
                lock.acquire(timeout=patience)
        except Timeout as error:
            message = f"another build is writing to {self.root}"
            hint = "wait until it has ended, then run this again"
            raise OutputError(Problem("E606", message, None, hint)) from error
        except OSError as error:
            stands = os.path.lexists(lock.lock_file)
            raise refusal(Path(lock.lock_file) if stands else self.root, error, self._hint) from error
        try:
            self._sweep()
            yield
        finally:
            lock.release()

    def _sweep(self) -> None:
        folders = [self.root, *(entry for entry in self.root.iterdir() if not entry.is_symlink() and entry.is_dir())]
        for folder in folders:
            with suppress(OSError):  # one that cannot be read is told when it is written to
                sweep(folder)

    def publish(self, path: str, data: bytes) -> None:
        """Put a file in its place, whole; the old one stays until then, and for good when that fails.

        Raises:
            DiskFullError: There is no room for it (E603).
            OutputError: It cannot be written (E602), a link stands in its way (E604), or another program holds the
                old one (E605).
        """
        target = self.root / path
        try:
            self._open_folders(path)
            put(target, data)
        except OSError as error:
            raise refusal(target, error, self._hint) from error
        self._changed.add(target.parent)

    def _open_folders(self, path: str) -> None:
        """Make the folders of a file, and never walk through a symbolic link to one."""
        for folder in reversed([self.root / parent for parent in PurePosixPath(path).parents][:-1]):
            if folder.is_symlink():
                hint = "delete the link; the program makes a folder in its place"
                message = f"{folder} is a link to another place, and nothing is written through links"
                raise OutputError(Problem("E604", message, None, hint))
            folder.mkdir(exist_ok=True)

    def remove(self, path: str) -> None:
        """Remove a file, and its folder when that is empty then.

        Raises:
            OutputError: It cannot be removed (E602, E605).
        """
        target = self.root / path
        try:
            target.unlink(missing_ok=True)
        except OSError as error:
            raise refusal(target, error, self._hint) from error
        self._changed.add(target.parent)
        with suppress(OSError):
            target.parent.rmdir()
            self._changed.discard(target.parent)

    def settle(self) -> None:
        """Flush the names of changed files to disk, so that a power cut cannot bring old ones back."""
        for folder in self._changed if os.name == "posix" else ():
            with suppress(OSError):  # some file systems cannot flush a folder
                handle = os.open(folder, os.O_RDONLY)
                try:
                    os.fsync(handle)
                finally:
                    os.close(handle)
        self._changed.clear()

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file; None when there is no such file of its own, without links."""
        if any((self.root / parent).is_symlink() for parent in PurePosixPath(path).parents[:-1]):
            return None
        try:
            handle = os.open(self.root / path, _READING)
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            return None
        with os.fdopen(handle, "rb") as file:
            return file.read()

    def is_unreadable(self, path: str) -> bool:
        """Whether something stands in the place of a file that cannot be read as one: a folder, a link, another's."""
        return os.path.lexists(self.root / path) and self.read(path) is None

    def digest(self, path: str) -> str | None:
        """Return the SHA-256 of a file in hex digits; None when there is no such file of its own."""
        data = self.read(path)
        return None if data is None else hashlib.sha256(data).hexdigest()
