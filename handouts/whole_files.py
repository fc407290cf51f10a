"""Files that staff keep beside the content, put in place whole or not at all."""

import os
import secrets
from pathlib import Path

from handouts.errors import OutputError, Problem


def write_whole(path: Path, data: bytes) -> None:
    """Put new bytes in the place of a file, all of them or none; a link stays a link.

    Raises:
        OutputError: It cannot be written (E602). It is then as it was.
    """
    path = path.resolve()
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with temporary.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                temporary.chmod(path.stat().st_mode)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        message = f"{path.as_posix()} cannot be written: {error.strerror}"
        hint = "close it in other programs, and see that you may write there; it is as it was"
        raise OutputError(Problem("E602", message, None, hint)) from error
