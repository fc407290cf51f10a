"""Who answers for what: figures with a source and an approver, approvals that are real, nothing left to be filled in."""

import re
from collections.abc import Iterator
from datetime import date

from handouts.checks.figures.quantities import durations, quantities
from handouts.checks.lists.patterns import in_any_language, pattern
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem, Span
from handouts.languages import LANGUAGES
from handouts.model import Content, Handout
from handouts.wording.placeholders import names_in, placeholder

_BLANK = re.compile(r"\A\W*(?:todo|tbd|tba|fixme|x+|n/?a)?\W*\Z", re.IGNORECASE)
_MARKS = re.compile(r"\b(?:TODO|TBD|FIXME)\b|(?i:\bx{3,}\b|\blorem ipsum\b)|\?{3,}|\A\W*(?:\?+|(?i:n/a))\W*\Z")
_ALL = re.compile(r"(?s).*")
_NO_SOURCE = re.compile(
    r"\b(?:chat ?gpt|gpt-?\d|copilot|gemini|claude|deepseek|wikip[eé]di[ae]|facebook|tiktok|instagram|reddit|pinterest|youtube)\b",
    re.IGNORECASE,
)
_IN_PROSE = frozenset({"text", "short", "items", "reason", "duration", "answer", "note", "rows", "signs", "label"})


def check_approvals(manuscript: Manuscript, today: date) -> Iterator[Problem]:
    """Check the figures, the approvals and the dates of the content, and what still has to be written."""
    content = manuscript.content
    yield from _figures(content)
    yield from _no_sources(content)
    for ident, handout in content.handouts.items():
        yield from _approval(handout, ident, today)
        yield from _holds(handout, ident)
        if handout.approval.status == "approved":
            yield from _unapproved_figures(manuscript, ident)
    for piece, language in manuscript.texts():
        yield from _unfinished(manuscript, piece, language)
    for piece in manuscript.pieces:
        yield from _typed_figures(manuscript, piece)


def _figures(content: Content) -> Iterator[Problem]:
    for name, figure in content.durations.items():
        for field, what in (("source", "source"), ("approved_by", "approver")):
            if _is_nobody(getattr(figure, field)):
                message = f"the figure {name} has no {what}: “{getattr(figure, field)}”"
                hint = "say where it comes from, or take the figure out" if field == "source" else "name the clinician"
                yield Problem("E455", message, figure.at.of(field), hint)


def _no_sources(content: Content) -> Iterator[Problem]:
    """Find sources in which nobody answers for what is said."""
    named = [(source.title, source.at.of("title")) for each in content.handouts.values() for source in each.sources]
    for title, at in (*named, *((figure.source, figure.at.of("source")) for figure in content.durations.values())):
        if found := _NO_SOURCE.search(title):
            message = f"“{found[0]}” is no source: nobody there answers for what it says"
            yield Problem("E455", message, at, "name the guideline, the study or the sheet that says so")


def _is_nobody(name: str) -> bool:
    return _BLANK.match(name) is not None or in_any_language("nobody", name) is not None


def _has_not_approved(name: str) -> bool:
    """Whether what stands in the place of a name says that nobody has approved it."""
    return _is_nobody(name) or in_any_language("not_yet", name) is not None


def _approval(handout: Handout, ident: str, today: date) -> Iterator[Problem]:
    approval = handout.approval
    if approval.status == "approved" and approval.by and _has_not_approved(approval.by):
        message = f"{ident} is approved by “{approval.by}”, which names nobody"
        yield Problem("E455", message, approval.at.of("by"), "name the clinician, or set `status: draft`")
    for day, at, what in (
        (handout.reviewed, handout.at.of("reviewed"), "reviewed"),
        (approval.on, approval.at.of("on"), "approved"),
    ):
        if day is not None and day > today:
            message = f"{ident} is {what} on {day}, which has not come yet"
            yield Problem("E462", message, at, "write the day on which it was done; a date to come cannot be true")


def _holds(handout: Handout, ident: str) -> Iterator[Problem]:
    """Find an approval older than the last review, or given by someone who is no clinician."""
    approval = handout.approval
    if approval.status == "approved" and approval.on is not None and approval.on < handout.reviewed:
        message = f"{ident} was approved on {approval.on}, before its review of {handout.reviewed}"
        hint = "have what the review changed approved too, then write that day after `on:`"
        yield Problem("W462", message, approval.at.of("on"), hint)
    if approval.status != "approved" or approval.role is None:
        return
    for language, role in approval.role.words.items():
        if pattern(language, "no_clinician").search(role) and not pattern(language, "clinician").search(role):
            message = f"{ident} is approved by someone who is no clinician: “{role}”"
            hint = "a doctor, a nurse, a pharmacist or the like answers for what patients are told"
            yield Problem("W462", message, approval.role.span(language), hint)


