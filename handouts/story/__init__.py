"""A handout in one language -> flowables, and the logical tree that they are drawn for."""

from handouts.story.context import Telling
from handouts.story.sections import tell

__all__ = ["Telling", "tell"]
