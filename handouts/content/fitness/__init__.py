"""Whether what was read is a content: its parts, where they stand, and what is told of those that do not fit."""
