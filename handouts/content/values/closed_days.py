"""Days and hours at which a clinic is closed: no line of its hours holds them, and people write them all the same."""

from handouts.accents import without_accents

LEAVE_OUT = "leave a day out on which the clinic is closed: only open hours stand here"

AFTER_A_BREAK = (
    "write the hours after a break on a line of their own, with the same days:"
    '   - {first: monday, last: friday, opens: "13:00", closes: "17:00"}'
)

_CLOSED = {"closed", "ferme", "fermee"}


def means_closed(word: str) -> bool:
    """Tell whether a word says that a clinic is closed."""
    return without_accents(word.strip().casefold()) in _CLOSED


def is_closed(name: object, given: object) -> bool:
    """Tell whether a name and its value say so: `closed: yes`, and not `fermé: "17:00"`."""
    return means_closed(str(name)) and not any(sign.isdigit() for sign in str(given))
