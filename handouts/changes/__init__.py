"""What changed in a handout since a clinician approved it: as words, and as pages side by side."""
