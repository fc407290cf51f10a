"""Single values of the JSON Schema: figures, choices, patterns; and what the model's docstrings say of them."""

import re
from collections.abc import Mapping
from typing import Any

from handouts.content.values import spelling
from handouts.model.base import ID, NOT_BLANK
from handouts.model.figures import NUMBER

Schema = dict[str, Any]

_ATTRIBUTE = re.compile(r"^    (\w+): (.+)$", re.MULTILINE)
_FIGURES = {
    "date": ("figure_date", r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
    "time": ("figure_hour", r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$"),
}


def number(raw: Schema) -> Schema:
    """Write a figure with its bounds."""
    limits = {"minimum": raw.get("minimum", raw.get("ge")), "maximum": raw.get("maximum", raw.get("le"))}
    pattern = NUMBER.pattern if raw["type"] == "number" else r"-?[0-9]{1,9}"
    hint = spelling.FIGURES["figure_number" if raw["type"] == "number" else "figure_whole"][1]
    bounds = {key: limit for key, limit in limits.items() if limit is not None}
    return {"type": [raw["type"], "string"], "pattern": f"^{pattern}$", "patternErrorMessage": _said(hint)} | bounds


def word(raw: Schema) -> Schema:
    """Write a single value: a word of a choice, a date, an hour, an id, or free words."""
    if raw.get("pattern") == ID:
        return reference("Id")
    if "enum" in raw or "const" in raw:
        return {"enum": raw.get("enum") or [raw["const"]]}
    if kind := _FIGURES.get(raw.get("format", "")):
        return {"type": "string", "pattern": kind[1], "patternErrorMessage": _said(spelling.FIGURES[kind[0]][1])}
    length = {"maxLength": raw["maxLength"]} if "maxLength" in raw else {}
    free = raw["pattern"] in {NOT_BLANK, *_LIKE_NUMBERS}
    return {"type": ["string", "number"] if free else "string"} | length | patterned(raw["pattern"])


_LIKE_NUMBERS = {pattern for pattern, (_, what, _) in spelling.PATTERNS.items() if what == "a version"}
"""What YAML takes for a number when it has no quotes, and the loader does not."""


def patterned(pattern: str) -> Schema:
    """Write a pattern of the model as ECMA-262 has it, with what to do when it is not kept."""
    _, what, hint = spelling.PATTERNS[pattern]
    message = _said(hint) if pattern == NOT_BLANK else f"Not {what}: {hint}."
    return {"pattern": pattern.replace(r"\z", "$"), "patternErrorMessage": message}


ID_SCHEMA: Schema = {"type": "string", **patterned(ID)}


def _said(hint: str) -> str:
    return f"{hint[0].upper()}{hint[1:]}."


def choice(words: list[str], meanings: Mapping[str, str]) -> Schema:
    """Write the words that can be chosen, each with what it means."""
    return {"enum": words, "markdownEnumDescriptions": [meanings[word] for word in words]}


def with_example(name: str, words: str) -> str:
    """Add an example to what is said of a name, where there is one."""
    example = spelling.EXAMPLES.get(name, "")
    return words if not example or f"`{example}`" in words else f"{words} For example: `{example}`."


def described(words: str) -> Schema:
    """Write what is said of a part, for editors that read Markdown and for those that do not."""
    plain = words.replace("`", "")
    return {"description": plain} | ({"markdownDescription": words} if plain != words else {})


def reference(name: str) -> Schema:
    """Refer to a part of the schema by its name."""
    return {"$ref": f"#/definitions/{name}"}


def summary(docstring: str) -> str:
    """Return what a docstring says first."""
    return " ".join(docstring.partition("Attributes:")[0].split())


def attributes(docstring: str) -> dict[str, str]:
    """Read what a docstring says of each name of a part."""
    found = _ATTRIBUTE.findall(re.sub(r"\n {8,}(?=\S)", " ", docstring.partition("Attributes:")[2].replace("\t", " ")))
    return dict(found)
