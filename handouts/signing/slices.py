"""A slice of the content: one handout and all that it names, complete in itself."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from handouts.keeping.digests import digest_of
from handouts.model import Content
from handouts.model.base import Context
from handouts.pictures.assets import asset_digest

_NAME = re.compile(r"\{(\w[\w-]*)\}")
_PRINTED = ("value", "to", "unit")  # of a figure; its source and its approver stand on no sheet


class UnreadableSliceError(Exception):
    """It was written by another version of this program, or damaged."""


@dataclass(frozen=True, slots=True)
class Slice:
    """What a handout says.

    Attributes:
        languages: Of the content, in its order.
        said: The handout, its service, and the figures and facts that it names, as JSON has them.
        figures: The digest of each picture that it shows, by its path.
    """

    ident: str
    languages: tuple[str, ...]
    said: Mapping[str, Any]
    figures: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Hex digits made from all that a patient can read in it; who approved it, and when, is no part of that."""
        handout = {name: value for name, value in self.said["handout"].items() if name != "approval"}
        figures = {name: {key: each.get(key) for key in _PRINTED} for name, each in self.said["durations"].items()}
        said = [self.languages, handout, figures, self.said["facts"], dict(self.figures)]
        return digest_of(said)


def slice_of(content: Content, ident: str, root: Path) -> Slice:
    """Return the slice of a handout; `root` is the folder that the paths of pictures start from."""
    handout = content.handouts[ident]
    named = named_in(content, handout)
    said = {
        "handout": _plain(handout),
        "services": {handout.service: _plain(content.services[handout.service])},
        "durations": {name: _plain(each) for name, each in content.durations.items() if name in named},
        "facts": {name: _plain(each) for name, each in content.facts.items() if name in named},
    }
    return Slice(ident, content.languages, said, {path: asset_digest(root, path) for path in handout.figures})


def named_in(content: Content, *parts: BaseModel) -> frozenset[str]:
    """Return every figure and fact that parts of the content name, those that a named fact names in turn included."""
    named = _names(parts)
    return named | _names(content.facts[name] for name in named if name in content.facts)


def _names(parts: Iterable[BaseModel]) -> frozenset[str]:
    return frozenset(name for part in parts for name in _NAME.findall(part.model_dump_json()))


def content_of(part: Slice, now: Content) -> Content:
    """Return a content that says what a slice says, for the clinics and in the brands of another.

    Raises:
        UnreadableSliceError: The slice does not fit the model.
    """
    said = part.said
    whole = {
        "schema_version": "1",
        "languages": part.languages,
        "services": {**now.services, **said["services"]},
        "durations": said["durations"],
        "facts": said["facts"],
        "brands": now.brands,
        "clinics": now.clinics,
        "handouts": {part.ident: said["handout"]},
    }
    try:
        return Content.model_validate(whole, context=Context(languages=part.languages, ids={}))
    except ValidationError as error:
        raise UnreadableSliceError(str(error)) from error


def _plain(part: BaseModel) -> Any:
    """Return a part as JSON has it. What is left at its default is left out, so that new names change no old slice."""
    return part.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
