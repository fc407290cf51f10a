"""Content files -> `Content`: read strictly, with the place of everything and every problem at once."""

from handouts.content.loading import Loaded, UnfitContentError, load
from handouts.content.salvage import load_fit

__all__ = ["Loaded", "UnfitContentError", "load", "load_fit"]
