"""The parser of the command line: argparse, but it tells mistakes as problems, and help in the reader's language."""

import argparse
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any, NoReturn

from handouts.errors import Problem, UsageError
from handouts.messages import ENGLISH, Messages

SHOWN = "`uv run generate.py --help` shows what there is"
_WRONG_VALUE = re.compile(
    r"argument (?:-\w/)?(?P<option>--[\w-]+): "
    r"(?:expected (?:at least )?one argument|invalid int value: '(?P<given>.*)'|(?P<needless>ignored explicit).*)"
)
_ID = re.compile(r"[\w-]+")
_DASHES = re.compile("\\A[-\u2010-\u2015\u2212]+")  # what editors and phones make of two hyphens
_NO_IDS = frozenset({"help", "aide", "clinics", "handouts", "brands", "editions", "cliniques", "feuillets", "marques"})
_WRITES_NOTHING = frozenset({"dry", "dry-run", "dryrun", "simulate", "no-write", "test"})
_OF_NO_SHEETS = frozenset({"cover", "docs"})
_MISSING = re.compile(r"the following arguments are required: (?P<words>.*)")


class Parser(argparse.ArgumentParser):
    """Tells of mistakes as this program tells of all problems; `commands` are the parsers of its commands."""

    def __init__(self, *, messages: Messages = ENGLISH, add_help: bool = True, **settings: Any) -> None:
        settings.setdefault("formatter_class", partial(_Help, messages=messages))
        super().__init__(add_help=False, **settings)
        self.commands: list[Parser] = []
        self.messages = messages
        self._positionals.title, self._optionals.title = self.heading("arguments"), self.heading("options")
        if add_help:
            self.option("-h", "--help", action="help", told="show this help")

    def heading(self, told: str) -> str:
        """Return the heading of a group, to which argparse adds a colon."""
        return self.messages(told) + self.messages(":").removesuffix(":")

    def option(self, *names: str, told: str, **settings: Any) -> None:
        """Add an option or a word, with its help in the language that is spoken."""
        self.add_argument(*names, **self.in_words(told, settings))

    def in_words(self, told: str, settings: Mapping[str, Any]) -> dict[str, Any]:
        """Return the settings of an argument with its help, and what stands for its value, in the language."""
        value = {"metavar": self.messages(settings["metavar"])} if "metavar" in settings else {}
        return {**settings, **value, "help": self.messages(told)}

    def error(self, message: str) -> NoReturn:
        """Tell of a mistake that argparse found.

        Raises:
            UsageError: Always (E901).
        """
        if found := _WRONG_VALUE.fullmatch(message):
            option, metavar = found["option"], self._metavar(found["option"])
            if found["given"]:
                raise wrong(f"“{found['given']}” is not a whole number", f"write   {option} {metavar}, in digits")
            if found["needless"]:
                raise wrong(f"nothing can stand after `{option}`", f"write   {option}   alone")
            raise wrong(*_nothing_after(option, self._option_string_actions.get(option)))
        if found := _MISSING.fullmatch(message):
            raise wrong(f"this command lacks {found['words']}", f"write   uv run {self.prog} {self._words()}")
        raise wrong(message.removeprefix("argument "), SHOWN)

    def _metavar(self, option: str) -> str:
        action = self._option_string_actions.get(option)
        return str(action.metavar or "") if action else ""

    def _words(self) -> str:
        return " ".join(str(action.metavar) for action in self._get_positional_actions())

    def check_options(self, arguments: Sequence[str]) -> None:
        """Refuse options that no command has, before argparse takes their values for something else."""
        options = list(dict.fromkeys(chain(self.options(), *(command.options() for command in self.commands))))
        for word in arguments:
            name = word.split("=")[0]
            hyphened = _DASHES.sub("--", name)
            if hyphened != name and hyphened in options:
                raise wrong(f"there is no option “{name}”", f"write   {hyphened}   with two hyphens")
            if name.startswith("--") and name not in options:
                raise wrong(f"there is no option “{name}”", _meant_option(name, options))

    def options(self) -> list[str]:
        """Return its long options."""
        return [name for name in self._option_string_actions if name.startswith("--")]

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        if action.nargs != argparse.PARSER and any(not given.strip() for given in arg_strings):
            if not action.option_strings:
                raise wrong("there is nothing between the quotes", SHOWN)
            raise wrong(*_nothing_after(action.option_strings[-1], action))
        return super()._get_values(action, arg_strings)

    def refuse(self, word: str, command: str) -> NoReturn:
        """Tell of a word that a command does not take.

        Raises:
            UsageError: Always (E901).
        """
        name = word.split("=", maxsplit=1)[0]
        takers = [parser.prog.split()[-1] for parser in self.commands if name in parser.options()]
        if takers:
            raise wrong(f"`{name}` does not go with `{command}`", f"it goes with: {', '.join(takers)}")
        if word.startswith("-"):
            alike = [option for option in self.options() if option.startswith(f"--{word.strip('-')[:1]}")]
            raise wrong(
                f"there is no option “{word}”", f"options are written out: {', '.join(alike)}" if alike else SHOWN
            )
        choose = f"one handout is chosen with `--handout {word}`, one clinic with `--clinic {word}`"
        hint = choose if _ID.fullmatch(word) and command not in _OF_NO_SHEETS and word not in _NO_IDS else SHOWN
        if word.endswith((".yaml", ".yml")):
            hint = f"write   --content {word}   to name the content"
        raise wrong(f"“{word}” is a word too many after `{command}`", hint)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            what = "command" if action.dest == "command" else "language for messages"
            if value in {"help", "aide"}:
                raise wrong(f"there is no {what} “{value}”", SHOWN)
            raise wrong(f"there is no {what} “{value}”", _meant(value, list(action.choices)))


class _Help(argparse.RawDescriptionHelpFormatter):
    """Writes help; only the word before the usage is told by argparse itself."""

    def __init__(self, prog: str, *, messages: Messages, **settings: Any) -> None:
        super().__init__(prog, **settings)
        self._usage_is = messages("usage:") + " "

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, self._usage_is if prefix is None else prefix)


class Collect(argparse.Action):
    """Collects the values of an option, whether it stands before the command or after it."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._collected: list[str] = []

    def __call__(self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, *given: Any) -> None:
        """Take a value."""
        del parser
        self._collected += [each for part in given[0].split(",") if (each := part.strip())] or given
        setattr(namespace, self.dest, self._collected)


def wrong(message: str, hint: str) -> UsageError:
    """Return the error for a command line that says something wrong."""
    return UsageError(Problem("E901", message, None, hint))


def _nothing_after(option: str, action: argparse.Action | None) -> tuple[str, str]:
    metavar = str((action.metavar if action else "") or [*((action.choices if action else ()) or ("",))][-1])
    return f"nothing is written after `{option}`", f"write   {option} {metavar}"


def _meant_option(word: str, options: Sequence[str]) -> str:
    """Write the hint for a mistyped option; its French is compared without its hyphens."""
    from handouts.content.names.suggestions import closest  # noqa: PLC0415 (only mistakes need it)

    name = word.strip("-")
    if name in _WRITES_NOTHING:
        return "`uv run generate.py check` finds every problem, and writes nothing"
    meant = closest(name, [option.strip("-") for option in options])
    return f"did you mean `--{meant}`?" if meant else SHOWN


def _meant(word: str, words: list[str]) -> str:
    from handouts.content.names.suggestions import did_you_mean  # noqa: PLC0415 (only mistakes need it)

    return did_you_mean(word, words, "there is: {words}")
