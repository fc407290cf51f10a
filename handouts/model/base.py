"""What every part of the content shares: where it stands in its file, and text in each language."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, TypedDict, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from handouts.errors import Span

MAX_TEXT = 4000  # characters in one text; layout time grows with length, and no patient reads more
MAX_LINE = 300  # characters in a name, an address part, a source
DEFAULT_LANGUAGES = ("fr", "en")


class UnfitError(ValueError):
    """Values that do not go together.

    Attributes:
        hint: What to do.
        name: The value to point at; the first that the message names when left out.
    """

    def __init__(self, message: str, hint: str, name: str = "") -> None:
        super().__init__(message)
        self.hint = hint
        self.name = name


class Context(TypedDict):
    """What the loader tells the model while it validates.

    Attributes:
        languages: That every text must have.
        ids: What names can refer to, by group (`brands`, `services`, `durations`, `editions`); a group
            that is not here is not checked.
    """

    languages: tuple[str, ...]
    ids: Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Spans:
    """Where a mapping of the content stands, and each of its values.

    Attributes:
        whole: The name that the mapping stands under (`levis:`), or in a list its first name.
        values: By key; the items of a list are under `editions.0`, `editions.1`.
    """

    whole: Span | None = None
    values: Mapping[str, Span] = field(default_factory=dict)

    def of(self, key: str, index: int | None = None) -> Span | None:
        """Return where the value of `key` stands, or its item `index`, or else the nearest around it."""
        value = self.values.get(key, self.whole)
        return value if index is None else self.values.get(f"{key}.{index}", value)


class Located(BaseModel):
    """A mapping of the content that knows where it stands. The loader puts its spans under the key `@`."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", coerce_numbers_to_str=True, validate_by_name=True, defer_build=True
    )

    at: SkipJsonSchema[Spans] = Field(default=Spans(), alias="@", exclude=True, repr=False)


NOT_BLANK = r"\S"


class Text(Located):
    """One text in every language of the content, side by side: `{fr: …, en: …}`."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Annotated[str, StringConstraints(pattern=NOT_BLANK, max_length=MAX_TEXT)]]

    @model_validator(mode="after")
    def _is_in_every_language(self, info: ValidationInfo) -> "Text":
        languages = info.context["languages"] if info.context else tuple(self.words)
        if self.words.keys() != set(languages):
            missing = [language for language in languages if language not in self.words]
            unknown = [language for language in self.words if language not in languages]
            raise PydanticCustomError("languages", "not in every language", {"missing": missing, "unknown": unknown})
        return self

    def __getitem__(self, language: str) -> str:
        return self.words[language]

    @property
    def words(self) -> dict[str, str]:
        """The text by language code."""
        return self.__pydantic_extra__

    def span(self, language: str) -> Span | None:
        """Return where the text in `language` stands."""
        return self.at.of(language)


RESERVED_NAMES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)),
}
"""Names that Windows does not allow for a file, whatever its ending."""


def _not_reserved(name: str) -> str:
    if name in RESERVED_NAMES:
        raise PydanticCustomError("reserved_name", "a name that Windows keeps for itself")
    return name


ID = r"^[a-z0-9](?:[a-z0-9_-]{0,46}[a-z0-9])?\z"
Id = Annotated[str, StringConstraints(pattern=ID), AfterValidator(_not_reserved)]
"""A name that is safe as a file name on every system: lower case letters, digits, hyphens."""


def _refers_to(group: str) -> BeforeValidator:
    """Ask whether there is such a name before asking how it is written: what was meant is one of those that are."""

    def known(name: object, info: ValidationInfo) -> object:
        ids = info.context["ids"].get(group) if info.context else None
        if ids is not None and isinstance(name, str) and name not in ids:
            raise PydanticCustomError("unknown_reference", "refers to nothing", {"group": group, "ids": list(ids)})
        return name

    return BeforeValidator(known)


BrandId = Annotated[Id, _refers_to("brands")]
ServiceId = Annotated[Id, _refers_to("services")]
DurationId = Annotated[Id, _refers_to("durations")]
EditionId = Annotated[Id, _refers_to("editions")]


def _each_once(words: tuple[str, ...]) -> tuple[str, ...]:
    for number, word in enumerate(words):
        if word in words[:number]:
            raise PydanticCustomError("named_twice", "twice in one list", {"number": number, "word": word})
    return words


Editions = Annotated[tuple[EditionId, ...], Field(min_length=1), AfterValidator(_each_once)]
"""Layouts, by id; none named means all."""

Services = Annotated[tuple[ServiceId, ...], AfterValidator(_each_once)]
Languages = Annotated[tuple[Id, ...], AfterValidator(_each_once)]

SLUG = r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?"
Line = Annotated[str, StringConstraints(pattern=NOT_BLANK, max_length=MAX_LINE)]
"""A few words that are the same in every language."""

AssetPath = Annotated[str, StringConstraints(pattern=NOT_BLANK, max_length=MAX_LINE)]
"""A file under `assets/`, with forward slashes, from the folder of `content.yaml`."""

_Part = TypeVar("_Part")


def without_spans(value: Any) -> Any:
    """Take away what only a part with fields of its own can hold."""
    return {key: part for key, part in value.items() if key != "@"} if isinstance(value, dict) else value


ById = Annotated[dict[Id, _Part], BeforeValidator(without_spans)]
"""Parts of the content, each under its own name."""

Items = tuple[Text, ...]
