"""What a JSON Schema says to people, in another language than English: names, patterns and choices stay as they are."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from handouts.messages.catalogue import typeset
from handouts.schema.values import Schema, described

_FOLDER = Path(__file__).parents[1] / "messages"
_SAID = frozenset({"patternErrorMessage"})


def in_language(schema: Schema, language: str) -> Schema:
    """Return a schema with its descriptions and hints in another language.

    Args:
        schema: As it is in English; what it says and has no translation stays English.
        language: That there is a `schema.LANGUAGE.toml` of.
    """
    translated: Schema = _said(schema, words(language))
    return translated


@cache
def words(language: str) -> dict[str, str]:
    """Return what a schema says in a language, by its English."""
    table = tomllib.loads((_FOLDER / f"schema.{language}.toml").read_text(encoding="utf-8"))
    return {english: typeset(said) for english, said in table.items()}


def _said(part: Any, table: dict[str, str]) -> Any:
    if isinstance(part, list):
        return [_said(item, table) for item in part]
    if not isinstance(part, dict):
        return part
    english = part.get("markdownDescription", part.get("description"))
    said = {
        key: table.get(value, value)
        if key in _SAID
        else [table.get(each, each) for each in value]
        if key == "markdownEnumDescriptions"
        else _said(value, table)
        for key, value in part.items()
        if not (isinstance(english, str) and key in {"description", "markdownDescription"})
    }
    return (described(table.get(english, english)) | said) if isinstance(english, str) else said
