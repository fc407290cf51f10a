"""The model as a JSON Schema, so that an editor such as VS Code completes, explains and checks while one types.

JSON Schema draft 7, with what the YAML language server adds to it: `patternErrorMessage`, `markdownDescription`,
`markdownEnumDescriptions`. Its words are the model's own docstrings and the hints of `content.values.spelling`. It
refuses nothing that the loader takes without a word, and tells less than the loader: not, for instance, that a name
refers to nothing.
"""

import inspect
import json
from collections.abc import Mapping, Sequence

from handouts.content.reading.includes import MERGED
from handouts.content.values import spelling
from handouts.languages import LANGUAGES
from handouts.model import Content
from handouts.model.base import DEFAULT_LANGUAGES, MAX_TEXT, NOT_BLANK, SLUG
from handouts.model.blocks import AnyBlock
from handouts.schema.values import (
    ID_SCHEMA,
    Schema,
    attributes,
    choice,
    described,
    number,
    patterned,
    reference,
    summary,
    with_example,
    word,
)
from handouts.schema.words import in_language

NAME = "schema/content.schema.json"
"""Where the schema is, from the folder of `content.yaml`, which names it in its first line."""

NAME_BY_LANGUAGE = {"en": NAME, "fr": "schema/content.schema.fr.json"}
"""The same in other languages: an editor shows one."""

_DRAFT = "http://json-schema.org/draft-07/schema#"
_KIND = "What kind of block this is. It decides which other names can stand here."
_WORDS = {
    ("Approval", "status"): {
        "sample": "every page says “Sample, to be approved”",
        "draft": "every page says “Draft, to be approved”",
        "approved": "a clinician answers for the text; needs `by`, `role` and `on`",
    },
    ("Warning", "level"): {
        "emergency": "a danger to life: call 911 now",
        "same_day": "not today's emergency, but today's call: Info-Santé 811",
        "clinic": "all else: call the clinic",
    },
    ("Cover", "kind"): {
        "generated": "drawn in the colours of the brand",
        "file": "the clinic's own PDF; needs `file` and `alt`",
        "none": "no cover",
    },
}
"""What each word of a choice means, by part and name."""

_ADDRESS = {
    "pattern": r"^https://\S{3,}$",
    "patternErrorMessage": "A web address begins with https://, without spaces.",
}


def schema_text(editions: Mapping[str, str], *, told_in: str = "en") -> str:
    """Write the schema as a file, told in a language; see `content_schema`."""
    schema = content_schema(editions)
    told = schema if told_in == "en" else in_language(schema, told_in)
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def content_schema(editions: Mapping[str, str], languages: Sequence[str] = DEFAULT_LANGUAGES) -> Schema:
    """Make the schema of the first content file and of those that it includes.

    Args:
        editions: The id of every layout, and what it is in a few words.
        languages: That every text must have.
    """
    return _Model(editions, languages).schema()


