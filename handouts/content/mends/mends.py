"""Ways to mend the lines around a trouble, each of which tells what the mistake was; the best of them is taken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from handouts.content.lines.drafts import with_lines
from handouts.content.lines.trouble import Mistake, Trouble, mistake_at
from handouts.content.mends.trials import Outcome, Trial
from handouts.errors import Span


@dataclass(frozen=True, slots=True)
class Mend:
    """Other lines in place of some, and what was wrong with these.

    Attributes:
        lines: By their numbers; one may hold a line break, if `draft` then has lines that don't.
        cost: How much it changes.
        code: Of the problem.
        message: Of the problem.
        hint: Of the problem.
        at: Where the mistake is.
        draft: The lines to read on with, where they are not the mended ones; such a mend must make all things right.
    """

    lines: Mapping[int, str]
    cost: int
    code: str
    message: str
    hint: str
    at: Span
    draft: Mapping[int, str] = field(default_factory=dict)


def best_mend(trouble: Trouble, mends: Iterable[Mend]) -> Mistake | None:
    """Return the mistake that the best of some mends tells, if any of them makes sense; the first that is clean is."""
    trial = Trial(trouble.source, trouble.row.number)
    best: tuple[Outcome, Mend] | None = None
    for mend in mends:
        outcome = trial.outcome(mend.lines, mend.cost)
        if mend.draft and outcome and not outcome.is_clean:
            continue
        if outcome and (best is None or outcome < best[0]):
            best = outcome, mend
        if outcome and outcome.is_clean:
            break
    if best is None:
        return None
    outcome, mend = best
    text = with_lines(trouble.source, mend.draft or mend.lines)
    return mistake_at(mend.code, mend.message, mend.hint, mend.at, text, sound=outcome.is_sound)
