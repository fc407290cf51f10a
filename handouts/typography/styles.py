"""How a brand looks in a layout: text styles, colours, corners."""

from dataclasses import dataclass

from handouts.layout import Scale, Type
from handouts.model import Brand
from handouts.typography.fonts import Family
from handouts.typography.palette import Palette, palette_of
from handouts.typography.paragraph import TextStyle


@dataclass(frozen=True, slots=True)
class Styles:
    """A text style for every role."""

    title: TextStyle
    message: TextStyle
    key_point: TextStyle
    heading: TextStyle
    body: TextStyle
    strong: TextStyle
    stage: TextStyle
    emergency: TextStyle
    level: TextStyle
    label: TextStyle
    wordmark: TextStyle
    tagline: TextStyle
    clinic: TextStyle
    address: TextStyle
    mark: TextStyle
    footer: TextStyle
    pointer: TextStyle


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that a brand and a layout's sizes give to drawing."""

    styles: Styles
    palette: Palette
    radius: float
    bar: float


def colored(style: TextStyle, color: str) -> TextStyle:
    """Return a style in another colour, links included: where the ground is coloured, one colour reads on it."""
    return style._replace(color=color, link_color=None)


def look_of(brand: Brand, scale: Scale, family: Family, ratio: float) -> Look:
    """Return how a brand looks at a layout's sizes, with at least `ratio` of contrast."""
    palette = palette_of(brand, ratio)
    return Look(_styles(brand, scale, family, palette), palette, brand.corner_radius, brand.message_bar)


def _larger(type_: Type, wanted: float | None) -> Type:
    """Return the size that a brand asks for, where that is larger than the layout's."""
    if wanted is None or wanted <= type_.size:
        return type_
    return Type(wanted, type_.leading * wanted / type_.size)


def _styles(brand: Brand, scale: Scale, family: Family, palette: Palette) -> Styles:
    def style(type_: Type, weight: str, color: str = palette.ink) -> TextStyle:
        linked = palette.brand if color == palette.ink else None
        return TextStyle(getattr(family, weight), family.bold, type_.size, type_.leading, color, linked)

    asked = brand.type_scale
    return Styles(
        title=style(_larger(scale.title, asked.title), "bold", palette.brand),
        message=style(_larger(scale.message, asked.message), "semibold"),
        key_point=style(scale.key_point, "bold"),
        heading=style(_larger(scale.heading, asked.heading), "bold", palette.brand),
        body=style(scale.body, "regular"),
        strong=style(scale.body, "bold"),
        stage=style(scale.stage, "bold"),
        emergency=style(scale.emergency, "bold"),
        level=style(scale.level, "bold"),
        label=style(scale.body, "semibold"),
        wordmark=style(scale.wordmark, "bold", palette.brand),
        tagline=style(scale.tagline, "regular", palette.soft),
        clinic=style(scale.clinic, "bold"),
        address=style(scale.clinic, "regular", palette.soft),
        mark=style(scale.mark, "bold"),
        footer=style(scale.footer, "regular", palette.soft),
        pointer=style(scale.footer, "bold"),
    )
