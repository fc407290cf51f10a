"""Blocks that are lists: what to do, what to leave alone, in an order or in none."""

from typing import Any, Literal

from pydantic import Field, ValidationInfo, model_validator

from handouts.model.base import DEFAULT_LANGUAGES, Id, Items, Located, Spans, Text
from handouts.model.blocks.any_block import AnyBlock


class Bullets(AnyBlock):
    """A list whose order does not matter.

    Attributes:
        items: The texts of the list.
        short: The same list, shorter; one-sheet editions print it in place of the items.
    """

    block: Literal["bullets"]
    items: Items = Field(min_length=1)
    short: Items | None = None


class Steps(AnyBlock):
    """A list whose order matters, numbered.

    Attributes:
        items: The texts of the steps, in their order.
        short: The same steps, shorter; one-sheet editions print them in place of the items.
    """

    block: Literal["steps"]
    items: Items = Field(min_length=1)
    short: Items | None = None


class ListItem(Located):
    """A thing to do or to avoid, why, and for how long (a text, or the name of a shared duration).

    Attributes:
        id: A name for this thing, the same in the long list and the short one.
        text: The thing itself.
        reason: Why, in a few words; people keep to what they understand.
        duration: For how long: the name of a figure under `durations:`, or a text.
    """

    id: Id | None = None
    text: Text
    reason: Text | None = None
    duration: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _duration_by_name(cls, value: Any, info: ValidationInfo) -> Any:
        """Take `duration: makeup_wait` for the text `{makeup_wait}` in every language."""
        named = value.get("duration") if isinstance(value, dict) else None
        if not isinstance(named, str) or len(named.split()) > 1 or named[:1].isdigit():  # words are no name
            return value
        name = named.removeprefix("{").removesuffix("}")
        languages = info.context["languages"] if info.context else DEFAULT_LANGUAGES
        span = value.get("@", Spans()).of("duration")
        spans = Spans(span, dict.fromkeys(languages, span) if span else {})
        return value | {"duration": {"@": spans} | dict.fromkeys(languages, f"{{{name}}}")}


class DoList(AnyBlock):
    """What to do.

    Attributes:
        items: The things to do, each with its reason and for how long.
        short: The same list, shorter; one-sheet editions print it in place of the items.
    """

    block: Literal["do"]
    items: tuple[ListItem, ...] = Field(min_length=1)
    short: tuple[ListItem, ...] | None = None


class AvoidList(AnyBlock):
    """What to leave alone.

    Attributes:
        items: The things to leave alone, each with its reason and for how long.
        short: The same list, shorter; one-sheet editions print it in place of the items.
    """

    block: Literal["avoid"]
    items: tuple[ListItem, ...] = Field(min_length=1)
    short: tuple[ListItem, ...] | None = None
