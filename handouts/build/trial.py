"""Can every sheet be made? Each is laid out at its tightest, not drawn; what has not changed is not tried again."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from functools import cache, cached_property
from typing import Any, Self

from handouts.build.batches import Batch, batches_of
from handouts.build.inputs import Inputs, shown_by
from handouts.build.order import Failure, Order, Progress, Result
from handouts.build.outcome import Outcome, died
from handouts.build.plan import Job, Sheets, Workshop
from handouts.errors import ExitCode, Problem
from handouts.keeping.memory import Memory, key_of
from handouts.landmarks import Landmarks
from handouts.processes.aside import Aside, begun
from handouts.processes.crew import WorkerDiedError
from handouts.processes.sandbox import make_ready
from handouts.processes.workers import each

_MANY = 100  # batches that take longer than starting processes does
_KEPT = (ExitCode.DONE, ExitCode.CONTENT)  # not what stood in the way of reading a file: that may be gone

_OF_WORDS = ("E201", "E202", "E45", "E46", "W2", "W4")
"""What is said of words that can be printed all the same, and take as much room as they will."""


def attempt(order: Order, progress: Progress, trials: "Trials") -> Result:
    """Lay the sheets out without writing anything, to find all that would stop them.

    Those that are stopped only by what their words say are laid out too: whether they fit is to be known in one run.
    """
    result = Result()
    progress.begin({offer.clinic: len(offer) for offer in order.sheets.offers})
    hindered = {job: reasons for job, reasons in order.stopped.items() if any(map(_keeps_from_being_laid_out, reasons))}
    result.failed += (Failure.stopped(order.shop.sheet(job), reasons) for job, reasons in hindered.items())
    progress.step(clinics := [job.clinic for job in hindered], clinics)
    stopped = {job.form for job in order.stopped}
    for batch, outcomes in trials.outcomes(order.sheets, hindered):
        failed = []
        if batch.form in stopped or any(outcome.says_something for outcome in outcomes):  # as nearly none does
            failed = list(_failed(order, batch, outcomes, result))
        result.failed += failed
        progress.step(batch.clinics, [failure.sheet.clinic_id for failure in failed])
    place = order.sheets.place()
    result.failed.sort(key=lambda failure: place(failure.sheet))
    result.notes.sort(key=lambda note: place(note[0]))
    return result


def _failed(order: Order, batch: Batch, outcomes: Sequence[Outcome], result: Result) -> Iterator[Failure]:
    """Yield the sheets of a batch that cannot be made; note warnings in a result."""
    for job, outcome in zip(batch.jobs(), outcomes, strict=True):
        reasons = order.stopped.get(job, ())
        if reasons or outcome.says_something:
            sheet = order.shop.sheet(job)
            result.notes += [(sheet, note) for note in outcome.notes]
            failure = Failure.of(sheet, outcome, strict=order.strict, reasons=reasons)
            if failure:
                yield failure


def _keeps_from_being_laid_out(problem: Problem) -> bool:
    """Whether a problem may well be why something does not fit, or cannot be read: that is told once it is mended.

    A file that cannot be used is not: what is wrong with the other files is to be known in one run.
    """
    return not problem.code.startswith((*_OF_WORDS, "E51", "E52"))


class Trials:
    """The trials of one content: remembered, begun or made now; a context manager, which leaves nothing running."""

    def __init__(self, shop: Workshop, memory: Memory) -> None:
        self._shop, self._memory = shop, memory
        self._aside: Aside[dict[Batch, tuple[Outcome, ...]]] | None = None
        self._apart: dict[Batch, tuple[Outcome, ...]] = {}
        self._landmarks = Landmarks(shop.content, shop.sources)
        self._inputs = Inputs(shop)
        self._batches = cache(batches_of)
        self._key = cache(self._key_of)
        self._clinics = cache(self._key_of_clinics)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._aside:
            self._aside.dismiss()

    def begin(self, sheets: Sheets) -> None:
        """Try sheets beside what this process does next, unless they are so many that all processors will do that."""
        new = [batch for batch in self._batches(sheets) if self._memory.recall(self._key(batch)) is None]
        if 0 < len(new) <= _MANY:
            self._aside = begun(lambda: dict(self._tried(new)))

    def outcomes(self, sheets: Sheets, hindered: Collection[Job] = ()) -> Iterator[tuple[Batch, Sequence[Outcome]]]:
        """Yield what comes of sheets, batch by batch, but for those that are hindered; first what is known already."""
        self._take_over()
        new: list[Batch] = []
        for batch in self._batches(sheets):
            rest = batch.without(hindered)
            if not rest.clinics:
                continue
            known = self._known(batch, rest) or (self._known(rest, rest) if rest != batch else ())
            if known:
                yield rest, known
            else:
                new.append(rest)
        for batch, outcomes in self._tried(new):
            self._remember(batch, outcomes)
            yield batch, outcomes

    def _take_over(self) -> None:
        """Take over what was tried beside this process."""
        self._apart |= (self._aside and self._aside.result()) or {}
        for batch, outcomes in self._apart.items():
            self._remember(batch, outcomes)

    def _known(self, batch: Batch, part: Batch) -> Sequence[Outcome]:
        """Return what is known of a part of a batch; nothing for nothing."""
        outcomes = self._apart.get(batch) or self._remembered(self._memory.recall(self._key(batch)), len(batch.clinics))
        if not outcomes or part == batch:
            return outcomes or ()
        of = dict(zip(batch.clinics, outcomes, strict=True))
        return [of[clinic] for clinic in part.clinics]

    def _tried(self, new: Sequence[Batch]) -> Iterator[tuple[Batch, tuple[Outcome, ...]]]:
        if not new:
            return
        many = len(new) > _MANY
        if not many:
            make_ready()
        from handouts.build.proving import Prover  # noqa: PLC0415 (drawing takes long to load)

        with closing(each(Prover(self._shop), new, None if many else 1)) as tried:
            for batch, outcomes in zip(new, tried, strict=True):
                if isinstance(outcomes, WorkerDiedError):
                    yield batch, tuple(died(self._shop.sheet(job).path) for job in batch.jobs())
                else:
                    yield batch, outcomes

    # what is remembered

    def _key_of(self, batch: Batch) -> str:
        """Say all that the outcomes depend on."""
        sheet = self._shop.sheet(next(batch.jobs()))
        figures = [f"{path} {self._inputs.asset(path)}" for path in sheet.handout.figures]
        handout = self._landmarks.digest(("handouts", sheet.handout_id))
        layout, clinics = self._inputs.layout(sheet.edition.layout), self._clinics(batch.clinics)
        return key_of("trial", [handout, sheet.edition.id, layout, sheet.status, *figures, clinics, self._shared])

    @cached_property
    def _shared(self) -> str:
        content = self._shop.content
        owners = [(group, ident) for group in ("durations", "facts", "services") for ident in getattr(content, group)]
        return key_of(
            "shared",
            [*content.languages, *(f"{ident} {self._landmarks.digest((group, ident))}" for group, ident in owners)],
        )

    def _key_of_clinics(self, idents: tuple[str, ...]) -> str:
        return key_of("clinics", self._written(idents))

    def _written(self, idents: tuple[str, ...]) -> Iterator[str]:
        """Yield what clinics print, and their brand."""
        clinics = [self._shop.content.clinics[ident] for ident in idents]
        brand = self._shop.content.brands[clinics[0].brand]
        yield brand.model_dump_json()
        for ident in idents:
            yield f"{ident} {self._landmarks.digest(('clinics', ident))}"
        for path in dict.fromkeys(path for clinic in clinics for path in shown_by(clinic, brand)):
            yield f"{path} {self._inputs.asset(path)} {self._inputs.frozen(path)}"

    def _remember(self, batch: Batch, outcomes: Sequence[Outcome]) -> None:
        said = [self._said(outcome) for outcome in dict.fromkeys(outcomes)]
        if None not in said:
            order = {outcome: number for number, outcome in enumerate(dict.fromkeys(outcomes))}
            key, numbers = self._key(batch), [order[outcome] for outcome in outcomes]
            self._memory.keep(key, [said, numbers if len(order) > 1 else []])

    def _said(self, outcome: Outcome) -> Any:
        notes, problems = self._landmarks.relative(outcome.notes), self._landmarks.relative(outcome.problems)
        lasts = outcome.exit_code in _KEPT and not any(problem.is_passing for problem in outcome.problems)
        if notes is None or problems is None or outcome.trace or not lasts:
            return None
        return [notes, problems, int(outcome.exit_code)]

    def _remembered(self, value: Any, count: int) -> list[Outcome] | None:
        try:
            said, order = value or ([], [])
            outcomes = [self._outcome(*each) for each in said]
            return [outcomes[number] for number in order or [0] * count] if outcomes else None
        except (ValueError, TypeError, KeyError, IndexError):
            return None

    def _outcome(self, notes: Any, problems: Any, exit_code: int) -> Outcome:
        landmarks = self._landmarks
        return Outcome(
            notes=tuple(landmarks.absolute(notes)), problems=tuple(landmarks.absolute(problems)), exit_code=exit_code
        )
