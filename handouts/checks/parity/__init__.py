"""Do the languages of a text say the same? Each module looks for one way in which they may not."""
