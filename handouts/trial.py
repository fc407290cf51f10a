"""Can every sheet be made? Each is laid out at its tightest, not drawn; what has not changed is not tried again."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from handouts.aside import Aside, begun
from handouts.crew import WorkerDiedError
from handouts.errors import ExitCode, Problem
from handouts.inputs import Inputs, shown_by
from handouts.landmarks import Landmarks
from handouts.memory import Memory, key_of
from handouts.model import Clinic
from handouts.order import Failure, Order, Progress, Result
from handouts.outcome import Outcome, died
from handouts.plan import Job, Workshop
from handouts.sandbox import make_ready
from handouts.sheet import Sheet
from handouts.workers import each

if TYPE_CHECKING:
    from handouts.proving import Batch
    from handouts.status import Status

_MANY = 100  # batches that take longer than starting processes does
_KEPT = (ExitCode.DONE, ExitCode.CONTENT)  # not what stood in the way of reading a file: that may be gone

_OF_WORDS = ("E201", "E202", "E45", "E46", "W2", "W4")
"""What is said of words that can be printed all the same, and take as much room as they will."""

Same = Sequence[Sheet]
"""Sheets of one handout in one edition, for clinics that differ in their names, addresses, hours and covers only."""


def attempt(order: Order, progress: Progress, trials: "Trials") -> Result:
    """Lay the sheets out without writing anything, to find all that would stop them.

    Those that are stopped only by what their words say are laid out too: whether they fit is to be known in one run.
    """
    result = Result()
    sheets = list(order.not_stopped(result, _keeps_from_being_laid_out))
    progress.begin(sheets)
    for sheet, outcome in zip(sheets, trials.outcomes(sheets), strict=True):
        failure, reasons = None, order.reasons(sheet)
        if reasons or outcome.notes or outcome.problems:  # as nearly none has, of hundreds of thousands
            failure = Failure.of(sheet, outcome, strict=order.strict, reasons=reasons)
            result.notes += [(sheet, note) for note in outcome.notes]
        if failure:
            result.failed.append(failure)
        progress.step(sheet, made=failure is None)
    return result


def _keeps_from_being_laid_out(problem: Problem) -> bool:
    """Whether a problem may well be why something does not fit, or cannot be read: that is told once it is mended."""
    return not problem.code.startswith(_OF_WORDS)


def _alike(sheets: Sequence[Sheet]) -> list[Same]:
    alike: defaultdict[tuple[str, ...], list[Sheet]] = defaultdict(list)
    kinds: dict[str, str] = {}
    statuses: dict[tuple[str, bool], Status] = {}
    for sheet in sheets:
        handout, clinic, settled = sheet.handout_id, sheet.clinic_id, sheet.settled
        kind = kinds.get(clinic) or kinds.setdefault(clinic, repr(_kind(sheet.clinic)))
        status = statuses.get((handout, settled)) or statuses.setdefault((handout, settled), sheet.status)
        alike[handout, sheet.edition.id, status, kind].append(sheet)
    return list(alike.values())


def _kind(clinic: Clinic) -> tuple[object, ...]:
    """Return what else a clinic prints: clinics for which it is the same differ in their texts only."""
    figures = tuple((name, figure.value, figure.to) for name, figure in sorted(clinic.overrides.items()))
    return clinic.brand, figures, clinic.booking is None, clinic.extension is None


class Trials:
    """The trials of one content: remembered, begun or made now; a context manager, which leaves nothing running."""

    def __init__(self, shop: Workshop, memory: Memory) -> None:
        self._shop, self._memory = shop, memory
        self._begun: Sequence[Sheet] = ()
        self._parted: Sequence[tuple[str, Same]] = ()
        self._aside: Aside[dict[str, tuple[Outcome, ...]]] | None = None
        self._landmarks = Landmarks(shop.content, shop.sources)
        self._inputs = Inputs(shop)
        self._clinics: dict[tuple[str, ...], str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._aside:
            self._aside.dismiss()

    def begin(self, sheets: Sequence[Sheet]) -> None:
        """Try sheets beside what this process does next, unless they are so many that all processors will do that."""
        self._begun, self._parted = sheets, self._keyed(sheets)
        new = [(key, same) for key, same in self._parted if self._memory.recall(key) is None]
        if 0 < len(new) <= _MANY:
            self._aside = begun(lambda: {key: outcomes for key, _, outcomes in self._tried(new)})

    def _keyed(self, sheets: Sequence[Sheet]) -> Sequence[tuple[str, Same]]:
        return [(self._key(same), same) for same in _alike(sheets)]

    def outcomes(self, sheets: Sequence[Sheet]) -> list[Outcome]:
        """Return what comes of each sheet, in their order; of those that were begun, some may be left out."""
        apart = (self._aside and self._aside.result()) or {}
        are_all = len(sheets) == len(self._begun)
        found: dict[int, Outcome] = {}  # by the sheet itself: to make the paths of 200,000 takes a second
        new: list[tuple[str, Same]] = []
        for key, same in self._parted if are_all else self._keyed(sheets):
            if key in apart:
                self._remember(key, apart[key])
            known = apart.get(key) or self._remembered(self._memory.recall(key), len(same))
            if known is None:
                new.append((key, same))
            else:
                found |= zip(map(id, same), known, strict=True)
        for key, same, outcomes in self._tried(new):
            self._remember(key, outcomes)
            found |= zip(map(id, same), outcomes, strict=True)
        return [found[id(sheet)] for sheet in sheets]

    def _tried(self, new: Sequence[tuple[str, Same]]) -> Iterator[tuple[str, Same, tuple[Outcome, ...]]]:
        if not new:
            return
        many = len(new) > _MANY
        if not many:
            make_ready()
        from handouts.proving import Prover  # noqa: PLC0415 (drawing takes long to load)

        batches = [_batch(same) for _, same in new]
        with closing(each(Prover(self._shop), batches, None if many else 1)) as tried:
            for (key, same), outcomes in zip(new, tried, strict=True):
                if isinstance(outcomes, WorkerDiedError):
                    yield key, same, tuple(died(sheet.path) for sheet in same)
                else:
                    yield key, same, outcomes

    # what is remembered

    def _key(self, same: Same) -> str:
        """Say all that the outcomes depend on."""
        sheet, clinics = same[0], tuple(sheet.clinic_id for sheet in same)
        if clinics not in self._clinics:
            self._clinics[clinics] = key_of("clinics", self._written(same))
        figures = [f"{path} {self._inputs.asset(path)}" for path in sheet.handout.figures]
        handout = self._landmarks.digest(("handouts", sheet.handout_id))
        layout = self._inputs.layout(sheet.edition.layout)
        return key_of(
            "trial", [handout, sheet.edition.id, layout, sheet.status, *figures, self._clinics[clinics], self._shared]
        )

    @cached_property
    def _shared(self) -> str:
        content = self._shop.content
        owners = [(group, ident) for group in ("durations", "facts", "services") for ident in getattr(content, group)]
        return key_of(
            "shared",
            [*content.languages, *(f"{ident} {self._landmarks.digest((group, ident))}" for group, ident in owners)],
        )

    def _written(self, same: Same) -> Iterator[str]:
        """Yield what clinics print, and their brand."""
        brand = same[0].brand
        yield brand.model_dump_json()
        for sheet in same:
            yield f"{sheet.clinic_id} {self._landmarks.digest(('clinics', sheet.clinic_id))}"
        for path in dict.fromkeys(path for sheet in same for path in shown_by(sheet)):
            yield f"{path} {self._inputs.asset(path)} {self._inputs.frozen(path)}"

    def _remember(self, key: str, outcomes: Sequence[Outcome]) -> None:
        said = [self._said(outcome) for outcome in dict.fromkeys(outcomes)]
        if None not in said:
            order = {outcome: number for number, outcome in enumerate(dict.fromkeys(outcomes))}
            self._memory.keep(key, [said, [order[outcome] for outcome in outcomes] if len(order) > 1 else []])

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


def _batch(same: Same) -> "Batch":
    from handouts.proving import Batch  # noqa: PLC0415 (drawing takes long to load)

    job = Job.of(same[0])
    return Batch(job.handout, job.layout, job.languages, tuple(sheet.clinic_id for sheet in same))
