"""Which texts a place such as `content.yaml:145` means."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from handouts.content import Loaded
from handouts.content.decoding import SourceText
from handouts.content.names.suggestions import did_you_mean, quoted
from handouts.content.whereabouts import PlacedText
from handouts.errors import Problem, Span, UsageError

_LINE = re.compile(r"(?P<line>[0-9]{1,7})(?::(?P<column>[0-9]{1,7}))?")
_PLACE = re.compile(rf"(?P<file>.+?):{_LINE.pattern}")
_HELP = "write the file and the line as messages have them, content.yaml:145, or the id of a handout"
_NEAR = 30  # lines within which another text may have been meant


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file; `column` is 0 for all of it."""

    file: str
    line: int
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


def place_of(words: str, files: Sequence[str], root: Path, handouts: Collection[str] = ()) -> Place:
    """Read a place as people write it.

    Args:
        words: `content.yaml:145`, `content.yaml:145:9`, or `145` in the first file.
        files: Every file of the content, the first one first.
        root: Their folder.
        handouts: Ids, one of which may have been meant.

    Raises:
        UsageError: It is no place (E901), or in a file that the content does not read (E902).
    """
    words = words.strip().removesuffix(":")  # copied with the colon that follows it in a message
    alone = _LINE.fullmatch(words.removeprefix(":"))
    found = alone or _PLACE.fullmatch(words)
    if found is None:
        hint = did_you_mean(words, handouts, "") or _HELP
        raise UsageError(Problem("E901", f"{quoted(words)} is neither a handout nor a place in a file", None, hint))
    file = files[0] if alone else _file(found["file"], files, root)
    return Place(file, int(found["line"]), int(found["column"] or 0))


def _file(name: str, files: Sequence[str], root: Path) -> str:
    wanted = {Path(name).resolve(), (root / name).resolve()}
    same = [file for file in files if Path(file).resolve() in wanted]
    same = same or [file for file in files if Path(file).name == name]
    if len(same) == 1:
        return same[0]
    hint = did_you_mean(name, list(files), "it reads: {words}")
    raise UsageError(Problem("E902", f"{name} is not a file that the content reads", None, hint))


def texts_at(place: Place, placed: Sequence[PlacedText], loaded: Loaded) -> frozenset[int]:
    """Return the numbers of the texts that stand at a place.

    Raises:
        UsageError: None does (E907).
    """
    sources = loaded.sources.files
    lines = {number: _lines(each, sources) for number, each in enumerate(placed) if _is_in(each, place.file)}
    found = {number for number, (first, last) in lines.items() if first <= place.line <= last}
    exact = {number for number in found if any(_covers(span, place) for span in placed[number].text.at.values.values())}
    if not found:
        raise UsageError(_no_text(place, loaded, lines.values()))
    return frozenset(exact if place.column and exact else found)


def _is_in(each: PlacedText, file: str) -> bool:
    return any(span.file == file for span in each.text.at.values.values())


def _lines(each: PlacedText, sources: Mapping[str, SourceText]) -> tuple[int, int]:
    """Return the first and the last line of a text, that of its name included."""
    lines = [line for span in each.text.at.values.values() for line in (span.line, _last_line(span, sources))]
    whole = each.text.at.whole
    return min(lines + ([whole.line] if whole else [])), max(lines)


def _last_line(span: Span, sources: Mapping[str, SourceText]) -> int:
    source = sources.get(span.file)
    if source is None:
        return span.line
    written = len(source.text[span.start : span.end].rstrip())
    return source.span(span.start + max(written - 1, 0), span.end).line


def _covers(span: Span, place: Place) -> bool:
    return span.line == place.line and span.column <= place.column <= span.column + max(span.end - span.start, 1)


def _no_text(place: Place, loaded: Loaded, there: Collection[tuple[int, int]]) -> Problem:
    at = Span(place.file, place.line, max(place.column, 1))
    if loaded.left_out:
        names = ", ".join(sorted(name for _, name in loaded.left_out))
        hint = f"{names} could not be read: run `uv run generate.py check`, mend what it says, then run this again"
        return Problem("E907", "no text that could be read stands here", at, hint)
    near = sorted(_distances(place, there))[:1]
    hint = f"the nearest text begins on line {near[0][1]}" if near else "write the line of the text itself"
    return Problem("E907", "no text stands here", at, hint)


def _distances(place: Place, there: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in there:
        distance = min(abs(place.line - first), abs(place.line - last))
        if distance <= _NEAR:
            yield distance, first
