"""A brand's colours by their job, dark enough to be read, and what is wrong with them (WCAG 2.2, 1.4.3, 1.4.6)."""

from collections.abc import Iterator
from dataclasses import dataclass

from handouts.errors import Problem
from handouts.model import Brand
from handouts.typography.color import WHITE, contrast, darkened, distance, grey, legible

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
