"""Days in their order: of a timeline, whose stages may overlap, and of a checklist, whose days are each in one place."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from handouts.checks.lists.patterns import pattern
from handouts.errors import Problem, Span
from handouts.languages import LANGUAGES
from handouts.model import Text
from handouts.model import blocks as model

Days = Sequence[model.Stage | model.ChecklistDay]

_MUCH_LATER, _LATER = 2, 14  # times the day, and days after it, on which all later stages have ended
_PLACES: Final = {"the_day_before": 1, "days_before": 0, "the_day_itself": 2, "the_day_after": 3}
"""Patterns of when something is, beside the day of a treatment, and where that is among the others; the narrower first."""


def check_days(block: model.Block) -> Iterator[Problem]:
    """Read the days of a block that has some."""
    if isinstance(block, model.Timeline):
        yield from _out_of_order(block.stages)
        yield from _too_long(block.stages)
        yield from _labels(block.stages)
    elif isinstance(block, model.Checklist):
        yield from _out_of_order(block.days)
        yield from _labels(block.days)
        yield from _apart(block.days)


def _out_of_order(days: Days) -> Iterator[Problem]:
    latest = -1
    for day in days:
        begins = day.first if day.first is not None else getattr(day, "after", None)
        last = day.last if day.last is not None else begins
        if begins is not None and begins < latest:
            message = f"day {begins} comes after day {latest}"
            yield Problem("W453", message, _first_of(day), "put the days in their order")
        if begins is not None and last is not None and last < begins:
            message = f"these days end ({last}) before they begin ({begins})"
            yield Problem("W453", message, day.at.of("last"), "give the first day first")
        latest = max(latest, begins if begins is not None else -1)


def _too_long(stages: Sequence[model.Stage]) -> Iterator[Problem]:
    """Find a stage that goes on long after all the later ones have ended: days 2 to 70, then 7 to 10."""
    for number, stage in enumerate(stages):
        later = stages[number + 1 :]
        ends = [each.last or each.first or 0 for each in later if each.first is not None]
        if stage.last is None or not ends or any(each.after is not None for each in later):
            continue
        if stage.last >= max(_MUCH_LATER * max(ends), max(ends) + _LATER):
            message = f"these days end with day {stage.last}, and all that follows ends with day {max(ends)}"
            yield Problem("W453", message, stage.at.of("last"), "see whether `last:` is a slip")


def _first_of(day: model.Stage | model.ChecklistDay) -> Span | None:
    return day.at.of("first") if day.first is not None else day.at.of("after")


def _apart(days: Sequence[model.ChecklistDay]) -> Iterator[Problem]:
    """Find a day that two lists of boxes are for, and one between two stretches of days that none is for."""
    dated = [day for day in days if day.first is not None]
    for before, day in pairwise(dated):
        ended, begins = before.last or before.first, day.first
        if ended is None or begins is None or begins < (before.first or 0):
            continue
        if begins <= ended:
            message = f"day {begins} is among the days before as well, which end with day {ended}"
            yield Problem("W453", message, day.at.of("first"), "give each day its boxes once")
        elif begins > ended + 1 and before.last is not None and day.last is not None:
            message = f"no box is for day {ended + 1}: the days before end with day {ended}"
            yield Problem("W453", message, day.at.of("first"), "see whether `first:` here or `last:` there is a slip")


def _labels(days: Days) -> Iterator[Problem]:
    """Find words for a day that comes before the one above it: `the next day`, then `treatment day`."""
    latest, above = -1, ""
    for day in days:
        if day.label is None:
            continue
        place = _place_of(day.label)
        language, said = next(iter(day.label.words.items()))
        if 0 <= place < latest:
            message = f"“{said}” comes after “{above}”"
            yield Problem("W453", message, day.label.span(language), "put the days in their order")
        if place >= latest:
            latest, above = place, said


def _place_of(label: Text) -> int:
    """Return where the words of a label stand among those of all days; -1 where nothing tells."""
    for language, words in label.words.items():
        for name, place in _PLACES.items():
            if language in LANGUAGES and pattern(language, name).search(words):
                return place
    return -1
