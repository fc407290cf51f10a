"""YAML read strictly, from its events to one tree of all files, with the place of everything."""
