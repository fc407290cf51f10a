"""A process that has everything loaded and begins builds that are to be killed, each in a process of its own.

    python -m tests.killed_builds CONTENT

It reads a line for each build: before which change to a file it is killed, and after how many seconds; 0 is never. It
answers with how the build ended: its exit code, or the number of the signal that killed it, below zero. The clock kills
by SIGALRM, which Python does not handle: the system ends the process on the spot, as it does by SIGKILL. Starting each
build from nothing would take twenty times as long.
"""

import contextlib
import io
import os
import signal
import sys
from pathlib import Path

from handouts.cli import main
from layouts import LAYOUTS
from tests.sample_content import DAY

_CHANGES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


def build(content: Path, output: Path) -> int:
    """Build everything and return the exit code."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return main(["--content", str(content), "--output", str(output), "--date", DAY], LAYOUTS, content.parent)


def kill_before(change: int) -> None:
    """Kill this process just before it changes a file for the so-manieth time."""
    begun = 0

    def count(event: str, details: tuple[object, ...]) -> None:
        nonlocal begun
        writes = event == "open" and isinstance(details[2], int) and details[2] & _WRITING
        if writes or event in _CHANGES:
            begun += 1
            if begun == change:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def ended(content: Path, output: Path, change: int, seconds: float) -> int:
    """Build in a process of its own and return how it ended."""
    process = os.fork()
    if process:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        if change:
            kill_before(change)
        code = build(content, output)
    except BaseException:  # noqa: BLE001 (nothing may go on as the parent would)
        code = 70
    os._exit(code)


def serve(content: Path) -> None:
    """Begin builds as long as they are asked for."""
    if build(content, content.parent / "warm"):  # which loads everything, and reads the logo
        raise SystemExit("the content cannot be built")
    print("ready", flush=True)  # noqa: T201 (the answer)
    for line in sys.stdin:
        change, seconds = line.split()
        print(ended(content, content.parent / "output", int(change), float(seconds)), flush=True)  # noqa: T201


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
