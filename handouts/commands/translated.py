"""The command `translated`: someone says that texts say the same in each language, and that is kept."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from handouts.commands.sheets import print_json
from handouts.console import Console, Told
from handouts.content import Loaded, load_fit
from handouts.content.names.suggestions import did_you_mean, quoted
from handouts.content.whereabouts import texts
from handouts.errors import ExitCode, Problem, UsageError
from handouts.freshness import (
    Freshness,
    Judged,
    Ledger,
    Settled,
    fresh_problems,
    judge,
    ledger_path,
    read_ledger,
    settle,
    write_ledger,
)
from handouts.freshness.places import place_of, texts_at
from handouts.layout import Layout
from handouts.messages import Messages
from handouts.options import Options
from handouts.reports.summary import problems_as_json
from handouts.whole_files import write_whole
from handouts.wording.unwritten import is_unwritten

_NOTHING = Ledger(Counter())
_LISTED = 12  # texts that are told one by one
_SHOWN = 48  # characters of a text


def take_translations(options: Options, layouts: Sequence[Layout], console: Console) -> int:
    """Record what is said of texts, or tell what waits to be said, and return the exit code.

    Raises:
        UnfitContentError: The content cannot be read.
        UsageError: What was named is not there (E901, E902, E907).
        OutputError: The side file cannot be written (E602).
    """
    if options.all and (named := (*options.words, *options.handout, *options.clinic)):
        hint = "leave out `--all`, or leave out what is named beside it"
        raise UsageError(Problem("E901", f"`--all` means every text, so {quoted(named[0])} says nothing", None, hint))
    loaded = load_fit(options.content, [layout.id for layout in layouts])
    saying = _Saying(options, loaded)
    if saying.ledger and not saying.ledger.is_known and not options.all:  # what it says would be lost
        raise UsageError(*saying.ledger.problems)
    return _record(saying, console) if saying.is_said else _show_what_waits(saying, console)


@dataclass(frozen=True)
class _Saying:
    """What is said of which texts."""

    options: Options
    loaded: Loaded

    @property
    def is_said(self) -> bool:
        options = self.options
        return bool(options.words or options.handout or options.clinic or options.all)

    @cached_property
    def ledger(self) -> Ledger | None:
        return read_ledger(self.options.content)

    @cached_property
    def freshness(self) -> Freshness:
        return judge(self.loaded.content, self.ledger or _NOTHING)

    @property
    def is_to_come(self) -> bool:
        """Whether all texts that are meant are still to be written."""
        return bool(self._named_ones) and not self.chosen

    @cached_property
    def chosen(self) -> frozenset[int]:
        """The numbers of the texts that are meant."""
        judged = self.freshness.judged
        return frozenset(number for number in self._named_ones if not is_unwritten(judged[number].placed.text))

    @cached_property
    def _named_ones(self) -> frozenset[int]:
        """The numbers of the texts that were named, those included that are still to be written."""
        judged = self.freshness.judged
        if self.options.all:
            return frozenset(range(len(judged)))
        ids, places = self._ids_and_places()
        handouts = [*self.options.handout, *ids]
        owners = [*self._named("handouts", handouts), *self._named("clinics", self.options.clinic)]
        found = {number for number, each in enumerate(judged) if each.owner in owners}
        return frozenset(found.union(*map(self._at, places)))

    def _ids_and_places(self) -> tuple[list[str], list[str]]:
        """Part what was named without an option: handouts by their ids, all else by their places."""
        known = {*self.loaded.content.handouts, *(name for group, name in self.loaded.left_out if group == "handouts")}
        words = [
            word for each in self.options.words for word in (each.split(",") if {*each.split(",")} <= known else [each])
        ]
        return [word for word in words if word in known], [word for word in words if word not in known]

    def _named(self, group: str, names: Sequence[str]) -> Iterator[tuple[str, str]]:
        known = getattr(self.loaded.content, group)
        for name in names:
            if (group, name) in self.loaded.left_out:
                hint = "run `uv run generate.py check`, mend what it says, then run this again"
                part = f"{group[:-1]} {name}"
                raise UsageError(Problem("E907", f"{part} could not be read", None, hint))
            if name not in known:
                kind = group[:-1]
                hint = did_you_mean(name, list(known), "there are: {words}")
                raise UsageError(Problem("E902", f"there is no {kind} “{name}”", None, hint))
            yield group, name

    def _at(self, words: str) -> frozenset[int]:
        root = self.options.content.parent
        place = place_of(words, list(self.loaded.sources.files), root, self.loaded.content.handouts)
        placed = list(texts(self.loaded.content))
        there = {id(placed[number].text) for number in texts_at(place, placed, self.loaded)}
        return frozenset(n for n, each in enumerate(self.freshness.judged) if id(each.placed.text) in there)


def _record(saying: _Saying, console: Console) -> int:
    options, before = saying.options, saying.ledger or _NOTHING
    settled = settle(saying.freshness, before, saying.chosen, whole=not saying.loaded.left_out)
    path = ledger_path(options.content)
    if settled.lines != before.lines or before.problems or saying.ledger is None:
        write_whole(path, write_ledger(settled.lines, options.content))
    problems = list(fresh_problems(judge(saying.loaded.content, Ledger(settled.lines))))
    if options.json:
        print_json(options, _as_json(saying, settled, problems, console.messages))
    console.say(*_told(saying, settled), *_what_waits(problems))
    return ExitCode.DONE


def _told(saying: _Saying, settled: Settled) -> Iterator[str]:
    """Say what was recorded, and where."""
    name = ledger_path(saying.options.content).name
    for each in settled.recorded[:_LISTED]:
        yield _in_words(each)
    if len(settled.recorded) > _LISTED:
        yield f"… and {len(settled.recorded) - _LISTED} more"
    if settled.recorded:
        count = len(settled.recorded)
        if count > 1:
            yield f"{name}: recorded that {count} texts say the same in each language"
        else:
            yield f"{name}: recorded that 1 text says the same in each language"
    elif saying.chosen:
        yield "nothing to record: it was said already, and nothing has changed since"
    elif saying.is_to_come:
        yield "nothing to record: what stands there is still to be written"
    else:
        yield "nothing to record: what stands there is the same in every language (figures, names, addresses)"
    if settled.pruned:
        older = "1 older line" if settled.pruned == 1 else f"{settled.pruned} older lines"
        yield f"{name}: took out {older} that no text needs any more"


def _in_words(each: Judged) -> str:
    at = next(iter(each.placed.text.at.values.values()), None)
    words = " / ".join(_shortened(said) for said in each.placed.text.words.values())
    return f"{at.file}:{at.line}: {words}" if at else words


def _shortened(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1].rstrip()}…"


def _what_waits(problems: Sequence[Problem]) -> Iterator[str]:
    behind = sum(problem.code in {"W210", "W211", "E204"} for problem in problems)
    if behind:
        are = f"{behind} are" if behind > 1 else "1 is"
        yield f"{are} still behind: `uv run generate.py translated` shows which"


def _show_what_waits(saying: _Saying, console: Console) -> int:
    """Tell which texts wait for someone, without writing."""
    ledger = saying.ledger
    problems = [] if ledger is None else [*ledger.problems, *fresh_problems(saying.freshness)]
    told = [Told(problem) for problem in problems]
    code = ExitCode.CONTENT if problems and saying.options.strict else ExitCode.DONE
    if saying.options.json:
        said = {
            "watched": ledger is not None,
            "problems": problems_as_json(told, console.messages),
            "exit_code": int(code),
        }
        print_json(saying.options, said)
    console.complain(told, saying.loaded.sources)
    if ledger is None:
        console.say(
            "Translations are not watched yet. To begin, when French and English say the same everywhere:",
            "  uv run generate.py translated --all",
        )
    elif not problems:
        console.say("Every translation is up to date: no text is waiting.")
    return code


def _as_json(saying: _Saying, settled: Settled, problems: Sequence[Problem], messages: Messages) -> dict[str, object]:
    recorded = [
        {"where": each.placed.where, "line": at.line if at else None, "file": at.file if at else None}
        for each in settled.recorded
        for at in [next(iter(each.placed.text.at.values.values()), None)]
    ]
    return {
        "file": ledger_path(saying.options.content).as_posix(), "recorded": recorded, "pruned": settled.pruned,
        "problems": problems_as_json([Told(problem) for problem in problems], messages), "exit_code": 0,
    }  # fmt: skip
