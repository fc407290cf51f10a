"""Public PDFs, thousands of them, read as `cover add` reads a cover: what became of them, in a table.

    uv run python -m tests.public_covers FOLDER
    uv run python -m tests.public_covers FOLDER --table benchmarks/public_pdfs.md

FOLDER holds a folder for each collection, such as the unpacked sources of a PDF library; the files themselves are
nobody's to give away, and never become part of this repository. It ends with 1 when a file hung the reader, made it
fail with a traceback, broke it down, or left something active in what is placed.
"""

import argparse
import hashlib
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handouts.codes import CODES
from handouts.errors import AssetError
from handouts.limits import CLOCK_SECONDS
from handouts.processes.sandbox import UnexpectedError, end_readers, read_apart
from tests.fuzz_covers import active_names

_BAD = ("hung", "broke down", "tracebacks", "active content left")
_COLUMNS = ("tried", "placed", "as pictures", "refused", *_BAD)
_ENDINGS = frozenset({".pdf", ".fuzz"})


@dataclass(slots=True)
class Tally:
    """What came of one collection; `slowest` and `all` are seconds."""

    name: str
    counts: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    all: float = 0.0

    @property
    def bad(self) -> int:
        """How many went wrong."""
        return sum(self.counts[kind] for kind in _BAD)


def files_of(folder: Path, seen: set[str]) -> Iterator[Path]:
    """Yield every PDF under a folder, each content once."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in _ENDINGS and path.is_file():
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            if digest not in seen:
                seen.add(digest)
                yield path


def fate_of(data: bytes) -> tuple[str, str, Any]:
    """Let the process apart read a file.

    Returns:
        The column that it counts in, the code of a refusal, and the answer.
    """
    started = time.monotonic()
    try:
        answer = read_apart("pdf", data)
    except UnexpectedError as error:
        print(error.trace, file=sys.stderr)  # noqa: T201 (a command)
        return "tracebacks", "E552", None
    except AssetError as error:
        code = error.problems[0].code
        late = code in {"E550", "E992"} and time.monotonic() - started >= CLOCK_SECONDS
        return "hung" if late else "broke down" if code in {"E552", "E991", "E992"} else "refused", code, None
    if active_names(answer.data):
        return "active content left", "", answer
    ways = {page["way"] for page in answer.record["pages"]}
    return "as pictures" if "picture" in ways else "placed", "", answer


def collection(folder: Path, seen: set[str], log: Path | None) -> Tally:
    """Read every file of a collection."""
    tally = Tally(folder.name)
    for path in files_of(folder, seen):
        started = time.monotonic()
        fate, code, answer = fate_of(path.read_bytes())
        took = time.monotonic() - started
        tally.counts.update(("tried", fate))
        tally.codes.update([code] if code else [])
        tally.slowest, tally.all = max(tally.slowest, took), tally.all + took
        if fate in _BAD:
            print(f"{path}: {fate}")  # noqa: T201 (a command)
        if log:
            notes = " ".join(f"{note[0]} {note[1]};" for note in answer.record["notes"]) if answer else ""
            with log.open("a", encoding="utf-8") as file:
                file.write(f"{fate}\t{code}\t{took:.2f}\t{path}\t{notes}\n")
    return tally


def most_memory() -> int:
    """Return the most memory that a process apart held at any moment, in millions of bytes."""
    import resource  # noqa: PLC0415 (POSIX)

    end_readers()
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000


def table(tallies: list[Tally]) -> str:
    """The results, as two tables in Markdown."""
    total = Tally("**all**", sum((one.counts for one in tallies), Counter()), slowest=max(t.slowest for t in tallies))
    total.all = sum(one.all for one in tallies)
    rows: list[tuple[str, ...]] = [("collection", *_COLUMNS, "slowest", "on average")]
    for one in (*tallies, total):
        mean = one.all / max(one.counts["tried"], 1)
        rows.append((one.name, *(str(one.counts[kind]) for kind in _COLUMNS), f"{one.slowest:.1f} s", f"{mean:.2f} s"))
    codes = sum((one.codes for one in tallies), Counter[str]())
    why: list[tuple[str, ...]] = [("refused as", "", "files")]
    why += [(code, CODES[code], str(number)) for code, number in sorted(codes.items())]
    return f"{_lines(rows)}\n{_lines(why)}"


def _lines(rows: list[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]) + "\n"


HEADING = """# What becomes of public PDFs

Made by `uv run python -m tests.public_covers FOLDER --table benchmarks/public_pdfs.md`, where FOLDER holds the test
files of PDF readers and writers, as their source packages bring them (none of them is part of this repository). Most
of them are damaged, odd or hostile on purpose. Each is read as `generate.py cover add` reads it, in a process apart,
and each content once. "Placed" pages are drawings that differ from what was supplied in less than a thousandth of
their pixels; a page that cannot be placed so is printed as a picture.

"""


def main() -> int:
    """Run it from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--table", type=Path)
    parser.add_argument("--log", type=Path, help="what became of each file, line by line")
    said = parser.parse_args()
    seen: set[str] = set()
    folders = sorted(path for path in said.folder.iterdir() if path.is_dir())
    tallies = [tally for folder in folders if (tally := collection(folder, seen, said.log)).counts["tried"]]
    if not tallies:
        parser.error(f"there is no PDF in the folders of {said.folder}")
    text = f"{table(tallies)}\nThe most memory that the process apart held: {most_memory()} MB.\n"
    print(text)  # noqa: T201 (a command)
    if said.table:
        said.table.write_text(HEADING + text, "utf-8")
    return 1 if any(one.bad for one in tallies) else 0


if __name__ == "__main__":
    raise SystemExit(main())
