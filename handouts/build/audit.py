"""Finished files read again: are they all there, as they were made, sound, and made from the content as it is now?"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from handouts.build.inputs import Inputs
from handouts.build.leftovers import find_leftovers
from handouts.build.manifest import NAME, Manifest, read_manifest
from handouts.build.order import Order
from handouts.build.publish import OutputFolder
from handouts.errors import Problem
from handouts.processes.crew import WorkerDiedError
from handouts.processes.workers import each
from handouts.sheet import Sheet

_MAKE_ANEW = "run `uv run generate.py`: it makes what is missing, changed or old"
_NAMED = 3  # files that are named one by one


class _Wrong(NamedTuple):
    code: str
    said: str
    hint: str = _MAKE_ANEW


_WRONG = {
    "missing": _Wrong("E611", "{files}: not there"),
    "altered": _Wrong("E612", "{files}: not as made, something changed it"),
    "locked": _Wrong(
        "E612",
        "{files}: not as made, a password was put on it",
        "put the password on a copy, to be sent; `uv run generate.py` makes the file anew",
    ),
    "old": _Wrong("E613", "{files}: made before the content or the program changed"),
    "unmade": _Wrong("E614", "{files}: not made yet"),
    "unreadable": _Wrong(
        "E615",
        "{files}: a folder, a link or an unreadable file stands there",
        "delete or rename what stands there, or have it made readable for you; then run `uv run generate.py`",
    ),
}

Found = tuple[str, str]
"""A file, and what is wrong with it as a whole: a name in `_WRONG`."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Reads finished files of one folder again."""

    root: Path

    def __call__(self, named: tuple[str, str]) -> list[Problem] | str:
        """Check the file at a path against its digest in the manifest, and against the rules of a sound file.

        Returns:
            What is wrong inside it, or the name of what is wrong with it as a whole.
        """
        from handouts.invariants import check  # noqa: PLC0415 (where it is read, and not where that is asked for)

        path, digest = named
        output = OutputFolder(self.root)
        data = output.read(path)
        if data is None:
            return "unreadable" if output.is_unreadable(path) else "missing"
        if sha256(data).hexdigest() != digest:
            return "locked" if b"/Encrypt" in data else "altered"
        return [Problem(wrong.code, f"in {path}: {wrong.message}", wrong.at, wrong.hint) for wrong in check(data)]


def audit(order: Order, output: OutputFolder) -> list[Problem]:
    """Check the finished files of the sheets that were asked for, and find those that nobody asks for.

    Returns:
        Files that are missing (E611), altered (E612), unsound (E590), older than the content (E613), not yet made
        (E614), unreadable (E615), no longer asked for (W608, E609), and what is wrong with the manifest (W607, E610).
    """
    manifest = read_manifest(output.read(NAME))
    if not manifest.files and not manifest.problem:
        message = f"there are no finished files in {output.root}"
        return [
            Problem("E610", message, None, "run `uv run generate.py` first, or name another folder after `--output`")
        ]
    problems = [manifest.problem] if manifest.problem else []
    wrong: list[Found] = []
    for path, found in _proofs(order.sheets, manifest, output):
        if isinstance(found, str):
            wrong.append((path, found))
        else:
            problems += found
    known = {path for path, _ in wrong}
    wrong += (found for found in _stale(order.sheets, manifest, Inputs(order.shop), output) if found[0] not in known)
    asked = {sheet.path for sheet in order.everything}
    leftovers = find_leftovers(manifest, asked, order.left_out, output)
    return [*problems, *_grouped(wrong), *leftovers.problems, *map(_no_longer_made, leftovers.ours)]


def _proofs(
    sheets: Iterable[Sheet], manifest: Manifest, output: OutputFolder
) -> Iterator[tuple[str, list[Problem] | str]]:
    entries = [entry for sheet in sheets if (entry := manifest.files.get(sheet.path))]
    with closing(each(Proof(output.root), [(entry.path, entry.sha256) for entry in entries])) as proofs:
        for entry, found in zip(entries, proofs, strict=True):
            if isinstance(found, WorkerDiedError):
                yield entry.path, [Problem("E991", f"{entry.path} cannot be read back: the process that tried died")]
            else:
                yield entry.path, found


def _stale(sheets: Iterable[Sheet], manifest: Manifest, inputs: Inputs, output: OutputFolder) -> Iterator[Found]:
    for sheet in sheets:
        entry = manifest.files.get(sheet.path)
        if entry is None:
            yield sheet.path, "unreadable" if output.is_unreadable(sheet.path) else "unmade"
        elif entry.inputs != inputs.of(sheet):
            yield sheet.path, "old"


def _grouped(wrong: Sequence[Found]) -> Iterator[Problem]:
    """Say the same of many files once, with the first of them by name."""
    for name, wrong_with_it in _WRONG.items():
        paths = [path for path, found in wrong if found == name]
        if len(paths) > _NAMED:
            named = ", ".join(paths[:_NAMED])
            paths = [f"{len(paths)} files ({named}, …)"]
        for files in paths:
            yield Problem(wrong_with_it.code, wrong_with_it.said.format(files=files), None, wrong_with_it.hint)


def _no_longer_made(path: str) -> Problem:
    message = f"{path} is still there, but the content no longer asks for it"
    return Problem("E609", message, None, "`uv run generate.py --prune` removes it")
