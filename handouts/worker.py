"""The process apart: it reads one foreign file after the other, under limits that it cannot lift.

It may not write files, start programs or use the network. The limits of the operating system (POSIX) hold for all of
it; that on Python's own functions (PEP 578) holds for Python code and not for the C libraries beneath.
"""

import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import IO, Any

from handouts.errors import AssetError
from handouts.limits import MEMORY, PDF_BYTES, PROCESSOR_SECONDS
from handouts.processes.sandbox import receive, send
from handouts.refusals import REFUSED_HELP, is_refused_reading, what_refused

_GLANCE = 0.5  # seconds between two looks at whether the process that asks lives
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FORBIDDEN = (
    "socket.", "subprocess.", "shutil.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.remove",
    "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.startfile", "urllib.", "ftplib.",
)  # fmt: skip


def serve() -> None:
    """Answer requests until there are no more, or until the process that asks, by its number, is gone."""
    requests, answers = sys.stdin.buffer, _own_output()
    if os.name == "posix":  # elsewhere the question itself would kill
        with suppress(RuntimeError):  # no thread can be started: then it ends a little later
            threading.Thread(target=_end_with, args=(int(sys.argv[2]),), daemon=True).start()
    confine()
    while True:
        try:
            request, data = receive(requests, 2 * PDF_BYTES)
        except EOFError:
            return
        allow_time()
        _reply(answers, request, data)


def _end_with(asking: int) -> None:
    """End when the process that asks was killed: nobody waits for an answer that may take seconds."""
    with suppress(PermissionError):  # one that may not be asked lives
        while True:
            try:
                os.kill(asking, 0)
            except ProcessLookupError:
                os._exit(1)
            time.sleep(_GLANCE)


def _own_output() -> IO[bytes]:
    """Keep the way back to ourselves: what a library prints must not become an answer."""
    answers = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 (a device)
        os.dup2(nowhere.fileno(), 1)
    return answers


def _reply(answers: IO[bytes], request: Mapping[str, Any], data: bytes) -> None:
    said: dict[str, Any]
    made = b""
    try:
        record, made = TASKS[request["task"]](data, request)
        said = {"record": record}
    except AssetError as error:
        said = {"problems": [(problem.code, problem.message, problem.hint) for problem in error.problems]}
    except Exception as error:  # noqa: BLE001 (whatever a library trips over is said in words, by who asked)
        said = _failed(error)
    send(answers, said, made)


def _failed(error: Exception) -> dict[str, Any]:
    """Say what stood in the way of reading a file: the machine, how large the file is, or nobody knows."""
    if is_refused_reading(error):
        message = f"the computer refused what reading the file takes ({what_refused(error)})"
        return {"problems": [("E992", message, REFUSED_HELP)]}
    if isinstance(error, MemoryError):
        hint = "ask the designer for a simpler file, with images at 300 dpi"
        return {"problems": [("E550", "the file takes too much memory to be read", hint)]}
    return {"trace": "".join(traceback.format_exception(error, limit=-12))}


def confine() -> None:
    """Take from this process what reading needs none of."""
    sys.addaudithook(_refuse)
    try:
        import resource  # noqa: PLC0415 (POSIX)
    except ImportError:
        return
    limits = {"RLIMIT_AS": MEMORY, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0, "RLIMIT_NPROC": 0}
    for name, limit in limits.items():
        try:
            resource.setrlimit(getattr(resource, name), (limit, limit))
        except (ValueError, OSError, AttributeError):  # not every system has each of them
            continue


def allow_time() -> None:
    """Give the next file its share of the processor."""
    try:
        import resource  # noqa: PLC0415 (POSIX)
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    allowed = int(used.ru_utime + used.ru_stime) + 1 + PROCESSOR_SECONDS
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(
        resource.RLIMIT_CPU, (allowed if most < 0 else min(allowed, most), most)
    )  # -1: as much as it takes


def _refuse(event: str, details: tuple[Any, ...]) -> None:
    """Stop Python code that does more than read (PEP 578)."""
    writes = event == "open" and isinstance(details[2], int) and details[2] & _WRITING
    if writes or event.startswith(_FORBIDDEN):
        raise PermissionError(f"a file that is only to be read wanted {event}")


_Made = tuple[Any, bytes]


def _pdf(data: bytes, request: Mapping[str, Any]) -> _Made:
    from handouts.supplied.preparing import prepare  # noqa: PLC0415 (each task loads what it needs)
    from handouts.supplied.records import record_of  # noqa: PLC0415

    prepared = prepare(data, signed=bool(request.get("signed")))
    return record_of(prepared), prepared.pdf


def _preview(data: bytes, _: Mapping[str, Any]) -> _Made:
    from handouts.supplied.raster import preview  # noqa: PLC0415

    return None, preview(data)


def _picture(data: bytes, request: Mapping[str, Any]) -> _Made:
    from handouts.pictures.reading import read_content  # noqa: PLC0415
    from handouts.pictures.records import record_of  # noqa: PLC0415

    return record_of(read_content(data, str(request["name"])))


def _font(data: bytes, request: Mapping[str, Any]) -> _Made:
    from handouts.typography.font_files import clean_font  # noqa: PLC0415

    return None, clean_font(data, str(request["name"]))


TASKS: dict[str, Callable[[bytes, Mapping[str, Any]], _Made]] = {
    "pdf": _pdf,
    "preview": _preview,
    "picture": _picture,
    "font": _font,
}
"""What can be asked for, by name."""
