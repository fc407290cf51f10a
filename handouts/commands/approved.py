"""The command `approved`: what a clinician approved is put on record, so that later changes can be told from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from handouts.build.plan import Workshop, all_sheets, open_shop
from handouts.build.selection import Selection, check_names
from handouts.commands.sheets import print_json
from handouts.console import Console
from handouts.content import Loaded, UnfitContentError, load_fit
from handouts.errors import ExitCode, Problem
from handouts.keeping.memory import Memory
from handouts.languages import name_of
from handouts.layout import Layout
from handouts.model import Handout
from handouts.options import Options
from handouts.problems.blame import Blame
from handouts.problems.findings import findings
from handouts.signing import Record, read_record, slice_of, tidy_record, write_record
from handouts.signing.records import FOLDER


def take_approvals(options: Options, layouts: Sequence[Layout], console: Console) -> int:
    """Put approvals on record, or tell which are, and return the exit code.

    Raises:
        UsageError: There is no such handout (E902).
        UnfitContentError: It cannot be recorded as approved (E908), or the content cannot be read.
        OutputError: The record cannot be written (E602).
    """
    loaded = load_fit(options.content, [layout.id for layout in layouts])
    shop = open_shop(loaded, options.content, layouts, options.today)
    chosen = tuple(dict.fromkeys((*options.words, *options.handout)))
    check_names(Selection(handouts=chosen), shop, loaded.left_out)
    approving = _Approving(loaded, shop, Memory.of(options.content))
    if not chosen:
        return _tell(options, approving, console)
    if problems := [problem for ident in chosen for problem in approving.objections(ident)]:
        unread = loaded.problems if any(("handouts", ident) in loaded.left_out for ident in chosen) else ()
        raise UnfitContentError(loaded.sources, *problems, *unread)
    told = [approving.record(ident) for ident in chosen]
    if options.json:
        print_json(options, {"recorded": [ident for ident, line in zip(chosen, told, strict=True) if line.is_new]})
    console.say(*(line.words for line in told))
    return ExitCode.DONE


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    is_new: bool


@dataclass(frozen=True)
class _Approving:
    """Approvals of handouts of one content."""

    loaded: Loaded
    shop: Workshop
    memory: Memory

    def objections(self, ident: str) -> Iterator[Problem]:
        """Yield what keeps a handout from being recorded as approved."""
        handout = self.shop.content.handouts.get(ident)
        if handout is None:
            message = f"handout {ident} cannot be read, so nobody can have approved it as it is"
            yield Problem("E908", message, None, "run `uv run generate.py check`, and mend what it says")
        elif handout.approval.status != "approved":
            message = f"{ident} is not approved: its status is {handout.approval.status}"
            hint = "the clinician who answers for it writes   approval: {status: approved, by: …, role: …, on: …}"
            yield Problem("E908", message, handout.approval.at.of("status"), hint)
        else:
            yield from self._of_approved(ident, handout)

    def _of_approved(self, ident: str, handout: Handout) -> Iterator[Problem]:
        at = handout.approval.at.of("status")
        if behind := self.shop.standing.behind([("handouts", ident)]):
            which = " and ".join(name_of(code) for code in sorted(behind))
            message = f"{ident} cannot be approved yet: texts are behind in {which}"
            yield Problem(
                "E908", message, at, "run `uv run generate.py translated`: it shows which texts, and how to settle them"
            )
        if errors := self._errors(ident):
            message = f"{ident} cannot be approved yet: no sheet of it can be made"
            first = errors[0]
            hint = f"run `uv run generate.py check --handout {ident}`; first of all, at {first.at}: {first.message}"
            yield Problem("E908", message, at, hint)
        if self._was_changed_since(ident, handout):
            message = f"{ident} was changed after the approval that the content names ({handout.approval.on})"
            hint = f"have `uv run generate.py changes {ident}` read and approved; then write the new date under `on:`"
            yield Problem("E908", message, handout.approval.at.of("on"), hint)

    def _errors(self, ident: str) -> list[Problem]:
        blame = Blame(self.shop.content, all_sheets(self.shop).of(handouts=(ident,)))
        return [problem for problem in self._found if problem.is_error and blame.stopped_by(problem)]

    @cached_property
    def _found(self) -> tuple[Problem, ...]:
        """All that is wrong with the content, which is read once for all handouts."""
        return findings(self.loaded, self.shop, self.memory).kept

    def _was_changed_since(self, ident: str, handout: Handout) -> bool:
        """Whether the approval that the content names is of other words; one of today may be of these."""
        record, on = self.recorded(ident), handout.approval.on
        earlier = record is not None and record.is_of(handout) and on is not None and on < self.shop.today
        return earlier and record is not None and not self._says_the_same(ident, record)

    def _says_the_same(self, ident: str, record: Record) -> bool:
        return record.part.digest == slice_of(self.shop.content, ident, self.shop.root).digest

    def recorded(self, ident: str) -> Record | None:
        """Return the record of a handout; None where there is none that can be read."""
        try:
            return read_record(self.shop.root, ident)
        except ValueError:
            return None

    def record(self, ident: str) -> _Line:
        """Put on record what a handout says, and say so."""
        handout, record = self.shop.content.handouts[ident], self.recorded(ident)
        approval = handout.approval
        if record and record.is_of(handout) and self._says_the_same(ident, record):
            tidy_record(self.shop.root, record.part)  # a run that was killed may have come no further
            return _Line(f"{ident}: this approval is on record already, and nothing changed since", is_new=False)
        write_record(self.shop.root, slice_of(self.shop.content, ident, self.shop.root))
        who = f"version {handout.version}, approved by {approval.by} on {approval.on}"
        return _Line(f"{FOLDER}/{ident}: on record as {who}; keep this folder with the content", is_new=True)

    def state(self, ident: str) -> str:
        """Say in a few words how a handout stands."""
        handout = self.shop.content.handouts[ident]
        try:
            record = read_record(self.shop.root, ident)
        except ValueError:
            return f"{ident}: the approval on record cannot be read; run `uv run generate.py check`"
        if record is None:
            approved = handout.approval.status == "approved"
            if approved:
                return f"{ident}: approved, not on record"
            return f"{ident}: {handout.approval.status}, no approval on record"
        same = "nothing changed since" if self._says_the_same(ident, record) else f"changed since: `changes {ident}`"
        return f"{ident}: version {record.version} approved by {record.by} on {record.on}; {same}"


def _tell(options: Options, approving: _Approving, console: Console) -> int:
    states = {ident: approving.state(ident) for ident in approving.shop.content.handouts}
    if options.json:
        print_json(options, {"handouts": {ident: state.removeprefix(f"{ident}: ") for ident, state in states.items()}})
    console.say(*states.values())
    return ExitCode.DONE
