"""Problems: found in all of a content, told once each, allowed by comments, and the sheets that they stop."""
