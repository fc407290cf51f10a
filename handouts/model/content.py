"""The whole content."""

from typing import Literal

from pydantic import Field

from handouts.model.base import DEFAULT_LANGUAGES, ById, Languages, Line, Located, Text
from handouts.model.brand import Brand
from handouts.model.clinic import Clinic
from handouts.model.facts import Duration
from handouts.model.handout import Handout


class Content(Located):
    """All that staff edit: brands, clinics, handouts and the facts that they share.

    Attributes:
        schema_version: The version of these rules that the content is written by: `1`.
        languages: The languages of the content, French first; every text must be given in each.
        include: Further files, merged into this one: `content/*.yaml`, for instance.
        services: What clinics offer, by id.
        durations: Approved figures, by the name that text gives them in braces.
        facts: Other shared wording, by name.
        brands: How sheets look, by id.
        clinics: Who hands the sheets out, by id. The id names the clinic's folder.
        handouts: What the sheets say, by id.
    """

    schema_version: Literal["1"]
    languages: Languages = Field(default=DEFAULT_LANGUAGES, min_length=1)
    include: tuple[Line, ...] = ()
    services: ById[Text] = Field(min_length=1)
    durations: ById[Duration] = Field(default_factory=dict)
    facts: ById[Text] = Field(default_factory=dict)
    brands: ById[Brand] = Field(min_length=1)
    clinics: ById[Clinic] = Field(min_length=1)
    handouts: ById[Handout] = Field(min_length=1)
