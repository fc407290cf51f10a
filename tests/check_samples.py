"""A small content without a fault, into which a test puts one: by a part of YAML, as an editor would write it."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from handouts.checks import check_content, check_wording_of
from handouts.content import load
from handouts.content.loading import Loaded
from handouts.errors import Problem
from handouts.model import Handout
from layouts import LAYOUTS

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 23)
EDITIONS = tuple(layout.id for layout in LAYOUTS)
SOUND = ROOT / "tests" / "samples" / "checked" / "content.yaml"
"""Has no fault; its section `care` is where a test puts one."""


@cache
def _sound() -> Any:
    return _read(SOUND.read_text(encoding="utf-8"))


def sound() -> dict[str, Any]:
    """Return the sound content, for a test to change."""
    content: dict[str, Any] = deepcopy(_sound())
    return content


def _read(text: str) -> Any:
    return yaml.load(text, yaml.CBaseLoader)  # noqa: S506 (makes nothing but text)


def written(content: object) -> str:
    """Return a content as YAML: each value on a line of its own, in quotes."""
    return yaml.dump(
        content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, default_style='"', width=10_000
    )


def with_part(part: str) -> dict[str, Any]:  # noqa: C901, PLR0912
    """Return the sound content with a part of YAML in it, where its names belong."""
    content = sound()
    said = _read(part)
    handout = content["handouts"]["care"]
    care = handout["sections"][1]
    match said:
        case {"fr": _, "en": _}:
            care["blocks"].append({"block": "paragraph", "text": said})
        case {"heading": _} | {"blocks": _}:
            care.update(said)
        case {"sections": sections}:
            handout["sections"][1:3] = sections
        case {"signs": _}:
            next(block for block in handout["sections"][-1]["blocks"] if block["level"] == said["level"]).update(said)
        case [{"block": "warning"}, *_]:
            handout["sections"][-1]["blocks"][: len(said)] = said
        case [{"block": "key_points"}]:
            handout["sections"][0]["blocks"][1:] = said
        case [*_]:
            care["blocks"] += said
        case {"phone": _} | {"after_hours": _} | {"hours": _}:
            content["clinics"]["quebec"].update(said)
        case {"title": _}:
            copied = deepcopy(handout) | {"code": "COP", "slug": {"fr": "copie", "en": "copy"}}
            content["handouts"]["copied"] = copied | said
        case _:
            for name, value in said.items():
                if name in Handout.model_fields:
                    handout[name] = value
                else:
                    content.setdefault(name, {}).update(value)
    return content


def load_with(part: str, folder: Path) -> Loaded:
    """Load the sound content with a part of YAML in it."""
    path = folder / "content.yaml"
    path.write_text(written(with_part(part)), encoding="utf-8")
    return load(path, EDITIONS)


def found(part: str, folder: Path, today: date = TODAY) -> list[Problem]:
    """Return what the checks find in the sound content with a part of YAML in it."""
    loaded = load_with(part, folder)
    texts = loaded.sources.files
    fit = check_content(loaded.content, ROOT, texts, today, LAYOUTS)
    return [*fit, *check_wording_of(loaded.content, texts, today)]


def in_paragraph(fr: str, en: str) -> str:
    """Return the part that is a paragraph."""
    return written({"en": en, "fr": fr})


def codes(problems: Sequence[Problem]) -> list[str]:
    """Return their codes."""
    return [problem.code for problem in problems]


def spot(problem: Problem, loaded: Loaded) -> str:
    """Return the characters that a problem points at."""
    at = problem.at
    files: Mapping[str, Any] = loaded.sources.files
    return str(files[at.file].text[at.start : at.end]) if at else ""
