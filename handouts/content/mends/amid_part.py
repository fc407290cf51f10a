"""A whole clinic, handout or other part that was pasted in the middle of another one of its kind.

YAML reads on: the end of the part around becomes the end of the one that was pasted, or stands in no column at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from handouts.content.decoding import SourceText
from handouts.content.lines.cutting import part_around
from handouts.content.lines.drafts import with_lines
from handouts.content.lines.source_rows import Row, extent, row_above, row_of
from handouts.content.lines.trouble import Mistake, Trouble, mistake_at
from handouts.content.mends.left_edge import PART
from handouts.content.mends.trials import Trial
from handouts.content.mends.twice import NAMING, OF_WHOLE_PARTS
from handouts.content.ownership import Owner, ownership_in
from handouts.content.source_tree import MappingNode
from handouts.content.whereabouts import part_of_content
from handouts.errors import Problem

_MOST_TRIED = 6  # lines at which the part around perhaps goes on
_LAST_BLOCK = "contact"  # of every handout
_OF_TWO = ("E133", "E135")  # of a handout that has the sections of two
_TELLING = 2  # names that tell whose end it is; one may just be typed twice


class _Paste(NamedTuple):
    """A part amid another one, and the lines of the one that was pasted and of the end of the other."""

    pasted: Owner
    around: Owner
    copy: range
    tail: range


def stumbled_amid(trouble: Trouble) -> Mistake | None:
    """Find the part that was pasted above the line which YAML stumbles over."""
    return part_amid(trouble.source, trouble.row)


def part_amid(source: SourceText, row: Row) -> Mistake | None:
    """Find the part that was pasted amid another one, which goes on at a line or a little higher."""
    paste = _paste(source, row)
    return _mistake(source, paste) if paste else None


def without_wake(problems: Sequence[Problem], root: MappingNode, files: Mapping[str, SourceText]) -> list[Problem]:
    """Tell a handout that was pasted between two sections of another in place of what comes of it in both."""
    for source in {
        each.at.file: files[each.at.file] for each in problems if each.at and each.at.file in files
    }.values():
        lines = [each.at.line for each in problems if each.code in _OF_TWO and each.at and each.at.file == source.file]
        ends = [end for line in lines if (end := _after_last_block(source, line))]
        for paste in [paste for end in ends if (paste := _paste(source, end))]:
            ownership, amid = ownership_in(root), {paste.pasted, paste.around}
            wake = {one for one in problems if ownership.of(one.at) in amid and OF_WHOLE_PARTS.fullmatch(one.code)}
            wake |= {one for one in problems if one.code in NAMING and paste.pasted[1] in one.message.split()}
            problems = [*(one for one in problems if one not in wake), _mistake(source, paste).problem]
    return [*problems]


def _paste(source: SourceText, row: Row) -> _Paste | None:
    pasted = part_around(source, row.number)
    around = part_around(source, pasted[1].start - 1) if pasted else None
    if not pasted or not around or around[0][0] != pasted[0][0]:
        return None
    begin = pasted[1].start
    heading = next(n for n in range(begin, 0, -1) if row_of(source, n).name and not row_of(source, n).indent)
    head = [heading, *range(around[1].start, begin)]
    if not _is_cut(source, head, range(row.number, pasted[1].stop)):
        return None
    for end in islice(_ends(source, row, begin), _MOST_TRIED):
        copy, tail = range(begin, end.number), range(end.number, pasted[1].stop)
        if _is_whole(source, [heading, *copy], len(copy)) and _is_whole(source, [*head, *tail], len(head)):
            return _Paste(pasted[0], around[0], copy, tail)
    return None


def _is_cut(source: SourceText, head: Sequence[int], tail: Sequence[int]) -> bool:
    """Whether a part that ends where another one begins seems to go on further down."""
    if _trial(source, head, len(head)).wanting({}):
        return True
    rows, below = ([row_of(source, number) for number in lines] for lines in (head, tail))
    if any(row.value == _LAST_BLOCK for row in below):
        return not any(row.value == _LAST_BLOCK for row in rows)
    column = min((row.indent for row in rows if row.is_read and row.indent > PART), default=0)
    given = {row.name for row in rows if row.indent == column}
    return len({row.name for row in below if row.name and row.indent == column} - given) >= _TELLING


def _is_whole(source: SourceText, lines: Sequence[int], near: int) -> bool:
    """Whether some lines make a part in which nothing is missing or out of place, around one of them at least."""
    trial = _trial(source, lines, near)
    outcome = trial.outcome({near: trial.source.line(near)}, 1)
    return outcome is not None and outcome.is_clean and not trial.wanting({})


def _trial(source: SourceText, lines: Sequence[int], near: int) -> Trial:
    return Trial(SourceText.of(source.file, "\n".join(source.line(number) for number in lines)), near)


def _ends(source: SourceText, row: Row, begin: int) -> Iterator[Row]:
    """Yield the lines, from one upward, at which the part around may go on."""
    while row.number > begin + 1:
        if row.is_read:
            yield row
        row = row_above(source, row)


def _after_last_block(source: SourceText, line: int) -> Row | None:
    """Return the line after the first contact panel of the handout that a line is in."""
    part = part_around(source, line)
    rows = [row for number in (part[1] if part else ()) if (row := row_of(source, number)).is_read]
    panel = next((row for row in rows if row.name == "block" and row.value == _LAST_BLOCK), None)
    below = (row for row in rows if panel and row.number > panel.number and row.indent <= panel.indent)
    return next(below, None)


def _mistake(source: SourceText, paste: _Paste) -> Mistake:
    """Say that a part stands in the middle of another one; it is not read until it is moved."""
    pasted, around = part_of_content(*paste.pasted), part_of_content(*paste.around)
    last = max(number for number in paste.tail if row_of(source, number).is_read)
    message = f"{pasted} stands in the middle of {around}"
    hint = f"move lines {paste.copy[0]} to {paste.copy[-1]} under line {last}, the end of {around}"
    draft = with_lines(source, dict.fromkeys(paste.copy, ""))
    return mistake_at("E164", message, hint, extent(source, row_of(source, paste.copy[0])), draft, sound=True)
