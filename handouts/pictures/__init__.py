"""Pictures: files read with suspicion, and what the program draws itself."""
