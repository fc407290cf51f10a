"""Warning signs: enough of them, the worst under 911, and days in their order."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from handouts.checks.lists.patterns import all_in_any_language, in_any_language, pattern
from handouts.checks.safety.days import check_days
from handouts.checks.text.manuscript import Manuscript
from handouts.errors import Problem
from handouts.languages import LANGUAGES
from handouts.model import blocks as model
from handouts.wording.unwritten import is_unwritten

LEAST_SIGNS = 4
_ESSENTIAL: Final = (
    ("emergency", "trouble breathing or swallowing", "trouble_breathing"),
    ("same_day", "fever", "fever"),
    ("same_day", "infection: pus, heat or an area that spreads", "infection"),
)
"""What every sheet after a skin treatment names: at which level, as people are told of it, the pattern that finds it."""
_SERVICES = frozenset({"911", "811", "211", "311", "511", "711", "988"})
"""Short numbers that someone answers in Quebec."""


def check_signs(manuscript: Manuscript) -> Iterator[Problem]:
    """Check the warnings, timelines and short telephone numbers of each handout."""
    for ident, handout in manuscript.content.handouts.items():
        warnings = [block for block in handout.blocks if isinstance(block, model.Warning)]
        if _are_written(warnings):
            yield from _too_few(ident, warnings)
            yield from _missing(ident, warnings, may_be_infected=_may_be_infected(manuscript, ident))
        yield from _misplaced(manuscript, warnings)
        yield from _twice(warnings)
        for block in handout.blocks:
            yield from check_days(block)
    yield from _wrong_numbers(manuscript)


def _are_written(warnings: Sequence[model.Warning]) -> bool:
    return not any(is_unwritten(sign) for warning in warnings for sign in warning.signs)


def _too_few(ident: str, warnings: Sequence[model.Warning]) -> Iterator[Problem]:
    count = sum(len(warning.signs) for warning in warnings)
    if warnings and count < LEAST_SIGNS:
        message = f"{ident} has too few warning signs: {count} of at least {LEAST_SIGNS}"
        hint = "say what to call 911 for, what to see a doctor for the same day, and what to call the clinic for"
        yield Problem("W454", message, warnings[0].at.of("signs"), hint)


def _missing(ident: str, warnings: Sequence[model.Warning], *, may_be_infected: bool) -> Iterator[Problem]:
    """Find signs that every sheet after a treatment of the skin has; of infection only where there can be one."""
    for level, sign, named in _ESSENTIAL if may_be_infected else _ESSENTIAL[:1]:
        at_level = [warning for warning in warnings if warning.level == level]
        said = [words for warning in at_level for text in warning.signs for words in text.words.values()]
        higher = [
            words
            for each in warnings
            if each.level == "emergency"
            for text in each.signs
            for words in text.words.values()
        ]
        if at_level and not any(
            in_any_language(named, words) for words in (*said, *(higher if level != "emergency" else ()))
        ):
            place = "911" if level == "emergency" else "the same day"
            message = f"{ident} does not name this sign under “{place}”: {sign}"
            hint = "add it; if this treatment cannot lead to it, write above this line   # allow W452: why not"
            yield Problem("W452", message, at_level[0].at.of("signs"), hint)


def _may_be_infected(manuscript: Manuscript, ident: str) -> bool:
    """Whether a handout is about skin, or speaks of wounds or needles, by what it says beside its warnings."""
    for piece in manuscript.by_owner.get(("handouts", ident), ()):
        is_head = piece.block is None or isinstance(piece.block, (model.MainMessage, model.KeyPoints))
        for words in piece.text.words.values() if not isinstance(piece.block, model.Warning) else ():
            if in_any_language("of_wounds", words) or (is_head and in_any_language("of_skin", words)):
                return True
    return False


def _misplaced(manuscript: Manuscript, warnings: Sequence[model.Warning]) -> Iterator[Problem]:
    """Find signs of danger to life for which no one would call 911."""
    for warning in warnings:
        if warning.level == "emergency":
            continue
        for text in warning.signs:
            for language in manuscript.languages:
                words = text.words.get(language, "")
                found = pattern(language, "danger").search(words)
                if found:
                    message = f"“{found[0]}” is a danger to life, but stands under `level: {warning.level}`"
                    yield Problem(
                        "E453", message, text.span(language), "move it to the warning with `level: emergency` (911)"
                    )
                    break


def _twice(warnings: Sequence[model.Warning]) -> Iterator[Problem]:
    """Find a sign that stands under two levels, alone or as the first of several: whom to call for it, nobody can tell."""
    known: list[tuple[str, str]] = []
    for warning in warnings:
        for text in warning.signs:
            language, words = next(iter(text.words.items()))
            said = words.casefold().strip(" .")
            level = next(
                (level for other, level in known if level != warning.level and _is_in(said, other, language)), None
            )
            known.append((said, warning.level))
            if level:
                message = f"“{words}” stands under `level: {level}` too"
                hint = "keep it where it is most urgent, or say how the two differ"
                yield Problem("W466", message, text.span(language), hint)


def _is_in(sign: str, other: str, language: str) -> bool:
    """Whether two signs are one, or one is the first of several that the other names: `fever`, `fever, or chills`."""
    short, long = sorted((sign, other), key=len)
    rest = long[len(short) :]
    if not (rest and long.startswith(short)):
        return sign == other
    return language in LANGUAGES and pattern(language, "or_another").search(rest) is not None


def _wrong_numbers(manuscript: Manuscript) -> Iterator[Problem]:
    for piece in manuscript.pieces:
        for language in manuscript.languages:
            words = manuscript.words(piece, language)
            other = in_any_language("other_option", words)
            if other and not in_any_language("info_social", words):
                message = f"at 811, a nurse answers option 1, not option {other['number']}"
                at = manuscript.at(piece, language, other["choice"], words[: other.start("choice")])
                yield Problem("E461", message, at, "write 811, option 1")
            for found in _short_numbers(words):
                number = found["number"]
                at = manuscript.at(piece, language, number, words[: found.start("number")])
                if "calls_info_sante" in found.re.groupindex and number != "811":
                    message = f"Info-Santé answers at 811, not at {number}"
                    yield Problem("E461", message, at, "write 811, option 1")
                elif number.replace("-", "") not in _SERVICES:
                    message = f"nobody answers at {number} in Quebec"
                    hint = "write 911 for an emergency, 811 for Info-Santé, or {clinic.phone}"
                    yield Problem("E461", message, at, hint)


def _short_numbers(words: str) -> list[re.Match[str]]:
    """Return each short number that people are told to call, once."""
    named = ("info_sante_number", "calls_short_number", "short_number")
    found = {each.start("number"): each for name in reversed(named) for each in all_in_any_language(name, words)}
    return [found[place] for place in sorted(found)]
