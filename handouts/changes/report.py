"""What changed in one handout since it was approved, gathered: as data, for the terminal and for the page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from handouts.changes.comparing import Change, Changed
from handouts.changes.pages import Beside
from handouts.changes.tongues import Tongue
from handouts.changes.units import ANY, FIGURES
from handouts.changes.words import Piece
from handouts.errors import Span
from handouts.model import Handout
from handouts.signing import Record

_SIGNS = {"gone": ("[-", "-]"), "new": ("{+", "+}")}
_PAINT = {"gone": ("\x1b[31m", "\x1b[0m"), "new": ("\x1b[32m", "\x1b[0m")}
_AROUND = 40  # characters of what did not change on each side of what did


@dataclass(frozen=True, slots=True)
class Report:
    """What changed in one handout.

    Attributes:
        clinic: The name of the clinic that it is shown for.
        replaced: Pictures that are other ones now, by path.
        editions: Before and now.
        page: The file that shows them, once it is written.
    """

    ident: str
    title: str
    clinic: str
    handout: Handout
    record: Record
    changed: tuple[Changed, ...]
    replaced: tuple[str, ...] = ()
    editions: tuple[Beside, ...] = ()
    page: str | None = None

    @property
    def count(self) -> int:
        """How many things changed."""
        moved = sum(part.moved for part in self.changed)
        return sum(len(part.changes) for part in self.changed) + moved + len(self.replaced)

    def approved(self, tongue: Tongue) -> str:
        """Say who approved what, and when."""
        record = self.record
        return tongue.approved.format(version=record.version, by=record.by, on=record.on)

    def counted(self, tongue: Tongue) -> str:
        """Say how many things changed."""
        return tongue.counts[self.count != 1].format(count=self.count)


def heading_of(part: Changed, tongue: Tongue) -> str:
    """Return what a section is called."""
    if part.section in {"", FIGURES}:
        return tongue.figures if part.section else tongue.about
    return " / ".join(dict.fromkeys(part.heading.values()))


def lines(report: Report, tongue: Tongue, *, colors: bool) -> Iterator[str]:
    """Yield what changed, for a terminal."""
    yield f"{report.ident}{tongue.colon}{report.counted(tongue)}"
    yield f"  {report.approved(tongue)}"
    for part in report.changed:
        yield ""
        yield f"  {heading_of(part, tongue)}"
        if part.moved:
            yield f"    {tongue.moved}"
        for change in part.changes:
            yield f"    {tongue.where(change.where)}{_place(change.at)}"
            yield from (f"      {line}" for line in _in_languages(change, colors=colors))
    yield from (f"  {tongue.replaced_figure.format(path=path)}" for path in report.replaced)


def _place(at: Span | None) -> str:
    return f"  ({at.file}:{at.line})" if at else ""


def _in_languages(change: Change, *, colors: bool) -> Iterator[str]:
    for code in change.changed_languages:
        words = "".join(_shown(change.pieces[code], colors=colors))
        yield f"{code}  {words}" if code != ANY else f"    {words}"


def _shown(pieces: tuple[Piece, ...], *, colors: bool) -> Iterator[str]:
    for number, piece in enumerate(pieces):
        if piece.kind == "same":
            yield _cut(piece.text, first=number == 0, last=number == len(pieces) - 1)
            continue
        text, (before, after) = " ".join(piece.text.split()), _SIGNS[piece.kind]
        paint, end = _PAINT[piece.kind] if colors else ("", "")
        left, right = piece.text[:1].isspace() * " ", piece.text[-1:].isspace() * " "
        yield f"{left}{paint}{before}{text}{after}{end}{right}"


def _cut(text: str, *, first: bool, last: bool) -> str:
    """Leave out the middle of a stretch that did not change, or its far end."""
    text = " ".join(text.split("\n"))
    if first:
        return text if len(text) <= _AROUND else f"…{text[-_AROUND:]}"
    if last:
        return text if len(text) <= _AROUND else f"{text[:_AROUND]}…"
    return text if len(text) <= 2 * _AROUND else f"{text[:_AROUND]} … {text[-_AROUND:]}"


def as_data(report: Report) -> dict[str, Any]:
    """Return it as `json.dumps` takes it."""
    return {
        "handout": report.ident,
        "approved": {"by": report.record.by, "on": report.record.on, "version": report.record.version},
        "count": report.count,
        "sections": [_section(part) for part in report.changed],
        "replaced_pictures": list(report.replaced),
        "page": report.page,
    }


def _section(part: Changed) -> dict[str, Any]:
    return {
        "section": part.section or None,
        "heading": dict(part.heading),
        "moved": part.moved,
        "changes": [_change(change) for change in part.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    at = change.at
    pieces = {code or "*": list(_plain(found)) for code, found in change.pieces.items()}
    return {
        "where": change.where, "kind": change.kind, "file": at.file if at else None, "line": at.line if at else None,
        "words": pieces,
    }  # fmt: skip


def _plain(pieces: Iterable[Piece]) -> Iterator[dict[str, str]]:
    yield from ({"kind": piece.kind, "text": piece.text} for piece in pieces)
