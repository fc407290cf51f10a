"""The report on a handout as what `json.dumps` takes."""

from collections.abc import Iterable
from typing import Any

from handouts.checks.plain.reading_formulas import levels
from handouts.checks.scores.checklists import Item, Shortfall
from handouts.checks.scores.report import Report
from handouts.errors import Span


def as_data(report: Report) -> dict[str, Any]:
    """Turn a report into plain data; shares and scores are percentages."""
    measured = report.readability
    return {
        "handout": report.handout,
        "language": report.language,
        "title": report.title,
        "sentences": measured.sentences,
        "words": measured.words,
        "words_per_sentence": round(measured.words_per_sentence, 1),
        "passive_percent": round(100 * report.passive, 1),
        "bold_percent": round(100 * report.bold, 1),
        "formulas": [
            {"name": level.formula, "value": round(level.value, 1), "aim": level.aim, "limit": level.limit}
            | {"high_is_easy": level.high_is_easy, "means": level.means, "band": level.band}
            for level in levels(measured, report.language)
        ],
        "hardest_sentences": [
            {"text": sentence.text, "words": sentence.words, **_place(sentence.at)} for sentence in report.hardest
        ],
        "pemat": {
            "understood": _checklist(report.understood, report.understood_score),
            "acted_on": _checklist(report.acted_on, report.acted_on_score),
        },
        "cdc": _checklist(report.cdc, report.cdc_score),
    }


def _checklist(items: Iterable[Item], score: float) -> dict[str, Any]:
    return {"score": round(score, 1), "items": [_item(item) for item in items]}


def _item(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "requirement": item.requirement,
        "verdict": item.verdict,
        "to_confirm": item.to_confirm,
        "why": item.why,
        "look_at": item.look,
        "codes": list(item.codes),
        "shortfalls": [_shortfall(each) for each in item.shortfalls],
    }


def _shortfall(shortfall: Shortfall) -> dict[str, Any]:
    said = {"code": shortfall.code or None, "message": shortfall.message, "hint": shortfall.hint}
    return said | _place(shortfall.at)


def _place(at: Span | None) -> dict[str, Any]:
    return (
        {"file": at.file, "line": at.line, "column": at.column} if at else {"file": None, "line": None, "column": None}
    )
