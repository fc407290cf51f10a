"""Opening hours typed as a sentence: the lines that say the same in the content."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from handouts.content.names.suggestions import closest
from handouts.content.names.vocabulary import words_at
from handouts.content.values.corrections import one_hour

_HOUR = r"[0-9]{1,2}(?:\s*[hH:.]\s*[0-9]{2}(?![0-9])|\s*[hH]\b)?(?:\s*[aApP]\.?[mM]\b\.?)?"
_TOKEN = re.compile(
    rf"(?P<hour>{_HOUR}|\b(?:midi|noon)\b)|(?P<word>[^\W\d_]+)|(?P<dash>[-–—/])|[\s,;:.()'’]+", re.IGNORECASE
)
_TO = {"a", "à", "au", "aux", "to", "until", "jusqu", "jusque"}
_SMALL = {"de", "du", "des", "le", "la", "les", "et", "and", "from", "on", "h", "ouvert", "open", "day", "days"}
_HOURS = 2  # opens, closes
_ALWAYS = re.compile(
    r"24 ?(?:h|hours?|heures?)?(?:(?: ?/ ?| sur )24)?[ ,/]*7 ?(?:j|jours?|days?)?(?:(?: ?/ ?| sur )7)?", re.IGNORECASE
)
_Pair = tuple[tuple[str, str], str, str]


@dataclass
class _Stretch:
    """Days, as pairs of the first and the last of several, and the hours that are said of them."""

    days: list[tuple[str, str]] = field(default_factory=list)
    hours: list[str] = field(default_factory=list)


def in_lines(said: str) -> tuple[str, ...]:
    """Return the lines that say the same, each after its dash; nothing where it is not sure what is said."""
    if _ALWAYS.fullmatch(said.strip()):
        return (_line("monday", "sunday", '"0:00"', '"23:59"'),)
    stretches = list(_stretches(said.strip()))
    whole = all(each.days and each.hours and len(each.hours) % _HOURS == 0 for each in stretches)
    pairs = [
        (days, opens, closes)
        for each in stretches
        for days in each.days
        for opens, closes in zip(each.hours[::2], each.hours[1::2], strict=False)
    ]
    if not whole or not pairs or any(_minutes(closes) <= _minutes(opens) for _, opens, closes in pairs):
        return ()
    return tuple(_line(first, last, opens, closes) for (first, last), opens, closes in _together(pairs, weekdays()))


def _together(pairs: Iterable[_Pair], week: Sequence[str]) -> list[_Pair]:
    """Put days that follow each other, and have the same hours, on one line."""
    put: list[_Pair] = []
    for days, opens, closes in pairs:
        (first, last), *hours = put[-1] if put else (("", ""),)
        follows = first and week.index(last or first) + 1 == week.index(days[0])
        if follows and hours == [opens, closes]:
            put[-1] = ((first, days[1] or days[0]), opens, closes)
        else:
            put.append((days, opens, closes))
    return put


def in_lines_beside(name: object, said: object, opens: object, closes: object) -> tuple[str, ...]:
    """Return the lines that say the same as a name, what stands after it, and the hours that stand beside it."""
    return in_lines(f"{name} {said}") or (in_lines(f"{said} {opens} - {closes}") if opens and closes else ())


def _stretches(said: str) -> Iterator[_Stretch]:
    """Read on from left to right; a word that is none of these makes a stretch of nothing."""
    stretch, goes_to, at = _Stretch(), False, 0
    while at < len(said):
        found = _TOKEN.match(said, at)
        word = (found["word"] or "").casefold() if found else ""
        day = closest(word, weekdays()) if len(word) > 2 and word not in _TO | _SMALL else None  # noqa: PLR2004 (lun)
        if found is None or (word and not day and word not in _TO | _SMALL):
            yield _Stretch()
            return
        if day and stretch.hours:
            yield stretch
            stretch = _Stretch()
        if day and goes_to and stretch.days:
            stretch.days[-1] = (stretch.days[-1][0], day)
        elif day:
            stretch.days.append((day, ""))
        elif found["hour"]:
            stretch.hours.append(one_hour(found["hour"]))
        goes_to = bool(found["dash"]) or word in _TO or (goes_to and not (day or found["hour"]))
        at = found.end()
    yield stretch


def weekdays() -> tuple[str, ...]:
    """Return the words for the days of the week, from Monday on."""
    return words_at(("clinics", "", "hours", 0, "first"))


def _minutes(hour: str) -> int:
    hours, _, minutes = hour.strip('"').partition(":")
    return int(hours or 0) * 60 + int(minutes or 0)


def _line(first: str, last: str, opens: str, closes: str) -> str:
    days = f"first: {first}, last: {last}" if last else f"first: {first}"
    return f"- {{{days}, opens: {opens}, closes: {closes}}}"
