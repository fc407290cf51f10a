"""The command `coverage`: who has what, told as a table or as JSON."""

import os
import sys
from collections.abc import Sequence

from handouts.commands import print_json
from handouts.console import Console, Told
from handouts.content import load_fit
from handouts.coverage import Coverage, Known, coverage
from handouts.coverage_table import as_data, lines, rich_table, summary
from handouts.errors import ExitCode
from handouts.inputs import Inputs
from handouts.layout import Layout
from handouts.manifest import NAME, read_manifest
from handouts.messages import Messages
from handouts.options import Options
from handouts.plan import Selection, all_sheets, check_names, open_shop
from handouts.publish import OutputFolder
from handouts.summary import problems_as_json


def tell_coverage(options: Options, layouts: Sequence[Layout], console: Console) -> int:
    """Tell who has what, and return the exit code: with `--strict`, 1 when anything is wrong with it.

    Raises:
        UnfitContentError: The content cannot be read.
        UsageError: A name that nothing has.
    """
    loaded = load_fit(options.content, [layout.id for layout in layouts])
    shop = open_shop(loaded, options.content, layouts, options.today)
    selection = Selection(options.clinic, options.handout, options.edition, options.lang)
    check_names(selection, shop, loaded.left_out)
    written = OutputFolder(options.output).read(NAME)
    manifest = read_manifest(written) if written is not None else None
    inputs = Inputs(shop)
    now = {sheet.path: inputs.of(sheet) for sheet in all_sheets(shop)} if manifest and manifest.files else {}
    known = Known(manifest, now, loaded.left_out, shop.standing)
    covered = coverage(loaded.content, layouts, options.today, known)
    covered = covered.part(options.clinic, options.handout)
    told = [Told(problem) for problem in loaded.problems]
    code = ExitCode.CONTENT if told or (options.strict and covered.gaps) else ExitCode.DONE
    if options.json:
        print_json(
            options, {**as_data(covered), "problems": problems_as_json(told, console.messages), "exit_code": int(code)}
        )
    console.complain(told, loaded.sources)
    if _in_color(options):
        _show(covered, console.messages)
        console.show("", summary(covered, console.messages))
    else:
        console.show(*lines(covered, console.messages))
    return code


def _in_color(options: Options) -> bool:
    """Whether someone looks on who likes colour."""
    if options.quiet or options.json:
        return False
    terminal = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return terminal if options.colors is None else options.colors


def _show(covered: Coverage, messages: Messages) -> None:
    from rich.console import Console as RichConsole  # noqa: PLC0415 (only colour needs it)

    RichConsole(force_terminal=True, color_system="standard", highlight=False).print(rich_table(covered, messages))
