"""The commands `build`, `check` and `list`: content read and checked, sheets made, tried or listed; everything told."""

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from handouts import VERSION
from handouts.build.order import Order, Result
from handouts.build.plan import Job, Sheets, Workshop, all_sheets, collisions, open_shop
from handouts.build.publish import OutputFolder
from handouts.build.selection import Selection, chosen_handouts, selected
from handouts.console import Console, Told
from handouts.content import Loaded, UnfitContentError, load_fit
from handouts.content.kept_parts import KeptParts
from handouts.content.reading.source import Sources
from handouts.diagnostics import count
from handouts.errors import ExitCode, Problem
from handouts.freshness.ledger import ledger_path
from handouts.keeping.memory import Memory
from handouts.layout import Layout
from handouts.messages import Messages
from handouts.options import Options
from handouts.problems import silence
from handouts.problems.blame import Blame
from handouts.problems.findings import findings
from handouts.problems.misspelled import Spelling
from handouts.problems.silence import Silencing
from handouts.reports.listing import listing, tables
from handouts.reports.progress import ShownProgress, followed
from handouts.reports.summary import (
    draft_summary,
    left_out_summary,
    problems_as_json,
    result_as_json,
    summary,
    told_problems,
    trial_summary,
    unlisted_summary,
)


def run(options: Options, layouts: Sequence[Layout], console: Console) -> int:
    """Do what was asked and return the exit code.

    Raises:
        HandoutsError: What was asked cannot be done at all.
    """
    is_printed = options.command == "build"  # then every word is read from the files themselves
    kept = None if is_printed else KeptParts.of(options.content)
    try:
        loaded = load_fit(options.content, [layout.id for layout in layouts], kept)
    except UnfitContentError as unfit:
        _write_sarif(options, unfit.problems, unfit.sources)
        raise
    shop = open_shop(loaded, options.content, layouts, options.today)
    memory = Memory.of(options.content)
    try:
        return _COMMANDS[options.command](_Task(options, loaded, shop, console, memory))
    finally:
        memory.save()


