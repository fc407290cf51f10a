"""Everything that is wrong with content that could be read: what stood in the way of parts of it, and every check."""

from collections.abc import Sequence

from handouts.content import Loaded
from handouts.errors import Problem
from handouts.plan import Workshop
from handouts.wording.proofread import check_texts


def findings(loaded: Loaded, shop: Workshop) -> Sequence[Problem]:
    """Return the problems of content, each once."""
    found = [*loaded.problems, *loaded.warnings, *check_texts(loaded.content, shop.sources)]
    return tuple(dict.fromkeys(found))
