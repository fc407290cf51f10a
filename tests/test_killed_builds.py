"""A build killed at any moment leaves old files or new ones, whole, and a manifest that tells the truth.

`HANDOUTS_KILLS=2000 HANDOUTS_SEED=7 uv run pytest tests/test_killed_builds.py` tries longer, at other moments.
"""

import hashlib
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pytest

from handouts.build.publish import LOCK
from tests.sample_content import edit, files, manifest, write_content

ROOT = Path(__file__).resolve().parents[1]
KILLS = int(os.environ.get("HANDOUTS_KILLS", "60"))
SEED = int(os.environ.get("HANDOUTS_SEED", "20261123"))
CLINICS = {"nord": "single", "sud": "single"}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="begins builds by forking")


@dataclass(frozen=True)
class Version:
    """What a content is made into."""

    files: dict[str, bytes]
    entries: dict[str, Any]


class Builder:
    """Begins builds of a content whose text can be changed, in processes that can be killed."""

    def __init__(self, folder: Path) -> None:
        self.content = write_content(folder, clinics=CLINICS)
        self.output = folder / "output"
        self._now, self._lasts = "Fièvre", 0.0
        command = [sys.executable, "-m", "tests.killed_builds", str(self.content)]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._read() == "ready"

    def _read(self) -> str:
        return self._pipe(self._process.stdout).readline().strip()

    @staticmethod
    def _pipe(stream: IO[str] | None) -> IO[str]:
        assert stream
        return stream

    def say(self, words: str) -> None:
        """Change a text that every sheet prints."""
        edit(self.content, f'fr: "{self._now}"', f'fr: "{words}"')
        self._now = words

    def build(self, *, change: int = 0, after: float = 0.0) -> int:
        """Build, and be killed before a change to a file, or after some share of the time it takes; returns how."""
        pipe = self._pipe(self._process.stdin)
        began = time.monotonic()
        pipe.write(f"{change} {after * self._lasts}\n")
        pipe.flush()
        how = int(self._read())
        if how == 0:
            self._lasts = time.monotonic() - began
        return how

    def close(self) -> None:
        """End it."""
        self._pipe(self._process.stdin).close()
        self._process.wait()
        self._pipe(self._process.stdout).close()


@pytest.fixture
def builder(tmp_path: Path) -> Iterator[Builder]:
    one = Builder(tmp_path)
    yield one
    one.close()


def made(builder: Builder, words: str) -> Version:
    """What the content becomes when it says these words."""
    builder.say(words)
    assert builder.build() == 0
    return Version({p: d for p, d in files(builder.output).items() if p.endswith(".pdf")}, manifest(builder.output))


def complaints(output: Path, old: Version, new: Version) -> list[str]:
    """What is wrong with an output folder: a file that is neither old nor new, a manifest that is not true."""
    said = json.loads((output / "manifest.json").read_text(encoding="utf-8"))
    entries = {entry["path"]: entry for entry in said["files"]}
    unfinished = {entry["path"] for entry in said.get("unfinished", ())}
    found = []
    for path in old.files:
        data = (output / path).read_bytes()
        if data not in (old.files[path], new.files[path]):
            found.append(f"{path} is neither old nor new")
        entry = entries.get(path)
        if entry is None and path not in unfinished:
            found.append(f"{path} is forgotten")
        if entry and entry["sha256"] != hashlib.sha256(data).hexdigest():
            found.append(f"{path} is another one")
        if entry and entry not in (old.entries[path], new.entries[path]):
            found.append(f"{path} is described as neither")
    return found


def strays(output: Path, version: Version) -> list[str]:
    """Files beside those that a whole build leaves, the lock among them."""
    there = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    return sorted(there - version.files.keys() - {"manifest.json", LOCK})


@dataclass
class Trial:
    """Kills builds that make one version into the other, and has each repaired by a whole build."""

    builder: Builder
    words: list[str]
    versions: list[Version]
    killed: int = 0
    mixed: int = 0

    def kills(self, **moment: Any) -> bool:
        """Whether a build is killed at a moment; what it leaves is looked at in any case."""
        old, new = self.versions
        self.builder.say(self.words[1])
        ended = self.builder.build(**moment)
        assert ended <= 0
        told = (SEED, moment)
        assert complaints(self.builder.output, old, new) == [], told
        there = self._there()
        assert self.builder.build() == 0, told
        assert self._there() == new.files, told
        assert manifest(self.builder.output) == new.entries, told
        assert strays(self.builder.output, new) == [], told
        self.killed += ended < 0
        self.mixed += there not in (old.files, new.files)
        self.versions.reverse()
        self.words.reverse()
        return ended < 0

    def _there(self) -> dict[str, bytes]:
        return {path: (self.builder.output / path).read_bytes() for path in self.versions[1].files}


def test_a_build_killed_at_many_moments_leaves_whole_files_and_the_truth_and_the_next_repairs_all(
    builder: Builder,
) -> None:
    chance = random.Random(SEED)  # noqa: S311 (no secret)
    assert builder.build() == 0
    new, old = (made(builder, words) for words in ("Fièvre", "Forte fièvre"))
    trial = Trial(builder, ["Forte fièvre", "Fièvre"], [old, new])
    changes = 1
    while trial.kills(change=changes):
        changes += 1
    assert changes > 20
    for _ in range(KILLS - changes):
        trial.kills(after=chance.uniform(0.01, 0.95))
    assert trial.killed > KILLS * 0.8
    assert trial.mixed > 5, "some builds were killed between two files"
