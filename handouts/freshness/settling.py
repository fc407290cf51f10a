"""Saying that texts say the same in each language, and forgetting what no text needs any more."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from handouts.freshness.judging import Freshness, Judged
from handouts.freshness.ledger import Ledger, Sides


@dataclass(frozen=True, slots=True)
class Settled:
    """What a side file holds after something was said.

    Attributes:
        lines: How many texts each line stands for.
        recorded: Texts of which it was not known before.
        pruned: How many different lines were taken out.
    """

    lines: Counter[Sides]
    recorded: tuple[Judged, ...]
    pruned: int


def settle(freshness: Freshness, ledger: Ledger, chosen: Collection[int], *, whole: bool = True) -> Settled:
    """Say of some texts that they say the same in each language.

    Args:
        freshness: Of all texts.
        ledger: What was said before.
        chosen: Numbers of texts in `freshness.judged`.
        whole: Whether these are all texts of the content; if not, nothing is forgotten.
    """
    settled: Counter[Sides] = Counter()
    waiting: set[tuple[str, str]] = set()
    for number, each in enumerate(freshness.judged):
        if number in chosen or each.verdict == "fresh":
            settled[each.sides] += 1
        else:
            waiting.update(each.sides)
    kept = {line: times for line, times in ledger.lines.items() if not whole or not waiting.isdisjoint(line)}
    lines = settled | Counter(kept)  # of two counts the higher
    recorded = tuple(freshness.judged[number] for number in sorted(chosen))
    recorded = tuple(each for each in recorded if each.verdict != "fresh" or each.sides not in ledger.lines)
    return Settled(lines, recorded, len(ledger.lines.keys() - lines.keys()))
