"""The command `coverage`: who has what, told as a table or as JSON."""

import shutil
from collections.abc import Sequence

from handouts.build.inputs import Inputs
from handouts.build.manifest import NAME, read_manifest
from handouts.build.plan import all_sheets, open_shop
from handouts.build.publish import OutputFolder
from handouts.build.selection import Selection, check_names
from handouts.commands.sheets import print_json
from handouts.console import Console, Told
from handouts.content import load_fit
from handouts.errors import ExitCode
from handouts.layout import Layout
from handouts.options import Options
from handouts.reports.coverage import Known, coverage
from handouts.reports.coverage_table import as_data, lines
from handouts.reports.summary import problems_as_json

_NARROWEST, _USUAL = 60, 80  # columns: of a terminal at least; where there is none


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
    covered = covered.part(options.clinic, options.handout, options.edition, options.lang)
    told = [Told(problem) for problem in loaded.problems]
    code = ExitCode.CONTENT if told or (options.strict and covered.gaps) else ExitCode.DONE
    if options.json:
        print_json(
            options, {**as_data(covered), "problems": problems_as_json(told, console.messages), "exit_code": int(code)}
        )
    console.complain(told, loaded.sources)
    columns = shutil.get_terminal_size((_USUAL, 24)).columns
    console.show(*lines(covered, console.messages, max(columns, _NARROWEST), color=console.colored_answers))
    return code
