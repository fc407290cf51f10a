"""The marks that version control leaves in a file of which two people changed the same lines."""

import re
from collections.abc import Iterator

from handouts.content.decoding import SourceText
from handouts.errors import Problem

_CONFLICT = re.compile(
    r"^<{7}(?: [^\r\n]*)?(?P<ours>[\r\n].*?)^(?P<theirs>={7}[^\r\n]*[\r\n].*?)^>{7}(?: [^\r\n]*)?$",
    re.DOTALL | re.MULTILINE,
)
_INK = re.compile(r"[^\r\n]")


def without_conflicts(source: SourceText) -> tuple[SourceText, tuple[Problem, ...]]:
    """Read the first of each two versions, and say where two stand; every other character stays where it was."""
    problems = tuple(_problems(source))
    if not problems:
        return source, ()
    return SourceText.of(source.file, _CONFLICT.sub(_first_version, source.text)), problems


def _problems(source: SourceText) -> Iterator[Problem]:
    if "<<<<<<<" not in source.text:
        return
    for found in _CONFLICT.finditer(source.text):
        last = source.span(found.end(), found.end()).line
        middle = source.span(found.start("theirs"), found.start("theirs")).line
        at = source.span(found.start(), found.start("ours"))
        message = f"two versions of these lines stand here, down to line {last}: they were merged and nobody chose"
        hint = f"keep one version, above or below line {middle}, and delete lines {at.line}, {middle} and {last}"
        yield Problem("E169", message, at, hint)


def _first_version(found: re.Match[str]) -> str:
    start, text = found.start(), found[0]
    ours = found.span("ours")
    kept = text[ours[0] - start : ours[1] - start]
    return _INK.sub(" ", text[: ours[0] - start]) + kept + _INK.sub(" ", text[ours[1] - start :])
