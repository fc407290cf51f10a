"""Pydantic's errors -> problems in the words of a nurse, each at its exact place."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from pydantic import ValidationError

from handouts.content import spelling
from handouts.content.corrections import correction
from handouts.content.faults import Fault, faults
from handouts.content.shapes import addition, apart, as_list, in_each_language, meant_kind, shape_in_words
from handouts.content.source_tree import Loc, MappingNode, Node, ScalarNode, find
from handouts.content.strays import split_text, strays
from handouts.content.suggestions import closest, did_you_mean, quoted
from handouts.content.vocabulary import names_at, shape_at
from handouts.content.whereabouts import nearest
from handouts.errors import Problem, Span
from handouts.model.base import UnfitError

_WORD = re.compile(r"'([^']*)'")
_NAMED = re.compile(r"`(\w+):?`")
_REFERENCES = {
    "brands": "brand",
    "services": "service",
    "durations": "shared duration",
    "editions": "edition",
}
_TIGHT = re.compile(r"([a-z][a-z0-9_]*):(?!//)\S")


def complaints(
    error: ValidationError, root: Node, languages: tuple[str, ...], unsure: Collection[Loc] = ()
) -> list[Problem]:
    """Say what is wrong with content that does not fit the model.

    Args:
        error: Pydantic's.
        root: The tree that the content was made from.
        languages: That every text must have.
        unsure: Groups and parts that may hold more than could be read; nothing is said to be missing there.
    """
    details = error.errors(include_url=False)
    astray = strays(details, root, languages)
    explained = [each["loc"] for each in details if astray.explain(each)]
    around = {loc[:length] for loc in explained for length in range(len(loc))}  # short of what is explained
    rest = [
        each
        for each in details
        if not astray.explain(each) and not (each["type"] in {"too_short", "too_long"} and each["loc"] in around)
    ]
    told = (
        problem
        for fault in faults(rest, root, languages, unsure)
        for problem in _WORDING.get(fault.kind, _other)(fault)
    )
    return [*astray.problems, *told]


def _problem(fault: Fault, code: str, message: str, hint: str = "", at: Span | None = None) -> Iterator[Problem]:
    yield Problem(code, message, at or fault.found.place, hint)


def _unknown_name(fault: Fault) -> Iterator[Problem]:
    names = names_at(fault.loc[:-1])
    given = fault.around.node.entries if isinstance(fault.around.node, MappingNode) else {}
    if (twin := fault.name.lower()) != fault.name and twin in given:
        message = f"`{twin}` stands here twice, first at {given[twin].key}; capitals make no other name"
        return _problem(fault, "E154", message, "keep one of them", fault.found.name_place)
    message = f"`{fault.name}` is not a name that can stand in {nearest(fault.loc[:-1])}"
    hint = (
        did_you_mean(fault.name, [name for name in names if name not in given], "what else can stand here: {words}")
        or "delete the line"
    )
    return _problem(fault, "E101", message, hint, fault.found.name_place)


def _missing(fault: Fault) -> Iterator[Problem]:
    message = f"`{fault.name}` is missing in {nearest(fault.loc[:-1])}"
    return _problem(fault, "E102", message, addition(fault))


def _languages(fault: Fault) -> Iterator[Problem]:
    unknown, missing = fault.context["unknown"], fault.context["missing"]
    if (dash := split_text(fault.loc, fault.found.node, fault.around.node, missing)) is not None:
        yield from dash
        return
    meant = {closest(language, fault.languages) for language in unknown}
    if len(unknown) == len(missing) == 1 and not meant & {*fault.languages}:
        at = find(fault.found.node, (unknown[0],)).name_place
        yield replace(_foreign(fault, unknown[0], at), hint=did_you_mean(missing[0], missing))
        return
    for language in fault.context["missing"]:
        if language not in meant:
            yield _no_language(fault, language, fault.loc)
    for language in fault.context["unknown"]:
        yield _foreign(fault, language, find(fault.found.node, (language,)).name_place)


def _foreign(fault: Fault, language: str, at: Span) -> Problem:
    hint = did_you_mean(language, fault.languages, "its languages: {words}")
    return Problem("E105", f"{quoted(language)} is not a language of this content", at, hint)


def _no_language(fault: Fault, language: str, loc: Loc) -> Problem:
    message = f"“{language}” is missing for {nearest(loc)}"
    return Problem("E104", message, fault.found.place, f'add   {language}: "..."')


def _wrong_shape(fault: Fault) -> Iterator[Problem]:
    """Complain of a text, a list or a group where another belongs, or of nothing at all."""
    if fault.empty:
        return _nothing(fault)
    what, shape = nearest(fault.loc), shape_at(fault.loc)
    here = shape_in_words(fault.found.node)
    if isinstance(fault.found.node, ScalarNode) and (found := _TIGHT.match(fault.found.node.value or "")):
        return _problem(fault, "E167", f"there is no space after `{found[1]}:`", f"write `{found[1]}: ` with a space")
    if shape == "text":
        hint = f"write it in each language:   {in_each_language(fault)}"
        return _problem(fault, "E103", f"{what} is a text in each language, and here is {here}", hint)
    if shape == "list":
        return _problem(fault, "E103", f"{what} is a list, and here is {here}", as_list(fault))
    if shape == "group":
        names = ", ".join(names_at(fault.loc)[:6])
        hint = "write the names under it, each on its own line"
        hint = f"write the names under it, each on its own line: {names}" if names else hint
        return _problem(fault, "E103", f"{what} is a group of names, and here is {here}", hint)
    hint = "write it after the colon, on the same line"
    return _problem(fault, "E103", f"{what} is a single value, and here is {here}", hint)


def _nothing(fault: Fault) -> Iterator[Problem]:
    if shape_at(fault.loc[:-1]) == "text":
        if fault.name in fault.languages:
            return iter((_no_language(fault, fault.name, fault.loc[:-1]),))
        return iter((_foreign(fault, fault.name, fault.found.name_place),))
    after = "this dash" if isinstance(fault.loc[-1], int) else f"`{fault.name}:`"
    return _problem(fault, "E102", f"nothing is written after {after}", addition(fault))


def _choice(fault: Fault) -> Iterator[Problem]:
    if fault.empty:
        return _nothing(fault)
    words = _WORD.findall(fault.context["expected"])
    if not isinstance(fault.found.node, ScalarNode):
        return _wrong_shape(fault)
    message = f"{quoted(fault.given)} is not a word that `{fault.name}` knows"
    if "schema_version" in fault.loc:
        return _problem(fault, "E107", message, f"write {words[0]}: this program reads no other version")
    return _problem(fault, "E107", message, did_you_mean(str(fault.given), words))


def _block_kind(fault: Fault) -> Iterator[Problem]:
    kinds = _WORD.findall(fault.context.get("expected_tags", "")) or list(spelling.BLOCKS)
    entry = find(fault.found.node, ("block",))
    if not entry.complete and (meant := meant_kind(fault.found.node, kinds)):
        return _problem(fault, "E102", *meant)
    if not entry.complete or entry.node == ScalarNode(None, entry.node.span):
        message = f"{nearest(fault.loc)} does not say what kind of block it is"
        return _problem(
            fault, "E102", message, did_you_mean("", kinds, "add   block:   with one of: {words}"), entry.place
        )
    if not isinstance(entry.node, ScalarNode):
        return _problem(fault, "E103", "the kind of a block is a single word", "", entry.place)
    message = f"{quoted(entry.node.value)} is not a kind of block"
    return _problem(fault, "E107", message, did_you_mean(entry.node.value or "", kinds), entry.place)


def _pattern(fault: Fault) -> Iterator[Problem]:
    code, what, hint = spelling.PATTERNS.get(fault.context["pattern"], spelling.OTHER_PATTERN)
    hint = apart(fault) or correction(fault.context["pattern"], str(fault.given)) or hint
    at = fault.found.name_place if fault.loc[-1] == "[key]" else None
    return _problem(fault, code, f"{quoted(fault.given)} is not {what}" if code == "E108" else what, hint, at)


def _figure(fault: Fault) -> Iterator[Problem]:
    what, hint = spelling.FIGURES[fault.kind]
    hint = correction(fault.kind, str(fault.given)) or hint
    return _problem(fault, "E109", f"{quoted(fault.given)} is not {what}", hint)


def _bound(fault: Fault) -> Iterator[Problem]:
    bound, limit = next(iter(fault.context.items()))
    message, hint = _BOUNDS[bound]
    limit = f"{limit:g}"
    return _problem(
        fault, "E109", message.format(name=fault.name, limit=limit, given=fault.given), hint.format(limit=limit)
    )


_BOUNDS = {
    "ge": ("`{name}` must be at least {limit}, and is {given}", "write at least {limit}"),
    "gt": ("`{name}` must be more than {limit}, and is {given}", "write more than {limit}"),
    "le": ("`{name}` must be at most {limit}, and is {given}", "write at most {limit}"),
    "lt": ("`{name}` must be less than {limit}, and is {given}", "write less than {limit}"),
}


def _size(fault: Fault) -> Iterator[Problem]:
    least, most = fault.context.get("min_length"), fault.context.get("max_length")
    what, count = nearest(fault.loc), fault.context["actual_length"]
    hint = "add what is missing" if least else "move some to another block, or put two into one"
    message = (
        f"{what} needs at least {least} items, and has {count}"
        if least
        else f"{what} takes at most {most} items, and has {count}"
    )
    return _problem(fault, "E110", message, hint, fault.found.name_place)


def _long(fault: Fault) -> Iterator[Problem]:
    limit, length = fault.context["max_length"], len(str(fault.given))
    hint = "split it into several, or shorten it"
    return _problem(fault, "E106", f"this text has {length} characters, the limit is {limit}", hint)


def _rule(fault: Fault) -> Iterator[Problem]:
    """Complain in the validator's own words, at the first name that they mention."""
    error = fault.context["error"]
    named = [error.name] if isinstance(error, UnfitError) and error.name else _NAMED.findall(str(error))
    ways = [[int(part) if part.isdigit() else part for part in name.split(".")] for name in named]
    found = [find(fault.found.node, way) for way in ways]
    at = next((each.place for each in found if each.complete), fault.found.place)
    return _problem(fault, "E111", str(error), error.hint if isinstance(error, UnfitError) else "", at)


