"""Whether a sheet is fit to hand out, and the mark that it bears until it is."""

from datetime import date
from typing import Literal

from handouts.languages import Labels
from handouts.model import Handout

Status = Literal["approved", "sample", "draft", "overdue"]


def status_of(handout: Handout, today: date, *, settled: bool = True) -> Status:
    """Return the status of a handout on a day; a review that is overdue outweighs an approval.

    Args:
        handout: The handout.
        today: The day.
        settled: Whether its languages say the same, and what was approved; until then it is a draft, whatever else.
    """
    if not settled:
        return "draft"
    return "overdue" if today > handout.review_due else handout.approval.status


def mark_of(status: Status, labels: Labels) -> str:
    """Return the mark of a status in one language; nothing when the sheet is approved."""
    marks = {"sample": labels.sample_mark, "draft": labels.draft_mark, "overdue": labels.overdue_mark}
    return marks.get(status, "")
