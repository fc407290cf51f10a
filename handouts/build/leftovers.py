"""Finished files that the content no longer asks for: what can be removed, and what had better not be."""

from collections.abc import Collection
from dataclasses import dataclass

from handouts.build.manifest import Entry, Manifest
from handouts.build.publish import OutputFolder
from handouts.content.ownership import Owner
from handouts.content.triage import FILES
from handouts.errors import Problem


@dataclass(frozen=True, slots=True)
class Leftovers:
    """Files that nobody asks for any more.

    Attributes:
        ours: Made by this program and not changed since.
        gone: No longer there, or no longer ours: changed by someone else.
        problems: What the user should know of the latter.
    """

    ours: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def find_leftovers(
    manifest: Manifest, asked: Collection[str], left_out: Collection[Owner], output: OutputFolder
) -> Leftovers:
    """Find the files of a manifest that nobody asks for.

    Args:
        manifest: As it was before.
        asked: The path of every sheet that the content asks for.
        left_out: Parts of the content that are unfit: their sheets may still be wanted.
        output: Where the files are.
    """
    known = {**manifest.unfinished, **{path: entry.sha256 for path, entry in manifest.files.items()}}
    unasked = sorted(path for path in known if path not in asked and not _may_be_wanted(manifest, path, left_out))
    found = {path: output.digest(path) for path in unasked}
    ours = tuple(path for path, digest in found.items() if digest == known[path])
    gone = tuple(path for path, digest in found.items() if digest != known[path])
    return Leftovers(ours, gone, tuple(_changed(path) for path in gone if found[path]))


def _may_be_wanted(manifest: Manifest, path: str, left_out: Collection[Owner]) -> bool:
    if any(group == FILES for group, _ in left_out):
        return True
    entry: Entry | None = manifest.files.get(path)
    clinic = path.partition("/")[0]
    return ("clinics", clinic) in left_out or (
        any(group == "handouts" for group, _ in left_out) if entry is None else ("handouts", entry.handout) in left_out
    )


def _changed(path: str) -> Problem:
    message = f"{path} is no longer made, and stays: it is not the file that this program made"
    return Problem("W608", message, None, "if nobody needs it, delete it by hand")
