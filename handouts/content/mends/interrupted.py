"""Names that stand in the wrong place, or twice, because lines were pasted amid an item: what they were meant to be.

YAML often reads them without a word. Here the lines are mended in the ways that make that come about.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from handouts.content.decoding import SourceText
from handouts.content.lines.drafts import with_lines
from handouts.content.lines.source_rows import Row, extent, row_above, row_of
from handouts.content.lines.trouble import Mistake, mistake_at
from handouts.content.mends.amid_part import part_amid
from handouts.content.mends.mends import Mend
from handouts.content.mends.omissions import half_commented
from handouts.content.mends.trials import Trial
from handouts.content.names.suggestions import move, spaces
from handouts.content.names.vocabulary import known_names
from handouts.errors import Problem

_MOST_AROUND = 3  # items that an item stands in
_MOST_TRIED = 3  # problems of a file, of which one is perhaps where the rest of the item goes on
_MOST_LINES = 60  # of a run that was pasted, where nothing but its length can tell
_LEAST_LINES = 2
_DASH = 2  # columns
_OF_SHAPE = ("E101", "E102", "E103", "E104")


def interrupted(source: SourceText, twice: Problem) -> Mistake | None:
    """Find what made a name stand twice, and what the lines are to be read as; None where it was just typed again."""
    if twice.at is None:
        return None
    row = row_of(source, twice.at.line)
    amid = part_amid(source, row)
    if amid or row.dashes:
        return amid
    trial = Trial(source, row.number)
    wanting = trial.wanting({})
    for mend in (*half_commented(source, row), *pasted_amid(source, row)):
        outcome = trial.outcome(mend.lines, 1)
        more = trial.wanting(mend.lines) - wanting
        if outcome and outcome.is_clean and (more < 0 or (mend.code == "E158" and not more)):
            return _mistake(source, mend)
    if mistake := _begins_too_far_in(source, row, trial):
        return mistake
    dashed = {row.number: " " * (row.indent - _DASH) + "- " + row.text.lstrip()}
    outcome = trial.outcome(dashed, 1) if row.indent >= _DASH else None
    if outcome and outcome.is_clean and trial.wanting(dashed) <= wanting:
        return Mistake(twice, row.number, with_lines(source, dashed), sound=True)
    return None


def _begins_too_far_in(source: SourceText, row: Row, trial: Trial) -> Mistake | None:
    """Find the first line of an item, right above a name of it, that seems to begin an item of a list further in."""
    above = row_above(source, row)
    shift = above.indent - row.indent + _DASH
    if not above.dashes or shift <= _DASH or row.indent < _DASH:
        return None
    moved = {above.number: above.text[shift:]}
    outcome = trial.outcome(moved, 1)
    if not outcome or not outcome.is_clean or trial.wanting(moved) > trial.wanting({}):
        return None
    many, text = spaces(shift), with_lines(source, moved)
    message = f"this line begins {many} too far to the right"
    return mistake_at("E164", message, move(-shift), extent(source, above), text, sound=True)


def without_wake(problems: Sequence[Problem], files: Mapping[str, SourceText]) -> list[Problem]:
    """Tell lines that were pasted amid an item in place of what comes of them, down to where that item ends."""
    kept: list[Problem] = []
    for file in dict.fromkeys(each.at.file if each.at else "" for each in problems):
        found = [each for each in problems if (each.at.file if each.at else "") == file]
        kept += _without_wake(found, files[file]) if file in files else found
    return kept


def _without_wake(problems: list[Problem], source: SourceText) -> list[Problem]:
    shapes = sorted(each.at.line for each in problems if each.at and each.code in _OF_SHAPE)
    for line in list(dict.fromkeys(shapes))[:_MOST_TRIED]:
        row = row_of(source, line)
        trial = Trial(source, line)
        before, wanting = trial.outcome({line: row.text}, 1), trial.wanting({})
        for mend in pasted_amid(source, row) if before and not before.is_clean else ():
            outcome = trial.outcome(mend.lines, 1)
            if outcome and outcome.is_clean and trial.wanting(mend.lines) <= wanting:
                wake = _wake(source, row_of(source, min(mend.lines)), row)
                rest = [each for each in problems if each.at and each.at.line not in wake]
                return [*rest, _mistake(source, mend).problem]
    return problems


def pasted_amid(source: SourceText, row: Row) -> Iterator[Mend]:
    """Yield the runs of lines above a line without which an item goes on there, or a little higher."""
    for first in _items_around(source, row):
        for end in (*_ends(source, first, row.number - 1), row):
            yield _run(source, first, end)


def pasted_from(source: SourceText, row: Row) -> Iterator[Mend]:
    """Yield the runs of lines that begin on a line with a dash, without which an item goes on below them."""
    begins_no_list = _begins_no_list(source, row)
    for end in _ends(source, row, row.number + _MOST_LINES) if row.dashes else ():
        if end.indent > row.indent or (begins_no_list and not end.dashes):
            yield _run(source, row, end)


def _begins_no_list(source: SourceText, row: Row) -> bool:
    """Whether names without a dash stand in the column of a dash, in the same group above it."""
    above = row_above(source, row)
    while above.indent > row.indent and above.number > 1:
        above = row_above(source, above)
    return above.indent == row.indent and not above.dashes


def _ends(source: SourceText, first: Row, last: int) -> Iterator[Row]:
    """Yield the lines, down to the last, at which the item may go on that another one interrupts from `first` on."""
    for number in range(first.number + _LEAST_LINES, min(last, source.lines) + 1):
        row = row_of(source, number)
        if row.is_read and row.indent != first.indent and (row.name in known_names() or row.dashes):
            yield row


def _run(source: SourceText, first: Row, row: Row) -> Mend:
    """Say that the lines from `first` to the one above `row` were pasted amid an item."""
    cut = dict.fromkeys(range(first.number, row.number), "")
    around = _interrupted_by(source, first)
    lines = f"lines {first.number} to {row.number - 1}"
    message = f"this item stands in the middle of the one that begins on line {around.number}"
    last = _end(source, min(first.indent, row.indent - 1), row)
    hint = f"move {lines} under line {last}, where that item ends"
    goes_on = {row.number: row.text}  # and is still a name then, not the end of a text above the run
    return Mend(cut | goes_on, len(cut), "E164", message, hint, extent(source, first), draft=cut)


def _wake(source: SourceText, first: Row, row: Row) -> set[int]:
    """Return the lines of which problems come of what was pasted from `first` on: down to the end, and the head."""
    last = _end(source, min(first.indent, row.indent - 1), row)
    return {_interrupted_by(source, first).number, *range(first.number, last + 1)}


def _interrupted_by(source: SourceText, first: Row) -> Row:
    """Return the first line of the item in whose middle another one begins."""
    around = row_above(source, first)
    while around.number > 1 and not (around.dashes and around.indent <= first.indent):
        around = row_above(source, around)
    return around


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


def _end(source: SourceText, column: int, row: Row) -> int:
    """Return the last line, from `row` on, of what stands further in than a column."""
    below = (row_of(source, number) for number in range(row.number + 1, source.lines + 1))
    inside = takewhile(lambda each: each.indent > column, (each for each in below if each.is_read))
    return max((each.number for each in inside), default=row.number)


def _mistake(source: SourceText, mend: Mend) -> Mistake:
    text = with_lines(source, mend.draft or mend.lines)
    return mistake_at(mend.code, mend.message, mend.hint, mend.at, text, sound=True)