def _unapproved_figures(manuscript: Manuscript, ident: str) -> Iterator[Problem]:
    """Find figures that nobody approved yet in a handout that says it is approved."""
    content = manuscript.content
    named: dict[str, Span | None] = {}
    for piece in manuscript.by_owner.get(("handouts", ident), ()):
        for language, typed in piece.text.words.items():
            for name in names_in(typed):
                named.setdefault(name, manuscript.at(piece, language, "{" + name + "}"))
    durations = content.durations
    unapproved = [name for name in named if name in durations and _has_not_approved(durations[name].approved_by)]
    if len(unapproved) == 1:
        name = unapproved[0]
        message = f"{ident} is approved, but nobody has approved its figure {name}"
        yield Problem("E455", message, named[name], f"have `approved_by:` of {name} filled in, or set `status: draft`")
    elif unapproved:
        message = (
            f"{ident} is approved, but nobody has approved {len(unapproved)} of its figures: {', '.join(unapproved)}"
        )
        hint = "have `approved_by:` of each filled in, or set `status: draft`"
        yield Problem("E455", message, content.handouts[ident].approval.at.of("status"), hint)


def _unfinished(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    typed = manuscript.typed(piece, language)
    nothing = piece.field != "rows" and not any(sign.isalnum() for sign in typed)
    if found := _ALL.match(typed) if nothing else _MARKS.search(typed) or in_any_language("unfinished", typed):
        message = f"“{found[0].strip()}” is still to be written"
        at = manuscript.at(piece, language, found[0], typed[: found.start()])
        yield Problem("E205", message, at, "write the text, in both languages")


def _typed_figures(manuscript: Manuscript, piece: Piece) -> Iterator[Problem]:
    """Find stretches of time that stand in prose, where nobody approves or overrides them; each once, in one language."""
    languages = [each for each in manuscript.languages if each in piece.text.words]
    if piece.section is None or piece.field not in _IN_PROSE or not languages:
        return
    typed = {each: manuscript.typed(piece, each) for each in languages}
    found_in = {
        each: [
            one for one in durations(typed[each]) if not (_is_an_age(typed[each], one, each) or _is_of_a_gesture(one))
        ]
        for each in languages
    }
    language = max(languages, key=lambda each: len(found_in[each]))
    for found in found_in[language]:
        ident = piece.owner[1]
        message = f"“{found[0]}” is typed into {ident}: it has no source, no approver, and clinics cannot change it"
        hint = "give it a name under `durations:` and write that name in braces in every language"
        if same := _of_the_same_length(found[0], language, manuscript.content):
            hint = f"if it is the same as {placeholder(same)}, write that in every language; else give it a name of its own under `durations:`"
        elif example := next(iter(manuscript.content.durations), None):
            hint = (
                f"give it a name under `durations:` and write it in every language as {placeholder(example)} is written"
            )
        at = manuscript.at(piece, language, found[0], typed[language][: found.start()])
        yield Problem("W455", message, at, hint)


def _of_the_same_length(found: str, language: str, content: Content) -> str:
    """Return the name of the first figure that prints as much as was typed; empty where there is none."""
    typed, write = quantities(found, language).values, LANGUAGES[language].quantity
    figures = ((name, write(each.value, each.to, each.unit)) for name, each in content.durations.items())
    return next((name for name, printed in figures if quantities(printed, language).values == typed), "")


def _is_of_a_gesture(found: re.Match[str]) -> bool:
    """Whether it is how long a gesture takes, which is part of how it is done: `pressez 10 minutes`."""
    return found["unit"].casefold() in {"minute", "minutes", "min"}


def _is_an_age(typed: str, found: re.Match[str], language: str) -> bool:
    """Whether it is an age, which no clinic sets: `enfants de moins de 12 ans`, `you are 65 years old`, a baby's months."""
    in_years = found["unit"].casefold() in {"an", "ans", "year", "years"} or pattern(language, "infants").search(typed)
    before = pattern(language, "aged").search(typed, 0, found.start())
    return bool(in_years and (before or pattern(language, "and_older").match(typed, found.end())))
