"""Making the sheets that are not up to date, each by itself; the manifest tells the truth about all of them."""

from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from hashlib import sha256

from handouts.build.inputs import Inputs
from handouts.build.leftovers import find_leftovers
from handouts.build.manifest import NAME, Entry, Manifest, Note, read_manifest, write_manifest
from handouts.build.order import Failure, Order, Progress, Result
from handouts.build.outcome import Outcome, died
from handouts.build.plan import Job
from handouts.build.publish import OutputFolder
from handouts.errors import OutputError, Problem, Span
from handouts.processes.crew import WorkerDiedError
from handouts.processes.workers import each
from handouts.sheet import Sheet
from handouts.whole_files import DiskFullError


def build(order: Order, output: OutputFolder, progress: Progress) -> Result:
    """Make sheets and publish them.

    Ctrl-C ends it early, with everything told and nothing torn.

    Raises:
        OutputError: The output folder cannot be used at all.
    """
    output.open()
    with output.reserved(progress.wait):
        return _Build(order, output, progress).run()


def _outcomes(order: Order, sheets: Sequence[Sheet]) -> Generator[tuple[Sheet, Outcome]]:
    if not sheets:
        return
    from handouts.build.press import Press  # noqa: PLC0415 (drawing takes long to load)

    with closing(each(Press(order.shop), [Job.of(sheet) for sheet in sheets])) as outcomes:
        for sheet, outcome in zip(sheets, outcomes, strict=True):
            yield sheet, died(sheet.path) if isinstance(outcome, WorkerDiedError) else outcome


def _supplied(sheet: Sheet) -> dict[str, Span | None]:
    """Return where the content names each PDF of the clinic's own; under no name, where its cover is named."""
    cover = sheet.clinic.cover
    named = {"": cover.at.whole} | {note.file: note.at.of("file") for note in cover.notes}
    return named | ({cover.file: cover.at.of("file")} if cover.file else {})


def _notes(sheet: Sheet, outcome: Outcome) -> Iterator[Note]:
    """Yield warnings as the manifest keeps them: by the file that they are about, as lines of the content may move."""
    files = {place: file for file, place in _supplied(sheet).items()}
    for note in outcome.notes:
        yield Note(code=note.code, message=note.message, hint=note.hint, file=files.get(note.at, ""))


class _Build:
    """A build under way: the manifest as it was, and what has come of the sheets so far."""

    def __init__(self, order: Order, output: OutputFolder, progress: Progress) -> None:
        self._order, self._output, self._progress = order, output, progress
        self._inputs = Inputs(order.shop)
        self._before = read_manifest(output.read(NAME))
        self._made: dict[str, Entry] = {}
        self._gone: set[str] = set()
        self._under_way: Entry | None = None
        self._result = Result()
        if self._before.problem:
            self._result.problems.append(self._before.problem)

    def run(self) -> Result:
        """Make what is not up to date, then write the manifest, whatever happened."""
        sheets = [sheet for sheet in self._order.not_stopped(self._result) if not self._is_up_to_date(sheet)]
        self._progress.begin(Counter(sheet.clinic_id for sheet in sheets))
        try:
            self._announce(sheets)
            self._make(sheets)
            self._tidy()
        except KeyboardInterrupt:
            self._result.interrupted = True
        except OutputError as error:
            self._result.problems += error.problems
        finally:
            self._conclude(sheets)
        return self._result

    def _is_up_to_date(self, sheet: Sheet) -> bool:
        entry = self._before.files.get(sheet.path)
        if entry is None or entry.inputs != self._inputs.of(sheet) or entry.sha256 != self._output.digest(sheet.path):
            return False
        if self._order.strict and entry.notes:
            return False
        places = _supplied(sheet)
        self._result.notes += [
            (sheet, Problem(note.code, note.message, places.get(note.file), note.hint)) for note in entry.notes
        ]
        self._result.unchanged.append(sheet)
        return True

    def _announce(self, sheets: Sequence[Sheet]) -> None:
        """Take what is about to be replaced out of the manifest, so that it is true even if this is the last of it."""
        old = self._before.files
        pending = {sheet.path: old[sheet.path].sha256 if sheet.path in old else "" for sheet in sheets}
        if pending:
            self._output.publish(NAME, write_manifest(self._before.without(pending)))

    def _make(self, sheets: Sequence[Sheet]) -> None:
        with closing(_outcomes(self._order, sheets)) as outcomes:
            for sheet, outcome in outcomes:
                failure = Failure.of(sheet, outcome, strict=self._order.strict) or self._publish(sheet, outcome)
                self._result.notes += [(sheet, note) for note in outcome.notes]
                if failure:
                    self._result.failed.append(failure)
                else:
                    self._result.made.append(sheet)
                self._progress.step(clinic := (sheet.clinic_id,), clinic if failure else ())

    def _publish(self, sheet: Sheet, outcome: Outcome) -> Failure | None:
        self._under_way = self._entry(sheet, outcome)
        try:
            self._output.publish(sheet.path, outcome.pdf)
        except DiskFullError:
            raise
        except OutputError as error:
            return Failure(sheet, error.problems, error.exit_code)
        self._made[sheet.path] = self._under_way
        return None

    def _entry(self, sheet: Sheet, outcome: Outcome) -> Entry:
        return Entry(
            path=sheet.path,
            sha256=sha256(outcome.pdf).hexdigest(),
            size=len(outcome.pdf),
            inputs=self._inputs.of(sheet),
            pages=outcome.pages,
            title=outcome.title,
            languages=tuple(language.tag for language in sheet.edition.languages),
            version=sheet.handout.version,
            print_code=outcome.print_code,
            status=sheet.status,
            handout=sheet.handout_id,
            clinic=sheet.clinic_id,
            edition=sheet.edition.id,
            notes=tuple(_notes(sheet, outcome)),
        )

    def _tidy(self) -> None:
        """Find files that the content no longer asks for, and remove them if that was asked for."""
        asked = {sheet.path for sheet in self._order.everything}
        leftovers = find_leftovers(self._before, asked, self._order.left_out, self._output)
        self._result.problems += leftovers.problems
        self._gone.update(leftovers.gone)
        if not self._order.prune:
            self._result.no_longer_made = leftovers.ours
            return
        for path in leftovers.ours:
            self._output.remove(path)
            self._result.removed.append(path)
            self._gone.add(path)

    def _conclude(self, sheets: Sequence[Sheet]) -> None:
        """Write what is true now."""
        last = self._under_way
        if last and last.path not in self._made and self._output.digest(last.path) == last.sha256:
            self._made[last.path] = last  # the interruption came just after the file took its place
        failed = {failure.sheet.path for failure in self._result.failed}
        self._result.left = [sheet for sheet in sheets if sheet.path not in failed and sheet.path not in self._made]
        for sheet in sheets:
            entry = self._before.files.get(sheet.path)
            if entry and sheet.path not in self._made and self._output.digest(sheet.path) != entry.sha256:
                self._gone.add(sheet.path)
        before, gone = self._before, self._gone
        files = {path: entry for path, entry in before.files.items() if path not in gone} | self._made
        unfinished = {path: old for path, old in before.unfinished.items() if path not in files and path not in gone}
        self._write(write_manifest(Manifest(files, unfinished)))

    def _write(self, manifest: bytes) -> None:
        try:
            self._output.settle()
            if self._output.read(NAME) != manifest:
                self._output.publish(NAME, manifest)
        except OutputError as error:
            told = {problem.code for problem in self._result.problems}  # a full disk is full for all files
            self._result.problems += [problem for problem in error.problems if problem.code not in told]