class _Model:
    """The schema that pydantic makes of the model, rewritten for people."""

    def __init__(self, editions: Mapping[str, str], languages: Sequence[str]) -> None:
        self._languages = languages
        self._raw = Content.model_json_schema()
        self._definitions: dict[str, Schema] = self._raw.pop("$defs")
        choices = {"editions": editions, "languages": {code: each.name for code, each in LANGUAGES.items()}}
        self._choices = {name: choice(list(words), words) for name, words in choices.items()}

    def schema(self) -> Schema:
        parts = {name: self._part(name, raw) for name, raw in self._definitions.items()}
        parts |= {"Text": self._text(), "FileNames": self._file_names(), "Block": self._block(), "Id": ID_SCHEMA}
        _relax_heirs(parts)
        root = self._part("Content", self._raw)
        root.pop("required")
        for group in MERGED:  # one that is empty in the first file can be filled by those that it includes
            root["properties"][group]["type"] = ["object", "null"]
        return {"$schema": _DRAFT, "title": "Handouts"} | root | _FIRST_OR_INCLUDED | {"definitions": parts}

    def _part(self, name: str, raw: Schema) -> Schema:
        """Rewrite a group of names."""
        words = attributes(inspect.getdoc(AnyBlock) or "") | attributes(raw["description"])
        properties = {key: self._property(name, key, value, words) for key, value in raw["properties"].items()}
        part = described(summary(raw["description"])) | {"type": "object", "properties": properties}
        part |= {"required": raw.get("required", []), "additionalProperties": False}
        return part | _CONDITIONS.get(name, {})

    def _property(self, part: str, key: str, raw: Schema, words: Mapping[str, str]) -> Schema:
        schema = self._special(part, key) or self._value(raw)
        if key in self._choices and "items" in schema:
            schema |= {"items": self._choices[key], "uniqueItems": True}
        if meanings := _WORDS.get((part, key)):
            schema |= choice(list(meanings), meanings)
        if isinstance(raw.get("default"), str | int):
            schema["default"] = raw["default"]
        return described(_KIND if key == "block" else with_example(key, words[key])) | schema

    def _special(self, part: str, key: str) -> Schema:
        """Return the schema of what pydantic's own does not tell."""
        if (part, key) == ("ListItem", "duration"):
            return {"anyOf": [reference("Text"), reference("Id")]}
        if (part, key) == ("Handout", "slug"):
            return reference("FileNames")
        if key in {"website", "booking", "url"}:
            return dict(_ADDRESS)
        return {"enum": [1, "1"]} if key == "schema_version" else {}

    def _value(self, raw: Schema) -> Schema:
        """Rewrite what stands after a name or a dash."""
        choices = [choice for choice in raw.get("anyOf", []) if choice.get("type") != "null"]
        raw = choices[0] | {key: raw[key] for key in raw if key != "anyOf"} if choices else raw
        if "$ref" in raw:
            return reference(raw["$ref"].rpartition("/")[2])
        if "discriminator" in raw:
            return reference("Block")
        match raw.get("type"):
            case "array":
                sizes = {key: raw[key] for key in ("minItems", "maxItems") if key in raw}
                return {"type": "array", "items": self._value(raw["items"])} | sizes
            case "object":
                return self._by_id(raw)
            case "number" | "integer":
                return number(raw)
            case _:
                return word(raw)

    def _by_id(self, raw: Schema) -> Schema:
        (part,) = raw["patternProperties"].values()
        names = {"propertyNames": reference("Id")}
        sizes = {"minProperties": raw["minProperties"]} if "minProperties" in raw else {}
        return {"type": "object", **names, "additionalProperties": self._value(part), **sizes}

    def _text(self) -> Schema:
        words = {"type": ["string", "number"], "maxLength": MAX_TEXT, **patterned(NOT_BLANK)}
        return self._in_each_language("One text in every language, side by side.", "The text", words)

    def _file_names(self) -> Schema:
        message = "Not a file name: use up to 80 small letters without accents, digits and hyphens: boutons-apres-soin."
        words = {"type": "string", "pattern": f"^{SLUG}$", "patternErrorMessage": message}
        return self._in_each_language("What the files are called.", "The name of the file", words)

    def _in_each_language(self, description: str, what: str, words: Schema) -> Schema:
        names = {code: LANGUAGES[code].name if code in LANGUAGES else code for code in self._languages}
        texts = {code: {"description": f"{what} ({name})."} | words for code, name in names.items()}
        group = {"type": "object", "properties": texts, "required": list(names), "additionalProperties": False}
        return described(description) | group

    def _block(self) -> Schema:
        """Let the kind of a block decide what else stands in it; nothing else is offered before it is chosen."""
        raw = self._definitions["Section"]["properties"]["blocks"]["items"]
        names = {kind: reference.rpartition("/")[2] for kind, reference in raw["discriminator"]["mapping"].items()}
        meanings = {kind: summary(self._definitions[names[kind]]["description"]) for kind in spelling.BLOCKS}
        kinds = [
            {"if": {"properties": {"block": {"const": kind}}, "required": ["block"]}, "then": reference(names[kind])}
            for kind in spelling.BLOCKS
        ]
        block = described(_KIND) | choice(list(spelling.BLOCKS), meanings)
        return {"type": "object", "properties": {"block": block}, "required": ["block"], "allOf": kinds}


_FIRST = ["schema_version", "services", "brands", "clinics", "handouts"]
_FIRST_OR_INCLUDED: Schema = {
    "if": {"required": ["include"]},
    "then": {"required": ["schema_version"]},
    "else": {
        "if": {"anyOf": [{"required": ["schema_version"]}, {"required": ["languages"]}]},
        "then": {"required": _FIRST},
        "else": {"propertyNames": {"enum": list(MERGED)}},
    },
}
"""The first file has everything, unless it includes others; an included file has only groups of ids."""

_CONDITIONS: dict[str, Schema] = {
    "Approval": {
        "if": {"properties": {"status": {"const": "approved"}}, "required": ["status"]},
        "then": {"required": ["by", "role", "on"]},
    },
    "Cover": {
        "if": {"properties": {"kind": {"const": "file"}}, "required": ["kind"]},
        "then": {"required": ["file", "alt"]},
    },
}


def _relax_heirs(parts: dict[str, Schema]) -> None:
    """Let a brand that extends another leave out what it inherits, single colours too."""
    brand, colors = parts["Brand"], parts["Colors"]
    own = {"required": brand["required"], "properties": {"colors": {"required": colors["required"]}}}
    brand |= {"required": [], "if": {"required": ["extends"]}, "else": own}
    colors["required"] = []
