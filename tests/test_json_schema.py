"""The JSON Schema of the content: current, complete, and as strict as an editor's help should be."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from handouts.content import load
from handouts.content.names import vocabulary
from handouts.content.names.vocabulary import names_at, needed_at
from handouts.languages import LANGUAGES
from handouts.model import Content
from handouts.schema.json_schema import NAME, content_schema, schema_text
from handouts.schema.words import words
from layouts import LAYOUTS
from tests.test_content import MISTAKES, SAMPLE, changed, written

ROOT = Path(__file__).resolve().parents[1]
EDITIONS = {layout.id: layout.names["en"] for layout in LAYOUTS}
SCHEMA = content_schema(EDITIONS)


class Yaml12(yaml.SafeLoader):
    """Reads scalars as editors do, by YAML 1.2's core schema: no dates, no sexagesimal numbers, no `yes`."""


Yaml12.yaml_implicit_resolvers = {}
for tag, pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
}.items():
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)


def as_an_editor_reads(text: str) -> Any:
    return yaml.load(text, Loader=Yaml12)  # noqa: S506 (a safe loader with fewer types)


def complaints(text: str) -> list[str]:
    return [error.message for error in Draft7Validator(SCHEMA).iter_errors(as_an_editor_reads(text))]


def test_the_headings_of_a_file_are_those_of_the_schema() -> None:
    assert set(names_at(())) == SCHEMA["properties"].keys()
    assert set(needed_at(())) == {*Content.model_json_schema()["required"]}


def test_content_without_a_mistake_is_read_without_the_schema_which_takes_long_to_make() -> None:
    for asked in (vocabulary._schema, vocabulary.known_names, vocabulary.names_of):
        asked.cache_clear()
    load(ROOT / "content.yaml", tuple(EDITIONS))
    assert vocabulary._schema.cache_info().currsize == 0


def test_the_schema_is_a_valid_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_the_sample_content_names_the_schema_in_its_first_line_and_loads() -> None:
    first = (ROOT / "content.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={NAME}"
    load(ROOT / "content.yaml", tuple(EDITIONS))


def test_the_sample_content_fits_the_schema() -> None:
    assert complaints((ROOT / "content.yaml").read_text(encoding="utf-8")) == []


def test_content_that_the_loader_takes_fits_the_schema(tmp_path: Path) -> None:
    load(written(tmp_path), tuple(EDITIONS))
    assert complaints(SAMPLE) == []


def test_an_included_file_may_name_the_schema_and_hold_groups_only(tmp_path: Path) -> None:
    first = SAMPLE.replace("schema", "include: [parts/*.yaml]\nschema", 1).partition("handouts:\n")
    part = "# yaml-language-server: $schema=../schema/content.schema.json\nhandouts:\n" + first[2]
    load(written(tmp_path, first[0], b=part), tuple(EDITIONS))
    assert complaints(first[0]) == []
    assert complaints(part) == []
    assert complaints(part + "titles: {}\n") != []


def test_a_first_file_without_includes_needs_every_group() -> None:
    assert complaints(SAMPLE.partition("handouts:\n")[0]) == ["'handouts' is a required property"]


TYPICAL = (
    "an unknown name",
    "no title",
    "a text without languages",
    "a missing language",
    "an unknown language",
    "a weekday in French",
    "an unknown block",
    "a phone with brackets",
    "a colour by name",
    "a date in words",
    "an hour in French",
    "one key point",
    "an id with a capital",
    "an unknown edition",
    "an approval without a name",
    "a web address without https",
    "a number in words",
    "a slug with an accent",
    "an edition twice",
    "too large a number",
)


@pytest.mark.parametrize("mistake", TYPICAL)
def test_a_typical_mistake_is_told_while_one_types(mistake: str) -> None:
    old, new, *_ = MISTAKES[mistake]
    assert complaints(changed((old, new))) != []


def test_a_mistake_in_a_block_is_told_of_the_kind_of_block_that_it_is() -> None:
    text = changed(("level: emergency", "level: urgent"))
    assert complaints(text) == ["'urgent' is not one of ['emergency', 'same_day', 'clinic']"]


def test_a_brand_that_extends_another_may_leave_out_what_it_inherits_and_no_other_may() -> None:
    assert complaints(changed(("    extends: pine\n", ""))) != []


def test_a_figure_may_stand_in_quotes_and_a_text_may_be_a_number(tmp_path: Path) -> None:
    changes = ("value: 24", 'value: "24"'), ("fr: Mains", "fr: 12"), ("version: 1.0", 'version: "1.0"')
    load(written(tmp_path, changed(*changes)), tuple(EDITIONS))
    assert complaints(changed(*changes)) == []


def parts(schema: Any, way: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield way, schema
        for key, part in schema.items():
            yield from parts(part, f"{way}/{key}")
    elif isinstance(schema, list):
        for number, part in enumerate(schema):
            yield from parts(part, f"{way}/{number}")


def test_every_name_is_explained_in_plain_words() -> None:
    for way, schema in parts(SCHEMA):
        if {"if", "else"} & set(way.split("/")):
            continue
        for name, value in schema.get("properties", {}).items() if isinstance(schema.get("properties"), dict) else ():
            assert len(value["description"]) > 10, f"{way}: {name}"
            assert "`" not in value["description"], f"{way}: {name}"


def test_every_pattern_says_what_to_write() -> None:
    found = [schema for _, schema in parts(SCHEMA) if isinstance(schema.get("pattern"), str)]
    assert len(found) > 20
    for schema in found:
        assert schema["patternErrorMessage"].endswith("."), schema
        assert r"\z" not in schema["pattern"], "a Rust pattern, which editors do not read"


def test_every_choice_of_a_table_of_meanings_is_explained() -> None:
    for way, schema in parts(SCHEMA):
        if "markdownEnumDescriptions" in schema:
            assert len(schema["markdownEnumDescriptions"]) == len(schema["enum"]), way


def test_the_schema_asks_for_the_languages_that_it_is_made_for() -> None:
    one = content_schema(EDITIONS, ("fr",))
    assert one["definitions"]["Text"]["required"] == ["fr"]
    assert list(one["definitions"]["Text"]["properties"]) == ["fr"]


def said(schema: Any) -> Iterator[str]:
    """Yield every sentence that a schema says to people."""
    for _, part in parts(schema):
        english = part.get("markdownDescription", part.get("description"))
        yield from (each for each in (english, part.get("patternErrorMessage")) if isinstance(each, str))
        yield from part.get("markdownEnumDescriptions", ())


def test_the_french_schema_says_all_in_french_and_asks_for_the_same() -> None:
    french = json.loads(schema_text(EDITIONS, told_in="fr"))
    names = {*EDITIONS.values(), *(each.name for each in LANGUAGES.values())}
    assert sorted(set(said(french)) & set(said(SCHEMA)) - names) == []
    assert sorted(words("fr").keys() - set(said(SCHEMA))) == [], "said no more"
    Draft7Validator.check_schema(french)
    assert [way for way, _ in parts(french) if "escription" not in way] == [
        way for way, _ in parts(SCHEMA) if "escription" not in way
    ]


def test_the_schema_is_the_same_bytes_each_time() -> None:
    assert schema_text(EDITIONS) == schema_text(EDITIONS)
    assert json.loads(schema_text(EDITIONS)) == SCHEMA
