"""Is a clinic named yet? A skeleton's `Clinique à nommer` may stand on a draft, never on a sheet that is approved."""

import re
from collections.abc import Iterator

from handouts.errors import Problem
from handouts.model import Content

_TO_NAME = re.compile(r".*\b(?:à nommer|to be named)\b.*", re.IGNORECASE | re.DOTALL)


def check_names(content: Content) -> Iterator[Problem]:
    """Find clinics that hand out approved sheets and still bear the name or street of a skeleton."""
    approved = {handout.service for handout in content.handouts.values() if handout.approval.status == "approved"}
    for clinic in content.clinics.values():
        if approved.isdisjoint(clinic.services):
            continue
        language, name = next(iter(clinic.name.words.items()))
        places = ((name, clinic.name.span(language)), (clinic.address.street, clinic.address.at.of("street")))
        for words, at in places:
            if found := _TO_NAME.fullmatch(words):
                yield Problem("E205", f"“{found[0].strip()}” is still to be written", at, "write the clinic's own")
