"""How spaces give when text is long, and grow when it is short.

Tightness 0 is what a layout would like. From 0 to 1 the gaps between blocks shrink to their least, all by the same
fraction; from 1 to 2 the padding of rows; from 2 to 3 that of boxes; from 3 to 4 the top margin. Below 0 gaps grow, at
-1 to one and a half times. Sizes of type and leading never give.
"""

from dataclasses import dataclass
from typing import Literal

from handouts.layout import Gap, Spacing

LOOSEST, IDEAL, TIGHTEST = -1.0, 0.0, 4.0
_GROWTH = 0.5

Between = Literal["title", "message", "section", "side_head", "warnings", "levels", "block", "item", "none"]


@dataclass(frozen=True, slots=True)
class Space:
    """The spaces of a layout at one tightness."""

    spacing: Spacing
    tightness: float = IDEAL

    def _at(self, gap: Gap, stage: float) -> float:
        if self.tightness < 0:
            return gap.ideal * (1 - _GROWTH * self.tightness)
        given = min(max(self.tightness - stage, 0.0), 1.0)
        return gap.ideal + (gap.least - gap.ideal) * given

    def between(self, name: Between) -> float:
        """The gap before a block."""
        return 0.0 if name == "none" else self._at(getattr(self.spacing, name), 0)

    @property
    def row(self) -> float:
        """The padding above and below a row of a list."""
        return self._at(self.spacing.row, 1)

    @property
    def padding(self) -> float:
        """The padding above and below the text of a box."""
        return min(self._at(self.spacing.padding, 2), self.spacing.padding.ideal)

    @property
    def top(self) -> float:
        """Where the page begins."""
        return min(self._at(self.spacing.top, 3), self.spacing.top.ideal)
