"""Pydantic's errors -> problems in the words of a nurse, each at its exact place."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from pydantic import ValidationError

from handouts.content.fitness import unfit_values, unknown_ids
from handouts.content.fitness.anatomy import PRINTED_WHOLE
from handouts.content.fitness.misshapen import (
    complaint,
    foreign,
    no_language,
    nothing,
    one_for_all,
    other_shape,
    wrong_shape,
)
from handouts.content.fitness.strays import dash_within_item, split_text, strays
from handouts.content.mends.omissions import IF_COMMENT
from handouts.content.names.suggestions import closest, did_you_mean, quoted
from handouts.content.names.vocabulary import names_at
from handouts.content.source_tree import Loc, MappingNode, Node, ScalarNode, find
from handouts.content.values import spelling
from handouts.content.values.addresses import typed_together
from handouts.content.values.closed_days import LEAVE_OUT, is_closed
from handouts.content.values.corrections import stretch_of_days
from handouts.content.values.faults import Fault, faults, hours_in, names_left
from handouts.content.values.hours_in_words import in_lines_beside
from handouts.content.values.shapes import addition, kinds_that_hold, meant_kind
from handouts.content.values.values_as_names import id_as_name, title_as_name
from handouts.content.whereabouts import nearest
from handouts.errors import Problem
from handouts.model.base import UnfitError

_TO = re.compile(r"\s*[-–—/,]\s*|\s+(?:à|a|to|au|et|and)\s+")
_WORD = re.compile(r"'([^']*)'")
_NAMED = re.compile(r"`(\w+):?`")
_SEVERAL = 3  # names that are missing in one group are told together


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
    found = faults(rest, root, languages, unsure)
    absent = [fault for fault in found if fault.kind == "missing"]
    many = [loc for loc, times in Counter(fault.loc[:-1] for fault in absent).items() if times >= _SEVERAL]
    together = [[fault for fault in absent if fault.loc[:-1] == loc] for loc in many]
    told = (
        problem
        for fault in found
        if fault.kind != "missing" or fault.loc[:-1] not in many
        for problem in _WORDING.get(fault.kind, _other)(fault)
    )
    return [*astray.problems, *map(_all_missing, together), *told]


def _unknown_name(fault: Fault) -> Iterator[Problem]:
    names = names_at(fault.loc[:-1])
    if id_as_name(fault.around.node, fault.loc[:-1]) == fault.name:
        return iter(())  # told where the id is missing
    if hint := title_as_name(fault.around.node, fault.loc[:-1]):
        message = "a title stands here in place of the name `title:`"
        return complaint(fault, "E101", message, hint, fault.found.name_place)
    given = fault.around.node.entries if isinstance(fault.around.node, MappingNode) else {}
    if (twin := fault.name.lower()) != fault.name and twin in given:
        message = f"`{twin}` stands here twice, first at {given[twin].key}; capitals make no other name"
        hint = "keep one of them"
        if isinstance(fault.given, str) and not isinstance(find(fault.around.node, (twin,)).node, ScalarNode):
            hint = IF_COMMENT
        return complaint(fault, "E154", message, hint, fault.found.name_place)
    message = f"`{fault.name}` is not a name that can stand in {nearest(fault.loc[:-1])}"
    return complaint(fault, "E101", message, _instead_of_name(fault, names), fault.found.name_place)


def _instead_of_name(fault: Fault, names: Collection[str]) -> str:
    """Say what to write in place of a name that cannot stand in a group."""
    left = names_left(fault.around.node, fault.loc[:-1])
    hint = did_you_mean(fault.name, left, "what else can stand here: {words}") or "delete the line"
    meant = closest(fault.name, left)
    if "opens" in names and is_closed(fault.name, fault.given):
        hint = LEAVE_OUT
    elif "opens" in names and (lines := in_lines_beside(fault.name, fault.given, *hours_in(fault.around.node))):
        hint = f"write it like this:   {'   '.join(lines)}"
    elif "first" in left and (days := stretch_of_days(str(fault.given))):
        hint = days
    elif {*fault.loc[-2:-1]} & {*PRINTED_WHOLE} and fault.name in {"editions", "short"}:
        hint = "delete the line: every edition prints this block, and prints it whole"
    elif fault.name == "unit" and "overrides" in fault.loc:
        hint = f"delete the line, and write the figure in the unit of `{fault.loc[-2]}` under `durations:`"
    elif meant and (how := other_shape(fault, meant)):
        hint = f"did you mean `{meant}`? If so, {how}"
    elif not meant and (re.search(r"\s", fault.name) or fault.name[:1].isupper()):
        hint = IF_COMMENT
    return hint


def _missing(fault: Fault) -> Iterator[Problem]:
    if title_as_name(fault.around.node, fault.loc[:-1]):
        return iter(())  # told at what stands in its place
    if at := dash_within_item(fault):
        message = f"this dash begins a new item, but `{at.name}` belongs to the lines above"
        return complaint(fault, "E168", message, "take the dash away, and put 2 spaces in place of it", at.place)
    if name := id_as_name(fault.around.node, fault.loc[:-1]):
        hint = f"write   - id: {name}   and the rest on the lines below it, in the same column as `id`"
        message = f"{nearest(fault.loc[:-1])} begins with its id: that stands after `id:`"
        return complaint(fault, "E102", message, hint)
    message = f"`{fault.name}` is missing in {nearest(fault.loc[:-1])}"
    return complaint(fault, "E102", message, typed_together(fault) or addition(fault))


def _all_missing(together: Sequence[Fault]) -> Problem:
    """Complain once of several names that one group lacks."""
    first = together[0]
    names = ", ".join(f"`{fault.name}`" for fault in together)
    message = f"{len(together)} names are missing in {nearest(first.loc[:-1])}: {names}"
    hint = "write each on a line of its own, as another of its kind has them, or copy that and change its words"
    return Problem("E102", message, first.found.place, hint)


def _languages(fault: Fault) -> Iterator[Problem]:
    unknown, missing = fault.context["unknown"], fault.context["missing"]
    dash = None if unknown else split_text(fault.loc, fault.found.node, fault.around.node, missing)
    if dash is not None:
        yield from dash
        return
    if len(unknown) == 1 and (problem := one_for_all(fault, unknown[0])):
        yield problem
        return
    meant = {closest(language, fault.languages) for language in unknown}
    if len(unknown) == len(missing) == 1 and not meant & {*fault.languages}:
        at = find(fault.found.node, (unknown[0],)).name_place
        yield replace(foreign(fault, unknown[0], at), hint=did_you_mean(missing[0], missing))
        return
    for language in fault.context["missing"]:
        if language not in meant:
            yield no_language(fault, language, fault.loc)
    for language in fault.context["unknown"]:
        yield foreign(fault, language, find(fault.found.node, (language,)).name_place)


def _choice(fault: Fault) -> Iterator[Problem]:
    if fault.empty:
        return nothing(fault)
    words = _WORD.findall(fault.context["expected"])
    if not isinstance(fault.found.node, ScalarNode):
        return wrong_shape(fault)
    message = f"{quoted(fault.given)} is not a word that `{fault.name}` knows"
    if "schema_version" in fault.loc:
        return complaint(fault, "E107", message, f"write {words[0]}: this program reads no other version")
    hint = _from_to(fault, words) or did_you_mean(str(fault.given), words)
    return complaint(fault, "E107", message, hint)


def _from_to(fault: Fault, words: Sequence[str]) -> str:
    """Write the first and the last of several, where both were typed after the name of the first."""
    ends = [closest(part, words) for part in _TO.split(str(fault.given).strip())]
    if fault.name != "first" or len(ends) != 2 or not all(ends):  # noqa: PLR2004 (from one to the other)
        return ""
    first, last = ends
    return f"write   first: {first}, last: {last}"


def _block_kind(fault: Fault) -> Iterator[Problem]:
    kinds = _WORD.findall(fault.context.get("expected_tags", "")) or list(spelling.BLOCKS)
    entry = find(fault.found.node, ("block",))
    if not entry.complete and (meant := meant_kind(fault.found.node, kinds)):
        return complaint(fault, "E102", *meant)
    if not entry.complete or entry.node == ScalarNode(None, entry.node.span):
        message = f"{nearest(fault.loc)} does not say what kind of block it is"
        fitting = kinds_that_hold(fault.found.node, kinds)
        hint = did_you_mean("", fitting or kinds, "add   block:   with one of: {words}")
        return complaint(fault, "E102", message, hint, entry.place)
    if not isinstance(entry.node, ScalarNode):
        return complaint(fault, "E103", "the kind of a block is a single word", "", entry.place)
    message = f"{quoted(entry.node.value)} is not a kind of block"
    first = (entry.node.value or "").split(" ")[0]
    return complaint(
        fault, "E107", message, did_you_mean(first if first in kinds else entry.node.value or "", kinds), entry.place
    )


def _rule(fault: Fault) -> Iterator[Problem]:
    """Complain in the validator's own words, at the first name that they mention."""
    error = fault.context["error"]
    named = [error.name] if isinstance(error, UnfitError) and error.name else _NAMED.findall(str(error))
    ways = [[int(part) if part.isdigit() else part for part in name.split(".")] for name in named]
    found = [find(fault.found.node, way) for way in ways]
    at = next((each.place for each in found if each.complete), fault.found.place)
    return complaint(fault, "E111", str(error), error.hint if isinstance(error, UnfitError) else "", at)


