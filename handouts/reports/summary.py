"""What a build or a check came to, in words and as JSON."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from handouts.build.order import Result
from handouts.console import Told
from handouts.content.dependence import SHARED
from handouts.content.ownership import Owner
from handouts.content.whereabouts import nearest
from handouts.diagnostics import as_json
from handouts.errors import Problem
from handouts.messages import Messages
from handouts.sheet import Sheet

_FEW = 5  # files, or clinics, that are worth naming each
_LISTED = 20  # files that a person reads one by one
NOT_MADE = "  not made: {path}"
REMOVED = "  removed: {path}"
NO_LONGER_MADE = "  no longer made: {path}"
UNMAKEABLE = "  cannot be made: {path}"
SHEETS_LEFT_OUT = "left out, with all its sheets: {path}"
USERS_LEFT_OUT = "left out, with all that uses it: {path}"

_AMOUNT = re.compile(r"[0-9]+(?= (?:lines?|pixels)\b)")


def told_problems(result: Result, others: Iterable[Problem]) -> list[Told]:
    """Put all problems together, each once, with the sheets that it came up in.

    Of those that differ in the clinic and in how many lines or pixels only, the one with most is told: who mends it
    mends all.

    Args:
        result: Of the build.
        others: Problems that were known before.
    """
    paths: defaultdict[Problem, list[str]] = defaultdict(list)
    for problem in (*others, *result.problems):
        paths[problem] = []
    for failure in result.failed:
        for problem in failure.problems:
            paths[problem].append(failure.sheet.path)
    for sheet, note in result.notes:
        paths[note].append(sheet.path)
    return list(_gravest(Told(problem, tuple(found)) for problem, found in paths.items()))


def _gravest(told: Iterable[Told]) -> Iterator[Told]:
    alike: defaultdict[tuple[object, ...], list[Told]] = defaultdict(list)
    for each in told:
        hint = _AMOUNT.sub("#", each.problem.hint)
        alike[each.problem.code, each.problem.at, hint, _form(each)].append(each)
    for group in alike.values():
        yield Told(max(group, key=_figures).problem, tuple(path for each in group for path in each.paths))


def _form(told: Told) -> str:
    """Return the words of a problem; of one that sheets have, without figures and the names of their clinics."""
    if not told.paths:
        return told.problem.message
    clinics = {re.escape(path.partition("/")[0]) for path in told.paths}
    return re.sub(rf"\b(?:{'|'.join(sorted(clinics))})(?![\w-])|[0-9](?:[0-9 -]*[0-9])?", "#", told.problem.message)


def _figures(told: Told) -> int:
    return max(map(int, _AMOUNT.findall(f"{told.problem.message} {told.problem.hint}")), default=0)


def summary(result: Result, output: str) -> Iterator[str]:
    """Yield what a build came to: how much was made, and where to look."""
    made, unchanged, failed = len(result.made), len(result.unchanged), len(result.failed)
    if left := len(result.left):
        yield f"{made} made, {unchanged} unchanged, {failed} failed, {left} not begun; see {output}"
    else:
        yield f"{made} made, {unchanged} unchanged, {failed} failed; see {output}"
    yield from _failed(NOT_MADE, [failure.sheet for failure in result.failed])
    yield from _listed(REMOVED, result.removed)
    yield from _listed(NO_LONGER_MADE, result.no_longer_made)
    if result.no_longer_made:
        yield "  `uv run generate.py --prune` removes them"


def draft_summary(sheets: Collection[Sheet]) -> Iterator[str]:
    """Yield what says DRAFT because a language is behind."""
    drafts: Counter[str] = Counter(
        sheet.handout_id for sheet in sheets if not sheet.settled and sheet.handout.approval.status != "draft"
    )
    for handout, number in sorted(drafts.items()):
        sheets_of = f"{number} sheets" if number > 1 else "1 sheet"
        yield f"  says DRAFT until its texts are settled: {handout} ({sheets_of})"
    if drafts:
        yield "  `uv run generate.py translated` and `uv run generate.py changes` show why"


def trial_summary(result: Result, sheets: int) -> Iterator[str]:
    """Yield what a check came to."""
    yield f"{sheets} sheets checked, {len(result.failed)} cannot be made"
    yield from _failed(UNMAKEABLE, [failure.sheet for failure in result.failed])


def unlisted_summary(ledger: Path) -> Iterator[str]:
    """Yield what is not told where there is no list of translations, as when somebody deleted it."""
    if not ledger.exists():
        yield f"  there is no {ledger.name}: a text that changes in one language alone is not told"
        yield "  take it back from a copy, or begin it with `uv run generate.py translated --all`"


def left_out_summary(left_out: Collection[Owner]) -> Iterator[str]:
    """Yield what cannot be printed, because of its problems."""
    for is_shared, owners in groupby(sorted(left_out), key=lambda owner: owner[0] in SHARED):
        parts = [name if group == "files" else nearest((group, name)) for group, name in owners]
        yield from _listed(USERS_LEFT_OUT if is_shared else SHEETS_LEFT_OUT, parts)


def _failed(line: str, sheets: Sequence[Sheet]) -> Iterator[str]:
    """Yield the files by name where they are few, and else how many there are of each handout, and whose."""
    if len(sheets) <= _FEW:
        yield from _listed(line, [sheet.path for sheet in sheets])
        return
    clinics: defaultdict[str, list[str]] = defaultdict(list)
    for sheet in sheets:
        clinics[sheet.handout_id].append(sheet.clinic_id)
    for handout, of in clinics.items():
        names = list(dict.fromkeys(of))
        count, many, shown = len(of), len(names), ", ".join(names)
        where = f"{many} clinics" if many > _FEW else shown
        yield line.format(path=f"{handout}, {count} sheets ({where})" if count > 1 else f"{handout}, 1 sheet ({where})")


def _listed(line: str, paths: Collection[str]) -> Iterator[str]:
    shown, more = list(paths)[:_LISTED], len(paths) - _LISTED
    yield from (line.format(path=path) for path in shown)
    if more > 0:
        yield line.format(path=f"{more} more")


def result_as_json(result: Result) -> dict[str, Any]:
    """Return a result as `json.dumps` takes it; paths are under the output folder."""
    return {
        "made": [sheet.path for sheet in result.made],
        "unchanged": [sheet.path for sheet in result.unchanged],
        "failed": [
            {"path": failure.sheet.path, "codes": [problem.code for problem in failure.problems]}
            for failure in result.failed
        ],
        "not_begun": [sheet.path for sheet in result.left],
        "removed": list(result.removed),
        "no_longer_made": list(result.no_longer_made),
        "interrupted": result.interrupted,
    }


def problems_as_json(told: Iterable[Told], messages: Messages) -> list[dict[str, Any]]:
    """Return problems as `json.dumps` takes them, with the sheets that they came up in."""
    return [{**as_json([each.problem], messages)[0], "sheets": list(each.paths)} for each in told]
