"""Which tool catches which deliberate fault; `uv run python -m tests.gate.matrix` prints it as a table."""

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

from handouts import invariants
from tests.gate.control import good_file
from tests.gate.faults import FAULTS
from tests.gate.mutate import Fault, NothingToBreakError, Tool
from tests.gate.verapdf import Validate, validate
from tests.inspection import struct_text, words


def catch(goods: Sequence[bytes], validate: Validate, folder: Path) -> dict[str, frozenset[Tool]]:
    """Break every fault into the first good file that has something of its kind, and try all tools on it.

    Args:
        goods: Files that pass every tool.
        validate: veraPDF, started once for all of them.
        folder: For the broken files.

    Returns:
        For each fault that could be made, by name: the tools that catch it.
    """
    paths: dict[str, Path] = {}
    caught: dict[str, set[Tool]] = {}
    for number, fault in enumerate(FAULTS):
        made = break_first(fault, goods)
        if made is not None:
            good, broken = made
            paths[fault.name] = folder / f"{number:02} {fault.apply.__name__}.pdf"
            paths[fault.name].write_bytes(broken)
            caught[fault.name] = caught_without_java(good, broken)
    for verdict in validate(paths.values()):
        if not verdict.passed:
            name = next(name for name, path in paths.items() if path.resolve() == verdict.path)
            caught[name].add(verdict.flavour)
    return {name: frozenset(tools) for name, tools in caught.items()}


def break_first(fault: Fault, goods: Sequence[bytes]) -> tuple[bytes, bytes] | None:
    """The first good file that a fault can be made in, and that file with the fault."""
    for good in goods:
        try:
            return good, fault.broken(good)
        except NothingToBreakError:
            continue
    return None


def caught_without_java(good: bytes, broken: bytes) -> set[Tool]:
    """The tools of this project that tell a broken file from a good one."""
    found: set[Tool] = set()
    if invariants.check(broken):
        found.add("invariants")
    if words(struct_text(broken)) != words(struct_text(good)):
        found.add("reading")
    return found


def table(caught: Mapping[str, frozenset[Tool]]) -> str:
    """The matrix in Markdown."""
    tools: tuple[Tool, ...] = get_args(Tool)
    lines = [f"| fault | {' | '.join(tools)} |", "|---" * (len(tools) + 1) + "|"]
    for name, by in caught.items():
        marks = " | ".join("x" if tool in by else "" for tool in tools)
        lines.append(f"| {name} | {marks} |")
    return "\n".join(lines)


def main() -> None:
    """Print the matrix of the files named, or of the control."""
    goods = [Path(name).read_bytes() for name in sys.argv[1:]] or [good_file()]
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(table(catch(goods, validate, Path(folder))) + "\n")


if __name__ == "__main__":
    main()
