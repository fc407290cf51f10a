"""What the command was asked, by its command line and its environment."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from handouts.messages import ENGLISH, Messages
from handouts.option_parser import wrong
from handouts.usage import parser_of


@dataclass(frozen=True, slots=True)
class Options:
    """What the command was asked.

    Attributes:
        command: What to do; see `handouts.usage`.
        words: What follows the command itself: a code to explain; what to add, and its id.
        file: The file that something new is written into; the first of the content when left out.
        all: Whether all texts are meant.
        note: Whether a clinic's PDF is a note after its cover.
        drop_signature: Whether a signed PDF is taken without its signature.
        sarif: Where `check` writes what it found for code hosts and editors.
        port: That the preview listens to; 0 for any that is free.
        open: Whether the preview opens the browser.
        editor: That the preview's links open.
        messages: The language that people are told things in, if one was asked for.
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
    all: bool = False
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
    messages: str = ""
    checks_output: bool = False
    spelling: bool = False
    strict: bool = False
    prune: bool = False
    quiet: bool = False
    json: bool = False
    debug: bool = False
    colors: bool | None = None


def read_options(arguments: Sequence[str], home: Path, messages: Messages = ENGLISH) -> Options:
    """Read the command line and the environment.

    Args:
        arguments: Without the name of the program.
        home: The folder of the program, whose content is used where a folder in it has none.
        messages: What help is told in.

    Raises:
        UsageError: An option or a value that there is not (E901).
        SystemExit: After `--help` and `--version`.
    """
    parser = parser_of(messages)
    parser.check_options(arguments)
    said, unknown = parser.parse_known_args(arguments)
    if unknown:
        parser.refuse(unknown[0], getattr(said, "command", None) or "build")
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


def _content_file(given: str | None, home: Path) -> Path:
    """Return the content that was named, or that of the working folder; the program's own only inside its folder.

    Relative if it can be. A link that leads nowhere counts: whoever made it does not mean another content.
    """
    here = Path("content.yaml")
    try:
        working = Path.cwd()
    except OSError as error:
        hint = "go into a folder that there is, then run this again"
        raise wrong("the folder that this command was started in is no longer there", hint) from error
    if given:
        return Path(given)
    is_ours = working.is_relative_to(home) and (home / here).exists()
    return home / here if is_ours and not here.exists() and not here.is_symlink() else here


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
            from handouts.content.values.corrections import correction  # noqa: PLC0415 (only mistakes need it)

            hint = correction("figure_date", given) or "write it as 2026-05-02"
            raise wrong(f"“{given}” is not a date", hint) from error
        raise wrong(f"SOURCE_DATE_EPOCH is “{epoch}”, not a number of seconds", "unset it, or correct it") from error
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