def _twice(fault: Fault) -> Iterator[Problem]:
    at = find(fault.found.node, (fault.context["number"],)).place
    return complaint(fault, "E127", f"{quoted(fault.context['word'])} stands in this list twice", "delete one", at)


def _reserved(fault: Fault) -> Iterator[Problem]:
    message = f"“{fault.given}” is a name that Windows keeps for itself, so no file can have it"
    return complaint(fault, "E126", message, "choose another name", fault.found.name_place)


def _other(fault: Fault) -> Iterator[Problem]:
    """Complain of what this table does not know, without the model's own jargon."""
    return nothing(fault) if fault.empty else wrong_shape(fault)


_WORDING: dict[str, Callable[[Fault], Iterator[Problem]]] = {
    "extra_forbidden": _unknown_name,
    "missing": _missing,
    "languages": _languages,
    "literal_error": _choice,
    "union_tag_invalid": _block_kind,
    "union_tag_not_found": _block_kind,
    "string_pattern_mismatch": unfit_values.pattern,
    "string_too_long": unfit_values.long,
    "too_short": unfit_values.size,
    "too_long": unfit_values.size,
    "greater_than": unfit_values.bound,
    "greater_than_equal": unfit_values.bound,
    "less_than": unfit_values.bound,
    "less_than_equal": unfit_values.bound,
    "value_error": _rule,
    "reserved_name": _reserved,
    "unknown_reference": unknown_ids.refers_to_nothing,
    "named_twice": _twice,
    **dict.fromkeys(spelling.FIGURES, unfit_values.figure),
}
