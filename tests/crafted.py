"""Every crafted cover, of all three kinds of makers."""

from tests import covers_of_all_sorts, covers_of_malice
from tests.covers import COVERS, Crafted

__all__ = ["COVERS", "PLACED", "Crafted", "covers_of_all_sorts", "covers_of_malice"]

PLACED = [cover for cover in COVERS if not cover.fate.startswith("E")]
"""Those that are placed, in whatever way."""
