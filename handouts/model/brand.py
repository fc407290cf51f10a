"""How a brand looks."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from handouts.model.base import AssetPath, Id, Located, Text
from handouts.model.figures import Points

COLOR = r"^#[0-9A-Fa-f]{6}\z"
Color = Annotated[str, StringConstraints(pattern=COLOR)]


class Colors(Located):
    """The three colours of a brand; ink, hairlines and the colours of warnings belong to the engine.

    Attributes:
        brand: For headings, rules and icons, on white. One too light to read is darkened, and you are told.
        brand_mid: For backgrounds and bars, under dark text.
        brand_tint: For large backgrounds, under dark text: the lightest of the three.
    """

    brand: Color
    brand_mid: Color
    brand_tint: Color


class FontFiles(Located):
    """A brand's own font family: static TrueType files under `assets/`, with their licence beside them.

    Attributes:
        regular: For running text.
        semibold: For labels and small headings.
        bold: For headings and what is between two stars.
    """

    regular: AssetPath
    semibold: AssetPath
    bold: AssetPath


class TypeScale(Located):
    """Sizes in points that a brand asks for; the layout's own size holds where it is larger.

    Attributes:
        title: The title of a sheet, in points (12 to 40).
        message: The main message, in points (12 to 28).
        heading: The headings, in points (12 to 28).
    """

    title: Points | None = Field(default=None, ge=12, le=40)
    message: Points | None = Field(default=None, ge=12, le=28)
    heading: Points | None = Field(default=None, ge=12, le=28)


class Brand(Located):
    """How a brand looks: names, colours, logo, corners. It says nothing of content or places.

    Attributes:
        name: What the brand is called.
        tagline: A few words under the name.
        colors: The three colours of the brand.
        logo: The logo: a path under `assets/`, to an SVG (text as outlines), PNG or JPEG.
        corner_radius: How round the corners of boxes are, in points (0 to 9).
        message_bar: How wide the bar beside the main message is, in points (0 to 5).
        cover_art: What a generated cover is decorated with.
        fonts: A font family of the brand's own; left out, Source Sans 3.
        type_scale: Larger sizes for titles, the main message or headings.
        extends: Another brand, by id; what this one does not say is taken from there.
    """

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
