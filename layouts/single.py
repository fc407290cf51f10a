"""One language, whole, for screen and email: live links, bookmarks, lines to type on."""

from handouts.layout import Layout
from handouts.paper import Box
from layouts.two_sided import TWO_SIDED

SINGLE = Layout(
    id="single",
    names={"fr": "document complet à l’écran", "en": "full document for the screen"},
    file_words={"fr": "complet", "en": "full"},
    paper=TWO_SIDED.paper,
    flow=Box(36, 27, 540, 742 - 27),
    arrangement="pages",
    bilingual=False,
    scale=TWO_SIDED.scale,
    spacing=TWO_SIDED.spacing,
    wide=True,
    max_pages=None,
    short=False,
    order=("main_message", "warning", "contact", "timeline", "do", "avoid", "..."),
    code="L",
    interactive=True,
    footer="columns",
    continued=29,
)
