"""Letters without their accents, for words that people type either way."""

import unicodedata


def without_accents(text: str) -> str:
    """Return a text with each accented letter as the bare one: `côté` as `cote`; an œ stays."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
