"""Everything that is wrong with content that could be read: what stood in the way of parts of it, and every check."""

from collections.abc import Collection, Iterator

from handouts import silence
from handouts.checks import check_content, check_wording_of
from handouts.checks.manuscript import Manuscript
from handouts.content import Loaded
from handouts.errors import Problem
from handouts.plan import Workshop
from handouts.silence import Silencing
from handouts.wording.proofread import check_texts

SPELLING = frozenset({"W260"})
"""What comes up only where dictionaries are asked."""


def findings(loaded: Loaded, shop: Workshop, *, spelled: Collection[str] | None = None) -> Silencing:
    """Return the problems of content, each once, parted into those to be told and those that a comment in it allows.

    Args:
        loaded: The content, as it was read.
        shop: What it is printed with.
        spelled: The handouts whose words are looked up in dictionaries, with all that is theirs in common; None for
            no words at all. That takes an optional library and some time.

    Raises:
        UsageError: The library is not installed.
    """
    content = loaded.content
    found = [
        *loaded.problems,
        *loaded.warnings,
        *check_texts(content, shop.sources),
        *check_content(content, shop.root, shop.sources, shop.today, shop.layouts),
        *check_wording_of(content, shop.sources, shop.today),
        *(_misspelled(shop, spelled) if spelled is not None else ()),
    ]
    unasked = SPELLING if spelled is None else frozenset()
    return silence.apply(tuple(_once(found)), loaded.sources, complete=not loaded.left_out, unasked=unasked)


def _misspelled(shop: Workshop, handouts: Collection[str]) -> Iterator[Problem]:
    from handouts.checks.spelling import check_words  # noqa: PLC0415 (an optional part, which few ask for)

    return check_words(Manuscript(shop.content, shop.sources), shop.root, handouts)


def _once(problems: list[Problem]) -> Iterator[Problem]:
    """Yield each problem once: a name that one language lacks (W170) is told as the figure it stands for (E201)."""
    figures = {problem.at for problem in problems if problem.code == "E201"}
    for problem in dict.fromkeys(problems):
        if problem.code != "W170" or problem.at not in figures:
            yield problem
