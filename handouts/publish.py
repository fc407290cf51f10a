"""Files that are whole at every moment: written beside, flushed to disk, moved into place.

A kill, a full disk or a crash leaves the old file or the new one, never a part of one. What a crash leaves beside
them is swept away by the next build.
"""

import errno
import hashlib
import os
import re
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import ClassVar

from handouts.errors import ExitCode, OutputError, Problem

LOCK = ".lock"
_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{8}\.tmp")
_IS_FULL = {errno.ENOSPC, errno.EDQUOT}
_PATIENCE = 10.0  # seconds; another build of every sheet takes about as long
_PROMPT = 0.3  # seconds without a word


class DiskFullError(OutputError):
    """There is no room left: nothing more can be written."""

    exit_code: ClassVar[ExitCode] = ExitCode.OUTPUT


class OutputFolder:
    """The folder of finished files. Paths are relative to it, with forward slashes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._changed: set[Path] = set()

    def open(self) -> None:
        """Make the folder if need be.

        Raises:
            OutputError: Something else stands there (E601), or it cannot be written to (E602).
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            hint = "delete or rename that file, or name another folder with `--output`"
            message = f"{self.root} cannot be a folder: a file stands in its way"
            raise OutputError(Problem("E601", message, None, hint)) from error
        except OSError as error:
            raise _failure(self.root, error) from error

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
            raise _failure(self.root, error) from error
        try:
            self._sweep()
            yield
        finally:
            lock.release()

    def _sweep(self) -> None:
        folders = [self.root, *(entry for entry in self.root.iterdir() if not entry.is_symlink() and entry.is_dir())]
        for folder in folders:
            for entry in folder.iterdir():
                if _TEMPORARY.fullmatch(entry.name) and not entry.is_dir():
                    with suppress(OSError):
                        entry.unlink()

    def publish(self, path: str, data: bytes) -> None:
        """Put a file in its place, whole; the old one stays until then, and for good when that fails.

        Raises:
            DiskFullError: There is no room for it (E603).
            OutputError: It cannot be written (E602), a link stands in its way (E604), or another program holds the
                old one (E605).
        """
        target = self.root / path
        temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
        try:
            self._open_folders(path)
            try:
                _write_durably(temporary, data)
                temporary.replace(target)
            finally:
                with suppress(OSError):
                    temporary.unlink()
        except OSError as error:
            raise _failure(target, error) from error
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
            raise _failure(target, error) from error
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
            handle = os.open(self.root / path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
        except (OSError, ValueError):
            return None
        with os.fdopen(handle, "rb") as file:
            return file.read() if stat.S_ISREG(os.fstat(handle).st_mode) else None

    def digest(self, path: str) -> str | None:
        """Return the SHA-256 of a file in hex digits; None when there is no such file of its own."""
        data = self.read(path)
        return None if data is None else hashlib.sha256(data).hexdigest()


def _write_durably(path: Path, data: bytes) -> None:
    """Write a new file, with the rights that the user's umask gives."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _failure(path: Path, error: OSError) -> OutputError:
    """Say in plain words why a file cannot be written, and what to do."""
    if error.errno in _IS_FULL:
        hint = "make room on the disk, then run this again; the earlier file is still there"
        return DiskFullError(Problem("E603", f"{path} cannot be written: the disk is full", None, hint))
    if isinstance(error, PermissionError) and path.is_file() and os.access(path.parent, os.W_OK):
        hint = "close the PDF in the viewer, then run this again; the earlier file is still there"
        return OutputError(Problem("E605", f"{path} cannot be replaced: another program holds it", None, hint))
    if path.is_dir() and not isinstance(error, PermissionError) and error.errno != errno.EROFS:
        hint = "delete or rename that folder"
        return OutputError(Problem("E601", f"{path} cannot be written: a folder stands in its place", None, hint))
    why = "you have no right to write there" if isinstance(error, PermissionError) else error.strerror or str(error)
    hint = "choose another folder with `--output`, or ask for the right to write there"
    return OutputError(Problem("E602", f"{path} cannot be written: {why}", None, hint))
