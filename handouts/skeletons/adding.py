"""A skeleton put into a content file, which stays whole whatever happens."""

import re
from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path

from handouts.accents import without_accents
from handouts.content import UnfitContentError
from handouts.content.decoding import SourceText
from handouts.content.fitness.references import parts
from handouts.content.names.suggestions import did_you_mean, quoted
from handouts.content.reading.includes import Gathered, gather
from handouts.content.reading.source import Sources, read_source
from handouts.content.source_tree import MappingNode, ScalarNode, SequenceNode
from handouts.errors import Problem, UsageError
from handouts.messages import ENGLISH, Messages
from handouts.model.base import DEFAULT_LANGUAGES, ID, RESERVED_NAMES
from handouts.skeletons.filling import Kind, fill
from handouts.skeletons.placing import insert, place_in
from handouts.whole_files import write_whole

_GROUPS: dict[Kind, str] = {"handout": "handouts", "clinic": "clinics", "brand": "brands"}
_ID = re.compile(ID.replace(r"\z", r"\Z"))
_BOM = b"\xef\xbb\xbf"
_EMPTY = "E103"  # what is said of a file that holds nothing


@dataclass(frozen=True, slots=True)
class Added:
    """Where a skeleton was put: the file, and the line of its id."""

    file: Path
    line: int


def add(
    kind: Kind, name: str, content: Path, today: date, into: Path | None = None, messages: Messages = ENGLISH
) -> Added:
    """Put a new handout, clinic or brand at the end of its group.

    Args:
        kind: What to add.
        name: Its id.
        content: The first content file.
        today: The day of the review that a handout begins with.
        into: The file to put it into: the first, or one that it includes; the first when left out.
        messages: The language of its comments.

    Raises:
        UsageError: The id cannot be given (E905), the file is not one of the content's (E902), or the group is
            written in a way that nothing can be added to (E906).
        UnfitContentError: The content cannot be read.
        OutputError: It cannot be written (E602). It is then as it was.
    """
    gathered = gather(content)
    if gathered.root is None:
        raise UnfitContentError(gathered.sources, *gathered.problems)
    _check_name(kind, name, gathered.root)
    path = _target(gathered, content, into)
    raw = path.read_bytes()
    mark = _BOM if raw.startswith(_BOM) else b""
    skeleton = fill(kind, name, gathered.root, _languages(gathered.root), today, messages)
    text, line = _with(path.as_posix(), raw, _GROUPS[kind], skeleton)
    write_whole(path, mark + text.encode())
    return Added(path, line)


def _with(file: str, raw: bytes, group: str, skeleton: list[str]) -> tuple[str, int]:
    """Return the text of a file with a skeleton in it, and the line of its id; checked by reading it back."""
    reading = read_source(file, raw)
    if reading.root is None and any(problem.code != _EMPTY for problem in reading.problems):
        raise UnfitContentError(Sources({file: reading.source}), *reading.problems)
    source = SourceText.of(file, raw.removeprefix(_BOM).decode())
    root = reading.root if isinstance(reading.root, MappingNode) else None
    if place := place_in(reading.source, root, group):
        place = replace(place, offset=_as_typed(place.offset, reading.source, source))
        text, line = insert(source, place, skeleton)
        again = read_source(file, text.encode())
        ids = [*(parts(root, group) if root else ()), skeleton[0].removesuffix(":")]
        if again.root and list(parts(again.root, group)) == ids and len(again.problems) <= len(reading.problems):
            return text, line
    hint = f"write `{group}:` with each id on a line of its own under it, then run this again"
    raise UsageError(Problem("E906", f"nothing can be added to `{group}:` in {file}", None, hint))


def _as_typed(offset: int, read: SourceText, typed: SourceText) -> int:
    """Return where a line begins in a text as typed, whose accents may take more characters than as read."""
    return typed.start(read.span(offset, offset).line) if offset < len(read.text) else len(typed.text)


def _check_name(kind: Kind, name: str, root: MappingNode) -> None:
    taken = parts(root, _GROUPS[kind])
    if name in taken:
        hint = f"choose another id, such as {_free(name, taken)}"
        raise UsageError(Problem("E905", f"there is a {kind} {name} already, at {taken[name].key}", None, hint))
    if name.lower() in RESERVED_NAMES:
        message = f"“{name}” is a name that Windows keeps for itself, so no file can have it"
        raise UsageError(Problem("E905", message, None, f"choose another name, such as {name.lower()}-1"))
    if not _ID.fullmatch(name):
        meant = _likely(name)
        hint = "use up to 48 small letters without accents, digits, - and _, with a letter or digit at both ends"
        if meant and meant not in taken:
            hint = f"did you mean `{meant}`? {hint}"
        raise UsageError(Problem("E905", f"{quoted(name)} is not an id that a {kind} can have", None, hint))


def _likely(name: str) -> str:
    """Return what an id was likely meant to be: without accents, capitals and spaces."""
    likely = re.sub(r"[^a-z0-9_]+", "-", without_accents(name.casefold()))[:48].strip("-_")
    return "" if likely in RESERVED_NAMES else likely


def _free(name: str, taken: Container[str]) -> str:
    return next(free for number in count(2) if (free := f"{name}-{number}") not in taken)


def _target(gathered: Gathered, content: Path, into: Path | None) -> Path:
    """Return the file to write into; it must be one that is read."""
    if into is None:
        return content
    for file in gathered.sources.files:
        if Path(file).resolve() == into.resolve():
            return Path(file)
    files = list(gathered.sources.files)
    if into.exists():
        hint = f"name it under `include:` in {content.as_posix()} first"
    else:
        otherwise = f"make an empty file of that name, and name it under `include:` in {content.as_posix()} first"
        alike = [file for file in files if Path(file).parent == into.parent]
        hint = did_you_mean(into.as_posix(), alike, otherwise) or otherwise
    raise UsageError(Problem("E902", f"{into.as_posix()} is not a file that the content reads", None, hint))


def _languages(root: MappingNode) -> tuple[str, ...]:
    entry = root.entries.get("languages")
    items = entry.value.items if entry and isinstance(entry.value, SequenceNode) else ()
    return tuple(item.value for item in items if isinstance(item, ScalarNode) and item.value) or DEFAULT_LANGUAGES
