"""Addresses typed as on an envelope: what of them belongs after which name."""

import re

from handouts.content.names.suggestions import in_quotes
from handouts.content.source_tree import MappingNode
from handouts.content.values.faults import Fault

_HOUSE = r"(?P<number>[0-9][0-9A-Z½-]*),? +(?P<street>[^\W\d_][^,\n]*)"
_UNIT = r"(?P<unit>(?:bureau|suite|local|étage|app|porte)\b[^,\n]*|[0-9]+e étage)"
_CODE = "(?P<postal_code>[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9])"
_TOWN = rf"(?P<city>[^\W\d_][^,(\n]*?)[\s,]*(?:\(?(?:Québec|QC)\)?)?[\s,]*{_CODE}"
_IN_STREET = re.compile(_HOUSE)
_IN_TOWN = re.compile(_TOWN, re.IGNORECASE)
_ON_ENVELOPE = re.compile(rf"{_HOUSE}[,\n]\s*(?:{_UNIT}[,\n]\s*)?{_TOWN}", re.IGNORECASE)


def typed_together(fault: Fault) -> str:
    """Write two parts of an address apart: the number that begins its street, the postal code that ends its city."""
    around = fault.around.node if isinstance(fault.around.node, MappingNode) else None
    street, city = (((around and around.text(name)) or "").strip() for name in ("street", "city"))
    if fault.name == "number" and (found := _IN_STREET.fullmatch(street)):
        return f"write the two apart:   number: {in_quotes(found['number'])}   street: {in_quotes(found['street'])}"
    if fault.name == "postal_code" and (found := _IN_TOWN.fullmatch(city)):
        code = _spaced(found["postal_code"])
        return f"write the two apart:   city: {in_quotes(found['city'].strip())}   postal_code: {in_quotes(code)}"
    return ""


def _spaced(code: str) -> str:
    bare = code.replace(" ", "").upper()
    return f"{bare[:3]} {bare[3:]}"


def in_parts(line: str) -> str:
    """Return the names and values of an address typed as one text; nothing where it is not sure which is which."""
    found = _ON_ENVELOPE.fullmatch(line.strip())
    parts = found.groupdict() if found else {}
    return ", ".join(f"{name}: {in_quotes(part.strip())}" for name, part in parts.items() if part)
