"""The texts of a content as checks read them: pieces, sentences, clauses, and where words stand in their file."""
