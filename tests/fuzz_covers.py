"""A mutation fuzzer: good and crafted files, damaged at random, are placed or refused in time and do no harm.

    uv run python -m tests.fuzz_covers --seconds 120
    uv run python -m tests.fuzz_covers --seconds 3600 --seed 7 --table benchmarks/covers.md

It ends with 1 when a file hung the reader, made it fail with a traceback, left something active in what is placed, or
had a file written. Such files are kept, and where is said.
"""

import argparse
import io
import os
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from PIL import Image

from handouts.errors import AssetError
from handouts.limits import CLOCK_SECONDS
from handouts.processes.sandbox import UnexpectedError, read_apart
from tests.crafted import COVERS, PLACED

ACTIVE = re.compile(
    rb"/(JS|JavaScript|Launch|AA|OpenAction|EmbeddedFiles?|GoTo[RE]|SubmitForm|ImportData|Rendition|XFA|AcroForm"
    rb"|PieceInfo|RichMedia|Filespec|Movie|Sound|OPI|Ref)(?![\w+])"
)
"""Names of what acts, or holds what could."""

ROOT = Path(__file__).resolve().parents[1]
EXTREMES = (b"0", b"-1", b"1", b"2147483647", b"4294967296", b"99999999999999999999", b"1e99", b"-0.00001", b"NaN")
TOKENS = (
    b"/Type", b"/Kids", b"/Length", b"/Filter", b"/Pages", b"/Resources", b"/XObject", b"/Font", b"/MediaBox", b"null",
    b"[", b"]", b"<<", b">>", b"endobj", b"endstream", b"stream\n", b"1 0 R", b"3 0 R", b"BT", b"Do", b"q",
)  # fmt: skip
_NUMBER = re.compile(rb"\d+")


@dataclass(slots=True)
class Tally:
    """What came of one sort of files."""

    sort: str
    counts: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0

    @property
    def bad(self) -> int:
        """How many went wrong."""
        return sum(self.counts[kind] for kind in ("hung", "broke down", "tracebacks", "active content left"))


COLUMNS = ("tried", "placed", "with a note", "refused", "hung", "broke down", "tracebacks", "active content left")


