"""What came of a command, in words for people and as data for machines."""
