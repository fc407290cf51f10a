"""The commands that follow the content while it is edited: `watch` and `preview`."""

import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from handouts.build.plan import Workshop
from handouts.build.selection import Selection, check_names
from handouts.commands.sheets import run
from handouts.console import Console, Told
from handouts.content import UnfitContentError, load_fit
from handouts.errors import ExitCode, HandoutsError, Problem
from handouts.layout import Layout
from handouts.options import Options
from handouts.preview.choice import Choice
from handouts.preview.serving import Wanted, preview
from handouts.watching import watch

_NAMED = 3  # files in one line


def follow(options: Options, layouts: Sequence[Layout], console: Console) -> int:
    """Run `watch` or `preview` until Ctrl-C, and return the exit code.

    Raises:
        UsageError: What was asked cannot be done: there is no such clinic or handout (E902).
    """
    selection = Selection(options.clinic, options.handout, options.edition, options.lang)
    if selection != Selection():
        _check_names(selection, options, layouts)
    command = _watch if options.command == "watch" else _preview
    try:
        command(options, layouts, console)
    except KeyboardInterrupt:
        console.say("", "Ended.")
    return ExitCode.INTERRUPTED


def _watch(options: Options, layouts: Sequence[Layout], console: Console) -> None:
    """Make everything, and again what each edit touches."""
    as_build = replace(options, command="build")

    def make(touched: frozenset[Path]) -> None:
        if touched:
            console.say("", changed(touched))
        try:
            code = run(as_build, layouts, console)
        except HandoutsError as error:
            console.complain([Told(problem) for problem in error.problems], getattr(error, "sources", None))
            return
        if code == ExitCode.INTERRUPTED:
            raise KeyboardInterrupt

    def complain(error: Exception) -> None:
        if options.debug:
            console.complain_as_is("".join(traceback.format_exception(error)))
        message = f"a mistake in this program stopped the build ({type(error).__name__}: {error})"
        console.complain([Told(Problem("E990", message, None, "save again; --debug shows where it went wrong"))])

    console.say(f"Watching {options.content} and all that belongs to it. Ctrl-C ends it.", "")
    watch(options.content, make, complain)


def _preview(options: Options, layouts: Sequence[Layout], console: Console) -> None:
    first = _first(options)
    wanted = Wanted(
        options.content, layouts, options.today, first, options.port, open=options.open, editor=options.editor,
        messages=options.messages, named=console.messages.content,
    )  # fmt: skip
    preview(wanted, console.say)


def _first(options: Options) -> Choice:
    """Return what a preview shows first."""
    clinic, handout, edition, language = (
        next(iter(names), "") for names in (options.clinic, options.handout, options.edition, options.lang)
    )
    chosen = Choice.of_edition(clinic, handout, edition)
    return replace(chosen, language=chosen.language or language)


def _check_names(selection: Selection, options: Options, layouts: Sequence[Layout]) -> None:
    """Refuse names that nothing has. Content that cannot be read has no names yet: the command tells why."""
    try:
        loaded = load_fit(options.content, [layout.id for layout in layouts])
    except UnfitContentError:
        return
    shop = Workshop(loaded.content, options.content.parent, tuple(layouts), options.today)
    check_names(selection, shop, loaded.left_out)


def changed(paths: frozenset[Path]) -> str:
    """Say which files have changed."""
    names = sorted(path.name for path in paths)
    more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED else []
    *some, last = [*names[:_NAMED], *more]
    first = ", ".join(some)
    return f"{first} and {last} changed:" if some else f"{last} changed:"
