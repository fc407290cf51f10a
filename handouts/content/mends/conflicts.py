"""The marks that version control leaves in a file of which two people changed the same lines."""

import re
from collections.abc import Iterator

from handouts.content.decoding import SourceText
from handouts.errors import Problem

_CONFLICT = re.compile(
    r"^<{7}(?: [^\r\n]*)?(?P<ours>[\r\n].*?)^(?P<before>\|{7}[^\r\n]*[\r\n].*?^)?"
    r"(?P<theirs>={7}[^\r\n]*[\r\n].*?)^>{7}(?: [^\r\n]*)?$",
    re.DOTALL | re.MULTILINE,
)
_LEFT_BEHIND = re.compile(r"^(?P<mark>[<>|]{7}|={7})(?: [^\r\n]*)?$", re.MULTILINE)
_INK = re.compile(r"[^\r\n]")


def without_conflicts(source: SourceText) -> tuple[SourceText, tuple[Problem, ...]]:
    """Read the first of each two versions, and say where two stand; every other character stays where it was."""
    if not any(mark * 7 in source.text for mark in "<>|"):  # a line of = alone may have been drawn
        return source, ()
    whole = tuple(_two_versions(source))
    rest = SourceText.of(source.file, _CONFLICT.sub(_first_version, source.text)) if whole else source
    lone = tuple(_left_behind(rest))
    text = _LEFT_BEHIND.sub(lambda mark: " " * len(mark[0]), rest.text)
    return SourceText.of(source.file, text), (*whole, *lone)


def _two_versions(source: SourceText) -> Iterator[Problem]:
    for found in _CONFLICT.finditer(source.text):
        last = source.span(found.end(), found.end()).line
        middle = source.span(found.start("theirs"), found.start("theirs")).line
        at = source.span(found.start(), found.start("ours"))
        message = f"two versions of these lines stand here, down to line {last}: they were merged and nobody chose"
        hint = f"keep one version, above or below line {middle}, and delete lines {at.line}, {middle} and {last}"
        if found["before"]:
            bar = source.span(found.start("before"), found.start("before")).line
            hint = (
                f"keep the lines above line {bar} or those below line {middle}, and delete the rest down to line {last}"
            )
        yield Problem("E169", message, at, hint)


def _left_behind(source: SourceText) -> Iterator[Problem]:
    """Say where a mark stands alone: somebody chose a version, and left the mark behind."""
    for found in _LEFT_BEHIND.finditer(source.text):
        message = f"“{found['mark']}” was left behind when two versions were merged, and is no part of the content"
        hint = "delete this line, and see that the lines around it stand only once"
        yield Problem("E169", message, source.span(found.start(), found.end()), hint)


def _first_version(found: re.Match[str]) -> str:
    start, text = found.start(), found[0]
    ours = found.span("ours")
    kept = text[ours[0] - start : ours[1] - start]
    return _INK.sub(" ", text[: ours[0] - start]) + kept + _INK.sub(" ", text[ours[1] - start :])
