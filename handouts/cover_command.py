"""`cover add` and `cover check`: a clinic's PDF is checked, cleaned, shown and kept for all builds to come."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from handouts.console import Console, Told
from handouts.content import UnfitContentError, load_fit
from handouts.content.suggestions import did_you_mean, quoted
from handouts.cover_shelf import Checked, add_cover, check_cover, located
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
        AssetError: The file cannot be used.
        OutputError: `assets/` cannot be written to.
    """
    asked = _asked(options, layouts)
    take = add_cover if asked.verb == "add" else check_cover
    root = options.content.parent.absolute()
    file = Path(asked.file)
    if not file.exists() and (root / file).exists():  # as the content names it, from wherever it was asked
        file = root / file
    try:
        taken = take(root, file, asked.clinic, note=options.note, signed=options.drop_signature)
    except AssetError as error:
        raise located(error, file) from error
    if options.json:
        print(json.dumps(_as_json(taken, console.messages), ensure_ascii=False, indent=1))  # noqa: T201 (this is the command's answer)
    console.say(*_in_words(taken))
    if taken.preview:
        console.show(*(f"  {line}" for line in taken.lines))
    console.complain([Told(note) for note in taken.notes])
    return ExitCode.CONTENT if options.strict and taken.notes else ExitCode.DONE


def _asked(options: Options, layouts: Sequence[Layout]) -> _Asked:
    if len(options.words) != _WORDS or options.words[0] not in {"add", "check"} or len(options.clinic) > 1:
        raise UsageError(Problem("E901", "a cover is added or checked, one file at a time", None, _HELP))
    clinic = options.clinic[0] if options.clinic else None
    try:
        loaded = load_fit(options.content, [layout.id for layout in layouts])
        clinics = {*loaded.content.clinics, *(name for _, name in loaded.left_out)}
    except UnfitContentError as unfit:  # then only the content can say what clinics there are
        if clinic is None:
            return _Asked(options.words[0], options.words[1], None)
        raise UsageError(*unfit.problems) from unfit
    if clinic is not None and clinic not in clinics:
        hint = did_you_mean(clinic, sorted(clinics), "there is: {words}")
        raise UsageError(Problem("E902", f"there is no clinic {quoted(clinic)}", None, hint))
    return _Asked(options.words[0], options.words[1], clinic)


def _in_words(taken: Checked) -> list[str]:
    pages = taken.prepared.pages
    lines = [f"{taken.path}: {len(pages)} pages" if len(pages) > 1 else f"{taken.path}: 1 page"]
    lines += [_IN_WORDS[page.way].format(number=number) for number, page in enumerate(pages, 1)]
    if not taken.preview:
        return [*lines, "  nothing was written; `cover add` keeps it for the builds"]
    lines.append(f"  look at it before anybody else does: {taken.preview}")
    return [*lines, "", "In the content, if it does not say so yet:", ""]


def _as_json(taken: Checked, messages: Messages) -> dict[str, object]:
    told = map(messages.problem, taken.notes)
    notes = [{"code": note.code, "message": note.message, "hint": note.hint} for note in told]
    ways = [page.way for page in taken.prepared.pages]
    return {
        "path": taken.path, "pages": ways, "notes": notes, "preview": taken.preview, "content": list(taken.lines),
    }  # fmt: skip
