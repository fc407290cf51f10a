"""Everything that is wrong with content that could be read: what stood in the way of parts of it, and every check."""

from collections.abc import Iterator

from handouts import silence
from handouts.checks import check_content, check_wording_of
from handouts.content import Loaded
from handouts.errors import Problem
from handouts.plan import Workshop
from handouts.silence import Silencing
from handouts.wording.proofread import check_texts


def findings(loaded: Loaded, shop: Workshop) -> Silencing:
    """Return the problems of content, each once, parted into those to be told and those that a comment in it allows."""
    content = loaded.content
    found = [
        *loaded.problems,
        *loaded.warnings,
        *shop.standing.problems,
        *check_texts(content, shop.sources),
        *check_content(content, shop.root, shop.sources, shop.today, shop.layouts),
        *check_wording_of(content, shop.sources, shop.today),
    ]
    return silence.apply(tuple(_once(found)), loaded.sources, complete=not loaded.left_out)


def _once(problems: list[Problem]) -> Iterator[Problem]:
    """Yield each problem once: a name that one language lacks (W170) is told as the figure it stands for (E201)."""
    figures = {problem.at for problem in problems if problem.code == "E201"}
    for problem in dict.fromkeys(problems):
        if problem.code != "W170" or problem.at not in figures:
            yield problem
