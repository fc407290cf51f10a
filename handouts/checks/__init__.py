"""Is this fit to hand out? Each check is a function from the content to problems; add one here and it is run.

`check_content` looks at what is printed with what; `check_wording_of` reads the texts as an editor would.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from handouts.checks.appearance import check_appearance
from handouts.checks.comments import check_comments
from handouts.checks.glyphs import check_glyphs
from handouts.checks.likelihood import check_likelihood
from handouts.checks.parity.comparing import check_parity
from handouts.checks.parity.targets import check_sites
from handouts.checks.plain.plain_language import check_plain_language
from handouts.checks.premises import check_premises
from handouts.checks.review import check_reviews
from handouts.checks.safety.approvals import check_approvals
from handouts.checks.safety.calling import check_calling
from handouts.checks.safety.claims import check_wording
from handouts.checks.safety.clinic_names import typed_names
from handouts.checks.safety.contradicted import check_contradicted
from handouts.checks.safety.harms import check_harms
from handouts.checks.safety.privacy import check_privacy
from handouts.checks.safety.reaching import check_reaching
from handouts.checks.safety.signs import check_signs
from handouts.checks.safety.urgency import check_urgency
from handouts.checks.siblings import check_siblings
from handouts.checks.text.manuscript import WRITTEN, Manuscript
from handouts.checks.titles import check_titles
from handouts.checks.unwritten import check_unwritten, check_unwritten_shared
from handouts.checks.writing.agreement import check_agreement
from handouts.checks.writing.confusions import check_confusions
from handouts.checks.writing.gender import check_gender
from handouts.checks.writing.punctuation import check_punctuation
from handouts.checks.writing.typographic import check_typography
from handouts.content.decoding import SourceText
from handouts.errors import Problem
from handouts.layout import Layout
from handouts.model import Content


def check_content(
    content: Content,
    root: Path,
    sources: Mapping[str, SourceText],
    today: date,
    layouts: Sequence[Layout],
    *,
    glyphs: bool = True,
) -> list[Problem]:
    """Return everything about valid content that makes it unfit, or less fit, to hand out.

    Args:
        content: Valid content.
        root: Its folder, which asset paths start from.
        sources: The text of its files, so that problems point at the very characters.
        today: The day on which reviews are or are not overdue.
        layouts: Every layout that there is.
        glyphs: Whether to ask if the fonts have every character; they take long to load.
    """
    return [
        *(check_glyphs(content, root, sources) if glyphs else ()),
        *check_appearance(content, layouts),
        *check_reviews(content, today),
        *check_unwritten_shared(content),
        *check_premises(content),
        *check_reaching(content),
        *check_titles(content),
        *check_siblings(content),
        *check_likelihood(content),
        *check_sites(content),
        *check_comments(content, sources),
    ]


def check_wording_of(
    content: Content, sources: Mapping[str, SourceText], today: date, groups: tuple[str, ...] = WRITTEN
) -> list[Problem]:
    """Return what an editor would say of the texts: parity, typography, plain language, safety, privacy, approvals.

    Args:
        content: Valid content.
        sources: The text of its files, so that problems point at the very characters.
        today: The day on which dates have or have not come.
        groups: The parts of the content whose texts are read.
    """
    return check_manuscript(Manuscript(content, sources, groups), today)


def check_manuscript(manuscript: Manuscript, today: date) -> list[Problem]:
    """Return what `check_wording_of` does, but for what is settled already."""
    found = [
        *check_parity(manuscript),
        *check_typography(manuscript),
        *check_punctuation(manuscript),
        *check_confusions(manuscript),
        *check_agreement(manuscript),
        *check_gender(manuscript),
        *check_plain_language(manuscript),
        *check_wording(manuscript),
        *check_signs(manuscript),
        *check_urgency(manuscript),
        *check_calling(manuscript),
        *check_harms(manuscript),
        *check_contradicted(manuscript),
        *check_privacy(manuscript),
        *typed_names(manuscript),
        *check_approvals(manuscript, today),
        *check_unwritten(manuscript),
    ]
    return list(dict.fromkeys(found))
