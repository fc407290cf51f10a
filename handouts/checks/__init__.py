"""Is this fit to hand out? Each check is a function from the content to problems; add one here and it is run."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from handouts.checks.appearance import check_appearance
from handouts.checks.glyphs import check_glyphs
from handouts.checks.review import check_reviews
from handouts.content.decoding import SourceText
from handouts.errors import Problem
from handouts.layout import Layout
from handouts.model import Content


def check_content(
    content: Content, root: Path, sources: Mapping[str, SourceText], today: date, layouts: Sequence[Layout]
) -> list[Problem]:
    """Return everything about valid content that makes it unfit, or less fit, to hand out.

    Args:
        content: Valid content.
        root: Its folder, which asset paths start from.
        sources: The text of its files, so that problems point at the very characters.
        today: The day on which reviews are or are not overdue.
        layouts: Every layout that there is.
    """
    return [
        *check_glyphs(content, root, sources),
        *check_appearance(content, layouts),
        *check_reviews(content, today),
    ]
