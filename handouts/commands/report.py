"""The command `report`: how plain each handout is in each language, what to mend, and what a person signs off."""

from collections.abc import Collection, Iterator, Sequence

from handouts.build.plan import Workshop, all_sheets, open_shop
from handouts.build.selection import Selection, check_names, chosen_handouts
from handouts.checks.scores.report import Report, report
from handouts.checks.text.manuscript import Manuscript
from handouts.commands.sheets import print_json
from handouts.console import Console, Told
from handouts.content import load_fit
from handouts.errors import ExitCode, Problem, UsageError
from handouts.keeping.memory import Memory
from handouts.layout import Layout
from handouts.options import Options
from handouts.problems.blame import Blame
from handouts.problems.findings import findings
from handouts.problems.silence import Silenced, silenced_as_json
from handouts.reports.report_data import as_data
from handouts.reports.report_lines import lines, silences
from handouts.reports.summary import left_out_summary, problems_as_json


def tell_report(options: Options, layouts: Sequence[Layout], console: Console) -> int:
    """Tell how plain the handouts are, and return the exit code: with `--strict`, 1 when an item is not met.

    Raises:
        UnfitContentError: The content cannot be read.
        UsageError: A name that nothing has, or names that nothing has together.
    """
    loaded = load_fit(options.content, [layout.id for layout in layouts])
    shop = open_shop(loaded, options.content, layouts, options.today)
    selection = Selection(options.clinic, options.handout, options.edition, options.lang)
    check_names(selection, shop, loaded.left_out)
    manuscript = Manuscript(loaded.content, loaded.sources.files)
    chosen = chosen_handouts(loaded.content, selection)
    reports = [
        report(manuscript, ident, language)
        for ident in chosen
        for language in manuscript.languages
        if language in (options.lang or manuscript.languages)
    ]
    if not reports and not loaded.problems:
        hint = "`uv run generate.py list` shows which clinic gives out which handouts"
        raise UsageError(Problem("E903", "what was asked for leaves no handout", None, hint))
    silenced = list(_of(findings(loaded, shop, Memory.of(options.content)).silenced, chosen, shop))
    allowed = {(each.problem.code, each.problem.at): each.reason for each in silenced}
    told = [Told(problem) for problem in loaded.problems]
    code = _exit_code(told, reports, strict=options.strict)
    if options.json:
        said = {
            "reports": [as_data(each) for each in reports],
            "silenced": silenced_as_json(silenced, console.messages),
        }
        print_json(options, {**said, "problems": problems_as_json(told, console.messages), "exit_code": int(code)})
    console.complain(told, loaded.sources)
    for each in reports:
        console.show(*lines(each, allowed, console.messages))
    console.show(*silences(silenced, console.messages))
    console.say(*left_out_summary(loaded.left_out))
    return code


def _of(silenced: Sequence[Silenced], handouts: Collection[str], shop: Workshop) -> Iterator[Silenced]:
    """Yield what is silenced in these handouts, or in what they share."""
    if len(handouts) == len(shop.content.handouts):
        yield from silenced
        return
    blame = Blame(shop.content, all_sheets(shop).of(handouts=handouts))
    yield from (each for each in silenced if blame.stopped_by(each.problem))


def _exit_code(told: Sequence[Told], reports: Sequence[Report], *, strict: bool) -> ExitCode:
    unmet = any(each.unmet for each in reports)
    return ExitCode.CONTENT if told or (strict and unmet) else ExitCode.DONE
