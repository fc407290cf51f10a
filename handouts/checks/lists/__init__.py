"""Tables of words, patterns and mistakes, by language, and how they are found in a text."""
