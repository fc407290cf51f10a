"""`cover add` and `cover check`: a clinic's PDF is checked, cleaned, shown and kept for all builds to come."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from handouts.commands.cover_shelf import Checked, add_cover, check_cover, located
from handouts.console import Console, Told
from handouts.content import UnfitContentError, load_fit
from handouts.content.names.suggestions import did_you_mean, quoted
from handouts.errors import AssetError, ExitCode, Problem, UsageError
from handouts.layout import Layout
from handouts.messages import Messages
from handouts.options import Options

_HELP = "write `cover add FILE --clinic ID` or `cover check FILE`"
_WORDS = 2  # what to do, and the file
_IN_WORDS = {
    "tagged": "  page {number}: placed with its own tags, so that screen readers read it",
    "figure": "  page {number}: placed as a drawing, read aloud by its `alt:` text",
    "picture": "  page {number}: printed as a picture, read aloud by its `alt:` text",
}


@dataclass(frozen=True, slots=True)
class _Asked:
    verb: str
    file: str
    clinic: str | None


def take_cover(options: Options, layouts: Sequence[Layout], console: Console) -> int:
    """Run `cover add` or `cover check` and return the exit code.

    Raises:
        UsageError: It was called in a way that it does not know.
        UnfitContentError: A clinic is named, and the content cannot be read.
        AssetError: The file cannot be used.
        OutputError: `assets/` cannot be written to.
    """
    asked = _asked(options, layouts)
    take = add_cover if asked.verb == "add" else check_cover
    root = options.content.parent.absolute()
    file = _found(Path(asked.file), root)
    try:
        taken = take(root, file, asked.clinic, note=options.note, signed=options.drop_signature)
    except AssetError as error:
        raise located(error, file) from error
    if options.json:
        print(json.dumps(_as_json(taken, console.messages), ensure_ascii=False, indent=1))  # noqa: T201 (this is the command's answer)
    console.say(*_in_words(taken, options.content.parent / taken.preview))
    if taken.preview:
        console.show(*(f"  {line}" for line in taken.lines))
    console.complain([Told(note) for note in taken.notes])
    return ExitCode.CONTENT if options.strict and taken.notes else ExitCode.DONE


def _found(file: Path, root: Path) -> Path:
    """Return the file that was named: from the working folder, or else as the content names it.

    Raises:
        AssetError: There is none (E510).
    """
    file = Path(os.path.expanduser(file))  # noqa: PTH111 (unlike Path.expanduser, it leaves a home that nobody has as typed)
    places = [Path(os.path.abspath(place)) for place in dict.fromkeys((file, root / file))]  # noqa: PTH100 (keeps links)
    for place in places:
        if os.path.isfile(place):  # noqa: PTH113 (unlike Path.is_file, it is False for a name that is too long)
            return place
    for place in places:
        if os.path.lexists(place):
            what = "a folder" if place.is_dir() else "a link to nothing" if place.is_symlink() else "no ordinary file"
            raise AssetError(Problem("E510", f"{place} is {what}", None, "name the PDF itself"))
    looked = ", ".join(dict.fromkeys(map(str, places)))
    hint = "a path starts from the folder that you are in, or from that of the content; check how it is spelled"
    raise AssetError(Problem("E510", f"there is no file {looked}", None, hint))


def _asked(options: Options, layouts: Sequence[Layout]) -> _Asked:
    if len(options.words) != _WORDS or options.words[0] not in {"add", "check"} or len(options.clinic) > 1:
        raise UsageError(Problem("E901", "a cover is added or checked, one file at a time", None, _HELP))
    clinic = options.clinic[0] if options.clinic else None
    try:
        loaded = load_fit(options.content, [layout.id for layout in layouts])
        clinics = {*loaded.content.clinics, *(name for _, name in loaded.left_out)}
    except UnfitContentError:  # then only the content can say what clinics there are
        if clinic is None:
            return _Asked(options.words[0], options.words[1], None)
        raise
    if clinic is not None and clinic not in clinics:
        hint = did_you_mean(clinic, sorted(clinics), "there is: {words}")
        raise UsageError(Problem("E902", f"there is no clinic {quoted(clinic)}", None, hint))
    return _Asked(options.words[0], options.words[1], clinic)


def _in_words(taken: Checked, picture: Path) -> list[str]:
    pages = taken.prepared.pages
    lines = [f"{taken.path}: {len(pages)} pages" if len(pages) > 1 else f"{taken.path}: 1 page"]
    lines += [_IN_WORDS[page.way].format(number=number) for number, page in enumerate(pages, 1)]
    if not taken.preview:
        return [*lines, "  nothing was written; `cover add` keeps it for the builds"]
    lines.append(f"  look at it before anybody else does: {picture}")
    return [*lines, "", "In the content, if it does not say so yet:", ""]


def _as_json(taken: Checked, messages: Messages) -> dict[str, object]:
    told = map(messages.problem, taken.notes)
    notes = [{"code": note.code, "message": note.message, "hint": note.hint} for note in told]
    ways = [page.way for page in taken.prepared.pages]
    return {
        "path": taken.path, "pages": ways, "notes": notes, "preview": taken.preview, "content": list(taken.lines),
    }  # fmt: skip
