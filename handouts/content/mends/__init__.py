"""Lines that YAML stumbles over, in each way that people get them wrong: what they were meant to be."""
