"""What need not be told of names that share a line: only one of them can be read, and the other seems to be missing."""

import re
from collections.abc import Collection, Mapping, Sequence

from handouts.content.decoding import SourceText
from handouts.content.lines.source_rows import row_of
from handouts.content.ownership import Owner, Ownership, ownership_in
from handouts.content.source_tree import MappingNode
from handouts.errors import Problem

_MISSING = re.compile(r"`(\w+)` is missing in .+")


def without_wake(problems: Sequence[Problem], root: MappingNode, files: Mapping[str, SourceText]) -> list[Problem]:
    """Leave out that a name is missing in a part, where it begins a line on which another name begins too."""
    ownership = ownership_in(root)
    joined = {
        (ownership.of(each.at), row_of(files[each.at.file], each.at.line).name)
        for each in problems
        if each.code == "E167" and each.at and each.at.file in files
    }
    return [each for each in problems if not _is_in_its_wake(each, ownership, joined)]


def _is_in_its_wake(
    problem: Problem, ownership: Ownership, joined: Collection[tuple[Owner | None, str | None]]
) -> bool:
    found = _MISSING.fullmatch(problem.message) if problem.code == "E102" else None
    return found is not None and (ownership.of(problem.at), found[1]) in joined
