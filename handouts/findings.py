"""Everything that is wrong with content that could be read: what stood in the way of parts of it, and every check."""

from handouts import silence
from handouts.checks import check_content
from handouts.content import Loaded
from handouts.plan import Workshop
from handouts.silence import Silencing
from handouts.wording.proofread import check_texts


def findings(loaded: Loaded, shop: Workshop) -> Silencing:
    """Return the problems of content, each once, parted into those to be told and those that a comment in it allows."""
    content = loaded.content
    found = [
        *loaded.problems,
        *loaded.warnings,
        *check_texts(content, shop.sources),
        *check_content(content, shop.root, shop.sources, shop.today, shop.layouts),
    ]
    return silence.apply(tuple(dict.fromkeys(found)), loaded.sources, complete=not loaded.left_out)
