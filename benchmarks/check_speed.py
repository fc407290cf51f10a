"""How long `check` takes: on the sample content, and on one with 200 handouts for 200 clinics.

Each is checked three times, every time in a new process: knowing nothing, after an edit of one handout, and with
nothing changed. Beside them stands what Python needs to start and to import what reads YAML and checks types.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_PART = re.compile(r"(?m)^(?=  [a-z][a-z0-9-]*:\s*$)")
_FLOOR = [sys.executable, "-c", "import pydantic, yaml"]


def many(handouts: int, clinics: int) -> str:
    """Return the sample content with so many handouts and clinics: no two say the same in the same order of words."""
    shared, rest = (ROOT / "content.yaml").read_text("utf-8").split("\nclinics:\n")
    given_clinics, given_handouts = (_PART.split(part)[1:] for part in rest.split("\nhandouts:\n"))
    return "".join(
        (
            f"{shared}\nclinics:\n",
            *(_clinic(given_clinics[n % len(given_clinics)], n) for n in range(clinics)),
            "\nhandouts:\n",
            *(_handout(given_handouts[n % len(given_handouts)], n) for n in range(handouts)),
        )
    )


def _clinic(written: str, number: int) -> str:
    named = re.sub(r"^  ([a-z0-9-]+):", rf"  \1-{number}:", written)
    return re.sub(r"555-01\d\d", f"{200 + number}-{1000 + number}", named)


def _handout(written: str, number: int) -> str:
    code = "".join(chr(ord("A") + number // 26**place % 26) for place in (2, 1, 0))
    written = re.sub(r"^  ([a-z0-9-]+):", rf"  \1-{number}:", written)
    written = re.sub(r"(?m)^    code: .*", f"    code: {code}", written)
    written = re.sub(r"(?m)^    slug:\n.*\n.*", lambda slug: re.sub(r"(?m)$", f"-{number}", slug[0]), written)
    written = written.replace(f"slug:-{number}", "slug:")
    return re.sub(r'((?:fr|en): ")([^"]{12,})(")', lambda text: text[1] + _turned(text[2], number) + text[3], written)


def _turned(text: str, number: int) -> str:
    """Return a text with two of its words in another order."""
    words = text.split(" ")
    free = [n for n in range(1, len(words) - 1) if words[n].isalpha() and words[n + 1].isalpha()]
    if free:
        at = free[number // 3 % len(free)]
        words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def timed(content: Path, cache: Path) -> float:
    """Check a content in a new process and return how many seconds it took."""
    command = [sys.executable, str(ROOT / "generate.py"), "check", "--quiet", "--content", str(content)]
    settings = {**os.environ, "HANDOUTS_CACHE": str(cache)}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)  # or the first check would compile the program, too
    start = time.perf_counter()
    subprocess.run(command, env=settings, check=False, capture_output=True)  # noqa: S603 (our own program)
    return time.perf_counter() - start


def measured(text: str) -> Iterator[tuple[str, float]]:
    """Yield how long each kind of check takes."""
    with tempfile.TemporaryDirectory() as folder:
        content, cache = Path(folder, "content.yaml"), Path(folder, "cache")
        (content.parent / "assets").symlink_to(ROOT / "assets")
        content.write_text(text, "utf-8")
        yield "knowing nothing", timed(content, cache)
        at = text.index("sections:", text.index("\nhandouts:"))
        content.write_text(f"{text[:at]}# edited\n    {text[at:]}", "utf-8")
        yield "one handout edited", timed(content, cache)
        yield "nothing changed", min(timed(content, cache) for _ in range(3))


def floor() -> float:
    """Return how many seconds Python takes to start and to import."""
    start = time.perf_counter()
    subprocess.run(_FLOOR, check=True)  # noqa: S603 (our own interpreter)
    return time.perf_counter() - start


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--handouts", type=int, default=200)
    parser.add_argument("--clinics", type=int, default=200)
    options = parser.parse_args()
    least = min(floor() for _ in range(5))
    for _ in measured((ROOT / "content.yaml").read_text("utf-8")):  # Python compiles the program once
        pass
    print(f"{'Python, pydantic and PyYAML':40} {least:6.2f} s")
    for name, text in (
        ("the sample content", (ROOT / "content.yaml").read_text("utf-8")),
        (f"{options.handouts} handouts x {options.clinics} clinics", many(options.handouts, options.clinics)),
    ):
        for kind, seconds in measured(text):
            print(f"{f'{name}, {kind}':40} {seconds:6.2f} s  x {seconds / least:.1f}")


if __name__ == "__main__":
    main()