def _reference(fault: Fault) -> Iterator[Problem]:
    """Complain of a name that refers to nothing."""
    kind = _REFERENCES[fault.context["group"]]
    code = "E121" if kind == "edition" else "E120"
    hint = did_you_mean(str(fault.given), fault.context["ids"])
    at = fault.found.name_place if fault.loc[-1] == "[key]" else None
    return _problem(fault, code, f"there is no {kind} {quoted(fault.given)}", hint, at)


def _twice(fault: Fault) -> Iterator[Problem]:
    at = find(fault.found.node, (fault.context["number"],)).place
    return _problem(fault, "E127", f"{quoted(fault.context['word'])} stands in this list twice", "delete one", at)


def _reserved(fault: Fault) -> Iterator[Problem]:
    message = f"“{fault.given}” is a name that Windows keeps for itself, so no file can have it"
    return _problem(fault, "E126", message, "choose another name", fault.found.name_place)


def _other(fault: Fault) -> Iterator[Problem]:
    """Complain of what this table does not know, without the model's own jargon."""
    return _nothing(fault) if fault.empty else _wrong_shape(fault)


_WORDING: dict[str, Callable[[Fault], Iterator[Problem]]] = {
    "extra_forbidden": _unknown_name,
    "missing": _missing,
    "languages": _languages,
    "literal_error": _choice,
    "union_tag_invalid": _block_kind,
    "union_tag_not_found": _block_kind,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _long,
    "too_short": _size,
    "too_long": _size,
    "greater_than": _bound,
    "greater_than_equal": _bound,
    "less_than": _bound,
    "less_than_equal": _bound,
    "value_error": _rule,
    "reserved_name": _reserved,
    "unknown_reference": _reference,
    "named_twice": _twice,
    **dict.fromkeys(spelling.FIGURES, _figure),
}
