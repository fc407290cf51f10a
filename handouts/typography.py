"""How a brand looks in a layout: text styles, colours that can be read, corners."""

from collections.abc import Iterator
from dataclasses import dataclass

from handouts.color import WHITE, contrast, darkened, distance, grey, legible
from handouts.errors import Problem
from handouts.fonts import Family
from handouts.layout import Scale, Type
from handouts.model import Brand
from handouts.paragraph import TextStyle

INK, INK_SOFT, INK_SOFT_LARGE, HAIRLINE = "#1A1A1A", "#4A4A4A", "#333333", "#8C8C8C"
EMERGENCY, SAME_DAY = "#9E1B22", "#F4B83F"
AAA = 7.0  # WCAG 2.2, 1.4.6
_LIKE_RED, _LIKE_AMBER = 22.0, 30.0  # ΔE below which one colour passes for another beside it; grounds fill large areas


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by their job: the brand is structure, red is 911 only, amber the same day only."""

    brand: str
    mid: str
    tint: str
    soft: str
    ink: str = INK
    hairline: str = HAIRLINE
    emergency: str = EMERGENCY
    same_day: str = SAME_DAY


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


def palette_of(brand: Brand, ratio: float) -> Palette:
    """Return a brand's colours, the brand colour darkened until it reads on white, on its tint and under white text."""
    colors = brand.colors
    shade = darkened(darkened(colors.brand, WHITE, ratio), colors.brand_tint, ratio)
    return Palette(shade, colors.brand_mid, colors.brand_tint, INK_SOFT_LARGE if ratio >= AAA else INK_SOFT)


def check_colors(brand_id: str, brand: Brand, ratio: float) -> list[Problem]:
    """Say which colours of a brand cannot be read, in colour or in grey."""
    colors = brand.colors
    grounds = (("brand_mid", colors.brand_mid), ("brand_tint", colors.brand_tint))
    problems = [
        Problem(
            "E301",
            f"text cannot be read on {ground}, the `{name}` of {brand_id}: "
            f"contrast {_least_contrast(INK, ground):.1f}, at least {ratio:g} is needed",
            colors.at.of(name),
            f"choose a lighter `{name}`",
        )
        for name, ground in grounds
        if not legible(INK, ground, ratio)
    ]
    shade = palette_of(brand, ratio).brand
    if not problems and shade != colors.brand:
        message = f"{colors.brand}, the `brand` of {brand_id}, is too light for text and prints as {shade}"
        hint = "choose a darker `brand` to decide the shade yourself"
        problems.append(Problem("W301", message, colors.at.of("brand"), hint))
    return [*problems, *_like_warnings(brand_id, brand, shade)]


def _like_warnings(brand_id: str, brand: Brand, shade: str) -> Iterator[Problem]:
    """Find a colour of a brand that looks like that of a warning, which then looks like everything else."""
    colors = brand.colors
    if distance(shade, EMERGENCY) < _LIKE_RED:
        message = f"{colors.brand}, the `brand` of {brand_id}, looks like the red of 911, which then stands out no more"
        yield Problem("W302", message, colors.at.of("brand"), "choose another colour, or a much darker one")
    for name, ground in (("brand_mid", colors.brand_mid), ("brand_tint", colors.brand_tint)):
        if distance(ground, SAME_DAY) < _LIKE_AMBER:
            message = f"{ground}, the `{name}` of {brand_id}, looks like the amber of the same-day box"
            yield Problem("W302", message, colors.at.of(name), "choose another colour; amber is for what cannot wait")


def _least_contrast(color: str, ground: str) -> float:
    """Return the contrast in colour or in grey, whichever is less."""
    return min(contrast(color, ground), contrast(grey(color), grey(ground)))


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
