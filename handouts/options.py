"""What the command was asked: its options, read and documented. Nothing heavy is imported here: `--help` is instant."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path
from typing import Any, NoReturn

from handouts import VERSION
from handouts.errors import Problem, UsageError

_DESCRIPTION = "Make every clinic's patient handouts, in French and English, from content.yaml."
_EPILOG = """\
examples:
  generate.py                                          make everything
  generate.py build --clinic boreale-quebec --lang fr  one clinic, French files only
  generate.py check --strict                           is all of it fit to hand out? writes nothing
  generate.py check --output                           are the finished files whole and unaltered?
  generate.py preview --handout pimples                see the page in the browser while you edit

exit codes (of several, the highest):
  0    done
  1    problems in the content; all other sheets were made
  2    wrong usage; nothing was done
  3    a cover, logo, figure or font cannot be used
  4    the output cannot be written
  130  interrupted; no file is torn
"""
_COMMANDS = {
    "build": "make the sheets (what `generate.py` alone does)",
    "list": "show what clinics, handouts, editions and languages there are",
    "check": "find every problem of the content, without writing; with --output, check the finished files as well",
    "explain": "tell the long story of a code such as E104, or list all codes",
    "new": "write a new handout, clinic or brand into the content, to be filled in",
    "cover": "add FILE --clinic ID: check and clean a clinic's own PDF and keep it for builds; check FILE: only look",
    "watch": "make the sheets, and make those that an edit touches again at every save",
    "preview": "show a sheet in the browser while it is edited, with its problems beside it",
    "coverage": "show what each clinic has in each language, and what is missing, stale or overdue",
    "report": "show how plain each handout is in each language: reading level, PEMAT-P, CDC index, what to sign off",
    "docs": "make the schema for editors and the page of all codes anew",
}


@dataclass(frozen=True, slots=True)
class Options:
    """What the command was asked.

    Attributes:
        command: What to do; see `_COMMANDS`.
        words: What follows the command itself: a code to explain; what to add, and its id.
        file: The file that something new is written into; the first of the content when left out.
        note: Whether a clinic's PDF is a note after its cover.
        drop_signature: Whether a signed PDF is taken without its signature.
        sarif: Where `check` writes what it found for code hosts and editors.
        port: That the preview listens to; 0 for any that is free.
        open: Whether the preview opens the browser.
        editor: That the preview's links open.
        checks_output: Whether `check` reads finished files too.
        spelling: Whether `check` asks dictionaries about every word.
        colors: Whether colours were forbidden (False) or asked for (True); None leaves it to the terminal.
    """

    content: Path
    output: Path
    today: date
    command: str = "build"
    words: tuple[str, ...] = ()
    file: Path | None = None
    note: bool = False
    drop_signature: bool = False
    sarif: Path | None = None
    clinic: tuple[str, ...] = ()
    handout: tuple[str, ...] = ()
    edition: tuple[str, ...] = ()
    lang: tuple[str, ...] = ()
    port: int = 0
    open: bool = True
    editor: str = "vscode"
    checks_output: bool = False
    spelling: bool = False
    strict: bool = False
    prune: bool = False
    quiet: bool = False
    json: bool = False
    debug: bool = False
    colors: bool | None = None


def read_options(arguments: Sequence[str], home: Path) -> Options:
    """Read the command line and the environment.

    Args:
        arguments: Without the name of the program.
        home: The folder of the program, whose content is used where the working folder has none.

    Raises:
        UsageError: An option or a value that there is not (E901).
        SystemExit: After `--help` and `--version`.
    """
    parser = _parser()
    parser.check_options(arguments)
    said, unknown = parser.parse_known_args(arguments)
    if unknown:
        raise _wrong(f"“{unknown[0]}” says nothing here", "`generate.py --help` shows what there is")
    given: dict[str, Any] = vars(said)
    content = _content_file(given.get("content"), home)
    folder = given.get("output")
    given |= {
        "content": content,
        "output": Path(folder) if folder else content.parent / "output",
        "checks_output": folder is not None,
        "today": _day(given.get("date")),
        "colors": _colors(forbidden=given.get("no_color", False)),
    }
    known = {field.name for field in fields(Options)}
    kept = {name: value for name, value in given.items() if name in known and value is not None}
    frozen: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    return Options(**frozen)


class _Parser(argparse.ArgumentParser):
    """Tells of mistakes as this program tells of all problems; `commands` are the parsers of its commands."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands: list[_Parser] = []

    def error(self, message: str) -> NoReturn:
        raise _wrong(message.removeprefix("argument "), "`generate.py --help` shows what there is")

    def check_options(self, arguments: Sequence[str]) -> None:
        """Refuse options that no command has, before argparse takes their values for something else."""
        options = list(dict.fromkeys(chain(self.options(), *(command.options() for command in self.commands))))
        for word in arguments:
            name = word.split("=")[0]
            if name.startswith("--") and name not in options:
                raise _wrong(f"there is no option “{name}”", _meant(name, options))

    def options(self) -> list[str]:
        """Return its long options."""
        return [name for name in self._option_string_actions if name.startswith("--")]

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            raise _wrong(f"there is no command “{value}”", _meant(value, list(action.choices)))


