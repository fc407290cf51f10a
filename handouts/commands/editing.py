"""Commands for whoever edits the content or the program: a code explained, a skeleton written, pages made anew."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import get_args

from handouts.accents import without_accents
from handouts.console import Console
from handouts.content.names.suggestions import did_you_mean, quoted
from handouts.derived import write_derived
from handouts.errors import ExitCode, Problem, UsageError
from handouts.explain import explain, explanation, explanations, list_codes
from handouts.layout import Layout
from handouts.messages import Messages
from handouts.options import Options
from handouts.skeletons import Kind, add

_NEW_HELP = "write `new handout ID`, `new clinic ID` or `new brand ID`"


def edit(options: Options, layouts: Sequence[Layout], home: Path, console: Console) -> int:
    """Run `explain`, `new` or `docs` and return the exit code.

    Raises:
        HandoutsError: What was asked cannot be done.
    """
    lines, said = _COMMANDS[options.command](options, layouts, home, console.messages)
    if options.json:
        print(json.dumps(said, ensure_ascii=False, indent=1))  # noqa: T201 (this is the command's answer)
    console.show(*lines)
    return ExitCode.DONE


_Answer = tuple[Sequence[str], object]
"""In words, and for `--json`."""


def _explain(options: Options, _: object, __: object, messages: Messages) -> _Answer:
    if not options.words:
        return [list_codes(messages)], [asdict(each) for each in explanations(messages.code).values()]
    found = [explanation(code, messages.code) for code in options.words]
    return ["\n\n".join(explain(each.code, messages) for each in found)], [asdict(each) for each in found]


def _new(options: Options, _: object, __: object, messages: Messages) -> _Answer:
    if len(options.words) != 2:  # noqa: PLR2004 (what, and its id)
        first, *rest = [*options.words, ""]
        joined = without_accents("-".join(word for word in rest if word)).lower()
        hint = f"an id is one word: `new {first} {joined}`" if len(options.words) > 2 else _NEW_HELP  # noqa: PLR2004
        raise UsageError(Problem("E901", "it takes two words to say what to add", None, hint))
    kind, name = _kind(options.words[0]), options.words[1]
    added = add(kind, name, options.content, options.today, options.file, messages)
    place = f"{added.file.as_posix()}:{added.line}"
    line = f"{place}: a new {kind}, {name}. Write over its texts, then run: uv run generate.py check"
    return [messages(line)], {"kind": kind, "id": name, "file": added.file.as_posix(), "line": added.line}


def _kind(word: str) -> Kind:
    kinds: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
    if word not in kinds:
        hint = did_you_mean(word, list(kinds), _NEW_HELP)
        raise UsageError(Problem("E901", f"{quoted(word)} is nothing that `new` can add", None, hint))
    return kinds[word]


def _docs(_: Options, layouts: Sequence[Layout], home: Path, messages: Messages) -> _Answer:
    written = write_derived(home, layouts)
    lines = [f"written: {path}" for path in written] or ["all are current"]
    return [messages(line) for line in lines], {"written": written}


_COMMANDS: Mapping[str, Callable[[Options, Sequence[Layout], Path, Messages], _Answer]] = {
    "explain": _explain,
    "new": _new,
    "docs": _docs,
}
