"""Colours that cannot be read, in colour or in grey (WCAG 2.2, 1.4.3 and 1.4.6)."""

from collections.abc import Sequence

from handouts.errors import Problem
from handouts.layout import Layout
from handouts.model import Content
from handouts.typography.palette import check_colors


def check_appearance(content: Content, layouts: Sequence[Layout]) -> list[Problem]:
    """Check the colours of each brand in the layouts that its clinics want."""
    wanted: dict[str, float] = {}
    ratios = {layout.id: layout.contrast for layout in layouts}
    for clinic in content.clinics.values():
        strictest = max((ratios.get(edition, 0.0) for edition in clinic.editions), default=0.0)
        wanted[clinic.brand] = max(wanted.get(clinic.brand, 0.0), strictest)
    return [
        problem
        for brand, ratio in wanted.items()
        if brand in content.brands
        for problem in check_colors(brand, content.brands[brand], ratio)
    ]