class _Collect(argparse.Action):
    """Collects the values of an option, whether it stands before the command or after it."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._collected: list[str] = []

    def __call__(self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, *given: Any) -> None:
        del parser
        self._collected.append(given[0])
        setattr(namespace, self.dest, self._collected)


def _parser() -> _Parser:
    common = _common()
    parser = _Parser(
        prog="generate.py", description=_DESCRIPTION, epilog=_EPILOG, parents=[common], allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter, argument_default=argparse.SUPPRESS,
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"handouts {VERSION}")
    _add_output(parser)
    _add_prune(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, purpose in _COMMANDS.items():
        command = commands.add_parser(
            name, help=purpose, description=purpose.capitalize() + ".", parents=[common], allow_abbrev=False,
            argument_default=argparse.SUPPRESS,
        )  # fmt: skip
        _add_output(command, folder_may_be_left_out=name == "check")
        _ADDITIONS.get(name, _add_nothing)(command)
        parser.commands.append(command)
    return parser


def _common() -> _Parser:
    """Return the options that every command has, and that may stand before it or after it."""
    common = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    part = common.add_argument_group("which sheets (each can be repeated)")
    part.add_argument("--clinic", action=_Collect, metavar="ID", help="only this clinic")
    part.add_argument("--handout", action=_Collect, metavar="ID", help="only this handout")
    part.add_argument("--edition", action=_Collect, metavar="ID", help="only this edition: two_sided, single-fr, …")
    part.add_argument("--lang", action=_Collect, metavar="CODE", help="only files in this language")
    where = common.add_argument_group("where and when")
    where.add_argument("--content", metavar="FILE", help="the content to read (content.yaml)")
    where.add_argument("--date", metavar="YYYY-MM-DD", help="the day that reviews are due by (today)")
    told = common.add_argument_group("what is told")
    told.add_argument("--strict", action="store_true", help="warnings stop a sheet as errors do")
    told.add_argument("--quiet", action="store_true", help="say nothing but problems")
    told.add_argument("--json", action="store_true", help="say everything as one JSON object")
    told.add_argument("--no-color", action="store_true", help="without colour (as NO_COLOR=1)")
    told.add_argument("--debug", action="store_true", help="show where the program itself went wrong")
    return common


def _add_output(parser: argparse.ArgumentParser, *, folder_may_be_left_out: bool = False) -> None:
    if folder_may_be_left_out:
        told = "check the finished files in this folder as well (output/)"
        parser.add_argument("--output", metavar="FOLDER", nargs="?", const="", help=told)
    else:
        parser.add_argument("--output", metavar="FOLDER", help="where the sheets go (output/ beside the content)")


def _add_prune(parser: argparse.ArgumentParser) -> None:
    told = "remove files of ours that the content no longer asks for"
    parser.add_argument("--prune", action="store_true", help=told)


def _add_sarif(parser: argparse.ArgumentParser) -> None:
    told = "write what was found as SARIF 2.1.0, for code hosts and editors"
    parser.add_argument("--sarif", metavar="FILE", type=Path, help=told)


def _add_check(parser: argparse.ArgumentParser) -> None:
    _add_sarif(parser)
    parser.add_argument(
        "--spelling", action="store_true", help="look up every word as well; words.txt has words to allow"
    )


def _add_code(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="CODE", nargs="*", help="such as E104; all when left out")


def _add_part(parser: argparse.ArgumentParser) -> None:
    told = "handout, clinic or brand, and its id: small letters, digits and hyphens"
    parser.add_argument("words", metavar="WHAT ID", nargs="*", help=told)
    parser.add_argument("--file", metavar="FILE", type=Path, help="an included file to write into (the first file)")


def _add_cover(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", action="append", metavar="add|check", help="keep it for builds, or only look")
    parser.add_argument("words", action="append", metavar="FILE", help="the PDF, wherever it is")
    parser.add_argument("--note", action="store_true", help="it is a note after the cover, not the cover")
    told = "take a signed PDF too; its signature is lost"
    parser.add_argument("--drop-signature", action="store_true", help=told)


def _add_preview(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", metavar="NUMBER", type=int, help="to listen to (any that is free)")
    parser.add_argument("--no-open", dest="open", action="store_false", help="do not open the browser")
    told = "that links open: vscode, vscodium, cursor, zed, sublime, textmate, idea, none, or an address of its own"
    parser.add_argument("--editor", metavar="NAME", help=told)


def _add_nothing(parser: argparse.ArgumentParser) -> None:
    del parser


_ADDITIONS = {
    "build": _add_prune,
    "watch": _add_prune,
    "preview": _add_preview,
    "check": _add_check,
    "cover": _add_cover,
    "explain": _add_code,
    "new": _add_part,
}


def _content_file(given: str | None, home: Path) -> Path:
    """Return the content that was named, or that of the working folder, or the program's own; relative if it can be."""
    here = Path("content.yaml")
    if given:
        return Path(given)
    return here if here.exists() or not (home / here).exists() else home / here


def _day(given: str | None) -> date:
    """Return the day that was asked for, or today: the only reading of the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if given is not None:
            return _iso_day(given)
        if epoch:
            return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        if given is not None:
            raise _wrong(f"“{given}” is not a date", "write it as 2026-05-02") from error
        raise _wrong(f"SOURCE_DATE_EPOCH is “{epoch}”, not a number of seconds", "unset it, or correct it") from error
    return datetime.now().astimezone().date()


def _iso_day(given: str) -> date:
    day = date.fromisoformat(given)
    if day.isoformat() != given:  # weeks and days of the year are dates to Python, not to people
        raise ValueError(given)
    return day


def _colors(*, forbidden: bool) -> bool | None:
    """Return what was said of colours (no-color.org, force-color.org)."""
    if forbidden or os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def _wrong(message: str, hint: str) -> UsageError:
    return UsageError(Problem("E901", message, None, hint))


def _meant(word: str, words: list[str]) -> str:
    from handouts.content.suggestions import did_you_mean  # noqa: PLC0415 (only mistakes need it)

    return did_you_mean(word, words, "there is")
