"""Names in braces: how they are found in text, and what may be named.

`{makeup_wait}` names a duration or a fact of the content, `{clinic.phone}` what the clinic gives,
`{handout.title}` the title. A brace that holds no name prints as typed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from handouts.content.decoding import SourceText
from handouts.content.names.suggestions import closest
from handouts.errors import Problem, Span
from handouts.model import Content

_NAME = re.compile(r"\{((?=[\d_.-]*[^\W\d_])\w[\w.-]*)\}")

CLINIC = "clinic."
CLINIC_FACTS = ("name", "phone", "after_hours", "website", "booking", "address", "city", "hours")
TITLE = "handout.title"


def placeholder(name: str) -> str:
    """Return a name as it stands in text."""
    return "{" + name + "}"


def names_in(text: str) -> tuple[str, ...]:
    """Return every name in braces, in order."""
    return tuple(_NAME.findall(text))


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield each stretch of text with the name that follows it; the last name is empty."""
    end = 0
    for match in _NAME.finditer(text):
        yield text[end : match.start()], match[1]
        end = match.end()
    yield text[end:], ""


def known_names(content: Content) -> tuple[str, ...]:
    """Return all that a text of the content may name."""
    return (*content.durations, *content.facts, *(CLINIC + fact for fact in CLINIC_FACTS), TITLE)


def is_known(name: str, content: Content) -> bool:
    """Return whether a text of the content may name this."""
    from_clinic = name.startswith(CLINIC) and name.removeprefix(CLINIC) in CLINIC_FACTS
    return name in content.durations or name in content.facts or from_clinic or name == TITLE


def unknown_name(name: str, content: Content, at: Span | None, beside: Sequence[str] = ()) -> Problem:
    """Say that nothing has this name, and what was likely meant: what only the other language names, if it does."""
    if at and at.end - at.start == len(name):  # after `duration:`, where no braces stand
        return Problem("E173", f"there is no duration `{name}`", at, _duration_instead(name, content))
    likely = next(iter(get_close_matches(name, beside, n=1, cutoff=0)), "") or _likely(name, content)
    return Problem("E173", f"nothing is named {placeholder(name)}", at, _name_instead(name, likely))


def _duration_instead(name: str, content: Content) -> str:
    if near := get_close_matches(name, content.durations, n=1):
        return f"write {near[0]}, if that is what you mean; if not, give it a value under `durations:`"
    if "_" in name:  # as no text has it
        return "give it a value under `durations:`"
    first, *others = content.languages
    said = ", ".join([f'{first}: "{name}"', *(f'{other}: "…"' for other in others)])
    return f"give it a value under `durations:`; if it is a text, write   duration: {{ {said} }}"


def _name_instead(name: str, likely: str) -> str:
    if likely and name.startswith(CLINIC):
        return f"write {placeholder(likely)}, if that is what you mean"
    if likely:
        return f"write {placeholder(likely)}, if that is what you mean; if not, name it under `durations:` or `facts:`"
    facts = ", ".join(placeholder(CLINIC + fact) for fact in CLINIC_FACTS)
    return f"a clinic has {facts}" if name.startswith(CLINIC) else "give it a value under `durations:` or `facts:`"


def _likely(name: str, content: Content) -> str:
    """Return the name that was likely meant: one that is spelled alike, another word for it, or what it prints."""
    fact = closest(name.removeprefix(CLINIC), CLINIC_FACTS)
    if fact and name.startswith(CLINIC):
        return CLINIC + fact
    known, sought = known_names(content), name.casefold()
    near = get_close_matches(name, known, n=1) or get_close_matches(sought, known, n=1)
    words = {each: " ".join(text.words.values()).casefold().split() for each, text in content.facts.items()}
    said = [each for each in words if sought in words[each]]
    return next(iter((*near, *said, *([CLINIC + fact] if fact else []))), "")


def locate(span: Span | None, fragment: str, occurrence: int, sources: Mapping[str, SourceText]) -> Span | None:
    """Narrow the span of a text to a fragment of it, where the source of its file is at hand.

    Args:
        span: Where the whole text stands.
        fragment: What to point at, as typed.
        occurrence: Which of several, from 0.
        sources: The files, by the name that spans give them.
    """
    if span is None or not fragment or span.file not in sources:
        return span
    source = sources[span.file]
    found = [match.start() for match in re.finditer(re.escape(fragment), source.text[span.start : span.end])]
    if occurrence >= len(found):
        return span
    start = span.start + found[occurrence]
    return source.span(start, start + len(fragment))
