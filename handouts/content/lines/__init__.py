"""The lines of a content file, without a parser: their columns, what they say, and how they are written anew."""
