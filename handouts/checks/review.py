"""Reviews: a sheet whose review is overdue says so on every page; the editor is told beforehand."""

from collections.abc import Iterator
from datetime import date

from handouts.errors import Problem
from handouts.model import Content

_SOON = 60  # days: time enough for a clinician to read a handout


def check_reviews(content: Content, today: date) -> Iterator[Problem]:
    """Yield a warning for each handout whose review is overdue or due soon."""
    for ident, handout in content.handouts.items():
        left = (handout.review_due - today).days
        at = handout.at.of("review_due")
        if left < 0:
            hint = "have it reviewed, then set `reviewed:` and `review_due:`; until then every page says so"
            yield Problem("W450", f"the review of {ident} has been overdue since {handout.review_due}", at, hint)
        elif left <= _SOON:
            hint = "have it reviewed, then set `reviewed:` and `review_due:`"
            yield Problem("W451", f"the review of {ident} is due in {left} days, on {handout.review_due}", at, hint)
