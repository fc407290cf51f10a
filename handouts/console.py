"""What people read: on a terminal with colour, elsewhere as plain lines. Problems go to standard error."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from handouts.errors import Problem
from handouts.messages import ENGLISH, Messages

if TYPE_CHECKING:
    from rich.text import Text

    from handouts.content.reading.source import Sources
    from handouts.diagnostics import Diagnostic

_NARROWEST, _USUAL = 60, 100  # columns: of a terminal at least; where there is none


@dataclass(frozen=True, slots=True)
class Told:
    """A problem, and the sheets that it came up in."""

    problem: Problem
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that went out: to standard error where they are about problems, to standard output otherwise."""

    is_problem: bool
    text: str


class Console:
    """Says things to people.

    Attributes:
        live: Whether someone looks on at a terminal, so that a progress bar makes sense.
        colors: Whether problems are coloured.
        messages: The language that it speaks.
        spoken: All that it has said.
        lasts: Whether it would say the same again, as long as nothing changes.
    """

    def __init__(
        self, *, quiet: bool = False, silent: bool = False, colors: bool | None = None, messages: Messages = ENGLISH
    ) -> None:
        """Look at where the words go.

        Args:
            quiet: Say problems only.
            silent: Say nothing at all.
            colors: Yes, no, or as the terminal has it.
            messages: The language that is spoken.
        """
        self.messages = messages
        self._quiet, self._silent = quiet or silent, silent
        terminal = _is_looked_at(sys.stderr)
        self.live = terminal and not self._quiet
        self.colors = terminal if colors is None else colors
        self.colored_answers = _is_looked_at(sys.stdout) if colors is None else colors
        self.spoken: list[Spoken] = []
        self._details: frozenset[str] = frozenset()
        self.lasts = True

    @property
    def form(self) -> str:
        """How it says things: two consoles of one form say the same in the same way."""
        return f"{self.messages.code} {self.colors} {self.live} {self._quiet} {self._silent} {self._width()}"

    def say(self, *lines: str) -> None:
        """Say something that is not a problem, in the language of the console."""
        self.show(*map(self.messages, lines))

    def say_news(self, *lines: str) -> None:
        """Say what a command came to; of the details, which are indented, none that the one before came to as well."""
        known, self._details = self._details, frozenset(line for line in lines if line.startswith("  "))
        self.say(*(line for line in lines if line not in known))

    def show(self, *lines: str) -> None:
        """Show lines that are in the language of the console already, or in none."""
        if not self._quiet:
            for line in lines:
                self.answer(f"{line}\n")

    def warn(self, line: str) -> None:
        """Say a line that even those who want quiet need, in the language of the console."""
        self.complain_as_is(self.messages(line))

    def complain_as_is(self, line: str) -> None:
        """Show on standard error what is in the language of the console already, or in none."""
        if not self._silent:
            self.repeat([Spoken(is_problem=True, text=f"{line}\n")])

    def answer(self, text: str) -> None:
        """Write what was asked for, whoever wants quiet."""
        self.repeat([Spoken(is_problem=False, text=text)])

    def repeat(self, spoken: Iterable[Spoken]) -> None:
        """Say something as it was said before."""
        for each in spoken:
            self.spoken.append(each)
            print(each.text, end="", file=sys.stderr if each.is_problem else sys.stdout, flush=True)

    def complain(self, told: Sequence[Told], sources: "Sources | None" = None) -> None:
        """Say problems, each with its line of the content, and how many they are."""
        if self._silent or not told:
            return
        from handouts.content.reading.source import Sources  # noqa: PLC0415 (a command without problems does without)
        from handouts.diagnostics import count, diagnose  # noqa: PLC0415
        from handouts.told_together import told_once  # noqa: PLC0415

        known = sources or Sources({})
        write = self._writer()
        groups = told_once([each.problem for each in told])
        for numbers in groups:
            first, *others = (told[number] for number in numbers)
            sheets = len({path for each in (first, *others) for path in each.paths})
            also = [each.problem.at for each in others if each.problem.at]
            write(diagnose(first.problem, known, self._width(), self.messages, sheets=sheets, also=also))
        if sources or len(groups) > 1:
            self.complain_as_is(count((told[numbers[0]].problem for numbers in groups), self.messages))

    def _width(self) -> int:
        columns = shutil.get_terminal_size((_USUAL, 24)).columns
        return max(_NARROWEST, columns) if sys.stderr and sys.stderr.isatty() else _USUAL

    def _writer(self) -> "Callable[[Diagnostic], None]":
        if not self.colors:
            return lambda diagnostic: self.complain_as_is(f"{diagnostic}\n")
        from rich.console import Console as RichConsole  # noqa: PLC0415 (only colour needs it)

        rich = RichConsole(
            file=sys.stderr, force_terminal=True, color_system="standard", highlight=False, no_color=False
        )

        def write(diagnostic: "Diagnostic") -> None:
            with rich.capture() as colored:
                rich.print(_colored(diagnostic), soft_wrap=True, end="\n")
            self.complain_as_is(colored.get())

        return write


def _colored(diagnostic: "Diagnostic") -> "Text":
    from rich.text import Text  # noqa: PLC0415 (only colour needs it)

    signal = "bold red" if diagnostic.kind == "error" else "bold yellow"
    text = Text(str(diagnostic))
    head = f"{diagnostic.place}: " if diagnostic.place else ""
    text.stylize("bold", 0, len(head))
    text.stylize(signal, len(head), len(head) + len(diagnostic.label.rstrip(":\u00a0")))
    if diagnostic.carets:
        start = text.plain.index(f"| {diagnostic.carets}") + 2
        text.stylize(signal, start, start + len(diagnostic.carets))
    if diagnostic.hint:
        start = text.plain.rindex(f"{diagnostic.help} {diagnostic.hint}")
        text.stylize("bold cyan", start, start + len(diagnostic.help))
    return text


def hold_streams() -> None:
    """Let what was started without input, output or errors (`>&-`) have ones that lead nowhere.

    Otherwise the next file that is opened takes the number of the closed one, and what others print goes into it.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            stream = open(os.devnull, "r+" if number else "r", encoding="utf-8")  # noqa: PTH123, SIM115 (stays open)
            with suppress(OSError):
                os.set_inheritable(stream.fileno(), True)
            setattr(sys, name, stream)


def survive_any_terminal(*streams: IO[str]) -> None:
    """Print what a terminal's encoding lacks as escapes, instead of failing."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def _is_looked_at(stream: IO[str] | None) -> bool:
    """Whether someone reads a stream on a terminal that can show colours; a program without a window has none."""
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
