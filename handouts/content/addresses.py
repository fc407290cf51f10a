"""Addresses typed as on an envelope: what of them belongs after which name."""

import re

from handouts.content.faults import Fault
from handouts.content.source_tree import MappingNode
from handouts.content.suggestions import in_quotes

_HOUSE = r"(?P<number>[0-9][0-9A-Z½-]*),? +(?P<street>[^\W\d_][^,\n]*)"
_UNIT = r"(?P<unit>(?:bureau|suite|local|étage|app|porte)\b[^,\n]*|[0-9]+e étage)"
_CODE = "(?P<postal_code>[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9])"
_TOWN = rf"(?P<city>[^\W\d_][^,(\n]*?)[\s,]*(?:\(?(?:Québec|QC)\)?)?[\s,]*{_CODE}"
_IN_STREET = re.compile(_HOUSE)
_ON_ENVELOPE = re.compile(rf"{_HOUSE}[,\n]\s*(?:{_UNIT}[,\n]\s*)?{_TOWN}", re.IGNORECASE)


def number_in_street(fault: Fault) -> str:
    """Write the number of a house and its street apart, where the number is missing and begins the street."""
    street = fault.around.node.text("street") if isinstance(fault.around.node, MappingNode) else None
    found = _IN_STREET.fullmatch((street or "").strip())
    if fault.name != "number" or found is None:
        return ""
    return f"write the two apart:   number: {in_quotes(found['number'])}   street: {in_quotes(found['street'])}"


def in_parts(line: str) -> str:
    """Return the names and values of an address typed as one text; nothing where it is not sure which is which."""
    found = _ON_ENVELOPE.fullmatch(line.strip())
    parts = found.groupdict() if found else {}
    return ", ".join(f"{name}: {in_quotes(part.strip())}" for name, part in parts.items() if part)
