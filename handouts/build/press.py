"""Making one sheet, from its names to its finished bytes, and telling what stood in the way instead of failing."""

from handouts.assembly.assemble import assemble
from handouts.build.outcome import Outcome, outcome_of
from handouts.build.plan import Job, Workshop
from handouts.render import render
from handouts.sheet import Sheet


class Press:
    """Makes sheets from one content, one after the other; each is independent of all others."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop

    def __call__(self, job: Job) -> Outcome:
        """Make a sheet; never raises, but when it is interrupted."""
        sheet = self._shop.sheet(job)
        return outcome_of(sheet.path, lambda: _made(sheet))


def _made(sheet: Sheet) -> Outcome:
    drawn = render(sheet)
    details = drawn.details
    pdf = assemble(drawn.body, details)
    return Outcome(pdf, drawn.pages, details.title, details.keywords[0], tuple(dict.fromkeys(drawn.notes)))
