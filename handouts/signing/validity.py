"""Whether an approval is still one of what the handout says."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handouts.errors import Problem
from handouts.model import Content, Handout
from handouts.signing.records import FOLDER, Record, read_record
from handouts.signing.slices import slice_of


@dataclass(frozen=True, slots=True)
class Signed:
    """What became of the approvals on record.

    Attributes:
        changed: Handouts that say something else than what was approved.
        problems: Those (W214), approvals that are not on record yet (W215), and records that cannot be read (W216).
    """

    changed: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def signed_of(content: Content, root: Path) -> Signed:
    """Compare every approved handout with its record. What was never recorded is not judged."""
    if not (root / FOLDER).is_dir():
        return Signed()
    found = list(_problems(content, root))
    return Signed(frozenset(name for name, problem in found if problem.code == "W214"), tuple(p for _, p in found))


def _problems(content: Content, root: Path) -> Iterator[tuple[str, Problem]]:
    for ident, handout in content.handouts.items():
        if handout.approval.status != "approved":
            continue
        try:
            record = read_record(root, ident)
        except ValueError as error:
            yield ident, _unreadable(ident, handout, error)
            continue
        if record and not record.is_of(handout):
            yield ident, _not_recorded(ident, handout)
        elif record and record.part.digest != slice_of(content, ident, root).digest:
            yield ident, _changed(ident, handout, record)


def _changed(ident: str, handout: Handout, record: Record) -> Problem:
    message = f"{ident} was changed after {record.by} approved it on {record.on}"
    hint = (
        f"run `uv run generate.py changes --handout {ident}` to see what changed; once it is approved again, "
        f"write the new date under `on:` and run `uv run generate.py approved {ident}`"
    )
    return Problem("W214", message, handout.approval.at.of("status"), hint)


def _not_recorded(ident: str, handout: Handout) -> Problem:
    message = f"the approval of {ident} on {handout.approval.on} is not on record yet"
    hint = f"run `uv run generate.py approved {ident}`, so that later changes can be told from what was approved"
    return Problem("W215", message, handout.approval.at.of("on"), hint)


def _unreadable(ident: str, handout: Handout, error: ValueError) -> Problem:
    message = f"the record of the approval of {ident}, {FOLDER}/{ident}, cannot be read: {error}"
    hint = f"take it back from a copy, or delete it and run `uv run generate.py approved {ident}`"
    return Problem("W216", message, handout.approval.at.of("status"), hint)
