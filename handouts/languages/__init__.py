"""The languages of the sheets: one complete entry each, every field required."""

from handouts.languages.base import Labels, Language
from handouts.languages.english import ENGLISH
from handouts.languages.french import FRENCH

LANGUAGES: dict[str, Language] = {language.code: language for language in (FRENCH, ENGLISH)}
"""By code, in the order in which they stand on a sheet: French first (Charter of the French language, s. 89)."""


def name_of(code: str) -> str:
    """Return what messages call a language; its code where this program does not know it."""
    return LANGUAGES[code].in_english if code in LANGUAGES else code


__all__ = ["LANGUAGES", "Labels", "Language", "name_of"]
