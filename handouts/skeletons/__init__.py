"""A new handout, clinic or brand, written into a content file as a skeleton to be filled in."""

from handouts.skeletons.adding import Added, add
from handouts.skeletons.filling import Kind

__all__ = ["Added", "Kind", "add"]
