"""How a brand looks."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from handouts.model.base import AssetPath, Id, Located, Text
from handouts.model.figures import Points

COLOR = r"^#[0-9A-Fa-f]{6}\z"
Color = Annotated[str, StringConstraints(pattern=COLOR)]


class Colors(Located):
    """The three colours of a brand; ink, hairlines and the colours of warnings belong to the engine."""

    brand: Color
    brand_mid: Color
    brand_tint: Color


class FontFiles(Located):
    """A brand's own font family: static TrueType files under `assets/`, with their licence beside them."""

    regular: AssetPath
    semibold: AssetPath
    bold: AssetPath


class TypeScale(Located):
    """Sizes in points that a brand asks for; the layout's own size holds where it is larger."""

    title: Points | None = Field(default=None, ge=12, le=40)
    message: Points | None = Field(default=None, ge=12, le=28)
    heading: Points | None = Field(default=None, ge=12, le=28)


class Brand(Located):
    """How a brand looks: names, colours, logo, corners. It says nothing of content or places."""

    name: Text
    tagline: Text | None = None
    colors: Colors
    logo: AssetPath
    corner_radius: Points = Field(default=0, ge=0, le=9)
    message_bar: Points = Field(default=0, ge=0, le=5)
    cover_art: Literal["bars", "waves", "none"] = "none"
    fonts: FontFiles | None = None
    type_scale: TypeScale = TypeScale()
    extends: Id | None = None
