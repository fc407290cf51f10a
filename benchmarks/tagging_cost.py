"""What tagging and finishing add to a sheet: time and size beside the same sheet as ReportLab alone writes it."""

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

from handouts import render as drawing
from handouts.assembly.assemble import assemble
from handouts.content import load
from handouts.editions import editions_of
from handouts.pen import Pen
from handouts.sheet import Sheet
from handouts.typography import font_files, fonts
from layouts import LAYOUTS

MAX_TIME, MAX_SIZE = 1.35, 1.15


class PlainPen(Pen):
    """A pen that marks nothing: what it writes is ReportLab's own, untagged."""

    def _own(self, owner: object) -> None:
        """Let nothing belong to anything."""


def plain(sheet: Sheet) -> bytes:
    """Return a sheet as ReportLab alone writes it."""
    with patch.object(drawing, "Pen", PlainPen):
        return drawing.render(sheet).body.pdf


def as_reportlab_alone(sheet: Sheet) -> bytes:
    """Return a sheet as ReportLab alone writes it, from the font files as they are, instructions included."""
    with patch.object(font_files, "unhinted", lambda face: bytes(face.blob.data)):
        fonts.bundled_family.cache_clear()
        pdf = plain(replace(sheet))
    fonts.bundled_family.cache_clear()
    return pdf


def tagged(sheet: Sheet) -> bytes:
    """Return a finished sheet."""
    drawn = drawing.render(sheet)
    return assemble(drawn.body, drawn.details)


def seconds(make: Callable[[Sheet], bytes], sheet: Sheet) -> float:
    """Return how long one making takes."""
    start = time.perf_counter()
    make(sheet)
    return time.perf_counter() - start


def measure(sheet: Sheet, rounds: int) -> tuple[float, float]:
    """Return the ratios of time (of the medians of interleaved rounds) and of size."""
    for make in (plain, tagged):
        make(sheet)
    times = [(seconds(plain, sheet), seconds(tagged, sheet)) for _ in range(rounds)]
    medians = [statistics.median(column) for column in zip(*times, strict=True)]
    return medians[1] / medians[0], len(tagged(sheet)) / len(as_reportlab_alone(sheet))


def main() -> None:
    """Print the ratios of every edition of a clinic without a cover, then the worst."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    root = Path(__file__).resolve().parent.parent
    content = load(root / "content.yaml", [layout.id for layout in LAYOUTS]).content
    ratios = []
    for layout in LAYOUTS:
        edition = next(editions_of(layout, content))
        sheet = Sheet(content, root, "pimples", "boreale-levis", edition, date(2026, 11, 23))
        ratios.append(measure(sheet, rounds))
        print(f"{edition.id:16} time x {ratios[-1][0]:.2f}   size x {ratios[-1][1]:.2f}")
    slowest, largest = (max(column) for column in zip(*ratios, strict=True))
    print(f"{'at most':16} time x {slowest:.2f}   size x {largest:.2f}   (allowed: {MAX_TIME}, {MAX_SIZE})")


if __name__ == "__main__":
    main()
