"""Names that refer to nothing: no brand, service, duration or edition has such an id."""

import re
from collections.abc import Collection, Iterator

from handouts.accents import without_accents
from handouts.content.fitness.misshapen import complaint
from handouts.content.names.suggestions import closest, did_you_mean, quoted
from handouts.content.values.faults import Fault
from handouts.content.values.known_by_words import id_by_words
from handouts.content.values.shapes import apart, means_all
from handouts.errors import Problem
from handouts.model.base import ID

_REFERENCES = {
    "brands": "brand",
    "services": "service",
    "durations": "shared duration",
    "editions": "edition",
}
_ID = re.compile(ID.replace(r"\z", r"\Z"))


def refers_to_nothing(fault: Fault) -> Iterator[Problem]:
    """Complain of a name that refers to nothing."""
    group, ids = fault.context["group"], fault.context["ids"]
    code = "E121" if group == "editions" else "E120"
    hint = apart(fault, ids) or _meant(fault, group, ids)
    if group == "editions" and means_all(str(fault.given)):
        hint = f"name each, with commas between them: {', '.join(ids)}"
    at = fault.found.name_place if fault.loc[-1] == "[key]" else None
    message = f"there is no {_REFERENCES[group]} {quoted(fault.given)}"
    return iter(()) if _is_told(fault, ids) else complaint(fault, code, message, hint, at)


def _meant(fault: Fault, group: str, ids: Collection[str]) -> str:
    meant = id_by_words(str(fault.given), fault.root, group) or closest(str(fault.given), ids)
    if meant and group != "editions":
        return f"did you mean `{meant}`? If not, give it a line of its own first, under `{group}:`"
    return did_you_mean(str(fault.given), ids)


def _is_told(fault: Fault, ids: Collection[str]) -> bool:
    """Whether the name is right as soon as an id is written as it must be, of which that is told."""
    given = str(fault.given)
    return any(re.sub(r"\W", "_", without_accents(each.lower())) == given for each in ids if not _ID.fullmatch(each))
