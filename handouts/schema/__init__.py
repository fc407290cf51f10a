"""The content as a JSON Schema, for editors that complete and check as one types."""
