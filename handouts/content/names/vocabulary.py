"""Which names can stand where, read from the model's own JSON Schema."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from handouts.content.source_tree import Loc
from handouts.model import Content
from handouts.model.base import DEFAULT_LANGUAGES

Shape = Literal["text", "list", "group", "value"]

_HEADINGS = tuple(name for name in Content.model_fields if name != "at")
"""The names of the first group of a file: asked of any content, while the schema takes a tenth of a second to make."""
_NEEDED = tuple(name for name in _HEADINGS if Content.model_fields[name].is_required())


def names_at(loc: Loc) -> tuple[str, ...]:
    """Return the names that can stand in the group at a pydantic location."""
    return tuple(_at(loc).get("properties", ())) if loc else _HEADINGS


def needed_at(loc: Loc) -> tuple[str, ...]:
    """Return the names that must stand in the group at a pydantic location."""
    return tuple(_at(loc).get("required", ())) if loc else _NEEDED


def shape_at(loc: Loc) -> Shape:
    """Return what can stand at a location: a text in each language, a list, a group or a single value."""
    return _shape(_at(loc))


def _shape(schema: dict[str, Any]) -> Shape:
    if schema.get("title") == "Text":
        return "text"
    if schema.get("type") == "array":
        return "list"
    return "group" if schema.get("type") == "object" or "discriminator" in schema else "value"


def words_at(loc: Loc) -> tuple[str, ...]:
    """Return the only words that can stand at a pydantic location; none where any can."""
    return _words(_at(loc))


def _words(schema: dict[str, Any]) -> tuple[str, ...]:
    return tuple(schema.get("enum", (schema["const"],) if "const" in schema else ()))


@cache
def known_names() -> frozenset[str]:
    """Return every name that can stand anywhere, but for ids."""
    parts = (_schema(), *_schema()["$defs"].values())
    return frozenset(name for part in parts for name in part.get("properties", ())) | {*DEFAULT_LANGUAGES}


@cache
def names_of(shape: Shape) -> tuple[str, ...]:
    """Return every name under which a shape can stand anywhere, those that must be given first."""
    found: dict[str, bool] = {}
    for part in (_schema(), *_schema()["$defs"].values()):
        for name, schema in part.get("properties", {}).items():
            if _shape(_opened(schema)) == shape:
                found[name] = found.get(name, False) or name in part.get("required", ())
    return tuple(sorted(found, key=lambda name: not found[name]))


@cache
def words_under(name: str) -> Mapping[str, str]:
    """Return the words that can stand in a group of a name, each with the name that it stands after."""
    found: dict[str, str] = {}
    for part in (_schema(), *_schema()["$defs"].values()):
        for inner, schema in _opened(part.get("properties", {}).get(name, {})).get("properties", {}).items():
            found |= dict.fromkeys(_words(_opened(schema)), inner)
    return found


@cache
def needed_beside(name: str) -> tuple[str, ...]:
    """Return the single values that must be given in a group with at most one such, in which a name can stand too."""
    found: dict[str, None] = {}
    for part in _schema()["$defs"].values():
        shapes = {each: _shape(_opened(schema)) for each, schema in part.get("properties", {}).items()}
        needed = [each for each in part.get("required", ()) if shapes[each] == "value"]
        if name in shapes and shapes[name] == "value" and len(needed) == 1 and name not in needed:
            found[needed[0]] = None
    return tuple(found)


@cache
def _schema() -> dict[str, Any]:
    return Content.model_json_schema()


def _at(loc: Loc) -> dict[str, Any]:
    schema = _schema()
    for part in loc:
        if "discriminator" in schema:
            schema = {"$ref": schema["discriminator"]["mapping"].get(part, "")}
        elif isinstance(part, int):
            schema = schema.get("items", {})
        else:
            schema = schema.get("properties", {}).get(part) or _of_any_name(schema)
        schema = _opened(schema)
    return schema


def _of_any_name(schema: dict[str, Any]) -> dict[str, Any]:
    """Return what stands under the ids of a group, or the words of a text."""
    others = [*schema.get("patternProperties", {}).values(), schema.get("additionalProperties")]
    return next((other for other in others if isinstance(other, dict)), {})


def _opened(schema: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference, and take what is not null of an optional value."""
    if "anyOf" in schema:
        schema = next((choice for choice in schema["anyOf"] if choice.get("type") != "null"), {})
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return dict(_schema()["$defs"].get(name, {}))
    return schema