@dataclass(frozen=True)
class _Task:
    """A command at work on content."""

    options: Options
    loaded: Loaded
    shop: Workshop
    console: Console
    memory: Memory

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong with the content, but for what a comment in it allows."""
        return (*self.silencing.kept, *self.silencing.about)

    @cached_property
    def silencing(self) -> Silencing:
        """All that is wrong with the content, and what a comment in it allows."""
        chosen = chosen_handouts(self.loaded.legible, self.selection)
        asked = self.options.command == "check"
        spelling = Spelling(chosen, every=self.options.spelling) if asked else None
        return findings(self.loaded, self.shop, self.memory, spelling, partial(followed, self.console))

    @property
    def selection(self) -> Selection:
        """The part of all sheets that was asked for."""
        options = self.options
        return Selection(options.clinic, options.handout, options.edition, options.lang)

    @cached_property
    def everything(self) -> Sheets:
        """Every sheet that the content asks for."""
        return all_sheets(self.shop)

    @cached_property
    def chosen(self) -> Sheets:
        """The sheets that were asked for."""
        return selected(self.everything, self.selection, self.loaded.left_out)

    def order(self) -> Order:
        """Return what is to be built."""
        options, left_out = self.options, self.loaded.left_out
        return Order(
            self.shop,
            self.everything,
            self.chosen,
            self._stopped(),
            left_out,
            strict=options.strict,
            prune=options.prune,
        )

    def _stopped(self) -> Mapping[Job, tuple[Problem, ...]]:
        """Return the problems that stop each of the chosen sheets."""
        stopped: defaultdict[Job, list[Problem]] = defaultdict(list)
        if alike := collisions(self.everything):
            stopped |= {job: [alike[job]] for job in map(Job.of, self.chosen) if job in alike}
        blame = Blame(self.loaded.legible, self.chosen)
        told_of_left_out = set(self.loaded.problems)
        for problem in self.problems:
            if (problem.is_error or self.options.strict) and problem not in told_of_left_out:
                for sheet in blame.stopped_by(problem):
                    stopped[Job.of(sheet)].append(problem)
        return {job: tuple(problems) for job, problems in stopped.items()}

    def relevant(self, order: Order) -> list[Problem]:
        """Return the problems of the content that a part of it has."""
        blame = Blame(self.loaded.legible, order.sheets)
        left_out = set(self.loaded.problems)
        whole = len(order.sheets) == len(order.everything)
        return [each for each in self.problems if whole or each in left_out or blame.stopped_by(each)]

    def exit_code(self, result: Result, told: Sequence[Told]) -> int:
        """Return the highest of what went wrong."""
        errors = any(each.problem.is_error or self.options.strict for each in told)
        return max(result.exit_code, ExitCode.CONTENT if errors else ExitCode.DONE)

    def tell(self, told: Sequence[Told], lines: Sequence[str], said: Mapping[str, Any], code: int) -> int:
        """Say what came of it, to a person or to a program, and return the exit code."""
        self.console.lasts = not any(each.problem.is_passing for each in told)
        if self.options.json:
            messages = self.console.messages
            silenced = silence.silenced_as_json(self.silencing.silenced, messages)
            problems = problems_as_json(told, messages)
            said = {**said, "problems": problems, "silenced": silenced, "exit_code": code}
            self.console.answer(_as_json(self.options, said))
        self.console.complain(told, self.loaded.sources)
        self.console.show(*silence.silenced_lines(self.silencing.silenced, self.console.messages))
        self.console.say_news(*lines)
        return code

    def sorted(self, told: list[Told]) -> list[Told]:
        """Return problems in the order of the files."""
        order = self.loaded.sources.reading_order()
        return sorted(told, key=lambda each: order(each.problem.at))


def _build(task: _Task) -> int:
    from handouts.build.making import build  # noqa: PLC0415 (a check does not write PDFs)

    order, output = task.order(), OutputFolder(task.options.output)
    with ShownProgress(task.console) as progress:
        result = build(order, output, progress)
    told = task.sorted(told_problems(result, task.relevant(order)))
    _show_traces(task, result)
    code = task.exit_code(result, told) if not result.interrupted else ExitCode.INTERRUPTED
    made = (*summary(result, f"{task.options.output}/"), *draft_summary(order.sheets))
    lines = [*left_out_summary(task.loaded.left_out), *made]
    if result.interrupted:
        task.console.warn("interrupted; no file is torn, and the same command goes on from here")
    left_out = [name for _, name in sorted(task.loaded.left_out)]
    said = {"output": str(task.options.output), "left_out": left_out, **result_as_json(result)}
    return task.tell(told, lines, said, code)


def _check(task: _Task) -> int:
    from handouts.build.trial import Trials, attempt  # noqa: PLC0415 (a build has a press for that)

    with Trials(task.shop, task.memory) as trials:
        trials.begin(task.chosen)
        order = task.order()
        with ShownProgress(task.console, trial=True) as progress:
            result = attempt(order, progress, trials)
    lines = [*left_out_summary(task.loaded.left_out), *trial_summary(result, len(order.sheets))]
    lines += unlisted_summary(ledger_path(task.options.content))
    found: list[Problem] = []
    if task.options.checks_output:
        from handouts.build.audit import audit  # noqa: PLC0415 (it reads PDFs)

        found = audit(order, OutputFolder(task.options.output))
        messages = task.console.messages
        told_of = f"{task.options.output}/{messages(':')} {count(found, messages)}"
        lines.append(told_of if found else f"{task.options.output}/: every file is sound")
    told = task.sorted(told_problems(result, [*task.relevant(order), *found]))
    _show_traces(task, result)
    _write_sarif(task.options, [each.problem for each in told], task.loaded.sources, task.silencing.silenced)
    code = task.exit_code(result, told)
    failed = result_as_json(result)["failed"]
    return task.tell(told, lines, {"checked": len(order.sheets), "failed": failed}, code)


def _list(task: _Task) -> int:
    rows = listing(task.loaded.content, task.shop.layouts, task.shop.today, task.shop.standing)
    told = [Told(problem) for problem in task.loaded.problems]
    task.console.show(*tables(rows, task.console.messages))
    lines = list(left_out_summary(task.loaded.left_out))
    return task.tell(told, lines, rows, ExitCode.CONTENT if told else ExitCode.DONE)


def _write_sarif(
    options: Options, problems: Sequence[Problem], sources: Sources, silenced: Sequence[silence.Silenced] = ()
) -> None:
    if options.sarif:
        from handouts.reports.sarif import write_sarif  # noqa: PLC0415 (with the story of every code; few ask for it)

        write_sarif(options.sarif, problems, sources, silenced, Messages(options.messages or "en"))


def _show_traces(task: _Task, result: Result) -> None:
    if task.options.debug:
        for failure in result.failed:
            if failure.trace:
                task.console.complain_as_is(failure.trace)


def print_json(options: Options, said: Mapping[str, Any]) -> None:
    """Print the one object that `--json` promises."""
    sys.stdout.write(_as_json(options, said))
    sys.stdout.flush()


def _as_json(options: Options, said: Mapping[str, Any]) -> str:
    head = {"command": options.command, "program": VERSION, "date": options.today.isoformat()}
    return json.dumps({**head, **said}, ensure_ascii=False, indent=1) + "\n"


_COMMANDS: Mapping[str, Callable[[_Task], int]] = {"build": _build, "list": _list, "check": _check}
