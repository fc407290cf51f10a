"""A proof as the page in the browser gets it: plain data."""

from pathlib import Path
from typing import Any

from handouts.errors import Span
from handouts.messages import ENGLISH, Messages
from handouts.preview.choice import Option
from handouts.preview.editors import editor_link
from handouts.preview.proofs import Proof, ProofPage, ProofSheet, Told

_BEFORE, _WITHIN, _AFTER = 32, 60, 60  # characters of a line that are shown
_KINDS = {"E": "error", "W": "warning"}


def as_data(proof: Proof, editor: str, messages: Messages = ENGLISH) -> dict[str, Any]:
    """Turn a proof into what `json.dumps` takes.

    Args:
        proof: What is shown.
        editor: The address of the editor that links open.
        messages: The language that problems are told in.
    """
    return {
        "choice": {
            "clinic": proof.choice.clinic,
            "handout": proof.choice.handout,
            "layout": proof.choice.layout,
            "language": proof.choice.language,
        },
        "options": {
            "clinic": [_option(each) for each in proof.options.clinics],
            "handout": [_option(each) for each in proof.options.handouts],
            "layout": [_option(each) for each in proof.options.layouts],
            "language": [_option(each) for each in proof.options.languages],
        },
        "languages": [_option(each) for each in proof.options.spoken],
        "sheets": [_sheet(each) for each in proof.sheets],
        "checked": proof.checked,
        "problems": [problem_data(each, editor, messages) for each in proof.problems],
    }


def _option(option: Option) -> dict[str, Any]:
    return {"id": option.id, "names": dict(option.names), "ordered": option.ordered}


def _sheet(sheet: ProofSheet) -> dict[str, Any]:
    return {
        "edition": sheet.edition,
        "languages": list(sheet.languages),
        "status": sheet.status,
        "limited": sheet.limited,
        "old": sheet.old,
        "pages": [_page(page) for page in sheet.pages],
    }


def _page(page: ProofPage) -> dict[str, Any]:
    return {
        "id": page.picture.id,
        "width": page.picture.width,
        "height": page.picture.height,
        "blank": page.picture.blank,
        "fullness": None if page.fullness is None else round(page.fullness, 3),
    }


def problem_data(told: Told, editor: str, messages: Messages = ENGLISH) -> dict[str, Any]:
    """Return a problem with its place, a link to it, and the line around it in three parts."""
    problem, at = messages.problem(told.problem), told.problem.at
    return {
        "code": problem.code,
        "kind": _KINDS.get(problem.code[:1], "note"),
        "here": told.here,
        "message": problem.message,
        "hint": problem.hint,
        "file": at.file if at else "",
        "name": Path(at.file).name if at else "",
        "line": at.line if at else 0,
        "column": at.column if at else 0,
        "place": str(at) if at else "",
        "link": editor_link(editor, at) if at else "",
        "excerpt": _excerpt(told.line, at) if at and told.line.strip() else None,
    }


def _excerpt(line: str, at: Span) -> list[str]:
    """Cut a line into what stands before a place, the place, and what comes after it."""
    start = min(at.column - 1, len(line))
    end = min(max(start + at.end - at.start, start + 1), len(line))
    before, marked, after = line[:start].lstrip(), line[start:end], line[end:].rstrip()
    if len(before) > _BEFORE:
        before = "…" + before[-_BEFORE:]
    if len(marked) > _WITHIN:
        marked, after = marked[:_WITHIN] + "…", ""
    if len(after) > _AFTER:
        after = after[:_AFTER] + "…"
    return [before, marked, after]
