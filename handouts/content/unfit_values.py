"""Values of the right kind that are not what they must be: a date, a number within bounds, a list of some length."""

from collections.abc import Iterator

from handouts.content import spelling
from handouts.content.corrections import correction
from handouts.content.faults import Fault
from handouts.content.misshapen import complaint
from handouts.content.shapes import apart
from handouts.content.suggestions import quoted
from handouts.content.whereabouts import nearest
from handouts.errors import Problem


def pattern(fault: Fault) -> Iterator[Problem]:
    """Complain of a text that is not of the form of an id, a date, a telephone number and the like."""
    if fault.loc[-1] == "extends":
        return iter(())  # told where brands are put together
    code, what, hint = spelling.PATTERNS.get(fault.context["pattern"], spelling.OTHER_PATTERN)
    hint = apart(fault) or correction(fault.context["pattern"], str(fault.given)) or hint
    at = fault.found.name_place if fault.loc[-1] == "[key]" else None
    return complaint(fault, code, f"{quoted(fault.given)} is not {what}" if code == "E108" else what, hint, at)


def figure(fault: Fault) -> Iterator[Problem]:
    """Complain of what is no number, no date or no hour."""
    what, hint = spelling.FIGURES[fault.kind]
    hint = correction(fault.kind, str(fault.given), fault.name) or hint
    return complaint(fault, "E109", f"{quoted(fault.given)} is not {what}", hint)


def bound(fault: Fault) -> Iterator[Problem]:
    """Complain of a number that is too small or too large."""
    bound, limit = next(iter(fault.context.items()))
    message, hint = _BOUNDS[bound]
    limit = f"{limit:g}"
    return complaint(
        fault, "E109", message.format(name=fault.name, limit=limit, given=fault.given), hint.format(limit=limit)
    )


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
    hint = "add what is missing" if least else "move some to another block, or put two into one"
    message = (
        f"{what} needs at least {least} items, and has {count}"
        if least
        else f"{what} takes at most {most} items, and has {count}"
    )
    return complaint(fault, "E110", message, hint, fault.found.name_place)


def long(fault: Fault) -> Iterator[Problem]:
    """Complain of a text that is too long."""
    limit, length = fault.context["max_length"], len(str(fault.given))
    hint = "split it into several, or shorten it"
    return complaint(fault, "E106", f"this text has {length} characters, the limit is {limit}", hint)
