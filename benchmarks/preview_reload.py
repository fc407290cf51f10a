"""From saving the content to seeing the new page in a real browser, beside building the same sheet by hand."""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from handouts.preview.choice import Choice
from handouts.preview.serving import Preview, Wanted
from layouts import LAYOUTS
from tests.browser.chromium import INSTRUCTION, Browser, chromium, installed

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 23)
CLINIC, HANDOUT = "boreale-quebec", "pimples"
MOST = 1.0  # seconds, from a save to the new page

_PICTURES = (
    "[...document.querySelectorAll('figure img')].filter((each) => each.getBoundingClientRect().top < innerHeight)"
    ".map((each) => each.src).join()"
)
_SEEN = "Number(document.getElementById('pages').dataset.seen ?? -1)"


@contextmanager
def copied_content() -> Iterator[Path]:
    """Copy the sample content to where it may be edited."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "assets", Path(folder, "assets"))
        yield Path(shutil.copy(ROOT / "content.yaml", folder))


def saves(content: Path, browser: Browser, rounds: int) -> Iterator[float]:
    """Save an edit again and again, and yield how long each took to be seen: the pages in view, decoded."""
    text = content.read_text()
    for number in range(rounds):
        edit, pictures = browser.run(f"return [{_SEEN}, {_PICTURES}]")
        start = time.perf_counter()
        content.write_text(text.replace("Pimples after microneedling", f"Pimples, {number}"))
        browser.until(f"return {_SEEN} > arguments[0] && {_PICTURES} !== arguments[1]", edit, pictures, seconds=20)
        yield time.perf_counter() - start
        time.sleep(0.5)


def build(content: Path, layout: str) -> float:
    """Return how long the command takes to make the same sheet, as one would without a preview."""
    command = [
        sys.executable, str(ROOT / "generate.py"), "build", "--quiet", "--content", str(content),
        "--output", str(content.parent / "output"), "--clinic", CLINIC, "--handout", HANDOUT, "--edition", layout,
    ]  # fmt: skip
    shutil.rmtree(content.parent / "output", ignore_errors=True)
    start = time.perf_counter()
    subprocess.run(command, check=True)  # noqa: S603 (this project's own command)
    return time.perf_counter() - start


def measure(layout: str, rounds: int) -> tuple[float, float]:
    """Return the median and the longest time from a save to the new page, in seconds."""
    with copied_content() as content:
        wanted = Wanted(content, LAYOUTS, TODAY, Choice(CLINIC, HANDOUT, layout), open=False)
        with Preview(wanted, lambda _: None) as preview, chromium() as browser:
            browser.open(preview.url)
            browser.until(f"return {_SEEN} >= 0")
            times = list(saves(content, browser, rounds))  # the first while the first checks are being made
    return statistics.median(times), max(times)


def main() -> None:
    """Print the times of every layout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    if not installed():
        raise SystemExit(f"Chromium is not installed: {INSTRUCTION}")
    slowest = 0.0
    for layout in LAYOUTS:
        middle, longest = measure(layout.id, rounds)
        with copied_content() as content:
            alone = statistics.median(build(content, layout.id) for _ in range(3))
        slowest = max(slowest, middle)
        ratio = f"x {middle / alone:.2f} of building it by hand"
        print(f"{layout.id:14} shown {middle * 1000:4.0f} ms after a save (longest {longest * 1000:4.0f}), {ratio}")
    print(f"{'at most':14} {slowest * 1000:4.0f} ms (allowed: {MOST * 1000:.0f})")


if __name__ == "__main__":
    main()
