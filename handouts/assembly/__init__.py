"""A drawn body -> a finished file: covers placed, then structure, annotations and metadata written once."""
