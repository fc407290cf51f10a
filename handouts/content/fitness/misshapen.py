"""What has another shape than it must have: a text, a list, a group or a value in the place of another, or nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handouts.content.mends.omissions import IF_COMMENT
from handouts.content.names.suggestions import FIRST_NAMES, bring_back, closest, did_you_mean, in_quotes, quoted
from handouts.content.names.vocabulary import names_at, shape_at, words_at
from handouts.content.source_tree import Loc, MappingNode, ScalarNode, SequenceNode, find
from handouts.content.values.addresses import in_parts
from handouts.content.values.closed_days import LEAVE_OUT, means_closed
from handouts.content.values.faults import Fault
from handouts.content.values.hours_in_words import in_lines
from handouts.content.values.shapes import (
    addition,
    approved,
    as_list,
    example_of,
    in_braces,
    in_each_language,
    is_shaped,
    list_without_head,
    names_with_dashes,
    on_one_line,
    shape_in_words,
    two_for_one,
)
from handouts.content.whereabouts import nearest
from handouts.errors import Problem, Span

_BARE = re.compile(r"[A-Za-z0-9_.-]+")
_FIGURE = re.compile(r"([0-9]+)(?:\s*(?:-|–|à|a|to)\s*([0-9]+))?")
_BULLETS = "•·●▪◦‣⁃∙–—*+>"  # what people put before an item in place of its dash
_TIGHT = re.compile(r"([a-z][a-z0-9_]*):(?!//)\S")


def complaint(fault: Fault, code: str, message: str, hint: str = "", at: Span | None = None) -> Iterator[Problem]:
    """Complain of a fault, at its place if no other is given."""
    yield Problem(code, message, at or fault.found.place, hint)


def wrong_shape(fault: Fault) -> Iterator[Problem]:
    """Complain of a text, a list or a group where another belongs, or of nothing at all."""
    if fault.empty:
        return nothing(fault)
    if isinstance(fault.found.node, ScalarNode) and (found := _TIGHT.match(fault.found.node.value or "")):
        return complaint(fault, "E167", f"there is no space after `{found[1]}:`", f"write `{found[1]}: ` with a space")
    if shape_at(fault.loc[:-1]) == "text" and isinstance(fault.found.node, MappingNode):
        return _one_name_too_many(fault, fault.found.node)
    if name := list_without_head(fault):
        return _without_head(fault, name)
    if at := names_with_dashes(fault):
        message = f"the names of {nearest(fault.loc)} take no dashes"
        return complaint(fault, "E168", message, "take the dash before each of them away", at)
    what, here = nearest(fault.loc), shape_in_words(fault.found.node)
    message, hint = _BELONGS[shape_at(fault.loc)](what, here, fault)
    return complaint(fault, "E103", message, hint) if message else iter(())


def _one_name_too_many(fault: Fault, node: MappingNode) -> Iterator[Problem]:
    """Complain of a name, such as `text:`, between a text and its languages."""
    each = [f"{name}: {in_quotes(text)}" for name in fault.languages if (text := node.text(name))]
    dash = "- " if isinstance(fault.loc[-2], int) else ""
    message = f"the languages of a text stand right under it, without `{fault.name}:` above them"
    said = dash + "   ".join(each)
    hint = f"delete the line `{fault.name}:`, and write in its place, each on a line of its own:   {said}"
    return complaint(fault, "E101", message, hint, fault.found.name_place)


def _without_head(fault: Fault, name: str) -> Iterator[Problem]:
    what = nearest(fault.loc)
    message = f"`{name}:` is missing above this list, and so are the other lines of {what} that stand before it"
    return complaint(fault, "E102", message, bring_back(names_at(fault.loc)), fault.found.node.span)


def _text(what: str, here: str, fault: Fault) -> tuple[str, str]:
    if pair := two_for_one(fault):
        return _in_two_items(what, fault, pair)
    message = f"{what} is a text in each language, and here is {here}"
    items = fault.found.node.items if isinstance(fault.found.node, SequenceNode) else ()
    if fault.name == "duration" and len(items) == 1 and isinstance(items[0], ScalarNode) and items[0].value:
        return message, f"write it without brackets:   duration: {items[0].value}"
    if fault.name == "duration" and str(fault.given).isdigit():
        return message, "write in each language of what, as in “2 hours”, or the name of a figure under `durations:`"
    return message, f"write it in each language:   {in_each_language(fault)}"


def _in_two_items(what: str, fault: Fault, pair: Sequence[str]) -> tuple[str, str]:
    """Say it at the first of two items that may be one text in each language, and nothing at the other."""
    item = in_braces(dict(zip(fault.languages, pair, strict=True)))
    message = f"{what} is a text in each language, and here and below is a text without one"
    hint = f"if they say the same, make them one item:   - {item}   Otherwise write each of them in each language"
    return (message, hint) if fault.given == pair[0] else ("", "")


def _list(what: str, here: str, fault: Fault) -> tuple[str, str]:
    return f"{what} is a list, and here is {here}", as_list(fault)


def _group(what: str, here: str, fault: Fault) -> tuple[str, str]:
    return f"{what} is a group of names, and here is {here}", _as_group(fault)


def _as_group(fault: Fault) -> str:
    """Write how to make a group of what stands there."""
    if meant := _meant_by_word(fault) or (in_parts(str(fault.given)) if fault.name == "address" else ""):
        return f"write   {fault.name}: {{ {meant} }}"
    if isinstance(fault.found.node, SequenceNode) and fault.name in _OF_IDS:
        return "take the dashes away: each id stands under it on a line of its own, with a colon after it"
    if fault.name == "hours" and (hint := _hours(fault)):
        return hint
    if isinstance(fault.loc[-1], int) and (example := example_of(fault.loc)):
        return f"write it like this:   - {example}"
    if str(fault.given).strip(" .") in {"", "…"}:  # of an example
        return "write in place of the three dots what belongs here"
    names = ", ".join(names_at(fault.loc)[:FIRST_NAMES])
    return f"write the names under it, each on its own line: {names}" if names else _EACH_NAME


_OF_IDS = {"services", "durations", "facts", "brands", "clinics", "handouts", "overrides"}
"""Groups of what has an id of its own."""

_EACH_NAME = "write the names under it, each on its own line"


def _hours(fault: Fault) -> str:
    if lines := in_lines(str(fault.given)):
        return f"write it like this:   {'   '.join(lines)}"
    return LEAVE_OUT if any(means_closed(word) for word in str(fault.given).split()) else ""


def _meant_by_word(fault: Fault) -> str:
    """Return the name and the word for it that a group was meant to hold, if its only word is one that it knows."""
    node = fault.found.node
    given = node.value if isinstance(node, ScalarNode) else None
    names = names_at(fault.loc)
    words = {word: name for name in names for word in words_at((*fault.loc, name))}
    if given and "file" in names and re.search(r"\.[A-Za-z]{3,4}\Z", given):
        return f"kind: file, file: {given}, alt: {_in_every(fault)}"
    if given and "value" in names and (number := _FIGURE.match(given)):
        value = f"{number[1]}, to: {number[2]}" if number[2] else number[1]
        if "reason" in names:
            return f"value: {number[1]}, reason: {_in_every(fault)}"
        unit = closest(given[number.end() :], words_at((*fault.loc, "unit"))) or "…"
        return f'value: {value}, unit: {unit}, min: …, max: …, source: "…", approved_by: "…"'
    word = closest(given, words) if given else None
    if given and not word and isinstance(fault.loc[-1], str):
        word = closest(re.split(r"[\s,;]", given)[0], words)
    if word == "approved":
        return approved(given or "", fault.languages)
    return f"{words[word]}: {word}" if word else ""


def _in_every(fault: Fault) -> str:
    return in_braces(dict.fromkeys(fault.languages, "…"))


def _value(what: str, here: str, fault: Fault) -> tuple[str, str]:
    node = fault.found.node
    only = node.items[0] if isinstance(node, SequenceNode) and len(node.items) == 1 else None
    word = only.value if isinstance(only, ScalarNode) else None
    if isinstance(node, MappingNode):  # a text in each language, perhaps
        word = node.text(fault.languages[0])
    message = f"{what} is a single value, and here is {here}"
    if word:
        value = word if _BARE.fullmatch(word) else in_quotes(word)
        return message, f"write it after the colon, on the same line:   {fault.name}: {value}"
    if isinstance(node, SequenceNode) and (
        several := [item.value for item in node.items if isinstance(item, ScalarNode)]
    ):
        return message, _one_of(fault, [value or "" for value in several])
    return message, "write it after the colon, on the same line"


def _one_of(fault: Fault, several: Sequence[str]) -> str:
    """Write one of several values after a name that takes one, and the last of a range where it has a name."""
    beyond = next((name for name in ("to", "last") if name in names_at(fault.loc[:-1])), "")
    if fault.name in _OF_PEOPLE:
        return f"write them in one:   {fault.name}: {in_quotes(', '.join(several))}"
    if not beyond or fault.name == beyond:
        return f"write one of them, and nothing else:   {fault.name}: {several[0]}"
    if len(several) == 2:  # noqa: PLR2004 (from one to the other)
        return f"write   {fault.name}: {several[0]}   and after it   {beyond}: {several[1]}   for all between them"
    return f"write   {fault.name}: {several[0]}   and each of the others in a line of its own"


_OF_PEOPLE = {"by", "approved_by", "source"}
"""Values of free words, which can name several."""

_BELONGS = {"text": _text, "list": _list, "group": _group, "value": _value}


def other_shape(fault: Fault, meant: str) -> str:
    """Write what else to do where a name was mistyped and what stands after it has another shape than it must have."""
    there = replace(fault, loc=(*fault.loc[:-1], meant))
    if meant == "duration" or fault.empty or is_shaped(fault.found.node, shape_at(there.loc)):
        return ""
    return next((problem.hint for problem in wrong_shape(there)), "")


def nothing(fault: Fault) -> Iterator[Problem]:
    """Complain of a name or a dash with nothing after it."""
    if shape_at(fault.loc[:-1]) == "text":
        if fault.name in fault.languages:
            hint = f'write the text after `{fault.name}:`, in quotes:   {fault.name}: "..."'
            return iter((replace(no_language(fault, fault.name, fault.loc[:-1]), hint=hint),))
        return iter((foreign(fault, fault.name, fault.found.name_place),))
    after = "this dash" if isinstance(fault.loc[-1], int) else f"`{fault.name}:`"
    return complaint(fault, "E102", f"nothing is written after {after}", addition(fault))


def foreign(fault: Fault, language: str, at: Span) -> Problem:
    """Complain of a name in a text that is no language of the content."""
    *_, last = language.split()
    if language[:1].isalnum():
        hint = did_you_mean(language, fault.languages, "its languages: {words}")
    else:
        is_item = last in fault.languages and language[0] in _BULLETS
        hint = f"take what stands before `{last}:` away" if is_item else IF_COMMENT
    return Problem("E105", f"{quoted(language)} is not a language of this content", at, hint)


def no_language(fault: Fault, language: str, loc: Loc) -> Problem:
    """Complain of a text that one language lacks, perhaps because both stand in the other."""
    message = f"“{language}” is missing for {nearest(loc)}"
    entries = fault.found.node.entries.values() if isinstance(fault.found.node, MappingNode) else ()
    given = [entry.value.value or "" for entry in entries if isinstance(entry.value, ScalarNode)]
    if len(given) == 1 and (each := on_one_line(given[0], fault.languages)):
        return Problem("E104", message, fault.found.place, f"write each language on a line of its own:   {each}")
    return Problem("E104", message, fault.found.place, f'add   {language}: "..."')


def one_for_all(fault: Fault, unknown: str) -> Problem | None:
    """Complain of a name that is made of those of all languages, as in `fr/en:`; None where it is not."""
    if sorted(re.findall(r"\w+", unknown.casefold())) != sorted(fault.languages):
        return None
    found = find(fault.found.node, (unknown,))
    given = (found.node.value if isinstance(found.node, ScalarNode) else None) or ""
    each = on_one_line(given, fault.languages) or "   ".join(f'{language}: "..."' for language in fault.languages)
    hint = f"write each language on a line of its own:   {each}"
    return replace(foreign(fault, unknown, found.name_place), hint=hint)
