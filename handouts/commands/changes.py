"""The command `changes`: what changed in handouts since they were approved, in words and as pages side by side."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from handouts.build.plan import Workshop, all_sheets, open_shop
from handouts.build.publish import OutputFolder
from handouts.build.selection import Selection, check_names, selected
from handouts.changes.comparing import changes_of
from handouts.changes.page import page_of
from handouts.changes.pages import Beside, approved_root, beside, temporary_folder, undressed
from handouts.changes.report import Report, as_data, lines
from handouts.changes.tongues import ENGLISH, TONGUES, Tongue
from handouts.changes.units import Told
from handouts.commands.sheets import print_json
from handouts.console import Console
from handouts.console import Told as ToldProblem
from handouts.content import load_fit
from handouts.content.ownership import Owner
from handouts.editions import editions_of
from handouts.errors import ExitCode, Problem
from handouts.layout import Layout
from handouts.messages import Messages
from handouts.model import Content
from handouts.options import Options
from handouts.reports.summary import problems_as_json
from handouts.sheet import Sheet
from handouts.signing import Record, UnreadableSliceError, content_of, read_record, slice_of
from handouts.signing.records import FOLDER
from handouts.whole_files import sweep_beside

PAGES = "_changes"
"""The folder of the pages under the output folder; no clinic can have this id."""


def tell_changes(options: Options, layouts: Sequence[Layout], console: Console) -> int:
    """Tell what changed, write a page about each handout, and return the exit code: with `--strict`, 1 for any change.

    Raises:
        UsageError: A name that nothing has (E902), or names that together leave no page to show (E903).
        OutputError: A page cannot be written.
    """
    loaded = load_fit(options.content, [layout.id for layout in layouts])
    shop = open_shop(loaded, options.content, layouts, options.today)
    selection = _selection(options, shop, loaded.left_out)
    telling = _Telling(shop, selection, OutputFolder(options.output), tongue_of(console.messages), console)
    reports = [report for ident in selection.handouts or shop.content.handouts if (report := telling.tell(ident))]
    told = [ToldProblem(problem) for problem in telling.problems]
    changed = any(report.count for report in reports)
    code = ExitCode.CONTENT if told or (options.strict and changed) else ExitCode.DONE
    if options.json:
        problems = problems_as_json(told, console.messages)
        said = {"handouts": [*map(as_data, reports)], "problems": problems, "exit_code": int(code)}
        print_json(options, said)
    console.complain(told, loaded.sources)
    if not (reports or told or selection.handouts):
        console.say(
            "No approval is on record yet. Once a clinician has approved a handout:", "  uv run generate.py approved ID"
        )
    return code


def _selection(options: Options, shop: Workshop, left_out: Collection[Owner]) -> Selection:
    """Return what was asked for, once all of it is known to be there."""
    chosen = tuple(dict.fromkeys((*options.words, *options.handout)))
    selection = Selection(options.clinic, chosen, options.edition, options.lang)
    check_names(selection, shop, left_out)
    if selection.clinics or selection.editions or selection.languages:
        selected(all_sheets(shop), selection, left_out)
    return selection


def tongue_of(messages: Messages) -> Tongue:
    """Return the language of the report: that of the messages."""
    return TONGUES.get(messages.code, ENGLISH)


class _Telling:
    """Tells of one handout after the other.

    Attributes:
        problems: Records that cannot be used.
    """

    def __init__(
        self, shop: Workshop, selection: Selection, output: OutputFolder, tongue: Tongue, console: Console
    ) -> None:
        self._shop, self._selection, self._output = shop, selection, output
        self._tongue, self._console = tongue, console
        self.problems: list[Problem] = []

    def tell(self, ident: str) -> Report | None:
        """Tell what changed in a handout, and return it; None where nothing is on record."""
        record = self._record(ident)
        clinics = self._clinics(ident)
        if record is None or not clinics:
            return None
        try:
            earlier = content_of(record.part, self._shop.content)
        except UnreadableSliceError:
            self.problems.append(_unusable(ident, "another version of this program wrote it"))
            return None
        report = self._report(ident, record, earlier, clinics)
        page = f"{PAGES}/{ident}.html"
        sweep_beside(self._output.root / page)
        if not report.count:
            self._output.remove(page)
            self._console.show(self._unchanged(report))
            return report
        self._console.show(*lines(report, self._tongue, colors=self._console.colored_answers))
        self._output.open()
        self._output.publish(page, page_of(report, self._tongue))
        written = self._output.root / page
        self._console.show("", self._tongue.written.format(path=written), "")
        return replace(report, page=written.as_posix())

    def _record(self, ident: str) -> Record | None:
        try:
            record = read_record(self._shop.root, ident)
        except ValueError as error:
            self.problems.append(_unusable(ident, str(error)))
            return None
        if record is None and ident in self._selection.handouts:
            self._console.say(
                f"{ident}: no approval is on record. Once it is approved: uv run generate.py approved {ident}"
            )
        return record if ident in self._shop.content.handouts else None

    def _clinics(self, ident: str) -> list[str]:
        """Return the clinics that it is shown for: those asked for, or the first that offers it, or any."""
        content = self._shop.content
        if self._selection.clinics:
            return [name for name in self._selection.clinics if name in content.clinics]
        service = content.handouts[ident].service if ident in content.handouts else ""
        offering = [name for name, clinic in content.clinics.items() if service in clinic.services]
        return (offering or list(content.clinics))[:1]

    def _report(self, ident: str, record: Record, earlier: Content, clinics: Sequence[str]) -> Report:
        content, first = self._shop.content, clinics[0]
        clinic = content.clinics[first]
        changed = changes_of(Told(earlier, ident, clinic), Told(content, ident, clinic))
        figures = slice_of(content, ident, self._shop.root).figures
        replaced = tuple(p for p, digest in figures.items() if record.part.figures.get(p, digest) != digest)
        handout = content.handouts[ident]
        title = " / ".join(handout.title.words.values())
        name = next(iter(clinic.name.words.values()))
        report = Report(ident, title, name, handout, record, changed, replaced)
        if not report.count:
            return report
        with temporary_folder() as folder:
            editions = tuple(
                each for name in clinics for each in self._beside(ident, name, record, earlier, Path(folder), report)
            )
        return replace(report, editions=editions)

    def _beside(
        self, ident: str, clinic: str, record: Record, earlier: Content, folder: Path, report: Report
    ) -> Iterator[Beside]:
        content = self._shop.content
        for layout in self._shop.layouts:
            for edition in editions_of(layout, content) if self._wants(layout, clinic) else ():
                if self._selection.has(edition):
                    now = self._shop.sheet_of(ident, clinic, edition)
                    yield self._pair(now, earlier, record, folder, report)

    def _pair(self, now: Sheet, earlier: Content, record: Record, folder: Path, report: Report) -> Beside:
        after = undressed(now.content, now)
        if any(language.code not in earlier.languages for language in now.edition.languages):
            return beside(None, after)
        root = approved_root(now, record.part, folder) if report.replaced else now.root
        before = replace(undressed(earlier, now), root=root)
        return beside(before, after, all_pages=bool(report.replaced))

    def _wants(self, layout: Layout, clinic: str) -> bool:
        return bool(self._selection.editions) or layout.id in self._shop.content.clinics[clinic].editions

    def _unchanged(self, report: Report) -> str:
        record = report.record
        return self._tongue.unchanged.format(ident=report.ident, by=record.by, on=record.on, version=record.version)


def _unusable(ident: str, why: str) -> Problem:
    message = f"the record of the approval of {ident}, {FOLDER}/{ident}, cannot be read: {why}"
    hint = f"take it back from a copy, or delete it and run `uv run generate.py approved {ident}`"
    return Problem("W216", message, None, hint)
