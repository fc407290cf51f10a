"""The command line: what was asked goes in, an exit code comes out, and no one ever sees a traceback unasked."""

import gc
import json
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from handouts.console import Console, Told, hold_streams, survive_any_terminal
from handouts.errors import ExitCode, HandoutsError, OutputError, Problem, UsageError
from handouts.layout import Layout
from handouts.messages import Messages, given_language, locale_language
from handouts.options import Options, read_options

_SELDOM = 200_000
"""Objects between two searches for cycles: content is a tree of hundreds of thousands, searched in vain each time."""

_CONTENT = "content.yaml"
"""What is read where no content is named."""

_BRIEF = ("check", "list", "coverage", "report")
"""Commands that end before cycles could fill any memory, unless they read PDFs: they never search for them."""


def main(arguments: Sequence[str], layouts: Sequence[Layout], home: Path) -> int:
    """Run the command.

    Args:
        arguments: Without the name of the program.
        layouts: Every design that there is.
        home: The folder of the program.

    Returns:
        The exit code; see `ExitCode`.
    """
    hold_streams()
    survive_any_terminal(sys.stdout, sys.stderr)
    gc.set_threshold(_SELDOM)
    messages = Messages(given_language(arguments) or ("en" if "--json" in arguments else locale_language()))
    try:
        code = _obey(arguments, layouts, home, messages)
        sys.stdout.flush()  # what cannot be written is to be known here, not when Python ends
    except BrokenPipeError:  # whoever read our words has stopped reading: `uv run generate.py list | head`
        _say_no_more()
        return ExitCode.CONTENT
    except OSError as error:
        _say_no_more()
        from handouts.refusals import what_refused  # noqa: PLC0415 (nearly no command needs it)

        message = f"the answer cannot be written where it was sent ({what_refused(error)})"
        hint = "make room there, or send it elsewhere; the sheets are as the command left them"
        return _refuse(OutputError(Problem("E602", message, None, hint)), Console(messages=messages), as_json=False)
    return code


def _say_no_more() -> None:
    """Let what is still to be printed go nowhere, or Python would fail at it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _obey(arguments: Sequence[str], layouts: Sequence[Layout], home: Path, messages: Messages) -> int:
    try:
        options = read_options(arguments, home, messages)
    except SystemExit as done:  # after --help and --version
        return int(done.code or 0)
    except UsageError as error:
        return _refuse(error, Console(messages=messages), as_json="--json" in arguments)
    return _run(options, layouts, home, messages)


def _run(options: Options, layouts: Sequence[Layout], home: Path, messages: Messages) -> int:
    if options.content.as_posix() != _CONTENT:
        from handouts.typed_paths import typed  # noqa: PLC0415 (most people edit the content of their folder)

        messages = replace(messages, content=typed(options.content.as_posix()))
    console = Console(quiet=options.quiet, silent=options.json, colors=options.colors, messages=messages)
    if options.command in _BRIEF and not options.checks_output:
        gc.disable()
    try:
        return _do(options, layouts, home, console)
    except HandoutsError as error:
        return _refuse(error, console, as_json=options.json)
    except KeyboardInterrupt:
        console.warn("interrupted; no file is torn")
        return ExitCode.INTERRUPTED
    except (BrokenPipeError, ModuleNotFoundError):  # `generate.py` says what to install
        raise
    except Exception as error:  # noqa: BLE001 (a traceback says nothing to the people who use this)
        sys.stdout.flush()  # fails again where it was the answer that could not be written
        if options.debug:
            traceback.print_exc()
        return _refuse(HandoutsError(_unexpected(error)), console, as_json=options.json)
    finally:
        gc.enable()


def _unexpected(error: Exception) -> Problem:
    """Say that the program itself failed, or that the system refused what the program needs."""
    from handouts.refusals import REFUSED_HELP, is_refusal, what_refused  # noqa: PLC0415 (nearly no command needs it)

    if is_refusal(error):
        message = f"the computer refused what the command takes ({what_refused(error)})"
        return Problem("E992", message, None, REFUSED_HELP)
    message = f"a mistake in this program stopped it ({type(error).__name__}: {error})"
    hint = "nothing is torn; to report it, run again with --debug and send what it prints"
    return Problem("E990", message, None, hint)


def _do(options: Options, layouts: Sequence[Layout], home: Path, console: Console) -> int:
    """Run the command; each loads what it needs, which for `--help` would be too much."""
    match options.command:
        case "explain" | "new" | "docs":
            from handouts.commands.editing import edit  # noqa: PLC0415

            return edit(options, layouts, home, console)
        case "cover":
            from handouts.commands.cover import take_cover  # noqa: PLC0415

            return take_cover(options, layouts, console)
        case "watch" | "preview":
            from handouts.commands.following import follow  # noqa: PLC0415

            return follow(options, layouts, console)
        case "translated" | "approved" | "changes":
            from handouts.commands.confirming import confirm  # noqa: PLC0415

            return confirm(options, layouts, console)
        case "coverage" | "report":
            return _survey(options, layouts, console)
    return _answer(options, layouts, console)


def _answer(options: Options, layouts: Sequence[Layout], console: Console) -> int:
    """Build, check or list; what nothing has changed since it was asked last is told at once."""
    from handouts.answers import question  # noqa: PLC0415

    asked = question(options, console)
    if asked and (answer := asked.answer()):
        console.repeat(answer[1])
        return answer[0]
    if options.command == "build" and not (options.clinic or options.handout):  # many sheets, perhaps
        from handouts.processes.workers import warm_up  # noqa: PLC0415

        warm_up("handouts.build.press")
    from handouts.commands.sheets import run  # noqa: PLC0415

    code = run(options, layouts, console)
    if asked and console.lasts:
        from handouts.watching import follow  # noqa: PLC0415

        asked.keep(code, console.spoken, follow(options.content).patterns)
    return code


def _survey(options: Options, layouts: Sequence[Layout], console: Console) -> int:
    if options.command == "report":
        from handouts.commands.report import tell_report  # noqa: PLC0415

        return tell_report(options, layouts, console)
    from handouts.commands.coverage import tell_coverage  # noqa: PLC0415

    return tell_coverage(options, layouts, console)


def _refuse(error: HandoutsError, console: Console, *, as_json: bool) -> int:
    """Tell why nothing could be done."""
    told = [Told(problem) for problem in error.problems]
    if as_json:
        from handouts.reports.summary import problems_as_json  # noqa: PLC0415 (only programs ask for it)

        said = {"problems": problems_as_json(told, console.messages), "exit_code": int(error.exit_code)}
        print(json.dumps(said, ensure_ascii=False, indent=1))  # noqa: T201 (this is the command's answer)
    else:
        console.complain(told, getattr(error, "sources", None))
    return error.exit_code
