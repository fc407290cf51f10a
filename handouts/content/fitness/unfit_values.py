"""Values of the right kind that are not what they must be: a date, a number within bounds, a list of some length."""

from collections.abc import Iterator

from handouts.content.fitness.misshapen import complaint
from handouts.content.names.suggestions import closest, quoted
from handouts.content.names.vocabulary import words_at
from handouts.content.source_tree import MappingNode
from handouts.content.values import spelling
from handouts.content.values.corrections import WITH_UNIT, correction
from handouts.content.values.faults import Fault
from handouts.content.values.shapes import apart
from handouts.content.whereabouts import nearest
from handouts.errors import Problem


def pattern(fault: Fault) -> Iterator[Problem]:
    """Complain of a text that is not of the form of an id, a date, a telephone number and the like."""
    if fault.loc[-1] == "extends" or fault.loc[0] == "languages":
        return iter(())  # told where brands are put together, and where languages are looked up
    code, what, hint = spelling.PATTERNS.get(fault.context["pattern"], spelling.OTHER_PATTERN)
    hint = apart(fault) or correction(fault.context["pattern"], str(fault.given)) or hint
    if fault.loc[0] in {"durations", "facts"} and fault.loc[-1] == "[key]":
        hint = hint.replace("-", "_")  # as texts name them
    at = fault.found.name_place if fault.loc[-1] == "[key]" else None
    return complaint(fault, code, f"{quoted(fault.given)} is not {what}" if code == "E108" else what, hint, at)


def figure(fault: Fault) -> Iterator[Problem]:
    """Complain of what is no number, no date or no hour."""
    what, hint = spelling.FIGURES[fault.kind]
    hint = (
        _none(fault)
        or _unit_apart(fault)
        or _of_a_clinic(fault)
        or correction(fault.kind, str(fault.given), fault.name)
        or hint
    )
    return complaint(fault, "E109", f"{quoted(fault.given)} is not {what}", hint)


def _none(fault: Fault) -> str:
    """Write the figure for none of what a brand may have, where that is said in a word."""
    return "write 0" if fault.loc[0] == "brands" and closest(str(fault.given), ["none"]) else ""


def _of_a_clinic(fault: Fault) -> str:
    """Say what a clinic's own figure counts, where a unit was typed beside it: it has none of its own."""
    if "overrides" not in fault.loc or not WITH_UNIT.fullmatch(str(fault.given).strip()):
        return ""
    return f"write the number alone, in the unit of `{fault.loc[-2]}` under `durations:`"


def _unit_apart(fault: Fault) -> str:
    """Write a figure and its unit each after its own name, where the unit was typed beside the figure instead."""
    found = WITH_UNIT.fullmatch(str(fault.given).strip())
    given = fault.around.node.entries if isinstance(fault.around.node, MappingNode) else {}
    if not found or fault.name != "value" or "unit" in given:
        return ""
    unit = closest(found[2], words_at((*fault.loc[:-1], "unit")))
    return f"write   value: {found[1]}   and on a line of its own under it   unit: {unit}" if unit else ""


def bound(fault: Fault) -> Iterator[Problem]:
    """Complain of a number that is too small or too large."""
    bound, limit = next(iter(fault.context.items()))
    message, hint = _BOUNDS[bound]
    limit, given = f"{limit:g}", f"{fault.given:g}" if isinstance(fault.given, float) else fault.given
    return complaint(fault, "E109", message.format(name=fault.name, limit=limit, given=given), hint.format(limit=limit))


_BOUNDS = {
    "ge": ("`{name}` must be at least {limit}, and is {given}", "write at least {limit}"),
    "gt": ("`{name}` must be more than {limit}, and is {given}", "write more than {limit}"),
    "le": ("`{name}` must be at most {limit}, and is {given}", "write at most {limit}"),
    "lt": ("`{name}` must be less than {limit}, and is {given}", "write less than {limit}"),
}


def size(fault: Fault) -> Iterator[Problem]:
    """Complain of a list with too few items, or too many."""
    least, most = fault.context.get("min_length"), fault.context.get("max_length")
    what, count = nearest(fault.loc), fault.context["actual_length"]
    if not least:
        message, hint = (
            f"{what} has {count}, and takes {most} at most",
            "move some to another block, or put two into one",
        )
    elif not count:
        message, hint = f"{what} is empty", f"put at least {least} in it"
    else:
        message, hint = f"{what} has only {count}, and needs at least {least}", f"add {least - count} more"
    return complaint(fault, "E110", message, hint, fault.found.name_place)


def long(fault: Fault) -> Iterator[Problem]:
    """Complain of a text that is too long."""
    limit, length = fault.context["max_length"], len(str(fault.given))
    hint = "split it into several, or shorten it"
    return complaint(fault, "E106", f"this text has {length} characters, the limit is {limit}", hint)
