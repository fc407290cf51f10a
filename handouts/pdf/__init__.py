"""PDF as a file: objects, how they are written, and what the standard says of structure elements."""
