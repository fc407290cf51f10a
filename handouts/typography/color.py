"""Colours as `#RRGGBB`, their contrast in colour and in grey, and darkening until text can be read."""

import math
from functools import lru_cache

WHITE, BLACK = "#FFFFFF", "#000000"
_LINEAR_LIMIT = 0.04045  # sRGB transfer function, IEC 61966-2-1


def channels(color: str) -> tuple[float, float, float]:
    """Return red, green and blue from 0 to 1."""
    return int(color[1:3], 16) / 255, int(color[3:5], 16) / 255, int(color[5:7], 16) / 255


def grey(color: str) -> str:
    """Return what a black and white printer makes of a colour (ITU-R BT.601 luma)."""
    red, green, blue = channels(color)
    level = round((0.299 * red + 0.587 * green + 0.114 * blue) * 255)
    return f"#{level:02X}{level:02X}{level:02X}"


def _luminance(color: str) -> float:
    linear = [c / 12.92 if c <= _LINEAR_LIMIT else ((c + 0.055) / 1.055) ** 2.4 for c in channels(color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def legible(color: str, ground: str, ratio: float) -> bool:
    """Whether a colour reads on its ground both on a screen and from a black and white printer."""
    return contrast(color, ground) >= ratio and contrast(grey(color), grey(ground)) >= ratio


@lru_cache(maxsize=1024)
def darkened(color: str, ground: str, ratio: float) -> str:
    """Return the nearest darker shade of a colour that is legible on its ground; black at worst."""
    for percent in range(100, -1, -1):
        shade = "#" + "".join(f"{round(c * 255 * percent / 100):02X}" for c in channels(color))
        if legible(shade, ground, ratio):
            return shade
    return BLACK


def distance(one: str, other: str) -> float:
    """Return how far apart two colours look (CIE 1976 ΔE, in L*a*b*): about 2 can just be told apart."""
    return math.dist(_lab(one), _lab(other))


def _lab(color: str) -> tuple[float, float, float]:
    red, green, blue = (c / 12.92 if c <= _LINEAR_LIMIT else ((c + 0.055) / 1.055) ** 2.4 for c in channels(color))
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))  # noqa: PLR2004 (CIE 15)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
