"""What the command offers: its commands and options, with their words.

Nothing heavy is imported here: `--help` is instant.
"""

import argparse
from pathlib import Path
from typing import Any

from handouts import VERSION
from handouts.messages import LANGUAGES, Messages
from handouts.option_parser import Collect, Parser

_DESCRIPTION = "Make every clinic's patient handouts, in French and English, from content.yaml."
_EPILOG = """\
examples:
  uv run generate.py                          make everything
  uv run generate.py check --strict           is all of it fit to hand out? writes nothing
  uv run generate.py check --output           are the finished files whole and unaltered?
  uv run generate.py preview --handout pimples
                                              see the page in the browser while you edit
  uv run generate.py build --clinic boreale-quebec --lang fr
                                              one clinic, French files only

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
    "translated": "say that FILE:LINE, --handout ID or --all says the same in each language; alone: what waits",
    "approved": "put on record what a handout says, once a clinician has approved it: approved ID",
    "changes": "show what changed in a handout since it was approved, in words and side by side: changes ID",
    "report": "show how plain each handout is in each language: reading level, PEMAT-P, CDC index, what to sign off",
    "docs": "make the schema for editors and the page of all codes anew",
}


def parser_of(messages: Messages) -> Parser:
    """Return what reads the command line, and tells of itself in the language of some messages."""
    common = _common(messages)
    parser = Parser(
        prog="generate.py", description=messages(_DESCRIPTION), epilog=messages(_EPILOG), parents=[common],
        allow_abbrev=False, argument_default=argparse.SUPPRESS, messages=messages,
    )  # fmt: skip
    parser.option("--version", action="version", version=f"handouts {VERSION}", told="show the version")
    _add_output(parser)
    _add_prune(parser)
    commands = parser.add_subparsers(dest="command", metavar=messages("COMMAND"), title=parser.heading("commands"))
    for name, purpose in _COMMANDS.items():
        told = messages(purpose)
        command = commands.add_parser(
            name, help=told, description=f"{told[0].upper()}{told[1:]}.", parents=[common], allow_abbrev=False,
            argument_default=argparse.SUPPRESS, messages=messages,
        )  # fmt: skip
        _add_output(command, folder_may_be_left_out=name == "check")
        _ADDITIONS.get(name, _add_nothing)(command)
        parser.commands.append(command)
    return parser


def _common(messages: Messages) -> Parser:
    """Return the options that every command has, and that may stand before it or after it."""
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS, messages=messages)
    for title, options in _COMMON.items():
        group = common.add_argument_group(common.heading(title))
        for name, told, settings in options:
            group.add_argument(name, **common.in_words(told, settings))
    return common


_SIMPLE: dict[str, Any] = {"action": "store_true"}
_OF_SHEETS: dict[str, Any] = {"action": Collect, "metavar": "ID"}
_COMMON: dict[str, list[tuple[str, str, dict[str, Any]]]] = {
    "which sheets (each can be repeated)": [
        ("--clinic", "only this clinic", _OF_SHEETS),
        ("--handout", "only this handout", _OF_SHEETS),
        ("--edition", "only this edition: two_sided, single-fr, …", _OF_SHEETS),
        ("--lang", "only files in this language", {"action": Collect, "metavar": "CODE"}),
    ],
    "where and when": [
        ("--content", "the content to read (content.yaml)", {"metavar": "FILE"}),
        ("--date", "the day that reviews are due by (today)", {"metavar": "YYYY-MM-DD"}),
    ],
    "what is told": [
        ("--messages", "in which language: en or fr (that of the system; English with --json)", {"choices": LANGUAGES}),
        ("--strict", "warnings stop a sheet as errors do", _SIMPLE),
        ("--quiet", "say nothing but problems", _SIMPLE),
        ("--json", "say everything as one JSON object", _SIMPLE),
        ("--no-color", "without colour (as NO_COLOR=1)", _SIMPLE),
        ("--debug", "show where the program itself went wrong", _SIMPLE),
    ],
}
"""By the heading that they stand under."""


def _add_output(parser: Parser, *, folder_may_be_left_out: bool = False) -> None:
    if folder_may_be_left_out:
        told = "check the finished files in this folder as well (output/)"
        parser.option("--output", metavar="FOLDER", nargs="?", const="", told=told)
    else:
        parser.option("--output", metavar="FOLDER", told="where the sheets go (output/ beside the content)")


def _add_prune(parser: Parser) -> None:
    told = "remove files of ours that the content no longer asks for"
    parser.option("--prune", action="store_true", told=told)


def _add_sarif(parser: Parser) -> None:
    told = "write what was found as SARIF 2.1.0, for code hosts and editors"
    parser.option("--sarif", metavar="FILE", type=Path, told=told)


def _add_check(parser: Parser) -> None:
    _add_sarif(parser)
    told = "tell every word that no dictionary has; words.txt has words to allow"
    parser.option("--spelling", action="store_true", told=told)


def _add_code(parser: Parser) -> None:
    parser.option("words", metavar="CODE", nargs="*", told="such as E104; all when left out")


def _add_part(parser: Parser) -> None:
    told = "handout, clinic or brand, and its id: small letters, digits and hyphens"
    parser.option("words", metavar="WHAT ID", nargs="*", told=told)
    parser.option("--file", metavar="FILE", type=Path, told="an included file to write into (the first file)")


def _add_cover(parser: Parser) -> None:
    parser.option("words", action="append", metavar="add|check", told="keep it for builds, or only look")
    parser.option("words", action="append", metavar="FILE", told="the PDF, wherever it is")
    parser.option("--note", action="store_true", told="it is a note after the cover, not the cover")
    told = "take a signed PDF too; its signature is lost"
    parser.option("--drop-signature", action="store_true", told=told)


def _add_preview(parser: Parser) -> None:
    parser.option("--port", metavar="NUMBER", type=int, told="the port that the preview answers on (any that is free)")
    parser.option("--no-open", dest="open", action="store_false", told="do not open the browser")
    told = "the editor that links open: vscode, vscodium, cursor, zed, sublime, textmate, idea, none, or an address"
    parser.option("--editor", metavar="NAME", told=told)


def _add_places(parser: Parser) -> None:
    parser.option(
        "words", metavar="FILE:LINE", nargs="*", told="where a text stands, as messages have it; or a handout"
    )
    parser.option("--all", action="store_true", told="every text of the content; this is also how to begin")


def _add_handouts(parser: Parser) -> None:
    parser.option("words", metavar="HANDOUT", nargs="*", told="the id of a handout; all when left out")


def _add_nothing(parser: Parser) -> None:
    del parser


_ADDITIONS = {
    "build": _add_prune,
    "watch": _add_prune,
    "preview": _add_preview,
    "check": _add_check,
    "cover": _add_cover,
    "explain": _add_code,
    "new": _add_part,
    "translated": _add_places,
    "approved": _add_handouts,
    "changes": _add_handouts,
}
