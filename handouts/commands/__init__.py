"""The commands, each with all that it tells people; `handouts.cli` says which one is asked for."""
