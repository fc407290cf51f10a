"""The names of a content: which can stand where, and which one somebody meant."""
