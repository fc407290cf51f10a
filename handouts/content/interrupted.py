"""Names that stand twice in an item because a line or a whole item was cut or pasted: what the lines were meant to be.

YAML reads them without a word. Here the lines are mended in the ways that make such names come twice.
"""

from collections.abc import Iterator

from handouts.content.decoding import SourceText
from handouts.content.drafts import with_lines
from handouts.content.source_rows import Row, extent, row_above, row_of
from handouts.content.trials import Trial
from handouts.content.trouble import Mistake, mistake_at
from handouts.errors import Problem

_MOST_AROUND = 3  # items that an item stands in
_DASH = 2  # columns


def interrupted(source: SourceText, twice: Problem) -> Mistake | None:
    """Find what made a name stand twice, and what the lines are to be read as; None where it was just typed again."""
    if twice.at is None:
        return None
    row = row_of(source, twice.at.line)
    if row.dashes:
        return None
    trial = Trial(source, row.number)
    wanting = trial.wanting({})
    for first in _items_around(source, row):
        cut = dict.fromkeys(range(first.number, row.number), "")
        outcome = trial.outcome(cut, 1)
        if outcome and outcome.is_clean and trial.wanting(cut) < wanting:
            return _in_the_middle(source, first, row, cut)
    dashed = {row.number: " " * (row.indent - _DASH) + "- " + row.text.lstrip()}
    outcome = trial.outcome(dashed, 1) if row.indent >= _DASH else None
    if outcome and outcome.is_clean and trial.wanting(dashed) <= wanting:
        return Mistake(twice, row.number, with_lines(source, dashed), sound=True)
    return None


def _items_around(source: SourceText, row: Row) -> Iterator[Row]:
    """Yield the first lines of the items that a line is in, from the innermost."""
    found, least, above = 0, row.indent, row
    while above.number > 1 and least and found < _MOST_AROUND:
        above = row_above(source, above)
        if above.indent < least:
            least = above.indent
            if above.dashes:
                found += 1
                yield above


def _in_the_middle(source: SourceText, first: Row, row: Row, cut: dict[int, str]) -> Mistake:
    """Say that an item was pasted between the lines of another, which goes on at `row`."""
    above = first
    while above.number > 1 and not (above is not first and above.dashes and above.indent == first.indent):
        above = row_above(source, above)
    last = row.number
    while last < source.lines and _goes_on(row_of(source, last + 1), first.indent):
        last += 1
    lines = f"lines {first.number} to {row.number - 1}"
    message = f"this item stands in the middle of the one that begins on line {above.number}"
    hint = f"move {lines} under line {last}, where that item ends"
    return mistake_at("E164", message, hint, extent(source, first), with_lines(source, cut), sound=True)


def _goes_on(row: Row, column: int) -> bool:
    return bool(row.text.strip()) and row.indent > column
