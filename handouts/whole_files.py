"""Files that are whole at every moment: written beside, flushed to disk, moved into place.

A kill, a full disk or a crash leaves the old file or the new one, never a part of one. What a kill leaves beside them
is swept away by the next run that writes there.
"""

import errno
import os
import re
import secrets
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from handouts.errors import ExitCode, OutputError, Problem

_TEMPORARY = re.compile(r"\.(.+)\.[0-9a-f]{8}\.tmp")
_NAMED = 60  # characters of a name that its temporary one keeps: file systems have no room for many more
_IS_FULL = {errno.ENOSPC, errno.EDQUOT}
_ATTEMPTS = 5  # while another run of this program sweeps away what it takes for leftovers
_BESIDE_CONTENT = "see that you may write there, then run this again; it is as it was"


class DiskFullError(OutputError):
    """There is no room left: nothing more can be written."""

    exit_code: ClassVar[ExitCode] = ExitCode.OUTPUT


def write_whole(path: Path, data: bytes, hint: str = _BESIDE_CONTENT, *, folders: bool = False) -> None:
    """Put new bytes in the place of a file that staff keep; a link stays a link, and rights stay as they are.

    Args:
        path: The file.
        data: All that it is to hold.
        hint: What to do when it cannot be written.
        folders: Whether its folders are made, too.

    Raises:
        DiskFullError: There is no room for it (E603).
        OutputError: It cannot be written (E601, E602, E605). It is then as it was.
    """
    try:
        path = _target(path)
        if folders:
            path.parent.mkdir(parents=True, exist_ok=True)
        sweep_beside(path)
        mode = path.stat().st_mode if path.exists() else None
        if mode is not None and not os.access(path, os.W_OK):  # somebody means it to stay; moving would ask nobody
            raise PermissionError(errno.EACCES, "Permission denied")
        _put_though_swept(path, data, mode)
    except (OSError, RuntimeError) as error:  # a loop of links is the latter
        raise refusal(path, error, hint) from error


def _target(path: Path) -> Path:
    target = path.resolve()
    if target.is_symlink():  # it leads to itself, which `resolve` told before Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def _put_though_swept(path: Path, data: bytes, mode: int | None) -> None:
    for attempt in range(_ATTEMPTS):
        try:
            return put(path, data, mode=mode)
        except FileNotFoundError:
            if attempt == _ATTEMPTS - 1:
                raise
    return None


def put(path: Path, data: bytes, *, mode: int | None = None, durable: bool = True) -> None:
    """Put new bytes in the place of a file, or of a link to one.

    Args:
        path: The file, in a folder that there is.
        data: All that it is to hold.
        mode: Its rights; those that the user's umask gives otherwise.
        durable: Whether it must outlast a power cut.

    Raises:
        OSError: It cannot be written. It is then as it was, and nothing is left beside it.
    """
    temporary = path.with_name(f".{path.name[:_NAMED]}.{secrets.token_hex(4)}.tmp")
    try:
        _write(temporary, data, durable=durable)
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink()


def _write(path: Path, data: bytes, *, durable: bool) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as file:
        file.write(data)
        file.flush()
        if durable:
            os.fsync(file.fileno())


def sweep(folder: Path, name: str | None = None) -> None:
    """Remove what killed runs left in a folder: of every file, or of the one with that name."""
    for entry in folder.iterdir():
        left = _TEMPORARY.fullmatch(entry.name)
        if left and left[1] == (left[1] if name is None else name[:_NAMED]) and not entry.is_dir():
            with suppress(OSError):
                entry.unlink()


def sweep_beside(path: Path) -> None:
    """Remove what killed runs that wrote this file left beside it."""
    with suppress(OSError):
        sweep(path.parent, path.name)


def refusal(path: Path, error: Exception, hint: str) -> OutputError:
    """Say in plain words why a file cannot be written, and what to do.

    Args:
        path: The file.
        error: What the system said.
        hint: What to do where it is about rights, or about the place itself.
    """
    number = error.errno if isinstance(error, OSError) else None
    if number in _IS_FULL:
        advice = "make room on the disk, then run this again; the file is as it was"
        return DiskFullError(Problem("E603", f"{path} cannot be written: the disk is full", None, advice))
    if number == errno.EFBIG:
        advice = "raise that limit (`ulimit -f`), or choose a disk that takes larger files, then run this again"
        message = f"{path} cannot be written: it would be larger than this disk or your account allows"
        return OutputError(Problem("E602", message, None, advice))
    if isinstance(error, PermissionError) and path.is_file() and os.access(path.parent, os.W_OK | os.X_OK):
        return _held(path)
    if os.path.isdir(path) and not isinstance(error, PermissionError) and number != errno.EROFS:  # noqa: PTH112
        advice = "delete or rename that folder"
        return OutputError(Problem("E601", f"{path} cannot be written: a folder stands in its place", None, advice))
    why = _why(error)
    return OutputError(Problem("E602", f"{path} cannot be written: {why}", None, hint))


def _held(path: Path) -> OutputError:
    if not os.access(path, os.W_OK):
        advice = "take that off, then run this again; it is as it was"
        return OutputError(Problem("E602", f"{path} cannot be written: it is set to be read only", None, advice))
    advice = "close it in other programs, then run this again; the earlier file is still there"
    if path.suffix == ".pdf":
        advice = "close the PDF in the viewer, then run this again; the earlier file is still there"
    return OutputError(Problem("E605", f"{path} cannot be replaced: another program holds it", None, advice))


def _why(error: Exception) -> str:
    if isinstance(error, PermissionError) or (isinstance(error, OSError) and error.errno == errno.EROFS):
        return "you have no right to write there"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