def active_names(pdf: bytes) -> list[bytes]:
    """What acts in a file, whatever it is packed in; the letters of its drawings are left out."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        plain = b" ".join(
            (part.stream_dict if isinstance(part, pikepdf.Stream) else part).unparse(resolved=True)
            for part in opened.objects
        )
    return ACTIVE.findall(plain)


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Some bytes changed."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 4, 30))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    """A stretch gone, or the end."""
    place = chance.randrange(len(data))
    return data[:place] + (data[place + chance.randrange(2000) :] if chance.random() < 0.7 else b"")


def doubled(data: bytes, chance: random.Random) -> bytes:
    """A stretch put somewhere else as well."""
    start, place = chance.randrange(len(data)), chance.randrange(len(data))
    return data[:place] + data[start : start + chance.randrange(1, 3000)] + data[place:]


def renumbered(data: bytes, chance: random.Random) -> bytes:
    """Some numbers made extreme, or those of other objects."""
    numbers = list(_NUMBER.finditer(data))
    for found in sorted(chance.sample(numbers, min(len(numbers), chance.choice((1, 3)))), key=lambda one: -one.start()):
        other = chance.choice(EXTREMES) if chance.random() < 0.5 else chance.choice(numbers)[0]
        data = data[: found.start()] + other + data[found.end() :]
    return data


def reworded(data: bytes, chance: random.Random) -> bytes:
    """A word of the format where it does not belong."""
    place = chance.randrange(len(data))
    return data[:place] + b" " + chance.choice(TOKENS) + b" " + data[place + chance.choice((0, 5)) :]


def spliced(data: bytes, chance: random.Random) -> bytes:
    """The beginning of one file and the end of another."""
    other = chance.choice(PLACED).make()
    return data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (flipped, cut, doubled, renumbered, reworded, spliced)


def mutants(seeds: list[bytes], chance: random.Random) -> Iterator[bytes]:
    """Damaged files without end."""
    while True:
        data = chance.choice(seeds)
        for _ in range(chance.choice((1, 1, 2, 5))):
            data = chance.choice(MUTATIONS)(data, chance) or data
        yield data


def seeds() -> list[bytes]:
    """Good files, each also without packing, where damage meets the drawing itself."""
    packed = [cover.make() for cover in PLACED if len(cover.make()) < 300_000]
    packed += [file.read_bytes() for file in sorted((ROOT / "assets").glob("*.pdf"))]
    unpacked = []
    for data in packed[::3]:
        file = io.BytesIO()
        with suppress(pikepdf.PdfError), pikepdf.open(io.BytesIO(data)) as pdf:
            pdf.save(file, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, static_id=True)
        unpacked.append(file.getvalue())
    return packed + [data for data in unpacked if data]


def pictures() -> list[bytes]:
    """Good logos and figures of every kind."""
    found = [file.read_bytes() for file in sorted((ROOT / "assets").glob("*.svg"))]
    for kind, mode in (("PNG", "RGBA"), ("PNG", "P"), ("PNG", "I;16"), ("JPEG", "RGB"), ("JPEG", "L")):
        file = io.BytesIO()
        Image.linear_gradient("L").resize((40, 40)).convert(mode).save(file, kind)
        found.append(file.getvalue())
    return found


def trial(data: bytes, tally: Tally, task: str) -> str:
    """Let the process apart read one file; returns what went wrong."""
    started, before = time.monotonic(), tally.bad
    tally.counts["tried"] += 1
    try:
        answer = read_apart(task, data, name="logo")
    except UnexpectedError as error:
        tally.counts["tracebacks"] += 1
        print(error.trace, file=sys.stderr)  # noqa: T201 (a command)
    except AssetError as error:
        code = error.problems[0].code
        late = code == "E550" and time.monotonic() - started >= CLOCK_SECONDS
        tally.counts["hung" if late else "broke down" if code == "E552" else "refused"] += 1
    else:
        tally.counts["placed"] += 1
        tally.counts["with a note"] += bool(task == "pdf" and answer.record["notes"])
        tally.counts["active content left"] += bool(task == "pdf" and active_names(answer.data))
    tally.slowest = max(tally.slowest, time.monotonic() - started)
    return "" if tally.bad == before else "it went wrong"


def run(seconds: float, seed: int, kept: Path) -> list[Tally]:
    """Read every crafted cover, then mutants until the time is up; keep what went wrong."""
    crafted, covers, logos = Tally("crafted covers"), Tally("damaged covers"), Tally("damaged logos and figures")
    for cover in COVERS:
        keep(kept, cover.make(), trial(cover.make(), crafted, "pdf"))
    chance = random.Random(seed)  # noqa: S311 (no secret)
    foreign, drawn = mutants(seeds(), chance), mutants(pictures(), chance)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for _ in range(4):
            data = next(foreign)
            keep(kept, data, trial(data, covers, "pdf"))
        data = next(drawn)
        keep(kept, data, trial(data, logos, "picture"))
    return [crafted, covers, logos]


def keep(folder: Path, data: bytes, fault: str) -> None:
    """Keep a file that went wrong."""
    if fault:
        folder.mkdir(exist_ok=True, parents=True)
        place = folder / f"{abs(hash(data)):x}.bin"
        place.write_bytes(data)
        print(f"{place}: {fault}")  # noqa: T201 (a command)


def table(tallies: list[Tally]) -> str:
    """The results, as a table in Markdown."""
    rows: list[tuple[str, ...]] = [("files", *COLUMNS, "slowest")]
    rows += [(one.sort, *(str(one.counts[kind]) for kind in COLUMNS), f"{one.slowest:.1f} s") for one in tallies]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]) + "\n"


HEADING = """# What becomes of covers, logos and figures

Made by `uv run python -m tests.fuzz_covers --seconds {seconds:.0f} --seed {seed} --table benchmarks/covers.md`:
every kind of cover that `tests/covers*.py` crafts, then good ones damaged at random (bytes changed, cut, doubled,
numbers and words swapped, files spliced). Each is read as `generate.py cover add` reads it, in a process apart. CI runs
it for two minutes and fails unless the columns from "hung" on are zero.

"""


def main() -> int:
    """Run the fuzzer from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--table", type=Path)
    said = parser.parse_args()
    target = said.table.resolve() if said.table else None
    kept = Path(tempfile.gettempdir()) / "handouts-fuzz"
    with tempfile.TemporaryDirectory() as empty:
        os.chdir(empty)  # what the process apart writes, it writes here
        tallies = run(said.seconds, said.seed, kept)
        written = list(Path(empty).iterdir())
        os.chdir(ROOT)
    print(table(tallies))  # noqa: T201 (a command)
    if target:
        target.write_text(HEADING.format(seconds=said.seconds, seed=said.seed) + table(tallies), "utf-8")
    return 1 if written or any(one.bad for one in tallies) else 0


if __name__ == "__main__":
    raise SystemExit(main())
