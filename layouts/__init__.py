"""The designs of a sheet, one file each. To add one: its file here, and its name in `LAYOUTS`."""

from handouts.layout import Layout
from layouts.large_print import LARGE_PRINT
from layouts.pocket_card import POCKET_CARD
from layouts.side_by_side import SIDE_BY_SIDE
from layouts.single import SINGLE
from layouts.two_sided import TWO_SIDED

LAYOUTS: tuple[Layout, ...] = (TWO_SIDED, SIDE_BY_SIDE, SINGLE, LARGE_PRINT, POCKET_CARD)
