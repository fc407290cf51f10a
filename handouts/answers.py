"""An answer that was given before is given again, word for word, while nothing that it came from has changed.

What an answer came from is told by when files were written: every file of the program, of the content with all that
lies beside it, and, for a build, of the output. Nothing is read but one small file, so that to ask again takes no
longer than to start Python. The moment counts at which the first run began: what changed while it was at work is
looked at by the next.
"""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from handouts.console import Console, Spoken
from handouts.errors import ExitCode
from handouts.keeping.digests import digest_of_all
from handouts.keeping.files import kept_file, read_kept, write_kept
from handouts.keeping.stamps import files_below, last_change, stamp
from handouts.options import Options
from handouts.ordinary_files import matching

_ENDING = ".answers.z"
_MOST = 8  # answers about one content: to other options, in the other language
_LONGEST = 4_000_000  # characters of an answer that is worth keeping
_HOME = Path(__file__).resolve().parents[1]
_PROGRAM = (_HOME / "handouts", _HOME / "layouts")
_BESIDE = ("assets", "approved")
"""Folders beside the content that are looked into to the last file."""

_KEPT = (ExitCode.DONE, ExitCode.CONTENT)  # not what stood in the way of reading a file: that may be gone

Answer = tuple[int, list[Spoken]]
"""An exit code, and the words."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, and how everything stood when it was.

    Attributes:
        options: What the command was asked.
        file: Where answers about this content are kept.
        asked: A digest of the question: options, language, form.
        state: How all stood whose place is known before the content is read.
        since: When it was asked, in nanoseconds.
    """

    options: Options
    file: Path
    asked: str
    state: str
    since: int

    def answer(self) -> Answer | None:
        """Return the answer that was given before; None where it may be another now."""
        try:
            state, patterns, rest, code, said = read_kept(self.file)[self.asked]
            if state == self.state and rest == self._rest_digest(patterns):
                return int(code), [Spoken(bool(is_problem), str(text)) for is_problem, text in said]
        except (KeyError, ValueError, TypeError, AttributeError):  # there is none, or none of ours
            pass
        return None

    def keep(self, code: int, said: Sequence[Spoken], patterns: Sequence[str]) -> None:
        """Keep an answer; `patterns` are the globs by which the content includes files."""
        if code not in _KEPT or sum(len(each.text) for each in said) > _LONGEST:
            return
        if any(changed >= self.since for changed in map(last_change, self._rest(patterns))):
            return  # saved while it was read; or made by this build, which the next finds made
        words = [[each.is_problem, each.text] for each in said]
        known = {name: kept for name, kept in read_kept(self.file).items() if name != self.asked}
        known[self.asked] = [self.state, list(patterns), self._rest_digest(patterns), int(code), words]
        write_kept(self.file, dict(list(known.items())[-_MOST:]))

    def _rest_digest(self, patterns: Sequence[str]) -> str:
        return digest_of_all(map(stamp, self._rest(patterns)))

    def _rest(self, patterns: Sequence[str]) -> Iterator[Path]:
        """Find the included files and, for a build, those in the output: both are known once an answer is there."""
        yield from self._included(patterns)
        if self.options.command == "build":
            yield from files_below(self.options.output)

    def _included(self, patterns: Sequence[str]) -> list[Path]:
        root = self.options.content.absolute().parent
        return sorted({path for pattern in patterns for path in matching(root, pattern)})


def question(options: Options, console: Console) -> Question | None:
    """Return what is asked; None where the answer is more than words, or where nothing is kept."""
    file = kept_file(options.content, _ENDING)
    reads_finished_files = options.command == "check" and options.checks_output
    if file is None or options.debug or options.sarif or options.prune or reads_finished_files:
        return None
    said = {**asdict(options), "form": console.form, "at": Path.cwd()}
    asked = digest_of_all(f"{name}={value}" for name, value in sorted(said.items()))
    since = time.time_ns()
    return Question(options, file, asked, digest_of_all(_state(options.content.absolute())), since)


def _state(content: Path) -> Iterator[str]:
    """Say how the program stands, and what lies beside the content, of which it may read any."""
    root, own = content.parent, content.stem
    yield sys.version
    yield from map(_libraries, sys.path)
    yield from (stamp(path) for folder in _PROGRAM for path in files_below(folder))
    names = sorted(each.name for each in _entries(root) if _is_file(each))
    beside = (name for name in names if not name.startswith(".") or name.startswith(own))
    yield from (stamp(root / name) for name in beside)
    yield from (stamp(path) for name in _BESIDE for path in files_below(root / name))


def _libraries(place: str) -> str:
    """Say what a folder of libraries has: each comes with a folder that is named after its version."""
    names = sorted(each.name for each in _entries(Path(place)) if each.name != "__pycache__")  # comes with a first run
    return "\n".join((place, *names)) if names else stamp(Path(place))


def _entries(folder: Path) -> Iterator["os.DirEntry[str]"]:
    with suppress(OSError):  # there is no such folder, or none that may be read: the content will say so
        yield from os.scandir(folder)


def _is_file(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_file()
    except OSError:  # a loop of links
        return False
